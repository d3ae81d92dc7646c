"""What targets do wrong by themselves, each with the cases that it concerns; a limit that is gone fails its tests."""

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


NAME_LIMITS = {"target-sqlite": "stops at such names side by side"}


def name_limit(target):
    """Why the target does not hold fields of the names in names.py, if it does not."""
    return NAME_LIMITS.get(target)
