"""The papers of a case that have no date in the clock of their own, as steps of its dossier."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from reintegratie_desktop.domain.clock import ziekteweek
from reintegratie_desktop.forms.context import as_day
from reintegratie_desktop.forms.document_chance import SoFar
from reintegratie_desktop.forms.document_table import Document, built_documents, document, is_built
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.services.case_clock import newest_answers
from reintegratie_desktop.services.step_views import StepState, StepView, SumLineView
from reintegratie_desktop.services.step_words import detail_of, signed_days, who_words
from reintegratie_desktop.text.formatting import day_numeric, day_weekday, days_left
from reintegratie_desktop.text.i18n import _, ngettext

if TYPE_CHECKING:
    from reintegratie_desktop.services.case_reader import CaseReader

ADJUSTED_ADVICE: Final = "bijstelling_probleemanalyse"
ADJUSTED_PLAN: Final = "bijstelling_plan_van_aanpak"
_PLANS: Final = ("plan_van_aanpak", ADJUSTED_PLAN)
_ASKS_CHANGE: Final = "bijstelling_nodig"
"""What an adjusted advice says when it asks for another plan."""
_WHOLE: Final = ("taakprofiel",)
"""One from an earlier period that counts is enough."""
_SHOWN_FROM: Final = {"spoor1_onderzoek": "eerstejaarsevaluatie"}
"""A paper that is possible long before anybody needs it is shown once the window of this step is open."""


def so_far(reader: "CaseReader") -> SoFar:
    """Return what is known of a case when it is asked which papers can be made."""
    made: dict[str, tuple[date, ...]] = {}
    for info in reader.chain_infos:
        made[info.form] = tuple(sorted((*made.get(info.form, ()), info.made_on)))
    return SoFar(
        today=reader.today,
        clock=reader.clock,
        reported=reader.is_finished("ziekmelding"),
        made=made,
        recovered_on=reader.case.hersteld_per,
    )


def undated(reader: "CaseReader", known: SoFar) -> Iterator[tuple[Document, bool]]:
    """Yield the papers without a date that stand in the dossier, and whether each is finished."""
    for paper in built_documents():
        if not paper.before:
            continue
        done = reader.is_finished(paper.key, whole=paper.key in _WHOLE)
        if done or reader.has_draft(paper.key) or _is_time_for(paper, known):
            yield paper, done


def _is_time_for(paper: Document, known: SoFar) -> bool:
    if known.recovered_on is not None or not paper.opens(known).is_open(known.today):
        # The two helping papers of the start stand there from the first day, as an invitation.
        return paper.before in ("probleemanalyse", "plan_van_aanpak") and known.recovered_on is None
    step = known.step(_SHOWN_FROM[paper.key]) if paper.key in _SHOWN_FROM else None
    return step is None or (step.venster_van or step.streefdatum) <= known.today


def adjusted_on(reader: "CaseReader") -> date | None:
    """Return the day of the newest advice that asks for another plan; None when there is none, or no plan yet."""
    if not (is_built(ADJUSTED_PLAN) and reader.is_finished("plan_van_aanpak", whole=True)):
        return None
    found = []
    for answers in newest_answers(reader.desk, reader.chain_infos, ADJUSTED_ADVICE):
        if answers.get("gevolg") == _ASKS_CHANGE:
            day = as_day(answers.get("datum_document"))
            found += [day] if day is not None and day <= reader.today else []
    return max(found, default=None)


def adjust_plan_step(reader: "CaseReader", soon_days: int) -> StepView | None:
    """Return the step that adjusts the plan after a new advice (Regeling art. 4 lid 5); None when nothing asks for it.

    It is done by an adjusted plan, or by a first plan, that was made on or after the day of the advice.
    """
    advice = adjusted_on(reader)
    if advice is None:
        return None
    made = [info.made_on for info in reader.chain_infos if info.form in _PLANS and info.made_on >= advice]
    done_on = min(made, default=None)
    law, clock, today = load_law(), reader.clock, reader.today
    days = law.on(clock.eerste_ziektedag).days(document(ADJUSTED_PLAN).due.days)  # type: ignore[union-attr]
    hard = advice + timedelta(days=days)
    safe = law.calendar.last_working_day_on_or_before(hard)
    day = safe if done_on is not None or safe >= today else hard
    slot = reader.draft_slot(ADJUSTED_PLAN)
    is_open = done_on is None and reader.is_open
    state, words = _state(done_on, hard, day, today, soon_days, is_open=reader.is_open)
    return StepView(
        id=ADJUSTED_PLAN,
        title=_("Bijstelling van het plan"),
        detail=_("Concept, nog niet af") if slot is not None and is_open else detail_of(ADJUSTED_PLAN),
        who=who_words(("werkgever", "werknemer"), reader.first_name),
        state=state,
        state_words=words,
        day=day,
        hard_day=hard,
        days_left=(day - today).days if done_on is None else None,
        form=ADJUSTED_PLAN,
        slot=slot,
        action=(_("Verder") if slot is not None else _("Plan bijstellen")) if is_open else "",
        sum=(
            SumLineView(_("Nieuw advies van de bedrijfsarts"), day_numeric(advice)),
            SumLineView(_("Tijd om het plan bij te stellen"), signed_days(days)),
            SumLineView(_("Uiterlijk"), day_numeric(hard), strong=True),
        ),
        explanation=_("Na een nieuw advies pas je samen het plan aan, of je schrijft op waarom dat niet nodig is."),
        if_late=_("Er staat geen boete op. UWV let er later op of je het plan op tijd hebt bijgestuurd."),
        source=law.basis("plan_van_aanpak_later_advies").text,
        week=ziekteweek(clock, done_on or day),
        done_on=done_on,
        short_title=_("Plan bijstellen"),
    )


def _state(
    done_on: date | None, hard: date, day: date, today: date, soon_days: int, *, is_open: bool
) -> tuple[StepState, str]:
    if done_on is not None:
        late = (done_on - hard).days
        if late <= 0:
            return StepState.DONE, _("klaar")
        return StepState.DONE_LATE, ngettext("klaar, {n} dag later", "klaar, {n} dagen later", late).format(n=late)
    if not is_open:
        return StepState.STOPPED, _("niet meer nodig")
    left = (day - today).days
    if hard < today:
        return StepState.LATE, days_left((hard - today).days)
    return (StepState.SOON if left <= soon_days else StepState.PLANNED), days_left(left)


def consult_step(reader: "CaseReader") -> StepView | None:
    """Return the next consult with the bedrijfsarts as the newest advice names it; None when it is behind us.

    It is behind us once there is an advice of that day or later.
    """
    if not reader.is_open:
        return None
    best: tuple[date, date] | None = None
    for form in ("probleemanalyse", ADJUSTED_ADVICE):
        answers = reader.answers(form, whole=True)
        given, consult = as_day(answers.get("datum_document")), as_day(answers.get("volgend_spreekuur"))
        if given is not None and consult is not None and (best is None or given > best[0]):
            best = given, consult
    if best is None or best[1] <= best[0]:
        return None
    consult, today = best[1], reader.today
    behind = consult < today
    form = ADJUSTED_ADVICE if is_built(ADJUSTED_ADVICE) else ""
    return StepView(
        id="spreekuur",
        title=_("Spreekuur bedrijfsarts"),
        detail=_("Leg het nieuwe advies vast") if behind else _("Zo staat het in het advies"),
        who=who_words(("bedrijfsarts", "werknemer"), reader.first_name),
        state=StepState.WAITING if behind else StepState.ARRANGED,
        state_words=_("nog vastleggen") if behind else days_left((consult - today).days),
        day=consult,
        days_left=None if behind else (consult - today).days,
        form=form if behind else "",
        slot=reader.draft_slot(form) if form else None,
        action=(_("Verder") if reader.has_draft(form) else _("Advies vastleggen")) if behind and form else "",
        explanation=_("Deze dag staat in het advies van {dag}.").format(dag=day_weekday(best[0], year=True)),
        short_title=_("Spreekuur"),
        on_time_line=False,
        small=True,
    )
