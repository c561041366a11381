"""Documents that a plan names, in 《》 or by number alone, with issuer, level and relation.

Read are the own words and heading phrases of all sections. Passed over by a named rule: the plan's own titles and
number, attachment lines, short names at the place that defines them, and names in 《》 that are no documents.
"""

import re
from functools import cache

from codebooks.issuers import is_organ, level_of_issuer, level_of_number, level_of_title
from codebooks.reading import book, short_name
from graph.facts import Citation, Level, Relation
from loaders.plan import Claims, Passed, Plan, Section
from loaders.rules.named_documents import Named, named_documents
from loaders.rules.relations import (
    CLAUSE_END,
    carried_out_behind,
    is_carried,
    names_parents,
    patterns,
    verb_before,
)

ISSUER_IN_TITLE = re.compile(r"^(?P<issuer>[^《》〈〉<>]{2,60}?)(?:关于|印发|转发|批转|公告|令)")
JOIN = re.compile(r"^[\s、,，和与及以并或]*(?:精神|要求|等)?[\s、,，和与及以并或]*$")


def read(plan: Plan) -> Claims[Citation]:
    """All documents that the plan's sections name, in the order of the text."""
    claims: Claims[Citation] = Claims()
    short: dict[str, Named] = {}
    for section in sorted(plan.sections, key=lambda each: each.start):
        last: tuple[Named, Citation] | None = None
        before: Named | None = None
        for named in named_documents(plan.prose, min(section.title_start, section.body), section.own_end):
            rule = _passed(plan, named, short)
            if rule:
                claims.passed.append(Passed(rule, named.start, named.end))
                if rule == "citations.short_name" and before:
                    short[named.title] = before
                before = named
                continue
            citation = _citation(plan, section, short.get(named.title) or named, named, last)
            claims.found.append(citation)
            last, before = (named, citation), short.get(named.title) or named
    return claims


@cache
def _not_documents() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rules = book("issuers")["not_documents"]
    return tuple((f"citations.{name}", re.compile("|".join(words))) for name, words in rules.items())


def _passed(plan: Plan, named: Named, short: dict[str, Named]) -> str | None:
    """The name of the rule by which a title is no citation, if any."""
    line = plan.folded[plan.folded.rfind("\n", 0, named.open) + 1 : named.open]
    if patterns()["short_name"].search(plan.folded[max(0, named.open - 12) : named.open]):
        return "citations.short_name"
    if patterns()["attachment"].match(line):
        return "citations.attachment_line"
    if named.open == named.start and _is_own_number(plan, named, line):
        return "citations.own_number"
    after = _past_titles(plan.folded[named.close : named.close + 400])
    if not is_carried(after) and _is_own_title(plan, named, short):
        return "citations.own_title"
    if re.match(book("issuers")["not_documents_after"], after):
        return "citations.programme"
    return next((rule for rule, words in _not_documents() if words.search(named.title)), None)


def _is_own_title(plan: Plan, named: Named, short: dict[str, Named]) -> bool:
    """Whether a title, or what a short name stands for, is a document of this file or stands in its header; a title
    with another number is an earlier edition."""
    if named.number and named.number not in [re.sub(r"\s", "", each.doc_number or "") for each in plan.documents]:
        return False
    title = _plain((short.get(named.title) or named).title)
    return any(
        title == _plain(document.title) or document.start <= named.start < document.end
        for document in plan.documents
        if document.title
    )


def _is_own_number(plan: Plan, named: Named, line: str) -> bool:
    """Whether a lone number is the plan's own: known as such, or the only thing in its line (发文字号: …)."""
    if any(document.doc_number and _plain(document.doc_number) == _plain(named.title) for document in plan.documents):
        return True
    behind = re.match(r"[^\r\n]*", plan.folded[named.end : named.end + 40])
    return not re.sub(r"(?:发文|文件)?(?:字号|文号|编号)|[\s:：#*]", "", line + (behind[0] if behind else ""))


def _plain(words: str) -> str:
    return re.sub(r"[\s《》〈〉()（）\[\]〔〕—\-–]", "", words)


def _citation(plan: Plan, section: Section, full: Named, named: Named, last: tuple[Named, Citation] | None) -> Citation:
    """The record of one named document; a short name gives the full title that it stands for."""
    before = plan.folded[max(0, named.open - 200) : named.open]
    relation, rule = _relation(plan, section, named, last)
    issuer = _issuer(full.title, before)
    level: Level
    if relation in ("drafts", "contains"):
        level = "province" if plan.place.level == "province" else "city"
        holder = plan.document_by_key.get(section.document)
        issuer = issuer if relation == "drafts" else holder.issuer if holder else None
    else:
        level = _level(plan, full, issuer, before)
    return Citation(
        measure=section.id,
        document=section.document,
        title=full.title,
        number=full.number or named.number,
        issuer=issuer,
        level=level,
        relation=relation,
        start=named.start,
        end=named.end,
        rule=f"citations.{rule}",
    )


def _relation(plan: Plan, section: Section, named: Named, last: tuple[Named, Citation] | None) -> tuple[Relation, str]:
    """What the plan does with the document, and the rule that says so."""
    after = plan.folded[named.close : named.close + 400]
    if section.kind == "notice" and is_carried(_past_titles(after)):
        return "contains", "carried_by_notice"
    if last and JOIN.match(_without_issuer(plan.folded[last[0].close : named.open])):
        return last[1].relation, "same_list"
    clause = _clause_before(plan.folded, section, named.open)
    verb = verb_before(clause)
    if verb == "drafts":
        return "drafts", "to_be_drafted"
    sentence = re.split(r"[。;；]", plan.folded[section.start : named.open])[-1]
    if section.id in (None, "preamble") and names_parents(sentence):
        return "based_on", "parent_in_opening"
    tail = re.split(r"[。\n]", plan.folded[named.close : section.own_end], maxsplit=1)[0]
    if verb == "carries" and patterns()["own_document"].search(tail):
        return "based_on", "parent_of_plan"
    return ("implements", "carried_out") if verb == "carries" or carried_out_behind(after) else ("cites", "named")


def _past_titles(words: str) -> str:
    """The words after a title, past further titles of the same list."""
    return re.sub(r"^(?:[\s、,，和与及]*《[^》]*》)*", "", words)


def _without_issuer(words: str) -> str:
    """The words between two titles without the issuer of the second (、省政府办公厅)."""
    return "" if is_organ(words.strip()) and not verb_before(words) and not CLAUSE_END.search(words) else words


def _clause_before(text: str, section: Section, place: int) -> str:
    """The words of the clause before a title, without the titles in it."""
    words = re.sub(r"《[^《》]*》(?:[(（][^()（）]*[)）])?", "", text[section.start : place])
    return CLAUSE_END.split(words)[-1]


def _issuer(title: str, before: str) -> str | None:
    """The issuing body that the title opens with, or that the text names right before the title."""
    match = ISSUER_IN_TITLE.match(title)
    if match and is_organ(match["issuer"].strip()):
        return match["issuer"].strip()
    words = patterns()["issued_by"].sub("", before)
    words = re.split(r"[,，。;；《》()（）\n]", words)[-1]
    cut = re.split(
        r"(?:落实|贯彻|执行|按照|根据|依据|依照|遵照|参照|将|现将|对|符合|完成|实施|制定|出台|修订|编制|印发)(?!的)",
        words,
    )[-1]
    cut = re.sub(r"^(?:了|好|并|由|经|和|与|、)+", "", cut).strip(' 　“"')
    return cut if 2 <= len(cut) <= 40 and _is_body(cut) else None


def _is_body(words: str) -> bool:
    """Whether the words name an issuing body: an organ, or several with 等N部门."""
    plain = re.sub(r"等\s*(?:[\d一二三四五六七八九十]+(?:个)?)?\s*部门$|等部门$", "", words)
    return bool(is_organ(plain) and level_of_issuer(plain.split("、")[0]))


def _level(plan: Plan, full: Named, issuer: str | None, before: str) -> Level:
    """By the issuer, else the title's places, else the number, else the words right before the title (我省《…》)."""
    near = re.search(r"(国家|全国|[全我本]?省|[全我本]市)(?:级|的)?$", before)
    shown = (
        (issuer and level_of_issuer(issuer))
        or level_of_title(full.title)
        or (full.number and level_of_number(full.number))
        or (near and level_of_issuer(near[1]))
    )
    if shown and shown.level == "city" and shown.province is None and plan.place.level == "province":
        return "province"  # 市委、市政府 of a municipality
    if shown is None and short_name(plan.place.name) in full.title:
        return "province" if plan.place.level == "province" else "city"
    return shown.level if shown else "unknown"
