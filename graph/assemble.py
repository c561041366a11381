"""Facts of all plans, what compare derived, and the codebooks' names, as one graph checked against the ontology."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from graph.assemble_benchmarks import add_benchmarks
from graph.assemble_concepts import add_bodies, add_vocabulary
from graph.assemble_corrections import add_corrections
from graph.assemble_derived import add_derived
from graph.assemble_documents import add_documents
from graph.assemble_promises import add_promises
from graph.builder import Builder
from graph.check import check
from graph.corrections import Standing
from graph.derived import Derived
from graph.facts import Document, Measure, PlanFacts, Section
from graph.identity import Identity, identify
from graph.ids import hashed
from graph.institutions import institution_key
from graph.model import Graph
from graph.node_ids import NodeIds
from graph.ontology import ontology
from graph.quantity import quantity
from graph.vocabulary import Vocabulary

SIGNS = {">=": "≥", "<=": "≤"}
"""How a bound is written; the others are written as they are."""


def assemble(
    plans: Sequence[PlanFacts], derived: Derived | None, vocabulary: Vocabulary, reviewed: Sequence[Standing] = ()
) -> Graph:
    """The graph of these plans. Equal for any order of the plans. ``reviewed``: the corrections that were laid over
    them, with what became of each. Raises AssemblyError with every fault."""
    schema = ontology()
    builder = Builder(schema)
    in_order = sorted(plans, key=lambda plan: plan.key)
    identity = identify(in_order)
    add_vocabulary(builder, vocabulary)
    ids = NodeIds(documents=identity.of_document, citations=identity.of_citation)
    for plan in in_order:
        assembler = _Plan(builder, plan, identity)
        assembler.add()
        ids.measures |= {(plan.key, *place): own for place, own in assembler.measures.items()}
        ids.sections |= {(plan.key, *place): own for place, own in assembler.sections.items()}
        ids.targets |= {(plan.key, place): own for place, own in assembler.targets.items()}
        if plan.place.level != "province":
            ids.cities[plan.place.name] = assembler.place
    add_documents(builder, in_order, identity)
    add_bodies(builder, vocabulary)
    if derived is not None:
        add_derived(builder, derived, ids)
    add_corrections(builder, reviewed, in_order, ids)
    graph = builder.graph()
    check(graph, schema)
    return graph


def place_id(name: str, province: str | None, level: str) -> str:
    """The id of the City or Province that a plan belongs to."""
    return hashed("Province", name) if level == "province" else hashed("City", province, name)


class _Plan:
    """Adds one plan: its place, documents, sections, measures, and all that its text says of them."""

    def __init__(self, builder: Builder, plan: PlanFacts, identity: Identity) -> None:
        self.builder, self.plan, self.identity = builder, plan, identity
        self.measures: dict[tuple[str, str], str] = {}
        self.sections: dict[tuple[str, str], str] = {}
        self.targets: dict[int, str] = {}
        self.place = self._place()
        of_measures = [
            (one.measure for one in plan.responsibilities),
            (one.measure for one in plan.responsibilities if one.role == "lead"),
            (one.measure for one in plan.targets),
            (one.measure for one in plan.citations),
            (one.measure for one in (*plan.models, *plan.models_apart)),
        ]
        names = ("n_bodies", "n_leads", "n_targets", "n_citations", "n_models")
        self.counts = {name: Counter(measures) for name, measures in zip(names, of_measures, strict=True)}

    def add(self) -> None:
        """All of it. Records are taken in the order of the text, because repetitions are counted."""
        for document in self.plan.documents:
            self._document(document)
        for section in self.plan.sections:
            if (section.document, section.id) not in self.sections:
                self._section(section)
        for measure in sorted(self.plan.measures, key=lambda one: one.start):
            self._measure(measure)
        self._responsibilities()
        self._targets()
        add_benchmarks(self.builder, self.plan, self._owner)
        add_promises(self.builder, self.plan, self._owner)
        self._citations()
        self._mentions()
        self._annexes()

    def _place(self) -> str:
        place, builder = self.plan.place, self.builder
        own = place_id(place.name, place.province, place.level)
        if place.level == "province":
            return builder.node("Province", own, name=place.name, code=place.code)
        builder.node(
            "City", own, name=place.name, code=place.code, province=place.province, level=place.level, basis=place.basis
        )
        if place.province:
            province = hashed("Province", place.province)
            builder.node("Province", province, name=place.province, code=place.province_code)
            builder.edge("IN_PROVINCE", own, province)
        return own

    def _document(self, document: Document) -> None:
        own = self.identity.of_document[self.plan.key, document.key]
        self.builder.edge("ISSUED", self.place, own)
        if document.contained_in:
            self.builder.edge("CONTAINS", self.identity.of_document[self.plan.key, document.contained_in], own)

    def _section(self, section: Section) -> None:
        above = self.identity.of_document[self.plan.key, section.document]
        path = section.id.removeprefix(f"{section.document}/")
        own = hashed("Section", above, path, 0)
        self.builder.node(
            "Section", own, title=section.title or section.number or path, number=section.number, path=path,
            parents=section.parents, kind=section.kind, start=section.start, end=section.end,
        )  # fmt: skip
        self.builder.edge("HAS_SECTION", above, own)
        self.sections[section.document, section.id] = own

    def _measure(self, measure: Measure) -> None:
        above = self.identity.of_document[self.plan.key, measure.document]
        path = measure.id.removeprefix(f"{measure.document}/")
        own = hashed("Measure", above, path, self.builder.ordinal(self.plan.key, "Measure", above, path))
        counts = {name: counter[measure.id] for name, counter in self.counts.items()}
        self.builder.node(
            "Measure", own, key=f"{self.plan.key}/{measure.id}", title=measure.title or measure.number or path,
            number=measure.number, path=path, parents=measure.parents, kind=measure.kind, city=self.plan.place.name,
            start=measure.start, end=measure.end, chars=measure.end - measure.start, rule=measure.rule,
            search_text=" ".join(sorted(measure.terms)), **counts,
        )  # fmt: skip
        self.builder.edge("HAS_MEASURE", above, own)
        section = self.sections.get((measure.document, measure.section or ""))
        if section:
            self.builder.edge("HAS_MEASURE", section, own)
        self.measures.setdefault((measure.document, measure.id), own)

    def _owner(self, local: str | None, start: int) -> str:
        """The measure or section of this id, else the innermost document around the place."""
        around = [one for one in self.plan.documents if one.text_start <= start < one.text_end]
        innermost = min(around or self.plan.documents, key=lambda one: (one.text_end - one.text_start, one.key))
        keys = [innermost.key, *(one.key for one in self.plan.documents)]
        for key in keys if local else []:
            own = self.measures.get((key, local or "")) or self.sections.get((key, local or ""))
            if own:
                return own
        return self.identity.of_document[self.plan.key, innermost.key]

    def _responsibilities(self) -> None:
        builder, plan = self.builder, self.plan
        functions = defaultdict[str, set[str]](set)
        for one in sorted(plan.responsibilities, key=lambda one: (one.start, one.end)):
            key = institution_key(plan.place, one)
            own = hashed("Institution", plan.place.name, key)
            body = one.body if key == one.body else None
            builder.node(
                "Institution", own, name=one.institution, city=plan.place.name, body=body, collective=one.collective
            )
            functions[own].update(one.functions)
            builder.read(
                "RESPONSIBLE_FOR", plan.key, own, self._owner(one.measure, one.start), role=one.role,
                surface=one.surface, position=one.position, quote=one.surface, cut=False, start=one.start, end=one.end,
                rule=one.rule,
            )  # fmt: skip
            builder.add_word(own, "surfaces", one.surface)
        for own, keys in functions.items():
            builder.edge("OF_CITY", own, self.place)
            for key in sorted(keys):
                builder.edge("PERFORMS", own, builder.concept("Function", key))

    def _targets(self) -> None:
        builder, plan = self.builder, self.plan
        in_order = sorted(enumerate(plan.targets), key=lambda item: (item[1].start, item[1].end, item[1].value))
        for place, one in in_order:
            owner = self._owner(one.measure, one.start)
            inside = [each for each in plan.documents if each.text_start <= one.start < each.text_end]
            document = min(inside or plan.documents, key=lambda each: (each.text_end - each.text_start, each.key))
            key = (owner, one.indicator, one.scope)
            own = hashed("Target", *key, builder.ordinal(plan.key, "Target", *key))
            self.targets[place] = own
            bound = SIGNS.get(one.comparator, one.comparator)
            wording = f"{one.scope or ''}{one.indicator}{bound}{quantity(one.value, one.value_max, one.unit)}"
            builder.node(
                "Target", own, wording=wording, indicator=one.indicator, scope=one.scope, comparator=one.comparator,
                value=one.value, value_max=one.value_max, unit=one.unit, deadline=one.deadline, kind=one.kind,
                period_start=document.period_start, period_end=document.period_end, strength=one.strength,
                city=plan.place.name, quote=one.quote, cut=len(one.quote) < one.end - one.start, start=one.start,
                end=one.end, rule=one.rule,
            )  # fmt: skip
            builder.read("SETS", plan.key, owner, own, start=one.start, end=one.end, rule=one.rule)
            if one.indicator_key:
                builder.edge("QUANTIFIES", own, builder.concept("Indicator", one.indicator_key))

    def _citations(self) -> None:
        for place, one in enumerate(self.plan.citations):
            target = self.identity.of_citation[self.plan.key, place]
            named = self.identity.of_document.get((self.plan.key, one.document))
            owner = self._owner(one.measure, one.start) if one.measure or not named else named
            self.builder.read(
                "CITES", self.plan.key, owner, target, relation=one.relation, level=one.level, title=one.title,
                number=one.number, quote=one.title or one.number, cut=False, start=one.start, end=one.end,
                rule=one.rule,
            )  # fmt: skip

    def _mentions(self) -> None:
        builder, plan = self.builder, self.plan
        for one in sorted((*plan.models, *plan.models_apart), key=lambda one: (one.start, one.end)):
            owner, model = self._owner(one.measure, one.start), builder.concept("Model", one.model)
            builder.read(
                "REFERS_TO", plan.key, owner, model, stance=one.stance, polarity=one.polarity, variant=one.variant,
                stage=one.stage, stage_rule=one.stage_rule,
                quote=one.quote, cut=len(one.quote) < one.end - one.start, start=one.start, end=one.end, rule=one.rule,
            )  # fmt: skip
        for part in sorted(plan.components, key=lambda part: (part.start, part.end)):
            owner = self._owner(part.measure, part.start)
            component = builder.component(part.model, part.component)
            builder.read(
                "SPEAKS_OF", plan.key, owner, component, part=part.part, polarity=part.polarity, quote=part.quote,
                cut=len(part.quote) < part.end - part.start, start=part.start, end=part.end, rule=part.rule,
            )  # fmt: skip

    def _annexes(self) -> None:
        for place, one in enumerate(self.plan.annexes):
            target = self.identity.of_annex.get((self.plan.key, place))
            if target:
                source = self.identity.of_document[self.plan.key, one.document]
                self.builder.read(
                    "ANNOUNCES", self.plan.key, source, target, title=one.title, held=one.held, quote=one.title,
                    cut=False, start=one.start, end=one.end, rule="annex",
                )  # fmt: skip
