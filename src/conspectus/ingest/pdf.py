"""PDF with a text layer, through pypdf. Pages follow each other as paragraphs; a scan is rejected.

A PDF's creation date is when the file was made, not when the article was published: it is no fact.
"""

import io
from typing import Any

from conspectus.ingest.draft import Draft, Drafts, Input, is_blank, quiet, told
from conspectus.model import Rejection

LOOKED_FOR = "the PDF's properties give none"


def drafts(given: Input) -> Drafts:
    import pypdf
    from pypdf.errors import PyPdfError

    quiet("pypdf")
    try:
        reader = pypdf.PdfReader(io.BytesIO(given.data))
        if _is_locked(reader):
            yield Rejection(given.name, "encrypted", "this PDF is locked with a password", "unlock it first")
            return
        pages = [page.extract_text().strip() for page in reader.pages]
        about = reader.metadata
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as error:
        yield Rejection(given.name, "broken", told("this PDF", error), "save or print it to PDF again")
        return
    body = "\n\n".join(page for page in pages if page)
    if is_blank(body):
        yield Rejection(
            given.name, "no text layer", "this PDF is a scan without a text layer", "run text recognition on it first"
        )
        return
    title = str((about and about.title) or "").strip()
    yield Draft(
        given.name, given.data, "application/pdf", None, 0, "pypdf", pypdf.__version__, body, LOOKED_FOR,
        title=title, authors=tuple(a.strip() for a in str((about and about.author) or "").split(";") if a.strip()),
    )  # fmt: skip


def _is_locked(reader: Any) -> bool:
    """Whether a password is needed. Without the optional packages for AES no other file can be opened either."""
    from pypdf.errors import DependencyError

    try:
        return bool(reader.is_encrypted) and not reader.decrypt("")
    except (DependencyError, NotImplementedError):
        return True
