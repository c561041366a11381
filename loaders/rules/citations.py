"""Documents that a plan names, in 《》 or by number alone, with issuer, level and relation.

Read are the own words and heading phrases of all sections. Passed over by a named rule: the plan's own titles and
number, attachment lines, short names at the place that defines them, back references (该意见) and names in 《》 that
are no documents.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from graph.facts import Citation, Relation
from loaders.fold import fold
from loaders.pattern import Pattern
from loaders.plan import Claims, Passed, Plan, Section
from loaders.rules.issuing import JOINED, is_above, issuer_of, level_of, own_level
from loaders.rules.joined import Joined
from loaders.rules.named_documents import Named, named_documents
from loaders.rules.not_documents import no_document
from loaders.rules.own_documents import Reading, is_own_number, is_own_title, meant
from loaders.rules.relations import (
    ALREADY,
    BASIS_SECTION,
    BUILT_ON,
    CARRIED,
    CARRIED_BEHIND,
    DRAFTED_BEHIND,
    FORWARDED,
    IN_ITS_SPIRIT,
    LATELY,
    OWN_DOCUMENT,
    PARENTS,
    Verb,
    clause_before,
    verb_before,
)

NEAR = 400
"""So many characters before and behind a title are looked at."""

ATTACHMENT = Pattern(
    "attachment",
    r"[ \t]*附\s*件?\s*[:\d一二三四五]",
    matches=("附件:", "附件1.", "附 件 2"),
    near_misses=("附近的", "见附件"),
    way="match",
)
SHORT_NAME = Pattern(
    "short_name",
    r"(?:(?:以下|下)(?:分别)?(?:统|合|简)?称|简称)为?[:]?[\"“]?[一-鿿]{0,4}(?:《[^《》]*》[、和与])*$",
    matches=("(以下简称", "(以下称为", "(下称“", "(以下分别简称《甲》和", "(简称"),
    near_misses=("号称《", "按照", "名称"),
)
BACK_REFERENCE = Pattern(
    "back_reference",
    r"(?:该|上述|前述)(?:[两三四]个|[两三]项)?(?:意见|通知|方案|办法|规划|条例|文件|纲要|决定|规定|计划|规范|标准|细则|措施|指南)(?!室)",
    matches=("按照该意见要求", "上述两个文件", "前述规定"),
    near_misses=("该院意见", "上述措施室", "意见该提"),
)
FURTHER_TITLES = Pattern(
    "further_titles",
    r"(?:\s*\([^()]*\)|[\s、,和与及]*《[^《》]*》)+",
    matches=("(某政发[2024]5号)要求", "、《乙》和《丙》要求", "(以下简称《甲》)"),
    near_misses=("要求《乙》", "。《乙》"),
    way="match",
)


def read(plan: Plan) -> Claims[Citation]:
    """All documents that the plan's sections name, in the order of the text."""
    claims: Claims[Citation] = Claims()
    reading, holder = Reading(plan, Joined(plan.folded, plan.prose)), None
    for section, named in _in_sections(reading):
        if section is not holder:
            holder, reading.last, reading.before = section, None, None
        rule = _passed(reading, named)
        if rule:
            claims.passed.append(Passed(f"citations.{rule}", *reading.words.span(named.start, named.end)))
            if rule == "short_name" and reading.before:
                reading.short[named.title] = reading.before
            else:
                reading.before = named
            continue
        full = reading.short.get(named.title) or meant(reading, named) or named
        citation = _citation(reading, section, full, named)
        claims.found.append(citation)
        reading.last, reading.before = (named, citation), full
        reading.cited.append(full)
    claims.passed += [Passed("citations.back_reference", *m.span()) for m in BACK_REFERENCE.re.finditer(plan.folded)]
    return claims


def _in_sections(reading: Reading) -> Iterator[tuple[Section, Named]]:
    """Every named document with the section in whose heading or own words it stands."""
    sections = sorted(reading.plan.sections, key=lambda each: min(each.title_start, each.body))
    starts = [min(each.title_start, each.body) for each in sections]
    for named in named_documents(reading.words.folded, reading.words.printed):
        place, _ = reading.words.span(named.start, named.end)
        index = bisect_right(starts, place) - 1
        if index >= 0 and place < sections[index].own_end:
            yield sections[index], named


def _passed(reading: Reading, named: Named) -> str | None:
    """The name of the rule by which a title is no citation, if any."""
    folded = reading.words.folded
    line = folded[max(folded.rfind("\n", 0, named.open) + 1, named.open - NEAR) : named.open]
    behind = folded[named.close : named.close + NEAR]
    if SHORT_NAME.fits(line[-60:]):
        return "short_name"
    if ATTACHMENT.fits(line):
        return "attachment_line"
    if named.open == named.start and is_own_number(reading, named, line):
        return "own_number"
    after = past_titles(behind)
    if not CARRIED.fits(after) and is_own_title(reading, named):
        return "own_title"
    return no_document(named.title, line[-12:], after)


def _citation(reading: Reading, section: Section, full: Named, named: Named) -> Citation:
    """The record of one named document; a short name gives the full title that it stands for."""
    plan = reading.plan
    before = reading.words.folded[max(reading.words.place(section.start), named.open - NEAR) : named.open]
    issuer = issuer_of(full.title, before, reading.words.folded[named.end : named.end + 50])
    relation, rule = _relation(reading, section, named, before, is_above(plan.place, issuer))
    level = level_of(plan.place, fold(full.title), full.number or named.number, issuer, before)
    forwarded = relation == "contains" and FORWARDED.fits(reading.words.folded[named.close : named.close + NEAR])
    if relation in ("drafts", "contains") and not forwarded:
        holder = plan.document_by_key.get(section.document)
        level = own_level(plan.place, holder.issuer if holder else None, full.title if relation == "drafts" else "")
        issuer = issuer if relation == "drafts" else holder.issuer if holder else None
    start, end = reading.words.span(named.start, named.end)
    return Citation(
        measure=section.id,
        document=section.document,
        title=full.title,
        number=full.number or named.number,
        issuer=issuer,
        level=level,
        relation=relation,
        start=start,
        end=end,
        rule=f"citations.{rule}",
    )


def _relation(reading: Reading, section: Section, named: Named, before: str, above: bool) -> tuple[Relation, str]:
    """What the plan does with the document, and the rule that says so; ``above``: a higher body has issued it."""
    folded = reading.words.folded
    end = max(reading.words.place(section.own_end), named.close)
    behind = folded[named.close : min(named.close + NEAR, end)]
    after = past_titles(behind)
    if section.kind in ("notice", "preamble") and CARRIED.fits(after) and not IN_ITS_SPIRIT.fits(after):
        return "contains", "carried_by_notice"
    if reading.last and JOINED.fits(folded[reading.last[0].close : named.open]):
        return reading.last[1].relation, "same_list"
    return _by_words(section, before, behind, above)


def _by_words(section: Section, before: str, behind: str, above: bool) -> tuple[Relation, str]:
    """The relation by the verb before the title or behind it; what a higher body issued (国务院印发《…》) the plan
    does not draft."""
    clause, sentence, after = clause_before(before), re.split(r"[。;；]", before)[-1], past_titles(behind)
    verb: Verb | None = verb_before(clause)
    is_old = ALREADY.fits(clause) or LATELY.fits(sentence) or BUILT_ON.fits(after)
    if not above and ((verb == "drafts" and not is_old) or DRAFTED_BEHIND.fits(after)):
        return "drafts", "to_be_drafted"
    if above and verb == "drafts":
        verb = None
    opening = section.id == "preamble" or (section.id is None and section.rule != "annex")
    if opening and verb != "drafts" and PARENTS.fits(sentence):
        return "based_on", "parent_in_opening"
    if BASIS_SECTION.fits(section.title.strip("。 ")) and verb != "drafts":
        return "based_on", "basis_section"
    if verb == "carries" and OWN_DOCUMENT.fits(re.split(r"[。\n]", behind, maxsplit=1)[0]):
        return "based_on", "parent_of_plan"
    if verb == "carries" or CARRIED_BEHIND.fits(after):
        return "implements", "carried_out"
    return "cites", "named"


def past_titles(behind: str) -> str:
    """The words behind a title, past its brackets and past further titles of the same list."""
    past = FURTHER_TITLES.re.match(behind)
    return behind[past.end() :] if past else behind
