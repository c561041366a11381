"""Read an old Word or WPS file (.doc, .wps): its words, numbers and tables become a DOCX in memory, which is then read.

Portals still offer most older plans so. What cannot be carried over exactly (drawings, macros) holds no words.
"""

import struct
from pathlib import Path
from tempfile import TemporaryDirectory

from loaders.errors import ReadError
from loaders.readers import docx
from loaders.readers.written import Decoded

_ADVICE = "open it and save it as DOCX"


def decode(data: bytes, name: str) -> Decoded:
    """The text of an old Word file. Raises ReadError for an encrypted or broken one and for Word before 97."""
    from doc2docx import convert  # noqa: PLC0415 - 60 ms that a start without such a file does not need
    from doc2docx.errors import Doc2DocxError, EncryptedDocumentError  # noqa: PLC0415

    with TemporaryDirectory() as folder:
        old, new = Path(folder) / "plan.doc", Path(folder) / "plan.docx"
        old.write_bytes(data)
        try:
            convert(old, new)
        except EncryptedDocumentError as error:
            raise ReadError(f"{name}: an encrypted Word file found: save it without a password") from error
        except (Doc2DocxError, ValueError, LookupError, ArithmeticError, struct.error) as error:
            raise ReadError(f"{name}: an old or broken Word file found that cannot be read: {_ADVICE}") from error
        return docx.decode(new.read_bytes(), name)
