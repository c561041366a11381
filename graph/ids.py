"""Ids: a hash of the fewest raw, stable key fields that ontology.yaml names. Cleaning never enters them.

The exception is the document, whose number and title are printed in many ways: `folded_number` and `core_title`
make one of them, because they decide which document is meant.
"""

import hashlib
import json
import re
import unicodedata

_SHELL = re.compile(
    r"(?:关于(?:印发|转发|发布|公布|下发)[《〈]?|(?:印发|转发)[《〈])(?P<inner>.+?)[》〉]?的(?:通知|公告|函|通报)"
)
_ISSUER = re.compile(r"^[^关]{2,40}?(?:政府|办公厅|办公室|委员会|委|局|部|厅|中央|国务院)(?=关于)")
_BRACKETS = str.maketrans(dict.fromkeys("[(［（【〖", "〔") | dict.fromkeys("])］）】〗", "〕"))
_QUOTES = str.maketrans("", "", "《》〈〉“”‘’\"'「」『』")


def hashed(label: str, *fields: object) -> str:
    """The id of a node or edge: its class in lower case and 16 hexadecimal digits."""
    raw = json.dumps([label, *fields], ensure_ascii=False)
    return f"{label.lower()}-{hashlib.sha256(raw.encode()).hexdigest()[:16]}"


def folded_number(number: str) -> str:
    """A document number with one kind of bracket and digit, no blanks: 某政发 [２０２１] ５号 → 某政发〔2021〕5号."""
    folded = "".join(unicodedata.normalize("NFKC", number.translate(_BRACKETS)).split())
    return folded.translate(_BRACKETS)


def folded_title(title: str) -> str:
    """A title of one width, without blanks and quotation marks."""
    return "".join(unicodedata.normalize("NFKC", title).split()).translate(_QUOTES)


def core_title(title: str) -> str:
    """A folded title without shell and issuer: 某市人民政府关于印发某市行动计划的通知 → 某市行动计划."""
    folded = "".join(unicodedata.normalize("NFKC", title).split())
    match = _SHELL.search(folded)
    return _ISSUER.sub("", folded_title(match["inner"] if match else folded))
