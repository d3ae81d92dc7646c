"""The table of results: where each value arrives, and which targets do not hold it."""

from cases import CASES
from names import NAMES
from targets import TARGETS

values, names = {}, {}


def are_complete():
    return len(values) == len(CASES) * len(TARGETS) and len(names) == len(NAMES) * len(TARGETS)


def table():
    lines = ["| column's type | value | arrives in | except |", "|---|---|---|---|"]
    for case in CASES:
        place = "its column" if case.variant is None else "the variant"
        lines.append(f"| {case.type} | {code(case.sent)} | {place} | {exceptions(values, case)} |")
    lines += ["", "| field's name | except |", "|---|---|"]
    lines += [f"| {code(name)} | {exceptions(names, name)} |" for name in NAMES]
    return "\n".join(lines) + "\n"


def exceptions(found, case):
    return "; ".join(f"{target}: {found[target, case]}" for target in TARGETS if found[target, case])


def code(text):
    short = text if len(text) <= 50 else text[:47] + "..."
    return f"`` {short.encode('ascii', 'backslashreplace').decode()} ``".replace("|", "\\|")
