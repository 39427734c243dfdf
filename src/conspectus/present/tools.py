"""What the page offers once its script runs: filter, review, citation, keys. Hidden without it."""

from importlib import resources

SCRIPTS = ("texts.js", "ribbons.js", "review.js", "keys.js")
"""The parts of the page's script, in the order they build on one another."""

_KEYS = (
    ("j k", "Next, previous finding"),
    ("Enter", "Open or close the evidence"),
    ("[ ]", "Previous, next section"),
    ("a r t", "Accept, reject, could not tell"),
    ("n", "Write a note"),
    ("1 … 9", "Go to article A, B, …"),
    ("Esc", "Close"),
)

_VERDICTS = (
    ("accept", "Accept", "Accepted", "a"),
    ("reject", "Reject", "Rejected", "r"),
    ("could not tell", "Could not tell", "Could not tell", "t"),
)
"""Name in the data, what the button says, what the filter says, the key."""

READ = """<button class="btn" type="button" data-tool="read" hidden>Read the articles</button>"""


def bar(title: str) -> str:
    """The bar above everything: the name, the (escaped) title, and the tools that need the script."""
    wishes = (("", "All findings"), ("none", "Not reviewed"), *((one, is_) for one, _, is_, _ in _VERDICTS))
    options = "".join(f'<option value="{one}">{says}</option>' for one, says in (*wishes, ("note", "With a note")))
    return (
        '<header class="top"><span class="wm">conspectus</span><span class="crumb" dir="auto" aria-hidden="true">'
        f'{title}</span><div class="tools" role="group" aria-label="Tools">'
        '<span class="prog" data-tool="progress" hidden><span id="kept" role="status"></span>'
        '<span id="progress"></span></span>'
        '<label class="vh" for="who">Your name, kept with your decisions</label>'
        '<input id="who" data-tool="who" placeholder="Your name" autocomplete="name" hidden>'
        '<label class="vh" for="filter">Show findings</label>'
        f'<select id="filter" data-tool="filter" hidden>{options}</select>'
        '<button class="btn" type="button" data-tool="export" hidden>Export</button>'
        '<button class="btn" type="button" data-tool="print" hidden>Print</button>'
        '<button class="btn" type="button" data-tool="theme" aria-label="Switch light and dark" hidden>◐</button>'
        '<button class="btn" type="button" data-tool="keys" aria-label="Keyboard shortcuts" hidden>?</button>'
        '<button class="btn menu" type="button" data-tool="menu" aria-label="More tools" aria-expanded="false" hidden>⋯'
        "</button></div></header>"
    )


def review() -> str:
    """The row under the evidence of a finding, as a template: made once, shown where a finding is opened."""
    verdicts = "".join(
        f'<button class="btn" type="button" data-verdict="{name}" aria-pressed="false">{says} {_cap(key)}</button> '
        for name, says, _, key in _VERDICTS
    )
    return (
        f'<template id="review-row"><div class="review">{verdicts}'
        f'<button class="btn" type="button" data-note aria-expanded="false">Note {_cap("n")}</button> '
        '<button class="btn" type="button" data-cite>Cite</button> <a class="permalink">Link</a>'
        '<textarea placeholder="Note, kept with this finding" hidden></textarea></div></template>'
    )


def script() -> str:
    """The page's script, one text, without indents and lines that only comment."""
    folder = resources.files("conspectus.present").joinpath("script")
    lines = [
        line.strip() for name in SCRIPTS for line in folder.joinpath(name).read_text(encoding="utf-8").splitlines()
    ]
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def keys() -> str:
    """The dialog that lists the keys and switches them off."""
    listed = "".join(f"<dt>{_caps(names)}</dt><dd>{does}</dd>" for names, does in _KEYS)
    return (
        '<dialog id="keys" aria-labelledby="keys-name"><h2 id="keys-name">Keyboard</h2>'
        f"<dl>{listed}</dl>"
        '<label><input type="checkbox" id="single" checked> Single-key shortcuts</label>'
        '<form method="dialog"><button class="btn">Close</button></form></dialog>'
    )


def _cap(name: str) -> str:
    return f'<kbd aria-hidden="true">{name}</kbd>'


def _caps(names: str) -> str:
    return " ".join(name if name == "…" else f"<kbd>{name}</kbd>" for name in names.split())
