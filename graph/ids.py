"""Ids: a hash of the fewest raw, stable key fields that ontology.yaml names. Cleaning never enters them.

The exception is the document, whose number and title are printed in many ways: `folded_number` and `core_title`
make one of them, because they decide which document is meant.
"""

import hashlib
import json
import re
import unicodedata
from functools import lru_cache
from json.encoder import encode_basestring

_SHELL = re.compile(
    r"(?:关于(?:印发|转发|发布|公布|下发)[《〈]?|(?:印发|转发)[《〈])(?P<inner>.+?)[》〉]?的(?:通知|公告|函|通报)"
)
_ISSUER = re.compile(r"^[^关]{2,40}?(?:政府|办公厅|办公室|委员会|委|局|部|厅|中央|国务院)(?=关于)")
_BRACKETS = str.maketrans(dict.fromkeys("[(［（【〖", "〔") | dict.fromkeys("])］）】〗", "〕"))
_QUOTES = str.maketrans("", "", "《》〈〉“”‘’\"'「」『』")


@lru_cache(maxsize=4096, typed=True)
def hashed(label: str, *fields: object) -> str:
    """The id of a node or edge: its class in lower case and 16 hexadecimal digits of the hash of a JSON list."""
    raw = f"[{', '.join([_json(one) for one in (label, *fields)])}]"
    return f"{label.lower()}-{hashlib.sha256(raw.encode()).hexdigest()[:16]}"


def _json(value: object) -> str:
    """A value in JSON. json.dumps makes an encoder at each call, and most of an id's fields are texts and counts."""
    if isinstance(value, str):
        return encode_basestring(value)
    return str(value) if type(value) is int else json.dumps(value)


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
