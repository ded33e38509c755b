"""The worked hours of a case: noted week by week, corrected with the old value kept, read by everything that counts.

`schedule_of` is the one place that says how many hours were worked. The hours belong to the dossier by law (Regeling
procesgang eerste en tweede ziektejaar, artikel 3).
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.forms.buildup import (
    LONGEST_SHEET,
    ONE_DAY,
    ONE_WEEK,
    chart_of,
    monday_before,
    phases_of,
    plain,
    planned_in_week,
    real_day,
    week_of,
)
from reintegratie_desktop.forms.buildup import clock_start as clock_start_of
from reintegratie_desktop.forms.buildup_columns import WEEK_COLUMNS
from reintegratie_desktop.forms.context import Answers
from reintegratie_desktop.forms.fields import Choice, Field, Number, WorkPattern, as_decimal
from reintegratie_desktop.forms.worked_record import (
    AS_PLANNED,
    IN_ROW,
    RECORD,
    SCHEDULE,
    SHEET,
    as_paper,
    fitting_reason,
    signals,
    sum_of_days,
    with_record,
)
from reintegratie_desktop.services.hours_views import EarlierHours, HoursView, HoursWeek
from reintegratie_desktop.services.names import full_name
from reintegratie_desktop.services.wage_hours import weeks_in_words
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.formatting import day_month, number
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace
    from reintegratie_desktop.store.cases import Case

Record = dict[str, dict[str, Any]]
JOURNAL: Final = "document"
CORRECTED: Final = "correctie"
_A_WEEK: Final = WorkPattern(key="per_dag", label="per_dag")
"""What seven days of hours have to look like."""


# --- reading --------------------------------------------------------------------------------------------------------


def record_of(desk: "Workspace", case_id: str) -> Record:
    """Return what was noted of each week of a case; see `forms.worked_record`."""
    kept: Record = dict(desk.store.cases.get(case_id).facts.get(RECORD, {}))
    return kept


def schedule_of(desk: "Workspace", case_id: str) -> dict[str, Any] | None:
    """Return the newest finished schedule of a case with the worked hours in it; None without one."""
    paper = desk.newest_paper(case_id, SCHEDULE)
    return None if paper is None else with_record(paper.answers_now, record_of(desk, case_id))


def in_context(papers: Mapping[str, Answers], case: "Case", today: date) -> dict[str, Answers]:
    """Return the schedule and the worked hours for the forms of a case, to lay over what stands in `papers`."""
    known = papers.get(SCHEDULE)
    if known is None:
        return {}
    schedule = with_record(known, case.facts.get(RECORD, {}))
    return {SCHEDULE: schedule, SHEET: as_paper(schedule, today)}


def hours_view(desk: "Workspace", case_id: str, until: date | None = None) -> HoursView:
    """Return the weeks of a case from the first planned one to now, newest first; up to `until` when that is given."""
    case = desk.store.cases.get(case_id)
    context = desk.context(case_id)
    schedule = schedule_of(desk, case_id)
    person = full_name(desk.store.records.werknemer(case.werknemer_id))
    draft = desk.store.drafts.load(case_id, SCHEDULE) is not None
    if schedule is None:
        return HoursView(case.nummer, person, as_decimal(context.get("werknemer", "contracturen")), False, draft)
    last = _last_day(desk, case_id)
    if until is not None and until < last:
        # The week of the last day is not over yet, unless that is a Sunday.
        last = monday_before(until + ONE_DAY) - ONE_DAY
        schedule = _until(schedule, last)
    record, clock = record_of(desk, case_id), clock_start_of(context)
    weeks = tuple(
        _week(schedule, record.get(monday.isoformat(), {}), monday, clock, desk.today)
        for monday in reversed(list(_mondays(schedule, last)))
    )
    return HoursView(
        number=case.nummer,
        person=person,
        contract=as_decimal(schedule.get("contracturen")),
        has_schedule=True,
        has_draft=draft,
        weeks=weeks,
        signals=signals(schedule, desk.today),
        chart=chart_of(schedule, context),
        reasons=reasons(),
    )


def _until(schedule: Answers, last: date) -> dict[str, Any]:
    """Return a schedule without what was planned or worked after a Sunday."""
    weeks = [row for row in _rows(schedule) if (day := real_day(row.get("week"))) is None or day <= last]
    phases = []
    for row in schedule.get("fasen") or ():
        first, end = real_day(row.get("van")), real_day(row.get("tot"))
        if first is None or first <= last:
            phases.append({**row, "tot": last.isoformat()} if end is not None and end > last else row)
    return {**schedule, SHEET: weeks, "fasen": phases}


def reasons() -> tuple[tuple[str, str], ...]:
    """Return why hours can differ from the plan, as value and words."""
    field = _column("afwijking")
    assert isinstance(field, Choice)
    return tuple((option.value, _(option.label)) for option in field.options if option.value != AS_PLANNED)


def _column(key: str) -> Field:
    return next(column for column in WEEK_COLUMNS if column.key == key)


def _words_of(reason: object) -> str:
    field = _column("afwijking")
    assert isinstance(field, Choice)
    return next((_(option.label) for option in field.options if option.value == reason), "")


def _last_day(desk: "Workspace", case_id: str) -> date:
    recovered = desk.store.cases.get(case_id).hersteld_per
    return desk.today if recovered is None else min(desk.today, recovered - ONE_DAY)


def _mondays(schedule: Answers, last: date) -> Iterator[date]:
    """Yield the weeks from the first planned or worked one to the last day, oldest first."""
    starts = [phase.start for phase in phases_of(schedule) if phase.start is not None]
    starts += [day for row in _rows(schedule) if (day := real_day(row.get("week"))) is not None]
    if not starts:
        return
    monday = monday_before(max(min(starts), last - LONGEST_SHEET))
    while monday <= last:
        yield monday
        monday += ONE_WEEK


def _rows(schedule: Answers) -> list[dict[str, Any]]:
    value = schedule.get(SHEET)
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _row_of(schedule: Answers, monday: date) -> dict[str, Any]:
    found = (row for row in _rows(schedule) if (day := real_day(row.get("week"))) and monday_before(day) == monday)
    return next(found, {})


def _week(schedule: Answers, entry: Mapping[str, Any], monday: date, clock: date | None, today: date) -> HoursWeek:
    row = _row_of(schedule, monday)
    return HoursWeek(
        monday=monday,
        number=week_of(max(monday, clock) if clock is not None else monday, clock) or 1,
        planned=planned_in_week(phases_of(schedule), monday),
        worked=as_decimal(row.get("gewerkt")),
        reason=str(row.get("afwijking") or ""),
        reason_words=_words_of(row.get("afwijking")),
        per_day=tuple(entry.get("per_dag") or ()),
        seen=row.get("akkoord") is True,
        earlier=tuple(
            EarlierHours(as_decimal(old.get("gewerkt")), _words_of(old.get("afwijking")), _day_of(old["op"]))
            for old in entry.get("eerder", ())
        ),
        is_now=monday == monday_before(today),
    )


def _day_of(moment: str) -> date:
    return date.fromisoformat(moment[:10])


# --- noting ---------------------------------------------------------------------------------------------------------


def note_week(
    desk: "Workspace",
    case_id: str,
    monday: date,
    hours: Decimal | None,
    *,
    reason: str = "",
    per_day: Sequence[str] = (),
    seen: bool | None = None,
) -> None:
    """Write down the worked hours of a week, at once; what stood there before is kept, with a line in the journal.

    `hours` is for the whole week; with `per_day` (seven texts, Monday first) they are added up instead. None takes the
    hours of the week away again. `reason` is one of `reasons()`; it falls away when the hours are as planned.

    Raises:
        KnownError: the hours cannot be right, the week has still to come, or there is no schedule.
    """
    schedule = schedule_of(desk, case_id)
    if schedule is None:
        raise KnownError(
            _("Er is nog geen opbouwschema."), _("Maak eerst het opbouwschema af. Dan weet je wat er gepland is."),
            code="uren",
        )  # fmt: skip
    if any(str(item).strip() for item in per_day):
        hours = _from_days(per_day)
    _refuse(schedule, _last_day(desk, case_id), monday, hours)
    planned = planned_in_week(phases_of(schedule), monday)
    row = _row_of(schedule, monday)
    new = {key: row[key] for key in ("taken_gedaan", "akkoord") if row.get(key) is not None}
    new["gewerkt"] = plain(hours)
    if hours is not None:
        new["afwijking"] = fitting_reason(hours, planned, reason)
    if seen is not None:
        new["akkoord"] = seen
    if any(str(item).strip() for item in per_day):
        new["per_dag"] = [str(item).strip() for item in per_day]
    _keep(desk, case_id, monday, row, new)


def _from_days(per_day: Sequence[str]) -> Decimal:
    texts = [str(item).strip() for item in per_day]
    hours = sum_of_days(texts)
    if hours is None or any(True for _problem in _A_WEEK.problems(texts)):
        raise KnownError(
            _("Een van de dagen klopt niet."), _("Vul voor elke dag een getal van 0 tot 24 in."), code="uren"
        )
    return hours


def _refuse(schedule: Answers, last: date, monday: date, hours: Decimal | None) -> None:
    field = _column("gewerkt")
    assert isinstance(field, Number)
    if monday not in set(_mondays(schedule, last)):
        raise KnownError(
            _("Deze week hoort niet bij het schema, of moet nog komen."), _("Kies een week uit de lijst."), code="uren"
        )
    for _place, sentence in field.problems(plain(hours) if hours is not None else None):
        raise KnownError(sentence, _("Vul de uren van de hele week in, bijvoorbeeld 12 of 7,5."), code="uren")


def _same(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    return all((old.get(key) or None) == (new.get(key) or None) for key in (*IN_ROW, "per_dag"))


def _keep(desk: "Workspace", case_id: str, monday: date, row: Mapping[str, Any], new: dict[str, Any]) -> None:
    """Put a week in the record, with what stood there before, and tell the journal."""
    facts = desk.store.cases.get(case_id).facts
    record: Record = dict(facts.get(RECORD, {}))
    entry = record.get(monday.isoformat(), {})
    old = {**row, **({"per_dag": entry["per_dag"]} if entry.get("per_dag") else {})}
    if _same(old, new):
        return
    now = desk.clock()
    with desk.file.atomic():
        record[monday.isoformat()] = _entry(entry, row, new, now.isoformat(timespec="seconds"))
        desk.store.cases.set_facts(case_id, {**facts, RECORD: record}, now)
        _tell(desk, case_id, monday, row, new)


def _entry(entry: Mapping[str, Any], row: Mapping[str, Any], new: Mapping[str, Any], at: str) -> dict[str, Any]:
    """Return a week as it is kept: what is new, and behind it everything that stood there before."""
    before = list(entry.get("eerder", ()))
    if row.get("gewerkt") is not None:
        kept = {key: row[key] for key in ("gewerkt", "afwijking") if row.get(key) is not None}
        before.append({**kept, "op": str(entry.get("op") or at)})
    return {**new, "op": at, **({"eerder": before} if before else {})}


def _tell(desk: "Workspace", case_id: str, monday: date, row: Mapping[str, Any], new: Mapping[str, Any]) -> None:
    was, now = as_decimal(row.get("gewerkt")), as_decimal(new.get("gewerkt"))
    week = _("week van {dag}").format(dag=f"{day_month(monday)} {monday.year}")
    if now is None:
        words = _("Gewerkte uren weggehaald, {week}: was {uren} uur").format(week=week, uren=number(was or Decimal(0)))
    elif was is None:
        words = _("Gewerkte uren, {week}: {uren} uur").format(week=week, uren=number(now))
    elif was != now:
        words = _("Gewerkte uren verbeterd, {week}: {uren} uur, was {eerst} uur").format(
            week=week, uren=number(now), eerst=number(was)
        )
    else:
        words = _("Gewerkte uren, {week}: {uren} uur, aangevuld").format(week=week, uren=number(now))
    reason = _words_of(new.get("afwijking")) if new.get("afwijking") not in (None, "", AS_PLANNED) else ""
    if reason:
        words = _("{regel} ({reden})").format(regel=words, reden=reason[:1].lower() + reason[1:])
    desk.journal(case_id, JOURNAL if was is None else CORRECTED, words)


def with_hours(desk: "Workspace", case_id: str, form: str, answers: Answers, since: datetime | None = None) -> Answers:
    """Return the answers of a schedule with the hours that were noted (after `since`); other forms as they are."""
    if form != SCHEDULE:
        return answers
    return with_record(answers, record_of(desk, case_id), since.isoformat(timespec="seconds") if since else "")


def keep_rows(desk: "Workspace", case_id: str, form: str, answers: Answers) -> None:
    """Take over the weekstaat of a schedule that was just finished: the form and the page say the same from then on.

    Other forms change nothing.

    New weeks get one line in the journal together, every change of a week that was noted before a line of its own.
    """
    if form != SCHEDULE:
        return
    paper_rows = {
        monday_before(day).isoformat(): row
        for row in _rows(answers)
        if (day := real_day(row.get("week"))) is not None and as_decimal(row.get("gewerkt")) is not None
    }
    facts = desk.store.cases.get(case_id).facts
    record: Record = dict(facts.get(RECORD, {}))
    now, new_weeks, changed = desk.clock(), [], False
    at = now.isoformat(timespec="seconds")
    for monday, row in sorted(paper_rows.items()):
        new = {key: row[key] for key in IN_ROW if row.get(key) is not None}
        entry = record.get(monday, {})
        if entry.get("gewerkt") is not None and entry["gewerkt"] == new["gewerkt"] and entry.get("per_dag"):
            new["per_dag"] = entry["per_dag"]
        if entry and _same(entry, new):
            continue
        record[monday], changed = _entry(entry, entry, new, at), True
        if entry.get("gewerkt") is None:
            new_weeks.append(date.fromisoformat(monday))
        else:
            _tell(desk, case_id, date.fromisoformat(monday), entry, new)
    for monday, entry in list(record.items()):
        if monday not in paper_rows and entry.get("gewerkt") is not None:
            record[monday], changed = _entry(entry, entry, {"gewerkt": None}, at), True
            _tell(desk, case_id, date.fromisoformat(monday), entry, {"gewerkt": None})
    if not changed:
        return
    if new_weeks:
        words = _("Gewerkte uren overgenomen uit het opbouwschema: {weken}").format(weken=weeks_in_words(new_weeks))
        desk.journal(case_id, JOURNAL, words)
    desk.store.cases.set_facts(case_id, {**facts, RECORD: record}, now)
