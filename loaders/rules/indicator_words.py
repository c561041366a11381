"""What is measured: the noun phrase of a target, found beside its number by the verbs and bounds around it.

Spans are offsets into the words of a paragraph. A phrase behind the number (15个领军专科) ends with its clause or list
item; one before it (领军专科15个) begins after the verb of doing.
"""

import re
from functools import cache

from codebooks.reading import book

# 自签约之日起3年内: from when a condition holds, before what is measured.
SINCE = r"自[^,。;\d]{1,12}之日起(?:\d+(?:个月|年)[以之]?内)?"
TIMES = (
    rf"{SINCE}|"
    r"(?:到|至|截至|在)?(?:20\d\d[-—~至])?20\d\d年(?:之)?(?:底|末|年底|年末|前|起)?|[“”]?十[四五]五[“”]?期?末?|[一二三四五六七八九十]是"
    r"|[(（][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十\d]+[、.]|在[^,。;]{2,10}(?:时|基础上|前提下)|[、:—]+"
)
# Words at the head of a rate that are no part of its name; a training pass rate (培训合格率) keeps its verb.
SOFT_WORD = re.compile(
    r"(?:推动|推进|实现|提高|提升|增加|降低|确保|力争|努力|逐步|使|将|并|且|其中|同时|基本|全面|进一步|争取|加快|稳步|持续|切实|严格|保持|控制|年均|各地|新增|建设"
    r"|(?:到|至|截至|在)?(?:20\d\d[-—~至])?20\d\d年(?:之)?(?:底|末|年底|年末|前)?|[一二三四五六七八九十]是|[、:—]+|把|以"
    rf"|{SINCE})"
)
# Words between a noun phrase and its number that belong to neither.
BEFORE_NUMBER = re.compile(
    r"(?:分别|均|都|应|要|须|需|力争|争取|努力|原则上|总体|基本|全部|合计|共计|累计|将|可|能|不得|力争实现|实现|逐步|年均|进一步|稳步|再|即|共|其中|也|各|"
    r"达到|达成|达|至少|不低于|不少于|低于|少于|超过|不超过|不高于|高于|大于|小于|控制在|稳定在|保持在|维持在|提高到|提高至|提升到|提升至|增加到|增加至|增长到|扩大到|降低到|降低至|"
    r"(?:由|从)(?:20\d\d年底?的?)?[\d.]+[%‰万亿]*[个家张天人名元]*|下降|降低|减少|增长|上升|压减|翻|同比|(?:比|较)(?:20\d\d年|上年|去年|同期|基期|上一年)(?:末|底|同期)?|降到|降至|下降到|下降至|缩短到|缩短至|压缩到|压缩至|突破|(?<![签预合节契条])约|近|超|最高|为|在|到|至|提高|增加|新增|的|有|是|设置|设有|建有|每年|:|、|和|与|及|以及|或|≥|≤|<|>|=)+$"
)
BOUND_AFTER = re.compile(r"^(?:\([次人个家件套]\))?(?:(?:及|或)?以上|(?:及|或)?以下|以内|之内|左右|上下|内|多|余)?的?")
# Verbs that say what the counted things reach: subject and predicate together are the indicator.
REACH = re.compile(
    r"(?:全部|均|都|要|应|须|能够|能|基本)*(建成并|达到|达|进入|成为|通过|完成|建有|提供|运用|开设|设立|配备|接入|开展|建成|建立|实现|拥有|具备|服务能力|设置|跻身|入选|纳入|获得|用于|掌握)"
)
CREATES = re.compile(r"(?:分别)?(?:争取)?(?:创建|创成|申报|建设(?!项目|中心|工程|基地|机构|试点|单位|示范)|落地)")
STOP_AFTER = re.compile(
    r"用于|参与|作为|分别|,|。|;|:|并(?!发)|以上水平|进行|从事|为(?=[^,。;]{2,}提供)|落地|(?:入驻|落户)(?!的|企业|机构|单位|项目|医)|给予|核定|的目标|等?的要求"
)
# Verbs behind a number whose object stands before it: 在5%以内确定.
IDLE = re.compile(r"(?:确定|执行|控制|计算|计提|安排|核定|落实|发放)(?=[,。;]|$)")
# Verbs whose object is counted: 0.85张配置床位, 最高50%给予贴息, 500万元对园区予以支持.
ARRANGES = re.compile(r"(?:配置|设置|配备|建设|规划|(?:对[^,。;]{2,30}?)?(?:给予|予以))(?!项目|标准|比例)")
# Another body leads what is counted next: 3个试点和某中心医院、某中医院牵头组建两个试点.
OTHERS_LEAD = re.compile(r"(?:和|与|、)[^,。;和与]{2,24}牵头")
# A bracket that explains or shortens the name before it: 某类机构(以下简称机构).
DEFINITION = re.compile(r"\((?:即|指(?!标|数|导)|[^()]*(?:简称|以下称))[^()]*\)")
LIST_TAIL = re.compile(r"(?:、|和|与|及|以及|或|或者|并|其中|,|;|。|等)+$")
FILLERS = re.compile(r"(?:全部|均(?!等|衡)|都(?!市)|要|应(?!用|急|对|届)|须|能够)")
EACH = re.compile(
    r"(?:原则上)?(?:每个|每家|每所|每县|每乡|每镇|每村|每市|每名|每条|每处|每(?=[县市区乡镇村街])|各(?!类|级|项|种|地|方|部门|有关|相关)|所有|各级(?=每))"
    r"[^,。;:]*?(?=分别|均|都|至少|应|要|须|建|设(?!区)|配|拥有|有(?!条件|关)|依托|达|完成|开展|新建|规划|确定|选|在(?!职|岗)|打造|培育|按|全部|熟练|力争|不少于|不低于|原则|每年|年度|最高|累计|合计|总计|获得|发放|不超过|\d|一[支所个家名])"
)
INSTITUTIONS = re.compile(
    r"^(?:[^,。;:]*?(?:综合性?医院|专科医院|中医医院|\)医院|公立医院|市级医院|县级医院|县区医院|医院|卫生院|医疗机构|服务中心\)?|机构))(?!、|和|及|与|或|\(|占|比|率|数|设|总|的?比例|规范|信息|管理|评审|人员支出)"
)
AREA = re.compile(r"^(?:全市|全省|全县|全区|我市|市、县\(市、区\)|市域内|县域内|市直|市级以上|各地)(?!域)")


@cache
def leading_word() -> re.Pattern[str]:
    """A verb, adverb or year at the head of a clause, longest first."""
    others = book("verbs")["begins_other_words"]
    verbs = "|".join(
        re.escape(verb) + (f"(?![{others[verb]}])" if verb in others else "")
        for verb in sorted(book("verbs")["doing"], key=len, reverse=True)
    )
    return re.compile(rf"(?:(?:{verbs})(?!率|性|医学教育)|{TIMES})")


@cache
def _last_verb() -> re.Pattern[str]:
    """Everything up to the last verb whose object a number counts."""
    verbs, nouns = "|".join(book("verbs")["counted_object"]), "|".join(book("verbs")["nouns_behind"])
    return re.compile(rf".*(?:{verbs})(?!{nouns})")


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without list words and 的 at its ends."""
    while start < end and text[start] in "的、和与及,:;。—)”":
        start += 1
    tail = LIST_TAIL.search(text, start, end)
    return start, tail.start() if tail else end


def before_number(text: str, start: int, end: int, counts: bool) -> tuple[int, int]:
    """The noun phrase of ``text[start:end]``, which ends where a number begins; empty where there is none.

    ``counts``: a measure word follows, so that the last verb of doing begins the phrase; else only leading words go.
    """
    text = DEFINITION.sub(lambda bracket: "□" * len(bracket.group()), text)
    tail = BEFORE_NUMBER.search(text[start:end])
    if tail:
        end = start + tail.start()
    each = EACH.search(text[start:end])
    if each and each.end() < end - start:
        start += each.end()
    if counts and (last := _last_verb().match(text[start:end])) and end - start - last.end() >= 2:
        start += last.end()
    start = skip_leading(text, start, end, None if counts else SOFT_WORD)
    for pattern in (AREA,) if counts else (AREA, INSTITUTIONS):
        cut = pattern.match(text[start:end])
        if cut and end - start - cut.end() >= 4:
            start = skip_leading(text, start + cut.end(), end, SOFT_WORD)
    return trim(text, start, end)


def skip_leading(text: str, start: int, end: int, word: re.Pattern[str] | None = None) -> int:
    """Where the noun phrase begins behind verbs, adverbs and years at the head of a clause; two characters are left."""
    word = word or leading_word()
    while (leading := word.match(text, start, end)) and end - leading.end() >= 2:
        start = leading.end()
    return start


def after_number(text: str, start: int, end: int) -> tuple[int, int]:
    """The phrase behind a number with its bound word: up to the next list item, or subject and what it reaches."""
    bound = BOUND_AFTER.match(text[start:end])
    start += bound.end() if bound else 0
    if (arranged := ARRANGES.match(text, start, end)) and end - arranged.end() >= 2:
        start = arranged.end()
    if IDLE.match(text, start, end):
        return start, start
    creates = CREATES.search(text, start, end)
    if creates and creates.start() > start + 1 and end - creates.end() >= 3:
        return trim(text, creates.end(), end)
    if creates and creates.start() > start + 1:
        end = creates.start()
    others = OTHERS_LEAD.search(text, start, end + 24)
    if others and start < others.start() < end:
        end = others.start()
    stop = STOP_AFTER.search(text, start, end)
    if stop and stop.start() > start + 1:
        end = stop.start()
    return trim(text, start, end)


def phrase(words: str) -> str:
    """An indicator's wording without explaining brackets and the words that only say that all of them are meant."""
    words = DEFINITION.sub("", words)
    return FILLERS.sub("", words) if REACH.search(words) else words
