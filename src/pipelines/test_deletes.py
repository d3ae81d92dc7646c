"""ACTIVATE_VERSION in the targets that honor it: what is gone from a list is marked or removed, and nothing else."""

import tempfile
from pathlib import Path

import pytest

import tap
from fake import FakeKustomer
from targets import DATAMILL, TARGETS

MELTANOLABS = TARGETS["meltanolabs-target-postgres"]
AT = "2026-11-20T00:00:00.000Z"
both = pytest.mark.parametrize("target", [MELTANOLABS, DATAMILL], ids=lambda target: target.tool)


def tag(name):
    return f'{{"type":"tag","id":"{name}","attributes":{{"name":"{name}","updatedAt":"{AT}"}}}}'


@pytest.fixture
def kustomer():
    fake = FakeKustomer()
    yield fake
    fake.close()


class Pipeline:
    """The tap and the target, run after run."""

    def __init__(self, target, kustomer, folder):
        self.target = target
        self.kustomer = kustomer
        self.folder = folder
        self.state = None

    def read(self, *names, activate=True):
        self.kustomer.lists["/v1/tags"] = [tag(name) for name in names]
        settings = {
            "api_token": "none",
            "api_url": self.kustomer.url,
            "start_date": "2026-11-01",
            "emit_activate_version_messages": activate,
        }
        return tap.sync(self.folder / "tap", settings, state=self.state, arguments=["--select", "tags"])

    def load(self, messages):
        run = self.target.load(messages, self.folder)
        assert run.returncode == 0, run.stderr[-3000:]
        self.state = tap.last_state(messages) if '"STATE"' in messages.read_text() else self.state

    def sync(self, *names, activate=True):
        self.load(self.read(*names, activate=activate))

    def killed(self, lines, *names):
        """The target gets the first lines of a run, and no more."""
        messages = self.read(*names)
        kept = messages.read_text().splitlines(keepends=True)[:lines]
        assert not any("ACTIVATE_VERSION" in line for line in kept)
        messages.write_text("".join(kept))
        self.load(messages)

    def rows(self):
        return self.target.rows(self.folder, "tags")

    def current(self):
        """What the list has, as the target tells it."""
        return {row["id"] for row in self.rows() if not row.get("_sdc_deleted_at")}

    def marked(self):
        return {row["id"] for row in self.rows() if row["_sdc_deleted_at"]}


@pytest.fixture
def pipeline_into(kustomer, work):
    return lambda target: Pipeline(target, kustomer, Path(tempfile.mkdtemp(prefix="deletes_", dir=work)))


@both
def test_what_is_gone_goes_and_what_comes_back_comes_back(pipeline_into, target):
    pipeline = pipeline_into(target)
    pipeline.sync("a", "b", "c")
    pipeline.sync("a", "b")
    assert pipeline.current() == {"a", "b"}
    pipeline.sync("a", "b", "c")
    assert pipeline.current() == {"a", "b", "c"}
    pipeline.sync("b")
    assert pipeline.current() == {"b"}


@both
def test_a_killed_run_removes_nothing(pipeline_into, target):
    pipeline = pipeline_into(target)
    pipeline.sync("a", "b", "c")
    for lines in (1, 2, 3):
        pipeline.killed(lines, "a", "b")
        assert pipeline.current() == {"a", "b", "c"}
    pipeline.sync("a", "b")
    assert pipeline.current() == {"a", "b"}


@both
def test_a_killed_first_run_is_made_good_by_the_next(pipeline_into, target):
    pipeline = pipeline_into(target)
    pipeline.killed(3, "a", "b", "c")
    pipeline.sync("b", "c")
    assert pipeline.current() == {"b", "c"}


def test_meltanolabs_keeps_what_is_gone_with_a_mark(pipeline_into):
    pipeline = pipeline_into(MELTANOLABS)
    pipeline.sync("a", "b", "c", activate=False)  # a table without versions
    pipeline.sync("a", "b")
    assert pipeline.marked() == {"c"}
    pipeline.sync()  # a list that says itself that it is empty
    assert pipeline.marked() == {"a", "b", "c"}


def test_datamill_replaces_neither_by_nothing_nor_a_table_without_versions(pipeline_into):
    versioned = pipeline_into(DATAMILL)
    versioned.sync("a", "b")
    versioned.sync()
    assert versioned.current() == {"a", "b"}
    versioned.sync("b")
    assert versioned.current() == {"b"}
    unversioned = pipeline_into(DATAMILL)
    unversioned.sync("a", "b", activate=False)
    unversioned.sync("b")
    assert unversioned.current() == {"a", "b"}
