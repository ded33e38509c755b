"""The guard as a service: the shape other programs read."""

from reintegratie_desktop.services.privacy import check


def test_the_answer_has_the_shape_of_the_command_line() -> None:
    text = "Op dinsdag 😀 naar de fysio."

    assert check(text) == {
        "vondsten": [
            {
                "van": 21,
                "tot": 26,
                "woord": "fysio",
                "soort": "behandeling",
                "waarom": check(text)["vondsten"][0]["waarom"],
                "alternatief": "niet beschikbaar op dinsdagochtend",
            }
        ]
    }
    assert text[21:26] == "fysio"
    assert "bedrijfsarts" in check(text)["vondsten"][0]["waarom"]


def test_a_text_about_work_gives_an_empty_list() -> None:
    assert check("Tillen tot 5 kg, drie dagen van twee uur.") == {"vondsten": []}


def test_allowed_words_are_passed_on() -> None:
    assert check("Kliniek Noord is klant.", allowed={"kliniek"}) == {"vondsten": []}
