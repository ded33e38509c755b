from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from reintegratie_desktop.documents.build import build
from reintegratie_desktop.documents.model import FieldBlock, Subheading, TableBlock
from reintegratie_desktop.documents.model_chart import Chart
from reintegratie_desktop.documents.pdf import render
from tests.documents.papers import field, paper
from tests.documents.reading import all_words, operators, pages_text


def answer(**more: Any) -> dict[str, Any]:
    base: dict[str, Any] = {
        "contract": "38",
        "phases": [
            {"van": "2026-02-18", "tot": "2026-03-08", "uren": "9"},
            {"van": "2026-03-09", "tot": "2026-04-05", "uren": "20"},
        ],
        "ceilings": [{"van": "2026-02-16", "tot": "2026-03-08", "uren": "9", "advies": "2026-02-10"}],
        "worked": [],
        "eerste_ziektedag": "2026-01-05",
        "evaluations": ["2026-03-06"],
    }
    return {**base, **more}


def chart_of(value: Any) -> tuple[Chart, TableBlock]:
    document = build(paper(field("o", "Opbouw", "chart_hours", value)))
    heading, chart, table = document.sections[0].blocks
    assert isinstance(heading, Subheading)
    assert isinstance(chart, Chart)
    assert isinstance(table, TableBlock)
    return chart, table


def rows_of(table: TableBlock) -> list[list[str]]:
    return [[cell.lines[0].text for cell in row] for row in table.rows]


def test_weeks_are_counted_from_the_first_sick_day() -> None:
    chart, _table = chart_of(answer())
    assert [bar.label for bar in chart.bars] == ["7", "8", "9", "10", "11", "12", "13"]
    assert [bar.below for bar in chart.bars][:2] == ["16-02", "23-02"]
    assert [bar.planned for bar in chart.bars] == [Decimal(9)] * 3 + [Decimal(20)] * 4
    assert all(bar.worked is None for bar in chart.bars)


def test_before_work_starts_the_table_tells_the_phases() -> None:
    _chart, table = chart_of(answer())
    assert rows_of(table) == [
        ["1", "18-02-2026", "08-03-2026", "9,00", "9,00"],
        ["2", "09-03-2026", "05-04-2026", "20,00", "niet genoemd"],
    ]
    assert table.note == (
        "Advies van 10-02-2026. In een week waarin een fase begint of eindigt, staan de uren van een hele week. "
        "Evaluatie op 06-03-2026."
    )


def test_with_worked_hours_the_table_tells_every_week() -> None:
    chart, table = chart_of(answer(worked=[{"week": "2026-02-16", "uren": "6"}, {"week": "2026-02-23", "uren": "0"}]))
    assert rows_of(table)[:3] == [
        ["7", "16-02-2026", "9,00", "6,00", "9,00"],
        ["8", "23-02-2026", "9,00", "0,00", "9,00"],
        ["9", "02-03-2026", "9,00", "niet ingevuld", "9,00"],
    ]
    assert [cell.lines[0].text for cell in table.total] == ["Totaal", "", "107,00", "6,00", ""]
    assert "Week 7: afgesproken 9, gewerkt 6." in chart.alt
    assert "Week 8: afgesproken 9, gewerkt 0." in chart.alt
    assert chart.key.worked == "gewerkte uren"


def test_a_week_takes_the_phase_with_most_working_days() -> None:
    phases = [
        {"van": "2026-03-02", "tot": "2026-03-12", "uren": "10"},
        {"van": "2026-03-13", "tot": "2026-03-22", "uren": "20"},
    ]
    chart, _table = chart_of(answer(phases=phases, ceilings=[], evaluations=[]))
    assert [bar.planned for bar in chart.bars] == [Decimal(10), Decimal(10), Decimal(20)]


def test_a_week_in_which_a_phase_begins_halfway_counts_its_own_days() -> None:
    value = answer(
        planned=[{"week": "2026-02-16", "uren": "3"}, {"week": "2026-02-23", "uren": "9"}],
        worked=[{"week": "2026-02-16", "uren": "3"}],
        phases=[{"van": "2026-02-18", "tot": "2026-03-01", "uren": "9"}],
        ceilings=[],
        evaluations=[],
    )
    chart, table = chart_of(value)
    assert [bar.planned for bar in chart.bars] == [Decimal(3), Decimal(9)]
    assert rows_of(table)[0] == ["7", "16-02-2026", "3,00", "3,00", "niet genoemd"]
    assert [cell.lines[0].text for cell in table.total] == ["Totaal", "", "12,00", "3,00", ""]
    assert "tellen alleen de dagen van die fase" in table.note
    _chart, table = chart_of({**value, "planned": []})
    assert "staan de uren van een hele week" in table.note


def test_every_level_is_named_and_every_low_bar_has_its_figure() -> None:
    levels = (("2026-02-16", "2026-03-08", "4"), ("2026-03-09", "2026-03-29", "8"), ("2026-03-30", "2026-05-31", "12"))
    rows = [{"van": first, "tot": last, "uren": hours} for first, last, hours in levels]
    value = answer(phases=rows, ceilings=[{**row, "advies": "2026-02-10"} for row in rows], evaluations=["2026-05-29"])
    text = all_words(render(paper(field("o", "Opbouw", "chart_hours", value))))
    assert "4 uur" in text
    assert "8 uur" in text
    assert "advies: hoogstens 12 uur" in text
    assert "4 4 4" in text


def test_open_ends_ceilings_and_marks_stay_on_the_chart() -> None:
    value = answer(
        phases=[{"van": "2026-03-02", "tot": None, "uren": "12"}],
        ceilings=[{"van": "2026-02-02", "tot": None, "uren": "16", "advies": None}],
        evaluations=["2026-03-27"],
    )
    chart, table = chart_of(value)
    assert chart.ceilings[0].first == 0
    assert chart.ceilings[0].last == len(chart.bars) - 1
    assert chart.bars[0].planned is None
    assert "Advies vanaf 02-02-2026: hoogstens 16 uur." in chart.alt
    assert rows_of(table) == [["1", "02-03-2026", "nog niet bekend", "12,00", "16,00"]]
    assert table.note == "Evaluatie op 27-03-2026."
    assert 0 <= chart.marks[0].position <= len(chart.bars)


def test_more_than_half_a_year_labels_every_second_week() -> None:
    chart, _table = chart_of(answer(phases=[{"van": "2026-03-02", "tot": "2026-10-04", "uren": "12"}], ceilings=[]))
    assert len(chart.bars) == 31
    assert chart.label_every == 2


def test_more_than_a_year_has_a_bar_for_each_month() -> None:
    start = date(2026, 1, 5)
    worked = [{"week": (start + timedelta(weeks=week)).isoformat(), "uren": str(week % 5 + 10)} for week in range(104)]
    value = answer(
        phases=[{"van": "2026-01-05", "tot": "2027-12-31", "uren": "20"}],
        ceilings=[{"van": "2026-01-05", "tot": "2026-12-31", "uren": "24"}],
        worked=worked,
        evaluations=[(start + timedelta(weeks=6 * number)).isoformat() for number in range(1, 17)],
    )
    chart, table = chart_of(value)
    assert len(chart.bars) == 24
    assert chart.bars[0].label == "jan"
    assert chart.bars[0].below == "2026"
    assert chart.bars[0].worked == Decimal("11.5")
    assert "gemiddeld per maand" in chart.axis
    assert len(table.rows) == 24
    assert all(not mark.label.startswith("evaluatie") for mark in chart.marks)
    texts = pages_text(render(paper(field("o", "Opbouw", "chart_hours", value))))
    assert len(texts) <= 2


def test_without_first_day_the_calendar_week_counts() -> None:
    chart, _table = chart_of(answer(eerste_ziektedag=None, contract=None))
    assert chart.bars[0].label == "8"
    assert chart.contract is None
    assert chart.top == Decimal(20)


def test_nothing_planned_and_nothing_worked_is_an_empty_field() -> None:
    document = build(paper(field("o", "Opbouw", "chart_hours", {"contract": "38", "phases": []})))
    (block,) = document.sections[0].blocks
    assert isinstance(block, FieldBlock)
    assert "Niet ingevuld" in all_words(render(paper(field("o", "Opbouw", "chart_hours", {"contract": "38"}))))


def test_chart_draws_values_advice_and_contract_in_black_and_white() -> None:
    value = answer(worked=[{"week": "2026-02-16", "uren": "1"}, {"week": "2026-03-09", "uren": "21.25"}])
    data = render(paper(field("o", "Opbouw", "chart_hours", value)))
    text = all_words(data)
    for part in ("contract: 38 uur", "advies: hoogstens 9 uur", "evaluatie 06-03", "afgesproken uren", "gewerkte uren"):
        assert part in text
    drawn = list(operators(data))
    assert any(name == "d" and [float(value) for value in operands[0]] == [2.0, 2.4] for operands, name in drawn)
    assert sum(name == "f" for _operands, name in drawn) >= 3


def test_advice_above_contract_and_tiny_contract_fit_the_axis() -> None:
    value = answer(contract="8", ceilings=[{"van": "2026-02-16", "tot": "2026-03-08", "uren": "45", "advies": None}])
    chart, _table = chart_of(value)
    assert chart.top == Decimal(45)
    assert "advies: hoogstens 45 uur" in all_words(render(paper(field("o", "Opbouw", "chart_hours", value))))


def long_year(**more: Any) -> dict[str, Any]:
    """Return a schedule of thirty weeks, of which two are no like the others."""
    weeks = [date(2026, 2, 16) + timedelta(weeks=number) for number in range(30)]
    worked = [{"week": week.isoformat(), "uren": "9"} for week in weeks[:28]]
    worked[10]["uren"] = "4"
    phases = [{"van": "2026-02-16", "tot": "2026-09-13", "uren": "9"}]
    return answer(phases=phases, ceilings=[], worked=worked, evaluations=[], **more)


def test_many_weeks_with_the_same_hours_share_a_line_and_the_total_counts_each() -> None:
    _chart, table = chart_of(long_year())
    assert rows_of(table) == [
        ["7–16", "16-02-2026 t/m 20-04-2026", "9,00", "9,00", "niet genoemd"],
        ["17", "27-04-2026", "9,00", "4,00", "niet genoemd"],
        ["18–34", "04-05-2026 t/m 24-08-2026", "9,00", "9,00", "niet genoemd"],
        ["35–36", "31-08-2026 t/m 07-09-2026", "9,00", "niet ingevuld", "niet genoemd"],
    ]
    assert [cell.lines[0].text for cell in table.total if cell.lines][2:4] == ["270,00", "247,00"]
    assert "Weken na elkaar met dezelfde uren staan op één regel." in table.note


def test_a_week_that_is_left_out_ends_a_line() -> None:
    value = long_year()
    value["phases"] = [
        {"van": "2026-02-16", "tot": "2026-05-31", "uren": "9"},
        {"van": "2026-06-08", "tot": "2026-09-20", "uren": "9"},
    ]
    value["worked"] = [row for row in value["worked"] if row["week"] != "2026-06-01"]
    _chart, table = chart_of(value)
    assert [row[0] for row in rows_of(table)] == ["7–16", "17", "18–21", "23–34", "35–37"]


def test_the_days_of_many_evaluations_are_marks_alone() -> None:
    days = [(date(2026, 2, 18) + timedelta(weeks=3 * number)).isoformat() for number in range(9)]
    chart, table = chart_of(long_year() | {"evaluations": days})
    assert {mark.label for mark in chart.marks} == {""}
    assert "18-02-2026" in table.note and "Evaluatie op 18-02-2026" in chart.alt
    chart, _table = chart_of(long_year() | {"evaluations": days[:8]})
    assert [mark.label for mark in chart.marks][:2] == ["18-02", "11-03"]
