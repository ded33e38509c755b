"""The plan that has to be adjusted: after an advice or an evaluation that asks for it, as a step of the dossier."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from reintegratie_desktop.domain.clock import ziekteweek
from reintegratie_desktop.forms.document_table import document, is_built
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.services.case_clock import EVALUATION_TALKS
from reintegratie_desktop.services.case_tasks import SOON_DAYS
from reintegratie_desktop.services.step_views import StepState, StepView, SumLineView
from reintegratie_desktop.services.step_words import detail_of, signed_days, who_words
from reintegratie_desktop.store.papers import PaperInfo
from reintegratie_desktop.text.formatting import day_numeric, days_left
from reintegratie_desktop.text.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from reintegratie_desktop.services.case_reader import CaseReader

ADJUSTED_ADVICE: Final = "bijstelling_probleemanalyse"
ADJUSTED_PLAN: Final = "bijstelling_plan_van_aanpak"
EVALUATION: Final = "evaluatie"
TALK: Final = "gesprek"
PLAN: Final = "plan_van_aanpak"
_PLANS: Final = (PLAN, ADJUSTED_PLAN)
_ASKING: Final = (ADJUSTED_ADVICE, EVALUATION, TALK)
_ASKS_CHANGE: Final = "bijstelling_nodig"
"""What an adjusted advice says when it asks for another plan."""


class _Words(NamedTuple):
    """How a step tells what asks for another plan."""

    line: str
    """The first line of its sum."""
    term: str
    """The line of the days that are added."""
    why: str
    basis: str
    """The name of the grondslag."""


_OF_ADVICE: Final = _Words(
    N_("Nieuw advies van de bedrijfsarts"),
    N_("Tijd om het plan bij te stellen"),
    N_("Na een nieuw advies pas je samen het plan aan, of je schrijft op waarom dat niet nodig is."),
    "plan_van_aanpak_later_advies",
)
_OF_EVALUATION: Final = _Words(
    N_("Evaluatie van het plan"),
    N_("Tijd ervoor, eigen keuze"),
    N_(
        "Jullie spraken bij de evaluatie af dat het plan anders moet. De wet noemt daarvoor geen aantal dagen. Deze "
        "tijd is een eigen keuze: net zo lang als na een nieuw advies."
    ),
    "toets_bijstelling",
)


class Asked(NamedTuple):
    """What asks for another plan, and when that was settled."""

    form: str
    """The paper that asks: an adjusted advice, an evaluation, or a talk in which the plan was evaluated."""
    day: date
    done_on: date | None
    """The day of the plan that followed; None while it is not there."""

    @property
    def term(self) -> str:
        """Return the name of the number of days there is for it."""
        due = document(ADJUSTED_PLAN).due
        assert due is not None
        return dict(due.after)[self.form]


def asks_for_plan(form: str, answers: dict[str, Any]) -> bool:
    """Tell whether a paper asks for another plan."""
    if form == ADJUSTED_ADVICE:
        return answers.get("gevolg") == _ASKS_CHANGE
    if form == EVALUATION:
        return answers.get("bijstelling") is True
    rows = answers.get("afspraken_nieuw") or []
    return answers.get("soort") in EVALUATION_TALKS and any(row.get("hoort_bij_plan") is True for row in rows)


def adjustment_asked(reader: "CaseReader") -> Asked | None:
    """Return what asks for another plan and waits longest; else what asked last; None when nothing did.

    An adjusted plan settles it, and so does a new version of the first plan, made on or after the day it was asked.
    """
    made = sorted(info.made_on for info in reader.chain_infos if info.form in _PLANS and info.made_on <= reader.today)
    if not is_built(ADJUSTED_PLAN) or not reader.is_finished(PLAN, whole=True) or not made:
        return None
    found: Asked | None = None
    for info in _asking(reader.chain_infos, since=made[0], until=reader.today):
        settled = next((day for day in made if day >= info.made_on), None)
        if settled is not None and (found is not None or not reader.explain):
            break  # what comes after this is older, and settled too
        if asks_for_plan(info.form, reader.paper(info.id).answers_now):
            found = Asked(info.form, info.made_on, settled)
    return found


def _asking(infos: Sequence[PaperInfo], *, since: date, until: date) -> Iterator[PaperInfo]:
    """Yield the newest version of each paper that can ask for another plan, the last made first.

    What was there when the plan was made, the plan already holds.
    """
    newest: dict[tuple[str, str, str], PaperInfo] = {}
    for info in infos:
        place = (info.case_id, info.form, info.slot)
        if info.form in _ASKING and (place not in newest or newest[place].version < info.version):
            newest[place] = info
    kept = (info for info in newest.values() if since < info.made_on <= until)
    yield from sorted(kept, key=lambda info: info.made_on, reverse=True)


def adjust_days(reader: "CaseReader", asked: Asked) -> tuple[date, date]:
    """Return the safe day and the last day for the adjusted plan."""
    law = load_law()
    hard = asked.day + timedelta(days=law.on(reader.clock.eerste_ziektedag).days(asked.term))
    return law.calendar.last_working_day_on_or_before(hard), hard


def adjust_plan_step(reader: "CaseReader") -> StepView | None:
    """Return the step that adjusts the plan (Regeling procesgang art. 4 lid 5); None when nothing asks for it."""
    asked = adjustment_asked(reader)
    if asked is None:
        return None
    law, today, done_on = load_law(), reader.today, asked.done_on
    safe, hard = adjust_days(reader, asked)
    day = safe if done_on is not None or safe >= today else hard
    slot = reader.draft_slot(ADJUSTED_PLAN)
    is_open = done_on is None and reader.is_open
    state, state_words = _state(reader, done_on, hard, day)
    days = law.on(reader.clock.eerste_ziektedag).days(asked.term)
    words = _OF_ADVICE if asked.form == ADJUSTED_ADVICE else _OF_EVALUATION
    return StepView(
        id=ADJUSTED_PLAN,
        title=_("Bijstelling van het plan"),
        detail=_("Concept, nog niet af") if slot is not None and is_open else detail_of(ADJUSTED_PLAN),
        who=who_words(("werkgever", "werknemer"), reader.first_name),
        state=state,
        state_words=state_words,
        day=day,
        hard_day=hard,
        days_left=(day - today).days if done_on is None else None,
        form=ADJUSTED_PLAN,
        slot=slot,
        action=(_("Verder") if slot is not None else _("Plan bijstellen")) if is_open else "",
        sum=(
            SumLineView(_(words.line), day_numeric(asked.day)),
            SumLineView(_(words.term), signed_days(days)),
            SumLineView(_("Uiterlijk"), day_numeric(hard), strong=True),
        ),
        explanation=_(words.why),
        if_late=_("Er staat geen boete op. UWV let er later op of je het plan op tijd hebt bijgestuurd."),
        source=law.basis(words.basis).text,
        week=ziekteweek(reader.clock, done_on or day),
        done_on=done_on,
        short_title=_("Plan bijstellen"),
    )


def _state(reader: "CaseReader", done_on: date | None, hard: date, day: date) -> tuple[StepState, str]:
    today = reader.today
    if done_on is not None:
        late = (done_on - hard).days
        if late <= 0:
            return StepState.DONE, _("klaar")
        return StepState.DONE_LATE, ngettext("klaar, {n} dag later", "klaar, {n} dagen later", late).format(n=late)
    if not reader.is_open:
        return StepState.STOPPED, _("niet meer nodig")
    left = (day - today).days
    if hard < today:
        return StepState.LATE, days_left((hard - today).days)
    return (StepState.SOON if left <= SOON_DAYS else StepState.PLANNED), days_left(left)
