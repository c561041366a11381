"""Characters of a PDF's text layer as common characters.

Decision: a PDF is written with the common characters right away. Fonts that browsers and macOS embed lead back to
radicals (⼀ ⽅ ⻔) where the page shows the plain character; the radical is an accident of the font, the page shows no
difference, and offsets count in the written text anyway, so titles, bodies and names compare with other texts without
a second form. The radicals of Unicode's second block have no decomposition of their own: they are listed here, as
Unicode's table of equivalent ideographs has them, simplified where the radical is.
"""

import unicodedata
from functools import cache

# The radicals U+2E80-2EF3 that have a character of their own, each before its character.
_RADICALS = """
⺀冫 ⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺑尣 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗心 ⺘扌
⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪疋 ⺫目 ⺬示 ⺭礻 ⺮竹 ⺯糹 ⺰纟 ⺱罓
⺲罒 ⺳罓 ⺴罓 ⺶羊 ⺷羊 ⺸羊 ⺹耂 ⺺肀 ⺻聿 ⺼月 ⺽臼 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇角 ⻈讠 ⻉贝 ⻊足
⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏阝 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕阝 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞食 ⻟飠 ⻠饣 ⻡首 ⻢马
⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龟 ⻲亀 ⻳龟 ⼾户 ⾭青 ⽱禸
"""
_BLOCKS = (range(0x2F00, 0x2FE0), range(0xF900, 0xFB00), range(0x2F800, 0x2FA20))
# What has no width and what no text may hold is dropped. A soft hyphen that stands in a PDF was drawn: it is a hyphen.
_DROPPED = (*range(9), 11, 12, *range(14, 32), *range(0x7F, 0xA0), *range(0x200B, 0x2010), 0x2060, 0xFEFF)
_NO_CHARACTER = (0xFFFD, 0xFFFE, 0xFFFF)


@cache
def _table() -> dict[int, str]:
    table = dict.fromkeys((*_DROPPED, *_NO_CHARACTER), "") | {0xAD: "-"}
    for block in _BLOCKS:
        for code in block:
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1 and plain != chr(code):
                table[code] = plain
    table.update({ord(pair[0]): pair[1] for pair in _RADICALS.split()})
    return table


def common(code: int) -> str:
    """The common character for a code point of a PDF, "" for one that stands for no character."""
    found = _table().get(code)
    return found if found is not None else "" if 0xD800 <= code < 0xE000 else chr(code)
