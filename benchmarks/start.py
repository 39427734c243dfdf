#!/usr/bin/env python3
"""What starting costs, in CPU seconds and as a ratio to Python's own start: the help, and two articles cold.

    python benchmarks/start.py [FILE FILE]

Budgets on two cores: 0.5 s for the help, 8 s and 1.2 GB for two articles.
"""

import resource
import subprocess
import sys
from pathlib import Path

ROUNDS = 5
EXAMPLES = Path(__file__).parent.parent / "examples" / "envoy"


def cost(command: list[str]) -> tuple[float, float]:
    """The least CPU seconds of some rounds, and the most memory any child has used so far, in MB."""
    seconds = []
    for _ in range(ROUNDS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(seconds), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> None:
    files = sys.argv[1:] or [str(path) for path in sorted(EXAMPLES.iterdir())]
    bare, _ = cost([sys.executable, "-c", "pass"])
    for name, words in (("--help", ["--help"]), ("two articles", ["compare", *files])):
        seconds, memory = cost([sys.executable, "-m", "conspectus.cli", *words])
        print(f"{name:14} {seconds:5.2f} CPU s   {seconds / bare:5.1f} x Python's start   {memory:5.0f} MB")


if __name__ == "__main__":
    main()
