"""A case with a plan, told once for the forms that look back on it. All invented."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from reintegratie_desktop.forms.context import Context, Issue
from reintegratie_desktop.forms.findings import Finding, Level
from reintegratie_desktop.forms.flow import Flow
from reintegratie_desktop.forms.flows.plan_van_aanpak import FLOW as PLAN_FLOW

EXAMPLE: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "bestanden" / "voorbeeld_week7.json").read_text(encoding="utf-8")
)
MADE = date(2026, 11, 13)
"""The day of the plan."""
ADVICE: dict[str, Any] = EXAMPLE["probleemanalyse"]
AROUND = ("zaak", "werkgever", "werknemer", "taakprofiel", "probleemanalyse", "opbouwschema")
PAPERS: dict[str, Any] = {key: EXAMPLE[key] for key in AROUND}
PLAN: dict[str, Any] = {**PLAN_FLOW.start(Context(MADE, PAPERS))[0], **EXAMPLE["plan_van_aanpak"]}
NAMES = [row["a_activiteit"] for row in PLAN["activiteiten"]]
SCHEMA = Issue(1, MADE)


def around(today: date, *, history: dict[str, tuple[Any, ...]] | None = None, **papers: Any) -> Context:
    """Return the case on a day: with a finished advice, plan and schedule, and what else is given.

    The newest answers of what is in `history` are in the papers too, as the program has them.
    """
    kept: dict[str, tuple[Any, ...]] = {"probleemanalyse": (ADVICE,), "plan_van_aanpak": (PLAN,)}
    kept = {form: told for form, told in {**kept, **(history or {})}.items() if told}
    newest = {form: told[-1] for form, told in kept.items()}
    given = {key: value for key, value in {**PAPERS, **newest, **papers}.items() if value is not None}
    return Context(today, given, kept, {"opbouwschema": (SCHEMA,), "probleemanalyse": (SCHEMA,)})


def row(name: str = "Vijf ochtenden van 4 uur", **changed: Any) -> dict[str, Any]:
    """Return one complete agreement of a plan."""
    return {
        "a_cat": "7A",
        "a_activiteit": name,
        "a_doel": "Elke week gedaan",
        "a_wie": "werknemer",
        "a_start": "2026-12-14",
        "a_gereed": "2027-01-10",
        "a_status": "open",
        **changed,
    }


class Filled:
    """A form that can be finished, and what is found when something is changed in it."""

    def __init__(self, flow: Flow, answers: dict[str, Any], context: Context) -> None:
        self.flow, self.answers, self.context = flow, answers, context

    def with_start(self, **changed: Any) -> dict[str, Any]:
        """Return what the form starts with, the answers of the example, and the changes; None takes one out."""
        full = {**self.flow.start(self.context)[0], **self.answers, **changed}
        return {key: value for key, value in full.items() if value is not None}

    def found(self, context: Context | None = None, **changed: Any) -> list[Finding]:
        """Return what is found."""
        return list(self.flow.findings(self.with_start(**changed), context or self.context))

    def at(self, place: str, context: Context | None = None, **changed: Any) -> list[tuple[Level, str]]:
        """Return level and sentence of what is found at one place."""
        return [(one.level, one.message) for one in self.found(context, **changed) if one.field == place]

    def stops(self, context: Context | None = None, **changed: Any) -> list[str]:
        """Return the places that keep the form from being finished."""
        return [one.field for one in self.found(context, **changed) if one.stops]

    def asked(self, key: str, context: Context | None = None, **changed: Any) -> bool:
        """Tell whether a field is asked."""
        there = context or self.context
        full = self.flow.computed(self.with_start(**changed), there)
        return key in [field.key for field in self.flow.asked_fields(full, there)]
