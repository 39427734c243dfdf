"""Articles in record batches → their stories: words are counted in the processes, and grouped in this one.

What ``group`` finds, without the articles: of each only its id, day and name are held, and its words as ``group`` holds
them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import batched
from typing import TYPE_CHECKING, Any

from conspectus.group.days import day_of
from conspectus.group.kept import kept
from conspectus.group.seen import nothing_seen, see
from conspectus.group.signature import packed, signature, unpacked
from conspectus.group.stories import Placed, placing, reason, why
from conspectus.model import Rejection, story_id
from conspectus.options import GroupOptions, RunOptions
from conspectus.run.local import Died, Step, Work, carried_out
from conspectus.run.tables import arrow, rejected, row_article, table

if TYPE_CHECKING:
    from pyarrow import RecordBatch, Schema

_ROWS = 1000


@dataclass(slots=True)
class _Known:
    """What is held of the articles, in the order in which they came; what failed is passed on."""

    ids: list[str] = field(default_factory=list)
    days: list[int | None] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    rejections: list[str] = field(default_factory=list)


def signatures_schema() -> "Schema":
    """An article a row: its id, its day (proleptic ordinal, null where unknown), what it is called, its signature."""
    pyarrow = arrow()
    strings = [(name, pyarrow.string()) for name in ("id", "name", "rejection")]
    return pyarrow.schema([*strings, ("day", pyarrow.int32()), ("signature", pyarrow.binary())])


def places_schema() -> "Schema":
    """An article a row: its story, the story that this one follows, the likest article of its story and how like."""
    pyarrow = arrow()
    strings = [(name, pyarrow.string()) for name in ("id", "story", "follows", "reason", "nearest", "why", "rejection")]
    return pyarrow.schema([*strings, ("likeness", pyarrow.float64())])


def sign_step(_: None) -> Step:
    """Articles → signatures."""
    return sign_batch


def sign_batch(articles: "RecordBatch") -> "RecordBatch":
    """READ → ``signatures_schema``."""
    rows: list[dict[str, Any]] = []
    for row in articles.to_pylist():
        if row.get("rejection"):
            rows.append({"id": row["id"], "rejection": row["rejection"]})
            continue
        one = row_article(row)
        signed = packed(signature(one.title, one.body))
        rows.append({"id": one.id, "name": one.title or one.raw.name, "day": day_of(one), "signature": signed})
    return table(rows, signatures_schema())


def sign_aside(row: "RecordBatch", why: str) -> "RecordBatch":
    """For an article whose words cannot be counted in any process."""
    name = row.column("id")[0].as_py()
    lost = Rejection(name, "grouping-failed", f"counting its words {why}", "tell the makers of Conspectus")
    return table([{"id": name, "rejection": rejected(lost)}], signatures_schema())


def group_batches(
    articles: Iterable["RecordBatch"],
    options: GroupOptions = GroupOptions(),
    running: RunOptions = RunOptions(),
    told: Callable[[Died], None] = lambda _: None,
) -> Iterator["RecordBatch"]:
    """READ → ``places_schema``, in the order of the stories and articles that ``group`` gives; what failed comes last.

    All articles have to be known before the first has a place.
    """
    known, found, seen = _Known(), set[str](), nothing_seen()
    with kept() as signatures:
        for answer in carried_out(Work(sign_step, None, "id", sign_aside), articles, running, told):
            for row in answer.to_pylist():
                if row["rejection"]:
                    known.rejections.append(row["rejection"])
                elif row["id"] not in found:
                    found.add(row["id"])
                    _note(row, known)
                    one = unpacked(row["signature"])
                    signatures.put(one)
                    seen = see(seen, one)
        # The order of ids, as for ``group``: that in which batches come decides nothing.
        order = sorted(range(len(known.ids)), key=known.ids.__getitem__)
        known.ids, known.names = [known.ids[at] for at in order], [known.names[at] for at in order]
        known.days = [known.days[at] for at in order]
        placed = placing(known.days, lambda number: signatures[order[number]], seen, options)
    rows = [*_places(placed, known), *({"rejection": text} for text in known.rejections)]
    for some in batched(rows, _ROWS):
        yield table(some, places_schema())


def _note(row: dict[str, Any], known: _Known) -> None:
    known.ids.append(row["id"])
    known.days.append(row["day"])
    known.names.append(row["name"])


def _places(placed: Sequence[Placed], known: _Known) -> Iterator[dict[str, Any]]:
    stories = [story_id(known.ids[number] for number in one.numbers) for one in placed]
    for story, one in zip(stories, placed, strict=True):
        shared = {"story": story, "follows": None if one.follows is None else stories[one.follows]}
        shared["reason"] = reason(len(one.numbers), one.dated)
        for number in one.numbers:
            score, nearest = one.near.get(number, (0.0, None))
            near = None if nearest is None else known.ids[nearest]
            told = why(number, one, known.names.__getitem__, known.days)
            yield shared | {"id": known.ids[number], "nearest": near, "likeness": round(score, 2), "why": told}
