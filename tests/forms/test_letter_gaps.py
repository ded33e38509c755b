"""The invitation: neutral by itself, with a duration that is one and open places that fill; and whole addresses."""

from datetime import date

import pytest

from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flows import flow
from reintegratie_desktop.forms.letter_text import OPEN, filled_in
from reintegratie_desktop.forms.rules import address_doubt

TODAY = date(2026, 11, 22)
LETTER = flow("brief_uitnodiging")


def test_a_letter_never_says_by_itself_that_it_stalls(monkeypatch: pytest.MonkeyPatch) -> None:
    from reintegratie_desktop.forms.flows import brief_uitnodiging

    monkeypatch.setattr(brief_uitnodiging, "suggested_kind", lambda _context: "terugvalgesprek")
    answers, _carried = LETTER.start(Context(today=TODAY))
    assert answers["soort"] == "tweewekelijkse_check_in"
    picked = LETTER.computed({**answers, "soort": "terugvalgesprek"}, Context(today=TODAY))
    assert "Het rooster lukt niet" not in " ".join(picked["agenda"])
    assert picked["agenda"][0] == "Het rooster en de uren"


def test_the_talk_that_is_prepared_is_the_moment_of_the_letter() -> None:
    planned = {"gesprek_gepland": {"datum": "2026-11-26T11:00"}}
    agreed = {"ziekmelding": {"contact_datum": "2026-11-24", "contact_tijd": "09:00"}}
    assert LETTER.start(Context(today=TODAY, papers={**planned, **agreed}))[0]["datumtijd"] == "2026-11-26T11:00"
    assert LETTER.start(Context(today=TODAY, papers=agreed))[0]["datumtijd"] == "2026-11-24T09:00"


@pytest.mark.parametrize(("typed", "wrong"), [("10:00", True), ("45", True), ("45 minuten", False), ("een uur", False)])
def test_a_duration_is_no_time_of_day(typed: str, wrong: bool) -> None:
    found = LETTER.findings({"duur": typed}, Context(today=TODAY))
    assert any(item.key == "duur" and item.level is Level.BLOCK for item in found) is wrong


WRITTEN = "Beste Karim,\n\nGraag spreek ik je op donderdag 26 november (Kade 8). Ongeveer 45 minuten.\n\nGroet,"


@pytest.mark.parametrize(
    ("said", "filled"),
    [
        (f"Graag spreek ik je op {OPEN} (Kade 8).", "Graag spreek ik je op donderdag 26 november (Kade 8)."),
        (
            f"Graag spreek ik je op {OPEN} (Kade 8). Ongeveer {OPEN} minuten.",
            "Graag spreek ik je op donderdag 26 november (Kade 8). Ongeveer 45 minuten.",
        ),
        (f"Kom je op {OPEN}?", f"Kom je op {OPEN}?"),
        (f"{OPEN} en dan", f"{OPEN} en dan"),
        ("Niets open.", "Niets open."),
    ],
)  # fmt: skip
def test_open_places_fill_themselves_where_the_words_around_them_are_the_same(said: str, filled: str) -> None:
    assert filled_in(said, WRITTEN) == filled


def test_what_is_still_open_in_the_answers_stays_open() -> None:
    assert filled_in(f"Ik zie je op {OPEN}", f"Ik zie je op {OPEN}") == f"Ik zie je op {OPEN}"
    assert filled_in(f"Ik zie je op {OPEN}", "Ik zie je op maandag") == "Ik zie je op maandag"


@pytest.mark.parametrize(
    ("address", "word"),
    [
        ({"straat": "0600000041"}, "telefoonnummer"),
        ({"straat": "Kade 8"}, "postcode, plaats"),
        ({"straat": "Kade 8", "postcode": "9999 ZZ", "plaats": "Demodorp"}, ""),
        ({}, ""),
        (None, ""),
    ],
)
def test_an_address_that_is_not_whole_is_named(address: object, word: str) -> None:
    assert word in address_doubt(address)
    assert bool(address_doubt(address)) is bool(word)
    for record in ("werkgever", "werknemer"):
        found = flow(record).findings({"adres": address}, Context(today=TODAY))
        assert any(item.key == "adres" and item.level is Level.WARN for item in found) is bool(word)
