"""The decisions that the options of ``conspectus review`` make."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from conspectus.errors import OptionError

if TYPE_CHECKING:
    from conspectus.model import Correction, Decision
    from conspectus.review.subject import Json, Subject

_JUDGEMENTS = {"accept": "accept", "reject": "reject", "could_not_tell": "could not tell"}
_CORRECTIONS = ("origin", "speaker", "entity")


def decisions(
    about: "Subject", finding: str | None, rest: dict[str, Any], before: "Sequence[Decision]"
) -> "tuple[Decision, ...]":
    """The decisions to be added to those ``before``; none where the options make none."""
    from datetime import UTC, datetime

    from conspectus.model import Decision

    judgement = next((said for name, said in _JUDGEMENTS.items() if rest[name]), None)
    given = [name for name in _CORRECTIONS if rest[name] is not None]
    if (
        not (judgement or given or rest["take_back"] or rest["every"] or rest["name"] is not None)
        and rest["note"] is None
    ):
        return ()
    _consistent(finding, given, judgement, rest)
    found = about.finding(finding) if finding else None
    who = (rest["who"] or "").strip() or None
    title, articles = (found["title"], _articles(found)) if found else ("", ())
    when = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    def made(said: Any, note: str, right: "Correction | None" = None) -> Decision:
        return Decision(about.story, found and found["id"], said, note, who, when, right, title, articles)

    if given:
        note = (rest["note"] or "").strip()
        return tuple(made(None, note, right) for right in _corrections(about, found, given[0], rest, before))
    if rest["take_back"]:
        return tuple(made(None, "", right) for right in _taken_back(found, who, before))
    return (made(*_said(found, who, judgement, rest["note"], before)),)


def _consistent(finding: str | None, given: list[str], judgement: str | None, rest: dict[str, Any]) -> None:
    """Refuse options that do not go together."""
    if len(given) > 1 or (given and judgement):
        raise click.UsageError("one correction at a time, and no judgement with it")
    if rest["name"] is not None and given not in (["speaker"], ["entity"]):
        raise click.UsageError("--is says whom --speaker or --entity stands for")
    if finding is None and given not in (["speaker"], ["entity"]):
        raise click.UsageError("say which finding, by its label or id")
    if rest["take_back"] and (judgement or rest["note"] is not None or rest["name"] is not None or "origin" in given):
        raise click.UsageError("--take-back says nothing else")
    if rest["every"] and given != ["entity"]:
        raise click.UsageError("--every is about --entity: all places in its article that have the words")
    if given in (["speaker"], ["entity"]) and rest["name"] is None and not rest["take_back"]:
        raise click.UsageError(f'say whom --{given[0]} stands for with --is NAME, or --is "" for nobody')


def _articles(found: "Json") -> tuple[str, ...]:
    return tuple(dict.fromkeys(side["article"] for side in found["sides"]))


def _said(
    found: "Json", who: str | None, judgement: str | None, note: str | None, before: "Sequence[Decision]"
) -> tuple[Any, str]:
    """What this person now says of it: a note alone leaves the judgement as it was, a judgement the note."""
    last = _last(found, who, before)
    words = note.strip() if note is not None else last.note if last else ""
    if not (judgement or words or last):
        raise OptionError("says nothing", "--note", "write a note, or --take-back")
    return judgement or (last.judgement if last else None), words


def _last(found: "Json", who: str | None, before: "Sequence[Decision]") -> "Decision | None":
    from conspectus.review import standing

    return next((one for one in standing(before, found["id"]) if one.who == who), None)


def _taken_back(found: "Json", who: str | None, before: "Sequence[Decision]") -> "list[Correction | None]":
    """What this person said of the finding (None), and the origin that this person put right."""
    from dataclasses import replace

    from conspectus.review import right

    own: list[Correction | None] = [None] if _last(found, who, before) else []
    own += [
        replace(one.correction, withdrawn=True)
        for one in right(before)
        if one.correction and one.finding == found["id"] and one.who == who
    ]
    if not own:
        name = who or "who gives no name"
        raise OptionError(f"{name} said nothing of it that stands", found["label"], "say as whom with --who")
    return own


def _corrections(
    about: "Subject", found: "Json | None", what: str, rest: dict[str, Any], before: "Sequence[Decision]"
) -> "list[Correction]":
    """What is put right: an origin of a finding, a speaker or an entity at a place; of several places each its own."""
    from conspectus.review.pointing import entities, speaker

    if what == "origin" and found is not None:
        return [_origin(found, rest["origin"])]
    if rest["take_back"]:
        return _unsaid(about, what, rest, before)
    if what == "speaker":
        return [speaker(about, rest["speaker"], rest["name"])]
    return entities(about, rest["entity"], rest["name"], rest["every"])


def _origin(found: "Json", origin: str) -> "Correction":
    from conspectus.model import Correction
    from conspectus.review.subject import spans_of

    if found["verdict"] != "agree" or found["kind"] not in ("agreement", "quote"):
        raise OptionError("is no agreement", found["label"], "an origin is put right where articles agree; see --note")
    spans = {span for side in found["sides"] for span in spans_of(side["spans"])}
    return Correction("origin", tuple(sorted(spans)), value=origin.strip() or None)


def _unsaid(about: "Subject", what: str, rest: dict[str, Any], before: "Sequence[Decision]") -> "list[Correction]":
    """What stands at a place, taken back."""
    from conspectus.model import Correction
    from conspectus.review import corrections
    from conspectus.review.pointing import names_at, source_at

    at = rest[what]
    places = [source_at(about, at)] if what == "speaker" else [(one,) for one in names_at(about, at, rest["every"])]
    stand = [spans for spans in places if any(one.what == what and one.spans == spans for one in corrections(before))]
    if not stand:
        raise OptionError("nothing was put right there", at, "see what was without options")
    return [Correction("speaker" if what == "speaker" else "entity", spans, withdrawn=True) for spans in stand]
