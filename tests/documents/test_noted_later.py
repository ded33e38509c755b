"""What was noted after finishing stands in its place on paper, and what is wrong in a draft is marked."""

from dataclasses import replace

import pytest

from reintegratie_desktop.documents.build import build
from reintegratie_desktop.documents.model import FieldBlock, State
from reintegratie_desktop.domain.snapshot import FieldState, FormSnapshot, SnapshotField, SnapshotSection

READ = SnapshotField("gezien", "Gezien op", "day", state=FieldState.EMPTY)
MADE = SnapshotField("gemaakt", "Gemaakt op", "day", "2026-11-20")
TABLE = SnapshotField(
    "rijen", "Afspraken", "table", [{"wat": "Bellen"}], columns=(SnapshotField("wat", "Wat", "text"),)
)


def paper(*fields: SnapshotField, **extra: object) -> FormSnapshot:
    return FormSnapshot(
        form="gesprek", code="GV", form_version="1", title="Proef", purpose="", employer="A", employee="B",
        case_number="1", eerste_ziektedag="2026-10-05", law_date="2026-10-05", made_on="2026-11-23", frozen_at="",
        version=1, sections=(SnapshotSection("een", "Een", fields=fields),), extra=extra,
    )  # fmt: skip


def blocks(snapshot: FormSnapshot, *, by_hand: bool = False) -> list[FieldBlock]:
    found = [block for section in build(snapshot, by_hand=by_hand).sections for block in section.blocks]
    return [block for block in found if isinstance(block, FieldBlock)]


def test_a_note_takes_the_place_of_the_empty_answer_and_says_when() -> None:
    (block,) = blocks(paper(READ, later={"gezien": {"antwoord": "2026-11-25", "op": "2026-11-26"}}))
    assert block.label.help == ("Later ingevuld op 26-11-2026.",)
    assert "25-11-2026" in str(block.parts)


def test_what_was_frozen_with_an_answer_never_gives_way_to_a_note() -> None:
    (block,) = blocks(paper(MADE, later={"gemaakt": {"antwoord": "2026-11-25", "op": "2026-11-26"}}))
    assert block.label.help == ()
    assert "20-11-2026" in str(block.parts)


@pytest.mark.parametrize(
    ("draft", "by_hand", "marked"), [(True, False, True), (False, False, False), (True, True, False)]
)
def test_a_wrong_value_is_marked_on_a_draft_only(draft: bool, by_hand: bool, marked: bool) -> None:
    snapshot = replace(paper(MADE, moet_kloppen={"gemaakt": [""]}), draft=draft)
    (block,) = blocks(snapshot, by_hand=by_hand)
    assert (State("Moet nog kloppen") in block.parts) is marked


def test_a_table_says_which_cells_are_wrong() -> None:
    snapshot = replace(paper(TABLE, moet_kloppen={"rijen": ["afspraak 1: Wat", ""]}), draft=True)
    assert "Afspraak 1: Wat" in str(blocks(snapshot)[-1].parts)
    whole = replace(paper(TABLE, moet_kloppen={"rijen": [""]}), draft=True)
    assert blocks(whole)[-1].label.text == "Afspraken"
    assert blocks(whole)[-1].parts == (State("Moet nog kloppen"),)
