"""Whether what a database holds is the JSON value that was meant."""

import ast
import json
import re
from datetime import datetime, timezone


def same(kind, expected, got):
    if expected is None or got is None:
        return (expected is None) == (got is None)
    value = json.loads(expected)
    if kind in ("object", "texts", "numbers", "objects"):
        return bare(parsed(got) if isinstance(got, str) else got) == bare(value)
    if kind == "datetime":
        return moment(got) == moment(value)
    if kind == "boolean":
        return str(got).lower() in ("true", "1") if value else str(got).lower() in ("false", "0")
    if kind in ("integer", "number"):
        return float(got) == float(value) if kind == "number" else int(got) == value
    return got == value


def parsed(text):
    """JSON, or Python's own form, in which some targets write."""
    try:
        return json.loads(text)
    except ValueError:
        return ast.literal_eval(re.sub(r"Decimal\('(.*?)'\)", r"\1", text))


def bare(value):
    """Without nulls in objects: targets add and drop them."""
    if isinstance(value, dict):
        return {name: bare(each) for name, each in value.items() if each is not None}
    return [bare(each) for each in value] if isinstance(value, list) else value


def moment(value):
    if isinstance(value, str):
        value = datetime.fromisoformat(value.replace("Z", "+00:00"))
    return value if value.tzinfo else value.replace(tzinfo=timezone.utc)
