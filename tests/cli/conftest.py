"""Two short invented articles on disk, and the command line with the models of the session."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from handmade import Factory

from conspectus import Models
from conspectus.cli import main

A = """Ferry turns over off Port Tarn

PORT TARN — A ferry with 212 people on board turned over in the Carrow Strait on Tuesday, the coast guard said.

“The water came over the car deck,” said Tomas Brandl, a cook. The search lasted six hours.
"""
B = """Ferry capsizes in Carrow Strait

A ferry capsized in the Carrow Strait on Tuesday with 208 people on board, the harbour office said.

“The water came over the whole car deck,” said Tomas Brandl, who worked in the galley.
"""


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    """The paths of two articles in a folder of their own."""
    folder = tmp_path / "articles"
    folder.mkdir()
    paths = folder / "a.txt", folder / "b.txt"
    for path, text in zip(paths, (A, B), strict=True):
        path.write_text(text, encoding="utf-8")
    return str(paths[0]), str(paths[1])


@pytest.fixture
def call(models: Models, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Call the command line in this process, with the models loaded once for all tests."""
    # The attribute conspectus.read is the verb; the module of that name is in sys.modules.
    monkeypatch.setattr(sys.modules["conspectus.read"], "load_models", lambda options: models)

    def invoke(*arguments: str, **given: object) -> Result:
        return CliRunner().invoke(main, list(arguments), prog_name="conspectus", **given)  # type: ignore[arg-type]

    return invoke


@pytest.fixture(scope="session")
def make() -> Factory:
    return Factory()
