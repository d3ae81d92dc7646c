"""What targets do wrong by themselves, each with the cases that it concerns; a limit that is gone fails its tests."""

from names import ALONE

NO_EMPTY_TEXT = "an empty text is stored as NULL"

LIMITS = [
    ("pipelinewise-target-postgres", lambda case: case.sent == '""', NO_EMPTY_TEXT),
    ("pipelinewise-target-postgres", lambda case: "\\n" in case.sent, "a line feed is stored as two characters"),
    ("target-duckdb", lambda case: case.sent == '""', NO_EMPTY_TEXT),
    ("meltanolabs-target-csv", lambda case: case.sent == '""', NO_EMPTY_TEXT),
    ("target-sqlite", lambda case: case.sent == "{}", "an empty object is stored as NULL"),
]


def limit(target, case):
    """Why the target does not hold this value, if it does not."""
    return next((reason for name, concerns, reason in LIMITS if name == target and concerns(case)), None)


STOPS = "stops there"

NAME_LIMITS = [
    ("meltanolabs-target-postgres", lambda name: "%" in name, STOPS),
    ("pipelinewise-target-postgres", lambda name: '"' in name, STOPS),
    ("target-duckdb", lambda name: '"' in name, STOPS),
    ("target-sqlite", lambda name: name not in ALONE, "stops at such names side by side"),
]


def name_limit(target, name):
    """Why the target does not hold a field of this name, if it does not."""
    return next((reason for limited, concerns, reason in NAME_LIMITS if limited == target and concerns(name)), None)
