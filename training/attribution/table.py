"""The card's table from the scorer's --json files.

python table.py fp32=fp32.json int8=int8.json
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROWS = (
    ("attribution right", "attr"),
    ("content IoU ≥ .5", "c_iou50"),
    ("content, soft", "c_soft"),
    ("content, exact", "c_exact"),
    ("cue hit", "cue_hit"),
    ("cue exact", "cue_exact"),
)


def main() -> None:
    given = [arg.split("=", 1) for arg in sys.argv[1:]]
    read = {name: json.loads(Path(path).read_text()) for name, path in given}
    kinds = ("all", "direct", "mixed", "indirect")
    print("| | " + " | ".join(f"{k}, {n}" for n in read for k in kinds) + " |")
    print("|---|" + "---|" * (len(read) * len(kinds)))
    for title, key in ROWS:
        print(f"| {title} | " + " | ".join(f"{r[k][key]['F1']:.1f}" for r in read.values() for k in kinds) + " |")
    print("| source right, % of matched contents | ", end="")
    print(" | ".join(f"{r[k]['src_acc']:.1f}" for r in read.values() for k in kinds) + " |")


if __name__ == "__main__":
    main()
