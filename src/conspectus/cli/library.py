"""The library's commands: from files to stories that are kept, found and compared on demand."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from conspectus.cli.flags import chosen, flags
from conspectus.cli.models import loaded
from conspectus.cli.reviewing import say_refused
from conspectus.cli.speaking import DONE, EXIT_CODES, NOTHING, SOME_REJECTED, say, say_death
from conspectus.cli.streams import Steps, put, show_text, width
from conspectus.errors import LibraryError
from conspectus.options import (
    CompareOptions,
    GroupOptions,
    IngestOptions,
    LibraryOptions,
    ListOptions,
    ReadOptions,
    RunOptions,
)

if TYPE_CHECKING:
    from conspectus.store.results import Asked

_LISTED = 20
"""So many names stand in one line."""


@click.command(epilog=EXIT_CODES, short_help="Add articles to a library and group them into stories.")
@click.argument("inputs", metavar="SOURCE...", nargs=-1, required=True)
@click.option("--rejections", metavar="FILE", help="Write what was not taken in, and why, as JSON lines.")
@flags(LibraryOptions, RunOptions, IngestOptions, GroupOptions)
def add(inputs: tuple[str, ...], rejections: str | None, **rest: Any) -> int:
    """Add articles to a library, made if there is none, and group them into stories.

    SOURCE is a file, a folder, a glob, or - for standard input. What is told as added is on disk. The same words are
    kept once, so that a run that was interrupted is resumed by running it again. With several --processes, files and
    the pages and lines of large ones are shared out.
    """
    from conspectus.ingest import streamed
    from conspectus.store import opened
    from conspectus.store.adding import add as adding
    from conspectus.store.grouping import regroup

    now = _now()
    with opened(rest["library"], create=True) as library:
        with Steps() as steps:
            options = chosen(IngestOptions, rest)
            if rest["processes"] > 1:
                from conspectus.run.intake import taken_in

                given = taken_in(inputs, options, sys.stdin.buffer, chosen(RunOptions, rest), say_death)
            else:
                given = streamed(*inputs, options=options, stdin=sys.stdin.buffer)
            added = adding(
                library, given, now, told=lambda so_far: steps.step(f"added {so_far.articles:,}, and going on")
            )
        click.echo(f"{_count(added.articles, 'article')} added, {added.known:,} known before")
        if added.appearances:
            click.echo(f"{added.appearances:,} of the known ones in a new place: kept with them")
        with Steps() as steps:
            steps.step("grouping")
            regroup(library, chosen(GroupOptions, rest), now)
    for one in added.rejections:
        say(f"{one.name}: {one.reason}; {one.advice}", 0)
    if rejections:
        from conspectus.present.json import rejections_jsonl

        put(rejections, rejections_jsonl(added.rejections))
    if not added.articles and not added.known:
        return say("no article could be added", NOTHING)
    return SOME_REJECTED if added.rejections else DONE


@click.command(epilog=EXIT_CODES, short_help="Say what is in a library, and what is left to do.")
@flags(LibraryOptions)
def status(**rest: Any) -> int:
    """Say what is in a library, and what is left to do."""
    from datetime import UTC, datetime

    from conspectus.store import opened
    from conspectus.store.finding import state

    with opened(rest["library"]) as library:
        found = state(library, datetime.now(UTC).date().toordinal())
    click.echo(
        f"{_count(found.articles, 'article')} in {_stories(found.stories)}, {found.stories_of_several:,} of several"
    )
    for number, what in (
        (found.undated, "without a day: grouped by their words alone"),
        (found.future, "dated in the future: check their dates"),
        (found.pending, "not grouped yet: run conspectus work"),
        (found.addresses_with_versions, "addresses with several versions"),
        (found.compared, "comparisons kept"),
        (found.decisions, "decisions of people"),
        (found.rejections, "inputs that were rejected"),
    ):
        if number:
            click.echo(f"{number:,} {what}")
    return DONE


@click.command(epilog=EXIT_CODES, short_help="Find articles by their words.")
@click.argument("words", nargs=-1, required=True)
@flags(LibraryOptions, ListOptions)
def search(words: tuple[str, ...], **rest: Any) -> int:
    """Find articles that have all these WORDS, the best first. "two words" in quotation marks stand together."""
    from conspectus.present.safe import for_terminal
    from conspectus.store import opened
    from conspectus.store.finding import search as searching

    with opened(rest["library"]) as library:
        hits = searching(library, " ".join(words), rest["limit"])
    for hit in hits:
        about = ", ".join(one for one in (hit.outlet, (hit.published or "")[:10]) if one)
        click.echo(for_terminal(f"{hit.article} · story {hit.story or '(not grouped yet)'} · {hit.title} ({about})"))
        click.echo(for_terminal(f"    {' '.join(hit.excerpt.split())}"))
    return DONE if hits else say("nothing found", NOTHING)


@click.command(epilog=EXIT_CODES, short_help="List the stories of a library, the latest first.")
@flags(LibraryOptions, ListOptions)
def stories(**rest: Any) -> int:
    """List the stories of a library, the latest first; those without a day last."""
    from conspectus.present.safe import for_terminal
    from conspectus.store import opened
    from conspectus.store.finding import stories as listed

    with opened(rest["library"]) as library:
        found = listed(library, rest["least"], rest["limit"])
    for one in found:
        days = "no day" if one.first is None else one.first if one.first == one.last else f"{one.first} to {one.last}"
        follows = f", follows {one.follows}" if one.follows else ""
        click.echo(for_terminal(f"{one.id} · {_count(one.articles, 'article')} · {days} · {one.title}{follows}"))
    return DONE if found else say(f"no story of {rest['least']} articles or more; see --least", NOTHING)


@click.command(epilog=EXIT_CODES, short_help="Show a story: its articles, why they are in it, its comparison.")
@click.argument("name", metavar="STORY")
@click.option("--articles", "only_articles", is_flag=True, help="List the articles, and compare nothing.")
@click.option("--html", metavar="FILE", help="Write one self-contained page (- for standard output).")
@click.option("--json", metavar="FILE", help="Write the comparison as JSON (- for standard output).")
@click.option("--import", "taken", metavar="FILE", help="Keep the decisions of a review in the library.")
@click.option("--all", "everything", is_flag=True, help="Fold nothing: print every row.")
@flags(LibraryOptions, ReadOptions, CompareOptions)
def story(name: str, **rest: Any) -> int:
    """Show a story of a library: its articles, why each is in it, and what comparing them finds.

    The comparison is kept, and made anew when articles, options, decisions or Conspectus itself have changed.
    """
    from conspectus.review import load
    from conspectus.store import opened
    from conspectus.store.finding import departed, members, story_named
    from conspectus.store.results import compared, decide

    with opened(rest["library"]) as library:
        story = story_named(library, name)
        if rest["taken"]:
            from pathlib import Path

            found = load(Path(rest["taken"]))
            click.echo(f"{_count(decide(library, found.decisions), 'decision')} kept")
            say_refused(rest["taken"], found)
        held = members(library, story)
        if "-" not in (rest["html"], rest["json"]):
            _print_members(story, held)
            for left in departed(library, story):
                click.echo(f"  {_count(left.articles, 'article')} went to story {left.new} ({left.why})")
        if rest["only_articles"] or len(held) < 2:
            return DONE
        with Steps() as steps:
            steps.step("reading and comparing")
            comparison = compared(library, story, _asked(rest))
        if not library.writable:
            say(f"{library.path}: this library may not be written; what was read and compared is not kept", 0)
    if rest["html"]:
        from conspectus.present.page import page

        put(rest["html"], page(comparison))
    if rest["json"]:
        from conspectus.present.json import comparison_json

        put(rest["json"], comparison_json(comparison))
    if "-" not in (rest["html"], rest["json"]):
        from conspectus.present.terminal import comparison_text

        show_text(comparison_text(comparison, width(), rest["everything"]))
    return SOME_REJECTED if comparison.rejections else DONE


@click.command(epilog=EXIT_CODES, short_help="Group, read and compare what has not been yet.")
@click.option(
    "--most",
    type=click.IntRange(min=2),
    default=60,
    show_default=True,
    help="Leave out stories of more articles, which take hours.",
)
@flags(LibraryOptions, ListOptions, RunOptions, GroupOptions, ReadOptions, CompareOptions)
def work(**rest: Any) -> int:
    """Group what is not grouped yet, then read and compare the latest stories that have no fresh comparison.

    --limit stories of --least articles or more are looked at, the latest first; one of more than --most is named and
    left out, and "conspectus story" compares it when asked. It may be stopped at any time. With
    several --processes, one that dies or hangs is replaced, and an article that ends every process which reads it is
    named.
    """
    from conspectus.store import opened
    from conspectus.store.finding import stories as listed
    from conspectus.store.grouping import regroup
    from conspectus.store.results import compared, freshness

    asked, done, failed = _asked(rest), 0, 0
    with opened(rest["library"]) as library, Steps() as steps:
        steps.step("grouping")
        regroup(library, chosen(GroupOptions, rest), asked.now)
        found = listed(library, max(2, rest["least"]), rest["limit"])
        due = {one.id: one.title for one in found if one.articles <= rest["most"]}
        due = {name: title for name, title in due.items() if freshness(library, name, asked) != "fresh"}
        if rest["processes"] > 1:
            from conspectus.run.working import worked

            steps.step(f"comparing {_stories(len(due))}")
            result = worked(library, tuple(due), asked, chosen(RunOptions, rest), say_death)
            done, failed = result.compared, len(result.rejections)
            for one in result.rejections:
                say(f"{one.name}: {one.reason}; {one.advice}", 0)
        else:
            for name, title in due.items():
                steps.step(f"comparing {title}")
                failed += len(compared(library, name, asked).rejections)
                done += 1
    for large in found:
        if large.articles > rest["most"]:
            say(f"story {large.id} has {large.articles:,} articles: left out, see --most", 0)
    click.echo(f"{_stories(done)} compared")
    return SOME_REJECTED if failed else DONE


@click.command(epilog=EXIT_CODES, short_help="Put articles into another story, or into one of their own.")
@click.argument("articles", metavar="ARTICLE...", nargs=-1, required=True)
@click.option("--to", "target", metavar="STORY", required=True, help='The story, or "new" for one of their own.')
@click.option("--who", metavar="NAME", envvar="CONSPECTUS_WHO", help="Who decides (or CONSPECTUS_WHO).")
@flags(LibraryOptions)
def move(articles: tuple[str, ...], target: str, who: str | None, **rest: Any) -> int:
    """Put articles (their ids) into another story, or split them off into a new one; that stays, whatever is added."""
    from conspectus.store import opened
    from conspectus.store.finding import story_named
    from conspectus.store.placing import NEW
    from conspectus.store.placing import move as moving

    with opened(rest["library"]) as library:
        story = target if target == NEW else story_named(library, target)
        click.echo(moving(library, articles, story, who, _now()))
    return DONE


@click.command(epilog=EXIT_CODES, short_help="Make one story of several.")
@click.argument("names", metavar="STORY STORY...", nargs=-1, required=True)
@click.option("--who", metavar="NAME", envvar="CONSPECTUS_WHO", help="Who decides (or CONSPECTUS_WHO).")
@flags(LibraryOptions)
def merge(names: tuple[str, ...], who: str | None, **rest: Any) -> int:
    """Make one story of several: the first one's id stays, and the others lead to it."""
    from conspectus.store import opened
    from conspectus.store.finding import story_named
    from conspectus.store.placing import merge as merging

    with opened(rest["library"]) as library:
        click.echo(merging(library, [story_named(library, name) for name in names], who, _now()))
    return DONE


@click.command(epilog=EXIT_CODES, short_help="Check that a library or an evidence bundle is whole.")
@click.argument("bundle", required=False)
@flags(LibraryOptions)
def verify(bundle: str | None, **rest: Any) -> int:
    """Check that a library is whole: the file, every hash, every reference, the search index.

    With BUNDLE, a file that "conspectus bundle" wrote, on whatever machine, that is checked instead.
    """
    from conspectus.store import opened
    from conspectus.store.bundle import verify_bundle
    from conspectus.store.checking import verify as verified

    if bundle:
        wrong = verify_bundle(bundle)
    else:
        with opened(rest["library"]) as library:
            wrong = verified(library)
    for one in wrong:
        click.echo(one)
    if wrong:
        raise LibraryError(_count(len(wrong), "fault"), bundle or rest["library"], "go back to a whole copy")
    click.echo("whole: every hash fits" if bundle else "whole: every hash, reference and index fits")
    return DONE


@click.command(epilog=EXIT_CODES, short_help="Copy a library while it is in use.")
@click.argument("target", metavar="FILE")
@flags(LibraryOptions)
def backup(target: str, **rest: Any) -> int:
    """Copy a library to FILE as it is at this moment, while others read and write."""
    from conspectus.store import opened
    from conspectus.store.checking import backup as copied

    with opened(rest["library"]) as library:
        copied(library, target)
    click.echo(target)
    return DONE


@click.command("export", epilog=EXIT_CODES, short_help="Write all articles with their stories.")
@click.argument("target", metavar="FILE")
@flags(LibraryOptions)
def export(target: str, **rest: Any) -> int:
    """Write all articles with their stories to FILE: .jsonl, .csv or .parquet (- for JSON lines on standard output)."""
    from conspectus.store import opened
    from conspectus.store.export import exported

    with opened(rest["library"]) as library:
        put(target, exported(library, target))
    return DONE


@click.command("bundle", epilog=EXIT_CODES, short_help="Write a story's evidence as one zip that can be checked.")
@click.argument("name", metavar="STORY")
@click.option("--to", "target", metavar="FILE", help="Where it goes; STORY.zip otherwise.")
@click.option("--excerpts", is_flag=True, help="Leave out full texts and raw bytes, for sharing.")
@flags(LibraryOptions, ReadOptions, CompareOptions)
def bundle_command(name: str, target: str | None, excerpts: bool, **rest: Any) -> int:
    """Write a story's evidence as one zip: page, findings, decisions, options, versions, texts and raw bytes.

    "conspectus verify FILE" checks it, on whatever machine.
    """
    from conspectus.store import opened
    from conspectus.store.bundle import bundle
    from conspectus.store.finding import story_named
    from conspectus.store.results import compared

    with opened(rest["library"]) as library, Steps() as steps:
        story = story_named(library, name)
        steps.step("reading and comparing")
        data = bundle(story, compared(library, story, _asked(rest)), excerpts)
    put(target or f"{story}.zip", data)
    if target != "-":
        click.echo(target or f"{story}.zip")
    return DONE


LIBRARY_COMMANDS = (add, status, search, stories, story, work, move, merge, export, bundle_command, verify, backup)


def _asked(rest: dict[str, Any]) -> "Asked":
    """How to read and compare; the models are loaded when something has to be read, once."""
    from functools import cache

    from conspectus.store.results import Asked

    reading = chosen(ReadOptions, rest)
    return Asked(reading, chosen(CompareOptions, rest), cache(lambda: loaded(reading)), _now())


def _print_members(story: str, held: Any) -> None:
    from conspectus.group.copies import near_duplicates
    from conspectus.present import wording
    from conspectus.present.safe import for_terminal

    click.echo(f"story {story}")
    for one in held:
        article = one.article
        title = article.title or article.body[:60].split("\n")[0]
        click.echo(for_terminal(f"  {article.id} · {wording.outlet(article)} · {wording.date(article)} · {title}"))
        others = f"; appeared as {_few(one.appearances)}" if len(one.appearances) > 1 else ""
        versions = f"; one of {one.versions} versions of its address" if one.versions > 1 else ""
        click.echo(for_terminal(f"      {one.why}{others}{versions}"))
    for group in near_duplicates(one.article for one in held):
        click.echo(f"  nearly the same words (at least {group.least:.0%}): {_few(group.articles)}")


def _few(names: Sequence[str]) -> str:
    """The first of several, and how many more there are."""
    more = len(names) - _LISTED
    return ", ".join(names[:_LISTED]) + (f" and {more:,} more" if more > 0 else "")


def _now() -> str:
    from datetime import UTC, datetime

    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def _stories(number: int) -> str:
    return "1 story" if number == 1 else f"{number:,} stories"
