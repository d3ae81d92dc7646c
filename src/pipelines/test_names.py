"""Fields with odd names, which no catalog knows: every value arrives in a column of its own."""

import pytest

import results
import tap
from fake import FakeKustomer
from limits import name_limit
from names import NAMES
from targets import TARGETS

AT = "2026-11-20T00:00:00.000Z"


def sync(folder, names):
    fake = FakeKustomer()
    fields = "".join(f',"{name}":"value {number}"' for number, name in enumerate(names))
    fake.records = [
        (AT, f'{{"type":"customer","id":"a","attributes":{{"updatedAt":"{AT}"}}}}'),
        (AT, f'{{"type":"customer","id":"b","attributes":{{"updatedAt":"{AT}"{fields}}}}}'),
    ]
    settings = {"api_token": "none", "api_url": fake.url, "start_date": "2026-11-01"}
    file = tap.sync(folder, settings, arguments=["--select", "customers"])
    fake.close()
    return file


@pytest.fixture(scope="module")
def messages(work):
    return sync(work / "names", NAMES)


@pytest.fixture(scope="module", params=TARGETS)
def target(request):
    return TARGETS[request.param]


@pytest.fixture(scope="module")
def loaded(target, messages, work):
    folder = work / f"{target.tool.replace('-', '_')}_names"
    run = target.load(messages, folder)
    rows = target.rows(folder, "customers") if run.returncode == 0 else []
    return run, {value for row in rows for value in row.values() if isinstance(value, str)}


def test_the_run_loads(target, loaded):
    run, _ = loaded
    assert (run.returncode == 0) == (name_limit(target.name) is None), run.stderr[-3000:]


@pytest.mark.parametrize("number", range(len(NAMES)), ids=lambda number: NAMES[number][:30])
def test_field(target, loaded, number):
    reason = name_limit(target.name)
    results.names[target.name, NAMES[number]] = reason
    assert (f"value {number}" in loaded[1]) == (reason is None), reason
