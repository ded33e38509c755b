"""Walks through the points of the list of what misses, one after the other, without a visit to the list each time."""

from collections.abc import Iterable, Sequence

from reintegratie_desktop.forms.findings import Finding


class PointWalk:
    """Remembers the points of the list and at which one the user is. It ends when the user takes another way."""

    def __init__(self) -> None:
        self._places: list[str] = []
        self._at = ""

    @property
    def is_on(self) -> bool:
        """Tell whether the user came from the list."""
        return bool(self._at)

    def begin(self, places: Sequence[str], at: str) -> None:
        """Start at a point; `places` are all points in the order of the list."""
        self._places, self._at = list(dict.fromkeys(places)), at

    def stop(self) -> None:
        """Forget the list."""
        self._places, self._at = [], ""

    def following(self, findings: Iterable[Finding]) -> Finding | None:
        """Return the first point after this one that is still there; None when the list is next."""
        left = {finding.field: finding for finding in findings if finding.stops or finding.is_open}
        start = self._places.index(self._at) + 1 if self._at in self._places else len(self._places)
        return next((left[place] for place in self._places[start:] if place in left), None)
