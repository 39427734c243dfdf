"""Opening a page in a real browser, from disk, and hearing what it complains about or asks the network for."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conspectus.model import Comparison
from conspectus.present.page import page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


def started() -> Iterator[Any]:
    """A browser, closed when its users are done; skips where there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    if CHROMIUM is None:
        pytest.skip("needs Chromium")
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        yield started
        started.close()


def opened(
    browser: Any, comparison: Comparison, path: Path, width: int = 1440, **options: Any
) -> tuple[Any, list[str]]:
    """The page, opened from disk, and what the browser complains about or asks the network for."""
    path.write_bytes(page(comparison))
    tab = browser.new_page(viewport={"width": width, "height": 900}, **options)
    tab.set_default_timeout(30_000)
    heard: list[str] = []
    tab.on("console", lambda message: heard.append(message.text))
    tab.on("request", lambda request: heard.append(request.url) if request.url != path.as_uri() else None)
    tab.on("pageerror", lambda error: heard.append(str(error)))
    tab.on("dialog", lambda dialog: heard.append(dialog.message))
    tab.goto(path.as_uri())
    return tab, heard


def reloaded(tab: Any, awaited: Any) -> None:
    """Reload until it shows: the browser writes what a page keeps a moment later, and a busy machine reads before that."""
    for _ in range(10):
        tab.reload()
        if awaited.count():
            return
        tab.wait_for_timeout(200)
