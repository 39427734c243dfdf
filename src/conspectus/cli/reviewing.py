"""``conspectus review``: decide about findings, put right what was read, take a page's review in, export gold."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from conspectus.cli.speaking import DONE, EXIT_CODES, NOTHING, say
from conspectus.cli.streams import put
from conspectus.errors import OptionError

if TYPE_CHECKING:
    from conspectus.model import Correction, Decision
    from conspectus.review.subject import Subject

EPILOG = f"""\b
Examples:
  conspectus compare articles/ --json story.json
  conspectus review story.json D1 --accept --who "A. Editor"
  conspectus review story.json D2 --reject --note "two different ferries"
  conspectus review story.json AG3 --origin "the coast guard"
  conspectus review story.json --speaker "A:the minister" --is "Ilse Varga"
  conspectus review story.json --entity "B:Varga" --is "A:Tom Varga"
  conspectus review story.json --import conspectus-review.jsonl
  conspectus review story.json --gold gold/

{EXIT_CODES}"""


@click.command(epilog=EPILOG, short_help="Accept, reject and note findings; put right what was read.")
@click.argument("comparison", metavar="COMPARISON.json")
@click.argument("finding", required=False)
@click.option("--accept", "judgement", flag_value="accept", help="The finding holds.")
@click.option("--reject", "judgement", flag_value="reject", help="The finding does not hold.")
@click.option("--could-not-tell", "judgement", flag_value="could not tell", help="A person cannot tell either.")
@click.option("--take-back", is_flag=True, help="Take back what you said about the finding.")
@click.option("--note", default="", metavar="TEXT", help="A note on the finding.")
@click.option("--origin", metavar="TEXT", help='Where the words of the finding come from; "" for not stated.')
@click.option("--speaker", metavar="PLACE", help="A source to put right, as A:WORDS or A:body:START-END.")
@click.option("--entity", metavar="PLACE", help="A name to put right, as A:WORDS or A:body:START-END.")
@click.option("--is", "name", metavar="NAME", help='Whom it stands for, by a name that is printed; "" for nobody.')
@click.option("--who", metavar="NAME", envvar="CONSPECTUS_WHO", help="Who decides (or CONSPECTUS_WHO).")
@click.option("--import", "taken", metavar="FILE", help="Take in the review that a page exported.")
@click.option("--gold", metavar="FOLDER", help="Write what was decided as gold in the scorers' formats.")
@click.option("--to", metavar="FILE", help="The file of decisions; by default beside the comparison.")
def review(comparison: str, finding: str | None, **rest: Any) -> int:
    """Decide about the findings of a comparison.

    Decisions are lines at the end of COMPARISON.decisions.jsonl, with who and when; none is ever changed. The next
    compare with --json or --html of the same name picks them up. Without an option, what was decided is listed.
    """
    from conspectus.review import append, beside
    from conspectus.review.subject import subject

    about = subject(comparison)
    path = Path(rest["to"]) if rest["to"] else beside(comparison)
    if rest["gold"]:
        return _gold(about, path, Path(rest["gold"]))
    if rest["taken"]:
        return _take_in(about, path, Path(rest["taken"]), rest["who"])
    made = _decided(about, finding, rest)
    if made is None:
        return _listed(about, path, finding)
    append(path, [made])
    click.echo(_line(about, made))
    return DONE


def _decided(about: "Subject", finding: str | None, rest: dict[str, Any]) -> "Decision | None":
    """The decision that the options make, or None where they make none."""
    from datetime import UTC, datetime

    from conspectus.model import Decision

    right = _correction(about, finding, rest)
    if right is None and not (rest["judgement"] or rest["note"] or rest["take_back"]):
        return None
    if finding is None and not rest["speaker"] and not rest["entity"]:
        raise click.UsageError("say which finding, by its label or id")
    if rest["take_back"] and (rest["judgement"] or rest["note"]):
        raise click.UsageError("--take-back says nothing else")
    name = about.finding(finding)["id"] if finding else None
    when = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Decision(about.story, name, rest["judgement"], rest["note"], rest["who"], when, right)


def _correction(about: "Subject", finding: str | None, rest: dict[str, Any]) -> "Correction | None":
    from conspectus.model import Correction
    from conspectus.review.subject import entity, spans_of, speaker

    given = [name for name in ("origin", "speaker", "entity") if rest[name] is not None]
    if len(given) > 1 or (given and (rest["judgement"] or rest["take_back"])):
        raise click.UsageError("one correction at a time, and no judgement with it")
    if rest["name"] is not None and given not in (["speaker"], ["entity"]):
        raise click.UsageError("--is says whom --speaker or --entity stands for")
    if given == ["origin"]:
        if finding is None:
            raise click.UsageError("say which finding, by its label or id")
        spans = [s for side in about.finding(finding)["sides"] for s in spans_of(side["spans"])]
        return Correction("origin", tuple(sorted(set(spans))), value=rest["origin"] or None)
    if given and rest["name"] is None:
        raise click.UsageError(f'say whom --{given[0]} stands for with --is NAME, or --is "" for nobody')
    if given:
        put_right = speaker if given == ["speaker"] else entity
        return put_right(about, rest[given[0]], rest["name"])
    return None


def _take_in(about: "Subject", path: Path, source: Path, who: str | None) -> int:
    """Add a page's review; what is about other articles, or no decision at all, is named and left out."""
    from dataclasses import replace

    from conspectus.review import append, load

    found = load(source)
    own = [one for one in found.decisions if one.story == about.story]
    added = append(path, [one if one.who else replace(one, who=who) for one in own])
    for number, why in found.refused:
        say(f"{source}:{number}: left out, {why}", DONE)
    if len(found.decisions) > len(own):
        say(f"{source}: {len(found.decisions) - len(own)} are about other articles, left out", DONE)
    click.echo(f"{added} added to {path}" + (f", {len(own) - added} were there already" if len(own) > added else ""))
    return DONE if own else say(f"{source}: no decision about these articles", NOTHING)


def _gold(about: "Subject", path: Path, folder: Path) -> int:
    import json

    from conspectus.review import gold, load

    if not path.exists():
        raise OptionError("nothing was decided yet", str(path), "decide about a finding first")
    decisions = [one for one in load(path).decisions if one.story == about.story]
    folder.mkdir(parents=True, exist_ok=True)
    lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in gold.speakers(about, decisions))
    files = {
        f"{Path(about.path).stem}.json": json.dumps(gold.findings(about, decisions), ensure_ascii=False, indent=1)
        + "\n",
        "speakers.jsonl": lines,
        "entities.json": json.dumps(gold.entities(about, decisions), ensure_ascii=False, indent=1) + "\n",
    }
    for name, text in files.items():
        put(str(folder / name), text.encode("utf-8"))
        click.echo(folder / name)
    return DONE


def _listed(about: "Subject", path: Path, finding: str | None) -> int:
    """What stands about the findings, or about one; lines that are no decision are named."""
    from conspectus.review import Parsed, load

    found = load(path) if path.exists() else Parsed((), ())
    wanted = about.finding(finding)["id"] if finding else None
    shown = [one for one in found.decisions if one.story == about.story and wanted in (None, one.finding)]
    for one in shown:
        click.echo(_line(about, one))
    for number, why in found.refused:
        say(f"{path}:{number}: left out, {why}", DONE)
    reviewed = {one.finding for one in shown if one.judgement}
    click.echo(f"{len(reviewed)} of {1 if wanted else len(about.findings)} findings reviewed")
    return DONE


def _line(about: "Subject", one: "Decision") -> str:
    """A decision on one line: when, who, the finding, what was said."""
    from conspectus.present.safe import for_terminal
    from conspectus.present.wording import judged

    finding = next((f for f in about.findings if f["id"] == one.finding), None)
    label = finding["label"] if finding else one.finding or "–"
    return for_terminal(f"{one.when}  {one.who or 'no name'}  {label}  {judged(one, about.words)}")
