#!/usr/bin/env python3
"""Set up, try and check Conspectus from a clone. Needs Python 3.12 or newer and nothing else.

    python3 scripts/dev.py demo     install what is pinned into .venv and compare the first example
    python3 scripts/dev.py test     install what the tests need too, and run them
    python3 scripts/dev.py check    formatting, lint, strict types, import contracts
    python3 scripts/dev.py pin      renew the pinned requirements (hashes, no addresses)

Anything after ``demo`` or ``test`` goes to ``conspectus compare`` or pytest.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
EXAMPLE = ROOT / "examples" / "ferry"


def run(*command: str | Path) -> None:
    """Run a command in the clone; leave with its exit code if it fails."""
    code = subprocess.run([str(part) for part in command], cwd=ROOT, check=False).returncode
    if code:
        sys.exit(code)


def install(requirements: str) -> None:
    """Install pinned requirements and Conspectus into .venv, unless that has been done already."""
    pinned = ROOT / requirements
    wanted = hashlib.sha256(pinned.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    stamp = VENV / f"{requirements}.sha256"
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    print(f"installing {requirements} into {VENV.name} (once; about 250 MB)", file=sys.stderr, flush=True)
    if not (BIN / "python").exists() and not (BIN / "python.exe").exists():
        venv.create(VENV, with_pip=True)
    pip = (BIN / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*pip, "--require-hashes", "--requirement", pinned)
    run(*pip, "--no-deps", "--no-build-isolation", "--editable", ".")
    stamp.write_text(wanted)


def demo(arguments: list[str]) -> None:
    install("requirements.txt")
    run(BIN / "conspectus", "compare", *(arguments or [EXAMPLE.relative_to(ROOT)]))


def test(arguments: list[str]) -> None:
    """All tests spread over two processes, which each load the language models once; chosen ones in this one."""
    install("requirements-dev.txt")
    run(BIN / "python", "-m", "pytest", *(arguments or ["--numprocesses=2", "--dist=worksteal"]))


def check(_arguments: list[str]) -> None:
    install("requirements-dev.txt")
    run(BIN / "ruff", "format", "--check", "--quiet", ".")
    run(BIN / "ruff", "check", "--quiet", ".")
    run(BIN / "mypy")
    run(BIN / "lint-imports", "--no-cache")


def pin(_arguments: list[str]) -> None:
    """Needs ``uv`` on the path; writes hashes for every platform and no address."""
    for group, target in (("build", "requirements.txt"), ("dev", "requirements-dev.txt")):
        options = ("--universal", "--python-version", "3.12", "--generate-hashes", "--no-header", "--no-annotate")
        run("uv", "pip", "compile", *options, "--quiet", "--group", group, "pyproject.toml", "--output-file", target)


def main() -> None:
    if sys.version_info < (3, 12):
        sys.exit(f"Conspectus needs Python 3.12 or newer, this is {sys.version.split()[0]}; call it with python3.12")
    commands = {"demo": demo, "test": test, "check": check, "pin": pin}
    if len(sys.argv) < 2 or sys.argv[1] not in commands:
        sys.exit((__doc__ or "").strip())
    commands[sys.argv[1]](sys.argv[2:])


if __name__ == "__main__":
    main()
