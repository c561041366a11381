"""Decide before it runs whether a user's Cypher may run: it must only read, and call only what is listed here.

The text is cut into tokens (strings, quoted names and comments are recognised, never searched), then each token is
judged by its place. What is not known to be harmless is refused. The read-only handle and the worker process stand
behind this; neither alone would stop LOAD CSV, which reads files even on a read-only handle.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MAX_CHARS = 20_000
MAX_NESTING = 60

_TOKEN = re.compile(
    r"""(?P<blank>\s+|//[^\n]*|/\*.*?\*/)
      | (?P<string>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")
      | (?P<quoted>`[^`]*`)
      | (?P<param>\$\w+)
      | (?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|0[xo][0-9a-fA-F]+)
      | (?P<word>[^\W\d]\w*)
      | (?P<mark>/(?!\*)|[-+*%^=<>!~.,:;|&()\[\]{}?])
    """,
    re.VERBOSE | re.DOTALL,
)

_REFUSED = frozenset(
    re.findall(
        r"\w+",
        """create merge delete detach set remove drop foreach load insert copy alter grant deny revoke enable disable
        rename terminate show use using explain profile transactions reallocate deallocate""",
    )
)
_FIRST = frozenset({"match", "optional", "with", "unwind", "return", "call"})

# Words that may stand before "(" without being a function.
_BEFORE_BRACKET = frozenset(
    re.findall(
        r"\w+",
        """match where and or xor not in return with unwind as is when then else case by distinct contains
        call limit skip order asc desc ascending descending union all count exists collect any none single reduce
        shortestpath allshortestpaths on starts ends optional""",
    )
)

FUNCTIONS = frozenset(
    re.findall(
        r"\w+",
        """abs acos asin atan atan2 avg cbrt ceil char_length character_length coalesce collect cos count date datetime
        degrees duration elementid endnode exp extract filter floor haversin head id isempty keys labels last left
        length localdatetime localtime log log10 lower ltrim max min nodes nullif pi point properties radians rand
        range reduce relationships replace reverse right round rtrim sign sin size split sqrt startnode substring
        sum tail tan time toboolean tobooleanornull tofloat tofloatornull tointeger tointegerornull tolower tostring
        tostringornull toupper trim type upper valuetype stdev stdevp percentilecont percentiledisc all any none single
        exists isnan""",
    )
)
PROCEDURES = frozenset({"db.labels", "db.relationshiptypes", "db.propertykeys"})


class RefusedCypher(ValueError):
    """A query that is not run. The message says what was found, where, and what to write instead."""


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    line: int

    @property
    def word(self) -> str:
        """The token in lower case if it is a bare word, else an empty string."""
        return self.text.lower() if self.kind == "word" else ""


def check(query: str) -> None:
    """Raise RefusedCypher unless the query is one reading statement that calls only listed functions."""
    if len(query) > MAX_CHARS:
        raise RefusedCypher(
            f"The query has {len(query)} characters; at most {MAX_CHARS} are read. Pass lists as params."
        )
    if re.search(r"\\[uU]", query):
        raise RefusedCypher("The query has a \\u escape, which could hide a word; write the character itself.")
    tokens = list(_tokens(query))
    while tokens and tokens[-1].text == ";":
        tokens.pop()
    if not tokens:
        raise RefusedCypher("The query is empty; write one that reads, such as MATCH (n) RETURN count(n).")
    if tokens[0].word not in _FIRST:
        raise RefusedCypher(
            f"A query begins with MATCH, WITH, UNWIND, CALL or RETURN; this one with {tokens[0].text!r}."
        )
    _check_nesting(tokens)
    for place in range(len(tokens)):
        _check_token(tokens, place)


def _tokens(query: str) -> Iterator[_Token]:
    position, line = 0, 1
    while position < len(query):
        match = _TOKEN.match(query, position)
        if match is None:
            shown = query[position : position + 12]
            raise RefusedCypher(f"Line {line}: {shown!r} cannot be read; is a quote, bracket or comment left open?")
        kind = str(match.lastgroup)
        if kind != "blank":
            yield _Token(kind, match.group(), line)
        line += match.group().count("\n")
        position = match.end()


def _check_nesting(tokens: list[_Token]) -> None:
    depth = 0
    for token in tokens:
        if token.kind == "mark":
            depth += (token.text in "([{") - (token.text in ")]}")
        if depth > MAX_NESTING:
            raise RefusedCypher(f"Line {token.line}: brackets are nested deeper than {MAX_NESTING}; write it flatter.")


def _check_token(tokens: list[_Token], place: int) -> None:
    token = tokens[place]
    before = tokens[place - 1].text if place else ""
    after = tokens[place + 1].text if place + 1 < len(tokens) else ""
    if token.text == ";":
        raise RefusedCypher(f"Line {token.line}: one statement a request; take out what follows the semicolon.")
    if token.word in _REFUSED and not _is_name(tokens, place):
        raise RefusedCypher(
            f"Line {token.line}: {token.text} is not allowed here, only reading is. "
            f"If it is a name, write it in backticks: `{token.text}`."
        )
    if token.word == "call" and before not in {".", ":"} and after not in {"(", "{"}:
        _check_procedure(tokens, place)
    elif after == "(" and (token.kind == "quoted" or token.word) and before != ":":
        _check_function(tokens, place)


def _is_name(tokens: list[_Token], place: int) -> bool:
    """Whether a word stands where only a property, a label, a relationship type or a map's key can stand.

    A point after a number or another point makes no property: ``1.`` may be read as a number.
    """
    before = tokens[place - 1].text if place else ""
    after = tokens[place + 1].text if place + 1 < len(tokens) else ""
    if before == "." and place >= 2:
        owner = tokens[place - 2]
        return owner.kind in {"word", "quoted", "param"} or owner.text in {")", "]", "}"}
    return before == ":" or (before in {"{", ","} and after == ":")


def _check_function(tokens: list[_Token], place: int) -> None:
    token, name = tokens[place], _dotted(tokens, place)
    if place and tokens[place - 1].word == "call":
        return
    if "." not in name and token.word in _BEFORE_BRACKET | FUNCTIONS:
        return
    if _called_by_call(tokens, place):
        return
    raise RefusedCypher(f"Line {token.line}: the function {name} is not on the list of those that may be called.")


def _dotted(tokens: list[_Token], place: int) -> str:
    """The name that ends at this token, with what stands before its dots."""
    first = place
    while first >= 2 and tokens[first - 1].text == ".":
        first -= 2
    return "".join(token.text for token in tokens[first : place + 1])


def _called_by_call(tokens: list[_Token], place: int) -> bool:
    """Whether this name is that of a CALL, which has been judged at the CALL."""
    first = place
    while first >= 2 and tokens[first - 1].text == ".":
        first -= 2
    return first > 0 and tokens[first - 1].word == "call"


def _check_procedure(tokens: list[_Token], place: int) -> None:
    rest = tokens[place + 1 :]
    name = ""
    for token in rest:
        if token.kind not in {"word", "quoted"} and token.text != ".":
            break
        if token.word == "yield" or (name and not name.endswith(".") and token.text != "."):
            break
        name += token.text
    if name.lower() not in PROCEDURES:
        line = tokens[place].line
        raise RefusedCypher(f"Line {line}: the procedure {name or 'after CALL'} is not on the list of those allowed.")
