"""What all tests share: the language models, loaded once."""

import pytest

from conspectus import Models, load_models


@pytest.fixture(scope="session")
def models() -> Models:
    return load_models()
