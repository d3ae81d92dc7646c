"""An organization that is small enough to compute its figures by hand. It shows what the marts count where there are two
answers: reopened, reassigned, imported, deleted, and twice surveyed conversations, and days in a time zone.

definitions.py messages > MESSAGES
definitions.py check DUCKDB POSTGRES_PORT
"""

import json
import sys

from compare import LOADERS, connect, finish
from odd import found

# The marts are built with the days of New York, five hours after UTC, and with the new timer.
CONVERSATIONS = [
    {"id": "reopened", "status": "open", "created_at": "2026-11-02T03:00:00Z", "assigned_users": ["ann"], "queue": {"id": "q"}, "reopen_count": 1, "last_done": {"created_at": "2026-11-02T05:00:00Z", "created_by": "ann", "time": 7_200_000, "business_time": 0}},
    {"id": "passed on", "status": "done", "created_at": "2026-11-02T15:00:00Z", "assigned_users": ["ann"], "queue": {"id": "q"}, "last_done": {"created_at": "2026-11-03T02:00:00Z", "created_by": "bob", "time": 39_600_000, "business_time": 3_600_000}},
    {"id": "imported", "status": "done", "created_at": "2026-11-03T15:00:00Z", "assigned_users": ["ann"], "queue": {"id": "q"}, "first_response": {"created_at": "2026-11-01T15:00:00Z", "time": -172_800_000, "response_time": -1}, "last_done": {"created_at": "2026-11-01T16:00:00Z"}},
    {"id": "asked again", "status": "open", "created_at": "2026-11-02T15:00:00Z", "satisfaction_level": {"status": "offered", "form_response": "no answer"}},
    {"id": "rated twice", "status": "open", "created_at": "2026-11-02T15:00:00Z", "satisfaction_level": {"status": "rated", "form": "form", "form_response": "good", "rating": 5, "score": 100}},
    {"id": "rated", "status": "open", "created_at": "2026-11-02T15:00:00Z", "satisfaction_level": {"status": "rated", "form": "form", "form_response": "not loaded", "sent_by": "bob", "rating": 3, "score": 60, "updated_at": "2026-11-04T16:00:00Z"}},
    {"id": "breached", "status": "open", "created_at": "2026-11-02T15:00:00Z", "sla": {"matched_at": "2026-11-02T15:00:00Z", "status": "breached", "breached": True}},
    {"id": "met", "status": "open", "created_at": "2026-11-02T15:00:00Z", "sla": {"matched_at": "2026-11-02T15:00:00Z", "status": "satisfied", "breached": False}},
    {"id": "no longer under an SLA", "status": "open", "created_at": "2026-11-02T15:00:00Z", "sla": {"status": "breached", "breached": True}},
    {"id": "deleted", "status": "done", "created_at": "2026-11-02T15:00:00Z", "assigned_users": ["ann"], "queue": {"id": "q"}, "deleted": True, "last_done": {"created_at": "2026-11-02T16:00:00Z", "created_by": "ann"}},
]
RESPONSES = [
    {"id": "no answer", "conversation": {"id": "asked again"}, "status": "offered"},
    {"id": "answer", "conversation": {"id": "asked again"}, "status": "rated", "form": {"id": "form"}, "sent_by": {"id": "ann"}, "rating": 1, "score": 20, "submitted_at": "2026-11-02T16:00:00Z"},
    {"id": "bad", "conversation": {"id": "rated twice"}, "status": "rated", "form": {"id": "form"}, "sent_by": {"id": "ann"}, "rating": 1, "score": 0, "submitted_at": "2026-11-02T16:00:00Z"},
    {"id": "good", "conversation": {"id": "rated twice"}, "status": "rated", "form": {"id": "form"}, "sent_by": {"id": "ann"}, "rating": 5, "score": 100, "submitted_at": "2026-11-04T04:00:00Z"},
    {"id": "of a deleted conversation", "conversation": {"id": "deleted"}, "status": "rated", "form": {"id": "form"}, "sent_by": {"id": "ann"}, "rating": 1, "score": 0, "submitted_at": "2026-11-02T16:00:00Z"},
]
MESSAGES = [
    {"id": "answer", "conversation": {"id": "passed on"}, "direction": "out", "auto": False, "sent_at": "2026-11-02T16:00:00Z", "created_by": {"id": "ann"}},
    {"id": "out of office", "conversation": {"id": "passed on"}, "direction": "out", "auto": True, "sent_at": "2026-11-02T16:00:00Z", "created_by": {"id": "ann"}},
    {"id": "question", "conversation": {"id": "passed on"}, "direction": "in", "auto": False, "sent_at": "2026-11-02T15:00:00Z", "created_by": {"id": "ann"}},
    {"id": "of a deleted conversation", "conversation": {"id": "deleted"}, "direction": "out", "auto": False, "sent_at": "2026-11-02T16:00:00Z", "created_by": {"id": "ann"}},
]
NEW_TIMER = [
    {"id": "one", "conversation_id": "passed on", "created_by": {"id": "ann"}, "handle_at": "2026-11-03T04:00:00Z", "handle_time": 10_000},
    {"id": "two", "conversation_id": "passed on", "created_by": {"id": "bob"}, "handle_at": "2026-11-02T16:00:00Z", "handle_time": 20_500},
    {"id": "negative", "conversation_id": "passed on", "created_by": {"id": "bob"}, "handle_at": "2026-11-02T16:00:00Z", "handle_time": -5_000},
    {"id": "of a deleted conversation", "conversation_id": "deleted", "created_by": {"id": "ann"}, "handle_at": "2026-11-02T16:00:00Z", "handle_time": 99_000},
]
OLD_TIMER = [{"id": "one", "conversation": {"id": "passed on"}, "created_by": {"id": "ann"}, "handle_at": "2026-11-02T16:00:00Z", "handle_time": 9}]
EVENTS = [{"id": "event", "conversation": {"id": "met"}, "created_at": "2026-11-02T15:00:00Z", "changes": {"attributes": {"sla": {"op": "add", "after": "Gold"}}, "relationships": {"sla": {"op": "add", "after": {"id": "gold"}}}}}]
WORK_ITEMS = [
    {"id": "accepted", "queued_count": 1, "first_enter_queue_at": "2026-11-02T15:00:00Z", "last_revision": {"accepted_at": "2026-11-02T15:01:00Z"}},
    {"id": "accepted twice", "queued_count": 2, "first_enter_queue_at": "2026-11-02T15:00:00Z", "last_revision": {"accepted_at": "2026-11-02T17:00:00Z"}},
    {"id": "accepted early", "queued_count": 1, "first_enter_queue_at": "2026-11-02T15:00:00Z", "last_revision": {"accepted_at": "2026-11-02T14:00:00Z"}},
]
STREAMS = {
    "conversations": CONVERSATIONS, "satisfaction_responses": RESPONSES, "messages": MESSAGES, "conversation_handle_times": NEW_TIMER,
    "conversation_times": OLD_TIMER, "conversation_events": EVENTS, "work_items": WORK_ITEMS,
}

EXPECTED = [
    ("resolution", "select conversation_id, resolution_seconds, resolution_business_seconds, closed_at, reopens from {s}.kustomer__conversations where conversation_id in ('reopened', 'passed on', 'imported') order by 1",
     [("imported", None, None, "2026-11-01T16:00:00", 0.0), ("passed on", 39600.0, 3600.0, "2026-11-03T02:00:00", 0.0), ("reopened", None, None, None, 1.0)]),
    ("negative durations", "select first_response_seconds, first_response_elapsed_seconds, first_response_calendar_seconds from {s}.kustomer__conversations where conversation_id = 'imported'", [(None, None, None)]),
    ("days", "select cast(day as varchar), sum(conversations), sum(done_conversations) from {s}.kustomer__conversations_daily group by 1 order by 1", [("2026-11-01", 1.0, 0.0), ("2026-11-02", 7.0, 1.0), ("2026-11-03", 1.0, 1.0)]),
    ("backlog", "select cast(day as varchar), opened_conversations, closed_conversations, backlog_conversations from {s}.kustomer__queue_backlog_daily where queue_id = 'q' order by 1", [("2026-11-01", 1.0, 0.0, 1.0), ("2026-11-02", 1.0, 1.0, 1.0), ("2026-11-03", 1.0, 1.0, 1.0)]),
    ("scores", "select conversation_id, score, rating from {s}.kustomer__conversations where score is not null order by 1", [("asked again", 20.0, 1.0), ("rated", 60.0, 3.0), ("rated twice", 100.0, 5.0)]),
    ("scores of days", "select cast(day as varchar), csat_responses, csat_score_sum from {s}.kustomer__csat_daily order by 1", [("2026-11-02", 2.0, 20.0), ("2026-11-03", 1.0, 100.0), ("2026-11-04", 1.0, 60.0)]),
    ("SLAs", "select conversation_id, is_sla_met from {s}.kustomer__conversations where is_sla_breached is not null order by 1", [("breached", False), ("met", True), ("no longer under an SLA", None)]),
    ("SLAs of days", "select sum(sla_met_conversations), sum(sla_breached_conversations) from {s}.kustomer__conversations_daily", [(1.0, 1.0)]),
    ("agents", "select user_id, cast(day as varchar), assigned_conversations, done_conversations, messages_sent, handle_seconds, csat_responses, csat_score_sum from {s}.kustomer__agent_performance_daily order by 1, 2", [
        ("ann", "2026-11-01", 1.0, 1.0, 0.0, 0.0, 0.0, 0.0),
        ("ann", "2026-11-02", 1.0, 0.0, 1.0, 10.0, 2.0, 20.0),
        ("ann", "2026-11-03", 1.0, 0.0, 0.0, 0.0, 1.0, 100.0),
        ("bob", "2026-11-02", 0.0, 1.0, 0.0, 20.5, 0.0, 0.0),
        ("bob", "2026-11-04", 0.0, 0.0, 0.0, 0.0, 1.0, 60.0),
    ]),
    ("handle time", "select handle_seconds, agents from {s}.kustomer__conversations where conversation_id = 'passed on'", [(30.5, 2.0)]),
    ("one name of two kinds", "select kind, attribute, value_after from {s}.kustomer__conversation_history order by 1", [("attribute", "sla", "Gold"), ("relationship", "sla", "gold")]),
    ("waits", "select work_item_id, wait_seconds from {s}.kustomer__work_items order by 1", [("accepted", 60.0), ("accepted early", None), ("accepted twice", None)]),
]


def declared(name, value):
    if isinstance(value, dict):
        return {"type": ["null", "object"]}
    if isinstance(value, list):
        return {"type": ["null", "array"], "items": {"type": ["null", "string"]}}
    if isinstance(value, str):
        return {"type": ["null", "string"], "format": "date-time"} if name.endswith("_at") else {"type": ["null", "string"]}
    return {"type": ["null", {bool: "boolean", int: "integer"}[type(value)]]}


def messages():
    for stream, records in STREAMS.items():
        properties = {name: declared(name, value) for record in records for name, value in record.items()} | {"id": {"type": "string"}}
        print(json.dumps({"type": "SCHEMA", "stream": stream, "schema": {"type": "object", "properties": properties}, "key_properties": ["id"]}))
        for record in records:
            print(json.dumps({"type": "RECORD", "stream": stream, "record": dict.fromkeys(properties) | record}))


def check(database, port):
    cursors = connect(database, port)
    faults = []
    for loader in LOADERS:
        for what, query, expected in EXPECTED:
            got = found(cursors[loader], query.format(s=f"marts_definitions_{loader}"))
            if got != expected:
                faults.append(f"{what}: {loader} has {got}, not {expected}")
    finish(faults, "figures are those computed by hand")


if __name__ == "__main__":
    {"messages": messages, "check": check}[sys.argv[1]](*sys.argv[2:])
