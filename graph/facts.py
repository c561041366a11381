"""PlanFacts: what was read out of one text. The facts file is its JSON; every later form is a projection of it.

The shape is that of the annotation guidelines: every key is there in every record, null or [] where empty.
Offsets are code points into the source text as it is, so ``text[record.start:record.end]`` is the place that proves a
record. Keys beyond the guidelines say which rule found a record and what comparing needs from the words, because
comparing never sees a text.
"""

from functools import cache
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

DocumentKind = Literal["notice", "action_plan", "implementation_plan", "opinions", "work_priorities", "other"]
SectionKind = Literal["notice", "preamble", "goal", "task", "safeguard"]
Role = Literal["lead", "participant", "responsible"]
Comparator = Literal[">=", "<=", ">", "<", "=", "~"]
TargetKind = Literal["percent", "count", "amount", "ratio", "rate", "frequency", "duration", "coverage", "per_unit"]
Level = Literal["national", "province", "city", "unknown"]
Relation = Literal["based_on", "implements", "drafts", "contains", "cites"]
Stance = Literal["promote", "pilot", "explore", "establish", "mention"]
Polarity = Literal["does", "ends"]
Where = Literal["heading", "parent", "first", "sentence", "clause", "passing"]
Stage = Literal["onset", "continuing", "expanding"]


@cache
def _keys(kind: type[BaseModel]) -> set[str]:
    """The names of the fields of a kind of record."""
    return set(kind.model_fields)


class Record(BaseModel):
    """A record of a facts file: immutable, and an unknown key is an error.

    Every key is always given, so the records of a kind share one set of the keys that were: a set for each would be
    more than half of the memory of a long plan's facts.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    def model_post_init(self, context: Any, /) -> None:
        """Take the kind's own set of given keys in the place of this record's."""
        del context
        object.__setattr__(self, "__pydantic_fields_set__", _keys(type(self)))


class Document(Record):
    """A document that the file contains: the covering notice, or a plan. ``start``/``end``: the place of its title,
    or of the whole document where it prints none."""

    key: str
    kind: DocumentKind
    title: str | None
    city: str | None
    province: str | None
    issuer: str | None
    doc_number: str | None
    index_number: str | None
    date_issued: str | None
    date_published: str | None
    period_start: int | None
    period_end: int | None
    contained_in: str | None
    start: int
    end: int
    text_start: int
    text_end: int
    rule: str


class Section(Record):
    """A node of the heading tree that is no measure: the opening of a document, a goal section, or a parent heading.

    ``start``..``end`` is the whole section with what is below it; ``own_end`` ends its own words, before its first
    child.
    """

    id: str
    document: str
    number: str
    title: str
    parents: list[str]
    kind: SectionKind
    start: int
    own_end: int
    end: int


class SentenceWords(Record):
    """The words of a sentence of a measure, each once, sorted, so that it cannot be rebuilt."""

    start: int
    end: int
    terms: list[str]


class Measure(Record):
    """A lowest numbered item that says what is to be done. ``terms`` are its words with counts, sorted by word;
    ``heading`` and ``sentences`` are the same words by where they stand, its responsibility line left out."""

    id: str
    document: str
    number: str
    title: str
    parents: list[str]
    kind: Literal["task", "safeguard"]
    start: int
    end: int
    section: str | None = Field(description="id of the section right above, null at the top level")
    terms: dict[str, int]
    heading: list[str]
    sentences: list[SentenceWords]
    rule: str


class Responsibility(Record):
    """One printed body of a responsibility line. ``position`` counts from 0; ``body`` is the key of the
    institution in codebooks/institutions.yaml (null: unknown there), ``functions`` the keys in functions.yaml;
    ``open_list``: the list goes on with 等, so it names some of those who answer."""

    measure: str
    surface: str
    institution: str
    role: Role
    collective: bool
    position: int
    open_list: bool
    body: str | None
    functions: list[str]
    start: int
    end: int
    rule: str


class Target(Record):
    """A commitment to a quantity. ``indicator_key``: key in codebooks/indicators.yaml, null where none is known.
    ``strength``: how firmly it is put (ensure, aim, plain)."""

    measure: str | None
    indicator: str
    indicator_key: str | None
    scope: str | None
    comparator: Comparator
    value: float
    value_max: float | None
    unit: str
    deadline: int | None
    kind: TargetKind
    strength: Literal["ensure", "aim", "plain"]
    quote: str
    start: int
    end: int
    rule: str


class Benchmark(Record):
    """A commitment to a line that is no number: the national average, a median, a place in a ranking. ``line``: its
    words as printed; ``area``: whose average or ranking it is; ``comparator``: which side of it is promised."""

    measure: str | None
    indicator: str
    indicator_key: str | None
    scope: str | None
    kind: Literal["average", "median", "rank", "level"]
    area: Literal["nation", "province", "city", "other"]
    line: str
    comparator: Literal[">=", "<="]
    deadline: int | None
    quote: str
    start: int
    end: int
    rule: str


class Promise(Record):
    """A document that a measure says will be drafted, named in plain words without 《》. ``name``: its words, to its
    ``kind`` at the end (实施意见, 规划, 办法 …)."""

    measure: str
    verb: str
    name: str
    kind: str
    quote: str
    start: int
    end: int
    rule: str


class Citation(Record):
    """Another document that the text names. ``start``/``end``: the title inside 《》, or the number."""

    measure: str | None
    document: str = Field(description="key of the document of this file that names it")
    title: str
    number: str | None
    issuer: str | None
    level: Level
    relation: Relation
    start: int
    end: int
    rule: str


class ModelMention(Record):
    """A reform model named in a measure or goal section. ``variant``: key of its variant, if any. ``stage``: whether it
    begins, goes on or spreads, by the words round it; null where they do not say, and ``stage_rule`` says why."""

    measure: str
    model: str
    variant: str | None
    stance: Stance
    polarity: Polarity
    stage: Stage | None
    stage_rule: str
    quote: str
    start: int
    end: int
    rule: str


class ComponentMention(Record):
    """Words of a measure that do (or end) a part of a model's component; compare makes statuses of them."""

    measure: str
    model: str
    component: str
    part: str = Field(description="key of the part of the component in codebooks/components.yaml")
    polarity: Polarity
    quote: str
    start: int
    end: int
    rule: str


class TopicMention(Record):
    """A topic, or a lever of it, that a measure mentions: the first place of its kind; ``count``: how many headings or
    sentences mention it so.

    ``where``: in the measure's heading, in a heading above it, in its first sentence, in a sentence of its own, in a
    clause of its own (right after the verb that opens it), or in passing. ``weak``: its words name a setting only."""

    measure: str
    topic: str = Field(description="key in codebooks/topics.yaml")
    lever: str | None = Field(description="key in codebooks/levers.yaml; null where words of the topic itself stand")
    where: Where
    weak: bool
    count: int
    quote: str
    start: int
    end: int
    rule: str


class Annex(Record):
    """An annex that the text announces. ``held``: whether the file carries it."""

    document: str
    title: str
    held: bool
    start: int
    end: int


class Unread(Record):
    """A clause that no rule read and no named rule ignored, with what made it look like a fact."""

    measure: str | None
    reason: str
    quote: str
    start: int
    end: int


class Place(Record):
    """Whose plan it is. ``level``: of the issuer; ``basis``: how the place was found (given, issuer, title, codebook,
    inferred). ``code`` is GB/T 2260."""

    name: str
    code: str | None
    level: Literal["province", "city", "county"]
    province: str | None
    province_code: str | None
    basis: Literal["given", "issuer", "title", "codebook", "inferred"]


class PlanFacts(Record):
    """Everything that was read out of one source text: the facts file."""

    source: str
    sha256: str
    format: str
    chars: int
    key: str
    hash: str = Field(description="of the text, the codebooks and the rules' version: equal means nothing to do")
    place: Place
    url: str | None
    cut: bool = Field(description="quotes are cut to 20 characters (published facts)")
    documents: list[Document]
    sections: list[Section]
    measures: list[Measure]
    responsibilities: list[Responsibility]
    targets: list[Target]
    promises: list[Promise] = Field(description="documents to be drafted that are named without 《》")
    benchmarks: list[Benchmark] = Field(description="commitments to a line without a number, beside the targets")
    citations: list[Citation]
    models: list[ModelMention]
    models_apart: list[ModelMention] = Field(description="mentions of models beyond the annotators' closed list")
    components: list[ComponentMention]
    topics: list[TopicMention]
    annexes: list[Annex]
    unread: list[Unread]
    ignored: dict[str, int] = Field(description="clauses passed over, by the name of the rule that did so")
    notes: list[str]
