"""Damage on the disk: it is refused or it changed nothing; it never comes out as other content."""

import random
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from reintegratie_desktop.store import driver
from reintegratie_desktop.store.attachments import AttachmentRepository
from reintegratie_desktop.store.cipher import PAGE_BYTES
from reintegratie_desktop.store.connection import create_file, open_file
from reintegratie_desktop.store.errors import DamagedFile
from reintegratie_desktop.store.keys import KdfParams
from reintegratie_desktop.store.papers import PaperRepository
from reintegratie_desktop.text.errors import KnownError

MUTATIONS = 200


def mutations(sound: bytes, seed: int) -> Iterator[bytes]:
    """Yield damaged versions of a file: bits, cuts, sectors, pages, the header, more at the end."""
    chance = random.Random(seed)
    pages = len(sound) // PAGE_BYTES
    for number in range(MUTATIONS):
        broken = bytearray(sound)
        match number % 8:
            case 0 | 1 | 2:
                broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
            case 3:
                del broken[chance.randrange(1, len(broken)) :]
            case 4:
                start = chance.randrange(len(broken) // 512) * 512
                broken[start : start + 512] = bytes(512)
            case 5:
                first, second = (chance.randrange(pages) * PAGE_BYTES for _ in range(2))
                one, two = broken[first : first + PAGE_BYTES], broken[second : second + PAGE_BYTES]
                broken[first : first + PAGE_BYTES], broken[second : second + PAGE_BYTES] = two, one
            case 6:
                broken[chance.randrange(100)] = chance.randrange(256)
            case _:
                broken += chance.randbytes(chance.randrange(1, 9000))
        yield bytes(broken)


@pytest.fixture
def filled(
    path: Path, kdf: KdfParams, now: datetime, password: str, filler: Callable[..., Any], everything: Callable[..., Any]
) -> tuple[Path, bytes, dict[str, Any]]:
    with create_file(path, password, now=now, kdf=kdf) as made:
        filler(made, now, "merk")
        content = everything(made)
    return path, path.read_bytes(), content


def test_damage_is_never_silently_different_content(
    filled: tuple[Path, bytes, dict[str, Any]], now: datetime, password: str, everything: Callable[..., Any]
) -> None:
    path, sound, content = filled
    refused = 0
    for broken in mutations(sound, seed=11):
        path.write_bytes(broken)
        try:
            with open_file(path, password, now=now) as opened:
                opened.check(thorough=True)
                assert everything(opened) == content
        except DamagedFile as error:
            refused += 1
            assert error.code in {"beschadigd", "sleutel_hoort_niet"}
        except KnownError as error:
            assert broken.startswith(b"SQLite format 3"), error
        assert path.read_bytes() == broken
        assert len(list(path.parent.iterdir())) == 2
    assert refused > 150


def test_reading_without_a_check_first_never_gives_other_content(
    filled: tuple[Path, bytes, dict[str, Any]], now: datetime, password: str, everything: Callable[..., Any]
) -> None:
    path, sound, content = filled
    refused = 0
    for broken in mutations(sound, seed=12):
        path.write_bytes(broken)
        try:
            with open_file(path, password, now=now) as opened:
                assert everything(opened) == content
        except DamagedFile:
            refused += 1
    assert refused > 100


def test_the_same_damage_to_an_unprotected_database_is_noticed_by_this_test(
    tmp_path: Path, filled: tuple[Path, bytes, dict[str, Any]]
) -> None:
    """Show that the check above has teeth: without encryption some of the damage does come out as other content."""
    dbapi = driver.load().dbapi
    plain = tmp_path / "open.db"
    connection = dbapi.connect(str(plain))
    connection.execute("CREATE TABLE t (a)")
    rows = [(text["answers"] * 3,) for text in filled[2]["drafts"]]
    connection.executemany("INSERT INTO t VALUES (?)", rows)
    connection.commit()
    connection.close()
    different = 0
    for broken in mutations(plain.read_bytes(), seed=11):
        plain.write_bytes(broken)
        connection = dbapi.connect(str(plain))
        try:
            different += connection.execute("SELECT a FROM t").fetchall() != rows
        except (*driver.errors(), UnicodeDecodeError):
            continue
        finally:
            connection.close()
    assert different > 20


def test_a_page_that_goes_bad_while_the_file_is_open(
    filled: tuple[Path, bytes, dict[str, Any]], now: datetime, password: str
) -> None:
    path, sound, _content = filled
    with open_file(path, password, now=now) as opened:
        with path.open("r+b") as file:
            for page in range(1, len(sound) // PAGE_BYTES):
                file.seek(page * PAGE_BYTES + 100)
                file.write(b"\xff\xfe")
        with pytest.raises(DamagedFile) as caught:
            opened.check()
        assert str(path) in caught.value.message
        with pytest.raises(DamagedFile):
            opened.copy_to(path.with_name("kopie.reintegratie"))
    assert not path.with_name("kopie.reintegratie").exists()
    assert not [p for p in path.parent.iterdir() if p.suffix == ".deel"]


def test_a_changed_snapshot_or_attachment_is_refused(
    filled: tuple[Path, bytes, dict[str, Any]], now: datetime, password: str
) -> None:
    path, _sound, content = filled
    paper, other = content["papers"][0]["id"], content["papers"][1]["id"]
    blob = content["blobs"][0]["sha256"]
    with open_file(path, password, now=now) as opened:
        opened.write("DROP TRIGGER papers_no_update")
        opened.write("UPDATE papers SET snapshot = replace(snapshot, 'merk', 'merg') WHERE id = ?", (paper,))
        opened.write("UPDATE papers SET answers = replace(answers, 'merk', 'merg') WHERE id = ?", (other,))
        opened.write("UPDATE blobs SET data = zeroblob(size) WHERE sha256 = ?", (blob,))
        for changed in (paper, other):
            with pytest.raises(DamagedFile):
                PaperRepository(opened).get(changed)
        with pytest.raises(DamagedFile):
            AttachmentRepository(opened).read(blob)
