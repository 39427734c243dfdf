"""A comparison made by hand, and one browser for all tests of the page."""

from collections.abc import Iterator
from typing import Any

import pytest
from browsing import started
from handmade import Factory, two

from conspectus.model import Comparison


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    yield from started()


@pytest.fixture(scope="session")
def make() -> Factory:
    return Factory()


@pytest.fixture(scope="session")
def ferry() -> Comparison:
    return two()
