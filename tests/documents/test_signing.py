from dataclasses import replace

from reintegratie_desktop.documents.build import build
from reintegratie_desktop.documents.pdf import render
from reintegratie_desktop.domain.snapshot import FieldState, SnapshotSection
from tests.documents.papers import field, load, options, paper
from tests.documents.reading import all_words


def test_frames_stand_where_the_form_tells_about_not_signing() -> None:
    """A form that asks its signatures only in the frames has no signature field in its sections."""
    base = load("plan_van_aanpak")
    asked = base.sections[-1]
    without = replace(asked, fields=tuple(item for item in asked.fields if item.kind != "signature"))
    document = build(replace(base, sections=(*base.sections[:-1], without)))
    last = document.sections[-1]
    assert last.title == "Ondertekening"
    assert [type(block).__name__ for block in last.blocks] == ["SignatureBlock", "RefusalBlock", "Copies"]
    named = replace(base, sections=(*base.sections[:-1], replace(asked, fields=asked.fields[-1:])))
    assert [type(block).__name__ for block in build(named).sections[-1].blocks] == [
        "SignatureBlock",
        "RefusalBlock",
        "Copies",
    ]


def test_a_signature_that_was_not_asked_is_an_ordinary_field() -> None:
    item = field("hand", "Handtekening", "signature", state=FieldState.NOT_ASKED, not_asked_because="Dat hoeft niet.")
    text = all_words(render(paper(item)))
    assert "Handtekening Niet van toepassing: dat hoeft niet." in text
    assert "Ondertekening" not in text


def test_what_was_offered_is_ticked_by_hand_in_the_words_of_the_form() -> None:
    base = load("plan_van_aanpak")
    offered = field(
        "weigering_aangeboden", "Wat is de werknemer aangeboden", "many", options=options("een gesprek over de reden")
    )
    asked = base.sections[-1]
    sections = (*base.sections[:-1], replace(asked, fields=(*asked.fields, offered)))
    text = all_words(render(replace(base, sections=sections)))
    assert "Wat is de werknemer aangeboden [ ] Een gesprek over de reden. Datum:" in text
    assert "Werknemer tekent niet, in eigen woorden van de werknemer:" in text


def test_a_name_that_is_not_known_yet_gets_a_line() -> None:
    base = load("plan_van_aanpak")
    nobody = tuple(replace(item, name="") for item in base.signatures)
    assert all_words(render(replace(base, signatures=nobody))).count("Naam Betekent:") == 2


def test_heading_of_a_table_is_not_said_twice() -> None:
    table = field("t", "Fasen", "table", [{"wat": "x"}], columns=(field("wat", "Wat"),), paper_help="Korte hulp")
    text = all_words(render(paper(sections=(SnapshotSection("b", "Fasen", "B", (table,)),))))
    assert "B Fasen Korte hulp Wat x" in text
