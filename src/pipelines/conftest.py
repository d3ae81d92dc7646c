"""What the tests share, and how long each file of them took."""

import time
from collections import defaultdict
from pathlib import Path

import pytest

WORK = Path(__file__).resolve().parents[2] / "target/pipelines"
seconds = defaultdict(float)


@pytest.fixture(scope="session")
def work():
    folder = WORK / "work" / time.strftime("%H%M%S")
    folder.mkdir(parents=True)
    return folder


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_protocol(item):
    start = time.monotonic()
    yield
    seconds[item.path.name] += time.monotonic() - start


def pytest_terminal_summary(terminalreporter):
    for name, took in seconds.items():
        terminalreporter.write_line(f"{name}: {took:.0f} s")
