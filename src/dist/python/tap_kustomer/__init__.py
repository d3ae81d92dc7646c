"""Starts tap-kustomer, a program in Java that lies beside this file."""

import os
import sys


def main() -> None:
    """Becomes the launcher, so that signals and the exit code are the tap's own."""
    home = os.path.join(os.path.dirname(os.path.abspath(__file__)), "home")
    launcher = os.path.join(home, "bin", "tap-kustomer")
    os.execv("/bin/sh", ["sh", launcher, *sys.argv[1:]])
