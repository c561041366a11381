"""Marks of Markdown in a plain text: blanked in the folded text, so that rules read words alone and offsets hold."""

from loaders.pattern import Pattern

# In this order: what opens a line; emphasis; code; escapes; pictures; a link's address and opening bracket; tags.
MARKS = Pattern(
    "marks_of_markdown",
    r"(?m)^(?![ \t]*(?:[-*_][ \t]*){3,}$)(?:[ \t]*(?:#{1,6}(?=[ \t])|>|[-*+](?=[ \t])))+"
    r"|\*{2,3}|`+|\\(?=[!-/:-@\[-`{-~])"
    r"|!\[[^\]\n]{0,200}\]\([^()\s]{0,500}\)"
    r"|\]\((?:https?:|mailto:|[./])[^()\s]{0,500}(?:[ \t]+\"[^\"\n]{0,200}\")?[ \t]*\)"
    r"|\[(?=[^\[\]\n]{1,300}\]\((?:https?:|mailto:|[./]))"
    r"|</?[a-zA-Z][^<>\n]{0,200}>",
    (
        "## 一、目标",
        "**责任单位：**市教育局",
        "> 市教育局",
        "- （一）建设",
        "1\\.建设",
        "见[某办法](http://a.cn/1)",
        "甲<br>乙",
    ),
    ("一、目标", "某政办发[2024]5号", "-5", "---", "#1楼", "P<0.05，A>B", "(2024-2025年)"),
)


def blanked(text: str) -> str:
    """The text with a blank for each character of a mark: of equal length."""
    return MARKS.re.sub(lambda mark: " " * len(mark.group()), text)
