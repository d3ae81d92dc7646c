"""Compares the marts of all loaders with each other and with figures computed from the tap's messages, and the answers of
the README's SQL. Every column of every model must have a description, with its unit.

compare.py MESSAGES MANIFEST DUCKDB POSTGRES_PORT
"""

import json
import math
import re
import sys
from collections import Counter, defaultdict
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import duckdb
import psycopg2
from ask import question

LOADERS = ("duckdb", "meltanolabs", "pipelinewise")
UNITS = {"_at": r"\(UTC\)", "_seconds": r"\bseconds\b"}  # what the description of such a column says
MARTS = sorted(p.stem for p in (Path(__file__).parents[1] / "models/marts").glob("kustomer__*.sql"))


def plain(value):
    """One form for values that drivers give in several; numbers are floats."""
    if isinstance(value, str):
        return value.replace("\\n", "\n")  # pipelinewise stores a line feed as these two characters
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, (int, float, Decimal)):
        return float(value)
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return json.dumps(value, sort_keys=True)


def connect(database, port):
    postgres = psycopg2.connect(host="127.0.0.1", port=port, user="tap", dbname="tap").cursor()
    return {"duckdb": duckdb.connect(database, read_only=True).cursor(), "meltanolabs": postgres, "pipelinewise": postgres}


def rows(cursor, mart, schema):
    return answer(cursor, f"select * from {schema}.{mart}")


def answer(cursor, query):
    """Names of columns in alphabetical order, and sorted rows."""
    cursor.execute(query)
    names = [d[0] for d in cursor.description]
    # tag_ids is the array as it came: JSON text in DuckDB, a list in PostgreSQL.
    kept = [i for i, n in enumerate(names) if n not in ("source_relation", "tag_ids")]
    order = sorted(kept, key=lambda i: names[i])
    found = [tuple(plain(row[i]) for i in order) for row in cursor.fetchall()]
    return [names[i] for i in order], sorted(found, key=lambda row: [f"{v:.4g}" if isinstance(v, float) else repr(v) for v in row])


def same(a, b):
    """Sums of doubles depend on the order of rows in their last digits."""
    return math.isclose(a, b, rel_tol=1e-9) if isinstance(a, float) and isinstance(b, float) else a == b


def differences(what, who, found, expected):
    (names, lines), (expected_names, expected_lines) = found, expected
    if names != expected_names:
        return [f"{what}: columns of {who} differ: {set(names) ^ set(expected_names)}"]
    if len(lines) != len(expected_lines):
        return [f"{what}: {len(lines)} rows in {who}, not {len(expected_lines)}"]
    cells = ((n, a, b) for x, y in zip(lines, expected_lines) for n, a, b in zip(names, x, y) if not same(a, b))
    return [f"{what}: {who} has {a!r} in {n}, not {b!r}" for n, a, b in list(cells)[:3]]


def finish(faults, praise):
    print("\n".join(faults) or praise)
    sys.exit(bool(faults))


def undescribed(manifest, cursor, schema):
    """Models and columns without a description or its unit, and descriptions of columns that are not there. Custom fields have none."""
    faults = []
    for model in (n for n in json.loads(manifest.read_text())["nodes"].values() if n["resource_type"] == "model"):
        cursor.execute("select column_name from information_schema.columns where table_schema = ? and table_name = ?", [schema, model["name"]])
        columns = {name for (name,) in cursor.fetchall() if not name.startswith("custom_") or name == "custom_attribute_id"}
        described = {name for name, column in model["columns"].items() if column["description"]}
        faults += [f"{model['name']}.{name}: no column, or no description" for name in sorted(columns ^ described)]
        for name, column in model["columns"].items():
            unit = next((unit for end, unit in UNITS.items() if name.endswith(end)), "")
            if not re.search(unit, column["description"], re.IGNORECASE):
                faults.append(f"{model['name']}.{name}: the description does not say the unit")
        if not model["description"]:
            faults.append(f"{model['name']}: no description")
    return faults


def latest(path):
    """The last version of each record that is not deleted, by stream."""
    streams, keys = defaultdict(dict), {}
    for line in path.open():
        message = json.loads(line)
        if message["type"] == "SCHEMA":
            keys[message["stream"]] = message["key_properties"]
        elif message["type"] == "RECORD":
            record = message["record"]
            streams[message["stream"]][tuple(record[key] for key in keys[message["stream"]])] = record
    return {
        name: [r for r in records.values() if not r.get("deleted") and not r.get("deleted_at") and not r.get("_sdc_deleted_at")]
        for name, records in streams.items()
    }


def expected(streams):
    """(what, SQL over the marts, the value that the messages give)."""
    conversations = streams["conversations"]
    days = Counter(c["created_at"][:10] for c in conversations)
    tags = Counter(tag for c in conversations for tag in set(c["tags"] or []))
    responses = [c["first_response"]["response_time"] / 1000 for c in conversations if (c.get("first_response") or {}).get("response_time") is not None]
    known = {c["id"] for c in conversations}
    times = [t for t in streams["conversation_times"] if t.get("handle_time") is not None and t["conversation_id"] in known]
    sent = [m for m in streams["messages"] if m["direction"] == "out" and not m["auto"] and m["sent_at"] and (m["conversation"] or {}).get("id") in known]
    changes = sum(len(e["changes"].get(part) or {}) for e in streams["conversation_events"] for part in ("attributes", "relationships"))
    agents = Counter(c["assigned_users"][0] for c in conversations if c.get("assigned_users"))
    slas = [c["sla"] for c in conversations if c.get("sla")]
    return [
        ("conversations", "select count(*) from {s}.kustomer__conversations", len(conversations)),
        ("conversations of each day", "select sum(conversations * conversations) from (select day, sum(conversations) as conversations from {s}.kustomer__conversations_daily group by 1) d", sum(n * n for n in days.values())),
        ("first response seconds", "select sum(first_response_seconds) from {s}.kustomer__conversations_daily", sum(responses)),
        ("handle seconds of conversations", "select sum(handle_seconds) from {s}.kustomer__conversations", sum(t["handle_time"] for t in times)),
        ("handle seconds of agents", "select sum(handle_seconds) from {s}.kustomer__agent_performance", sum(t["handle_time"] for t in times if t.get("created_by"))),
        ("messages of agents", "select sum(messages_sent) from {s}.kustomer__agent_performance", sum(bool(m["created_by"]) for m in sent)),
        ("assigned to each agent", "select sum(assigned_conversations * assigned_conversations) from {s}.kustomer__agent_performance", sum(n * n for n in agents.values())),
        ("backlog of the last day", "select sum(opened_conversations) - sum(closed_conversations) from {s}.kustomer__queue_backlog_daily", sum(c["status"] != "done" for c in conversations)),
        ("tagged", "select sum(conversations) from {s}.kustomer__tag_daily", sum(tags.values())),
        ("ratings", "select sum(csat_score_sum) from {s}.kustomer__csat_daily", sum(c["satisfaction_level"]["score"] for c in conversations if c["satisfaction_level"].get("score") is not None)),
        ("breached", "select count(*) from {s}.kustomer__conversations where is_sla_met = false", sum(bool(s["breached"]) for s in slas)),
        ("changes", "select count(*) from {s}.kustomer__conversation_history", changes),
        ("customers", "select count(*) from {s}.kustomer__customers", len(streams["customers"])),
        ("companies", "select count(*) from {s}.kustomer__companies", len(streams["companies"])),
        ("refunds", "select sum(custom_refund_amount_num) from {s}.kustomer__conversations", sum((c.get("custom") or {}).get("refund_amount_num") or 0 for c in conversations)),
    ]


def main(messages, manifest, database, port):
    cursors = connect(database, port)
    faults = undescribed(Path(manifest), cursors["duckdb"], "marts_duckdb")
    for mart in MARTS:
        first = rows(cursors["duckdb"], mart, "marts_duckdb")
        for loader in LOADERS[1:]:
            faults += differences(mart, loader, rows(cursors[loader], mart, f"marts_{loader}"), first)
        print(f"{mart}: {len(first[1])} rows")
    for what, query, value in expected(latest(Path(messages))):
        for loader in LOADERS:
            cursors[loader].execute(query.format(s=f"marts_{loader}"))
            found = cursors[loader].fetchone()[0]
            if found is None or abs(float(found) - value) > 1e-6 * max(1, abs(value)):
                faults.append(f"{what}: {loader} has {found}, the messages have {value}")
    answers = {}
    for loader in LOADERS:
        cursors[loader].execute(f"set search_path to marts_{loader}" if loader != "duckdb" else "set schema = 'marts_duckdb'")
        answers[loader] = answer(cursors[loader], question())
        faults += differences("README.md", loader, answers[loader], answers["duckdb"])
    if not answers["duckdb"][1]:
        faults.append("README.md: no rows")
    finish(faults, "equal in all loaders, and to the messages")


if __name__ == "__main__":
    main(*sys.argv[1:])
