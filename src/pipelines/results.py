"""The table of results: which target holds which value, and where."""

found = {}


def add(target, case, reason):
    found.setdefault(case, {})[target] = reason or ("variant" if case.variant is not None else "column")
