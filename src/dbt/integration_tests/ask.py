"""The question of the README, asked of a DuckDB database whose marts are in the schema marts.

ask.py DUCKDB
"""

import re
import sys
from pathlib import Path

import duckdb


def question():
    """The SQL of the README."""
    (sql,) = re.findall(r"```sql\n(.*?)```", (Path(__file__).parents[3] / "README.md").read_text(), re.DOTALL)
    return sql


if __name__ == "__main__":
    connection = duckdb.connect(sys.argv[1], read_only=True)
    connection.execute("set schema = 'marts'")
    connection.sql(question()).show(max_rows=8)
