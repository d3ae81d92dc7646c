"""Several Kustomer organizations, hourly: each is `tap | target` in a task of its own. Needs Airflow 3.3, a pool `kustomer` and,
for each organization, a connection `kustomer_<organization>`: its password is the API key, its host the API's URL.

The states are in Airflow's asset state store, so that nothing stays on a worker's disk.
"""

import ctypes
import json
import logging
import os
import signal
import subprocess
import tempfile
import threading

import pendulum
from airflow.sdk import DAG, Asset, task
from airflow.sdk.bases.hook import BaseHook
from airflow.sdk.exceptions import AirflowException, AirflowFailException

TAP = os.environ.get("KUSTOMER_TAP", "tap-kustomer")
TARGET = json.loads(os.environ.get("KUSTOMER_TARGET", '["target-postgres", "--config", "ENV"]'))
ORGANIZATIONS = json.loads(os.environ.get("KUSTOMER_ORGANIZATIONS", '["acme", "globex", "initech"]'))
SELECT = os.environ.get("KUSTOMER_SELECT", "customers,conversations,messages,users,teams")
START_DATE = os.environ.get("KUSTOMER_START_DATE", "2026-01-01")
STATES = Asset("kustomer")

RETRY_IS_NO_USE = {1, 2, 3}
SOME_STREAMS_FAILED = 6
log = logging.getLogger("airflow.task.kustomer")


def end_with_the_worker():
    """Else tap and target outlive a task that is killed, and run beside its retry (PR_SET_PDEATHSIG)."""
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)


def relay(lines):
    for line in lines:
        if "METRIC:" not in line:
            log.info(line.rstrip())


def start(command, **streams):
    process = subprocess.Popen(command, text=True, stderr=subprocess.PIPE, preexec_fn=end_with_the_worker, **streams)
    threading.Thread(target=relay, args=[process.stderr], daemon=True).start()
    return process


with DAG(
    "kustomer",
    schedule="@hourly",
    start_date=pendulum.datetime(2026, 1, 1),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 2, "retry_delay": pendulum.duration(seconds=int(os.environ.get("KUSTOMER_RETRY_DELAY", "60")))},
):

    @task(outlets=[STATES], pool="kustomer", map_index_template="{{ organization }}")
    def sync(organization, **context):
        context["organization"] = organization
        states, key = context["asset_state_store"][STATES], f"state_{organization}"
        before = states.get(key)
        log.info("%s begins at %s", organization, json.dumps(before))
        connection = BaseHook.get_connection(f"kustomer_{organization}")
        settings = {
            "TAP_KUSTOMER_API_URL": connection.host,
            "TAP_KUSTOMER_API_TOKEN": connection.password,
            "TAP_KUSTOMER_START_DATE": START_DATE,
        }
        with tempfile.NamedTemporaryFile("w", suffix=".json") as state:
            json.dump(before or {}, state)
            state.flush()
            command = [TAP, "--config", "ENV", "--select", SELECT, *(["--state", state.name] if before else [])]
            tap = start(command, env={**os.environ, **settings}, stdout=subprocess.PIPE)
            target = start(
                TARGET,
                env={**os.environ, "TARGET_POSTGRES_DEFAULT_TARGET_SCHEMA": organization},
                stdin=tap.stdout,
                stdout=subprocess.PIPE,
            )
            tap.stdout.close()
            for line in target.stdout:
                states.set(key, json.loads(line))
            codes = tap.wait(), target.wait()
        log.info("%s: tap ended with %d, target with %d", organization, *codes)
        if codes[0] in RETRY_IS_NO_USE:
            raise AirflowFailException(f"the tap ended with {codes[0]}")
        if codes[0] not in (0, SOME_STREAMS_FAILED) or codes[1] != 0:
            raise AirflowException(f"tap ended with {codes[0]}, target with {codes[1]}")
        return {"organization": organization, "whole": codes[0] == 0}

    @task.branch
    def check(results):
        return "transform" if all(result["whole"] for result in results) else ["transform", "warn"]

    @task
    def transform():
        log.info("transforming what is loaded")

    @task
    def warn(results):
        log.warning("not whole: %s", [result["organization"] for result in results if not result["whole"]])

    synced = sync.expand(organization=ORGANIZATIONS)
    check(synced) >> [transform(), warn(synced)]
