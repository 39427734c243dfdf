"""The examples: articles about invented events, compared and shown in the browser."""

import tempfile
import webbrowser
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

import click

from conspectus.cli.speaking import DONE
from conspectus.errors import OptionError
from conspectus.options import ReadOptions


def examples() -> Path:
    """The folder of examples: inside the installed package, or beside it in a clone."""
    package = Path(str(resources.files("conspectus")))
    for folder in (package / "examples", package.parent.parent / "examples"):
        if folder.is_dir():
            return folder
    raise OptionError("the examples are not installed", str(package), "run it from a clone of the project")


def demonstrate(names: Sequence[str], out: str | None, browse: bool) -> int:
    """Write a page for each example and open it; the paths go to standard output."""
    from conspectus import compare, ingest, read
    from conspectus.cli.models import loaded
    from conspectus.cli.streams import Steps, put
    from conspectus.present.page import page

    known = {path.name: path for path in sorted(examples().iterdir()) if path.is_dir()}
    for name in names:
        if name not in known:
            raise OptionError("no such example", name, f"there are {', '.join(known)}")
    target = Path(out) if out else Path(tempfile.mkdtemp(prefix="conspectus-"))
    target.mkdir(parents=True, exist_ok=True)
    with Steps() as steps:
        steps.step("loading the language models")
        models = loaded(ReadOptions())
    for name in names or known:
        with Steps() as steps:
            steps.step(f"comparing {name}")
            comparison = compare([read(article, models) for article in ingest(str(known[name])).articles])
        path = target / f"{name}.html"
        put(str(path), page(comparison))
        click.echo(path)
        if browse:
            webbrowser.open(path.resolve().as_uri())
    return DONE
