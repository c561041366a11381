"""How numbers stand in words: 三分之二, 千分之三, 翻一番, 百家, and what a number is counted on: /10万人口."""

from loaders.pattern import Pattern

NUMERAL = "零〇一二两三四五六七八九十百千万亿"
IN_WORDS = Pattern("where a number in words can begin", f"[{NUMERAL}翻半]", ("三家", "翻番"), ("多个", "几家"))
BEYOND_HALF = Pattern("a half that a part goes beyond: 过半", "(?<=过)半", ("过半医院",), ("半数", "半年"))
AFTER_WORDS = Pattern(
    "what can stand behind the first character of a number in words, but for units",
    rf"[{NUMERAL}至到分成番半数余多~-]",
    matches=("十", "成以上"),
    near_misses=("的", "体化"),
    way="match",
)
SMALL = "一二两三四五六七八九"
# Measure words of round numbers in characters: 百个, 千家, 万名.
ROUND_UNITS = "家|个|名|所|项|户|场|座|台"
PER = Pattern(
    "what a quantity is counted on: 4.5名/10万人口, 500元/人·年",
    r"/(?:每)?(?:(?P<base>\d*[十百千万]+(?:名|个)?(?:[\u4e00-\u9fff]{0,4}?(?:人口|居民|儿童|老年人|老人|人))?)"
    r"|(?P<each>(?:人|户|床|个|张|套|间|所|家|名|次|例|年|季度|季|月|周|天|日|学年|学期|亩|平方公里|平方米|㎡|吨|台|辆|公里"
    r"|课时|学时)(?:[·./](?:年|月|天|日|次))?))",
    matches=("/10万人口", "/人·年", "/平方公里"),
    near_misses=("10万人口", "/某市"),
    way="match",
)
# Of whom half can be said without more: 一半医院, 过半数的村卫生室.
WHOM = "的?(?:公立|民营|基层|县|市|区|乡|镇|村|街道|社区|行政村|医院|医疗|机构|卫生|学校|企业|养老|托育|定点|单位|家庭)"
PARTS = Pattern(
    "parts and multiples in words: 百分之八十, 三分之二, 两成以上, 一半以上, 翻一番",
    rf"百分之(?P<percent>[{NUMERAL}]+(?:点[{NUMERAL}]+)?)"
    rf"|(?P<below>[二三四五六七八九十])分之(?P<above>[{SMALL}])"
    rf"|(?P<tenths>[{SMALL}])成(?P<half>半)?(?=及?以上|以内|以下|左右|的|多|[,。;、])"
    rf"|(?P<halves>(?:一半|半数)(?=以上|左右|[,。;、]|{WHOM})|(?<=过)半数?(?={WHOM}|[,。;])"
    r"|(?:(?<=超过)|(?<=达到)|(?<=高于)|(?<=低于)|(?<=少于)|(?<=覆盖))(?:一半|半数))"
    r"|翻(?P<doubled>[一两二三]?)番",
    matches=("百分之八十", "三分之二", "两成以上", "九成半左右", "半数以上", "一半医院", "翻番"),
    near_misses=("一成不变", "三成果", "一半径", "半数字化", "翻新"),
    way="match",
)
# What a rate in words is counted on: its unit, and by what its number is divided.
RATE_UNITS = {"千": ("‰", 1), "万": ("‰", 10), "十万": ("/10万", 1), "10万": ("/10万", 1)}
RATES = Pattern(
    "rates in words: 千分之三, 十万分之九, 万分之五",
    rf"(?P<rated>10万|十万|[千万])分之(?P<rate>[{NUMERAL}]+(?:点[{NUMERAL}]+)?|\d+(?:[.．]\d+)?)",
    matches=("千分之三", "十万分之九", "千分之一点五", "10万分之9.5"),
    near_misses=("百分之三", "万分感谢", "千分制"),
    way="match",
)
ROUND = Pattern(
    "round numbers in characters: 百个, 千家, 万名",
    rf"(?<![每数上近几多{NUMERAL}\d])(?P<round>[百千万])(?P<ru>{ROUND_UNITS})",
    matches=("培育百家企业", "集聚万名人才"),
    near_misses=("每万名居民", "数百家", "三百家"),
)
