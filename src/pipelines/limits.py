"""What targets do wrong by themselves, each with the cases that it concerns; a limit that is gone fails its tests."""

LIMITS = []


def limit(target, case):
    """Why the target does not hold this value, if it does not."""
    return next((reason for name, concerns, reason in LIMITS if name == target and concerns(case)), None)
