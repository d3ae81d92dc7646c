"""What the tests share, and how long each file of them took."""

import tempfile
import time
from collections import defaultdict
from pathlib import Path

import pytest

WORK = Path(__file__).resolve().parents[2] / "target/pipelines"
seconds = defaultdict(float)


@pytest.fixture(scope="session")
def work():
    (WORK / "work").mkdir(parents=True, exist_ok=True)
    return Path(tempfile.mkdtemp(dir=WORK / "work"))


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_protocol(item):
    start = time.monotonic()
    yield
    seconds[item.path.name] += time.monotonic() - start


def pytest_terminal_summary(terminalreporter):
    for name, took in seconds.items():
        terminalreporter.write_line(f"{name}: {took:.0f} s")
