"""The wheel in Meltano: killed in turn while the data changes, then equal to the API row by row."""

import json
import os
import signal
import subprocess
import time
from datetime import datetime, timedelta, timezone

import psutil
import pytest
import yaml

import tap
from targets import TOOLS, postgres
from truth import SEARCHED, updated_at_by_id

STATE = "dev:tap-kustomer-to-target-postgres"


@pytest.fixture(scope="module")
def api():
    with tap.sandbox("--records", 400, "--changes-per-minute", 600, "--latency", 60, "--seed", 3) as settings:
        start = datetime.now(timezone.utc) - timedelta(days=365)
        yield {**settings, "start_date": start.strftime("%Y-%m-%dT00:00:00.000Z")}


class Project:
    def __init__(self, folder, api):
        self.folder = folder
        self.environment = {**os.environ, "MELTANO_SEND_ANONYMOUS_USAGE_STATS": "false", "NO_COLOR": "1"}
        folder.mkdir()
        settings = yaml.safe_load(self.about())
        settings.update(select=[f"{stream}.*" for stream in SEARCHED if stream != "messages"])
        settings.update(pip_url=os.environ["WHEEL"], config={**api, "page_size_limit": 20})
        requirements = os.path.abspath("src/pipelines/requirements/target-postgres.txt")
        target = {
            "name": "target-postgres",
            "namespace": "target_postgres",
            "pip_url": f"--require-hashes -r {requirements}",
            "settings": [{"name": name} for name in ("host", "user", "password", "database", "default_target_schema")]
            + [{"name": "port", "kind": "integer"}],
            "config": {
                "host": os.environ["PGHOST"],
                "port": int(os.environ["PGPORT"]),
                "user": os.environ["PGUSER"],
                "password": "none",
                "database": os.environ["PGDATABASE"],
                "default_target_schema": "meltano",
            },
        }
        project = {
            "version": 1,
            "default_environment": "dev",
            "project_id": "tap-kustomer-pipelines",
            "environments": [{"name": "dev"}],
            "plugins": {"extractors": [settings], "loaders": [target]},
        }
        (folder / "meltano.yml").write_text(yaml.safe_dump(project))

    @staticmethod
    def about():
        return subprocess.check_output([tap.TAP, "--about", "--format", "meltano"], text=True)

    def command(self, *arguments):
        return [TOOLS / "meltano/bin/meltano", *arguments]

    def run(self, *arguments):
        done = subprocess.run(
            self.command(*arguments), cwd=self.folder, env=self.environment, capture_output=True, text=True, timeout=300
        )
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
        return done.stdout

    def sync(self, *options):
        return self.run("run", *options, "tap-kustomer", "target-postgres")

    def killed(self, name, how):
        """A run whose tap or target gets the signal once rows are there that were not before."""
        before = newest()
        run = subprocess.Popen(
            self.command("run", "tap-kustomer", "target-postgres"),
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        victim = None
        while run.poll() is None and victim is None:
            if before is None or newest() != before or name == "tap-kustomer":
                victim = next((p for p in psutil.Process(run.pid).children(recursive=True) if is_program(p, name)), None)
            time.sleep(0.05)
        assert victim, f"{name} was not seen"
        time.sleep(0.5)
        victim.send_signal(how)
        return run.wait(timeout=120)

    def state(self):
        return json.loads(self.run("state", "get", STATE) or "{}")


def is_program(process, name):
    try:
        line = process.cmdline()
    except psutil.Error:
        return False
    if name == "tap-kustomer":
        return "--catalog" in line and "java" in line[0]
    return any(part.endswith(f"bin/{name}") for part in line[:2])


def is_there(connection, stream):
    return connection.execute("SELECT to_regclass(%s) AS name", [f"meltano.{stream}"]).fetchone()["name"]


def newest():
    with postgres() as connection:
        there = is_there(connection, "customers")
        return there and connection.execute("SELECT max(updated_at) AS at FROM meltano.customers").fetchone()["at"]


def loaded():
    with postgres() as connection:
        return {stream: versions(connection, stream) if is_there(connection, stream) else {} for stream in SEARCHED}


def versions(connection, stream):
    return {row["id"]: row["updated_at"] for row in connection.execute(f"SELECT id, updated_at FROM meltano.{stream}")}


def moment(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(timezone.utc).replace(tzinfo=None)


def assert_equal_to_the_api(project, api, *options):
    """Data goes on changing: a row is as the API had it before the sync and after, where these agree. What changed
    meanwhile, after the end of the range that the sync reads, may not be there yet; but no row gets older."""
    earlier = loaded()
    before = updated_at_by_id(api)
    project.sync(*options)
    after = updated_at_by_id(api)
    rows = loaded()
    for stream in SEARCHED:
        assert rows[stream].keys() <= after[stream].keys(), stream
        still = [id for id in after[stream] if before[stream].get(id) == after[stream][id]]
        assert len(still) > 20, stream
        assert {id: rows[stream].get(id) for id in still} == {id: moment(after[stream][id]) for id in still}, stream
        for id, at in rows[stream].items():
            assert earlier[stream].get(id, moment(api["start_date"])) <= at <= moment(after[stream][id]), (stream, id)


def test_meltano(work, api):
    project = Project(work / "meltano", api)
    project.run("install")
    project.run("select", "tap-kustomer", "messages", "*")

    ended = [
        project.killed("tap-kustomer", signal.SIGKILL),
        project.killed("target-postgres", signal.SIGKILL),
        project.killed("tap-kustomer", signal.SIGTERM),
        project.killed("target-postgres", signal.SIGTERM),
    ]
    assert 0 not in ended, f"a killed run must not pass for whole: {ended}"
    assert_equal_to_the_api(project, api)

    # Partial states are merged into the last whole one: after a run that is whole, each stream has one bookmark.
    state = project.state()["singer_state"]
    assert state["bookmarks"].keys() == set(SEARCHED)

    # An earlier bookmark, set by hand, is obeyed.
    state["bookmarks"]["customers"] = {"updated_at": "2026-01-01T00:00:00.000Z"}
    project.run("state", "set", "--force", STATE, json.dumps({"singer_state": state}))
    assert project.state()["singer_state"] == state
    assert_equal_to_the_api(project, api)
    assert project.state()["singer_state"]["bookmarks"]["customers"]["updated_at"] > "2026-11-01"

    with postgres() as connection:
        connection.execute("TRUNCATE meltano.customers, meltano.conversations, meltano.messages, meltano.kobjects")
    assert_equal_to_the_api(project, api, "--full-refresh")
