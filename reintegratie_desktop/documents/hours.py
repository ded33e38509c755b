"""The build-up of hours as a chart, as a table that says the same, and in words for who cannot see the chart."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from reintegratie_desktop.documents.answers import field_block, field_label
from reintegratie_desktop.documents.model import Block, Cell, CellLine, Column, ColumnKind, Subheading, TableBlock
from reintegratie_desktop.documents.model_chart import Bar, Ceiling, Chart, ChartKey, Mark
from reintegratie_desktop.domain.snapshot import FieldState, SnapshotField
from reintegratie_desktop.text.formatting import day_numeric, day_short, number
from reintegratie_desktop.text.i18n import _

WEEK: Final = timedelta(days=7)
LABEL_ALL_UP_TO: Final = 26
WEEKS_UP_TO: Final = 52
MARK_WORDS_UP_TO: Final = 3
MARK_DAYS_UP_TO: Final = 8
"""With more evaluations their days would stand through each other: then the marks alone show the rhythm."""
LEAST_TOP: Final = Decimal(10)


def chart_blocks(field: SnapshotField, *, by_hand: bool) -> tuple[Block, ...]:
    """Return heading, chart and table for a `chart_hours` answer; without phases or hours a plain field."""
    answer = field.answer
    if field.state is not FieldState.ANSWERED or not isinstance(answer, Mapping):
        return (field_block(field, by_hand=by_hand),)
    plan = _Plan(answer)
    if not plan.weeks:
        return (
            field_block(SnapshotField(**{**vars(field), "answer": None, "state": FieldState.EMPTY}), by_hand=by_hand),
        )
    label = field_label(field)
    above = (Subheading(label.text, label.help), plan.chart(label.text))
    # A paper that holds the weeks itself asks for the chart alone.
    return above if answer.get("zonder_tabel") is True else (*above, plan.table())


class _Plan:
    """A `chart_hours` answer, week by week."""

    def __init__(self, answer: Mapping[str, Any]) -> None:
        self.contract = _decimal(answer.get("contract"))
        self.phases = sorted(
            (
                (date.fromisoformat(row["van"]), _end(row), _decimal(row.get("uren")) or Decimal(0))
                for row in answer.get("phases") or ()
            ),
            key=lambda phase: phase[0],
        )
        self.ceilings = sorted(
            (
                (date.fromisoformat(row["van"]), _end(row), _decimal(row.get("uren")) or Decimal(0), row.get("advies"))
                for row in answer.get("ceilings") or ()
            ),
            key=lambda ceiling: ceiling[0],
        )
        self._told = {date.fromisoformat(row["week"]): _decimal(row.get("uren")) for row in answer.get("planned") or ()}
        self.worked = {
            _monday(date.fromisoformat(row["week"])): _decimal(row.get("uren")) for row in answer.get("worked") or ()
        }
        self.evaluations = sorted(date.fromisoformat(day) for day in answer.get("evaluations") or ())
        first = answer.get("eerste_ziektedag")
        self.first_week = _monday(date.fromisoformat(first)) if first else None
        self.weeks = self._weeks()

    def _weeks(self) -> list[date]:
        days = [phase[0] for phase in self.phases] + [end for _start, end, _hours in self.phases if end]
        days += list(self.worked)
        if not days:
            return []
        days += [ceiling[0] for ceiling in self.ceilings] + [end for _s, end, _h, _a in self.ceilings if end]
        days += self.evaluations
        start, stop = _monday(min(days)), _monday(max(days))
        return [start + WEEK * index for index in range((stop - start).days // 7 + 1)]

    def planned(self, monday: date) -> Decimal | None:
        """Return the hours agreed for a week: as the answer tells them, counted by the day.

        An answer of before that was told gives the hours of the phase that covers most working days of the week, the
        later one when equal.
        """
        if self._told:
            return self._told.get(monday) or None
        best: tuple[int, Decimal] | None = None
        for start, end, hours in self.phases:
            first = max(start, monday)
            last = min(end or self.weeks[-1] + timedelta(days=6), monday + timedelta(days=4))
            days = (last - first).days + 1
            if days > 0 and (best is None or days >= best[0]):
                best = (days, hours)
        return best[1] if best else None

    def number_of(self, monday: date) -> str:
        """Return the number of a week, counted from the first sick day."""
        if self.first_week is None:
            return str(monday.isocalendar().week)
        return str((monday - self.first_week).days // 7 + 1)

    @property
    def by_month(self) -> bool:
        return len(self.weeks) > WEEKS_UP_TO

    def bars(self) -> list[Bar]:
        """Return a bar for each week, or for each month when there are more weeks than a page is wide."""
        if not self.by_month:
            return [
                Bar(self.number_of(week), _day_month(week), self.planned(week), self.worked.get(week))
                for week in self.weeks
            ]
        bars = []
        for month in self._months():
            weeks = [week for week in self.weeks if (week.year, week.month) == month]
            name = day_short(date(month[0], month[1], 1)).split(" ")[-1]
            bars.append(
                Bar(
                    name,
                    str(month[0]),
                    _mean([self.planned(week) for week in weeks]),
                    _mean([self.worked.get(week) for week in weeks]),
                )
            )
        return bars

    def _months(self) -> list[tuple[int, int]]:
        return sorted({(week.year, week.month) for week in self.weeks})

    def _position(self, day: date) -> float:
        if self.by_month:
            months = self._months()
            monday = _monday(day)
            return months.index((monday.year, monday.month)) + min(monday.day, 30) / 31
        return (day - self.weeks[0]).days / 7 + 1 / 14

    def _index(self, day: date) -> int:
        return int(self._position(_monday(min(max(day, self.weeks[0]), self.weeks[-1]))))

    def chart(self, name: str) -> Chart:
        """Return the chart."""
        bars = self.bars()
        ceilings = tuple(
            Ceiling(
                self._index(start),
                self._index(end or self.weeks[-1]),
                hours,
                _("advies: hoogstens {uren} uur").format(uren=number(hours)),
                _("{uren} uur").format(uren=number(hours)),
            )
            for start, end, hours, _advice in self.ceilings
        )
        short, many = len(self.evaluations) > MARK_WORDS_UP_TO, len(self.evaluations) > MARK_DAYS_UP_TO
        marks = tuple(
            Mark(
                self._position(day),
                "" if many else _day_month(day) if short else _("evaluatie {datum}").format(datum=_day_month(day)),
            )
            for day in self.evaluations
        )
        known = [bar.planned or Decimal(0) for bar in bars] + [bar.worked or Decimal(0) for bar in bars]
        top = max([LEAST_TOP, self.contract or LEAST_TOP, *known, *(ceiling.hours for ceiling in ceilings)])
        return Chart(
            axis=_("uren per week, gemiddeld per maand") if self.by_month else _("uren per week"),
            row_labels=(_("maand"), "") if self.by_month else (_("week"), _("ma")),
            bars=tuple(bars),
            alt=self._alt(name),
            key=ChartKey(
                planned=_("afgesproken uren") if self.phases else "",
                worked=_("gewerkte uren") if self.worked else "",
                ceiling=_("hoogste aantal uren volgens advies") if ceilings else "",
                mark=_("evaluatie") if marks else "",
            ),
            top=top,
            contract=self.contract,
            contract_label=(
                _("contract: {uren} uur").format(uren=number(self.contract)) if self.contract is not None else ""
            ),
            ceilings=ceilings,
            marks=marks,
            label_every=1 if len(bars) <= LABEL_ALL_UP_TO else 2,
        )

    def _alt(self, name: str) -> str:
        sentences = [_("{naam}: staafgrafiek van uren per week.").format(naam=name)]
        for week in self.weeks:
            planned, worked = self.planned(week), self.worked.get(week)
            said = [_("afgesproken {uren}").format(uren=number(planned))] if planned is not None else []
            if worked is not None:
                said.append(_("gewerkt {uren}").format(uren=number(worked)))
            if said:
                sentences.append(_("Week {nummer}: {uren}.").format(nummer=self.number_of(week), uren=", ".join(said)))
        for start, end, hours, _advice in self.ceilings:
            sentences.append(
                _("Advies vanaf {datum}: hoogstens {uren} uur.").format(datum=day_numeric(start), uren=number(hours))
                if end is None
                else _("Advies van {van} tot en met {tot}: hoogstens {uren} uur.").format(
                    van=day_numeric(start), tot=day_numeric(end), uren=number(hours)
                )
            )
        sentences += [_("Evaluatie op {datum}.").format(datum=day_numeric(day)) for day in self.evaluations]
        return " ".join(sentences)

    def _ceiling_on(self, start: date, end: date | None) -> Decimal | None:
        """Return the lowest advice that holds somewhere in a stretch of days."""
        last = end or self.weeks[-1] + timedelta(days=6)
        found = [
            hours
            for from_day, to_day, hours, _advice in self.ceilings
            if from_day <= last and (to_day is None or to_day >= start)
        ]
        return min(found, default=None)

    def table(self) -> TableBlock:
        """Return the same numbers as a table: by week when hours were worked, by phase before that."""
        advice = sorted({str(advice) for *_rest, advice in self.ceilings if advice})
        note = ""
        if advice:
            note = _("Advies van {datums}.").format(datums=", ".join(day_numeric(day) for day in advice))
        if any(start.weekday() for start, _end_day, _hours in self.phases):
            more = (
                _("In een week waarin een fase begint of eindigt, tellen alleen de dagen van die fase.")
                if self._told
                else _("In een week waarin een fase begint of eindigt, staan de uren van een hele week.")
            )
            note = f"{note} {more}".strip()
        if self.evaluations:
            days = ", ".join(day_numeric(day) for day in self.evaluations)
            note = f"{note} ".lstrip() + _("Evaluatie op {datums}.").format(datums=days)
        return self._week_table(note) if self.worked else self._phase_table(note)

    def _phase_table(self, note: str) -> TableBlock:
        columns = (
            Column(_("Fase"), ColumnKind.CODE),
            Column(_("Van"), ColumnKind.DATE),
            Column(_("Tot en met"), ColumnKind.DATE),
            Column(_("Uren per week"), ColumnKind.NUMBER),
            Column(_("Hoogstens volgens advies"), ColumnKind.NUMBER),
        )
        rows = tuple(
            _row(
                str(index),
                day_numeric(start),
                day_numeric(end) if end else _("nog niet bekend"),
                number(hours, decimals=2),
                _two_decimals(self._ceiling_on(start, end)) or _("niet genoemd"),
            )
            for index, (start, end, hours) in enumerate(self.phases, start=1)
        )
        return TableBlock(columns, rows, note=note)

    def _week_table(self, note: str) -> TableBlock:
        columns = (
            Column(_("Maand") if self.by_month else _("Week"), ColumnKind.CODE),
            Column(_("Jaar") if self.by_month else _("Maandag"), ColumnKind.DATE),
            Column(_("Afgesproken"), ColumnKind.NUMBER),
            Column(_("Gewerkt"), ColumnKind.NUMBER),
            Column(_("Hoogstens volgens advies"), ColumnKind.NUMBER),
        )
        rows: list[tuple[str, str, str, str, str]] = []
        for index, bar in enumerate(self.bars()):
            if bar.planned is None and bar.worked is None:
                continue
            if self.by_month:
                start = date(*self._months()[index], 1)
                last = (start + timedelta(days=31)).replace(day=1) - timedelta(days=1)
                ceiling = _two_decimals(self._ceiling_on(start, last))
                second = bar.below
            else:
                week = self.weeks[index]
                ceiling = _two_decimals(self._ceiling_on(week, week + timedelta(days=6)))
                second = day_numeric(week)
            planned = _two_decimals(bar.planned) or _("geen")
            worked = _two_decimals(bar.worked) or _("niet ingevuld")
            rows.append((bar.label, second, planned, worked, ceiling or _("niet genoemd")))
        if self.by_month:
            return TableBlock(columns, tuple(_row(*row) for row in rows), note=note)
        if len(rows) > LABEL_ALL_UP_TO:
            rows = _together(rows)
            columns = (Column(_("Week"), ColumnKind.TEXT), Column(_("Maandag"), ColumnKind.TEXT), *columns[2:])
            more = _("Weken na elkaar met dezelfde uren staan op één regel. De uren zijn per week.")
            note = f"{note} {more}".strip()
        return TableBlock(columns, tuple(_row(*row) for row in rows), note=note, total=self._total())

    def _total(self) -> tuple[Cell, ...]:
        """Return the row with all hours that were agreed and that were really worked."""
        agreed = sum((self.planned(week) or Decimal(0) for week in self.weeks), Decimal(0))
        worked = sum((hours for hours in self.worked.values() if hours is not None), Decimal(0))
        texts = (_("Totaal"), "", number(agreed, decimals=2), number(worked, decimals=2), "")
        return tuple(Cell((CellLine(text, bold=True),)) for text in texts)


def _together(rows: Sequence[tuple[str, str, str, str, str]]) -> list[tuple[str, str, str, str, str]]:
    """Return rows of weeks with those after each other that say the same as one: "9–12", "20-01-2025 t/m 10-02-2025".

    Only weeks that follow each other by number are taken together; a week that was left out begins a new row.
    """
    runs: list[list[tuple[str, str, str, str, str]]] = []
    for row in rows:
        if runs and runs[-1][-1][2:] == row[2:] and _follows(runs[-1][-1][0], row[0]):
            runs[-1].append(row)
        else:
            runs.append([row])
    told = []
    for run in runs:
        (first, start, *hours), (last, end, *_same) = run[0], run[-1]
        planned, worked, ceiling = hours
        if len(run) == 1:
            told.append(run[0])
            continue
        days = _("{van} t/m {tot}").format(van=start, tot=end)
        told.append((f"{first}–{last}", days, planned, worked, ceiling))
    return told


def _follows(before: str, after: str) -> bool:
    return after == str(int(before) + 1)


def _row(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell((CellLine(text),)) for text in texts)


def _two_decimals(value: Decimal | None) -> str:
    return number(value, decimals=2) if value is not None else ""


def _mean(values: Sequence[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return round(sum(known, Decimal(0)) / len(known), 1) if known else None


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _end(row: Mapping[str, Any]) -> date | None:
    return date.fromisoformat(row["tot"]) if row.get("tot") else None


def _decimal(value: object) -> Decimal | None:
    return Decimal(str(value)) if value not in (None, "") else None


def _day_month(day: date) -> str:
    return f"{day.day:02d}-{day.month:02d}"
