"""What tests of the library build with: invented articles of one week."""

from dataclasses import replace

from factories import article

from conspectus.model import Article, Fact
from conspectus.store import Library

NOW = "2031-06-01T10:00:00Z"
_FERRY = (
    "A ferry with {} people on board turned over in the Carrow Strait on Tuesday. The coast guard at Port Tarn sent "
    "four lifeboats, and the master of the ferry, Tomas Brandl, was among the last to leave the car deck."
)
_TRIAL = (
    "The court of Belmark heard the auditor Mira Kosta. She told the judges that {} invoices of the bridge fund had "
    "been signed by nobody, and the defence asked for a second audit of the fund."
)


def told(text: str, number: int, day: str | None, title: str, outlet: str, url: str | None = None) -> Article:
    made = article(text.format(number), title, outlet, day, f"{outlet}.txt")
    if url is None:
        return made
    return replace(made, url=Fact(url, "person", "the test"))


def ferry(number: int, day: str | None = "2031-05-20", outlet: str = "Tarn Post", url: str | None = None) -> Article:
    return told(_FERRY, number, day, f"Ferry turns over, {number} on board", outlet, url)


def trial(number: int, day: str | None = "2031-05-20", outlet: str = "Belmark Courier") -> Article:
    return told(_TRIAL, number, day, f"Auditor heard, {number} invoices", outlet)


def placed(library: Library) -> dict[str, str]:
    """Title of each article → its story."""
    return dict(library.base.execute("SELECT title, story FROM articles"))
