"""The mean of weights that share their beginning (Wortsman et al. 2022, model soups).

python average.py --out model.pt first.pt again1.pt again2.pt
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("models", type=Path, nargs="+")
    args = parser.parse_args()
    read = [torch.load(path) for path in args.models]
    state = {name: torch.stack([r["state"][name] for r in read]).mean(0) for name in read[0]["state"]}
    torch.save({"state": state, "args": [r["args"] for r in read]}, args.out)


if __name__ == "__main__":
    main()
