"""Word documents, through python-docx: paragraphs and the text of tables, in document order."""

import io
import zipfile
from typing import Any

from conspectus.ingest.draft import Draft, Drafts, Input, is_blank, told
from conspectus.model import Rejection

LOOKED_FOR = "the document's properties give none"
_LARGEST = 200_000_000


def drafts(given: Input) -> Drafts:
    from importlib.metadata import version

    import docx
    from docx.opc.exceptions import OpcError
    from docx.table import Table

    if _unpacked(given.data) > _LARGEST:
        yield Rejection(given.name, "too large", "this document unpacks to over 200 MB", "give its text alone")
        return
    try:
        document = docx.Document(io.BytesIO(given.data))
        lines = []
        for block in document.iter_inner_content():
            if isinstance(block, Table):
                lines += [_row(row) for row in block.rows]
            else:
                lines.append(block.text)
    except (zipfile.BadZipFile, OpcError, ValueError, KeyError, OSError, AttributeError, SyntaxError) as error:
        yield Rejection(given.name, "broken", told("this document", error), "open it and save it again as .docx")
        return
    body = "\n".join(lines).strip()
    if is_blank(body):
        yield Rejection(given.name, "empty", "this document has no text", "give a document with the article's text")
        return
    about = document.core_properties
    yield Draft(
        given.name, given.data, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", None, 0,
        "python-docx", version("python-docx"), body, LOOKED_FOR, title=(about.title or "").strip(),
    )  # fmt: skip


def _row(row: Any) -> str:
    """The cells of a row, one tab apart. A merged cell is handed out once for each column it covers."""
    cells: list[Any] = []
    for cell in row.cells:
        if not cells or cell._tc is not cells[-1]._tc:
            cells.append(cell)
    return "\t".join(cell.text for cell in cells)


def _unpacked(data: bytes) -> int:
    """How many bytes the document has unpacked, as it states; 0 where it is broken."""
    try:
        return sum(one.file_size for one in zipfile.ZipFile(io.BytesIO(data)).infolist())
    except (zipfile.BadZipFile, OSError, ValueError):
        return 0
