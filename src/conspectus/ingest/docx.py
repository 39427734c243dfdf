"""Word documents, through python-docx: paragraphs and the text of tables, in document order."""

import io

from conspectus.ingest.draft import Draft, Drafts, Input
from conspectus.model import Rejection

LOOKED_FOR = "the document's properties give none"


def drafts(given: Input) -> Drafts:
    from importlib.metadata import version

    import docx
    from docx.opc.exceptions import OpcError
    from docx.table import Table

    try:
        document = docx.Document(io.BytesIO(given.data))
        lines = []
        for block in document.iter_inner_content():
            if isinstance(block, Table):
                lines += ["\t".join(cell.text for cell in row.cells) for row in block.rows]
            else:
                lines.append(block.text)
    except (OpcError, ValueError, KeyError, OSError, AttributeError, SyntaxError) as error:
        yield Rejection(
            given.name, "broken", f"this document cannot be read ({error})", "open it and save it again as .docx"
        )
        return
    body = "\n".join(lines).strip()
    if not body:
        yield Rejection(given.name, "empty", "this document has no text", "give a document with the article's text")
        return
    about = document.core_properties
    yield Draft(
        given.name, given.data, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", None, 0,
        "python-docx", version("python-docx"), body, LOOKED_FOR, title=(about.title or "").strip(),
    )  # fmt: skip
