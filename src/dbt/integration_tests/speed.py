"""Measures dbt build on 200,000 conversations and 600,000 messages, full and incremental. The rows are those of the sandbox,
many times over, with ids of their own and one changed each minute. Called by .ci/dbt. Beside the time it says the CPU time
of dbt, which other programs on the machine disturb less; DuckDB runs inside dbt, PostgreSQL does not.

speed.py duckdb|postgres WORK
"""

import os
import resource
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import duckdb
import psycopg2

TOTAL = {"conversations": 200_000, "messages": 600_000}
LINK = {
    "duckdb": "json_merge_patch(conversation, json_object('id', json_extract_string(conversation, '$.id') || '-' || n))",
    "postgres": "jsonb_set(conversation, '{id}', to_jsonb((conversation ->> 'id') || '-' || n))",
}


def connect(target):
    if target == "duckdb":
        return duckdb.connect(os.environ["KUSTOMER_DUCKDB"])
    connection = psycopg2.connect(host="127.0.0.1", port=os.environ["KUSTOMER_PORT"], user="tap", dbname="tap")
    connection.autocommit = True
    return connection


def values(cursor, query):
    cursor.execute(query)
    return [value for (value,) in cursor.fetchall()]


def multiply(cursor, target, raw):
    cursor.execute("create schema big")
    for table in values(cursor, f"select table_name from information_schema.tables where table_schema = '{raw}'"):
        if table not in TOTAL:
            cursor.execute(f"create view big.{table} as select * from {raw}.{table}")
            continue
        own = {"id": "id || '-' || n", "updated_at": "timestamp '2026-11-01' - row_number() over () * interval '1 minute'"}
        if table == "messages":
            own["conversation"] = LINK[target]
        names = values(cursor, f"select column_name from information_schema.columns where table_schema = '{raw}' and table_name = '{table}' order by ordinal_position")
        columns = ", ".join(f'{own[name]} as "{name}"' if name in own else f'"{name}"' for name in names)
        (sample,) = values(cursor, f"select count(*) from {raw}.{table}")
        copies = -(-TOTAL[table] // sample)
        cursor.execute(f"create table big.{table} as select {columns} from {raw}.{table} cross join generate_series(1, {copies}) as copies(n) limit {TOTAL[table]}")


def change(cursor):
    """About one record in a hundred changes."""
    for table in TOTAL:
        cursor.execute(f"update big.{table} set updated_at = timestamp '2026-11-02' where substr(md5(id), 1, 2) in ('00', '55', 'aa')")


def build(target, work, *more):
    start, used = time.monotonic(), cpu()
    directory = f"{work}/speed-{target}"
    subprocess.run([
        Path(sys.executable).with_name("dbt"), "--quiet", *more, "--project-dir", "src/dbt", "--profiles-dir", Path(__file__).parent, "--target", target,
        "--target-path", directory, "--log-path", directory, "--vars", "{kustomer_schema: big}",
    ], check=True, env=os.environ | {"KUSTOMER_MARTS": "marts_big"})
    return f"{time.monotonic() - start:.0f} s (CPU {cpu() - used:.0f} s)"


def cpu():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main(target, work):
    with closing(connect(target)) as connection:  # DuckDB lets one process in
        multiply(connection.cursor(), target, "duckdb_raw" if target == "duckdb" else "meltanolabs_raw")
    print(f"{target}: full run {build(target, work, 'run')}", end=", ", flush=True)
    with closing(connect(target)) as connection:
        change(connection.cursor())
    print(f"incremental run {build(target, work, 'run')}", end=", ", flush=True)
    print(f"tests {build(target, work, 'test')}")


if __name__ == "__main__":
    main(*sys.argv[1:])
