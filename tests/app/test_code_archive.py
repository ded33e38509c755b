"""The archive of compiled modules: it serves what is still true, and nothing else."""

import builtins
import importlib
import marshal
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.machinery import ExtensionFileLoader
from pathlib import Path

import pytest

from reintegratie_desktop.app import code_archive
from reintegratie_desktop.app.code_archive import CodeArchive

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a folder with modules nobody has loaded, and take them out of Python afterwards."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    (tmp_path / "proefpakket").mkdir()
    (tmp_path / "proefpakket" / "__init__.py").write_text("WAARDE = 1\n")
    (tmp_path / "proefpakket" / "deel.py").write_text("WAARDE = 2\n")
    yield tmp_path
    forget()


def forget() -> None:
    for name in [name for name in sys.modules if name.startswith("proefpakket")]:
        del sys.modules[name]
    importlib.invalidate_caches()


def archived(path: Path) -> CodeArchive:
    """Write an archive with the two modules in it, and return a new one that reads it."""
    first = CodeArchive(str(path))
    first.install()
    importlib.import_module("proefpakket.deel")
    first.note()
    first.write()
    first.remove()
    forget()
    return CodeArchive(str(path))


def test_a_module_comes_out_of_the_archive_as_python_would_load_it(place: Path) -> None:
    archive = archived(place / "archief")
    archive.install()
    try:
        found = importlib.import_module("proefpakket.deel")
        package = sys.modules["proefpakket"]
    finally:
        archive.remove()
    assert archive not in sys.meta_path
    assert found.WAARDE == 2
    assert type(found.__spec__.loader).__module__ == code_archive.__name__  # type: ignore[union-attr]
    assert found.__file__ == str(place / "proefpakket" / "deel.py")
    assert found.__package__ == "proefpakket"
    assert package.__path__ == [str(place / "proefpakket")]
    assert found.__spec__.cached.endswith(".pyc")  # type: ignore[union-attr]
    # Loading it again reads what stands there now.
    (place / "proefpakket" / "deel.py").write_text("WAARDE = 33\n")
    assert importlib.reload(found).WAARDE == 33


def test_a_source_that_changed_is_read_and_archived_anew(place: Path) -> None:
    archive = archived(place / "archief")
    source = place / "proefpakket" / "deel.py"
    source.write_text("WAARDE = 'anders'\n")
    archive.install()
    assert importlib.import_module("proefpakket.deel").WAARDE == "anders"
    archive.note()
    archive.write()
    archive.remove()
    forget()
    again = CodeArchive(str(place / "archief"))
    again.install()
    found = importlib.import_module("proefpakket.deel")
    again.remove()
    assert found.WAARDE == "anders"
    assert type(found.__spec__.loader).__module__ == code_archive.__name__  # type: ignore[union-attr]


def test_a_source_that_is_gone_is_not_loaded(place: Path) -> None:
    archive = archived(place / "archief")
    (place / "proefpakket" / "deel.py").unlink()
    archive.install()
    try:
        with pytest.raises(ModuleNotFoundError):
            importlib.import_module("proefpakket.deel")
    finally:
        archive.remove()


@pytest.mark.parametrize("content", [b"", b"geen archief", marshal.dumps(3), marshal.dumps(((1, 2), {}))])
def test_a_file_that_is_no_archive_for_this_python_counts_for_nothing(place: Path, content: bytes) -> None:
    archived(place / "archief")
    (place / "archief").write_bytes(content)
    archive = CodeArchive(str(place / "archief"))
    archive.install()
    try:
        assert importlib.import_module("proefpakket.deel").WAARDE == 2
        assert archive.find_spec("proefpakket") is None
    finally:
        archive.remove()
        archive.remove()


def test_another_path_makes_the_archive_void(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = archived(place / "archief")
    monkeypatch.setattr(sys, "path", [*sys.path, "/ergens/anders"])
    archive.install()
    archive.remove()
    assert archive.find_spec("proefpakket") is None


def test_nothing_is_written_when_python_may_not_or_nothing_is_new(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = archived(place / "archief")
    written = (place / "archief").stat().st_mtime_ns
    archive.install()
    importlib.import_module("proefpakket.deel")
    archive.note()
    archive.write()
    archive.remove()
    assert (place / "archief").stat().st_mtime_ns == written
    (place / "archief").unlink()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    archived(place / "archief")
    assert not (place / "archief").exists()


def test_a_library_is_found_without_looking_for_it(place: Path) -> None:
    """Every test process has some; the archive names the file Python would find."""
    name = next(
        name
        for name, module in sys.modules.items()
        if isinstance(getattr(module.__spec__, "loader", None), ExtensionFileLoader)
    )
    archive = CodeArchive(str(place / "archief"))
    archive.install()
    archive._before = frozenset()
    archive.note()
    archive.write()
    archive.remove()
    again = CodeArchive(str(place / "archief"))
    again.install()
    again.remove()
    spec = again.find_spec(name)
    assert spec is not None
    assert isinstance(spec.loader, ExtensionFileLoader)
    assert spec.origin == sys.modules[name].__file__
    again._libraries[name] = (str(spec.origin), (0, 0))
    assert again.find_spec(name) is None, "another library than the one of the archive"


def test_a_library_that_is_gone_or_a_system_without_dlopen_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []

    def paths() -> Iterator[str]:
        begun.append("asked")
        yield "/bestaat/niet.so"
        begun.append("tried")

    code_archive.load_beside(paths())
    until = time.monotonic() + 5
    while "tried" not in begun and time.monotonic() < until:
        time.sleep(0.01)
    assert begun == ["asked", "tried"], "a library that is gone does not end the thread"
    monkeypatch.setattr(os, "name", "nt")
    code_archive.load_beside(paths())
    monkeypatch.undo()
    assert begun == ["asked", "tried"], "another system leaves the loading to Python"


def test_what_pyside_compiles_is_kept_for_exactly_that_source(place: Path) -> None:
    archive = CodeArchive(str(place / "archief"))
    plain = builtins.compile
    name = "shibokensupport/proef.py"
    with archive.keeping_embedded():
        made = compile(b"x = 1", name, "exec")
        other = compile("x = 2", "elders.py", "exec")
        compile("x = 2", "elders.py", "exec", dont_inherit=True)
        nothing = compile(b"x = 3", "shibokensupport/signature/lib/pyi_generator.py", "exec")
    assert builtins.compile is plain
    archive.write()
    again = CodeArchive(str(place / "archief"))
    again.install()
    again.remove()
    with again.keeping_embedded():
        kept = compile(b"x = 1", name, "exec")
        changed = compile(b"x = 11", name, "exec")
    results = []
    for code in (made, kept, changed, other, nothing):
        found: dict[str, object] = {}
        exec(code, found)
        results.append(found.get("x"))
    assert results == [1, 1, 11, 2, None]
    assert again._new.keys() == {name}, "only the source that changed is new"


def test_the_second_start_comes_out_of_the_archive(tmp_path: Path) -> None:
    """The real program, twice: the second time Python looks for none of our modules itself."""
    env = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        "PYTHONPYCACHEPREFIX": str(tmp_path / "c"),
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "i"),
    }
    code = (
        "import sys, atexit; from reintegratie_desktop.app.main import main; "
        "kinds = lambda: {type(m.__spec__.loader).__module__ for n, m in list(sys.modules.items()) "
        "if n.startswith('reintegratie_desktop.ui')}; "
        "atexit.register(lambda: print(sorted(kinds()))); main(['--meet-start'])"
    )
    told = [
        subprocess.run([sys.executable, "-c", code], env=env, cwd=ROOT, capture_output=True, text=True, check=True)
        for _round in range(2)
    ]
    assert told[0].stderr == told[1].stderr == ""
    assert "_frozen_importlib_external" in told[0].stdout
    assert told[1].stdout.splitlines()[-1] == "['reintegratie_desktop.app.code_archive']"
