"""What ``pip install`` puts on a disk: every file of the package, the licence and the notice."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "conspectus"
EXAMPLES = ROOT / "examples"


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names in the wheel."""
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (wheel,) = out.glob("*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


def test_every_file_of_the_package_and_the_examples_are_in_the_wheel_and_nothing_else(names: set[str]) -> None:
    examples = {f"conspectus/{path.relative_to(ROOT).as_posix()}" for path in EXAMPLES.rglob("*") if path.is_file()}
    assert "conspectus/examples/ferry/1-gazette.txt" in examples
    files = {
        path.relative_to(ROOT / "src").as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {"conspectus/py.typed", "conspectus/read/attributions/cues.txt"} <= files
    assert {name for name in names if ".dist-info/" not in name} == files | examples


@pytest.mark.parametrize("name", ["LICENSE", "NOTICE"])
def test_licence_and_notice_are_in_the_wheel(names: set[str], name: str) -> None:
    assert any(one.endswith(f".dist-info/licenses/{name}") for one in names)
