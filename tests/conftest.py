"""What all tests share: the language models, loaded once, and the rule that CI skips nothing."""

import os

import pytest

from conspectus import Models, load_models


@pytest.fixture(scope="session")
def models() -> Models:
    return load_models()


def _skipped(reporter: pytest.TerminalReporter) -> list[str]:
    return [report.nodeid for report in reporter.stats.get("skipped", [])]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    names = _skipped(terminalreporter)
    terminalreporter.write_line(f"skipped: {len(names)}")
    for name in names:
        terminalreporter.write_line(f"  {name}")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """In CI everything that tests need is there, so a skip hides a missing install."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and exitstatus == 0 and reporter is not None and _skipped(reporter):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
