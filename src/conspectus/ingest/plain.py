"""Plain text: the body is the decoded file, unchanged; its headline, if it has one, stays inside with its role."""

from conspectus.ingest.decode import decode
from conspectus.ingest.draft import Draft, Drafts, Input, is_blank
from conspectus.model import Rejection
from conspectus.version import __version__

LOOKED_FOR = "a plain text carries none"


def drafts(given: Input) -> Drafts:
    found = decode(given.data)
    if is_blank(found.text):
        yield Rejection(given.name, "empty", "the file has no words in it", "give a file with the article's text")
        return
    yield Draft(
        given.name, given.data, "text/plain", found.encoding, found.replaced, "plain", __version__, found.text,
        LOOKED_FOR,
    )  # fmt: skip
