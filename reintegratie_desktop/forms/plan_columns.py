"""The columns of an agreement in the papers after the plan van aanpak: those of the plan, with where they come from."""

from dataclasses import replace
from typing import Final

from reintegratie_desktop.forms.context import Answers, Context, as_day
from reintegratie_desktop.forms.fields import By, Choice, Field, Many, Option, Table, Text
from reintegratie_desktop.forms.plan_now import ADJUSTMENT, plan_now
from reintegratie_desktop.forms.plan_steps_agreements import AGREEMENTS
from reintegratie_desktop.text.i18n import N_


def _columns() -> dict[str, Field]:
    (table,) = AGREEMENTS.fields
    assert isinstance(table, Table)
    return {column.key: column for column in table.columns}


_PLAN: Final = _columns()
_WHO: Final = _PLAN["a_wie"]
assert isinstance(_WHO, Choice)
PARTIES: Final[tuple[Option, ...]] = _WHO.options
"""Who can do something in a plan."""


def running_names(answers: Answers, context: Context) -> tuple[Option, ...]:
    """Return the agreements that run on the day of this paper, by their own words."""
    plan = plan_now(context, until=as_day(answers.get("datum")), form=ADJUSTMENT)
    names = [str(row["a_activiteit"]) for row in plan.running]
    return tuple(Option(name, name) for name in dict.fromkeys(names))


NEW: Final[tuple[Field, ...]] = (
    *(_PLAN[key] for key in ("a_cat", "a_activiteit", "a_doel", "a_wie", "a_start", "a_gereed")),
    replace(_PLAN["a_status"], help=N_("Een nieuwe afspraak is open.")),
    _PLAN["a_bron"],
    Text(
        key="a_herkomst",
        label=N_("Afgesproken in"),
        help=N_("Het gesprek of de evaluatie waarin dit is afgesproken."),
        aside=True,
        by=By.APP,
        max_length=100,
        fixed=True,
        printed=False,
    ),
)
"""What a new agreement holds."""

CHANGED: Final[tuple[Field, ...]] = (
    *NEW,
    Many(
        key="a_vervangt",
        label=N_("In plaats van"),
        ask=N_("Komt dit in de plaats van een eerdere afspraak?"),
        help=N_("Kies die afspraak. Dan staat het verschil op papier. Nieuw? Laat het leeg."),
        aside=True,
        by=By.BOTH,
        printed=False,
        from_answers=running_names,
    ),
)
"""What a new or changed agreement holds: also which one it comes in the place of."""


def party_label(value: object) -> str:
    """Return the label of who does something, untranslated; empty when it is not known."""
    return next((option.label for option in PARTIES if option.value == value), "")
