"""How people are named: initials get their points, whatever was typed."""

import pytest

from reintegratie_desktop.services.names import first_name, full_name, paper_name
from reintegratie_desktop.text.initials import initials


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("sm", "S.M."),
        ("S.M.", "S.M."),
        ("s.m", "S.M."),
        ("K J", "K.J."),
        ("é", "É."),
        ("Th.M.", "Th.M."),
        ("", ""),
        (None, ""),
    ],
)
def test_initials(typed: object, written: str) -> None:
    assert initials(typed) == written


def test_the_name_on_paper() -> None:
    employee = {"voorletters": "sm", "roepnaam": "Sanne", "voorvoegsel": "de", "achternaam": "Wit"}
    assert paper_name(employee) == "S.M. de Wit"
    assert full_name(employee) == "Sanne de Wit"
    assert full_name({**employee, "roepnaam": ""}) == "S.M. de Wit"
    assert paper_name({"roepnaam": "Sanne", "achternaam": "Wit"}) == "Sanne Wit"
    assert first_name({"achternaam": "Wit"}) == "Wit"
    assert full_name({}) == "Nieuwe werknemer"
