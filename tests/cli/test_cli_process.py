"""The command as a process of its own: interrupts, full disks, closed pipes."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "conspectus.cli"]
SLOW = """
import os, signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where the tests run in the background of a shell
def wait(_):
    print("writing", file=sys.stderr, flush=True)
    time.sleep(60)
os.fsync = wait
from conspectus.cli import main
main(prog_name="conspectus")
"""


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupt_while_writing_leaves_no_half_written_file(pair, tmp_path: Path, number: int, code: int) -> None:
    target = tmp_path / "page.html"
    target.write_text("earlier", encoding="utf-8")
    command = [sys.executable, "-c", SLOW, "compare", *pair, "--html", str(target)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    assert process.stderr.readline() == "writing\n"
    process.send_signal(number)
    _, said = process.communicate(timeout=30)
    assert process.returncode == code, said
    assert "Traceback" not in said
    assert target.read_text(encoding="utf-8") == "earlier"
    assert {path.name for path in tmp_path.iterdir()} == {"articles", "page.html"}


def test_a_full_disk_is_one_line(pair) -> None:
    done = subprocess.run([*COMMAND, "read", pair[0], "--json", "/dev/full"], capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr == (
        "conspectus: /dev/full: cannot be written (No space left on device); "
        "free some space, or write to another place\n"
    )


def test_a_full_disk_behind_standard_output_is_one_line(pair) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*COMMAND, "read", pair[0]], stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 1
    assert done.stderr.startswith("conspectus: standard output: cannot be written (No space left on device)")
    assert len(done.stderr.splitlines()) == 1


def test_a_closed_pipe_ends_quietly(pair) -> None:
    process = subprocess.Popen([*COMMAND, "read", pair[0]], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    said = process.stderr.read()
    assert process.wait(timeout=30) == 141
    assert said == ""


def test_output_that_cannot_hold_a_letter_shows_a_question_mark(pair) -> None:
    done = subprocess.run(
        [*COMMAND, "read", pair[0]], capture_output=True, env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    )
    assert done.returncode == 0, done.stderr
    assert b"?The water came over the car deck" in done.stdout
