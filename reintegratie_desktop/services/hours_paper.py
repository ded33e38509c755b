"""The worked hours on paper, "Gewerkte uren": the chart, and every week with what was planned and worked."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.domain.snapshot import FormSnapshot, SnapshotFact, SnapshotField, SnapshotSection
from reintegratie_desktop.forms.evaluation_carry import evaluated, shown_in
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.services.files import write_file
from reintegratie_desktop.services.hours import hours_view
from reintegratie_desktop.services.hours_views import HoursView, HoursWeek
from reintegratie_desktop.services.names import paper_name
from reintegratie_desktop.text.formatting import day_numeric, number
from reintegratie_desktop.text.i18n import N_, _, current_language

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

FORM: Final = "gewerkte_uren"
_CODE: Final = "OS"
_VERSION: Final = "1.0"
_TITLE: Final = N_("Gewerkte uren")
_NOTHING: Final = "–"


def hours_snapshot(desk: "Workspace", case_id: str, *, until: date | None = None) -> FormSnapshot:
    """Return the worked hours of today, or up to a day, as a paper that prints the same for ever."""
    last = until or desk.today
    view = hours_view(desk, case_id, until)
    case = desk.store.cases.get(case_id)
    person = paper_name(desk.store.records.werknemer(case.werknemer_id))
    return FormSnapshot(
        form=FORM,
        code=_CODE,
        form_version=_VERSION,
        title=_(_TITLE),
        purpose=_("Afgesproken en echt gewerkte uren per week. Regeling procesgang art. 3."),
        employer=desk.employer_name,
        employee=person,
        case_number=view.number,
        eerste_ziektedag=case.eerste_ziektedag.isoformat(),
        law_date=case.eerste_ziektedag.isoformat(),
        made_on=last.isoformat(),
        frozen_at=desk.clock().isoformat(timespec="seconds"),
        version=1,
        sections=tuple(_sections(view, evaluated(desk.context(case_id), last + timedelta(days=1)))),
        facts=tuple(_facts(view, person)),
        journal_head=desk.store.journal.head(),
        language=current_language(),
        rules=load_law().loaded_version,
    )


def rendering(desk: "Workspace", case_id: str) -> Callable[[], bytes]:
    """Return a function that makes the PDF without touching the file, so that it can run beside the window."""
    return desk.papers.rendering(hours_snapshot(desk, case_id))


def pdf(desk: "Workspace", case_id: str) -> bytes:
    """Return the worked hours of today as PDF."""
    return rendering(desk, case_id)()


def save_pdf(desk: "Workspace", case_id: str, target: Path) -> None:
    """Save the worked hours of today as PDF; a half-written file never stands at the target.

    Raises:
        KnownError: the disk is full or the folder cannot be written.
    """
    write_file(target, pdf(desk, case_id))
    note_saved(desk, case_id)


def note_saved(desk: "Workspace", case_id: str) -> None:
    """Write in the journal that the worked hours were saved as PDF."""
    desk.journal(case_id, "overdracht", _("{papier} als PDF bewaard").format(papier=_(_TITLE)))


def note_printed(desk: "Workspace", case_id: str) -> None:
    """Write in the journal that the worked hours were printed."""
    desk.journal(case_id, "overdracht", _("{papier} afgedrukt").format(papier=_(_TITLE)))


def file_name(desk: "Workspace", case_id: str) -> str:
    """Return a neutral file name: number, kind and date, without the name of a person."""
    return f"{desk.store.cases.get(case_id).nummer}_{FORM}_{desk.today.isoformat()}.pdf"


def _facts(view: HoursView, person: str) -> Iterator[SnapshotFact]:
    yield SnapshotFact(_("Werknemer"), person)
    if view.contract is not None:
        yield SnapshotFact(_("Contract"), _("{uren} uur per week").format(uren=number(view.contract)))
    if view.weeks:
        for label, week in ((_("Van"), view.weeks[-1]), (_("Tot en met"), view.weeks[0])):
            words = _("week {nummer}, {dag}").format(nummer=week.number, dag=day_numeric(week.monday))
            yield SnapshotFact(label, words)


def _sections(view: HoursView, evaluations: list[date]) -> Iterator[SnapshotSection]:
    if view.chart is not None and view.weeks:
        # The weeks stand in full below it; the table that goes with a chart would say them twice.
        answer = {**view.chart, "evaluations": shown_in(view.chart, evaluations), "zonder_tabel": True}
        chart = SnapshotField("grafiek", _("Uren per week"), "chart_hours", answer)
        yield SnapshotSection("grafiek", _("Grafiek"), "A", (chart,))
    yield SnapshotSection("weekstaat", _("Weekstaat"), "B", (_table(view), _total(view)))


def _table(view: HoursView) -> SnapshotField:
    columns = (
        ("week", _("Week"), "text"), ("maandag", _("Maandag"), "day"), ("gepland", _("Afgesproken"), "number"),
        ("gewerkt", _("Gewerkt"), "number"), ("verschil", _("Verschil"), "number"), ("reden", _("Reden"), "text"),
        ("gezien", _("Gezien"), "text"),
    )  # fmt: skip
    return SnapshotField(
        key="weekstaat",
        label=_("Weekstaat"),
        kind="table",
        columns=tuple(SnapshotField(key, label, kind) for key, label, kind in columns),
        answer=[_row(week) for week in reversed(view.weeks)],
    )


def _total(view: HoursView) -> SnapshotField:
    planned = sum((week.planned for week in view.weeks), Decimal(0))
    worked = sum((week.worked or Decimal(0) for week in view.weeks), Decimal(0))
    words = _("{gepland} uur afgesproken, {gewerkt} uur gewerkt").format(
        gepland=number(planned), gewerkt=number(worked)
    )
    return SnapshotField(key="totaal", label=_("Totaal"), kind="text", answer=words)


def _row(week: HoursWeek) -> dict[str, Any]:
    row = {"week": str(week.number), "maandag": week.monday.isoformat(), "gepland": _hours(week.planned)}
    if week.worked is None:
        return {**row, "verschil": _NOTHING, "reden": _NOTHING, "gezien": _NOTHING}
    difference = week.worked - week.planned
    sign = "+" if difference > 0 else "–"
    days = ", ".join(_days(week))
    reason = week.reason_words or _("nog niet gekozen")
    return {
        **row,
        "gewerkt": _hours(week.worked),
        "verschil": f"{sign}{_hours(abs(difference))}" if difference else _hours(difference),
        "reden": f"{reason} ({days})" if days else reason,
        "gezien": _("ja") if week.seen else _("nee"),
    }


def _hours(value: Decimal) -> str:
    """Return hours as they stand in a column: always with two decimals."""
    return number(value, decimals=2)


def _days(week: HoursWeek) -> Iterator[str]:
    names = (N_("ma"), N_("di"), N_("wo"), N_("do"), N_("vr"), N_("za"), N_("zo"))
    for name, hours in zip(names, week.per_day, strict=False):
        if hours and Decimal(hours):
            yield f"{_(name)} {number(hours)}"
