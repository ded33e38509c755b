"""Papers of the case that go along with a request: chosen out of what is there, and not collected again."""

from collections.abc import Callable, Iterator
from typing import Final

from reintegratie_desktop.forms.context import Answers, Context
from reintegratie_desktop.forms.fields import Option
from reintegratie_desktop.forms.flows import KEYS, flow
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import N_, _

OWN_PAPER: Final = "eigen_stuk"
_OWN_LABEL: Final = N_("Eigen stuk, niet uit dit programma")

ADVICE: Final = ("probleemanalyse", "bijstelling_probleemanalyse")
PLANS: Final = ("plan_van_aanpak", "bijstelling_plan_van_aanpak")
EVALUATIONS: Final = ("evaluatie", "eindevaluatie")
EVALUATING_TALKS: Final = ("zesweken_evaluatie", "eerstejaarsevaluatie")

Choose = Callable[[Answers, Context], tuple[Option, ...]]


def papers_in(context: Context, forms: tuple[str, ...], talks: tuple[str, ...] = ()) -> Iterator[Option]:
    """Yield the finished papers of these forms as options, oldest first; talks of these kinds behind them."""
    for form in forms:
        for issue in context.issues.get(form, ()) if form in KEYS else ():
            title = _("{papier}, {dag}").format(papier=_(flow(form).title), dag=day_numeric(issue.made_on))
            yield Option(f"{form}:{issue.made_on.isoformat()}:{issue.version}", title)
    for issue, talk in zip(context.issues.get("gesprek", ()), context.history.get("gesprek", ()), strict=False):
        if talk.get("soort") in talks:
            title = _("Verslag van de evaluatie, {dag}").format(dag=day_numeric(issue.made_on))
            yield Option(f"gesprek:{issue.made_on.isoformat()}", title)


def choose_from(*forms: str, talks: tuple[str, ...] = ()) -> Choose:
    """Make the list of options of a question which papers go along; a paper made elsewhere can always be chosen."""

    def found(_answers: Answers, context: Context) -> tuple[Option, ...]:
        unique = {option.value: option for option in papers_in(context, forms, talks)}
        return (*unique.values(), Option(OWN_PAPER, _(_OWN_LABEL)))

    return found


def all_of(*forms: str, talks: tuple[str, ...] = ()) -> Callable[[Context], list[str] | None]:
    """Make the answer a request begins with: all these papers go along; None when there are none."""

    def found(context: Context) -> list[str] | None:
        return list(dict.fromkeys(option.value for option in papers_in(context, forms, talks))) or None

    return found
