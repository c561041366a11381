"""Which measure each task of a table belongs to: one of the plan's text, or one of its own with the id d/t1.5."""

import re
from collections import Counter
from dataclasses import dataclass

from loaders.fold import fold
from loaders.labels import label_at
from loaders.plan import Plan, Section
from loaders.tables.rows import Item, bare_title, items
from loaders.tables.sheets import Sheet, sheet_of

ROW = "table_row"
"""The rule of sections that are rows of a table."""
SHORTEST, SHORTEST_BESIDE_ITEM = 6, 12
"""Characters of the shortest task that is looked for inside the text of a measure, alone and beside an item."""


@dataclass(frozen=True, slots=True)
class Task:
    """An item of a task table. ``measure``: the section it belongs to; ``own``: that section is the item itself."""

    sheet: Sheet
    item: Item
    measure: Section
    own: bool


def tasks(plan: Plan) -> list[Task]:
    """The tasks of all task tables of a plan in the order of the text; tables of a silent document assign none."""
    found: list[Task] = []
    texts: dict[str, list[tuple[Section, str, str]]] = {}
    count: Counter[str] = Counter()
    for table in plan.source.tables:
        sheet = sheet_of(plan.source, table) if table.kind == "task" else None
        document = document_at(plan, table.start)
        if sheet is None or document in plan.silent:
            continue
        rows = items(sheet)
        if not rows:
            continue
        count[document] += 1
        if document not in texts:
            texts[document] = _measures(plan, document)
        key = f"{document}/t{count[document]}"
        found += _of_sheet(plan, sheet, rows, key, texts[document])
    return found


def document_at(plan: Plan, place: int) -> str:
    """The key of the document that this place belongs to: the last that begins before it."""
    begun = [document for document in plan.documents if document.start <= place]
    return (begun[-1] if begun else plan.documents[0]).key


def _measures(plan: Plan, document: str) -> list[tuple[Section, str, str]]:
    """The measures of the document's text with their titles and texts, without blanks and punctuation."""
    return [
        (section, bare_title(section.title), _bare(plan.folded[section.title_start : section.own_end]))
        for section in plan.sections
        if section.is_measure and section.document == document and section.rule != ROW
    ]


def _bare(words: str) -> str:
    return re.sub(r"[\W_]+", "", words)


def _of_sheet(
    plan: Plan, sheet: Sheet, rows: list[Item], key: str, measures: list[tuple[Section, str, str]]
) -> list[Task]:
    """The tasks of one table."""
    found: list[Task] = []
    ids: Counter[str] = Counter()
    last = 0
    for item in rows:
        index = _match(sheet, item, measures, last)
        if index is not None:
            last = index
            found.append(Task(sheet, item, measures[index][0], own=False))
            continue
        path = f"{key}.{item.value}"
        ids[path] += 1
        name = path if ids[path] == 1 else f"{path}-{ids[path]}"
        found.append(Task(sheet, item, _section(plan, sheet, item, name), own=True))
    return found


def _match(sheet: Sheet, item: Item, measures: list[tuple[Section, str, str]], last: int) -> int | None:
    """The index of the measure whose title is the item's, else whose text holds its task, else whose title is the class
    that it stands under."""
    folded = sheet.grid.folded
    names = [folded[slice(*item.title)], *(folded[cell.start : cell.end] for cell in item.names)]
    for name in filter(None, map(bare_title, names)):
        same = [index for index, (_, title, _) in enumerate(measures) if title == name]
        if same:
            return next((index for index in same if index >= last), same[0])
    task = bare_title(names[-1])
    shortest = SHORTEST if len(item.names) == 1 else SHORTEST_BESIDE_ITEM
    holding = [index for index, (_, _, text) in enumerate(measures) if len(task) >= shortest and task in text]
    if holding:
        return next((index for index in holding if index >= last), holding[0])
    classes = [bare_title(folded[cell.start : cell.end]) for cell in reversed(item.groups)]
    return next((index for name in classes for index, (_, title, _) in enumerate(measures) if title == name), None)


def _section(plan: Plan, sheet: Sheet, item: Item, name: str) -> Section:
    """The section of an item that is a measure of its own."""
    text = plan.text
    groups = [_title(text[cell.start : cell.end]) for cell in item.groups]
    return Section(
        id=name,
        document=name.split("/", maxsplit=1)[0],
        number=text[slice(*item.number)].strip(),
        title=_title(text[slice(*item.title)]),
        parents=(*([sheet.title] if sheet.title else []), *groups),
        kind="task",
        is_measure=True,
        above=None,
        start=item.start,
        title_start=item.title[0],
        body=item.title[1],
        own_end=item.end,
        end=item.end,
        rule=ROW,
    )


def _title(words: str) -> str:
    """The words of a cell without the blanks that its lines were joined with, and without a number label."""
    words = "".join(words.split()) if re.search(r"[\u4e00-\u9fff]", words) else words.strip()
    label = label_at(fold(words), 0)
    return words[label.length :] if label else words
