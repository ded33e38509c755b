"""The check of a real file: what the papers, the ticks and the journal say, and what is written down about it."""

import shutil
import sys
import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from reintegratie_desktop.domain.check.item import Groep, Stand
from reintegratie_desktop.forms.flows import KEYS, flow
from reintegratie_desktop.services import file_check
from reintegratie_desktop.services.check_facts import check_facts
from reintegratie_desktop.services.examples import EXAMPLE_PASSWORD
from reintegratie_desktop.services.file_check import check_case, confirm, explain, unconfirm, withdraw
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.store.keys import key_file_for
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _, set_language
from tests.example_file import example_file
from tests.services.desks import Calendar, add_employee, make_desk, report_sick
from tests.services.test_story import fill_plan

TODAY = date(2026, 11, 25)
TWO_YEARS, RECOVERED, RUNNING = range(3)
FIRST_DAY = date(2026, 10, 5)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("toets") / "voorbeeld.reintegratie"
    example_file(path, Calendar(TODAY)).close()
    return path


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(TODAY)


@pytest.fixture
def examples(made: Path, tmp_path: Path, calendar: Calendar) -> Iterator[Workspace]:
    path = tmp_path / made.name
    shutil.copy(made, path)
    shutil.copy(key_file_for(made), key_file_for(path))
    desk = Workspace.open(path, EXAMPLE_PASSWORD, calendar)
    yield desk
    desk.close()


def case_of(desk: Workspace, which: int) -> str:
    return desk.store.cases.all()[which].id


def stands(desk: Workspace, case_id: str) -> dict[str, Stand]:
    return {item.id: item.stand for item in check_case(desk, case_id).items}


# --- the examples -----------------------------------------------------------------------------------------------------


def test_the_case_of_two_years_is_in_order(examples: Workspace) -> None:
    view = check_case(examples, case_of(examples, TWO_YEARS))
    assert view.in_order
    assert view.headline == "Niets op te lossen. 23 van 23 op orde"
    assert view.advice == "Voor UWV is er vandaag niets te herstellen."
    done = {item.id: item.done_on for item in view.items if item.stand is Stand.OP_ORDE}
    first = view.law_date
    assert done["probleemanalyse"] == first + timedelta(38)
    assert done["plan_van_aanpak"] == first + timedelta(50)
    assert done["bijstelling_plan"] == first + timedelta(378), "the last advice changes nothing about the work"
    assert done["evaluaties"] == first + timedelta(700)
    assert done["eerstejaarsevaluatie"] == first + timedelta(329)
    assert done["spoor2_start"] == first + timedelta(350)
    assert done["contact_bedrijfsarts"] == first + timedelta(623), "the day of the actueel oordeel itself"
    assert done["verslag"] == first + timedelta(630)
    assert done["gewerkte_uren"] == first + timedelta(713)
    assert {item.id for item in view.group(Groep.NIET_NODIG)} == {"resultaat"}


def test_the_recovered_case_asks_nothing(examples: Workspace) -> None:
    view = check_case(examples, case_of(examples, RECOVERED))
    assert view.in_order
    assert view.advice.startswith("Bewaar dit dossier")
    assert view.counts[Groep.KOMT_NOG] == 0
    assert view.item("verslag").finding.startswith("Je werknemer werkt weer helemaal sinds")


def test_the_running_case_waits_for_what_comes(examples: Workspace) -> None:
    view = check_case(examples, case_of(examples, RUNNING))
    assert view.in_order
    assert view.headline == "Niets op te lossen. 13 van 23 op orde"
    assert view.item("plan_van_aanpak").stand is Stand.OP_ORDE, "its time began with the first advice that saw work"
    assert view.item("uwv_42e_week").stand is Stand.KOMT_NOG
    assert view.item("uwv_42e_week").action == ""


def test_four_months_later_the_running_case_says_what_to_do_first(examples: Workspace, calendar: Calendar) -> None:
    calendar.go_to(date(2027, 3, 25))
    view = check_case(examples, case_of(examples, RUNNING))
    assert not view.in_order
    assert view.advice == "Los eerst de 7 punten bovenaan op."
    assert [item.id for item in view.group(Groep.HERSTELLEN)] == [
        "spoor1_onderzoek", "evaluaties", "eerstejaarsevaluatie", "contact_bedrijfsarts", "gewerkte_uren",
        "uwv_42e_week", "contact_werknemer",
    ]  # fmt: skip
    review = view.item("eerstejaarsevaluatie")
    assert (review.action, review.form, review.kind, review.page) == ("Oplossen", "gesprek", "eerstejaarsevaluatie", "")
    notice = view.item("uwv_42e_week")
    assert (notice.form, notice.page, notice.action) == ("uwv_42e_week", "", "Oplossen")
    assert view.item("spoor1_onderzoek").form == "spoor1_onderzoek"
    assert view.item("spoor2_start").action == "Begin"
    assert view.item("casemanager").spoken == "Casemanager genoemd, op orde, gewicht licht"
    assert notice.spoken == "Melding bij UWV na 42 weken, op te lossen, gewicht middel"


def test_an_unknown_point_is_no_row(examples: Workspace) -> None:
    with pytest.raises(KeyError):
        check_case(examples, case_of(examples, RUNNING)).item("onbekend")


def test_the_check_of_a_two_year_case_takes_less_than_fifty_milliseconds(examples: Workspace) -> None:
    case_id = case_of(examples, TWO_YEARS)
    check_case(examples, case_id)
    took = []
    for _round in range(5):
        began = time.process_time()
        check_case(examples, case_id)
        took.append(time.process_time() - began)
    # Other programs do not count; a run that is watched line by line is slower than the program itself.
    assert min(took) < (0.05 if sys.gettrace() is None else 0.2)


# --- reasons ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def late(examples: Workspace, calendar: Calendar) -> str:
    """Return the running case, with the notice to UWV ticked off ten days late."""
    case_id = case_of(examples, RUNNING)
    calendar.go_to(date(2027, 1, 4))
    examples.tick(case_id, "uwv_42e_week", date(2026, 12, 31))
    return case_id


def test_a_reason_is_kept_told_and_taken_back(examples: Workspace, late: str, calendar: Calendar) -> None:
    before = check_case(examples, late).item("uwv_42e_week")
    assert (before.stand, before.action, before.page, before.form) == (Stand.TE_LAAT, "Leg uit", "toets", "")
    assert before.explanation_goes_to == "Deze uitleg komt in het verslag, bij dit punt."

    explain(examples, late, "uwv_42e_week", "  Het portaal was dicht. ", both_agree=False, day=calendar.now.date())

    view = check_case(examples, late)
    after = view.item("uwv_42e_week")
    assert after.stand is Stand.TOEGELICHT and after.explanation is not None
    assert after.explanation.reden == "Het portaal was dicht."
    assert view.explained == (after,)
    assert view.item("afwijkingen").finding == "Bij 1 punt staat uitleg."
    assert examples.store.cases.get(late).facts["motivering"] == {
        "uwv_42e_week": {"reden": "Het portaal was dicht.", "beide_eens": False, "datum": "2027-01-04"}
    }
    assert examples.store.cases.get(late).facts["gedaan"]["uwv_42e_week"] == "2026-12-31", "the rest stays"
    lines = [row.description for row in examples.store.journal.rows(late)]
    assert lines[-1] == "Uitleg vastgelegd: Melding bij UWV na 42 weken"
    assert not any("portaal was dicht" in line for line in lines), "what was written stays out of the journal"

    withdraw(examples, late, "uwv_42e_week")
    assert check_case(examples, late).item("uwv_42e_week").stand is Stand.TE_LAAT
    told = examples.store.journal.rows(late)
    assert told[-1].description == "Uitleg weggehaald: Melding bij UWV na 42 weken"
    withdraw(examples, late, "uwv_42e_week")
    assert len(examples.store.journal.rows(late)) == len(told), "there was nothing to take back"


def test_a_reason_of_a_point_that_is_gone_can_still_be_taken_back(examples: Workspace, late: str) -> None:
    facts = examples.store.cases.get(late).facts
    old = {"evaluatie_te_laat_2026-05-05": {"reden": "Vrij.", "beide_eens": True, "datum": "2026-05-05"}}
    examples.store.cases.set_facts(late, {**facts, "motivering": old}, examples.clock())
    withdraw(examples, late, "evaluatie_te_laat_2026-05-05")
    assert examples.store.cases.get(late).facts["motivering"] == {}


@pytest.mark.parametrize(
    ("item", "text", "day", "code"),
    [
        ("onbekend", "Het portaal was dicht.", date(2027, 1, 4), "onderdeel"),
        ("casemanager", "Het portaal was dicht.", date(2027, 1, 4), "onderdeel"),
        ("uwv_42e_week", "  ", date(2027, 1, 4), "reden"),
        ("uwv_42e_week", "a" * 20_001, date(2027, 1, 4), "reden"),
        ("uwv_42e_week", "Het portaal was dicht.", date(2027, 1, 5), "dag"),
        ("uwv_42e_week", "Het portaal was dicht.", date(2026, 3, 1), "dag"),
        ("uwv_42e_week", "Marloes had een burn-out en hoofdpijn.", date(2027, 1, 4), "woordwachter"),
    ],
)
def test_a_reason_that_cannot_be_kept_changes_nothing(
    examples: Workspace, late: str, item: str, text: str, day: date, code: str
) -> None:
    before = (examples.store.cases.get(late), len(examples.store.journal.rows(late)))
    with pytest.raises(KnownError) as caught:
        explain(examples, late, item, text, both_agree=True, day=day)
    assert caught.value.code == code
    assert caught.value.next_step
    assert (examples.store.cases.get(late), len(examples.store.journal.rows(late))) == before


def test_a_word_that_was_said_to_be_about_work_may_stand_in_a_reason(examples: Workspace, late: str) -> None:
    text = "De druk op het portaal gaf stress bij de planning."
    with pytest.raises(KnownError) as caught:
        explain(examples, late, "uwv_42e_week", text, both_agree=True, day=date(2027, 1, 4))
    assert "stress" in caught.value.message
    examples.allow_word(late, "stress")
    explain(examples, late, "uwv_42e_week", text, both_agree=True, day=date(2027, 1, 4))
    assert check_case(examples, late).item("uwv_42e_week").stand is Stand.TOEGELICHT


def test_what_waits_for_a_reason_is_the_advice_when_nothing_misses(examples: Workspace, late: str) -> None:
    numbers = {**check_case(examples, late).counts, Groep.HERSTELLEN: 0}
    assert file_check._advice(numbers, recovered=False) == "Leg nog uit waarom 2 punten anders liepen."


# --- ticks ------------------------------------------------------------------------------------------------------------


def test_a_point_is_ticked_off_and_back(examples: Workspace, calendar: Calendar) -> None:
    case_id = case_of(examples, RUNNING)
    confirm(examples, case_id, "spoor1_onderzoek", calendar.now.date())
    assert check_case(examples, case_id).item("spoor1_onderzoek").stand is Stand.OP_ORDE
    assert examples.store.journal.rows(case_id)[-1].description == "Afgevinkt: Zoeken naar passend werk in je bedrijf"
    unconfirm(examples, case_id, "spoor1_onderzoek")
    assert check_case(examples, case_id).item("spoor1_onderzoek").stand is Stand.KOMT_NOG
    assert examples.store.journal.rows(case_id)[-1].kind == "correctie"
    for call in (lambda: confirm(examples, case_id, "plan_van_aanpak", calendar.now.date()),
                 lambda: unconfirm(examples, case_id, "plan_van_aanpak")):  # fmt: skip
        with pytest.raises(KnownError, match="staat niet in de controle"):
            call()
    with pytest.raises(KnownError, match="kan niet kloppen"):
        confirm(examples, case_id, "spoor1_onderzoek", calendar.now.date() + timedelta(1))


# --- what the papers say ----------------------------------------------------------------------------------------------


@pytest.fixture
def story_calendar() -> Calendar:
    return Calendar(FIRST_DAY)


@pytest.fixture
def desk(tmp_path: Path, story_calendar: Calendar) -> Iterator[Workspace]:
    desk = make_desk(tmp_path, story_calendar)
    yield desk
    desk.close()


@pytest.fixture
def case_id(desk: Workspace) -> str:
    return report_sick(desk, add_employee(desk), FIRST_DAY)


def test_the_first_day_asks_nothing_yet(desk: Workspace, case_id: str) -> None:
    found = stands(desk, case_id)
    assert set(found.values()) <= {Stand.OP_ORDE, Stand.KOMT_NOG, Stand.BINNENKORT, Stand.NIET_NODIG}
    assert found["contact_werknemer"] is Stand.BINNENKORT


def test_signatures_count_when_they_are_written_down(desk: Workspace, case_id: str, story_calendar: Calendar) -> None:
    paper = fill_plan(desk, case_id, story_calendar)
    open_ = check_case(desk, case_id).item("plan_getekend")
    assert open_.stand is Stand.BINNENKORT and "door jou en je werknemer" in open_.finding
    desk.papers.record_signature(paper, "Werkgever", "getekend", desk.today)
    assert "door je werknemer" in check_case(desk, case_id).item("plan_getekend").finding
    desk.papers.record_signature(paper, "Werknemer", "getekend", desk.today)
    signed = check_case(desk, case_id).item("plan_getekend")
    assert (signed.stand, signed.done_on) == (Stand.OP_ORDE, desk.today)


def test_a_refusal_without_a_reason_still_misses(desk: Workspace, case_id: str, story_calendar: Calendar) -> None:
    paper = fill_plan(desk, case_id, story_calendar)
    desk.papers.record_signature(paper, "Werkgever", "getekend", desk.today)
    desk.papers.record_signature(paper, "Werknemer", "geweigerd", desk.today)
    desk.papers.record_signature(paper, "Casemanager", "getekend", desk.today)
    story_calendar.later(days=40)
    assert stands(desk, case_id)["plan_getekend"] is Stand.ONTBREEKT


def test_a_plan_with_names_and_opinions_is_whole(desk: Workspace, case_id: str, story_calendar: Calendar) -> None:
    fill_plan(desk, case_id, story_calendar)
    found = stands(desk, case_id)
    assert found["plan_meningen"] is Stand.OP_ORDE
    assert found["casemanager"] is Stand.OP_ORDE
    assert found["gewerkte_uren"] in (Stand.BINNENKORT, Stand.KOMT_NOG)


def test_an_advice_that_says_the_same_asks_no_new_plan(desk: Workspace, case_id: str, story_calendar: Calendar) -> None:
    fill_plan(desk, case_id, story_calendar)
    story_calendar.later(days=14)
    day = desk.today.isoformat()
    for hours, expected in (("", Stand.NIET_NODIG), ("7", Stand.BINNENKORT)):
        session = desk.open_form("probleemanalyse", case_id)
        days = {"datum_spreekuur": day, "datum_document": day, "ontvangen_op": day}
        session.answer({**days, "volgend_spreekuur": (desk.today + timedelta(40)).isoformat()})
        if hours:
            session.answer({"wel": "Ook orders invoeren."})
        check = session.check()
        assert check.ready, [(item.field, item.message) for item in check.stops]
        session.finish("Nieuw advies")
        assert stands(desk, case_id)["bijstelling_plan"] is expected


def test_data_that_miss_are_named(desk: Workspace, case_id: str) -> None:
    desk.store.records.save_werkgever({**desk.employer, "branche": "", "bedrijfsarts": ""}, desk.clock())
    found = check_case(desk, case_id).item("gegevens")
    assert found.finding == "Er mist: het soort bedrijf, de naam van de bedrijfsarts."
    assert found.page == "gegevens"


def test_a_consult_that_took_place_counts(desk: Workspace, case_id: str) -> None:
    session = desk.open_form("melding_arbodienst", case_id)
    answers = {
        "soort_bericht": "ziekmelding",
        "contactpersonen": [{"naam": "Noor Blom", "rol": "Casemanager", "telefoon": "0600000071"}],
        "gewenste_actie": ["contact_met_werknemer"],
        "vragen": ["welke_niet"],
        "arbeidsconflict": "nee",
        "functie_info": False,
        "verzonden_op": FIRST_DAY.isoformat(),
        "verzonden_via": "telefoon",
    }
    session.answer(
        {
            **answers,
            "spreekuur_datum": f"{FIRST_DAY.isoformat()}T10:00",
            "spreekuur_vorm": "telefoon",
            "spreekuur_status": "uitgevoerd",
        }
    )
    assert session.check().ready, [(item.field, item.message) for item in session.check().stops]
    session.finish()
    facts = check_facts(desk, desk.store.cases.get(case_id))
    assert facts.spreekuren == (FIRST_DAY,)
    assert stands(desk, case_id)["contact_bedrijfsarts"] is Stand.OP_ORDE


def test_papers_dated_after_today_are_left_out(desk: Workspace, case_id: str, story_calendar: Calendar) -> None:
    fill_plan(desk, case_id, story_calendar)
    story_calendar.go_to(FIRST_DAY + timedelta(20))
    facts = check_facts(desk, desk.store.cases.get(case_id))
    assert facts.adviezen == () and facts.plannen == ()


def test_a_talk_of_the_first_year_needs_both_voices(desk: Workspace, case_id: str, story_calendar: Calendar) -> None:
    fill_plan(desk, case_id, story_calendar)
    desk.store.papers.add(
        case_id,
        "gesprek",
        "jaar",
        answers={"soort": "eerstejaarsevaluatie", "datum": "2027-09-20T10:00", "werk_nu": "Terugblik op het plan."},
        snapshot={},
        made_on=date(2027, 9, 20),
        reason="",
        now=datetime(2027, 9, 20, 12, 0),
    )
    desk.store.papers.add(
        case_id,
        "gesprek",
        "zonder-dag",
        answers={"soort": "weekcontact"},
        snapshot={},
        made_on=date(2027, 9, 20),
        reason="",
        now=datetime(2027, 9, 20, 12, 1),
    )
    story_calendar.go_to(date(2027, 9, 25))
    found = check_case(desk, case_id).item("eerstejaars_meningen")
    assert found.stand is Stand.ONTBREEKT and "mist de mening" in found.finding
    assert stands(desk, case_id)["eerstejaarsevaluatie"] is Stand.OP_ORDE


def test_where_a_form_does_it_the_button_opens_the_form(desk: Workspace, case_id: str) -> None:
    contact = check_case(desk, case_id).item("contact_werknemer")
    assert (contact.action, contact.form, contact.page) == ("Begin", "gesprek", "")


def test_a_talk_is_named_in_the_language_of_the_screen_while_its_paper_stays_as_it_was(examples: Workspace) -> None:
    papers = [examples.store.papers.get(info.id) for info in examples.store.papers.infos(case_of(examples, TWO_YEARS))]
    talk = next(paper for paper in papers if paper.answers.get("soort") == "zesweken_evaluatie")
    assert "zesweken-evaluatie" in examples.papers.title(talk)
    set_language("en")
    shown = examples.papers.title(talk)
    assert "zesweken" not in shown and shown.startswith("Talk: ")
    assert "Zesweken-evaluatie" in str(talk.snapshot)


def test_every_source_of_a_step_is_there_in_english() -> None:
    sources = {step.source for key in KEYS for step in flow(key).steps if "hoofdstuk" in step.source}
    set_language("en")
    assert sources and not [source for source in sources if "hoofdstuk" in _(source)]


def test_no_check_speaks_of_recovery_where_it_means_solving(examples: Workspace, calendar: Calendar) -> None:
    calendar.go_to(date(2027, 3, 25))
    view = check_case(examples, case_of(examples, RUNNING))
    assert {item.action for item in view.group(Groep.HERSTELLEN)} <= {"Oplossen", ""}
    assert not view.headline.startswith("Niets op te lossen")
