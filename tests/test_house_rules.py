"""The promises of the house that no tool checks by itself."""

import ast
import gc
import os
import re
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "reintegratie_desktop"


def sources() -> Iterator[tuple[Path, ast.Module]]:
    """Yield every module of the package with its syntax tree."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> Iterator[str]:
    """Yield the names of all imported modules."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def called(tree: ast.Module) -> Iterator[str]:
    """Yield every call as dotted text."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


@pytest.mark.parametrize(
    "module",
    ["sqlite3", "socket", "ssl", "http", "urllib.request", "requests", "PySide6.QtNetwork", "PySide6.QtSql", "pickle"],
)
def test_nothing_opens_a_socket_or_a_second_database_library(module: str) -> None:
    guilty = [
        str(path.relative_to(ROOT))
        for path, tree in sources()
        if any(name == module or name.startswith(f"{module}.") for name in imported(tree))
    ]
    assert guilty == []


def test_only_the_app_layer_asks_what_time_it_is() -> None:
    asking = re.compile(r"(date\.today|datetime\.now|datetime\.utcnow|datetime\.today|QDate\.currentDate|time\.time)$")
    guilty = [
        f"{path.relative_to(PACKAGE)}: {call}"
        for path, tree in sources()
        for call in called(tree)
        if asking.search(call) and path.relative_to(PACKAGE).parts[0] != "app"
    ]
    assert guilty == []


def test_no_exception_is_swallowed_whole() -> None:
    guilty = []
    for path, tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.ExceptHandler):
                names = ast.unparse(node.type) if node.type else "everything"
                if names in ("everything", "Exception", "BaseException"):
                    raises = any(isinstance(inner, ast.Raise) for inner in ast.walk(node))
                    if not raises:
                        guilty.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert guilty == []


def test_no_script_of_several_statements_reaches_the_database() -> None:
    guilty = [
        f"{path.relative_to(ROOT)}: {call}"
        for path, tree in sources()
        for call in called(tree)
        if call.endswith("executescript")
    ]
    assert guilty == []
    assert not any("alter=True" in path.read_text(encoding="utf-8") for path, _tree in sources())


def test_no_sentence_is_built_inside_the_translation_call() -> None:
    """An f-string or a sum inside `_()` never stands in the catalogue."""
    guilty = []
    for path, tree in sources():
        for node in ast.walk(tree):
            is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            if is_call and node.func.id in ("_", "N_", "ngettext", "pgettext"):  # type: ignore[union-attr,attr-defined]
                first = node.args[0] if node.args else None  # type: ignore[attr-defined]
                if isinstance(first, ast.JoinedStr | ast.BinOp):
                    guilty.append(f"{path.relative_to(ROOT)}:{node.lineno}")  # type: ignore[attr-defined]
    assert guilty == []


def test_no_sentence_to_translate_hides_inside_an_f_string() -> None:
    """Before Python 3.12 a tool that reads tokens does not see it, so the sentence would never be translated."""
    guilty = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path, tree in sources()
        for string in ast.walk(tree)
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in ("_", "N_", "ngettext", "pgettext")
        and call.args
        and isinstance(call.args[0], ast.Constant)
    ]
    assert guilty == []


def test_files_fit_on_a_few_screens() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in PACKAGE.rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 600
    }
    assert long == {}


class SocketWatch:
    """Hears of every socket and every name that is looked up, whichever library asks for it.

    Libraries may load the module of sockets, and make classes from it: only use counts.
    """

    opened: list[str] | None = None

    def __call__(self, event: str, _arguments: tuple[object, ...]) -> None:
        if self.opened is not None and event.startswith("socket."):
            self.opened.append(event)
            raise AssertionError(f"a socket was opened: {event}")


WATCH = SocketWatch()
sys.addaudithook(WATCH)


@pytest.fixture
def opened() -> Iterator[list[str]]:
    """Make every use of a socket a mistake; yields what was used."""
    WATCH.opened = []
    yield WATCH.opened
    WATCH.opened = None


def test_running_the_services_opens_no_socket(opened: list[str], tmp_path: Path) -> None:
    """Make the examples and a paper while every socket is a mistake."""
    from datetime import datetime

    from reintegratie_desktop.services.examples import make_example_file
    from reintegratie_desktop.store.keys import KdfParams

    def clock() -> datetime:
        return datetime(2026, 11, 23, 21, 47)

    desk = make_example_file(tmp_path / "v.reintegratie", "voorbeeld", clock, kdf=KdfParams.for_tests())
    try:
        papers = [paper for case in desk.store.cases.all() for paper in desk.papers.views(case.id)]
        assert desk.papers.pdf(papers[0].id).startswith(b"%PDF")
    finally:
        desk.close()
    assert opened == []


@pytest.mark.parametrize(
    "defect",
    [
        socket.socket,
        lambda: socket.create_connection(("127.0.0.1", 9), timeout=1),
        lambda: socket.getaddrinfo("localhost", 80),
        lambda: socket.gethostbyname("localhost"),
        lambda: urllib.request.urlopen("http://127.0.0.1:9/", timeout=1),
    ],
)
def test_the_watch_hears_any_socket(opened: list[str], defect: Callable[[], object]) -> None:
    with pytest.raises(AssertionError, match="a socket was opened"):
        defect()
    assert opened


def test_the_library_for_windows_keeps_its_references(qtbot: QtBot) -> None:
    """A PySide6 that loses a reference to None in each call ends the program after some minutes of use."""
    label = QLabel()
    qtbot.addWidget(label)
    label.setText("een")
    gc.collect()
    before = sys.getrefcount(None)
    for _round in range(2000):
        label.setText("twee")
    lost = before - sys.getrefcount(None)
    assert lost < 1000


FIRST_PAGE = """
import sys
from reintegratie_desktop.app.code_archive import CodeArchive
from reintegratie_desktop.app.main import main
heavy = (
    "reportlab", "PIL", "pypdfium2", "sqlite_utils", "babel", "zxcvbn", "bidi", "stdnum", "click", "concurrent.futures",
    "argparse", "gettext", "difflib", "secrets", "typing_extensions", "logging", "calendar", "locale",
    "reintegratie_desktop.forms.fields", "reintegratie_desktop.text.guard", "reintegratie_desktop.store.strength",
    "reintegratie_desktop.documents", "reintegratie_desktop.ui.dialogs.base", "reintegratie_desktop.ui.form",
    "reintegratie_desktop.ui.pages.unlock", "reintegratie_desktop.ui.pages.welcome",
    "reintegratie_desktop.ui.house_style", "reintegratie_desktop.ui.pages.today_empty",
    "reintegratie_desktop.ui.widgets.empty_state", "reintegratie_desktop.ui.widgets.steps",
)
# PySide makes a class when it is first named; those with many names in them are dear.
classes = ("QStyle", "QIcon", "QAction", "QMenu", "QGradient", "QWindow", "QDateTime", "QAbstractItemView")

def note(archive):
    from PySide6 import QtCore, QtGui, QtWidgets
    from reintegratie_desktop.ui import theme
    ours = [m for n, m in list(sys.modules.items()) if n.startswith("reintegratie_desktop.")]
    found = [name for name in heavy if name in sys.modules]
    found += [name for name in classes for place in (QtCore, QtGui, QtWidgets) if name in vars(place)]
    found += {
        kind.__name__ for module in ours for kind in list(vars(module).values())
        if isinstance(kind, type) and kind.__module__ == module.__name__ and "__dataclass_params__" in vars(kind)
    }
    print(",".join(sorted(found)))

CodeArchive.note = note
main([sys.argv[1], "--meet-start"])
"""


def test_the_first_page_of_an_open_file_loads_nothing_it_does_not_show(tmp_path: Path) -> None:
    """Whatever comes in here is paid for at every start, before the first picture."""
    from datetime import datetime

    from tests.services.desks import Calendar, add_employee, make_desk_at, report_sick

    # The program that is started below reads the real clock, so the case has to lie beside today.
    path, today = tmp_path / "v.reintegratie", datetime.now().date()
    desk = make_desk_at(path, "voorbeeld", Calendar(today), strong=False)
    report_sick(desk, add_employee(desk), today)
    desk.close()
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "REINTEGRATIE_WACHTWOORD": "voorbeeld", "HOME": str(tmp_path)}
    told = subprocess.run(
        [sys.executable, "-c", FIRST_PAGE, str(path)], capture_output=True, text=True, cwd=ROOT, check=True, env=env
    )
    loaded, measured = told.stdout.splitlines()
    assert "ms_tot_eerste_beeld" in measured
    assert loaded == ""


@pytest.mark.parametrize("module", ["reintegratie_desktop.app.cli", "reintegratie_desktop.app.main"])
def test_starting_loads_nothing_heavy(module: str) -> None:
    code = (
        f"import sys, {module}; "
        "heavy = [n for n in ('reportlab', 'pikepdf', 'pypdfium2', 'sqlite_utils', 'PIL', 'zxcvbn', 'cryptography') "
        "if n in sys.modules]; print(','.join(heavy))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert told.stdout.strip() == ""
