"""What a point was found to be, before its words and reasons are put together; and the findings many points share."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from reintegratie_desktop.domain.check.facts import CheckFacts
from reintegratie_desktop.domain.check.item import Stand
from reintegratie_desktop.domain.milestone import Milestone, Status
from reintegratie_desktop.domain.phrases import aim_and_limit
from reintegratie_desktop.law.book import Law
from reintegratie_desktop.text.formatting import day_weekday
from reintegratie_desktop.text.i18n import _, ngettext


@dataclass(frozen=True, slots=True)
class Found:
    """The state of one point. `part` tells apart points of one rule: the ISO date of the late evaluation."""

    rule: str
    stand: Stand
    bevinding: str
    uiterlijk: date | None = None
    gedaan_op: date | None = None
    part: str = ""
    titel: str = ""
    waivable: bool = False
    """A written reason takes the place of doing it, or did already."""
    grondslag: str = ""
    """The articles, where they are other ones than those of the rule."""

    @property
    def id(self) -> str:
        """Return the id of the point."""
        return f"{self.rule}_{self.part}" if self.part else self.rule


Check = Callable[[CheckFacts, Law], Iterable[Found]]

STANDS: Final = {
    Status.NOG_NIET: Stand.KOMT_NOG,
    Status.KAN_NU: Stand.BINNENKORT,
    Status.GEDAAN: Stand.OP_ORDE,
    Status.TE_LAAT_GEDAAN: Stand.TE_LAAT,
    Status.TE_LAAT: Stand.ONTBREEKT,
    Status.VERVALT: Stand.NIET_NODIG,
}


def written(day: date) -> str:
    """Return a day as it stands in a finding."""
    return day_weekday(day, year=True)


def not_for_this_employee(rule: str) -> Found:
    """Return the finding for an employee with the AOW age, for whom the steps of the law do not hold."""
    return Found(rule, Stand.NIET_NODIG, _("Voor een werknemer met de AOW-leeftijd geldt deze stap niet."))


def no_work(rule: str) -> Found:
    """Return the finding when the bedrijfsarts sees no work."""
    return Found(rule, Stand.NIET_NODIG, _("Volgens het advies van de bedrijfsarts is dit nu niet nodig."))


def plan_first(rule: str) -> Found:
    """Return the finding when the plan this point is about is not there yet."""
    return Found(rule, Stand.KOMT_NOG, _("Eerst komt het plan van aanpak zelf."))


def after_recovery(rule: str, day: date) -> Found:
    """Return the finding once the employee does the own work fully again."""
    words = _("Je werknemer werkt weer helemaal sinds {dag}. Er komt dan geen verslag naar UWV.")
    return Found(rule, Stand.NIET_NODIG, words.format(dag=written(day)))


def lapsed(rule: str, step: Milestone) -> Found:
    """Return the finding of a step that lapsed: by the advice, the recovery or the end of the employment."""
    if step.waits:
        return no_work(rule)
    ended = step.trace.ended_on
    assert ended is not None
    if step.trace.ended_by_recovery:
        return after_recovery(rule, ended)
    words = _("Het dienstverband eindigt op {dag}. Bij ziek uit dienst hoort een eigen verslag: kijk bij die stap.")
    return Found(rule, Stand.NIET_NODIG, words.format(dag=written(ended)))


def both_days(aim: date, due: date, today: date) -> str:
    """Return the day to aim for and the last day, as the dossier says them; an aim that is past is not named."""
    if aim == due or aim < today:
        return aim_and_limit(written(due), written(due))
    return aim_and_limit(day_weekday(aim, year=aim.year != due.year), written(due))


def by_dates(rule: str, due: date, done: date | None, *, today: date, opened: bool, aim: date | None = None) -> Found:
    """Return the finding of something due on a day: done in time or late, missing, or still to come.

    `aim` is the safe day before it.
    """
    if done is not None:
        late = (done - due).days
        if late <= 0:
            return Found(rule, Stand.OP_ORDE, _("Klaar op {dag}.").format(dag=written(done)), due, done)
        return Found(rule, Stand.TE_LAAT, late_words(due, done), due, done)
    if today > due:
        words = _("Dit is er nog niet. De uiterste dag was {dag}.").format(dag=written(due))
        return Found(rule, Stand.ONTBREEKT, words, due)
    words = both_days(aim or due, due, today)
    if opened:
        return Found(rule, Stand.BINNENKORT, _("Dit kan nu. {dagen}").format(dagen=words), due)
    return Found(rule, Stand.KOMT_NOG, words, due)


def late_words(due: date, done: date) -> str:
    """Return how much later something was done."""
    late = (done - due).days
    return ngettext(
        "Uiterlijk {dag}, gedaan {klaar}: {n} dag later.", "Uiterlijk {dag}, gedaan {klaar}: {n} dagen later.", late
    ).format(dag=written(due), klaar=written(done), n=late)


def by_step(facts: CheckFacts, rule: str, step_id: str = "") -> Found:
    """Return the finding of a point that is one dated step of the case."""
    step = facts.step(step_id or rule)
    if step is None:
        return not_for_this_employee(rule)
    if step.status is Status.VERVALT:
        return lapsed(rule, step)
    opened = step.status is Status.KAN_NU
    return by_dates(rule, step.uiterlijk, step.gedaan_op, today=facts.today, opened=opened, aim=step.streefdatum)


def evaluation_rows(facts: CheckFacts) -> Iterator[Milestone]:
    """Yield the dated evaluations of the plan, done and to come."""
    return (step for step in facts.clock.termijnen if step.rule.id == "evaluatie")
