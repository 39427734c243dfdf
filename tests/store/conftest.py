"""A week of invented articles in a library on disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from store_articles import NOW, ferry, trial

from conspectus.options import GroupOptions
from conspectus.store import Library, opened
from conspectus.store.adding import add
from conspectus.store.grouping import regroup


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with opened(str(tmp_path / "news.library"), create=True) as held:
        yield held


@pytest.fixture
def filled(library: Library) -> Library:
    """Three articles on a ferry, two on a trial, grouped."""
    add(library, [ferry(212), ferry(208, outlet="Northern Wire"), ferry(211, "2031-05-21"), trial(40), trial(41)], NOW)
    regroup(library, GroupOptions(), NOW)
    return library
