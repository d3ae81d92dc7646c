"""The table in the documents is what the tests before this one found."""

import os
from pathlib import Path

import pytest

import results
from conftest import WORK

PAGE = Path(__file__).resolve().parents[2] / ".github/docs/targets.md"
MARK = "<!-- made by .ci/pipelines renew -->\n"


def test_the_page_is_up_to_date():
    if not results.are_complete():
        pytest.skip("only some values were loaded")
    table = results.table()
    (WORK / "results.md").write_text(table)
    before, _, _ = PAGE.read_text().partition(MARK)
    if os.environ.get("RENEW"):
        PAGE.write_text(before + MARK + "\n" + table)
    assert PAGE.read_text() == before + MARK + "\n" + table, "run .ci/pipelines renew"
