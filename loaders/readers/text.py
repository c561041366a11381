"""Read a plain text: UTF-8 or UTF-16 by its byte order mark, else UTF-8, else GB 18030; never with newline translation.

A byte order mark stays, as a character, so that offsets count in the text as it was decoded.
"""

from loaders.errors import ReadError
from loaders.readers.text_tables import tables
from loaders.readers.written import Decoded

# Control characters that no text holds; a few are allowed, because texts cut from old pages carry them.
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\x0b\x0c\r\x1a\x1b\x1c\x1d\x1e\x1f")
_ALLOWED_SHARE = 0.002
_WIDE = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def decode(data: bytes, name: str) -> Decoded:
    """The text of these bytes. Raises ReadError for binary data and for data that is in no known encoding."""
    text = _text(data, name)
    return Decoded(text, tables(text))


def _text(data: bytes, name: str) -> str:
    for mark, encoding in _WIDE:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise ReadError(f"{name}: the text is broken UTF-16: save it in UTF-8") from error
    controls = sum(data.count(code) for code in _CONTROLS)
    if b"\x00" in data or controls > len(data) * _ALLOWED_SHARE:
        raise ReadError(f"{name}: binary data found, a text in UTF-8 or GB 18030 wanted: export the document as text")
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ReadError(f"{name}: the text is neither UTF-8 nor GB 18030: save it in UTF-8")
