"""Compares what odd.jsonl and odd-later.jsonl became: variants, versions, deleted records, absent columns and streams, the
union of two organizations, and incremental runs against a full refresh.

odd.py DUCKDB POSTGRES_PORT
"""

import sys

from compare import LOADERS, MARTS, connect, differences, finish, plain, rows

COLUMNS = "conversation_id, status, message_count, satisfaction, is_ended, customer_id, last_activity_at, channel, deleted_at is not null or _deleted_at is not null"
# Text that fits its column is in it, other text is null. No record has a channel.
STANDING = [
    ("changed", "snoozed", 3, None, None, "ann", None, None, False),
    ("late", "open", 1, None, None, "ann", None, None, False),
    ("other texts", "open", None, None, None, "ann", None, None, False),
    ("restored", "open", 1, None, None, "ann", None, None, False),
    ("texts", "open", 12, 9007199254740992, True, "ann", "2026-11-01T00:00:00", None, False),
]
DELETED = [
    ("deleted", "done", 1, None, None, "ann", None, None, True),
    ("deleted later", "open", 1, None, None, "ann", None, None, True),
    ("vanished", "open", 1, None, None, "ann", None, None, True),
    ("vanished later", "open", 1, None, None, "ann", None, None, True),
]


def found(cursor, query):
    cursor.execute(query)
    return [tuple(map(plain, row)) for row in cursor.fetchall()]


def main(database, port):
    cursors = connect(database, port)
    faults = []

    def expect(what, query, expected):
        got = found(cursors[loader], query)
        if got != expected:
            faults.append(f"{what}: {loader} has {got}, not {expected}")

    for loader in LOADERS:
        odd = f"select {COLUMNS} from {{}}.kustomer__conversations where source_relation = '{loader}_odd' order by 1"
        customers = f"select name, email from {{}}.kustomer__customers where source_relation = '{loader}_odd' order by 1"
        expect("two organizations", odd.format(f"marts_{loader}"), STANDING)
        expect("two organizations", customers.format(f"marts_{loader}"), [("Ann", None)])
        expect("deleted records kept", odd.format(f"marts_odd_{loader}"), sorted(STANDING + DELETED))
        expect("deleted records kept", customers.format(f"marts_odd_{loader}"), [("Ann", None), ("Bob", None)])
        for mart in ("kustomer__team_performance", "kustomer__conversation_history", "kustomer__work_items"):
            expect("streams not loaded", f"select count(*) from marts_odd_{loader}.{mart}", [(0,)])
        for mart in MARTS:
            fresh = rows(cursors[loader], mart, f"marts_fresh_{loader}")
            faults += differences(mart, f"{loader}, incremental", rows(cursors[loader], mart, f"marts_{loader}"), fresh)
    finish(faults, "odd records are as expected; incremental runs equal a full refresh")


if __name__ == "__main__":
    main(*sys.argv[1:])
