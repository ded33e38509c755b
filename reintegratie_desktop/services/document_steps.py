"""The papers of a case that have no date in the clock of their own, as steps of its dossier."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.forms.context import as_day
from reintegratie_desktop.forms.document_chance import SoFar
from reintegratie_desktop.forms.document_table import Document, built_documents, is_built
from reintegratie_desktop.services.step_views import StepState, StepView
from reintegratie_desktop.services.step_words import who_words
from reintegratie_desktop.text.formatting import day_weekday, days_left
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.services.case_reader import CaseReader

ADJUSTED_ADVICE: Final = "bijstelling_probleemanalyse"
LAST_ADVICE: Final = "actueel_oordeel"
SCHEDULE: Final = "opbouwschema"
_EXPERT: Final = "arbeidsdeskundig_onderzoek"
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
        regres=str(reader.answers("ziekmelding", whole=True).get("regres") or ""),
        expert_advised=any(_EXPERT in (advice.get("interventies") or ()) for advice in _advices(reader)),
    )


def _advices(reader: "CaseReader") -> Iterator[dict[str, Any]]:
    """Yield the newest answers of the first advice and of its adjustments."""
    yield from (reader.answers(form, whole=True) for form in ("probleemanalyse", ADJUSTED_ADVICE))


def undated(reader: "CaseReader", known: SoFar) -> Iterator[tuple[Document, bool]]:
    """Yield the papers without a date that stand in the dossier, and whether each is finished."""
    for paper in built_documents():
        if not (paper.before or paper.at_the_end):
            continue
        done = reader.is_finished(paper.key, whole=paper.key in _WHOLE)
        if done or reader.has_draft(paper.key) or _is_time_for(paper, known):
            yield paper, done


def _is_time_for(paper: Document, known: SoFar) -> bool:
    if paper.at_the_end:
        return known.recovered_on is not None
    if paper.asked is not None and not paper.asked(known):
        return False
    if known.recovered_on is not None or not paper.opens(known).is_open(known.today):
        # The two helping papers of the start stand there from the first day, as an invitation.
        return paper.before in ("probleemanalyse", "plan_van_aanpak") and known.recovered_on is None
    step = known.step(_SHOWN_FROM[paper.key]) if paper.key in _SHOWN_FROM else None
    return step is None or (step.venster_van or step.streefdatum) <= known.today


def schedule_waits(reader: "CaseReader") -> bool:
    """Tell whether the newest advice lowered the hours and the schedule still plans those from before."""
    made = {form: [info.made_on for info in reader.infos if info.form == form] for form in (SCHEDULE, ADJUSTED_ADVICE)}
    if not all(made.values()) or max(made[SCHEDULE]) >= max(made[ADJUSTED_ADVICE]):
        return False
    from reintegratie_desktop.forms.advice_change import schedule_to_adjust  # noqa: PLC0415 - seldom

    return schedule_to_adjust(reader.desk.context(reader.case.id))


def consult_step(reader: "CaseReader") -> StepView | None:
    """Return the next consult with the bedrijfsarts as the newest advice names it; None when it is behind us.

    It is behind us once there is an advice of that day or later, also the last one, in which the bedrijfsarts says how
    things stand before the WIA.
    """
    if not reader.is_open:
        return None
    best: tuple[date, date] | None = None
    for answers in _advices(reader):
        given, consult = as_day(answers.get("datum_document")), as_day(answers.get("volgend_spreekuur"))
        if given is not None and consult is not None and (best is None or given > best[0]):
            best = given, consult
    if best is None or best[1] <= best[0]:
        return None
    last = as_day(reader.answers(LAST_ADVICE, whole=True).get("datum"))
    if last is not None and last >= best[1]:
        return None
    consult, today = best[1], reader.today
    behind = consult < today
    form = ADJUSTED_ADVICE if is_built(ADJUSTED_ADVICE) else ""
    return StepView(
        id="spreekuur",
        title=_("Spreekuur bedrijfsarts"),
        detail=_("Leg het nieuwe advies vast") if behind else _("Zo staat het in het advies"),
        who=who_words(("bedrijfsarts", "werknemer"), reader.first_name),
        # Blue, as every appointment to come: a green sign would say that it was held.
        state=StepState.WAITING if behind else StepState.PLANNED,
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
