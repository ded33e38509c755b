"""The talk guides: complete for every kind of talk, short enough for one sheet, and without a word about health."""

import re
from string import Formatter
from typing import Any

import pytest

from reintegratie_desktop.forms import talk_guide
from reintegratie_desktop.forms.flows.gesprek import FLOW
from reintegratie_desktop.forms.talk_guide import NEVER_ASK, spoken
from reintegratie_desktop.forms.talk_guides import (
    ALL_GUIDES,
    CARD_LINES,
    GUIDES,
    TALK_LINES,
    agenda_for,
    cards_for,
    hint_for,
    point_for,
    talk_cards,
    tells_it_anyway,
    tells_it_short,
)
from reintegratie_desktop.forms.talk_guides_late import PATHS, TEAM_SHEET
from reintegratie_desktop.text.guard import find
from reintegratie_desktop.text.i18n import set_language

LONGEST_CARD_LINE = 95
"""Characters: about three printed lines on a card of 62 mm."""


def all_texts() -> list[str]:
    lists = (
        NEVER_ASK,
        talk_guide.GENERAL_DO,
        talk_guide.GENERAL_DONT,
        talk_guide.WHY_NOT,
        PATHS,
        (talk_guide.TELLS_IT_ANYWAY, talk_guide.TELLS_IT_SHORT, talk_guide.WRITE_ONLY),
        *(tuple(guide.texts()) for guide in ALL_GUIDES),
    )
    return [text for part in lists for text in part]


def test_every_kind_of_talk_has_its_guide() -> None:
    assert list(GUIDES) == [
        "ziekmelding",
        "weekcontact",
        "tweewekelijkse_check_in",
        "zesweken_evaluatie",
        "re_integratiegesprek_voor_terugkeer",
        "terugvalgesprek",
        "eerstejaarsevaluatie",
        "spoor_2_gesprek",
        "nazorg",
        "frequent_verzuim",
        "conflict_gesprek_van_drie",
    ]
    assert all(key == guide.key for key, guide in GUIDES.items())
    assert TEAM_SHEET in ALL_GUIDES
    assert TEAM_SHEET.key not in GUIDES


@pytest.mark.parametrize("guide", ALL_GUIDES, ids=lambda guide: guide.key)
def test_a_guide_is_complete(guide: Any) -> None:
    assert all(text.strip() == text and text for text in guide.texts())
    assert 4 <= len(guide.agenda) <= 9
    for part in (guide.prepare, guide.may_ask, guide.never_extra, guide.do, guide.dont, guide.record, guide.after):
        assert part
        assert len(set(part)) == len(part)
    assert guide.never_ask[: len(NEVER_ASK)] == NEVER_ASK
    assert len(guide.never_ask) > len(NEVER_ASK) == 10
    assert not set(guide.may_ask) & set(guide.never_ask)


def test_talks_end_with_a_next_time() -> None:
    for key in ("ziekmelding", "weekcontact", "tweewekelijkse_check_in", "nazorg", "conflict_gesprek_van_drie"):
        points = " ".join(agenda_for(key)).casefold()
        assert re.search(r"volgende? (keer|contact|afspraak)", points), key


def test_the_talk_before_the_return_has_the_nine_points() -> None:
    points = agenda_for("re_integratiegesprek_voor_terugkeer", "Karim")
    assert len(points) == 9
    assert points[3] == "Komende periode: welke taken, welke dagen, hoe lang?"
    assert points[8] == "Kop koffie op het werk? Alleen als Karim dat wil"


def test_an_unknown_kind_gives_an_empty_agenda_and_the_general_rules() -> None:
    assert agenda_for("") == []
    assert hint_for("", "Hoe gaat het?") == ""
    cards = cards_for("")
    assert cards["mag"] == []
    assert cards["nooit"] == list(NEVER_ASK[:CARD_LINES])
    assert cards["zo"]


def test_the_name_stands_in_the_texts() -> None:
    assert spoken("Laat {naam} kiezen.", "Fatima") == "Laat Fatima kiezen."
    assert spoken("Laat {naam} kiezen.") == "Laat de werknemer kiezen."
    assert spoken("Laat {naam} kiezen.", "{vreemd}") == "Laat {vreemd} kiezen."
    assert cards_for("nazorg", "Fatima")["zo"][0] == "Laat Fatima eerst zelf een oplossing noemen."


def test_a_point_has_its_hint() -> None:
    for guide in GUIDES.values():
        for point, text in zip(guide.agenda, agenda_for(guide.key, "Jan"), strict=True):
            assert hint_for(guide.key, text, "Jan") == spoken(point.hint, "Jan")
    assert hint_for("nazorg", "Iets van onszelf") == ""


@pytest.mark.parametrize("kind", [*GUIDES, ""])
def test_the_cards_fit_on_the_sheet(kind: str) -> None:
    for lines in cards_for(kind, "Anne-Marijke").values():
        assert len(lines) <= CARD_LINES
        assert len(set(lines)) == len(lines)
        assert all(len(line) <= LONGEST_CARD_LINE for line in lines)


@pytest.mark.parametrize("kind", GUIDES)
def test_the_card_of_what_is_never_asked_holds_something_of_this_talk(kind: str) -> None:
    assert spoken(GUIDES[kind].never_extra[0]) in cards_for(kind)["nooit"]


def test_no_sentence_begins_with_the_name() -> None:
    # Without a first name it says "de werknemer", which would begin with a small letter.
    for text in all_texts():
        assert not re.search(r"(^|[.?!] )\{naam\}", text), text
        assert {name for _, name, _, _ in Formatter().parse(text) if name} <= {"naam"}


def test_the_tone_is_calm() -> None:
    for text in all_texts():
        assert "!" not in text
        assert not re.search(r"\b(dient|verplicht veld|ongeldig|succesvol)\b", text, re.IGNORECASE), text


def test_nobody_scores_a_mood() -> None:
    for guide in ALL_GUIDES:
        for text in (*guide.may_ask, *guide.record, *(point.text for point in guide.agenda)):
            assert not re.search(r"\b(cijfer|score|schaal|stemming|humeur)\b", text, re.IGNORECASE), text


def test_no_text_holds_a_word_about_health() -> None:
    words = ("medis", "klacht", "behandel", "therap", "dokter", "arts precies zegt", "pijn", "gezondheid", "diagnos")
    for text in all_texts():
        assert not [word for word in words if word in text.casefold()], text


@pytest.mark.parametrize("guide", GUIDES.values(), ids=lambda guide: guide.key)
def test_a_point_asks_only_what_the_guide_allows_and_feeds_a_question_of_the_report(guide: Any) -> None:
    questions = {field.key for field in FLOW.steps[2].fields}
    for point in guide.agenda:
        assert set(point.asks) <= set(guide.may_ask)
        assert point.feeds in questions - {"schema"}
    assert sum(point.closes for point in guide.agenda) <= 1


@pytest.mark.parametrize("kind", [*GUIDES, ""])
def test_the_cards_beside_a_talk_are_short_and_begin_with_what_fits_the_point(kind: str) -> None:
    for text in [*agenda_for(kind, "Fatima"), "Iets van onszelf"]:
        may, never = talk_cards(kind, text, "Fatima")
        point = point_for(kind, text, "Fatima")
        asks = tuple(spoken(ask, "Fatima") for ask in point.asks) if point else ()
        assert may[: len(asks)] == asks
        assert len(may) <= TALK_LINES
        assert len(set(may)) == len(may)
        assert 3 <= len(never) <= TALK_LINES
        assert set(never) <= {spoken(line) for line in (*NEVER_ASK, *(GUIDES[kind].never_extra if kind else ()))}


def test_a_point_keeps_its_hint_in_another_language() -> None:
    set_language("en")
    assert point_for("nazorg", "Past het werk?") is not None
    assert point_for("re_integratiegesprek_voor_terugkeer", "Kop koffie op het werk? Alleen als Jan dat wil", "Jan")


def test_what_to_say_in_a_few_words() -> None:
    assert tells_it_short().startswith("Schrijf het niet op. Zeg: “Dank je dat je het zegt.")


def test_what_to_say_stands_in_it() -> None:
    assert "‘Dank je dat je het zegt. Ik schrijf dit niet op." in tells_it_anyway()


def test_the_guard_finds_nothing_in_any_guide() -> None:
    assert [(text, hit.word) for text in all_texts() for hit in find(spoken(text, "Fatima"))] == []


def test_the_guard_finds_nothing_on_any_card() -> None:
    for kind in GUIDES:
        lines = [line for card in cards_for(kind, "Fatima").values() for line in card]
        assert [(line, hit.word) for line in (*lines, tells_it_anyway()) for hit in find(line)] == []
