"""Runs the tap that was installed from the wheel."""

import json
import os
import re
import subprocess
from contextlib import contextmanager
from pathlib import Path

TAP = os.environ.get("TAP") or str(Path(os.environ["TOOLS"]) / "tap/bin/tap-kustomer")


def sync(folder, settings, catalog=None, state=None, arguments=()):
    """Writes the messages to a file of the folder; returns it."""
    folder.mkdir(parents=True, exist_ok=True)
    config = written(folder / "config.json", settings)
    command = [TAP, "--config", config, *arguments]
    if catalog:
        command += ["--catalog", written(folder / "catalog.json", catalog)]
    if state:
        command += ["--state", written(folder / "state.json", state)]
    messages = folder / "messages.jsonl"
    with open(messages, "w") as out:
        run = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, text=True, timeout=120)
    assert run.returncode == 0, run.stderr
    return messages


def written(path, content):
    path.touch(mode=0o600)
    path.write_text(json.dumps(content))
    return str(path)


def last_state(messages):
    lines = [line for line in Path(messages).read_text().splitlines() if '"STATE"' in line]
    return json.loads(lines[-1])["value"]


@contextmanager
def sandbox(*options):
    """A sandbox of its own: its api_url and api_token."""
    process = subprocess.Popen(
        [TAP, "sandbox", "--port", "0", "--search-rpm", "100000", *map(str, options)], stderr=subprocess.PIPE, text=True
    )
    try:
        told = {}
        while len(told) < 2:
            line = process.stderr.readline()
            assert line, "the sandbox ended"
            told.update(re.findall(r"(api_url|api_token): (\S+)", line))
        yield told
    finally:
        process.terminate()
        process.wait()
