"""ACTIVATE_VERSION in the target that honors it: what is gone from a list is marked, and nothing else."""

import pytest

import tap
from fake import FakeKustomer
from targets import TARGETS

TARGET = TARGETS["meltanolabs-target-postgres"]
AT = "2026-11-20T00:00:00.000Z"


def tag(name):
    return f'{{"type":"tag","id":"{name}","attributes":{{"name":"{name}","updatedAt":"{AT}"}}}}'


@pytest.fixture
def kustomer():
    fake = FakeKustomer()
    yield fake
    fake.close()


class Pipeline:
    """The tap and the target, run after run."""

    def __init__(self, kustomer, folder):
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
        run = TARGET.load(messages, self.folder)
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

    def marked(self):
        return {row["id"] for row in TARGET.rows(self.folder, "tags") if row["_sdc_deleted_at"]}


@pytest.fixture
def pipeline(kustomer, work, request):
    folder = work / request.node.name
    folder.mkdir()
    return Pipeline(kustomer, folder)


def test_marks_what_is_gone_and_unmarks_what_comes_back(pipeline):
    pipeline.sync("a", "b", "c", activate=False)  # a table without versions
    pipeline.sync("a", "b")
    assert pipeline.marked() == {"c"}
    pipeline.sync("a", "b", "c")
    assert pipeline.marked() == set()
    pipeline.sync("b")
    assert pipeline.marked() == {"a", "c"}


def test_a_killed_run_marks_nothing(pipeline):
    pipeline.sync("a", "b", "c")
    for lines in (1, 2, 3):
        pipeline.killed(lines, "a", "b")
        assert pipeline.marked() == set()
    pipeline.sync("a", "b")
    assert pipeline.marked() == {"c"}


def test_a_list_that_says_itself_that_it_is_empty_marks_all(pipeline):
    pipeline.sync("a", "b")
    pipeline.sync()
    assert pipeline.marked() == {"a", "b"}
