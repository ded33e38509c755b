"""The only place that asks the computer what time it is."""

from datetime import date, datetime


def now() -> datetime:
    """Return the local date and time, without a time zone: papers and dates are those of the place itself."""
    return datetime.now()  # noqa: DTZ005 - local wall-clock time is what stands on a paper


def today() -> date:
    """Return the local date."""
    return now().date()
