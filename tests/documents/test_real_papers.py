"""The papers of the example cases as they come out of the real forms: how long they are, and how they end."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from reintegratie_desktop.documents.build import build
from reintegratie_desktop.documents.layout import ends_alone, lay_out
from reintegratie_desktop.documents.pdf import render
from reintegratie_desktop.domain.snapshot import FormSnapshot
from reintegratie_desktop.forms.rules_talk import choose_kind
from reintegratie_desktop.forms.talk_guides import GUIDES
from reintegratie_desktop.services.workspace import Workspace
from tests.documents.papers import drafted, emptied
from tests.documents.reading import letters, pages_text, words
from tests.example_file import example_file

MOST_PAGES = {
    "ziekmelding": 2,
    "melding_arbodienst": 2,
    "taakprofiel": 2,
    "probleemanalyse": 2,
    "bijstelling_probleemanalyse": 3,
    "gesprek": 2,
    "contactplan": 1,
    "plan_van_aanpak": 4,
    "bijstelling_plan_van_aanpak": 3,
    "evaluatie": 5,  # that of the year shows every week of it
    "eindevaluatie": 3,
    "opbouwschema": 6,
    "uwv_42e_week": 2,
    "herstelmelding": 2,
    "spoor1_onderzoek": 2,
    "spoor2_start": 3,
    "zoekprofiel": 2,
    "voortgangsrapportage": 3,
    "werkervaringsplaats": 2,
    "arbeidsdeskundig_onderzoek": 2,
    "actueel_oordeel": 1,
    "oordeel_werknemer": 1,
    "medische_informatie_overdracht": 1,
    "re_integratieverslag": 4,
    "nazorgplan": 3,
    "brief_uitnodiging": 1,
    "brief_bevestiging_afspraken": 1,
    "brief_instemming_or": 1,
    "brief_wia_aanvraag": 1,
}
FURNITURE = 5
"""Lines of the running head and the foot."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    desk = example_file(tmp_path_factory.mktemp("papier") / "v.reintegratie", lambda: datetime(2026, 11, 23, 21, 47))
    yield desk
    desk.close()


@pytest.fixture(scope="module")
def snapshots(desk: Workspace) -> list[FormSnapshot]:
    return [desk.papers.snapshot(paper.id) for case in desk.store.cases.all() for paper in desk.papers.views(case.id)]


@pytest.fixture(scope="module")
def printed(snapshots: list[FormSnapshot]) -> list[tuple[FormSnapshot, list[str]]]:
    return [(snapshot, pages_text(render(snapshot))) for snapshot in snapshots]


def newest(snapshots: list[FormSnapshot]) -> dict[str, FormSnapshot]:
    return {snapshot.form: snapshot for snapshot in reversed(snapshots)}


def test_no_paper_is_longer_than_it_needs_to_be(printed: list[tuple[FormSnapshot, list[str]]]) -> None:
    assert {snapshot.form for snapshot, _pages in printed} == set(MOST_PAGES)
    for snapshot, pages in printed:
        assert len(pages) <= MOST_PAGES[snapshot.form], (snapshot.form, snapshot.case_number, snapshot.made_on)


def test_no_page_is_all_but_empty(printed: list[tuple[FormSnapshot, list[str]]]) -> None:
    for snapshot, pages in printed:
        for page in pages:
            assert len(page.strip().splitlines()) >= FURNITURE + 5, (snapshot.form, page)


def test_no_paper_ends_on_a_page_with_only_signatures(snapshots: list[FormSnapshot]) -> None:
    seen = 0
    for snapshot in snapshots:
        for made, by_hand in ((snapshot, False), (drafted(snapshot), False), (emptied(snapshot), True)):
            document = build(made, by_hand=by_hand)
            pages = lay_out(document, by_hand=by_hand)
            assert not ends_alone(pages), (snapshot.form, snapshot.case_number, snapshot.made_on, by_hand)
            seen += bool(snapshot.signatures)
    assert seen > 100


def test_above_the_signatures_stands_some_of_the_form(printed: list[tuple[FormSnapshot, list[str]]]) -> None:
    for snapshot, pages in printed:
        if snapshot.signatures and len(pages) > 1:
            above = pages[-1].partition("Ondertekening")[0]
            assert len(above.strip().splitlines()) >= FURNITURE + 3, (snapshot.form, snapshot.made_on)


def test_what_helps_on_the_screen_stays_there(printed: list[tuple[FormSnapshot, list[str]]]) -> None:
    for snapshot, pages in printed:
        text = letters(" ".join(pages))
        shown = letters(" ".join(f"{field.paper_help} {field.label}" for field in snapshot.fields()))
        for field in snapshot.fields():
            said = letters(field.help)
            if said and said not in shown and not field.own_words:
                assert said not in text, (snapshot.form, field.key)
        assert "Uit:" not in " ".join(pages)


def test_a_plan_ends_with_frames_refusal_and_copies_in_that_order(
    printed: list[tuple[FormSnapshot, list[str]]],
) -> None:
    forms = ("plan_van_aanpak", "bijstelling_plan_van_aanpak")
    plans = [pages for snapshot, pages in printed if snapshot.form in forms]
    assert len(plans) >= 6
    for pages in plans:
        last = words(pages[-1])
        places = [last.index(said) for said in ("Ondertekening", "Als de werknemer niet tekent", "Afschrift gaat")]
        assert places == sorted(places)
        assert words(" ".join(pages)).count("Als de werknemer niet tekent") == 1
        assert words(" ".join(pages)).count("Werknemer tekent niet: reden") == 1


def test_phases_are_blocks_that_stay_whole(printed: list[tuple[FormSnapshot, list[str]]]) -> None:
    schemes = [(snapshot, pages) for snapshot, pages in printed if snapshot.form == "opbouwschema"]
    for snapshot, pages in schemes:
        for number in range(1, len(snapshot.field("fasen").answer) + 1):
            (page,) = [words(page) for page in pages if f"Fase {number}: week" in words(page)]
            assert "Door naar volgende fase als" in page[page.index(f"Fase {number}: week") :]


def test_every_paper_prints_as_a_draft_and_empty_to_fill_in(snapshots: list[FormSnapshot]) -> None:
    for form, snapshot in newest(snapshots).items():
        draft = pages_text(render(drafted(snapshot)))
        assert all("CONCEPT" in page for page in draft), form
        by_hand = pages_text(render(emptied(snapshot), by_hand=True))
        assert len(by_hand) <= MOST_PAGES[form] + 2, form
        assert "Niet ingevuld" not in " ".join(by_hand), form


def test_both_frames_hold_the_name_of_who_signs(snapshots: list[FormSnapshot]) -> None:
    for snapshot in snapshots:
        assert all(signature.name for signature in snapshot.signatures), (snapshot.form, snapshot.signatures)


@pytest.mark.parametrize("kind", sorted(GUIDES))
def test_an_agenda_is_one_page_for_any_kind_of_talk(desk: Workspace, kind: str) -> None:
    session = desk.open_form("gesprek", desk.store.cases.all()[0].id)
    session.answer({**choose_kind(session.answers, kind, session.make_context()), "soort": kind})
    session.answer({"datum": "2026-11-25T10:00", "plaats": "werk"})
    agenda = session.snapshot(draft=False, layout="agenda")
    (page,) = pages_text(render(agenda))
    points = agenda.field("agenda").answer
    assert len(points) >= 4
    for number, point in enumerate(points, start=1):
        assert letters(f"{number} {point}") in letters(page)
    for card in ("mag", "nooit", "zo"):
        for line in agenda.extra[card][:6]:
            assert letters(line) in letters(page)
