"""The dates of a case, as data for other programs: facts in, deadlines out. Nothing is read or written."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from reintegratie_desktop.domain.clock import CaseClock, case_clocks
from reintegratie_desktop.domain.facts import CaseFacts
from reintegratie_desktop.domain.milestone import Milestone
from reintegratie_desktop.domain.reading import refuse
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import _


def deadlines(data: Mapping[str, Any], *, today: date) -> tuple[date, tuple[CaseClock, ...]]:
    """Return the day the cases are looked at, and their clocks, oldest first.

    `data` has the shape of `feiten.schema.json`; its `peildatum` goes before `today`.

    Raises:
        KnownError: a key is unknown, a value is of the wrong kind, or the facts cannot be true together.
    """
    facts = CaseFacts.from_dict(data)
    day = facts.peildatum or today
    clocks = case_clocks(facts, day)
    for clock in clocks:
        _refuse_plan_before_analysis(clock)
    return day, clocks


def _refuse_plan_before_analysis(clock: CaseClock) -> None:
    """Refuse a plan that is older than the analysis it rests on (Regeling procesgang, art. 4).

    Only here, and not where a case is opened: a file in which it went that way must stay readable.
    """
    days = {step.id: step.gedaan_op for step in clock.termijnen}
    analysed, planned = days.get("probleemanalyse"), days.get("plan_van_aanpak")
    if analysed is not None and planned is not None and planned < analysed:
        raise refuse(
            _("'gedaan.plan_van_aanpak' is {plan}, en dat is voor 'gedaan.probleemanalyse' {analyse}.").format(
                plan=day_numeric(planned), analyse=day_numeric(analysed)
            ),
            _("Het plan komt na de probleemanalyse. Verbeter een van de twee datums."),
        )


def termijnen(data: Mapping[str, Any], *, today: date) -> dict[str, Any]:
    """Return the answer of the command `termijnen` as JSON data: dates ISO, texts in the language in use.

    Raises:
        KnownError: a key is unknown, a value is of the wrong kind, or the facts cannot be true together.
    """
    day, clocks = deadlines(data, today=today)
    return as_data(day, clocks)


def as_data(day: date, clocks: tuple[CaseClock, ...]) -> dict[str, Any]:
    """Return clocks as JSON data."""
    return {"peildatum": day.isoformat(), "dossiers": [_case(clock) for clock in clocks]}


def _case(clock: CaseClock) -> dict[str, Any]:
    return {
        "eerste_ziektedag": clock.eerste_ziektedag.isoformat(),
        "klok_vanaf": clock.klok_vanaf.isoformat(),
        "ziekteweek": clock.ziekteweek,
        "termijnen": [_step(milestone) for milestone in clock.termijnen],
    }


def _step(milestone: Milestone) -> dict[str, Any]:
    return {
        "id": milestone.id,
        "uiterlijk": milestone.uiterlijk.isoformat(),
        "streefdatum": milestone.streefdatum.isoformat(),
        "venster_van": milestone.venster_van.isoformat() if milestone.venster_van else None,
        "wie": list(milestone.wie),
        "status": milestone.status.value,
        "gedaan_op": milestone.gedaan_op.isoformat() if milestone.gedaan_op else None,
        "grondslag": milestone.grondslag,
        "uitleg": milestone.uitleg,
    }
