"""Comparisons made by hand."""

import pytest
from handmade import Factory


@pytest.fixture(scope="session")
def make() -> Factory:
    return Factory()
