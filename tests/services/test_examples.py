"""The example cases: they load on any day, break no rule, hold no word about health, and every paper of them prints."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from reintegratie_desktop.bundled import bundled_path
from reintegratie_desktop.forms.contact_moments import State
from reintegratie_desktop.forms.flows import flow as flow_of
from reintegratie_desktop.forms.guarding import guard_hits, guarded_texts
from reintegratie_desktop.forms.rules_buildup import within_advice
from reintegratie_desktop.services import examples
from reintegratie_desktop.services.contact_moments import contact_moments
from reintegratie_desktop.services.examples import (
    EXAMPLE_PASSWORD,
    EXAMPLES,
    MovingClock,
    dated,
    first_day_of,
    make_example_file,
    open_throw_away_examples,
    read_example,
    throw_away,
)
from reintegratie_desktop.services.views import CaseView, StepState
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.store.errors import FileExists
from reintegratie_desktop.store.keys import KdfParams
from reintegratie_desktop.text.errors import BugError
from reintegratie_desktop.text.guard import find
from tests.example_file import example_file

TODAY = date(2026, 11, 25)
NAMES = ("Petra Lammers", "Karim Haddou", "Marloes Teunissen")
DAYS = {
    "a Monday": date(2026, 11, 23),
    "a Sunday": date(2026, 11, 29),
    "New Year's Eve": date(2026, 12, 31),
    "New Year's Day": date(2027, 1, 1),
    "a leap day": date(2028, 2, 29),
    "a Monday with holidays in the story": date(2027, 5, 3),
}


def at(day: date) -> Callable[[], datetime]:
    moment = datetime.combine(day, datetime.min.time()).replace(hour=9)
    return lambda: moment


def make(folder: Path, day: date) -> Workspace:
    return example_file(folder / "voorbeeld.reintegratie", at(day))


def tell(folder: Path) -> Workspace:
    """Tell the stories anew, for a test that changes them."""
    return make_example_file(folder / "voorbeeld.reintegratie", EXAMPLE_PASSWORD, at(TODAY), kdf=KdfParams.for_tests())


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    opened = make(tmp_path_factory.mktemp("voorbeeld"), TODAY)
    yield opened
    opened.close()


def cases(desk: Workspace) -> dict[str, CaseView]:
    views = [desk.case(case.id) for case in desk.store.cases.all()]
    return {view.employee_name: view for view in views}


def told_papers() -> dict[str, int]:
    """Return how many papers the examples tell of, by the name of the employee."""
    found = {}
    for example in map(read_example, EXAMPLES):
        events = [event for event in example["gebeurtenissen"] if "form" in event and not event.get("concept")]
        name = f"{example['werknemer']['roepnaam']} {example['werknemer']['achternaam']}"
        found[name] = sum(flow_of(event["form"]).scope == "case" for event in events)
    return found


def newest(desk: Workspace, name: str, form: str) -> dict[str, Any]:
    paper = desk.newest_paper(cases(desk)[name].id, form)
    assert paper is not None
    return dict(paper.answers)


# --- on any day -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", DAYS.values(), ids=DAYS.keys())
def test_the_examples_load_on_any_day(tmp_path: Path, day: date) -> None:
    desk = make(tmp_path, day)
    try:
        views = cases(desk)
        assert tuple(views) == NAMES
        assert {name: len(view.papers) for name, view in views.items()} == told_papers()
        assert {name: view.week for name, view in views.items()} == {
            "Petra Lammers": 104,
            "Karim Haddou": 19,
            "Marloes Teunissen": 39,
        }
        # Nothing waits to be done too late: an example shows how it should be.
        assert desk.today_view().late_count == 0
        steps = [step for view in views.values() for step in view.steps]
        assert [step.id for step in steps if step.state is StepState.LATE] == []
        assert desk.store.journal.verify() is None
    finally:
        desk.close()


def test_the_first_sick_day_is_a_monday_in_the_past() -> None:
    for shift in range(14):
        day = TODAY + timedelta(days=shift)
        first = first_day_of({"weken_geleden": 38}, day)
        assert first.weekday() == 0
        assert timedelta(weeks=38) <= day - first < timedelta(weeks=39)


def test_days_are_counted_from_the_first_sick_day() -> None:
    told = {"op": "@44", "om": ["@0T10:00", "mail@44"], "n": 3, "naam": {"x": "44"}, "eerder": "@-1"}

    assert dated(told, date(2026, 3, 2)) == {
        "op": "2026-04-15",
        "om": ["2026-03-02T10:00", "mail@44"],
        "n": 3,
        "naam": {"x": "44"},
        "eerder": "2026-03-01",
    }


def test_the_examples_are_written_down_in_the_order_of_time(desk: Workspace) -> None:
    rows = desk.store.journal.rows()

    assert [row.at for row in rows] == sorted(row.at for row in rows)
    assert rows[-1].at <= desk.clock()
    for view in cases(desk).values():
        assert all(paper.made_on <= paper.frozen_at.date() for paper in view.papers)


def test_no_day_of_the_story_was_left_unfilled(desk: Workspace) -> None:
    for view in cases(desk).values():
        for paper in desk.store.papers.all(view.id):
            assert not re.search(r"@-?\d", repr(paper.answers) + repr(paper.snapshot))


# --- what stands in them ----------------------------------------------------------------------------------------------


def test_nothing_in_the_examples_is_about_health(desk: Workspace) -> None:
    assert find("Zij heeft migraine")  # the guard is awake
    read = 0
    for view in cases(desk).values():
        context = desk.context(view.id)
        for paper in desk.store.papers.all(view.id):
            flow = flow_of(paper.form)
            read += len(guarded_texts(flow, paper.answers, context))
            assert guard_hits(flow, paper.answers, context) == ()
        for row in view.journal:
            assert find(row.description) == ()
    assert read > 500


def test_every_paper_prints_without_a_word_about_health(desk: Workspace) -> None:
    for view in cases(desk).values():
        for paper in view.papers:
            with pypdfium2.PdfDocument(desk.papers.pdf(paper.id)) as pdf:
                text = "\n".join(pdf[number].get_textpage().get_text_range() for number in range(len(pdf)))
            assert "Bouw- en tuincentrum Van Elzen B.V. (fictief)" in text
            assert "CONCEPT" not in text
            assert [hit.word for hit in find(text)] == [], paper.title


def test_people_firms_and_numbers_exist_nowhere() -> None:
    for name in ("werkgever", *EXAMPLES):
        text = bundled_path("resources", "voorbeelden", f"{name}.json").read_text(encoding="utf-8")
        assert re.findall(r"\b06\d{8}\b", text)
        assert all(number.startswith("0600000") for number in re.findall(r"\b06\d{8}\b", text))
        assert all(mail.endswith(".example") for mail in re.findall(r"[\w.]+@[a-z]\S*?(?=\")", text))
        assert set(re.findall(r"\d{4} ?[A-Z]{2}\b", text)) <= {"9999 ZZ"}
    assert "(fictief)" in read_example("werkgever")["handelsnaam"]


def test_hours_stay_inside_the_advice(desk: Workspace) -> None:
    for name, view in cases(desk).items():
        assert list(within_advice(newest(desk, name, "opbouwschema"), desk.context(view.id))) == []


def test_everything_to_sign_is_signed(desk: Workspace) -> None:
    lines = {paper.signed_line for view in cases(desk).values() for paper in view.papers}

    assert all(line == "" or line.startswith("getekend op ") for line in lines)
    assert len(lines) > 10


def test_the_build_up_of_the_first_case_goes_as_planned(desk: Workspace) -> None:
    answers = newest(desk, "Karim Haddou", "opbouwschema")

    assert [(row["gepland"], row["gewerkt"]) for row in answers["weekstaat"]] == [
        ("6", "6"), ("9", "9"), ("9", "9"), ("20", "18"), ("20", "20"), ("20", "20"), ("20", "21"),
        ("30", "28"), ("30", "30"), ("30", "30"), ("38", "36"), ("38", "38"),
    ]  # fmt: skip
    view = cases(desk)["Karim Haddou"]
    assert view.next_step is None
    assert desk.store.cases.get(view.id).hersteld_per == first_day_of(read_example("a"), TODAY) + timedelta(days=126)


def test_the_second_case_has_its_dip_and_what_comes_next(desk: Workspace) -> None:
    answers = newest(desk, "Marloes Teunissen", "opbouwschema")
    view = cases(desk)["Marloes Teunissen"]

    weeks = [(row["gepland"], row["gewerkt"]) for row in answers["weekstaat"]]
    assert weeks[9:14] == [("16", "15"), ("16", "13"), ("16", "9"), ("16", "8"), ("16", "8")]
    assert weeks[14:] == [("10", "10"), ("10", "10"), ("10", "9"), ("10", "10")]
    forms = [paper.form for paper in view.papers]
    assert forms.count("plan_van_aanpak") == 1
    assert forms.count("bijstelling_plan_van_aanpak") == 2
    assert forms.count("bijstelling_probleemanalyse") == 4
    assert forms.count("evaluatie") == 4
    assert [draft.form for draft in view.drafts] == ["gesprek"]
    assert view.next_step is not None
    assert (view.next_step.id, view.next_step.action) == ("gesprek", "Verder")
    coming = [step.id for step in view.steps if step.state is StepState.PLANNED]
    assert {"uwv_42e_week", "eerstejaarsevaluatie", "wia_aanvraag"} <= set(coming)


def test_only_the_first_version_names_the_last_day(desk: Workspace) -> None:
    view = cases(desk)["Petra Lammers"]
    starts = {paper.version: desk.papers.snapshot(paper.id) for paper in view.papers if paper.form == "spoor2_start"}

    assert {fact.label for fact in starts[1].facts} - {fact.label for fact in starts[2].facts} == {"Uiterste datum"}


def test_the_third_case_is_complete_to_the_end(desk: Workspace) -> None:
    view = cases(desk)["Petra Lammers"]
    done = {step.id for step in view.steps if step.state is StepState.DONE}

    assert {
        "uwv_42e_week", "eerstejaarsevaluatie", "spoor2_start", "actueel_oordeel", "eindevaluatie",
        "riv_aan_werknemer", "wia_aanvraag",
    } <= done  # fmt: skip
    assert len([step for step in done if step.startswith("evaluatie_")]) >= 15
    assert len(newest(desk, "Petra Lammers", "opbouwschema")["weekstaat"]) == 94


def test_no_form_of_an_example_waits_for_anything(desk: Workspace) -> None:
    """Open every form again as a next version: what was finished then still passes today's rules."""
    for view in cases(desk).values():
        for form in ("ziekmelding", "taakprofiel", "contactplan", "probleemanalyse", "plan_van_aanpak", "opbouwschema"):
            check = desk.open_form(form, view.id).check()
            assert [(item.field, item.message) for item in check.stops] == []
            assert check.guard == ()
        for paper in desk.store.papers.infos(view.id):
            if paper.form in (
                "bijstelling_probleemanalyse",
                "bijstelling_plan_van_aanpak",
                "evaluatie",
                "eindevaluatie",
            ):
                check = desk.open_form(paper.form, view.id, slot=paper.slot).check()
                assert [(paper.form, paper.made_on, item.field, item.message) for item in check.stops] == []


def test_an_evaluation_has_its_own_last_day_and_the_hours_until_then(desk: Workspace) -> None:
    view = cases(desk)["Petra Lammers"]
    papers = [paper for paper in view.papers if paper.form == "evaluatie"]
    assert len(papers) == 14
    latest = [
        fact.value
        for paper in papers
        for fact in desk.papers.snapshot(paper.id).facts
        if fact.label == "Uiterste datum"
    ]
    assert len(set(latest)) == 14
    for paper in papers:
        chart = desk.papers.snapshot(paper.id).field("uren_overzicht").answer
        assert chart["worked"], paper.made_on
        assert all(week["week"] <= paper.made_on.isoformat() for week in chart["worked"])


def test_the_final_review_tells_both_tracks_out_of_the_papers(desk: Workspace) -> None:
    answers = newest(desk, "Petra Lammers", "eindevaluatie")
    assert "2 keer bijgesteld" in answers["spoor1"] and "14 keer geëvalueerd" in answers["spoor1"]
    assert "Koers & Werk" in answers["spoor2"] and "Sollicitaties: 27" in answers["spoor2"]
    assert {row["nagekomen"] for row in answers["afspraken"]} == {"ja", "vervallen"}


def test_every_promised_contact_of_the_examples_was_kept(desk: Workspace) -> None:
    for view in cases(desk).values():
        moments = contact_moments(desk, view.id)
        assert len(moments) > 3
        assert {moment.state for moment in moments} == {State.DONE}, view.employee_name


# --- the file ---------------------------------------------------------------------------------------------------------


def test_an_existing_file_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "voorbeeld.reintegratie"
    target.write_bytes(b"van iemand anders")

    with pytest.raises(FileExists):
        tell(tmp_path)
    assert target.read_bytes() == b"van iemand anders"


def test_an_example_that_breaks_a_rule_does_not_load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = read_example("werkgever")
    monkeypatch.setattr(
        examples,
        "read_example",
        lambda name: {**told, "handelsnaam": ""} if name == "werkgever" else read_example(name),
    )

    with pytest.raises(BugError, match=r"werkgever.*handelsnaam"):
        tell(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ({"dag": 1}, "says nothing"),
        ({"dag": 1, "teken": "plan_van_aanpak", "getekend": []}, "not there"),
        ({"dag": 0, "form": "ziekmelding", "antwoorden": {"notitie": "Heeft migraine"}}, "notitie: migraine"),
    ],
)
def test_a_wrong_event_is_named(tmp_path: Path, event: dict[str, Any], said: str) -> None:
    story = read_example("a")
    clock = MovingClock(datetime(2026, 1, 5, 8, 0))
    desk = Workspace.create(tmp_path / "x.reintegratie", EXAMPLE_PASSWORD, clock, kdf=KdfParams.for_tests())
    try:
        employer = desk.open_form("werkgever")
        employer.answer(read_example("werkgever"))
        employer.finish()
        played = examples.Story(desk, clock, story, date(2026, 1, 5))
        with pytest.raises(BugError, match=said):
            played.play(event)
    finally:
        desk.close()


def test_looking_back_on_an_agreement_that_is_not_there(tmp_path: Path) -> None:
    story = read_example("a")
    for event in story["gebeurtenissen"]:
        if event["dag"] == 15 and event.get("form") == "gesprek":
            event["vorige_afspraken"] = {"Iets heel anders": {"nagekomen": "nee"}}
    clock = MovingClock(datetime(2026, 1, 5, 8, 0))
    desk = Workspace.create(tmp_path / "x.reintegratie", EXAMPLE_PASSWORD, clock, kdf=KdfParams.for_tests())
    played = examples.Story(desk, clock, story, date(2026, 1, 5))
    try:
        employer = desk.open_form("werkgever")
        employer.answer(read_example("werkgever"))
        employer.finish()
        with pytest.raises(BugError, match="Iets heel anders"):
            for at, event in played.moments(date(2026, 12, 31)):
                clock.now = at
                played.play(event)
    finally:
        desk.close()


def test_the_throw_away_file_goes_without_a_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examples, "fill_with_examples", lambda *_arguments: None)
    desk = open_throw_away_examples(lambda: datetime(2026, 11, 25, 9, 0))
    folder = desk.path.parent
    assert desk.path.exists()

    throw_away(desk)

    assert not folder.exists()
