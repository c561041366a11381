"""Read a page that was saved as one file (MHTML), which portals offer under the name .doc: its first HTML part."""

from email import message_from_bytes
from email.errors import MessageError

from loaders.errors import ReadError
from loaders.readers import html
from loaders.readers.written import Decoded


def decode(data: bytes, name: str) -> Decoded:
    """The article of the page in this file. Raises ReadError where it holds no page."""
    try:
        parts = [part for part in message_from_bytes(data).walk() if part.get_content_type() == "text/html"]
    except MessageError as error:
        raise ReadError(f"{name}: a saved page that is broken: save it again as HTML") from error
    page = parts[0].get_payload(decode=True) if parts else None
    if not isinstance(page, bytes):
        raise ReadError(f"{name}: a saved page without text found, a page with text wanted: save it again as HTML")
    return html.decode(page, name)
