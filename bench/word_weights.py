"""Make codebooks/words.tsv: in how many paragraphs of the texts at hand each word stands.

    python bench/word_weights.py FILES_OR_FOLDERS...

Comparing weighs words by it. It is shipped, so that a weight never depends on which plans are held: a plan more moves
no other pair. Words and counts only; a word in fewer than 2 paragraphs is left out (codebooks/words.py gives it the
weight of a word in one).
"""

import argparse
from collections import Counter
from pathlib import Path

from codebooks.words import TABLE
from loaders import LoadError, read_source
from loaders.rules.clauses import paragraphs
from loaders.terms import words

LEAST = 2
SHORTEST = 12
"""Characters of a paragraph; shorter lines are headings, bodies and dates."""


def counted(files: list[Path]) -> tuple[int, Counter[str]]:
    """How many paragraphs the files have, and in how many each word stands."""
    total, found = 0, Counter[str]()
    for file in files:
        try:
            source = read_source(file)
        except LoadError as error:
            print(f"left out: {error}")
            continue
        for paragraph in paragraphs(source.folded, 0, len(source.folded)):
            if len(paragraph.text) >= SHORTEST:
                total += 1
                found.update(set(words(paragraph.text)))
    return total, found


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", type=Path, nargs="+")
    given = parser.parse_args().paths
    files = [file for path in given for file in (sorted(path.iterdir()) if path.is_dir() else [path])]
    total, found = counted([file for file in files if file.is_file() and file.name != "README.md"])
    kept = sorted((word, count) for word, count in found.items() if count >= LEAST)
    TABLE.write_text(f"\t{total}\n" + "".join(f"{word}\t{count}\n" for word, count in kept), encoding="utf-8")
    print(f"{len(kept)} words of {total} paragraphs of {len(files)} files written to {TABLE.name}")


if __name__ == "__main__":
    main()
