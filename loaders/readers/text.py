"""Read a plain text: UTF-8 (a byte order mark stays, as a character), else GB 18030; never with newline translation."""

from loaders.errors import ReadError
from loaders.readers.written import Decoded

# Control characters that no text holds; a few are allowed, because texts cut from old pages carry them.
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\x0b\x0c\r\x1a\x1b\x1c\x1d\x1e\x1f")
_ALLOWED_SHARE = 0.002


def decode(data: bytes, name: str) -> Decoded:
    """The text of these bytes. Raises ReadError for binary data and for data that is in neither encoding."""
    controls = sum(data.count(code) for code in _CONTROLS)
    if b"\x00" in data or controls > len(data) * _ALLOWED_SHARE:
        raise ReadError(f"{name}: binary data found, a text in UTF-8 or GB 18030 wanted: export the document as text")
    for encoding in ("utf-8", "gb18030"):
        try:
            return Decoded(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    raise ReadError(f"{name}: the text is neither UTF-8 nor GB 18030: save it in UTF-8")
