"""``conspectus review``: decide about findings, put right what was read, take a page's review in, export gold."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from conspectus.cli.speaking import DONE, EXIT_CODES, NOTHING, SOME_REJECTED, say
from conspectus.cli.streams import put
from conspectus.errors import OptionError

if TYPE_CHECKING:
    from conspectus.model import Decision
    from conspectus.review import Parsed
    from conspectus.review.subject import Subject

_SAID = 3
"""So many odd lines of a file are named; the others are counted."""

EPILOG = f"""\b
Examples:
  conspectus compare articles/ --json story.json
  conspectus review story.json D1 --accept --who "A. Editor"
  conspectus review story.json D2 --reject --note "two different ferries"
  conspectus review story.json D2 --take-back
  conspectus review story.json AG3 --origin "the coast guard"
  conspectus review story.json --speaker "A:the minister" --is "Ilse Varga"
  conspectus review story.json --entity "B:Varga" --is "A:Tom Varga"
  conspectus review story.json --entity "B:Varga" --take-back
  conspectus review story.json --import conspectus-review.jsonl
  conspectus review story.json --gold gold/

{EXIT_CODES}"""


@click.command(epilog=EPILOG, short_help="Accept, reject and note findings; put right what was read.")
@click.argument("comparison", metavar="COMPARISON.json")
@click.argument("finding", required=False)
@click.option("--accept", is_flag=True, help="The finding holds.")
@click.option("--reject", is_flag=True, help="The finding does not hold.")
@click.option("--could-not-tell", is_flag=True, help="A person cannot tell either.")
@click.option(
    "--take-back", is_flag=True, help="Take back what you said of the finding, or what was put right at PLACE."
)
@click.option("--note", metavar="TEXT", help='A note on the finding, beside what you said of it; "" for none.')
@click.option("--origin", metavar="TEXT", help='Where the words that agree come from; "" for not stated.')
@click.option("--speaker", metavar="PLACE", help="A source to put right, as A:WORDS or A:body:START-END.")
@click.option("--entity", metavar="PLACE", help="A name to put right, as A:WORDS or A:body:START-END.")
@click.option("--is", "name", metavar="NAME", help='Whom it stands for, by a name that is printed; "" for nobody.')
@click.option("--every", is_flag=True, help="With --entity: all places in that article that have the words.")
@click.option("--who", metavar="NAME", envvar="CONSPECTUS_WHO", help="Who decides (or CONSPECTUS_WHO).")
@click.option("--import", "taken", metavar="FILE", help="Take in the review that a page exported.")
@click.option("--gold", metavar="FOLDER", help="Write what was decided as gold in the scorers' formats.")
@click.option("--to", metavar="FILE", help="The file of decisions; by default beside the comparison.")
def review(comparison: str, finding: str | None, **rest: Any) -> int:
    """Decide about the findings of a comparison, the file that compare --json wrote (- for standard input).

    Decisions are lines at the end of COMPARISON.decisions.jsonl, with who and when; none is ever changed. The next
    compare with --json or --html of the same name picks them up. Without an option, what was decided is listed.
    """
    from conspectus.cli.deciding import decisions
    from conspectus.review import append, beside
    from conspectus.review.subject import subject

    _one_thing(finding, rest)
    if comparison == "-" and not rest["to"]:
        raise click.UsageError("of standard input, say with --to FILE where its decisions are")
    about = subject(comparison, sys.stdin.buffer.read() if comparison == "-" else None)
    path = Path(rest["to"]) if rest["to"] else beside(comparison)
    if rest["gold"] is not None:
        return _gold(about, path, Path(rest["gold"]))
    if rest["taken"] is not None:
        return _take_in(about, path, Path(rest["taken"]), rest["who"])
    made = decisions(about, finding, rest, _held(path).decisions)
    if not made:
        return _listed(about, path, finding)
    append(path, made)
    for one in made:
        click.echo(_line(about, one))
    return DONE


def _one_thing(finding: str | None, rest: dict[str, Any]) -> None:
    """Refuse what would be left undone in silence: several things asked at once."""
    judged = [f"--{name.replace('_', '-')}" for name in ("accept", "reject", "could_not_tell") if rest[name]]
    if len(judged) > 1:
        raise click.UsageError(f"{' and '.join(judged)} contradict each other")
    decides = [
        f"--{name.replace('_', '-')}" for name in ("take_back", "note", "origin", "speaker", "entity", "name", "every")
        if rest[name] not in (None, False)
    ]  # fmt: skip
    alone = [f"--{word}" for word, name in (("gold", "gold"), ("import", "taken")) if rest[name] is not None]
    if len(alone) > 1 or (alone and (judged or decides or finding)):
        raise click.UsageError(f"{alone[0]} goes alone")


def _held(path: Path) -> "Parsed":
    from conspectus.review import Parsed, load

    return load(path) if path.exists() else Parsed((), ())


def _take_in(about: "Subject", path: Path, source: Path, who: str | None) -> int:
    """Add a page's review; what is about other articles, or no decision at all, is named and left out."""
    from dataclasses import replace

    from conspectus.review import append, load

    found = load(source)
    ids = {article["id"] for article in about.articles}
    own = [one for one in found.decisions if _bears(about, one, ids)]
    odd = say_refused(str(source), found)
    if len(found.decisions) > len(own):
        say(f"{source}: {len(found.decisions) - len(own)} are about other articles, left out", DONE)
    if not own:
        return say(f"{source}: no decision about these articles", NOTHING)
    added = append(path, [one if one.who else replace(one, who=who) for one in own])
    click.echo(f"{added} added to {path}" + (f", {len(own) - added} were there already" if len(own) > added else ""))
    return SOME_REJECTED if odd or len(found.decisions) > len(own) else DONE


def _bears(about: "Subject", one: "Decision", ids: set[str]) -> bool:
    """Whether a decision is about these articles, or one of them."""
    if one.correction:
        return any(span.article in ids for span in one.correction.spans)
    here = any(finding["id"] == one.finding for finding in about.findings)
    return here or one.story == about.story or not ids.isdisjoint(one.articles)


def say_refused(name: str, found: "Parsed") -> int:
    """Name the first lines of a file that are no decisions, count the others; how many there are."""
    for number, why in found.refused[:_SAID]:
        say(f"{name}:{number}: left out, {why}", DONE)
    if len(found.refused) > _SAID:
        say(f"{name}: {len(found.refused) - _SAID:,} more lines left out, none a decision", DONE)
    return len(found.refused)


def _gold(about: "Subject", path: Path, folder: Path) -> int:
    """What was decided in three files, each named after the comparison, so that many stories go into one folder."""
    import json

    from conspectus.errors import OutputError
    from conspectus.review import gold

    if not path.exists():
        raise OptionError("nothing was decided yet", str(path), "decide about a finding first")
    held = _held(path)
    name = Path(about.path).stem
    lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in gold.speakers(about, held.decisions, name))
    files = {
        folder / f"{name}.json": _indented(gold.findings(about, held.decisions)),
        folder / "speakers" / f"{name}.jsonl": lines,
        folder / "entities" / f"{name}.json": _indented(gold.entities(about, held.decisions)),
    }
    taken = next((file for file in files if file.exists() and about.path != "-" and file.samefile(about.path)), None)
    if taken:
        raise OptionError("would be written over the comparison itself", str(taken), "give another folder")
    for file, text in files.items():
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(f"cannot be made ({error.strerror})", str(file.parent), "give another folder") from error
        put(str(file), text.encode("utf-8"))
        click.echo(file)
    return SOME_REJECTED if say_refused(str(path), held) else DONE


def _indented(content: dict[str, Any]) -> str:
    import json

    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _listed(about: "Subject", path: Path, finding: str | None) -> int:
    """All that was decided about the findings, or about one, in time; lines that are no decision are named."""
    from conspectus.review import in_time, right, standing

    held = _held(path)
    wanted = about.finding(finding)["id"] if finding else None
    shown = [one for one in in_time(held.decisions) if wanted in (None, one.finding)]
    stand = {one for name in {one.finding for one in shown} for one in standing(shown, name or "")} | {*right(shown)}
    for one in shown:
        click.echo(_line(about, one) + ("" if one in stand or _takes_back(one) else "  (no longer stands)"))
    odd = say_refused(str(path), held)
    click.echo(_count(about, wanted, [one for one in shown if one in stand]))
    return SOME_REJECTED if odd else DONE


def _takes_back(one: "Decision") -> bool:
    return one.correction.withdrawn if one.correction else not (one.judgement or one.note)


def _count(about: "Subject", wanted: str | None, stand: "Sequence[Decision]") -> str:
    ids = {one["id"] for one in about.findings} if wanted is None else {wanted}
    judged = {one.finding for one in stand if one.judgement}
    gone = {one.finding for one in stand if one.finding not in ids and one.correction is None}
    kept = f"; what was said of {len(gone)} that are not made here is kept" if gone else ""
    return f"{len(judged & ids)} of {len(ids)} findings reviewed{kept}"


def _line(about: "Subject", one: "Decision") -> str:
    """A decision on one line: when, who, the finding, what was said."""
    from conspectus.present.safe import for_terminal
    from conspectus.present.wording import judged

    finding = next((f for f in about.findings if f["id"] == one.finding), None)
    gone = f"{one.finding} “{one.about}”, not made here:" if one.about else f"{one.finding}, not made here:"
    label = finding["label"] if finding else gone if one.finding else "–"
    return for_terminal(f"{one.when[:19]}Z  {one.who or 'no name'}  {label}  {judged(one, about.quoted)}")
