"""The wage of a case of the file: computed from papers, records and answers, and told in words."""

import shutil
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from reintegratie_desktop.domain.wage.facts import Per
from reintegratie_desktop.services.costs import cost_view
from reintegratie_desktop.services.costs_views import FigureKey
from reintegratie_desktop.services.examples import EXAMPLE_PASSWORD
from reintegratie_desktop.services.listing import document_kinds
from reintegratie_desktop.services.wage_case import has_wage, input_of, is_begun, wage_of
from reintegratie_desktop.services.wage_changes import changes_of
from reintegratie_desktop.services.wage_hours import weeks_in_words
from reintegratie_desktop.services.wage_view import month_in_words, view_of, wage_view
from reintegratie_desktop.services.wage_views import WageRow, WageView
from reintegratie_desktop.services.wage_words import OF_AMOUNTS, OF_NOTES, OF_TOTALS, WORDS, meaning
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.store.keys import key_file_for
from reintegratie_desktop.text.errors import KnownError
from tests.example_file import example_file
from tests.services.desks import Calendar, add_employee, finish, make_desk, report_sick

TODAY = date(2026, 11, 23)
FIRST = date(2026, 3, 2)


def rate(amount: str = "3000.00", per: str = "maand", since: str = "2019-02-01", **more: Any) -> dict[str, Any]:
    return {"van": since, "bedrag": amount, "per": per, **more}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("loon") / "voorbeeld.reintegratie"
    example_file(path, Calendar(TODAY)).close()
    return path


@pytest.fixture
def examples(made: Path, tmp_path: Path) -> Iterator[Workspace]:
    path = tmp_path / made.name
    shutil.copy(made, path)
    shutil.copy(key_file_for(made), key_file_for(path))
    desk = Workspace.open(path, EXAMPLE_PASSWORD, Calendar(TODAY))
    yield desk
    desk.close()


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(FIRST)


@pytest.fixture
def desk(tmp_path: Path, calendar: Calendar) -> Iterator[Workspace]:
    found = make_desk(tmp_path, calendar)
    yield found
    found.close()


@pytest.fixture
def case_id(desk: Workspace, calendar: Calendar) -> str:
    """A case of someone with 40 hours who has been away since 2 March 2026; today it is 23 November."""
    found = report_sick(desk, add_employee(desk), FIRST)
    calendar.go_to(TODAY)
    return found


def fill_in(desk: Workspace, case_id: str, **answers: Any) -> None:
    session = desk.open_form("loongegevens", case_id)
    session.answer({"loon": [rate()], "gewerkt_bron": "niet", **answers})
    finish(session)


def petra(desk: Workspace) -> str:
    """Example C: two years, work in the company from week 9."""
    (case,) = [case for case in desk.store.cases.all() if desk.employee(case.werknemer_id)["achternaam"] == "Lammers"]
    return case.id


def identities(view: WageView) -> None:
    """What must be right to the cent in whatever is shown."""
    for row in (*view.rows, *view.totals):
        assert row.continued + row.holiday + row.for_work - row.off == row.due
        counted = sum((step.amount for step in row.steps if step.counts), Decimal("0.00"))
        if not row.is_blank:
            assert counted == row.due
            assert row.steps[-1].amount == row.due
    for total in view.totals:
        months = [row for row in view.rows if row.year == total.year]
        assert sum(row.due for row in months) == total.due
        assert sum(row.continued for row in months) == total.continued
        assert sum(row.holiday for row in months) == total.holiday
    assert sum(total.due for total in view.totals) == view.total.te_betalen


# --- example C ------------------------------------------------------------------------------------------------------


def test_the_example_of_two_years_shows_a_full_result(examples: Workspace) -> None:
    view = wage_view(examples, petra(examples))
    assert view.is_complete
    assert view.missing == ()
    assert view.years == (2024, 2025, 2026)
    assert len(view.rows) == 24
    assert (view.begins, view.wage_until) == (date(2024, 12, 2), date(2026, 11, 29))
    assert view.current == "2026-11"
    assert view.is_running
    identities(view)
    # The first year 100 %, by the hand: 2,380.00 until the raise of 1 July 2025.
    assert view.row("2025-03").due == Decimal("2380.00")
    assert view.row("2025-09").due == Decimal("2450.00")
    # The second year: 8 of 36 hours at 100 %, the rest at 70 %: 2,450.00 x (8 + 28 x 0.7) / 36 = 1,878.33.
    assert view.row("2026-04").due == Decimal("1878.33")
    assert view.row("2026-04").for_work == Decimal("544.44")
    assert [rule.agreed for rule in view.rules] == ["Afgesproken: 100%.", ""]
    assert [rule.is_now for rule in view.rules] == [False, True]
    assert view.rules[0].period == "02-12-2024 tot en met 30-11-2025"
    assert view.rules[1].period == "01-12-2025 tot en met 29-11-2026"


def test_the_example_explains_each_step_with_article_and_source(examples: Workspace) -> None:
    row = wage_view(examples, petra(examples)).row("2025-03")
    labels = [step.label for step in row.steps]
    assert labels == [
        "Gewoon loon over deze dagen",
        "Deel dat de wet vraagt",
        "Erbij tot het minimumloon",
        "Erbij volgens cao of contract",
        "Loon voor gewerkte uren",
        "Te betalen",
    ]
    assert row.steps[1].source == "BW 7:629 lid 1"
    assert "17 werkdagen, 153 uur." in row.steps[0].detail
    assert [line.name for line in row.amounts][:1] == [
        "Deel van het loon dat de wet bij ziekte minstens vraagt, vanaf 01-01-2012"
    ]
    assert all(line.source and line.checked.startswith("Nagekeken op 21-11-2026.") for line in row.amounts)
    assert any(line.value == "€\u00a014,06 per uur" for line in row.amounts)
    assert [week.title for week in row.weeks] == [
        "Week 9, 24 feb t/m 2 mrt",
        "Week 10, 3 mrt t/m 9 mrt",
        "Week 11, 10 mrt t/m 16 mrt",
        "Week 12, 17 mrt t/m 23 mrt",
        "Week 13, 24 mrt t/m 30 mrt",
        "Week 14, 31 mrt t/m 6 apr",
    ]
    assert all(week.amount is not None for week in row.weeks)


def test_the_example_says_where_the_law_is_disputed(examples: Workspace) -> None:
    notes = {note.id: note for note in wage_view(examples, petra(examples)).notes}
    assert notes["gewerkte_uren_omstreden"].is_disputed
    assert not notes["vakantiebijslag"].is_disputed
    assert all("'" not in note.text for note in notes.values())


def test_the_journal_says_that_it_was_kept_and_not_what(examples: Workspace) -> None:
    lines = [line.description for line in examples.case(petra(examples)).journal]
    assert lines.count("Loongegevens bewaard") == 2
    assert not any("2380" in line or "2450" in line for line in lines)
    assert "loongegevens" not in [kind["soort"] for kind in document_kinds()]


# --- a case of its own ----------------------------------------------------------------------------------------------


def test_before_it_is_filled_in_there_is_no_wage(desk: Workspace, case_id: str) -> None:
    assert not has_wage(desk, case_id)
    assert not is_begun(desk, case_id)
    session = desk.open_form("loongegevens", case_id)
    session.answer({"loon": [rate()]})
    session.save()
    assert is_begun(desk, case_id)
    assert not has_wage(desk, case_id)
    finish(session)
    assert has_wage(desk, case_id)
    assert not is_begun(desk, case_id)


def test_what_the_records_know_is_carried_over(desk: Workspace, case_id: str) -> None:
    session = desk.open_form("loongegevens", case_id)
    assert session.answers["werkpatroon"] == ["8", "8", "8", "8", "8", "0", "0"]
    assert session.answers["geboortedatum"] == "1988-04-21"
    assert session.answers["cao_weken"][0] == {"van_week": "1", "tot_en_met_week": "52", "percentage": "100"}
    assert session.full_answers().get("loon") is None


def test_a_corrected_birth_date_counts_at_once(desk: Workspace, case_id: str) -> None:
    fill_in(desk, case_id)
    employee = desk.store.cases.get(case_id).werknemer_id
    session = desk.open_form("werknemer", employee_id=employee)
    session.answer({"geboortedatum": "1989-04-21"})
    session.finish()
    assert input_of(desk, case_id)["geboortedatum"] == "1989-04-21"
    assert desk.open_form("loongegevens", case_id).answers["geboortedatum"] == "1989-04-21"


def test_months_that_cannot_be_computed_say_what_misses_and_where(desk: Workspace, case_id: str) -> None:
    fill_in(desk, case_id, cao_vorm="wet")
    view = wage_view(desk, case_id)
    assert not view.is_complete
    assert view.computed_until == date(2026, 12, 31)
    assert view.missing[0].sentence.startswith("Het maximumdagloon van 01-01-2027 tot en met 30-06-2027")
    assert "“Eigen bedragen”, vanaf 01-01-2027 en met de bron" in view.missing[0].way_out
    blank, later = view.row("2027-02"), view.row("2026-12")
    assert (blank.is_blank, blank.steps, blank.state) == (True, (), "nog niet berekend")
    assert (later.is_blank, later.state, later.is_later) == (False, "verwacht", True)
    assert view.row("2026-11").state == ""
    assert view.row("2028").is_blank
    assert view.row("2027").state == "deels berekend"
    assert view.row("2026-12").weeks[-1].amount is not None
    assert blank.weeks[0].amount is None
    identities(view)


def test_an_amount_of_the_user_fills_the_gap(desk: Workspace, case_id: str) -> None:
    own = [
        {"bedrag": kind, "van": "2027-01-01", "waarde": amount, "bron": "Rijksoverheid"}
        for kind, amount in (("minimumuurloon", "15.30"), ("maximumdagloon", "315.00"))
    ]
    fill_in(desk, case_id, eigen_bedragen=own, reken_tot_en_met="2027-06-30")
    view = wage_view(desk, case_id)
    assert view.is_complete
    assert any(line.checked == "Zelf ingevuld." and line.source == "Rijksoverheid" for line in view.amounts)
    identities(view)


def test_a_part_of_a_month_is_called_that(desk: Workspace, case_id: str) -> None:
    own = [{"bedrag": "maximumdagloon", "van": "2027-03-15", "waarde": "315.00", "bron": "UWV"}]
    fill_in(desk, case_id, cao_vorm="wet", eigen_bedragen=own)
    view = wage_view(desk, case_id)
    assert [view.row(key).state for key in ("2027-02", "2027-03", "2027-04")] == [
        "nog niet berekend",
        "deels berekend",
        "verwacht",
    ]


def test_the_scale_of_the_young_that_misses_asks_for_the_age(desk: Workspace, calendar: Calendar) -> None:
    calendar.go_to(date(2023, 10, 2))
    case_id = report_sick(desk, add_employee(desk, geboortedatum="2004-06-01"), date(2023, 10, 2))
    calendar.go_to(date(2023, 11, 1))
    fill_in(desk, case_id, bbl=True, voltijd_uren_per_week="40", loon=[rate("1000.00")], cao_vorm="wet")
    assert "met de leeftijd en de bron" in wage_view(desk, case_id).missing[0].way_out


def test_a_full_working_week_that_misses_is_asked_by_name(desk: Workspace, calendar: Calendar) -> None:
    calendar.go_to(date(2023, 10, 2))
    case_id = report_sick(desk, add_employee(desk), date(2023, 10, 2))
    calendar.go_to(date(2023, 11, 1))
    fill_in(desk, case_id, voltijd_uren_per_week="40", loon=[rate("2500.00")])
    kept = desk.case_record(case_id, "loongegevens")
    desk.keep_case_record(case_id, "loongegevens", {k: v for k, v in kept.items() if k != "voltijd_uren_per_week"})
    assert wage_view(desk, case_id).missing[0].way_out.startswith("Vul ze in bij de loongegevens")


def test_everything_that_comes_off_is_a_step(desk: Workspace, case_id: str) -> None:
    fill_in(
        desk,
        case_id,
        wachtdagen="2",
        cao_vorm="weken",
        cao_weken=[{"van_week": "1", "tot_en_met_week": "20", "percentage": "90"}, {"van_week": "21"}],
        uitkeringen=[{"van": "2026-04-01", "tot_en_met": "2026-04-30", "bedrag": "200.00", "per": "maand"}],
        andere_inkomsten=[{"van": "2026-05-01", "tot_en_met": "2026-05-31", "bedrag": "150.00", "per": "periode"}],
        opschorting=[{"van": "2026-07-06", "opgeheven_per": "2026-08-03", "grond": "spreekuur_gemist"}],
        loonstop=[{"van": "2026-09-07", "tot_en_met": "2026-09-13", "grond": "passende_arbeid_geweigerd"}],
    )
    view = wage_view(desk, case_id)
    identities(view)

    def labels(key: str) -> list[str]:
        return [step.label for step in view.row(key).steps]

    assert "Wachtdagen" in labels("2026-03")
    assert view.row("2026-04").off == Decimal("200.00")
    assert "Uitkering" in labels("2026-04")
    assert "Loon van een ander" in labels("2026-05")
    assert labels("2026-07")[-3:] == ["Verschuldigd", "Opgeschort", "Te betalen"]
    assert labels("2026-08")[-3:] == ["Verschuldigd", "Alsnog betaald", "Te betalen"]
    assert "Loonstop" in labels("2026-09")
    held, stopped = view.measures
    assert (held.title, held.period) == (
        "Opschorting",
        "06-07-2026 tot en met 02-08-2026, alsnog betaald per 03-08-2026",
    )
    assert stopped.source == "BW 7:629 lid 3"
    assert view.rules[0].agreed == "Afgesproken: 90% in week 1 tot en met 20."
    found = wage_of(desk, case_id)
    told = {line.title: line for line in changes_of(found, view)}
    assert told["maart 2026"].why[0] == "Begint op 02-03-2026"
    assert any(why.startswith("Uitkering eraf: €\u00a0200,00") for why in told["april 2026"].why)
    assert "Andere afspraak vanaf 20-07-2026" in told["juli 2026"].why
    assert any(why.startswith("Loonstop") for why in told["september 2026"].why)


def test_a_suspension_that_goes_on_has_no_last_day(desk: Workspace, case_id: str) -> None:
    fill_in(desk, case_id, opschorting=[{"van": "2026-11-02", "grond": "spreekuur_gemist"}])
    (line,) = wage_view(desk, case_id).measures
    assert line.period == "vanaf 02-11-2026"


def test_an_agreement_between_days_is_told_with_its_days(desk: Workspace, case_id: str) -> None:
    rules = [
        {"van": "2026-03-02", "tot_en_met": "2026-06-30", "percentage": "100"},
        {"van": "2027-03-01", "percentage": "80"},
    ]
    fill_in(desk, case_id, cao_vorm="dagen", cao_dagen=rules)
    found = wage_of(desk, case_id)
    view = view_of(desk, case_id, found)
    assert [rule.agreed for rule in view.rules] == [
        "Afgesproken: 100% van 02-03-2026 tot en met 30-06-2026.",
        "Afgesproken: 80%.",
    ]
    told = {line.title: line.why for line in changes_of(found, view)}
    assert "Andere afspraak vanaf 01-07-2026" in told["juli 2026"]


def test_a_high_wage_counts_up_to_the_maximum(desk: Workspace, case_id: str) -> None:
    fill_in(desk, case_id, cao_vorm="wet", loon=[rate("9000.00"), rate("9100.00", since="2026-09-01")])
    found = wage_of(desk, case_id)
    view = view_of(desk, case_id, found)
    row = view.row("2026-08")
    assert [step.label for step in row.steps][:3] == [
        "Gewoon loon over deze dagen",
        "Loon dat telt voor de wet",
        "Deel dat de wet vraagt",
    ]
    assert not row.steps[1].counts
    assert row.due == Decimal("4718.38")  # 21.75 x 309.91 x 70 %
    assert next(note for note in view.notes if note.id == "boven_maximum").is_disputed
    identities(view)
    told = {line.title: line.why for line in changes_of(found, view)}
    assert told["juli 2026"] == ("Nieuw bedrag: Maximumdagloon, vanaf 01-07-2026",)
    # The raise lies above the maximum: nothing changes for the payroll.
    assert "september 2026" not in [line.title for line in changes_of(found, view)]


def test_a_wage_by_the_hour_changes_with_the_working_days(desk: Workspace, case_id: str) -> None:
    fill_in(desk, case_id, loon=[rate("20.00", "uur"), rate("21.00", "uur", "2026-06-01")])
    found = wage_of(desk, case_id)
    view = view_of(desk, case_id, found)
    told = {line.title: line.why for line in changes_of(found, view)}
    assert "Nieuw loon vanaf 01-06-2026: €\u00a021,00 per uur" in told["juni 2026"]
    assert told["augustus 2026"]
    assert [row.due for row in view.rows[:2]] == [Decimal("3520.00"), Decimal("3520.00")]
    identities(view)


def test_a_month_with_other_days_only_says_so(desk: Workspace, case_id: str) -> None:
    fill_in(desk, case_id, cao_vorm="wet", loon=[rate("40.00", "uur")])
    found = wage_of(desk, case_id)
    view = view_of(desk, case_id, found)
    whys = [line.why for line in changes_of(found, view)[1:]]
    assert ("Andere werkdagen of uren",) in whys


def test_a_birthday_moves_the_minimum(desk: Workspace, calendar: Calendar) -> None:
    calendar.go_to(FIRST)
    case_id = report_sick(desk, add_employee(desk, personeelsnr="73", geboortedatum="2008-05-20"), FIRST)
    calendar.go_to(TODAY)
    fill_in(desk, case_id, cao_vorm="wet", bbl=False, loon=[rate("1400.00")])
    found = wage_of(desk, case_id)
    view = view_of(desk, case_id, found)
    told = {line.title: line.why for line in changes_of(found, view)}
    assert told["mei 2026"] == ("Andere leeftijd voor het minimumloon",)
    assert any(why.startswith("Nieuw bedrag: Minimumuurloon") for why in told["juli 2026"])
    identities(view)


def test_recovery_ends_the_wage_and_the_last_month_stands_for_now(
    desk: Workspace, calendar: Calendar, case_id: str
) -> None:
    fill_in(desk, case_id)
    case = desk.store.cases.get(case_id)
    desk.store.cases.close(case.id, date(2026, 5, 11), desk.clock())
    calendar.go_to(date(2026, 11, 23))
    view = wage_view(desk, case_id)
    assert view.wage_until == date(2026, 5, 10)
    assert view.current == "2026-05"
    assert not view.is_running
    assert len(view.rules) == 1
    assert view.this_row.title == "mei 2026"


def test_a_relapse_counts_on_and_the_days_between_are_paid_in_full(
    desk: Workspace, calendar: Calendar, case_id: str
) -> None:
    desk.store.cases.close(case_id, date(2026, 5, 11), desk.clock())
    employee = desk.store.cases.get(case_id).werknemer_id
    calendar.go_to(date(2026, 5, 25))
    again = report_sick(desk, employee, date(2026, 5, 25))
    calendar.go_to(TODAY)
    fill_in(desk, again, cao_vorm="wet", loon=[rate("4000.00")])
    found = wage_of(desk, again)
    assert found.case.van == FIRST
    view = view_of(desk, again, found)
    may = view.row("2026-05")
    assert "Loon in dagen van herstel" in [step.label for step in may.steps]
    identities(view)


def test_hours_of_both_schedules_of_a_relapse_count(examples: Workspace) -> None:
    """The weeks of the schedule are those of the case: none before it, none after its last day."""
    data = input_of(examples, petra(examples))
    rows = data["gewerkt"]
    assert rows[0]["van"] == "2025-01-27"
    assert rows[-1]["tot_en_met"] == "2026-11-15"
    assert all(earlier["tot_en_met"] < later["van"] for earlier, later in pairwise(rows))
    assert {row["betaling"] for row in rows} == {"volledig"}


def test_the_end_of_the_contract_cuts_the_weeks(desk: Workspace, calendar: Calendar) -> None:
    employee = add_employee(desk, personeelsnr="72", contractsoort="bepaalde_tijd", einddatum="2026-04-30")
    case_id = report_sick(desk, employee, FIRST)
    calendar.go_to(date(2026, 5, 4))
    fill_in(desk, case_id, gewerkt_bron="weekstaat")
    assert wage_view(desk, case_id).wage_until == date(2026, 4, 30)


def test_facts_that_came_to_fight_are_told_in_the_words_of_the_form(desk: Workspace, case_id: str) -> None:
    fill_in(desk, case_id, uitkeringen=[{"van": "2026-10-01", "bedrag": "100.00", "per": "maand"}])
    desk.store.cases.close(case_id, date(2026, 5, 11), desk.clock())
    with pytest.raises(KnownError) as refused:
        wage_view(desk, case_id)
    assert refused.value.message.startswith("“Uitkering voor dit werk” valt op geen enkele dag")
    assert refused.value.next_step == "Kijk de datums na, of haal deze periode weg."


def test_months_have_their_name() -> None:
    assert month_in_words(date(2026, 11, 23)) == "november 2026"


def test_rows_of_a_year_end_with_their_sum(examples: Workspace) -> None:
    view = wage_view(examples, petra(examples))
    rows = view.rows_of(2025)
    assert len(rows) == 13
    assert rows[-1].is_total
    assert isinstance(rows[0], WageRow)
    assert rows[-1].columns.uren == sum(row.columns.uren for row in rows[:-1])
    assert rows[-1].steps[0].detail == "1.881 uur."


# --- hours nobody wrote down yet ------------------------------------------------------------------------------------


def test_the_amount_says_which_weeks_have_no_hours_yet(examples: Workspace) -> None:
    view = wage_view(examples, petra(examples))
    assert view.this_row.open_hours == "nog zonder uren van week 47 en 48"
    assert view.row("2026-10").open_hours == ""
    assert view.row("2026").open_hours == "nog zonder uren van week 47 en 48"
    assert "weekstaat_tot" not in [note.id for note in view.notes]


def test_weeks_are_missed_only_where_the_hours_come_from_the_weekstaat(examples: Workspace) -> None:
    case_id = petra(examples)
    kept = examples.case_record(case_id, "loongegevens")
    examples.keep_case_record(case_id, "loongegevens", {**kept, "gewerkt_bron": "niet"})
    assert wage_of(examples, case_id).without_hours == ()
    assert wage_view(examples, case_id).this_row.open_hours == ""


def test_a_week_of_vakantie_needs_no_hours_and_a_later_period_only_waits(examples: Workspace) -> None:
    case_id = petra(examples)
    kept = examples.case_record(case_id, "loongegevens")
    holiday = [{"van": "2026-11-16", "tot_en_met": "2026-11-22"}]
    examples.keep_case_record(case_id, "loongegevens", {**kept, "vakantie": holiday, "betaalperiode": "week"})
    view = wage_view(examples, case_id)
    assert view.row("2026-47").open_hours == ""
    assert "Vakantie" in [step.label for step in view.row("2026-47").steps]
    assert view.row("2026-48").open_hours == "nog zonder uren van week 48"
    examples.clock.go_to(date(2026, 11, 15))  # type: ignore[attr-defined]
    view = wage_view(examples, case_id)
    assert (view.row("2026-48").open_hours, view.row("2026-48").state) == ("", "verwacht")


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (["2026-11-16"], "week 47"),
        (["2026-11-16", "2026-11-23"], "week 47 en 48"),
        (["2026-11-16", "2026-11-23", "2026-11-30"], "week 47 tot en met 49"),
        (["2026-10-05", "2026-11-16"], "week 41 en 47"),
        (["2026-09-07", "2026-10-05", "2026-11-16", "2026-11-23"], "week 37, 41 en 47 en 48"),
        (["2026-12-28", "2027-01-04"], "week 53 en 1"),
        (["2026-08-03", "2026-08-17", "2026-08-31", "2026-09-14"], "4 weken"),
    ],
)
def test_weeks_are_said_by_their_number(days: list[str], words: str) -> None:
    assert weeks_in_words([date.fromisoformat(day) for day in days]) == words


# --- pay per week, per four weeks, other hours, vakantie ------------------------------------------------------------


def test_pay_per_week_is_shown_per_week_by_the_quarter(desk: Workspace, case_id: str) -> None:
    own = {"van": "2026-09-02", "uren_per_dag": ["8", "8", "8", "8", "0", "0", "0"]}
    holiday = [{"van": "2026-07-20", "tot_en_met": "2026-07-31"}]
    fill_in(desk, case_id, loon=[rate("900.00", "week")], werkpatroon_wijzigingen=[own], vakantie=holiday)
    found = wage_of(desk, case_id)
    view = view_of(desk, case_id, found)
    identities(view)
    assert view.pay is Per.WEEK
    here = view.this_row
    assert (here.key, here.title, here.short, here.days) == (
        "2026-48", "week 48 van 2026", "week 48", "23 nov t/m 29 nov",
    )  # fmt: skip
    assert here.weeks == ()
    assert view.parts_of(2026) == (0, 1, 2, 3)
    assert view.part_of(here) == 3
    assert [row.key for row in view.rows_of(2026, 3)][-2:] == ["2026-53", "2026"]
    assert view.row("2026").title == "Samen, weken van 2026"
    assert view.total == found.case.totaal_weken
    free = view.row("2026-30")
    assert (free.continued, free.holiday) == (Decimal("0.00"), Decimal("900.00"))
    # The wage of a week stays what it is, also in the week in which the days change.
    assert view.row("2026-36").columns.eigen_loon == Decimal("900.00")
    assert {line.title for line in changes_of(found, view)} <= {row.title for row in view.rows}


def test_pay_per_four_weeks_is_shown_by_its_own_periods(desk: Workspace, case_id: str) -> None:
    holiday = [{"van": "2026-08-03", "tot_en_met": "2026-08-14"}]
    fill_in(
        desk, case_id, cao_vorm="wet", loon=[rate("2800.00", "vier_weken")], vier_weken_vanaf="2025-12-29",
        vakantie=holiday,
    )  # fmt: skip
    found = wage_of(desk, case_id)
    view = view_of(desk, case_id, found)
    identities(view)
    assert view.pay is Per.VIER_WEKEN
    assert (view.this_row.title, view.this_row.days) == ("periode 12 van 2026", "2 nov t/m 29 nov")
    assert view.this_row.weeks[0].title == "Week 45, 2 nov t/m 8 nov"
    assert view.parts_of(2026) == (0,)
    assert view.total == found.case.totaal_vier_weken
    vakantie = next(step for step in view.row("2026-08").steps if step.label == "Vakantie")
    assert vakantie.amount == Decimal("700.00")
    assert vakantie.detail == "5 werkdagen vakantie. Tijdens vakantie betaal je het hele loon."
    assert vakantie.source == "BW 7:639 lid 1"
    year = next(step for step in view.row("2026").steps if step.label == "Vakantie")
    assert (year.amount, year.detail) == (Decimal("1400.00"), "Tijdens vakantie betaal je het hele loon.")
    told = {line.title: line.why for line in changes_of(found, view)}
    assert any(why.startswith("Vakantie: €\u00a0700,00, was €\u00a00,00") for why in told["periode 8 van 2026"])


def test_other_hours_are_a_reason_for_another_amount(desk: Workspace, case_id: str) -> None:
    own = {"van": "2026-09-01", "uren_per_dag": ["8", "8", "0", "0", "0", "0", "0"]}
    fill_in(desk, case_id, loon=[rate("25.00", "uur")], werkpatroon_wijzigingen=[own])
    found = wage_of(desk, case_id)
    told = {line.title: line.why for line in changes_of(found, view_of(desk, case_id, found))}
    assert "Andere uren vanaf 01-09-2026: 16 per week" in told["september 2026"]


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ((False, False), "Alle bedragen zijn bruto, zonder vakantiebijslag en zonder werkgeverslasten."),
        ((True, True), "Alle bedragen zijn bruto, met vakantiebijslag en zonder werkgeverslasten."),
        ((False, True), "Alle bedragen zijn bruto en zonder werkgeverslasten. De vakantiebijslag zit er alleen in als"),
    ],
)
def test_what_the_amounts_hold_is_said(desk: Workspace, case_id: str, inside: tuple[bool, bool], words: str) -> None:
    first, second = inside
    rates = [
        rate(vakantiebijslag_inbegrepen=first),
        rate("3100.00", since="2026-09-01", vakantiebijslag_inbegrepen=second),
    ]
    fill_in(desk, case_id, loon=rates, vakantiebijslag="elke_keer")
    view = wage_view(desk, case_id)
    assert view.holds.startswith(words)
    assert [word.split(":")[0] for word in view.holds_words] == ["Vakantiebijslag", "Werkgeverslasten"]


# --- hard words -----------------------------------------------------------------------------------------------------


def test_hard_words_are_explained_where_they_stand(desk: Workspace, case_id: str) -> None:
    fill_in(
        desk, case_id, cao_vorm="wet", loon=[rate("9000.00")], wachtdagen="1",
        opschorting=[{"van": "2026-11-02", "grond": "spreekuur_gemist"}],
    )  # fmt: skip
    view = wage_view(desk, case_id)
    notes = {note.id: note for note in view.notes}
    assert notes["wachtdagen"].words[0].startswith("Wachtdagen: ")
    assert notes["boven_maximum"].words[0].startswith("Dagloon: ")
    assert notes["vakantiebijslag"].words == ()
    assert view.measures[0].means.startswith("Opschorting: het loon tijdelijk niet betalen.")
    assert next(line for line in view.amounts if line.key == "maximumdagloon").words[0].startswith("Dagloon: ")


def test_every_explained_word_is_known() -> None:
    used = {word for words in (*OF_NOTES.values(), *OF_AMOUNTS.values(), OF_TOTALS) for word in words}
    assert used | {"opschorting", "loonstop"} == set(WORDS)
    assert all(len(sentence) < 110 and sentence.endswith(".") for sentence in WORDS.values())
    assert meaning(["loonstop", "loonstop"]) == (WORDS["loonstop"],)


def test_the_costs_say_the_same_weeks_at_the_sum_they_are_in(examples: Workspace) -> None:
    case_id = petra(examples)
    view = cost_view(examples, case_id)
    assert view.figure(FigureKey.NU).open_hours == ""
    assert view.figure(FigureKey.STRAKS).open_hours == "Nog zonder uren van week 47 en 48"
    assert view.figure(FigureKey.LOONSANCTIE).open_hours == ""
    examples.keep_case_record(case_id, "loongegevens", {"gewerkt_bron": "niet"})
    assert {figure.open_hours for figure in cost_view(examples, case_id).figures} == {""}
