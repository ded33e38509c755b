"""A disk that is full, cannot be written or fails: a calm error, nothing lost, and it works again afterwards."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from reintegratie_desktop.store import driver, files
from reintegratie_desktop.store.attachments import AttachmentRepository
from reintegratie_desktop.store.connection import DataFile, create_file, open_file
from reintegratie_desktop.store.drafts import DraftRepository
from reintegratie_desktop.store.errors import (
    DamagedFile,
    DiskFull,
    DiskTrouble,
    FileExists,
    FileInUse,
    FileMissing,
    FileMoved,
    FolderMissing,
    NoPermission,
    ReadOnly,
    TooLittleMemory,
    guarded,
    translated,
)
from reintegratie_desktop.store.keys import KdfParams, key_file_for
from reintegratie_desktop.text.errors import BugError, KnownError

BIG = {"verslag": "x" * 400_000}


def test_a_full_disk_keeps_the_previous_draft_and_works_again(data_file: DataFile, now: datetime) -> None:
    drafts = DraftRepository(data_file)
    drafts.save("", "werkgever", {"verslag": "eerste"}, {}, now)
    pages = next(iter((data_file.row("PRAGMA page_count") or {}).values()))
    data_file.rows(f"PRAGMA max_page_count={pages + 2}")
    for _again in range(3):
        with pytest.raises(DiskFull) as caught:
            drafts.save("", "werkgever", BIG, {}, now)
        assert str(data_file.folder) in caught.value.message
        found = drafts.load("", "werkgever")
        assert found is not None
        assert found.answers == {"verslag": "eerste"}
    drafts.save("", "werkgever", {"verslag": "klein"}, {}, now)
    data_file.rows("PRAGMA max_page_count=100000")
    assert drafts.save("", "werkgever", BIG, {}, now).answers == BIG
    data_file.check(thorough=True)


LIMITED = """
import datetime, resource, sys
from pathlib import Path
from reintegratie_desktop.store.connection import open_file
from reintegratie_desktop.store.drafts import DraftRepository
from reintegratie_desktop.text.errors import KnownError
path, now = Path(sys.argv[1]), datetime.datetime(2026, 11, 23)
opened = open_file(path, sys.argv[2], now=now)
drafts = DraftRepository(opened)
drafts.save("", "a", {"verslag": "eerste"}, {}, now)
hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
codes = set()
for room in range(0, 400_000, 30_000):
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + room, hard))
    try:
        drafts.save("", "b", {"verslag": "x" * 400_000}, {}, now)
    except KnownError as error:
        codes.add(error.code)
        assert str(path.parent) in error.message
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    assert drafts.load("", "a").answers == {"verslag": "eerste"}
    assert drafts.load("", "b") is None, room
drafts.save("", "b", {"verslag": "x" * 400_000}, {}, now)
opened.check(thorough=True)
opened.close()
with open_file(path, sys.argv[2], now=now) as opened:
    assert len(DraftRepository(opened).load("", "b").answers["verslag"]) == 400_000
print(sorted(codes))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits are of POSIX")
def test_writes_that_break_off_halfway(data_file: DataFile, password: str, start: Callable[..., Any]) -> None:
    data_file.close()
    output, _ = start(LIMITED, data_file.path, password).communicate(timeout=60)
    assert output.strip() in {"['schijf_fout']", "['schijf_vol']"}


REALLY_FULL = """
import datetime, sys
from pathlib import Path
from reintegratie_desktop.store.connection import create_file, open_file
from reintegratie_desktop.store.drafts import DraftRepository
from reintegratie_desktop.store.errors import DiskFull
from reintegratie_desktop.store.keys import KdfParams, change_password
folder, now = Path(sys.argv[1]), datetime.datetime(2026, 11, 23)
path, kdf = folder / "zaak.reintegratie", KdfParams.for_tests()
opened = create_file(path, "goed", now=now, kdf=kdf)
drafts = DraftRepository(opened)
drafts.save("", "a", {"verslag": "eerste"}, {}, now)
failed = 0
def expect_full(action):
    global failed
    try:
        action()
    except DiskFull as error:
        assert str(folder) in error.message
        failed += 1
    else:
        raise SystemExit("not full")
expect_full(lambda: drafts.save("", "b", {"verslag": "x" * 6_000_000}, {}, now))
filler = folder / "vulling"
with filler.open("wb", buffering=0) as file:
    try:
        while file.write(b"x" * 512):
            pass
    except OSError:
        pass
expect_full(lambda: drafts.save("", "a", {"verslag": "x" * 20_000}, {}, now))
expect_full(lambda: opened.copy_to(folder / "kopie.reintegratie"))
expect_full(lambda: change_password(path, "goed", "ander", kdf))
expect_full(lambda: create_file(folder / "nieuw.reintegratie", "goed", now=now, kdf=kdf))
assert drafts.load("", "a").answers == {"verslag": "eerste"}
opened.close()
assert sorted(p.name for p in folder.iterdir()) == ["vulling", "zaak.reintegratie", "zaak.reintegratie.sleutel"]
opened = open_file(path, "goed", now=now)
drafts = DraftRepository(opened)
assert drafts.load("", "a").answers == {"verslag": "eerste"}
filler.unlink()
drafts.save("", "a", {"verslag": "x" * 20_000}, {}, now)
opened.copy_to(folder / "kopie.reintegratie")
opened.check(thorough=True)
opened.close()
print("failed", failed)
"""


def _can_mount() -> bool:
    if shutil.which("unshare") is None:
        return False
    command = ["unshare", "-rm", "mount", "-t", "tmpfs", "klein", tempfile.gettempdir()]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not _can_mount(), reason="this system does not let a test mount a small disk")
def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    mount = 'mount -t tmpfs -o size=4m klein "$1" && exec "$2" -c "$3" "$1"'
    command = ["unshare", "-rm", "sh", "-c", mount, "sh", str(tmp_path), sys.executable, REALLY_FULL]
    result = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (result.stdout, result.returncode) == ("failed 5\n", 0), result.stderr


UNPRIVILEGED = """
import datetime, os, sys
from pathlib import Path
from reintegratie_desktop.store import driver
from reintegratie_desktop.store.connection import create_file, open_file
from reintegratie_desktop.store.drafts import DraftRepository
from reintegratie_desktop.store.keys import KdfParams
from reintegratie_desktop.text.errors import KnownError
import argon2.low_level, cryptography.hazmat.primitives.ciphers.aead
loaded = driver.load()
loaded.database(loaded.connect("file::memory:")).close()  # without rights the libraries cannot be found any more
folder, now = Path(sys.argv[1]), datetime.datetime(2026, 11, 23)
path = folder / "zaak.reintegratie"
if os.getuid() == 0:
    os.setuid(65534)
def attempt(action):
    try:
        action()
    except KnownError as error:
        print(error.code, str(folder) in error.message, flush=True)
    else:
        print("gelukt", flush=True)
attempt(lambda: open_file(path, "goed", now=now))
attempt(lambda: create_file(folder / "nieuw.reintegratie", "goed", now=now, kdf=KdfParams.for_tests()))
"""


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """Give a folder that a user without rights can reach."""
    folder = Path(tempfile.mkdtemp())
    yield folder
    folder.chmod(0o700)
    shutil.rmtree(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="modes are of POSIX")
@pytest.mark.parametrize("which", ["folder", "file"])
def test_a_folder_or_file_that_may_not_be_written(
    shared_folder: Path, now: datetime, kdf: KdfParams, start: Callable[..., Any], state: Callable[..., Any], which: str
) -> None:
    path = shared_folder / "zaak.reintegratie"
    create_file(path, "goed", now=now, kdf=kdf).close()
    key_file_for(path).chmod(0o444)
    path.chmod(0o444)
    shared_folder.chmod(0o555 if which == "folder" else 0o777)
    before = state(shared_folder)
    output, _ = start(UNPRIVILEGED, shared_folder).communicate(timeout=60)
    refused = "niet_schrijven True"
    assert output.split("\n")[:2] == [refused, refused if which == "folder" else "gelukt"]
    assert {name: before[name] for name in before} == {n: s for n, s in state(shared_folder).items() if n in before}


class _StrangeError(Exception):
    """Stands for a driver error with a given code."""


def _error(code: int, name: str = "") -> Exception:
    error: Exception = driver.load().dbapi.OperationalError("disk")
    error.sqlite_errorcode = code  # type: ignore[attr-defined]
    error.sqlite_errorname = name  # type: ignore[attr-defined]
    return error


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (3, ReadOnly), (5, FileInUse), (6, FileInUse), (7, TooLittleMemory), (8, ReadOnly), (10, DiskTrouble),
        (11, DamagedFile), (13, DiskFull), (14, NoPermission), (24, DamagedFile), (26, DamagedFile),
        (8 | 4 << 8, FileMoved), (10 | 12 << 8, TooLittleMemory), (10 | 3 << 8, DiskTrouble),
        (11 | 1 << 8, DamagedFile),
        (5 | 1 << 8, FileInUse), (1, BugError), (19, BugError), (0, BugError),
    ],
)  # fmt: skip
def test_every_code_of_the_driver_has_its_error(path: Path, code: int, expected: type[Exception]) -> None:
    path.write_bytes(b"x")
    with pytest.raises(expected), guarded(path):
        raise _error(code)


def test_a_journal_that_cannot_be_made_because_the_folder_is_gone(path: Path) -> None:
    assert isinstance(translated(_error(14), path), FileMoved)


@pytest.mark.parametrize(
    ("number", "expected"),
    [(28, DiskFull), (122, DiskFull), (27, DiskFull), (13, ReadOnly), (1, ReadOnly), (30, ReadOnly), (2, FileMissing),
     (17, FileExists), (12, TooLittleMemory), (5, DiskTrouble), (116, DiskTrouble)],
)  # fmt: skip
def test_every_error_of_the_system_has_its_sentence(path: Path, number: int, expected: type[KnownError]) -> None:
    with pytest.raises(expected) as caught, guarded(path):
        raise OSError(number, os.strerror(number))
    assert caught.value.next_step
    assert caught.value.code


def test_a_missing_folder_is_told_apart_from_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing), guarded(tmp_path / "weg" / "x"):
        (tmp_path / "weg" / "x").read_bytes()


def test_an_unexplained_error_on_a_nearly_full_disk_is_the_disk_being_full(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(path.parent)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage._replace(free=1000))
    assert isinstance(translated(_error(10), path), DiskFull)

    def gone(_folder: object) -> None:
        raise OSError(5, "gone")

    monkeypatch.setattr(shutil, "disk_usage", gone)
    assert isinstance(translated(_error(10), path), DiskTrouble)


def test_other_errors_pass_through_unchanged(path: Path) -> None:
    with pytest.raises(_StrangeError), guarded(path):
        raise _StrangeError


@pytest.mark.parametrize("code", [10 | 4 << 8, 10 | 5 << 8])
def test_after_a_failed_sync_the_file_must_be_opened_anew(
    data_file: DataFile, now: datetime, password: str, code: int
) -> None:
    drafts, path = DraftRepository(data_file), data_file.path
    drafts.save("", "werkgever", {"a": 1}, {}, now)
    with pytest.raises(DiskTrouble), data_file.atomic():
        raise _error(code)
    with pytest.raises(DiskTrouble):
        drafts.save("", "werkgever", {"a": 2}, {}, now)
    with pytest.raises(DiskTrouble):
        drafts.load("", "werkgever")
    data_file.close()
    with open_file(path, password, now=now) as opened:
        assert DraftRepository(opened).save("", "werkgever", {"a": 3}, {}, now).version == 2


def test_a_copy_opens_with_the_same_password_and_holds_the_same(
    data_file: DataFile, now: datetime, password: str, filler: Callable[..., Any], everything: Callable[..., Any]
) -> None:
    filler(data_file, now, "merk")
    target = data_file.folder / "kopie.reintegratie"
    data_file.copy_to(target)
    with open_file(target, password, now=now) as copy:
        assert everything(copy) == everything(data_file)
        copy.check(thorough=True)
    assert target.read_bytes()[:16] != data_file.path.read_bytes()[:16]


def test_a_copy_never_overwrites(data_file: DataFile, state: Callable[..., Any]) -> None:
    target = data_file.folder / "kopie.reintegratie"
    for taken in (target, key_file_for(target)):
        taken.write_bytes(b"van een ander")
        with pytest.raises(FileExists) as caught:
            data_file.copy_to(target)
        assert taken.name in caught.value.message
        assert taken.read_bytes() == b"van een ander"
        taken.unlink()
    with pytest.raises(FolderMissing):
        data_file.copy_to(data_file.folder / "weg" / "kopie.reintegratie")


def test_a_copy_without_room_is_not_begun(data_file: DataFile, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(data_file.folder)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage._replace(free=1000))
    before = sorted(p.name for p in data_file.folder.iterdir())
    with pytest.raises(DiskFull):
        data_file.copy_to(data_file.folder / "kopie.reintegratie")
    assert sorted(p.name for p in data_file.folder.iterdir()) == before


def test_a_copy_that_fails_leaves_nothing(data_file: DataFile, monkeypatch: pytest.MonkeyPatch) -> None:
    from reintegratie_desktop.store import connection

    def fail(_source: Path, _target: Path) -> None:
        raise PermissionError(13, "refused")

    monkeypatch.setattr(connection, "move_over", fail)
    before = sorted(p.name for p in data_file.folder.iterdir())
    with pytest.raises(ReadOnly):
        data_file.copy_to(data_file.folder / "kopie.reintegratie")
    assert sorted(p.name for p in data_file.folder.iterdir()) == before


def test_a_copy_that_differs_is_refused(data_file: DataFile, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    from reintegratie_desktop.store import connection

    DraftRepository(data_file).save("", "werkgever", {}, {}, now)
    real = connection.read_header

    def empty_first(path: Path, **options: Any) -> bytes:
        with open_copy(path) as copy:
            copy.execute("DELETE FROM drafts")
        return real(path, **options)

    class open_copy:  # noqa: N801 - used as a function
        def __init__(self, path: Path) -> None:
            self.database = connection.connect(path, data_file.data_key)

        def __enter__(self) -> Any:
            return self.database

        def __exit__(self, *_error: object) -> None:
            self.database.close()

    monkeypatch.setattr(connection, "read_header", empty_first)
    with pytest.raises(DamagedFile):
        data_file.copy_to(data_file.folder / "kopie.reintegratie")


def test_windows_holding_a_file_for_a_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "sleutel"
    target.write_bytes(b"oud")
    real, asked = Path.replace, []

    def busy(source: Path, to: Path) -> Path:
        asked.append(to)
        if len(asked) < 4:
            error = PermissionError(13, "busy")
            error.winerror = 32  # type: ignore[attr-defined]
            raise error
        return real(source, to)

    monkeypatch.setattr(Path, "replace", busy)
    monkeypatch.setattr(files, "_PAUSE_SECONDS", 0)
    files.replace_with(target, b"nieuw")
    assert target.read_bytes() == b"nieuw"
    assert len(asked) == 4


def test_a_write_that_breaks_off_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="space"):
        files.write_new(tmp_path / "sleutel", b"inhoud")
    assert list(tmp_path.iterdir()) == []


def test_a_large_attachment_that_does_not_fit_leaves_nothing(data_file: DataFile) -> None:
    pages = next(iter((data_file.row("PRAGMA page_count") or {}).values()))
    data_file.rows(f"PRAGMA max_page_count={pages + 5}")
    with pytest.raises(DiskFull):
        AttachmentRepository(data_file).add(b"x" * 1_000_000)
    assert data_file.rows("SELECT sha256 FROM blobs") == []
