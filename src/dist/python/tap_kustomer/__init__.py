"""Starts tap-kustomer, a program in Java that lies beside this file."""

import os
import sys


def main() -> None:
    """Becomes the tap."""
    _become("tap-kustomer")


def run() -> None:
    """Becomes the tap with a target, and keeps the state."""
    _become("tap-kustomer-run")


def _become(name: str) -> None:
    """Is no parent of the script, so that signals and the exit code are its own."""
    home = os.path.join(os.path.dirname(os.path.abspath(__file__)), "home")
    os.execv("/bin/sh", ["sh", os.path.join(home, "bin", name), *sys.argv[1:]])
