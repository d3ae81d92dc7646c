"""Odd values: what a column of each type is sent, and where it must arrive."""

import json
from dataclasses import dataclass

TYPES = {
    "text": {"type": ["null", "string"]},
    "datetime": {"type": ["null", "string"], "format": "date-time"},
    "integer": {"type": ["null", "integer"]},
    "number": {"type": ["null", "number"]},
    "boolean": {"type": ["null", "boolean"]},
    "object": {"type": ["null", "object"], "properties": {"a": {"type": ["null", "integer"]}}},
    "texts": {"type": ["null", "array"], "items": {"type": ["null", "string"]}},
    "numbers": {"type": ["null", "array"], "items": {"type": ["null", "number"]}},
    "objects": {
        "type": ["null", "array"],
        "items": {"type": ["null", "object"], "properties": {"a": {"type": ["null", "integer"]}}},
    },
}

# What fits each type, before and after the odd value.
BASE = {
    "text": '"plain"',
    "datetime": '"2026-11-01T10:00:00.000Z"',
    "integer": "7",
    "number": "2.5",
    "boolean": "true",
    "object": '{"a":1}',
    "texts": '["x","y"]',
    "numbers": "[1.5,2.5]",
    "objects": '[{"a":1}]',
}


@dataclass(frozen=True)
class Case:
    """One column: the JSON that it is sent, and the JSON that the column or its variant must hold."""

    number: int
    type: str
    sent: str
    kept: str | None = None
    variant: str | None = None

    @property
    def column(self):
        return f"{self.type}_{self.number}"


# type, the JSON sent, the JSON that its column keeps; None where it goes to the variant.
VALUES = [
    ("text", "5", '"5"'),
    ("text", "-1.50", '"-1.50"'),
    ("text", "1e400", '"1e400"'),
    ("text", "true", '"true"'),
    ("text", '{"a":1}', '"{\\"a\\":1}"'),
    ("text", '["a",1]', '"[\\"a\\",1]"'),
    ("text", "[]", '"[]"'),
    ("text", '"a\\u0000b"', '"a\\ufffdb"'),
    ("text", '"a\\ud800b"', '"a\\ufffdb"'),
    ("text", '"\\udc00"', '"\\ufffd"'),
    ("text", '"\\ud83d\\ude00"', '"\\ud83d\\ude00"'),
    ("text", '"{\\"not\\": \\"an object\\"}"', '"{\\"not\\": \\"an object\\"}"'),
    ("text", '"semi;colon, \\"quotes\\" and \'more\'"', '"semi;colon, \\"quotes\\" and \'more\'"'),
    ("text", '"NULL"', '"NULL"'),
    ("text", '"line\\nfeed"', '"line\\nfeed"'),
    ("text", '"back\\\\slash"', '"back\\\\slash"'),
    ("text", '""', '""'),
    ("text", json.dumps("long " * 4000), json.dumps("long " * 4000)),
    ("datetime", '"soon"', None),
    ("datetime", '""', None),
    ("datetime", "5", None),
    ("datetime", "1764288000000", None),
    ("datetime", "true", None),
    ("datetime", '{"a":1}', None),
    ("datetime", '["2026-11-01T10:00:00Z"]', None),
    ("datetime", '"2026-02-30T10:00:00Z"', None),
    ("datetime", '"2026-13-01T10:00:00Z"', None),
    ("datetime", '"2026-11-01T24:00:00Z"', None),
    ("datetime", '"2026-11-01T10:00:60Z"', None),
    ("datetime", '"0000-01-01T00:00:00Z"', None),
    ("datetime", '"10000-01-01T00:00:00Z"', None),
    ("datetime", '"0001-01-01T00:30:00+01:00"', None),
    ("datetime", '"9999-12-31T23:30:00-01:00"', None),
    ("datetime", '"2026-11-01"', None),
    ("datetime", '"2026-11-01T10:00:00"', None),
    ("datetime", '"0001-01-01T00:00:00Z"', '"0001-01-01T00:00:00Z"'),
    ("datetime", '"9999-12-31T23:59:59Z"', '"9999-12-31T23:59:59Z"'),
    ("datetime", '"2024-02-29T10:00:00Z"', '"2024-02-29T10:00:00Z"'),
    ("datetime", '"2026-11-01T12:00:00+02:00"', '"2026-11-01T10:00:00Z"'),
    ("datetime", '"2026-11-01T10:00:00.123456Z"', '"2026-11-01T10:00:00.123456Z"'),
    ("integer", '"5"', "5"),
    ("integer", "1.0", "1"),
    ("integer", "-0", "0"),
    ("integer", "9223372036854775807", "9223372036854775807"),
    ("integer", "-9223372036854775808", "-9223372036854775808"),
    ("integer", "9223372036854775808", None),
    ("integer", "1.5", None),
    ("integer", "1e400", None),
    ("integer", '"five"', None),
    ("integer", '""', None),
    ("integer", "true", None),
    ("integer", '{"a":1}', None),
    ("integer", "[1]", None),
    ("integer", "123456789012345678901234567890", None),
    ("number", "5", "5"),
    ("number", '"1.5"', "1.5"),
    ("number", "1e3", "1e3"),
    ("number", "-0.0", "0"),
    ("number", "1e400", None),
    ("number", "1e-400", None),
    ("number", '"NaN"', None),
    ("number", '"Infinity"', None),
    ("number", '"many"', None),
    ("number", "false", None),
    ("number", '{"a":1}', None),
    ("number", "[1.5]", None),
    ("boolean", '"true"', "true"),
    ("boolean", '"false"', "false"),
    ("boolean", '"yes"', None),
    ("boolean", "1", None),
    ("boolean", "0", None),
    ("boolean", '{"a":1}', None),
    ("boolean", "[true]", None),
    ("object", '"text"', None),
    ("object", "5", None),
    ("object", "true", None),
    ("object", "[1]", None),
    ("object", "[]", None),
    ("object", "{}", "{}"),
    ("object", '{"a":"one"}', '{"a":null,"a__v_text":"one"}'),
    ("texts", "[1,true]", '["1","true"]'),
    ("texts", '[{"a":1}]', '["{\\"a\\":1}"]'),
    ("texts", "[]", "[]"),
    ("texts", '"x"', None),
    ("texts", '{"a":1}', None),
    ("texts", "5", None),
    ("numbers", "[1,1.5]", "[1.0,1.5]"),
    ("numbers", '["1.5",2]', "[1.5,2.0]"),
    ("numbers", '[1.5,"two"]', None),
    ("numbers", "1.5", None),
    ("objects", "[1]", None),
    ("objects", '["x"]', None),
    ("objects", '{"a":1}', None),
    ("objects", '"x"', None),
    ("objects", "[]", "[]"),
]


def text_of(sent):
    """What a variant holds: the text itself, or the JSON text of what is no string."""
    return json.loads(sent) if sent.startswith('"') else sent


CASES = [
    Case(number, kind, sent, kept, None if kept else text_of(sent))
    for number, (kind, sent, kept) in enumerate(VALUES)
]
