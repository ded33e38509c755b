"""What a form knows besides its own answers: today, and the newest answers of the other papers of the case."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from reintegratie_desktop.text.declaring import dataclass, field

Answers = Mapping[str, Any]
"""The answers of one form: field key to JSON value. See `forms.fields` for the shape of each kind."""


def is_filled(value: object) -> bool:
    """Tell whether a JSON value says anything: False and 0 do, empty text and empty lists do not."""
    if isinstance(value, dict):
        return any(is_filled(item) for item in value.values())
    if isinstance(value, list):
        return any(is_filled(item) for item in value)
    return value is not None and value != ""


@dataclass(frozen=True)
class Issue:
    """Which version of a paper, and the date that stands on it."""

    version: int
    made_on: date


@dataclass(frozen=True)
class Context:
    """Everything around a form. Read-only; services build it for each question."""

    today: date
    papers: Mapping[str, Answers] = field(default_factory=dict)
    """Newest answers per flow key (`werkgever`, `werknemer`, `probleemanalyse`, ...), finished ones before drafts.

    The key `zaak` holds the facts of the case: `dossiernr`, `eerste_ziektedag`, `ziekteweek`, and
    `andere_perioden` (list of `{"van": ISO, "hersteld_per": ISO or None}` of the employee's other cases).
    """

    history: Mapping[str, tuple[Answers, ...]] = field(default_factory=dict)
    """Finished answers per flow key, oldest first: of talks the newest version of each, of other forms all versions."""

    issues: Mapping[str, tuple[Issue, ...]] = field(default_factory=dict)
    """The finished versions per flow key of this case, one for each entry of `history` and in the same order."""

    def reference(self, form: str) -> dict[str, str]:
        """Return a link to the newest version of a paper: `soort`, `versie`, `datum`; empty texts when unfinished."""
        issues = self.issues.get(form)
        if not issues:
            return {"soort": form, "versie": "", "datum": ""}
        return {"soort": form, "versie": str(issues[-1].version), "datum": issues[-1].made_on.isoformat()}

    def dated(self, reference: object) -> Any:  # noqa: ANN401 - a JSON value
        """Return a link to a version with the date of that version when it has none; anything else as it is.

        A link to a paper that was a draft follows to the newest version, once that paper is finished.
        """
        if not isinstance(reference, Mapping) or is_filled(reference.get("datum")):
            return reference
        form = str(reference.get("soort"))
        if form in self.issues and not is_filled(reference.get("versie")):
            return {**reference, **self.reference(form)}
        for issue in self.issues.get(str(reference.get("soort")), ()):
            if str(issue.version) == str(reference.get("versie")):
                return {**reference, "datum": issue.made_on.isoformat()}
        return reference

    def get(self, form: str, key: str, default: object = None) -> Any:  # noqa: ANN401 - a JSON value
        """Return one answer of another form, or `default` when it is not there or not filled in."""
        value = self.papers.get(form, {}).get(key)
        return value if is_filled(value) else default

    def day(self, form: str, key: str) -> date | None:
        """Return a date answer of another form, or None when it is absent or no date."""
        return as_day(self.papers.get(form, {}).get(key))


def as_day(value: object) -> date | None:
    """Read an ISO date out of a JSON value; None when it is not one."""
    if not isinstance(value, str):
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None
