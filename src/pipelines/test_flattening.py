"""pipelinewise's target with its own flattening, on the whole sample of the sandbox."""

import json
from datetime import datetime, timedelta, timezone
from pathlib import Path

import tap
from targets import TARGETS, postgres

SAMPLE = Path(__file__).resolve().parents[2] / "catalog.sample.json"


def test_the_sample_loads_flattened(work):
    target = TARGETS["pipelinewise-target-postgres"]
    folder = work / "flattened"
    start = datetime.now(timezone.utc) - timedelta(days=1100)
    with tap.sandbox("--records", 60) as settings:
        settings["start_date"] = start.strftime("%Y-%m-%dT%H:%M:%SZ")
        messages = tap.sync(work / "sample", settings, json.loads(SAMPLE.read_text()))
    flattening = {**target.settings(folder), "data_flattening_max_level": 2}
    run = target.load(messages, folder, flattening)
    assert run.returncode == 0, run.stderr[-3000:]

    ids = {}
    for line in messages.read_text().splitlines():
        message = json.loads(line)
        if message["type"] == "RECORD":
            ids.setdefault(message["stream"], set()).add(message["record"]["id"])
    assert len(ids) > 15
    with postgres() as connection:
        for stream, expected in ids.items():
            rows = connection.execute(f'SELECT id FROM flattened."{stream}"').fetchall()
            assert {row["id"] for row in rows} == expected, stream
        assert connection.execute("SELECT count(*) AS n FROM flattened.messages WHERE conversation__id IS NOT NULL").fetchone()["n"] > 100
