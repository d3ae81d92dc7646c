"""Compiles every model for Snowflake, BigQuery and Redshift with dbt's own adapters but without a connection, and parses the
SQL in the warehouse's dialect. The tables' columns are what a loader makes of the streams there: JSON for objects and arrays.

warehouses.py MESSAGES WORK
"""

import json
import os
import sys
from importlib import import_module
from pathlib import Path

import sqlglot
from dbt.cli.main import dbtRunner

# What loaders make of the tap's types.
TYPES = {
    "snowflake": {"json": "VARIANT", "date-time": "TIMESTAMP_TZ", "boolean": "BOOLEAN", "integer": "NUMBER", "number": "FLOAT", "string": "VARCHAR"},
    "bigquery": {"json": "JSON", "date-time": "TIMESTAMP", "boolean": "BOOL", "integer": "INT64", "number": "FLOAT64", "string": "STRING"},
    "redshift": {"json": "super", "date-time": "timestamp with time zone", "boolean": "boolean", "integer": "bigint", "number": "double precision", "string": "character varying"},
}
PROFILE = {
    "snowflake": {"type": "snowflake", "account": "none", "user": "none", "password": "none", "database": "raw", "warehouse": "none"},
    "bigquery": {"type": "bigquery", "method": "oauth-secrets", "project": "raw", "token": "none"},
    "redshift": {"type": "redshift", "host": "127.0.0.1", "port": 9, "user": "none", "password": "none", "dbname": "raw"},
}


def schemas(path):
    """The last schema of each stream, with a variant beside each column."""
    found = {}
    for line in Path(path).open():
        message = json.loads(line)
        if message["type"] == "SCHEMA":
            found[message["stream"]] = message["schema"]["properties"]
    return found


def column_type(schema, types):
    kinds = [kind for kind in [schema.get("type", "object")] for kind in ([kind] if isinstance(kind, str) else kind) if kind != "null"]
    if "object" in kinds or "array" in kinds or not kinds:
        return types["json"]
    return types[schema.get("format") or kinds[0]]


def without_connection(warehouse, streams):
    """The adapter answers from the streams' schemas instead of asking the warehouse."""
    name = warehouse.title().replace("query", "Query")
    adapter = getattr(import_module(f"dbt.adapters.{warehouse}"), f"{name}Adapter")
    types = TYPES[warehouse]

    def get_relation(self, database, schema, identifier):
        return self.Relation.create(database=database, schema=schema, identifier=identifier, type="table") if identifier in streams or identifier.startswith("base_") else None

    def get_columns_in_relation(self, relation):
        properties = streams[relation.identifier]
        columns = {column: column_type(schema, types) for column, schema in properties.items()}
        columns |= {f"{column}__v_text": types["string"] for column in properties}
        return [self.Column(column.upper() if warehouse == "snowflake" else column, dtype) for column, dtype in columns.items()]

    adapter.get_relation = get_relation
    adapter.get_columns_in_relation = get_columns_in_relation


def main(messages, work):
    streams = schemas(messages)
    work = Path(work)
    faults = []
    for warehouse, connection in PROFILE.items():
        without_connection(warehouse, streams)
        directory = work / warehouse
        directory.mkdir(exist_ok=True)
        connection |= {"schema": "marts", "threads": 1}
        (directory / "profiles.yml").write_text(json.dumps({"kustomer": {"target": warehouse, "outputs": {warehouse: connection}}}))
        custom = {stream: ["refund_amount_num", "promised_at", "escalated_bool", "products_str"] for stream in streams if "custom" in streams[stream]}
        result = dbtRunner().invoke([
            "--quiet", "compile", "--no-populate-cache", "--no-introspect", "--project-dir", "src/dbt", "--profiles-dir", str(directory),
            "--target-path", str(directory), "--log-path", str(directory), "--vars", json.dumps({"kustomer_custom": custom, "kustomer_time_zone": "America/New_York"}),
        ])
        if not result.success:
            faults.append(f"{warehouse}: dbt compile failed: {result.exception or ''}")
        compiled = sorted((directory / "compiled/kustomer/models").rglob("*.sql"))
        for path in compiled:
            try:
                sqlglot.parse_one(path.read_text(), dialect=warehouse)
            except sqlglot.errors.SqlglotError as e:
                faults.append(f"{warehouse}: {path.stem}: {str(e)[:300]}")
        print(f"{warehouse}: {len(compiled)} models and tests compiled and parsed")
    print("\n".join(faults))
    sys.exit(bool(faults))


if __name__ == "__main__":
    os.environ["DBT_SEND_ANONYMOUS_USAGE_STATS"] = "false"
    main(*sys.argv[1:])
