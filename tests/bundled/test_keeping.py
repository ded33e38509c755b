"""What was worked out of a file is kept for exactly the bytes it was made from."""

import marshal
import sys
from pathlib import Path

import pytest

from reintegratie_desktop.bundled import keeping
from reintegratie_desktop.bundled.keeping import kept, write_aside


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(keeping, "keep_path", lambda name: str(tmp_path / name))
    return tmp_path


def test_it_is_made_once_for_the_same_bytes(place: Path) -> None:
    made: list[bytes] = []

    def make(source: bytes) -> list[int]:
        made.append(source)
        return list(source)

    assert kept("proef", b"abc", make) == kept("proef", b"abc", make) == [97, 98, 99]
    assert made == [b"abc"]
    assert kept("proef", b"abd", make) == [97, 98, 100]
    assert kept("proef", b"abc", make) == [97, 98, 99]
    assert made == [b"abc", b"abd", b"abc"]
    assert [path.name for path in place.iterdir()] == ["proef"]


@pytest.mark.parametrize("content", [b"", b"onzin", marshal.dumps(1), marshal.dumps((b"abc", 7))[:-2]])
def test_a_broken_file_is_made_anew(place: Path, content: bytes) -> None:
    (place / "proef").write_bytes(content)
    assert kept("proef", b"abc", len) == 3
    assert marshal.loads((place / "proef").read_bytes()) == (b"abc", 3)


def test_what_cannot_be_kept_is_made_each_time(place: Path) -> None:
    assert kept("proef", b"a", lambda _source: place) == place
    assert not (place / "proef").exists()


def test_a_folder_that_refuses_and_a_python_that_may_not_write_are_no_trouble(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_aside(str(place / "geen map" / "proef"), b"x")
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    write_aside(str(place / "proef"), b"x")
    assert list(place.iterdir()) == []


def test_it_stands_where_python_keeps_our_compiled_modules() -> None:
    assert keeping.keep_path("wet").endswith(".wet")
    assert f"cpython-{sys.version_info.major}{sys.version_info.minor}" in keeping.keep_path("wet")
