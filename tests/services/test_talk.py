"""A talk while it is held, without a screen: points, notes, agreements, the next date, and the way into the report."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.forms.talk_guides import GUIDES, agenda_for
from reintegratie_desktop.services.session import FormSession
from reintegratie_desktop.services.talk import NEXT_TALK, Talk
from reintegratie_desktop.services.talk_words import moment_words, place_words, present_words
from reintegratie_desktop.services.views import DraftMeta
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text.i18n import set_language
from tests.example_file import example_file
from tests.services.desks import Calendar, add_employee, finish, make_desk, report_sick

FIRST_DAY = date(2026, 10, 5)
TALK_DAY = date(2026, 11, 23)
AGENDA = ["Hoe gaat het?", "Nieuws van het werk", "Wat heb je van mij nodig?", "Volgende keer"]
PREPARED: dict[str, Any] = {
    "soort": "tweewekelijkse_check_in",
    "datum": "2026-11-23T16:00",
    "plaats": "werk",
    "agenda": AGENDA,
}
REPORT: dict[str, Any] = {
    "schema": "op",
    "bedrijfsarts_nodig": "nee",
    "volgende": "2026-12-14T16:00",
    "eerder": True,
    "verzonden": "2026-11-23",
    "geen_afspraken": True,
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    made = make_desk(tmp_path, Calendar(FIRST_DAY))
    yield made
    made.close()


@pytest.fixture
def session(desk: Workspace) -> FormSession:
    case_id = report_sick(desk, add_employee(desk), FIRST_DAY)
    assert isinstance(desk.clock, Calendar)
    desk.clock.go_to(TALK_DAY)
    made = desk.open_form("gesprek", case_id)
    made.answer(PREPARED)
    return made


@pytest.fixture
def talk(session: FormSession) -> Talk:
    return Talk(session)


def reopened(session: FormSession) -> Talk:
    """Save the draft and open it again, as after locking or a crash."""
    session.save()
    return Talk(session.desk.open_form("gesprek", session.case_id, slot=session.slot))


def keys(talk: Talk) -> list[str]:
    return [point.key for point in talk.points()]


# --- points -----------------------------------------------------------------------------------------------------------


def test_the_points_are_those_of_the_agenda_and_of_the_employee_and_the_next_date_comes_last(talk: Talk) -> None:
    talk.session.answer({"inbreng_wn": "- Fiets in de stalling\n\nHoe gaat het?"})
    assert keys(talk) == [*AGENDA[:3], "Fiets in de stalling", "Volgende keer"]
    points = talk.points()
    assert [point.number for point in points] == [1, 2, 3, 4, 5]
    assert {point.of for point in points} == {5}
    assert [point.closes for point in points] == [False, False, False, False, True]
    assert points[0].hint == "Open beginnen, niet doorvragen."
    assert points[2].hint == "Wacht. De eerste stilte is voor Jasper."
    assert points[3].hint == "Dit punt komt van Jasper."


def test_a_talk_without_a_point_about_the_next_date_gets_one(talk: Talk) -> None:
    talk.session.answer({"agenda": ["  Alleen dit ", ""]})
    assert keys(talk) == ["Alleen dit", NEXT_TALK]
    last = talk.points()[-1]
    assert (last.text, last.closes, last.on_agenda) == ("Volgend gesprek", True, False)
    talk.session.answer({"agenda": None})
    assert keys(talk) == [NEXT_TALK]
    talk.session.answer({"agenda": ["Volgend gesprek", "Daarna nog iets"]})
    assert keys(talk) == ["Daarna nog iets", "Volgend gesprek"]


@pytest.mark.parametrize("kind", GUIDES)
def test_every_kind_of_talk_ends_with_the_next_date(talk: Talk, kind: str) -> None:
    talk.session.answer({"soort": kind, "agenda": agenda_for(kind, "Jasper")})
    points = talk.points()
    assert [point.closes for point in points].count(True) == 1
    assert points[-1].closes
    assert {point.key for point in points} - {NEXT_TALK} == set(agenda_for(kind, "Jasper"))
    assert all(point.hint for point in points if point.on_agenda)


def test_a_dutch_agenda_keeps_its_hints_on_an_english_screen(talk: Talk) -> None:
    set_language("en")
    assert talk.points()[0].hint
    assert talk.points()[-1].closes


def test_points_are_ticked_in_any_order_and_remembered(talk: Talk) -> None:
    assert not talk.has_begun
    assert talk.current.key == "Hoe gaat het?"
    talk.tick("Wat heb je van mij nodig?", done=True)
    talk.tick("Hoe gaat het?", done=True)
    assert talk.has_begun
    assert talk.progress == "2 van 4 besproken"
    assert talk.current.key == "Nieuws van het werk"
    talk.open("Volgende keer")
    again = reopened(talk.session)
    assert again.current.key == "Volgende keer"
    assert [point.done for point in again.points()] == [True, False, True, False]
    again.tick("Hoe gaat het?", done=False)
    assert again.progress == "1 van 4 besproken"


def test_going_on_passes_by_what_was_discussed_and_ends_at_the_next_date(talk: Talk) -> None:
    talk.open("Hoe gaat het?")
    talk.tick("Nieuws van het werk", done=True)
    following = talk.next_open()
    assert following is not None
    assert following.key == "Wat heb je van mij nodig?"
    for key in AGENDA:
        talk.tick(key, done=True)
    following = talk.next_open()
    assert following is not None
    assert following.key == "Volgende keer", "the next date is never passed by"
    talk.open("Volgende keer")
    assert talk.next_open() is None
    assert talk.neighbour(1) is None
    before = talk.neighbour(-1)
    assert before is not None
    assert before.key == "Wat heb je van mij nodig?"


def test_a_point_that_left_the_agenda_keeps_its_notes(talk: Talk) -> None:
    talk.set_note("Nieuws van het werk", "De nieuwe oven staat er.")
    talk.session.answer({"agenda": ["Hoe gaat het?", "Volgende keer"]})
    assert keys(talk) == ["Hoe gaat het?", "Nieuws van het werk", "Volgende keer"]
    kept = talk.points()[1]
    assert (kept.on_agenda, kept.hint) == (False, "Dit punt staat niet meer op de agenda.")
    talk.set_note("Nieuws van het werk", "  ")
    assert keys(talk) == ["Hoe gaat het?", "Volgende keer"]


def test_the_head_says_when_where_and_with_whom(talk: Talk) -> None:
    talk.session.answer({"aanwezig": [{"naam": "Jasper van Houten", "rol": "werknemer"}, {"naam": "Femke Raad"}]})
    assert talk.about == "Maandag 23 november, 16.00 uur, op het werk. Aanwezig: Jasper en Femke Raad."
    talk.session.answer({"datum": None, "plaats": "iets", "aanwezig": None})
    assert talk.about == ""


def test_words_for_a_moment_a_place_and_people() -> None:
    assert moment_words("2026-12-14T09:05") == "maandag 14 december, 09.05 uur"
    assert moment_words("2026-12-14Ttien") == "maandag 14 december"
    assert moment_words("2026-12-14", short=True) == "ma 14 december"
    assert moment_words("morgen") == moment_words(None) == ""
    assert place_words("thuis_op_verzoek") == "thuis"
    assert place_words(None) == ""
    three = [{"naam": "A"}, {"naam": ""}, {"naam": "B"}, {"naam": "C"}, "los"]
    assert present_words(three, "Jan") == "aanwezig: A, B en C"
    assert present_words([{"naam": "Jan Prins", "rol": "werknemer"}], "") == "aanwezig: Jan Prins"
    assert present_words("niemand", "Jan") == ""


# --- notes ------------------------------------------------------------------------------------------------------------


def test_notes_are_in_the_draft_and_not_in_the_report_while_people_talk(talk: Talk) -> None:
    talk.set_note("Hoe gaat het?", "Bakken gaat goed.")
    again = reopened(talk.session)
    assert again.note("Hoe gaat het?") == "Bakken gaat goed."
    assert again.note("Nieuws van het werk") == ""
    assert again.session.answers.get("werk_nu") is None


def test_the_report_takes_the_notes_over_once_each_at_its_question(talk: Talk) -> None:
    talk.session.answer({"werk_nu": "Stond er al."})
    talk.set_note("Hoe gaat het?", "Bakken gaat goed.\nInpakken kost tijd.\n")
    talk.set_note("Nieuws van het werk", "De nieuwe oven staat er.")
    talk.set_note("Wat heb je van mij nodig?", "Een vaste plek\nbij het raam.")
    assert talk.make_report() == ()
    answers = talk.session.answers
    expected = (
        "Stond er al.\n\nHoe gaat het? Bakken gaat goed.\nInpakken kost tijd.\n\n"
        "Nieuws van het werk: De nieuwe oven staat er."
    )
    assert answers["werk_nu"] == expected
    assert answers["nodig"] == "Een vaste plek bij het raam."
    assert talk.session.wizard.current == "gesprek"
    assert talk.session.meta.notes == {}
    assert talk.moved_to("Hoe gaat het?") == "Hoe gaat het met het werk?"
    assert talk.moved_to("Wat heb je van mij nodig?") == "Wat heeft je medewerker van jou nodig?"
    assert talk.moved_to("Volgende keer") == ""
    again = reopened(talk.session)
    assert again.make_report() == ()
    assert again.session.answers["werk_nu"] == expected
    assert again.session.answers["nodig"] == "Een vaste plek bij het raam."


def test_making_the_report_again_adds_only_what_is_new_and_brings_nothing_back(talk: Talk) -> None:
    talk.set_note("Hoe gaat het?", "Bakken gaat goed.")
    talk.set_note("Wat heb je van mij nodig?", "Een vaste plek")
    talk.make_report()
    talk.session.answer({"werk_nu": "Zelf herschreven."})
    talk.set_note("Hoe gaat het?", "En de oven ook.")
    talk.set_note("Wat heb je van mij nodig?", "Een kruk")
    talk.make_report()
    assert talk.session.answers["werk_nu"] == "Zelf herschreven.\n\nHoe gaat het? En de oven ook."
    assert talk.session.answers["nodig"] == "Een vaste plek. Een kruk"


def test_notes_that_are_too_long_for_a_short_question_go_to_the_long_one(talk: Talk) -> None:
    talk.set_note("Wat heb je van mij nodig?", "plek " * 120)
    assert talk.make_report() == ()
    assert talk.session.answers.get("nodig") is None
    assert str(talk.session.answers["werk_nu"]).startswith("Wat heb je van mij nodig? plek plek")


def test_notes_that_do_not_fit_at_all_stay_and_are_named(talk: Talk) -> None:
    talk.session.answer({"werk_nu": "w" * 19_990})
    talk.set_note("Hoe gaat het?", "Dit past er niet meer bij.")
    assert talk.make_report() == ("Hoe gaat het?",)
    assert talk.note("Hoe gaat het?") == "Dit past er niet meer bij."
    assert talk.session.answers["werk_nu"] == "w" * 19_990


def test_a_report_waits_for_notes_that_are_not_in_it(talk: Talk) -> None:
    talk.session.answer({**REPORT, "werk_nu": "Bakken gaat goed."})
    talk.session.answer({"aanwezig": [{"naam": "Jasper", "rol": "werknemer"}]})
    talk.set_note("Hoe gaat het?", "Inpakken kost tijd.")
    stops = [item for item in talk.session.check().stops if item.field == "werk_nu"]
    assert [item.message for item in stops] == [
        "Er staan nog notities van het gesprek klaar. Zet ze eerst in het verslag."
    ]
    assert stops[0].step_key == "gesprek"
    talk.make_report()
    assert talk.session.check().ready


@settings(max_examples=25, deadline=None)
@given(
    rounds=st.lists(
        st.dictionaries(st.sampled_from(AGENDA), st.text("abc. \n🥖", max_size=40), max_size=4), min_size=1, max_size=4
    )
)
def test_whatever_is_noted_stands_in_the_report_exactly_once(rounds: list[dict[str, str]]) -> None:
    talk = Talk(_Loose())  # type: ignore[arg-type]  # only what a talk asks of a session
    number, written = 0, []
    for notes in rounds:
        for key, text in notes.items():
            marked = f"{text}#{number}#" if text.strip() else text
            number += 1
            talk.set_note(key, marked)
            written += [f"#{number - 1}#"] if text.strip() else []
        talk.make_report()
        talk.make_report()
    report = " ".join(str(value) for value in talk.session.answers.values())
    assert [mark for mark in written if report.count(mark) != 1] == []
    assert talk.session.meta.notes == {}


class _Loose:
    """A session without a file: the flow, the answers and what the draft remembers."""

    def __init__(self) -> None:
        from reintegratie_desktop.forms.context import Context
        from reintegratie_desktop.forms.flows import flow
        from reintegratie_desktop.forms.wizard import Wizard

        self.flow = flow("gesprek")
        self.meta = DraftMeta()
        self.person = "Jasper"
        self.is_dirty = False
        self.wizard = Wizard(self.flow, Context(today=TALK_DAY), {"soort": PREPARED["soort"], "agenda": AGENDA})

    @property
    def answers(self) -> dict[str, Any]:
        return {key: value for key, value in self.wizard.answers.items() if key not in PREPARED or key == "soort"} | {
            "agenda": AGENDA
        }

    def answer(self, values: dict[str, Any]) -> None:
        self.wizard.answer(values)


# --- agreements and the next talk -------------------------------------------------------------------------------------


def test_agreements_are_rows_of_the_form(talk: Talk) -> None:
    talk.session.answer({"geen_afspraken": True})
    talk.type_agreement("Vier ocht")
    assert reopened(talk.session).half_agreement == "Vier ocht"
    index = talk.add_agreement("  Vier ochtenden van 5 uur ")
    assert (index, talk.half_agreement) == (0, "")
    talk.change_agreement(0, "wie", "Jasper")
    talk.change_agreement(0, "wanneer", "2026-12-07")
    talk.change_agreement(0, "hoort_bij_plan", True)
    assert talk.session.answers["afspraken_nieuw"] == [
        {"wat": "Vier ochtenden van 5 uur", "wie": "Jasper", "wanneer": "2026-12-07", "hoort_bij_plan": True}
    ]
    assert talk.session.answers["geen_afspraken"] is False
    shown = talk.agreements()[0]
    assert (shown.what, shown.who, shown.when, shown.in_plan) == (
        "Vier ochtenden van 5 uur", "Jasper", "ma 7 december", True,
    )  # fmt: skip
    talk.add_agreement("Inpakken samen met Noor")
    talk.change_agreement(1, "wanneer", "eind volgende maand")
    assert talk.agreements()[1].when == "eind volgende maand"
    gone = talk.remove_agreement(0)
    assert [item.what for item in talk.agreements()] == ["Inpakken samen met Noor"]
    talk.put_back(0, gone)
    assert [item.what for item in talk.agreements()] == ["Vier ochtenden van 5 uur", "Inpakken samen met Noor"]


def test_rows_of_another_shape_do_no_harm(talk: Talk) -> None:
    talk.session.answer({"afspraken_nieuw": ["los", {"wat": "Goed"}]})
    assert [(item.index, item.what) for item in talk.agreements()] == [(1, "Goed")]
    assert talk.agreement_row(0) == {}


def test_an_agreement_that_was_still_being_typed_comes_into_the_report(talk: Talk) -> None:
    talk.type_agreement("Rooster maken")
    talk.make_report()
    assert [item.what for item in talk.agreements()] == ["Rooster maken"]
    assert talk.half_agreement == ""
    assert talk.session.answers.get("geen_afspraken") is None


def test_no_agreements_is_asked_once(talk: Talk) -> None:
    asked = [finding.key for finding in talk.session.wizard.findings()]
    assert "afspraken_nieuw" in asked
    talk.make_report()
    assert talk.session.answers["geen_afspraken"] is True
    assert "afspraken_nieuw" not in [finding.key for finding in talk.session.wizard.findings()]
    flow, context = talk.session.flow, talk.session.wizard.context
    tick = flow.field("geen_afspraken")
    assert tick.is_asked(talk.session.answers, context), "the tick stands in the report"
    talk.session.answer({"geen_afspraken": False})
    assert tick.is_asked(talk.session.answers, context)
    assert "afspraken_nieuw" in [finding.key for finding in talk.session.wizard.findings()]


def test_a_talk_that_was_stopped_says_nothing_about_agreements(talk: Talk) -> None:
    talk.stop()
    assert talk.session.answers.get("geen_afspraken") is None


def test_who_is_there_can_be_chosen(talk: Talk) -> None:
    talk.session.answer({"aanwezig": [{"naam": "Jasper"}, {"naam": "Femke"}, {"naam": "Jasper"}, {"naam": None}]})
    assert talk.people() == ("Jasper", "Femke")
    talk.session.answer({"aanwezig": None})
    assert talk.people() == ()


def test_the_next_talk_is_the_answer_of_the_form(talk: Talk) -> None:
    assert (talk.has_next, talk.next_words, talk.may_call) == (False, "", False)
    talk.set_next("2026-12-14T16:00")
    talk.set_may_call(on=True)
    assert (talk.has_next, talk.next_words, talk.may_call) == (True, "maandag 14 december, 16.00 uur", True)
    assert talk.session.answers["volgende"] == "2026-12-14T16:00"
    assert talk.next_problem() == ""
    talk.set_next("2026-11-02T16:00")
    assert talk.next_problem() == "De volgende afspraak ligt voor dit gesprek. Kies een latere dag."
    talk.set_may_call(on=False)
    assert talk.session.answers["eerder"] is None


# --- the end ----------------------------------------------------------------------------------------------------------


def test_the_end_in_five_lines(talk: Talk) -> None:
    talk.tick("Hoe gaat het?", done=True)
    empty = talk.summary()
    assert [line.kind for line in empty] == ["points", "notes", "agreements", "next", "copy"]
    assert [line.text for line in empty] == [
        "1 van 4 besproken.",
        "Geen notities.",
        "Geen nieuwe afspraken.",
        "Nog geen dag voor het volgende gesprek.",
        "Geef Jasper een kopie van het verslag.",
    ]
    left = (
        "Niet besproken: ‘Nieuws van het werk’, ‘Wat heb je van mij nodig?’, ‘Volgende keer’. "
        "Dat staat zo in het verslag."
    )
    assert empty[0].more == left
    for key in AGENDA:
        talk.tick(key, done=True)
    talk.set_note("Hoe gaat het?", "Hij is moe.")
    talk.add_agreement("Rooster maken")
    talk.set_next("2026-12-14T16:00")
    full = talk.summary()
    assert [(line.text, line.more) for line in full[:4]] == [
        ("4 van 4 besproken.", ""),
        ("Notities bij 1 punt. Ze komen in het verslag.", "1 woord bekijk je straks, in het verslag."),
        ("1 afspraak gemaakt.", "Bij 1 afspraak mist nog wie of wanneer."),
        ("Volgend gesprek: maandag 14 december, 16.00 uur.", ""),
    ]
    talk.make_report()
    assert talk.summary()[1].text == "Alles staat al in het verslag."


def test_stopping_writes_one_neutral_sentence_and_goes_to_the_report(talk: Talk) -> None:
    talk.set_note("Hoe gaat het?", "Bakken gaat goed.")
    sentence = "Het gesprek is gestopt. We spreken verder op een ander moment."
    talk.stop()
    talk.stop()
    assert talk.session.answers["werk_nu"] == f"Hoe gaat het? Bakken gaat goed.\n\n{sentence}"
    assert talk.session.wizard.current == "gesprek"
    assert talk.session.meta.left_open == AGENDA


# --- what the paper says ----------------------------------------------------------------------------------------------


def agenda_on_paper(session: FormSession) -> Any:
    return session.snapshot().field("agenda").answer


def test_the_paper_says_which_points_were_not_discussed(talk: Talk) -> None:
    talk.session.answer({"inbreng_wn": "Fiets in de stalling"})
    talk.tick("Hoe gaat het?", done=True)
    talk.tick("Volgende keer", done=True)
    assert agenda_on_paper(talk.session) == AGENDA, "nothing is claimed before the report is made"
    talk.make_report()
    assert agenda_on_paper(talk.session) == [
        "Hoe gaat het?",
        "Nieuws van het werk (niet besproken)",
        "Wat heb je van mij nodig? (niet besproken)",
        "Volgende keer",
        "Punt van Jasper: Fiets in de stalling (niet besproken)",
    ]
    assert talk.session.snapshot().field("inbreng_wn").answer == "Fiets in de stalling"
    sheet = talk.session.snapshot(layout="agenda")
    assert sheet.field("agenda").answer == AGENDA, "the sheet for on the table says nothing about it"
    talk.tick("Nieuws van het werk", done=True)
    assert "Nieuws van het werk" in agenda_on_paper(talk.session)
    talk.session.answer({"agenda": ["Hoe gaat het?", "Wat heb je nu van mij nodig?"]})
    assert agenda_on_paper(talk.session)[:2] == ["Hoe gaat het?", "Wat heb je nu van mij nodig?"]


def test_a_report_without_a_talk_on_the_screen_claims_nothing(talk: Talk) -> None:
    talk.tick("Hoe gaat het?", done=True)
    talk.set_note("Hoe gaat het?", "Bakken gaat goed.")
    snapshot = talk.session.snapshot()
    assert snapshot.field("agenda").answer == AGENDA
    assert "niet_besproken" not in snapshot.extra


def test_a_next_version_says_the_same_about_the_points(talk: Talk, desk: Workspace) -> None:
    session = talk.session
    session.answer({**REPORT, "aanwezig": [{"naam": "Jasper", "rol": "werknemer"}]})
    talk.tick("Hoe gaat het?", done=True)
    talk.set_note("Hoe gaat het?", "Bakken gaat goed.")
    talk.make_report()
    paper = desk.papers.snapshot(finish(session))
    assert paper.field("agenda").answer == [AGENDA[0], *(f"{point} (niet besproken)" for point in AGENDA[1:])]
    assert paper.extra["niet_besproken"] == AGENDA[1:]
    again = Talk(desk.open_form("gesprek", session.case_id, slot=session.slot))
    assert agenda_on_paper(again.session) == paper.field("agenda").answer
    assert [point.done for point in again.points()] == [True, False, False, False]
    again.tick(AGENDA[1], done=True)
    assert agenda_on_paper(again.session)[:2] == AGENDA[:2]


def test_other_forms_and_drafts_of_before_open_as_they_were(talk: Talk, desk: Workspace) -> None:
    session = talk.session
    session.answer({**REPORT, "werk_nu": "Goed.", "aanwezig": [{"naam": "Jasper", "rol": "werknemer"}]})
    finish(session)
    again = desk.open_form("gesprek", session.case_id, slot=session.slot)
    assert again.meta.left_open is None
    old = DraftMeta(step="agenda", visited=[], carried={}, employee_id="", ticked=["Hoe gaat het?"])
    assert (old.notes, old.left_open) == ({}, None)
    assert DraftMeta(**DraftMeta(notes={"a": "b"}, left_open=[]).to_dict()) == DraftMeta(notes={"a": "b"}, left_open=[])


def test_a_talk_that_waits_forgets_what_an_evaluation_answers(tmp_path: Path) -> None:
    made = example_file(tmp_path / "v.reintegratie", lambda: datetime(2026, 11, 21, 12))
    case_id = next(case.id for case in made.store.cases.all() if case.nummer == "2026-002")
    begun = made.open_form("gesprek", case_id, slot="begonnen")
    old = begun.answers["afspraken_oud"]
    begun.answer({"datum": "2026-11-23T10:00", "afspraken_oud": [*old[:-1], {**old[-1], "nagekomen": "deels"}]})
    begun.save()
    held = made.open_form("evaluatie", case_id)
    rows = [{**row, "uitgevoerd": "ja"} for row in held.answers["activiteiten"]]
    actions = [{**row, "gedaan": "ja"} for row in held.answers["leidinggevende_acties"]]
    held.answer({
        "activiteiten": rows, "leidinggevende_acties": actions, "werk_nu": "eigen_werk_aangepast",
        "doel_gehaald": "ja", "waarom": "Vaste dagen.", "samenwerking": "goed", "einddoel": "ja",
        "geen_afspraken": True, "visie_wn": "Goed.", "visie_wg": "Goed.",
    })  # fmt: skip
    held.finish()
    names = {row["activiteit"] for row in rows}
    kept = [row["afspraak"] for row in made.open_form("gesprek", case_id, slot="begonnen").answers["afspraken_oud"]]
    of_plan = [row["afspraak"] for row in old if row["afspraak"].split(" (")[0] in names]
    assert len(of_plan) > 3 and old[-1]["afspraak"] in kept, "an answered row stays"
    assert not set(of_plan[:-1]) & set(kept)
    assert set(kept) >= {row["afspraak"] for row in old} - set(of_plan), "what was agreed in a talk is still asked"
    made.close()
