"""The journal: it grows, and every change afterwards shows."""

import random
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reintegratie_desktop.store.cases import Case
from reintegratie_desktop.store.connection import DataFile
from reintegratie_desktop.store.journal import BrokenRow, Journal
from reintegratie_desktop.text.errors import BugError

DAY = date(2026, 1, 5)
TRIGGERS = ("journal_no_update", "journal_no_delete")


def grow(data_file: DataFile, case_id: str, rows: int) -> Journal:
    journal, now = Journal(data_file), datetime(2026, 11, 23, 10, tzinfo=UTC)
    with data_file.atomic():
        for number in range(rows):
            journal.append(
                case_id,
                now=now + timedelta(minutes=number),
                happened_on=DAY,
                kind="contact",
                description=f"regel {number}",
            )
    return journal


def test_an_empty_journal(data_file: DataFile) -> None:
    journal = Journal(data_file)
    assert (journal.head(), journal.rows(), journal.verify()) == ("", [], None)
    assert not journal.knows("0" * 64)


@given(st.text(st.characters(), max_size=300), st.text(st.characters(), max_size=20), st.booleans())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_row_comes_back_as_it_was(data_file: DataFile, case: Case, text: str, who: str, visible: bool) -> None:
    journal, now = Journal(data_file), datetime(2026, 11, 23, 10, 30, tzinfo=UTC)
    row = journal.append(
        case.id, now=now, happened_on=DAY, kind="gesprek", description=text, who=who, with_whom=who, document="p1",
        visible_to_employee=visible,
    )  # fmt: skip
    assert journal.rows(case.id)[-1] == row
    assert (row.description, row.who, row.with_whom, row.document, row.visible_to_employee) == (
        text,
        who,
        who,
        "p1",
        visible,
    )
    assert (row.at, row.happened_on, row.kind, row.corrects) == (now, DAY, "gesprek", None)
    assert journal.head() == row.hash
    assert journal.verify() is None


def test_rows_of_a_case_and_of_the_whole_file(data_file: DataFile, case: Case, now: datetime) -> None:
    journal = grow(data_file, case.id, 2)
    journal.append("", now=now, happened_on=DAY, kind="overdracht", description="reservekopie gemaakt")
    assert [row.nr for row in journal.rows()] == [1, 2, 3]
    assert [row.nr for row in journal.rows(case.id)] == [1, 2]
    assert [row.description for row in journal.rows("")] == ["reservekopie gemaakt"]


def test_a_correction_is_a_new_row_about_an_old_one(data_file: DataFile, case: Case, now: datetime) -> None:
    journal = grow(data_file, case.id, 1)
    row = journal.append(case.id, now=now, happened_on=DAY, kind="correctie", description="dag verbeterd", corrects=1)
    assert row.corrects == 1
    for case_id, corrects in ((case.id, 99), ("", 1)):
        with pytest.raises(BugError):
            journal.append(case_id, now=now, happened_on=DAY, kind="correctie", description="x", corrects=corrects)
    assert len(journal.rows()) == 2


def test_an_old_head_is_known_and_another_is_not(data_file: DataFile, case: Case) -> None:
    journal = grow(data_file, case.id, 3)
    printed = journal.head()
    grow(data_file, case.id, 2)
    assert journal.head() != printed
    assert journal.knows(printed)
    assert not journal.knows("f" * 64)


def test_equal_rows_have_different_links(data_file: DataFile, case: Case, now: datetime) -> None:
    journal = Journal(data_file)
    hashes = {
        journal.append(case.id, now=now, happened_on=DAY, kind="contact", description="gelijk").hash for _ in range(5)
    }
    assert len(hashes) == 5


@pytest.mark.parametrize(
    "attempt",
    [
        "UPDATE journal SET content = '{}' WHERE nr = 2",
        "UPDATE journal SET content = NULL WHERE nr = 2",
        "DELETE FROM journal WHERE nr = 2",
        "INSERT OR REPLACE INTO journal SELECT nr, case_id, '{}', digest, prev, hash FROM journal WHERE nr = 2",
    ],
)
def test_the_file_refuses_to_change_a_row(data_file: DataFile, case: Case, attempt: str) -> None:
    journal = grow(data_file, case.id, 3)
    before = journal.rows()
    with pytest.raises(BugError, match="append-only"):
        data_file.write(attempt)
    assert journal.rows() == before


def test_while_a_case_is_erased_no_other_row_and_no_link_can_change(data_file: DataFile, case: Case) -> None:
    grow(data_file, case.id, 3)
    Journal(data_file).append(
        "", now=datetime(2026, 11, 23, tzinfo=UTC), happened_on=DAY, kind="x", description="van het bestand"
    )
    data_file.write("INSERT INTO erasing VALUES (?)", (case.id,))
    for attempt in (
        "UPDATE journal SET content = NULL WHERE nr = 4",
        "UPDATE journal SET content = '{}' WHERE nr = 2",
        "UPDATE journal SET content = NULL, digest = '' WHERE nr = 2",
        "UPDATE journal SET content = NULL, prev = '' WHERE nr = 2",
        "UPDATE journal SET content = NULL, nr = 9 WHERE nr = 2",
        "DELETE FROM journal WHERE nr = 2",
    ):
        with pytest.raises(BugError, match="append-only"):
            data_file.write(attempt)


def tamper(data_file: DataFile, chance: random.Random, rows: int) -> tuple[int, str]:
    """Change the journal behind the back of the triggers; return the row that should be named, and what was done."""
    nr = chance.randint(1, rows)
    match chance.randrange(9):
        case 0:
            data_file.write("UPDATE journal SET content = replace(content, 'regel', 'regen') WHERE nr = ?", (nr,))
            return nr, "content"
        case 1:
            data_file.write("UPDATE journal SET content = NULL WHERE nr = ?", (nr,))
            return nr, "emptied"
        case 2:
            data_file.write("UPDATE journal SET case_id = 'ander' WHERE nr = ?", (nr,))
            return nr, "case"
        case 3:
            data_file.write("DELETE FROM journal WHERE nr = ?", (nr,))
            return nr, "deleted"
        case 4:
            data_file.write("DELETE FROM journal WHERE nr >= ?", (nr,))
            return nr, "cut off"
        case 5:
            data_file.write("DELETE FROM journal WHERE nr = ?", (nr,))
            data_file.write("UPDATE journal SET nr = nr - 1 WHERE nr > ?", (nr,))
            return nr, "deleted and renumbered"
        case 6:
            other = nr % rows + 1
            first, second = (data_file.row("SELECT * FROM journal WHERE nr = ?", (n,)) for n in (nr, other))
            assert first is not None
            assert second is not None
            for target, source in ((nr, second), (other, first)):
                data_file.write("UPDATE journal SET content = ? WHERE nr = ?", (source["content"], target))
            return min(nr, other), "swapped"
        case 7:
            data_file.write(
                "UPDATE journal SET digest = replace(digest, substr(digest, 1, 1), 'x') WHERE nr = ?", (nr,)
            )
            return nr, "digest"
        case _:
            data_file.write("UPDATE journal SET hash = 'x' || hash WHERE nr = ?", (nr,))
            return nr, "hash"


def test_every_tampering_is_found_at_its_row(data_file: DataFile, case: Case) -> None:
    rows = 12
    journal = grow(data_file, case.id, rows)
    for trigger in TRIGGERS:
        data_file.write(f"DROP TRIGGER {trigger}")
    chance = random.Random(20261123)
    done: set[str] = set()

    class UndoError(Exception):
        pass

    for _number in range(300):
        with pytest.raises(UndoError), data_file.atomic():
            expected, what = tamper(data_file, chance, rows)
            found = journal.verify()
            assert found is not None, what
            assert found.nr == expected, what
            done.add(what)
            raise UndoError
        assert journal.verify() is None
    assert len(done) == 9


def test_a_chain_without_links_would_not_notice(data_file: DataFile, case: Case, monkeypatch: Any) -> None:
    """Show that the links do the work: with a link that leaves out the previous one, a swap of rows goes unnoticed."""
    from reintegratie_desktop.store import journal as module

    monkeypatch.setattr(module, "_link", lambda _previous, digest: digest)
    monkeypatch.setattr(module, "_digest", lambda _nr, _case, content: content[:0] + "d")
    journal = Journal(data_file)
    with pytest.raises(BugError):
        grow(data_file, case.id, 2)  # equal links: the file itself refuses the second
    assert journal.rows() == []


def test_a_missing_head_is_noticed(data_file: DataFile, case: Case) -> None:
    journal = grow(data_file, case.id, 3)
    data_file.write("DELETE FROM journal_head")
    assert journal.verify() == BrokenRow(4, "missing")


def test_a_long_journal_is_checked_quickly(data_file: DataFile, case: Case) -> None:
    journal = grow(data_file, case.id, 1500)
    assert journal.verify() is None
    assert len(journal.rows(case.id)) == 1500
