"""The particulars of a case around their form: what to know because of them, and what is wiped again."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.domain.clock import CaseClock
from reintegratie_desktop.domain.facts import VANGNET_6_WEKEN
from reintegratie_desktop.domain.notices import notices
from reintegratie_desktop.forms.context import Answers, Context, as_day
from reintegratie_desktop.forms.fields import Choice, Field, Many, Number, Table, YesNo
from reintegratie_desktop.forms.flows import flow as flow_of
from reintegratie_desktop.forms.particulars import FORM, PLAYS, VANGNET, VANGNET_FIELDS
from reintegratie_desktop.services.case_clock import VANGNET_REPORT, chain_of, refusals_of
from reintegratie_desktop.services.views import NoticeView, ParticularView
from reintegratie_desktop.text.declaring import replace
from reintegratie_desktop.text.formatting import day_long, number
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.services.case_reader import CaseReader
    from reintegratie_desktop.services.workspace import Workspace

_TOLD_ELSEWHERE: Final = ("grensgeval",)
"""What the page of a case says at another place."""
_AT_A_STEP: Final = (
    "plan_kopie",
    "uwv_brief",
    "riv_insturen",
    "opzegverbod_verlof",
    "no_risk",
    "eigenrisicodrager",
    "aow_onbekend",
)
"""What is said at a step: it stands in the list of the particulars, and not over the dossier."""
VANGNET_RECOVERY: Final = "vangnet_herstel"
"""Recovery that is reported to UWV too."""


def wipe_vangnet_term(desk: "Workspace", case_id: str) -> None:
    """Forget the term of the vangnet once the report is done, also in a draft: only that it applies is kept."""
    for case in chain_of(desk, desk.store.cases.get(case_id)).cases:
        kept = case.facts.get(FORM)
        if kept is not None:
            desk.keep_case_record(case.id, FORM, _without_term(kept))
        draft = desk.store.drafts.load(case.id, FORM)
        if draft is not None:
            desk.store.drafts.save(case.id, FORM, _without_term(draft.answers), draft.meta, draft.saved_at)


def _without_term(answers: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in answers.items() if key not in VANGNET_FIELDS}


def has_vangnet(desk: "Workspace", case_id: str) -> bool:
    """Tell whether a vangnet applies, so that recovery is reported to UWV too (ZW art. 38a)."""
    kept = desk.case_record(case_id, FORM)
    if kept:
        return VANGNET in (kept.get(PLAYS) or ())
    paper = desk.newest_paper(case_id, "ziekmelding")
    return paper is not None and paper.answers.get("vangnet") == "ja"


def notices_of(reader: "CaseReader") -> tuple[NoticeView, ...]:
    """Return what to know about a case, what does not fit first; `is_loud` is said over the dossier."""
    found = [
        NoticeView("past_niet", sentence, is_loud=True, opens=FORM)
        for sentence in refusals_of(reader.desk, reader.chain, reader.chain_infos)
    ]
    if _is_term_unknown(reader):
        words = _("Er geldt een vangnet. Zeg bij de bijzonderheden binnen welke termijn je dat bij UWV meldt.")
        found.append(NoticeView("vangnet_termijn", words, is_loud=True, opens=FORM, place="vangnet_meldtermijn"))
    clock = _with_reported_vangnet(reader)
    found += [
        NoticeView(notice.id, notice.text, notice.day, is_loud=notice.id not in _AT_A_STEP)
        for notice in notices(clock)
        if notice.id not in _TOLD_ELSEWHERE
    ]
    return tuple(found)


def _is_term_unknown(reader: "CaseReader") -> bool:
    """Tell whether a vangnet applies and nobody said by when it must be reported."""
    is_told = any(VANGNET_REPORT in case.facts.get("gedaan", {}) for case in reader.chain.cases)
    if is_told or reader.clock.case.vangnet_meldtermijn is not None or reader.clock.case.aow_gerechtigd:
        return False
    return reader.is_open and has_vangnet(reader.desk, reader.case.id)


def _with_reported_vangnet(reader: "CaseReader") -> CaseClock:
    """Return the clock as if the wiped term still stood there: recovery is reported to UWV whatever the term was."""
    clock = reader.clock
    if clock.case.vangnet_meldtermijn is not None or clock.case.done.vangnet_melding is None:
        return clock
    return replace(clock, case=replace(clock.case, vangnet_meldtermijn=VANGNET_6_WEKEN))


def particulars_of(desk: "Workspace", case_id: str) -> tuple[ParticularView, ...]:
    """Return what the form about the particulars holds, as lines to read; empty before it was filled in."""
    flow, answers = flow_of(FORM), desk.case_record(case_id, FORM)
    context = desk.context(case_id, leave_out=FORM)
    found = []
    for field in flow.asked_fields(answers, context):
        lines = tuple(_in_words(field, answers.get(field.key), answers, context))
        if lines:
            found.append(ParticularView(_(field.label), lines, field.key))
    return tuple(found)


def _in_words(field: Field, value: Any, answers: Answers, context: Context) -> Iterator[str]:  # noqa: ANN401 - JSON
    """Yield an answer as people read it; nothing when there is none."""
    if field.is_empty(value):
        return
    if isinstance(field, Table):
        for row in value:
            yield ", ".join(
                f"{_(column.label).lower()}{':' if isinstance(column, Choice) else ''} {cell.lower()}"
                for column in field.columns
                for cell in _in_words(column, row.get(column.key), row, context)
            )
    elif isinstance(field, Many | Choice):
        options = field.options_for(answers, context) if isinstance(field, Many) else field.options
        words = {option.value: _(option.label) for option in options}
        yield from (words.get(item, str(item)) for item in (value if isinstance(value, list) else [value]))
    elif isinstance(field, YesNo):
        yield _("Ja") if value else _("Nee")
    elif isinstance(field, Number):
        yield f"{number(value)} {_(field.unit)}".strip()
    else:
        day = as_day(value)
        assert day is not None, field.key
        yield day_long(day)
