"""Nothing readable on the disk, and nothing left after erasing."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from reintegratie_desktop.store.cases import CaseRepository
from reintegratie_desktop.store.cipher import PAGE_BYTES, SALT_BYTES
from reintegratie_desktop.store.connection import DataFile, create_file
from reintegratie_desktop.store.drafts import DraftRepository
from reintegratie_desktop.store.erasure import erase_case, erased_cases
from reintegratie_desktop.store.journal import Journal
from reintegratie_desktop.store.keys import KdfParams
from reintegratie_desktop.store.records import RecordRepository
from reintegratie_desktop.text.errors import BugError

MARKER = "Zebrafluit"
_IV_BYTES, _RESERVED = 16, 80


def decrypted(path: Path, key: bytes) -> bytes:
    """Return all pages of a closed file in the clear, free ones too."""
    content, pages = path.read_bytes(), []
    for start in range(0, len(content), PAGE_BYTES):
        page = content[start : start + PAGE_BYTES]
        sealed = page[SALT_BYTES if start == 0 else 0 : -_RESERVED]
        iv = page[-_RESERVED : -_RESERVED + _IV_BYTES]
        decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
        pages.append(decryptor.update(sealed) + decryptor.finalize())
    return b"".join(pages)


def test_no_word_can_be_read_on_the_disk(
    path: Path, kdf: KdfParams, now: datetime, password: str, filler: Callable[..., Any]
) -> None:
    seen: dict[str, bytes] = {}

    def look() -> None:
        for file in path.parent.iterdir():
            seen[file.name] = seen.get(file.name, b"") + file.read_bytes()

    made = create_file(path, password, now=now, kdf=kdf)
    key = made.data_key
    filler(made, now, MARKER)
    with made.atomic():
        DraftRepository(made).save("", "werkgever", {"t": f"{MARKER} " * 5000}, {}, now)
        journal = path.with_name(path.name + "-journal")
        made.rows("PRAGMA cache_spill=1")
        if journal.exists():
            seen[journal.name] = journal.read_bytes()
    made.copy_to(path.with_name("kopie.reintegratie"))
    made.close()
    look()
    assert {name.rsplit(".", 1)[-1] for name in seen} >= {"reintegratie", "sleutel", "reintegratie-journal"}
    for name, content in seen.items():
        for secret in (MARKER, MARKER.lower(), password, "CREATE TABLE", "achternaam"):
            assert secret.encode() not in content, name
        assert key not in content
        assert key.hex().encode() not in content
        assert MARKER not in name
    assert MARKER.encode() in decrypted(path, key), "the search would find it in the clear"
    assert MARKER.encode() in decrypted(path.with_name("kopie.reintegratie"), key)


def test_the_errors_name_no_content(data_file: DataFile, now: datetime) -> None:
    with pytest.raises(BugError) as caught:
        DraftRepository(data_file).save(MARKER, "gesprek", {"t": MARKER}, {}, now)
    assert MARKER not in str(caught.value)
    assert MARKER not in str(caught.value.__cause__)


def test_an_erased_case_leaves_nothing_and_the_chain_holds(
    path: Path, kdf: KdfParams, now: datetime, password: str, filler: Callable[..., Any]
) -> None:
    with create_file(path, password, now=now, kdf=kdf) as made:
        key, journal = made.data_key, Journal(made)
        kept = filler(made, now, "Blijvend")
        gone = filler(made, now, MARKER)
        journal.append(kept.id, now=now, happened_on=date(2026, 2, 1), kind="contact", description="Blijvend-na")
        head = journal.head()
        receipt = erase_case(made, gone.id, now)
        assert receipt.counts == {
            "drafts": 5, "guard_choices": 1, "attachments": 2, "paper_events": 2, "papers": 2, "own_steps": 2,
            "calendar_events": 1, "journal": 3, "cases": 1, "blobs": 2,
        }  # fmt: skip
        assert erased_cases(made) == [receipt]
        assert made.rows("SELECT * FROM erasing") == []
        assert journal.verify() is None
        assert journal.head() == head
        assert [row.description for row in journal.rows()][-1] == "Blijvend-na"
        assert journal.rows(gone.id) == []
        with pytest.raises(BugError):
            journal.append(gone.id, now=now, happened_on=date(2026, 2, 1), kind="contact", description="x")
        with pytest.raises(BugError):
            DraftRepository(made).save(gone.id, "gesprek", {"t": "te laat bewaard"}, {}, now)
        with pytest.raises(BugError):
            erase_case(made, gone.id, now)
        RecordRepository(made).remove_werknemer(gone.werknemer_id)
        RecordRepository(made).save_werkgever({"handelsnaam": "Blijvend"}, now)
        made.write("DELETE FROM settings")
        made.check(thorough=True)
        assert CaseRepository(made).add(kept.werknemer_id, date(2026, 3, 1), now).nummer == "2026-003"
    pages = decrypted(path, key)
    assert b"Blijvend-na" in pages
    assert MARKER.encode() not in pages
    assert MARKER.lower().encode() not in pages
