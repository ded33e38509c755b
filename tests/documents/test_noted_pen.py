"""What was noted with a pen after finishing: signed, not signed with the own words, and copies that were given."""

from dataclasses import replace
from typing import Any

from reintegratie_desktop.documents.build import build
from reintegratie_desktop.documents.model import Copies, Document, RefusalBlock, RefusalNotes, SignatureBlock
from reintegratie_desktop.documents.pdf import render
from reintegratie_desktop.domain.snapshot import FormSnapshot, SnapshotSignature
from tests.documents.papers import field, load, paper
from tests.documents.reading import all_words

EMPLOYER = SnapshotSignature("Werkgever", "Noor Blom", "Betekent: gezien.")
EMPLOYEE = SnapshotSignature("Werknemer", "K. Haddou", "Betekent: gezien.", may_refuse=True)
TOLD = {
    "woorden": "Ik vind drie ochtenden te veel.",
    "aangeboden": ["gesprek"],
    "door": "Noor Blom",
    "op": "2026-02-20",
}
GIVEN = [{"aan": "Werknemer", "naam": "K. Haddou", "datum": "2026-02-21", "hoe": "Post"}]


def signed(*signatures: SnapshotSignature, **extra: Any) -> FormSnapshot:
    return paper(field("a", "Afspraak", answer="Bellen"), signatures=signatures, extra=extra)


def found(document: Document, kind: type) -> list[Any]:
    return [block for section in document.sections for block in section.blocks if isinstance(block, kind)]


def test_a_signature_noted_later_says_when_it_was_noted() -> None:
    put = replace(EMPLOYER, status="getekend", signed_on="2026-02-19")
    document = build(signed(put, EMPLOYEE, handtekeningen={"Werkgever": "2026-02-20"}))
    (block,) = found(document, SignatureBlock)
    assert (block.frames[0].strong, block.frames[0].date) == ("Getekend.", "19-02-2026")
    assert block.frames[0].said == "Op papier getekend. Genoteerd op 20-02-2026."
    assert block.frames[1].said == ""
    # The employee can still decline: the room to write that down stays.
    assert len(found(document, RefusalBlock)) == 1


def test_a_refusal_noted_later_stands_as_facts_on_a_paper_that_did_not_ask() -> None:
    declined = replace(EMPLOYEE, status="geweigerd", signed_on="2026-02-19")
    snapshot = signed(EMPLOYER, declined, handtekeningen={"Werknemer": "2026-02-20"}, weigering=TOLD)
    document = build(snapshot)
    (notes,) = found(document, RefusalNotes)
    assert [block.label.text for block in notes.fields] == [
        "Werknemer tekent niet: reden", "Wat is de werknemer aangeboden?", "Vastgelegd door"
    ]  # fmt: skip
    assert found(document, RefusalBlock) == []
    said = all_words(render(snapshot))
    assert "Niet getekend. De reden staat hieronder, in de woorden van de werknemer." in said
    assert "Ik vind drie ochtenden te veel." in said
    assert "[x] Een gesprek over de reden" in said
    assert "[ ] Het papier samen aanpassen" in said
    assert "Genoteerd op 20-02-2026." in said
    assert "19-02-2026 (datum van weigering)" in said


def test_without_words_the_refusal_itself_still_prints() -> None:
    declined = replace(EMPLOYEE, status="geweigerd", signed_on="2026-02-19")
    assert found(build(signed(EMPLOYER, declined)), RefusalNotes) == []
    silent = {**TOLD, "woorden": "", "aangeboden": [], "door": ""}
    (notes,) = found(build(signed(EMPLOYER, declined, weigering=silent)), RefusalNotes)
    assert len(notes.fields) == 2
    assert "Niet ingevuld" in all_words(render(signed(EMPLOYER, declined, weigering=silent)))


def test_a_plan_keeps_its_own_questions_about_it() -> None:
    plan = load("plan_van_aanpak")
    declined = replace(
        plan,
        signatures=tuple(
            replace(item, status="geweigerd", signed_on="2026-02-19") if item.may_refuse else item
            for item in plan.signatures
        ),
        extra={**plan.extra, "weigering": TOLD},
    )
    (notes,) = found(build(declined), RefusalNotes)
    assert len(notes.fields) == 3
    assert notes.fields[0].label.text in {item.label for item in plan.fields()}
    assert "Ik vind drie ochtenden te veel." in all_words(render(declined))


def test_copies_that_were_given_stand_at_the_end() -> None:
    snapshot = signed(afschriften=GIVEN)
    (copies,) = found(build(snapshot), Copies)
    assert len(copies.table.rows) == 1
    said = all_words(render(snapshot))
    assert "Afschriften" in said
    assert "[x] Werknemer K. Haddou 21-02-2026 Post" in said
    bare = [{"aan": "UWV", "naam": "", "datum": "2026-02-21", "hoe": ""}]
    assert "[x] UWV 21-02-2026" in all_words(render(signed(afschriften=bare)))


def test_a_draft_and_an_empty_paper_say_nothing_of_it() -> None:
    declined = replace(EMPLOYEE, status="geweigerd", signed_on="2026-02-19")
    snapshot = signed(EMPLOYER, declined, weigering=TOLD, afschriften=GIVEN)
    empty = build(snapshot, by_hand=True)
    assert found(empty, RefusalNotes) == found(empty, Copies) == []
    assert len(found(empty, RefusalBlock)) == 1
    assert found(build(replace(snapshot, draft=True)), Copies) == []
