"""The costs of a case in the file: what stands there is counted and put into words, for the page and on paper."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reintegratie_desktop.domain.costs.facts import Answer
from reintegratie_desktop.domain.costs.refunds import State
from reintegratie_desktop.services.costs import WAGE_FORM, cost_view
from reintegratie_desktop.services.costs_facts import FORM, cost_facts, known_of
from reintegratie_desktop.services.costs_paper import (
    costs_snapshot,
    file_name,
    note_printed,
    pdf,
    save_pdf,
)
from reintegratie_desktop.services.costs_views import CostView, FigureKey
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text.errors import KnownError
from tests.documents.reading import pages_text
from tests.services.desks import Calendar, add_employee, finish, make_desk, report_sick

FIRST = date(2026, 3, 2)
TODAY = date(2026, 11, 23)
WAGE: dict[str, Any] = {"loon": [{"van": "2020-01-01", "bedrag": "5000", "per": "maand"}], "cao_vorm": "wet"}
COSTS: dict[str, Any] = {
    "kosten": [
        {"soort": "arbodienst", "bedrag": "40", "per": "maand", "van": "2026-03-10"},
        {"soort": "spoor2", "bedrag": "3200", "per": "eenmalig", "van": "2027-04-12", "omschrijving": "De Stap"},
    ],
    "opslag": "10",
    "verwacht_jaar1": "3500",
    "verwacht_jaar2": "3000",
    "verzekering": "ja",
    "terug": [{"soort": "verzekering", "bedrag": "1000", "per": "eenmalig", "van": "2026-09-01"}],
}


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(FIRST)


@pytest.fixture
def desk(tmp_path: Path, calendar: Calendar) -> Workspace:
    return make_desk(tmp_path, calendar)


@pytest.fixture
def case_id(desk: Workspace, calendar: Calendar) -> str:
    found = report_sick(desk, add_employee(desk), FIRST)
    calendar.go_to(TODAY)
    return found


def keep(desk: Workspace, case_id: str, form: str, answers: dict[str, Any]) -> None:
    session = desk.open_form(form, case_id)
    session.answer(answers)
    finish(session)


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


def amounts(view: CostView) -> list[str]:
    return [plain(figure.amount) for figure in view.figures]


def test_without_wage_and_costs_the_page_is_empty(desk: Workspace, case_id: str) -> None:
    view = cost_view(desk, case_id)
    assert view.is_empty
    assert view.lines == view.back == ()
    assert view.week_104 == date(2028, 2, 27)
    assert [notice.form for notice in view.notices] == [WAGE_FORM]


def test_the_wage_alone_is_counted_as_far_as_it_is_known(desk: Workspace, case_id: str) -> None:
    keep(desk, case_id, WAGE_FORM, WAGE)
    view = cost_view(desk, case_id)
    # 8 x 3,500.00, 2 x 3,500.00, and 52 weeks at 3,500.00 a month (see the examples of the domain).
    assert amounts(view) == ["€ 28.000,00", "minstens € 7.000,00", "+ € 41.866,38"]
    assert plain(view.chart_title) == "Samen minstens € 35.000,00 tot en met 27 feb 2028"
    (gap,) = view.notices
    assert (gap.sentence, gap.form) == ("Vanaf 1 jan 2027 kennen we het loon nog niet.", FORM)
    now, later, sanction = view.figures
    assert now.sub == "Loon tot en met 31 okt 2026, het andere tot en met vandaag"
    assert plain(now.scope) == "Zonder werkgeverslasten en vakantiebijslag"
    assert "geen percentage" in now.words[-2]
    assert now.words[-1].startswith("Vakantiebijslag telt niet mee.")
    assert (later.scope, sanction.scope) == (now.scope, now.scope)
    assert plain(sanction.base) == "Als het loon blijft als in december 2026: € 3.500,00 per maand"
    assert view.question == "Wil je werkgeverslasten en vakantiebijslag laten meetellen?"
    assert later.words[0].startswith("Het loon van 1 jan 2027 tot en met 27 feb 2028 zit er niet in")
    assert plain(sanction.words[0]) == (
        "We rekenen met wat de wet minstens vraagt, zoals in december 2026: € 3.500,00 per maand."
    )
    assert sanction.source == ("WIA art. 25 lid 9; BW 7:629 lid 11 onder b; WML art. 15")
    assert [(line.name, line.is_total) for line in view.lines] == [("Loon bij ziekte", False), ("Samen", True)]


def test_everything_together(desk: Workspace, case_id: str) -> None:
    keep(desk, case_id, WAGE_FORM, WAGE)
    keep(desk, case_id, FORM, COSTS)
    view = cost_view(desk, case_id)
    assert view.notices == ()
    # Paid: 28,000.00 + 2,800.00 + 9 x 40.00.
    assert amounts(view)[0] == "€ 31.160,00"
    assert [line.name for line in view.lines] == [
        "Loon bij ziekte", "Werkgeverslasten", "Arbodienst en bedrijfsarts", "Spoor 2", "Samen",
    ]  # fmt: skip
    total = view.lines[-1]
    assert sum(line.together for line in view.lines[:-1]) == total.together
    assert (
        plain(view.figure(FigureKey.NU).words[1]) == "Daarvan kwam € 1.000,00 al terug. Dat is hier niet afgetrokken."
    )
    assert "jij verwacht" in view.figure(FigureKey.STRAKS).words[0]
    assert plain(view.figure(FigureKey.LOONSANCTIE).words[0]).endswith("dat jij verwacht: € 3.000,00.")
    assert plain(view.figure(FigureKey.LOONSANCTIE).sum[-1].value) == "€ 39.954,02"
    assert plain(view.figure(FigureKey.LOONSANCTIE).base) == "Als het loon € 3.000,00 per maand is, zoals jij verwacht"
    # A percentage of before this was asked still counts.
    assert plain(view.figure(FigureKey.NU).scope) == "Met 10% werkgeverslasten, zonder vakantiebijslag"
    assert view.question == "Wil je vakantiebijslag laten meetellen?"
    insurance = view.refund("verzekering")
    assert (insurance.state, plain(insurance.received), insurance.amount) == (State.KAN, "€ 1.000,00 ontvangen", "")
    (back,) = view.back
    assert (back.name, back.together) == ("Verzuimverzekering", 1000)


@pytest.mark.parametrize(
    ("chosen", "in_wage", "scope", "question", "paid"),
    [
        # 8 x 3,500.00. The share: 22 % of 3,500.00 = 770.00. The allowance: 8 % of 3,500.00 = 280.00.
        ({"lasten": "nee", "bijslag": "nee"}, False, "Zonder werkgeverslasten en vakantiebijslag", "", "€ 28.000,00"),
        ({"lasten": "ja", "opslag": "22", "bijslag": "nee"}, False,
         "Met 22% werkgeverslasten, zonder vakantiebijslag", "", "€ 34.160,00"),
        ({"lasten": "nee", "bijslag": "ja"}, False, "Met 8% vakantiebijslag, zonder werkgeverslasten", "",
         "€ 30.240,00"),
        # 22 % of 3,780.00 = 831.60: 8 x (3,500.00 + 280.00 + 831.60).
        ({"lasten": "ja", "opslag": "22", "bijslag": "ja"}, False,
         "Met 22% werkgeverslasten en 8% vakantiebijslag", "", "€ 36.892,80"),
        # Eight and a half percent of 3,500.00 is 297.50.
        ({"lasten": "nee", "bijslag": "ja", "bijslag_deel": "8.5"}, False,
         "Met 8,5% vakantiebijslag, zonder werkgeverslasten", "", "€ 30.380,00"),
        ({"bijslag": "ja"}, False, "Met 8% vakantiebijslag, zonder werkgeverslasten",
         "Wil je werkgeverslasten laten meetellen?", "€ 30.240,00"),
        ({"lasten": "nee"}, True, "Met vakantiebijslag, zonder werkgeverslasten", "", "€ 28.000,00"),
        ({"lasten": "nee", "bijslag": "ja"}, True, "Met vakantiebijslag, zonder werkgeverslasten", "",
         "€ 28.000,00"),
    ],
)  # fmt: skip
def test_what_comes_on_top_of_the_wage_counts_as_chosen_and_is_said(
    desk: Workspace, case_id: str, chosen: dict[str, Any], in_wage: bool, scope: str, question: str, paid: str
) -> None:
    rates = [{**WAGE["loon"][0], "vakantiebijslag_inbegrepen": in_wage}]
    keep(desk, case_id, WAGE_FORM, {**WAGE, "vakantiebijslag": "elke_keer", "loon": rates})
    keep(desk, case_id, FORM, chosen)
    view = cost_view(desk, case_id)
    assert plain(view.figure(FigureKey.NU).amount) == paid
    assert plain(view.figure(FigureKey.NU).scope) == scope
    assert view.question == question


def test_how_what_comes_on_top_was_counted_is_said_in_sentences(desk: Workspace, case_id: str) -> None:
    def told(chosen: dict[str, Any], *in_wage: bool) -> tuple[str, ...]:
        days = ("2020-01-01", "2026-07-01")
        rates = [
            {**WAGE["loon"][0], "van": day, "vakantiebijslag_inbegrepen": held}
            for day, held in zip(days, in_wage, strict=False)
        ]
        keep(desk, case_id, WAGE_FORM, {**WAGE, "vakantiebijslag": "elke_keer", "loon": rates})
        keep(desk, case_id, FORM, chosen)
        return tuple(map(plain, cost_view(desk, case_id).figure(FigureKey.NU).words[1:]))

    assert told({"lasten": "nee", "bijslag": "nee"}, False) == (
        "Werkgeverslasten tellen niet mee, zoals je koos.",
        "Vakantiebijslag telt niet mee. Je werknemer bouwt die wel op, ook over loon bij ziekte.",
    )
    assert told({"lasten": "ja", "opslag": "22", "bijslag": "ja"}, False) == (
        "Werkgeverslasten: 22% van het loon met de vakantiebijslag, zoals je invulde.",
        "Vakantiebijslag: 8% van het loon, wat de wet minstens vraagt.",
        "Ze telt in de maand waarin je werknemer haar opbouwt, niet als je haar uitbetaalt.",
        "Elke maand is op centen afgerond. Een percentage van het totaal kan dus enkele centen schelen.",
    )
    assert told({"lasten": "ja", "opslag": "22", "bijslag": "nee"}, True) == (
        "Werkgeverslasten: 22% van het loon, zoals je invulde.",
        "De vakantiebijslag zit al in het loon dat je invulde.",
        "Elke maand is op centen afgerond. Een percentage van het totaal kan dus enkele centen schelen.",
    )
    mixed = told({"lasten": "nee", "bijslag": "ja", "bijslag_deel": "8"}, False, True)
    assert mixed[1] == "Vakantiebijslag: 8% van het loon, zoals je invulde."
    assert mixed[-2] == "Waar de vakantiebijslag al in het loon zit, komt ze er niet nog een keer bij."
    # Until 30 June 2026 it comes on top: 4 x 280.00.
    (line,) = [line for line in cost_view(desk, case_id).lines if line.name == "Vakantiebijslag"]
    assert plain(str(line.paid)) == "1120.00"
    left = told({"lasten": "nee", "bijslag": "nee"}, False, True)
    assert left[-1].startswith("Waar de vakantiebijslag al in het loon zit")
    assert plain(cost_view(desk, case_id).figure(FigureKey.NU).scope) == "Zonder werkgeverslasten"


def test_costs_without_wage_ask_for_the_wage(desk: Workspace, case_id: str) -> None:
    keep(desk, case_id, FORM, {**COSTS, "terug": [{**COSTS["terug"][0], "bedrag": "9000"}]})
    view = cost_view(desk, case_id)
    assert not view.is_empty
    assert amounts(view)[1].startswith("minstens ")
    assert view.figure(FigureKey.NU).sub == "Tot en met vandaag"
    assert (view.figure(FigureKey.NU).scope, view.question) == ("", "")
    assert view.figure(FigureKey.STRAKS).words == ("Het loon zit er nog niet in.",)
    wage, strange = view.notices
    assert (wage.form, wage.is_warning) == (WAGE_FORM, False)
    assert (strange.sentence, strange.is_warning) == ("Er kwam meer terug dan je betaalde.", True)


def test_a_wage_that_cannot_be_computed_says_why(
    desk: Workspace, case_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_all: object) -> None:
        raise KnownError("Twee datums kloppen niet.", "Kijk ze na.")

    keep(desk, case_id, WAGE_FORM, WAGE)
    monkeypatch.setattr("reintegratie_desktop.services.wage_case.wage_of", refuse)
    view = cost_view(desk, case_id)
    assert not view.is_empty
    (notice,) = view.notices
    assert (notice.sentence, notice.more, notice.form, notice.is_warning) == (
        "Twee datums kloppen niet.", "Kijk ze na.", WAGE_FORM, True,
    )  # fmt: skip


def test_before_the_first_month_is_over(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    keep(desk, case_id, WAGE_FORM, WAGE)
    calendar.go_to(date(2026, 3, 20))
    now = cost_view(desk, case_id).figure(FigureKey.NU)
    assert plain(now.amount) == "€ 0,00"
    assert now.sub.startswith("Nog geen hele maand loon")


def test_after_recovery_there_is_no_loonsanctie(desk: Workspace, case_id: str) -> None:
    keep(desk, case_id, WAGE_FORM, WAGE)
    desk.report_recovery(case_id, date(2026, 6, 1), own_work=True)
    view = cost_view(desk, case_id)
    assert not view.is_open
    sanction = view.figure(FigureKey.LOONSANCTIE)
    assert (sanction.amount, sanction.sum) == ("niet van toepassing", ())
    assert sanction.words == (
        "Het loon stopt op 31 mei 2026, voor het einde van week 104. Dan is er niets te verlengen.",
    )
    assert view.figure(FigureKey.STRAKS).sub == "Tot en met 31 mei 2026, de laatste loondag"


def test_who_leaves_while_ill_is_told_what_uwv_may_recover(desk: Workspace, case_id: str) -> None:
    employee = desk.store.cases.get(case_id).werknemer_id
    session = desk.open_form("werknemer", employee_id=employee)
    session.answer({"contractsoort": "bepaalde_tijd", "einddatum": "2026-12-31"})
    session.finish()
    words = cost_view(desk, case_id).figure(FigureKey.LOONSANCTIE).words
    assert words[-1].endswith("dan kan UWV tot 52 weken ziekengeld verhalen.")


def test_without_a_whole_month_a_loonsanctie_is_not_known(desk: Workspace, calendar: Calendar) -> None:
    calendar.go_to(date(2027, 1, 4))
    late = report_sick(desk, add_employee(desk, personeelsnr="72"), date(2027, 1, 4))
    keep(desk, late, WAGE_FORM, WAGE)
    sanction = cost_view(desk, late).figure(FigureKey.LOONSANCTIE)
    assert sanction.amount == "nog onbekend"
    assert cost_view(desk, late).figure(FigureKey.STRAKS).amount == "nog onbekend", "not: at least nothing"
    assert sanction.words == ("Er is nog geen hele maand loon bekend om mee verder te rekenen.",)


@pytest.mark.parametrize(("gaps", "begins"), [(False, "€"), (True, "minstens €")])
def test_a_wage_that_goes_on_after_week_104_is_told(desk: Workspace, case_id: str, gaps: bool, begins: str) -> None:
    from reintegratie_desktop.law.book import load_law
    from reintegratie_desktop.services.costs_figures import figures
    from tests.domain.costs.cost_tools import CostFacts, costs, ill

    known = None if gaps else CostFacts(verwacht_jaar2=cost_facts({"verwacht_jaar2": "3000"}).verwacht_jaar2)
    found = costs(known, perioden=ill("2024-01-15"), loonsanctie={"besluit_op": "2025-12-01"}, today=date(2026, 4, 15))
    last = figures(found, known or CostFacts(), load_law(), leaves=False)[-1]
    assert last.title == "Nog na week 104"
    assert plain(last.amount).startswith(begins)
    assert last.sub == "Het loon loopt door tot en met 10 jan 2027"


def test_the_papers_decide_on_money_that_may_come_back(desk: Workspace, case_id: str) -> None:
    def known() -> tuple[Answer, Answer]:
        found = known_of(desk, case_id, desk.clock_of(case_id))[1]
        return found.vangnet, found.regres

    assert known() == (Answer.NEE, Answer.NEE)
    employee = desk.store.cases.get(case_id).werknemer_id
    for own, expected in (("onbekend", Answer.ONBEKEND), ("ja", Answer.JA), ("nee", Answer.NEE)):
        session = desk.open_form("werknemer", employee_id=employee)
        session.answer({"no_risk": own})
        session.finish()
        assert known()[0] is expected
    session = desk.open_form("ziekmelding", case_id)
    session.answer({"vangnet": "onbekend", "regres": "ja"})
    finish(session, "Dat wisten we nog niet")
    assert known() == (Answer.ONBEKEND, Answer.JA)
    assert known_of(desk, case_id, desk.clock_of(case_id))[1].in_dienst == date(2019, 2, 1)


def test_rows_that_say_too_little_count_for_nothing() -> None:
    found = cost_facts(
        {"kosten": [{"soort": "spoor2", "van": "2026-04-01"}, {"bedrag": "5", "van": "x"}, {"bedrag": "5",
         "van": "2026-04-01"}], "terug": None, "verzekering": "misschien"}
    )  # fmt: skip
    (only,) = found.kosten
    assert (only.kind, only.per, only.tot_en_met) == ("anders", "eenmalig", None)
    assert (found.terug, found.verzekering) == ((), Answer.ONBEKEND)


def test_the_open_law_is_told_with_the_day_it_was_checked(desk: Workspace, case_id: str) -> None:
    found = cost_view(desk, case_id).refund("compensatie")
    assert found.amount == "nog onbekend"
    assert "Tweede Kamer" in found.open_question
    assert found.checked == "Nagekeken op 21-11-2026. Kijk het zelf nog na voor je erop rekent."
    assert cost_view(desk, case_id).refund("verzekering").checked == ""
    register = cost_view(desk, case_id).refund("lkv_banenafspraak")
    assert plain(register.amount) == "hoogstens € 2.000,00 per jaar"
    assert register.source == ("Wtl art. 2.1; Wtl art. 2.13; Wtl art. 4.1 lid 2")
    assert register.checked == "Nagekeken op 21-11-2026."
    with pytest.raises(KeyError):
        cost_view(desk, case_id).refund("bestaat_niet")


# --- on paper ---------------------------------------------------------------------------------------------------------


def test_the_summary_is_one_page_with_the_sums(desk: Workspace, case_id: str, tmp_path: Path) -> None:
    keep(desk, case_id, WAGE_FORM, WAGE)
    keep(desk, case_id, FORM, COSTS)
    pages = pages_text(pdf(desk, case_id))
    assert len(pages) == 1
    text = plain(" ".join(pages[0].split()))
    for words in (
        "€ 31.160,00",
        "Spoor 2",
        "Compensatie van de transitievergoeding",
        "Tweede Kamer",
        "WIA art. 25",
    ):
        assert words in text
    target = tmp_path / file_name(desk, case_id)
    save_pdf(desk, case_id, target)
    note_printed(desk, case_id)
    assert target.name == "2026-001_kosten_2026-11-23.pdf"
    assert target.read_bytes().startswith(b"%PDF")
    said = [row.description for row in desk.store.journal.rows(case_id)]
    assert {"Kosten van dit dossier als PDF bewaard", "Kosten van dit dossier afgedrukt"} <= set(said)


def test_the_paper_of_an_empty_case_and_of_other_money(desk: Workspace, case_id: str) -> None:
    assert [section.key for section in costs_snapshot(desk, case_id).sections] == ["bedragen", "misschien"]
    keep(desk, case_id, FORM, {"terug": [{"soort": "anders", "bedrag": "5", "per": "eenmalig", "van": "2026-09-01"}]})
    snapshot = costs_snapshot(desk, case_id)
    assert snapshot.field("terug").answer[0]["nu"] == "5.00"


def test_footnotes_that_fall_over_to_a_page_of_their_own_print(desk: Workspace, case_id: str) -> None:
    keep(desk, case_id, WAGE_FORM, WAGE)
    keep(desk, case_id, FORM, COSTS)
    snapshot = costs_snapshot(desk, case_id)
    long = tuple("Een zin over hoe dit bedrag is geteld. " * 6 for _note in range(4))
    counts = {
        len(pages_text(desk.papers.render(replace(snapshot, footnotes=(*snapshot.footnotes, *long[:notes])))))
        for notes in range(5)
    }
    assert counts == {1, 2}
