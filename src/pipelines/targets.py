"""The targets: how each is configured, and how what it loaded is read back."""

import csv
import json
import os
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import duckdb
import psycopg
from psycopg.rows import dict_row

TOOLS = Path(os.environ["TOOLS"])
OLD_COLLECTIONS = (
    "import collections; from collections.abc import MutableMapping; collections.MutableMapping = MutableMapping; "
    "from target_sqlite import main; main()"
)
csv.field_size_limit(sys.maxsize)


def postgres():
    return psycopg.connect(autocommit=True, row_factory=dict_row)


def postgres_settings(folder, database):
    return {
        "host": os.environ["PGHOST"],
        "port": int(os.environ["PGPORT"]),
        "user": os.environ["PGUSER"],
        "password": "none",
        database: os.environ["PGDATABASE"],
        "default_target_schema": folder.name,
    }


def datamill_settings(folder):
    return {
        "postgres_host": os.environ["PGHOST"],
        "postgres_port": int(os.environ["PGPORT"]),
        "postgres_username": os.environ["PGUSER"],
        "postgres_database": os.environ["PGDATABASE"],
        "postgres_schema": folder.name,
        "before_run_sql": f'CREATE SCHEMA IF NOT EXISTS "{folder.name}"',
        "disable_collection": True,  # otherwise it reports each run to a host outside
    }


def postgres_rows(folder, stream):
    with postgres() as connection:
        return connection.execute(f'SELECT * FROM "{folder.name}"."{stream}"').fetchall()


def duckdb_rows(folder, stream):
    with duckdb.connect(str(folder / "warehouse.duckdb"), read_only=True) as connection:
        found = connection.execute(f'SELECT * FROM "{folder.name}"."{stream}"')
        names = [column[0] for column in found.description]
        return [dict(zip(names, row)) for row in found.fetchall()]


def sqlite_rows(folder, stream):
    with sqlite3.connect(folder / "warehouse.db") as connection:
        connection.row_factory = sqlite3.Row
        return [unflattened(dict(row)) for row in connection.execute(f'SELECT * FROM "{stream}"')]


def unflattened(row):
    """The members of an object are columns of their own there."""
    objects = {}
    for name in list(row):
        if "__a" in name:
            column, member = name.split("__", 1)
            objects.setdefault(column, {})[member] = row.pop(name)
    return row | {name: value for name, value in objects.items() if any(each is not None for each in value.values())}


def jsonl_rows(folder, stream):
    lines = (folder / f"{stream}.jsonl").read_text().splitlines()
    return list({row["id"]: row for row in map(json.loads, lines)}.values())


def csv_rows(folder, stream):
    with open(folder / f"{stream}.csv", newline="") as file:
        return [{name: value or None for name, value in row.items()} for row in csv.DictReader(file)]


def stitch_rows(folder, stream):
    rows = {}
    for request in sorted(folder.glob("requests-*.jsonl"), key=lambda path: path.stat().st_mtime_ns):
        for line in request.read_text().splitlines():
            for message in json.loads(line)["messages"]:
                if message["action"] == "upsert":
                    rows[message["data"]["id"]] = message["data"]
    return list(rows.values())


@dataclass(frozen=True)
class Target:
    name: str
    tool: str
    settings: object
    rows: object
    keeps_rows: bool = True  # from run to run

    def load(self, messages, folder, settings=None):
        """Loads a file of Singer messages; the folder names the schema too."""
        folder.mkdir(exist_ok=True)
        config = folder / "config.json"
        config.write_text(json.dumps(settings or self.settings(folder)))
        command = [next((TOOLS / self.tool / "bin").glob("target-*"))]
        arguments = ["--config", str(config)]
        if self.tool == "sqlite":  # made for Python 3.9, where this name still was
            command = [TOOLS / "sqlite/bin/python", "-c", OLD_COLLECTIONS]
        if self.tool == "stitch":
            requests = folder / f"requests-{len(list(folder.iterdir()))}.jsonl"
            arguments = ["-n", "-o", str(requests)]
        with open(messages) as source:
            return subprocess.run(
                [*command, *arguments], stdin=source, cwd=folder, capture_output=True, text=True, timeout=300
            )


TARGETS = {
    target.name: target
    for target in [
        Target("meltanolabs-target-postgres", "target-postgres", lambda f: postgres_settings(f, "database"), postgres_rows),
        Target("pipelinewise-target-postgres", "pipelinewise", lambda f: postgres_settings(f, "dbname"), postgres_rows),
        Target(
            "target-duckdb",
            "duckdb",
            lambda f: {"filepath": str(f / "warehouse.duckdb"), "default_target_schema": f.name},
            duckdb_rows,
        ),
        Target("target-sqlite", "sqlite", lambda f: {"database": str(f / "warehouse.db")}, sqlite_rows),
        Target("target-jsonl", "jsonl", lambda f: {"destination_path": str(f), "do_timestamp_file": False}, jsonl_rows),
        Target("meltanolabs-target-csv", "csv", lambda f: {"output_path": str(f)}, csv_rows, False),
        Target("target-stitch -n", "stitch", lambda f: {}, stitch_rows),
    ]
}

# Honors ACTIVATE_VERSION; not among the targets that all values are loaded into.
DATAMILL = Target("datamill's singer-target-postgres", "datamill", datamill_settings, postgres_rows)
