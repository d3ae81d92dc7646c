"""The DAG of the documents in Airflow: three organizations, one refused a stream, one tap killed and its task tried again."""

import json
import os
import re
import subprocess
import threading
import time
from pathlib import Path

import psutil
import pytest

import tap
from fake import FakeKustomer
from targets import TOOLS, TARGETS, postgres

AIRFLOW = TOOLS / "airflow/bin/airflow"


@pytest.fixture(scope="module")
def apis():
    refusing = FakeKustomer()
    refusing.refused = "/v1/teams"
    with tap.sandbox("--records", 60) as plain, tap.sandbox("--records", 60, "--latency", 1500) as slow:
        yield {"acme": plain, "globex": {"api_url": refusing.url, "api_token": "none"}, "initech": slow}
    refusing.close()


@pytest.fixture(scope="module")
def environment(work, apis):
    home = work / "airflow"
    home.mkdir()
    target = TARGETS["meltanolabs-target-postgres"]
    config = home / "target.json"
    settings = target.settings(home)
    del settings["default_target_schema"]
    config.write_text(json.dumps(settings))
    environment = {
        **os.environ,
        "AIRFLOW_HOME": str(home),
        "AIRFLOW__CORE__DAGS_FOLDER": str(Path(__file__).parent / "dags"),
        "AIRFLOW__CORE__LOAD_EXAMPLES": "false",
        "KUSTOMER_TAP": str(tap.TAP),
        "KUSTOMER_TARGET": json.dumps(
            [str(TOOLS / "target-postgres/bin/target-postgres"), "--config", str(config), "--config", "ENV"]
        ),
        "KUSTOMER_ORGANIZATIONS": json.dumps(list(apis)),
        "KUSTOMER_SELECT": "customers,teams",
        "KUSTOMER_RETRY_DELAY": "1",
    }
    for organization, api in apis.items():
        environment[f"AIRFLOW_CONN_KUSTOMER_{organization.upper()}"] = json.dumps(
            {"conn_type": "generic", "host": api["api_url"], "password": api["api_token"]}
        )
    subprocess.run([AIRFLOW, "db", "migrate"], env=environment, check=True, capture_output=True, timeout=300)
    return environment


def dag_run(environment, when):
    run = subprocess.run(
        [AIRFLOW, "dags", "test", "kustomer", when], env=environment, capture_output=True, text=True, timeout=400
    )
    return run.returncode, run.stdout + run.stderr


def kill_one_tap(api_url, killed):
    while not killed:
        for process in psutil.process_iter():
            try:
                if process.environ().get("TAP_KUSTOMER_API_URL") == api_url and "java" in process.name():
                    process.kill()
                    killed.append(process.pid)
                    return
            except psutil.Error:
                pass
        time.sleep(0.1)


def test_the_dag_of_the_documents(environment, apis):
    killed = []
    threading.Thread(target=kill_one_tap, args=[apis["initech"]["api_url"], killed], daemon=True).start()
    code, told = dag_run(environment, "2026-11-01")
    (Path(environment["AIRFLOW_HOME"]) / "first.log").write_text(told)
    assert code == 0, told[-5000:]
    assert killed
    assert "initech: tap ended with -9" in told
    assert "initech: tap ended with 0" in told
    assert "globex: tap ended with 6" in told
    assert "not whole: ['globex']" in told
    with postgres() as connection:
        count = "SELECT count(*) AS n FROM {}.customers"
        assert connection.execute(count.format("acme")).fetchone() == connection.execute(count.format("initech")).fetchone()

    code, told = dag_run(environment, "2026-11-02")
    assert code == 0, told[-5000:]
    assert re.search(r'acme begins at \{.*"bookmarks"', told), told[-5000:]
