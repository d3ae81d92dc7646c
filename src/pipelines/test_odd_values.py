"""Values that no schema foresaw, mid-stream and across runs, into every target."""

import json

import pytest

import results
import tap
from cases import BASE, CASES, TYPES, Case
from fake import FakeKustomer
from limits import limit
from same import same
from targets import TARGETS

STREAM = "customers"
CATALOG = {
    "streams": [
        {
            "tap_stream_id": STREAM,
            "stream": STREAM,
            "key_properties": ["id"],
            "schema": {
                "type": "object",
                "properties": {
                    "id": {"type": "string"},
                    "updated_at": TYPES["datetime"],
                    **{case.column: TYPES[case.type] for case in CASES},
                },
            },
            "metadata": [{"breadcrumb": [], "metadata": {"selected": True}}],
        }
    ]
}
BASES = [Case(case.number, case.type, BASE[case.type], BASE[case.type]) for case in CASES]


def record(id, minute, cases):
    at = f"2026-11-20T00:{minute:02}:00.000Z"
    odd = "".join(f',"{case.column}":{case.sent}' for case in cases)
    return at, f'{{"type":"customer","id":"{id}","attributes":{{"updatedAt":"{at}"{odd}}}}}'


# What each run of the tap meets; the state goes from run to run.
FLOWS = {
    "mid_stream": [[record("before", 1, BASES), record("odd", 2, CASES), record("after", 3, BASES)]],
    "across_runs": [
        [record("changing", 1, BASES), record("staying", 2, BASES)],
        [record("changing", 11, CASES), record("new", 12, CASES)],
        [record("changing", 21, BASES)],
    ],
}
ODD = {"mid_stream": ["odd"], "across_runs": ["new"]}
PLAIN = {"mid_stream": ["before", "after"], "across_runs": ["staying", "changing"]}


@pytest.fixture(scope="module")
def messages(work):
    """The tap's output of each run."""
    fake = FakeKustomer()
    settings = {"api_token": "none", "api_url": fake.url, "start_date": "2026-11-01", "lookback_window_seconds": 0}
    written = {}
    for flow, runs in FLOWS.items():
        state, written[flow] = None, []
        for number, records in enumerate(runs):
            fake.records = records
            file = tap.sync(work / f"{flow}_{number}", settings, CATALOG, state)
            state = tap.last_state(file)
            written[flow].append(file)
    fake.close()
    return written


@pytest.fixture(scope="module", params=TARGETS)
def target(request):
    return TARGETS[request.param]


@pytest.fixture(scope="module")
def loaded(target, messages, work):
    """What each flow's runs ended with, and the rows that they left."""
    found = {}
    for flow, files in messages.items():
        folder = work / f"{target.tool.replace('-', '_')}_{flow}"
        runs = [target.load(file, folder) for file in files]
        found[flow] = runs, {row["id"]: row for row in target.rows(folder, STREAM)} if runs[0].returncode == 0 else {}
    return found


@pytest.mark.parametrize("flow", FLOWS)
def test_every_run_loads(target, loaded, flow):
    for run in loaded[flow][0]:
        assert run.returncode == 0, run.stderr[-3000:]


@pytest.mark.parametrize("flow", FLOWS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.column}={case.sent[:30]}")
def test_value(target, loaded, flow, case):
    rows = loaded[flow][1]
    is_there = target.keeps_rows or flow == "mid_stream"
    reason = limit(target.name, case) if is_there else None
    wrong = []
    expected = {id: case for id in ODD[flow]} | {id: BASES[case.number] for id in PLAIN[flow]}
    for id, each in expected.items():
        if id in rows or target.keeps_rows:
            wrong += differences(each, rows.get(id))
    results.values[target.name, case] = limit(target.name, case)
    assert bool(wrong) == bool(reason), wrong or f"no limit any more: {reason}"


def differences(case, row):
    if row is None:
        return ["the row is missing"]
    kept = row.get(case.column)
    variant = row.get(case.column + "__v_text")
    wrong = []
    if not same(case.type, case.kept, kept):
        wrong.append(f"{case.column} is {kept!r}, not {case.kept}")
    if not same("text", None if case.variant is None else json.dumps(case.variant), variant):
        wrong.append(f"{case.column}__v_text is {variant!r}, not {case.variant!r}")
    return wrong
