"""Making and opening a file, and every way in which that can fail without touching the file."""

import os
import shutil
import signal
import stat
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from reintegratie_desktop.store import connection, lock
from reintegratie_desktop.store.cipher import SUFFIX, connect
from reintegratie_desktop.store.connection import DataFile, create_file, data_file_path, open_file, open_with_key
from reintegratie_desktop.store.drafts import DraftRepository
from reintegratie_desktop.store.errors import (
    DamagedFile,
    FileExists,
    FileInUse,
    FileMissing,
    FileMoved,
    FolderMissing,
    KeyFileMismatch,
    KeyFileMissing,
    NewerFile,
    NotADataFile,
    PasswordNeeded,
    WrongPassword,
)
from reintegratie_desktop.store.keys import KdfParams, key_file_for
from reintegratie_desktop.store.migrations import MIGRATIONS, newest
from reintegratie_desktop.text.errors import BugError, KnownError

HOLD = """
import sys, datetime
from pathlib import Path
from reintegratie_desktop.store.connection import open_file
opened = open_file(Path(sys.argv[1]), sys.argv[2], now=datetime.datetime(2026, 11, 23))
print("open", flush=True)
sys.stdin.read()
opened.close()
"""


@pytest.fixture
def closed(path: Path, kdf: KdfParams, now: datetime, password: str, filler: Callable[..., Any]) -> Path:
    with create_file(path, password, now=now, kdf=kdf) as made:
        filler(made, now, "merk")
    for file in path.parent.iterdir():
        os.utime(file, ns=(10**18, 10**18))
    return path


def test_what_was_written_is_there_after_closing(
    closed: Path, now: datetime, password: str, everything: Callable[..., Any], state: Callable[..., Any]
) -> None:
    before = state(closed.parent)
    with open_file(closed, password, now=now) as opened:
        first = everything(opened)
        assert not opened.was_stopped_halfway
        assert opened.folder == closed.parent
        opened.check(thorough=True)
        assert opened.check() is None
    assert len(first["journal"]) == 3
    assert state(closed.parent) == before
    assert sorted(before) == ["bakkerij.reintegratie", "bakkerij.reintegratie.sleutel"]


@pytest.mark.skipif(sys.platform == "win32", reason="modes are of POSIX")
def test_only_the_owner_can_read_the_files(closed: Path) -> None:
    for file in closed.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_names_with_odd_characters_work(tmp_path: Path, kdf: KdfParams, now: datetime, password: str) -> None:
    path = tmp_path / "Bakkerij 't Hoekje é #1? 100%.reintegratie"
    create_file(path, password, now=now, kdf=kdf).close()
    open_file(path, password, now=now).close()
    assert len(list(tmp_path.iterdir())) == 2


def test_the_suffix_is_added_once() -> None:
    assert data_file_path(Path("map/zaak")).name == "zaak" + SUFFIX
    assert data_file_path(Path("map/zaak.reintegratie")).name == "zaak" + SUFFIX
    assert data_file_path(Path("map/zaak 2.0")).name == "zaak 2.0" + SUFFIX


def _spoil_nothing(path: Path) -> None:
    pass


def _make_sqlite(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00" + bytes(8176))


def _flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[100] ^= 4
    path.write_bytes(content)


def _make_newer(path: Path) -> None:
    _execute(path, "PRAGMA user_version=99")


def _make_foreign(path: Path) -> None:
    _execute(path, "PRAGMA application_id=7")


def _make_unborn(path: Path) -> None:
    _execute(path, "PRAGMA user_version=0")


def _add_trigger(path: Path) -> None:
    _execute(path, "CREATE TRIGGER kwaad AFTER INSERT ON drafts BEGIN DELETE FROM settings; END")


def _add_view(path: Path) -> None:
    _execute(path, "CREATE VIEW extra AS SELECT * FROM werknemers")


KEY = b"s" * 32


def _execute(path: Path, sql: str) -> None:
    database = connect(path, KEY)
    database.execute(sql)
    database.close()


FAILURES: list[tuple[Callable[[Path], object], str, type[KnownError]]] = [
    (_spoil_nothing, "verkeerd", WrongPassword),
    (_spoil_nothing, "", WrongPassword),
    (_flip, "goed", DamagedFile),
    (lambda path: path.write_bytes(path.read_bytes()[: 3 * 4096]), "goed", DamagedFile),
    (lambda path: path.write_bytes(path.read_bytes()[:1000]), "goed", DamagedFile),
    (lambda path: path.write_bytes(b""), "goed", DamagedFile),
    (_make_sqlite, "goed", NotADataFile),
    (lambda path: key_file_for(path).unlink(), "goed", KeyFileMissing),
    (_make_newer, "goed", NewerFile),
    (_make_foreign, "goed", NotADataFile),
    (_make_unborn, "goed", NotADataFile),
    (_add_trigger, "goed", NotADataFile),
    (_add_view, "goed", NotADataFile),
    (lambda path: path.unlink(), "goed", FileMissing),
]


@pytest.mark.parametrize(("spoil", "typed", "expected"), FAILURES)
def test_a_file_that_does_not_open_is_left_alone(
    path: Path,
    kdf: KdfParams,
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
    state: Callable[..., Any],
    spoil: Callable[[Path], object],
    typed: str,
    expected: type[KnownError],
) -> None:
    monkeypatch.setattr(connection, "new_data_key", lambda: KEY)
    create_file(path, "goed", now=now, kdf=kdf).close()
    spoil(path)
    for file in path.parent.iterdir():
        os.utime(file, ns=(10**18, 10**18))
    before = state(path.parent)
    with pytest.raises(expected) as caught:
        open_file(path, typed, now=now)
    assert type(caught.value) is expected
    assert caught.value.code
    assert caught.value.next_step
    assert state(path.parent) == before


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("brief.docx", b"PK\x03\x04" + bytes(20_000), NotADataFile),
        ("leeg.reintegratie", b"", NotADataFile),
        ("kort.reintegratie", b"abc", NotADataFile),
        ("tekst.reintegratie", b"gewone tekst " * 1000, NotADataFile),
        ("ruis.reintegratie", b"\x8f" * 8192, KeyFileMissing),
    ],
)
def test_something_else_is_recognised(
    tmp_path: Path, now: datetime, state: Callable[..., Any], name: str, content: bytes, expected: type[KnownError]
) -> None:
    (tmp_path / name).write_bytes(content)
    before = state(tmp_path)
    with pytest.raises(expected) as caught:
        open_file(tmp_path / name, "x", now=now)
    assert name in str(caught.value)
    assert state(tmp_path) == before


def test_the_key_file_of_another_file_is_recognised(
    tmp_path: Path, kdf: KdfParams, now: datetime, password: str, state: Callable[..., Any]
) -> None:
    first, second = tmp_path / "een.reintegratie", tmp_path / "twee.reintegratie"
    create_file(first, password, now=now, kdf=kdf).close()
    create_file(second, password, now=now, kdf=kdf).close()
    shutil.copyfile(key_file_for(first), key_file_for(second))
    before = state(tmp_path)
    with pytest.raises(KeyFileMismatch) as caught:
        open_file(second, password, now=now)
    assert "twee.reintegratie.sleutel" in caught.value.message
    assert state(tmp_path) == before


def test_a_wrong_key_from_paper(closed: Path, now: datetime, state: Callable[..., Any]) -> None:
    before = state(closed.parent)
    with pytest.raises(DamagedFile):
        open_with_key(closed, b"w" * 32, now=now)
    assert state(closed.parent) == before


def test_an_existing_file_is_never_overwritten(
    closed: Path, kdf: KdfParams, now: datetime, password: str, state: Callable[..., Any]
) -> None:
    before = state(closed.parent)
    with pytest.raises(FileExists):
        create_file(closed, password, now=now, kdf=kdf)
    assert state(closed.parent) == before


def test_a_file_that_appears_in_the_last_moment_is_not_overwritten(
    path: Path, kdf: KdfParams, now: datetime, password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = connection.reserve

    def late(target: Path) -> None:
        target.write_bytes(b"van een ander")
        real(target)

    monkeypatch.setattr(connection, "reserve", late)
    with pytest.raises(FileExists):
        create_file(path, password, now=now, kdf=kdf)
    assert path.read_bytes() == b"van een ander"
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_folder_that_is_not_there(tmp_path: Path, kdf: KdfParams, now: datetime, password: str) -> None:
    with pytest.raises(FolderMissing):
        create_file(tmp_path / "weg" / "x.reintegratie", password, now=now, kdf=kdf)
    with pytest.raises(FileMissing):
        open_file(tmp_path / "weg" / "x.reintegratie", password, now=now)
    assert list(tmp_path.iterdir()) == []


def test_a_file_needs_a_password(path: Path, kdf: KdfParams, now: datetime) -> None:
    with pytest.raises(PasswordNeeded):
        create_file(path, "", now=now, kdf=kdf)
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("step", ["connect", "write_slot", "_opened", "read_header"])
def test_a_failed_creation_leaves_nothing(
    path: Path, kdf: KdfParams, now: datetime, password: str, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(connection, step, fail)
        with pytest.raises(KnownError) as caught:
            create_file(path, password, now=now, kdf=kdf)
    assert caught.value.code == "schijf_vol"
    assert str(path.parent) in caught.value.message
    assert list(path.parent.iterdir()) == []
    create_file(path, password, now=now, kdf=kdf).close()


def test_twice_in_one_program(data_file: DataFile, now: datetime, password: str) -> None:
    with pytest.raises(FileInUse):
        open_file(data_file.path, password, now=now)
    assert data_file.row("SELECT 1 AS een") == {"een": 1}


def test_in_use_by_another_program_and_taken_over_after_a_kill(
    closed: Path, now: datetime, password: str, start: Callable[..., Any], state: Callable[..., Any]
) -> None:
    holder = start(HOLD, closed, password)
    assert holder.stdout.readline() == "open\n"
    before = closed.read_bytes()
    lock_file = closed.with_name(closed.name + ".in-gebruik")
    assert int(lock_file.read_text()) == holder.pid
    for _again in range(2):
        with pytest.raises(FileInUse) as caught:
            open_file(closed, password, now=now)
        assert caught.value.code == "in_gebruik"
    with pytest.raises(FileInUse):
        open_file(closed, "verkeerd", now=now)
    assert closed.read_bytes() == before
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    assert lock_file.exists()
    with pytest.raises(WrongPassword):
        open_file(closed, "verkeerd", now=now)
    assert lock_file.exists(), "the mark of the sudden stop stays until the file opens"
    with open_file(closed, password, now=now) as opened:
        assert opened.was_stopped_halfway
        assert int(lock_file.read_text()) == os.getpid()
    assert not lock_file.exists()
    with open_file(closed, password, now=now) as opened:
        assert not opened.was_stopped_halfway


def test_a_tidy_end_in_another_program_frees_the_file(
    closed: Path, now: datetime, password: str, start: Callable[..., Any]
) -> None:
    holder = start(HOLD, closed, password)
    assert holder.stdout.readline() == "open\n"
    holder.stdin.close()
    assert holder.wait() == 0
    with open_file(closed, password, now=now) as opened:
        assert not opened.was_stopped_halfway


def test_another_name_for_the_same_file_is_seen(data_file: DataFile, now: datetime, password: str) -> None:
    link = data_file.path.with_name("snelkoppeling.reintegratie")
    link.symlink_to(data_file.path)
    with pytest.raises(FileInUse):
        open_file(link, password, now=now)
    link.unlink()


def test_a_hard_link_to_a_file_in_use_is_seen(
    closed: Path, now: datetime, password: str, start: Callable[..., Any]
) -> None:
    other = closed.with_name("tweede.reintegratie")
    os.link(closed, other)
    shutil.copyfile(key_file_for(closed), key_file_for(other))
    holder = start(HOLD, other, password)
    assert holder.stdout.readline() == "open\n"
    with pytest.raises(FileInUse):
        open_file(closed, password, now=now)
    assert not closed.with_name(closed.name + ".in-gebruik").exists()


def test_a_lock_file_that_keeps_disappearing_counts_as_in_use(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(b"x")
    monkeypatch.setattr(lock.InstanceLock, "_is_current", lambda _self, _handle: False)
    with pytest.raises(FileInUse):
        lock.InstanceLock(path).acquire()


def test_the_lock_is_taken_again_when_the_previous_holder_removes_its_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(b"x")
    real, removed = lock._lock, []

    def just_removed(handle: int) -> None:
        real(handle)
        if not removed:
            removed.append(True)
            (path.parent / (path.name + ".in-gebruik")).unlink()

    monkeypatch.setattr(lock, "_lock", just_removed)
    held = lock.InstanceLock(path)
    held.acquire()
    assert held.path.exists()
    assert not held.left_behind
    held.release()
    held.release()
    assert not held.path.exists()


def test_a_lock_that_the_disk_cannot_keep_is_an_error(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(_handle: int) -> None:
        raise OSError(95, "not supported")

    monkeypatch.setattr(lock, "_lock", unsupported)
    with pytest.raises(OSError, match="not supported"):
        lock.InstanceLock(path).acquire()


def test_a_full_disk_does_not_stop_the_note_in_the_lock(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = lock.InstanceLock(path)
    held.acquire()

    def full(_handle: int, _content: bytes) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        held.stamp()
    held.release()
    assert not held.path.exists()


def test_after_closing_nothing_works_and_closing_again_is_fine(data_file: DataFile) -> None:
    data_file.close()
    data_file.close()
    with pytest.raises(BugError):
        data_file.rows("SELECT 1")
    with pytest.raises(BugError):
        data_file.write("DELETE FROM drafts")


def test_closing_in_the_middle_of_a_block_writes_nothing(data_file: DataFile, now: datetime, password: str) -> None:
    path = data_file.path
    with pytest.raises(BugError), data_file.atomic():
        DraftRepository(data_file).save("", "werkgever", {"a": 1}, {}, now)
        data_file.close()
    with open_file(path, password, now=now) as opened:
        assert DraftRepository(opened).list("") == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not let go of an open file")
@pytest.mark.parametrize("how", ["moved", "removed"])
def test_a_file_that_moves_while_it_is_open(data_file: DataFile, now: datetime, how: str) -> None:
    drafts = DraftRepository(data_file)
    drafts.save("", "werkgever", {"a": 1}, {}, now)
    if how == "moved":
        data_file.path.rename(data_file.path.with_name("elders.reintegratie"))
    else:
        data_file.path.unlink()
    with pytest.raises(FileMoved) as caught:
        drafts.save("", "werkgever", {"a": 2}, {}, now)
    assert str(data_file.path) in caught.value.message


def test_every_setting_holds(data_file: DataFile) -> None:
    expected = {
        "locking_mode": "exclusive", "journal_mode": "delete", "synchronous": 3, "fullfsync": 1, "secure_delete": 1,
        "trusted_schema": 0, "cell_size_check": 1, "mmap_size": 0, "foreign_keys": 1, "temp_store": 2,
        "recursive_triggers": 1, "application_id": connection.APPLICATION_ID, "user_version": newest(MIGRATIONS),
    }  # fmt: skip
    found = {name: next(iter((data_file.row(f"PRAGMA {name}") or {}).values())) for name in expected}
    assert found == expected


def test_a_setting_that_does_not_take_is_a_bug(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from reintegratie_desktop.store import cipher

    path.write_bytes(b"")
    monkeypatch.setattr(cipher, "_PRAGMAS", (("foreign_keys", "ON", 5),))
    with pytest.raises(BugError, match="foreign_keys"):
        connect(path, b"k" * 32)


def test_a_bug_in_a_block_comes_out_as_itself_and_undoes_the_block(data_file: DataFile, now: datetime) -> None:
    with pytest.raises(ZeroDivisionError), data_file.atomic():
        DraftRepository(data_file).save("", "werkgever", {"a": 1}, {}, now)
        _ = 1 / 0
    assert DraftRepository(data_file).list("") == []


def test_blocks_inside_each_other(data_file: DataFile, now: datetime) -> None:
    drafts = DraftRepository(data_file)
    with data_file.atomic():
        drafts.save("", "a", {}, {}, now)
        with pytest.raises(BugError), data_file.atomic():
            drafts.save("", "b", {}, {}, now)
            data_file.write("INSERT INTO nergens VALUES (1)")
        drafts.save("", "c", {}, {}, now)
    assert [draft.form for draft in drafts.list("")] == ["a", "c"]
