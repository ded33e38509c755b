"""Steps a user adds to a case: what, on which day, who; for the dossier, the first page and the calendar."""

from datetime import date
from typing import TYPE_CHECKING, Final

from reintegratie_desktop.store.own_steps import OwnStep
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

PREFIX: Final = "eigen_"
"""The step of an own task in a dossier is called so, followed by its id."""
LONGEST: Final = 120
"""Letters in the text of a step: it has to fit on a row."""
LONGEST_WHO: Final = 60
WORD: Final = "woordwachter"
"""The code of the error that says a word may be about health."""


def is_own(step_id: str) -> bool:
    """Tell whether a step of a dossier is one that the user added."""
    return step_id.startswith(PREFIX)


def step_id_of(step: OwnStep) -> str:
    """Return what the step is called in its dossier."""
    return PREFIX + step.id


def own_step(desk: "Workspace", step_id: str) -> OwnStep:
    """Return the own step behind a step of a dossier."""
    return desk.store.own_steps.get(step_id.removeprefix(PREFIX))


def add(desk: "Workspace", case_id: str, title: str, day: date, who: str = "") -> str:
    """Add a step to a case and return what it is called in the dossier.

    Raises:
        KnownError: there is no text, it is too long, the day lies before the case, or a word may be about health.
    """
    title, who = _checked(desk, case_id, title, day, who)
    with desk.file.atomic():
        made = desk.store.own_steps.add(case_id, title, day, who, desk.clock())
        desk.journal(case_id, "deadline", _("Eigen stap toegevoegd voor {dag}").format(dag=day_numeric(day)))
    return step_id_of(made)


def change(desk: "Workspace", step_id: str, title: str, day: date, who: str = "") -> None:
    """Give an own step another text, day or person; the journal says what moved.

    Raises:
        KnownError: as `add`.
    """
    before = own_step(desk, step_id)
    title, who = _checked(desk, before.case_id, title, day, who)
    if (before.title, before.day, before.who) == (title, day, who):
        return
    moved = _("Eigen stap verzet van {van} naar {naar}").format(van=day_numeric(before.day), naar=day_numeric(day))
    same_day = _("Eigen stap van {dag} aangepast").format(dag=day_numeric(day))
    with desk.file.atomic():
        desk.store.own_steps.change(before.id, title, day, who, desk.clock())
        desk.journal(before.case_id, "correctie", same_day if before.day == day else moved)


def remove(desk: "Workspace", step_id: str) -> None:
    """Take an own step away; a calendar it was given to hears of it the next time."""
    before = own_step(desk, step_id)
    with desk.file.atomic():
        desk.store.own_steps.remove(before.id, desk.clock())
        desk.journal(
            before.case_id, "correctie", _("Eigen stap van {dag} weggehaald").format(dag=day_numeric(before.day))
        )


def set_done(desk: "Workspace", step_id: str, day: date | None) -> None:
    """Write down on which day an own step was done; None takes that back."""
    before = own_step(desk, step_id)
    words = _("Eigen stap van {dag} gedaan") if day else _("Eigen stap van {dag} weer open")
    with desk.file.atomic():
        desk.store.own_steps.set_done(before.id, day, desk.clock())
        desk.journal(
            before.case_id, "deadline" if day else "correctie", words.format(dag=day_numeric(before.day)), day=day
        )


def _checked(desk: "Workspace", case_id: str, title: str, day: date, who: str) -> tuple[str, str]:
    """Return text and person as they are kept, or refuse them."""
    title, who = " ".join(title.split()), " ".join(who.split())
    if not title:
        raise KnownError(
            _("Er staat nog niet wat er moet gebeuren."), _("Schrijf het in een paar woorden."), code="leeg"
        )
    if len(title) > LONGEST or len(who) > LONGEST_WHO:
        raise KnownError(
            _("Dit is te lang voor een stap."),
            _("Schrijf het in een paar woorden. Meer past in een gesprek of een plan."),
            code="lang",
        )
    if day < desk.store.cases.get(case_id).eerste_ziektedag:
        raise KnownError(_("Deze dag ligt voor de eerste ziektedag."), _("Kies een dag in dit dossier."), code="dag")
    from reintegratie_desktop.text.guard import find  # noqa: PLC0415 - only when something was typed

    allowed = desk.allowed_words(case_id)
    for text in (title, who):
        for hit in find(text, allowed=allowed):
            raise KnownError(
                _("‘{woord}’ gaat misschien over gezondheid.").format(woord=hit.word),
                hit.suggestion or _("Schrijf alleen wat er moet gebeuren in het werk."),
                code=WORD,
            )
    return title, who
