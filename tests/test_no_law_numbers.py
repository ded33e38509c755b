"""House rule: no number of the law in code. Weeks, days and amounts live in `resources/wet`, with source and date."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "reintegratie_desktop"
HARMLESS = {0, 1, 2}
"""Counting, pairs and steps. A minus one is a minus before a one."""

NO_PLACE_FOR_LAW = {"time", "token_hex", "token_urlsafe"}
"""Calls whose numbers are a time of day or a length of randomness."""
KIBI = 1024

ALLOWED: dict[tuple[str, int | float], str] = {
    ("law/signed.py", 32): "bytes of a public key",
    ("domain/wage/day.py", 4): "weeks of a period of pay, as the user chose it",
    ("services/wage_hours.py", 3): "stretches of weeks that are named one by one",
    ("services/wage_text.py", 3): "place of a column in a table",
    ("services/wage_views.py", 3): "last part of a year on the screen",
    ("services/wage_views.py", 13): "weeks that are shown together",
    ("services/case_tasks.py", 7): "the screen calls a date soon within this many days",
    ("domain/planner.py", 13): "weeks in a row of the planner: a quarter of a year",
    ("services/own_steps.py", 120): "letters in the text of a step of the user's own",
    ("services/own_steps.py", 60): "letters in the name of a person",
    ("services/case_reader.py", 28): "days in which the first page tells what counts on",
    ("services/step_end_of_wage.py", 28): "days in which the dossier and the first page tell that the wage ends",
    ("services/case_schema.py", 20_000): "letters in one text of a case from outside",
    ("services/case_schema.py", 7): "days in a pattern of a week",
    ("services/case_in_checks.py", 40): "letters of a key in an error about a case from outside",
    ("services/letter_mail.py", 200): "longest name in a line of a mail",
    ("services/journal.py", 60): "letters of a line in the list to choose from",
    ("services/places.py", 48): "letters of a name in the list at finishing",
    ("services/incoming_names.py", 120): "letters of the name of a file, as far as every system takes them",
    ("services/today_view.py", 3): "rows and items on the first page",
    ("services/today_view.py", 4): "rows and items on the first page",
    ("services/today_view.py", 5): "days and items on the first page",
    ("services/type_over.py", 60): "signs after which a value stands on lines of its own",
    ("forms/buildup.py", 160): "longest week sheet, against a mistyped year",
    ("forms/rules_intake.py", 3): "advice of the program about the next call",
    ("forms/rules_intake.py", 7): "advice of the program about the next call",
}
"""File and number, with the reason why it is no number of the law."""


def _numbers(tree: ast.AST) -> Iterator[tuple[int, int | float]]:
    """Yield the line and value of every number in code that could be one of the law.

    Left out: lengths of text in a slice, times of day, lengths of randomness, and sizes in kibibytes.
    """
    if isinstance(tree, ast.Slice):
        return
    if isinstance(tree, ast.Call) and getattr(tree.func, "attr", getattr(tree.func, "id", "")) in NO_PLACE_FOR_LAW:
        return
    if isinstance(tree, ast.BinOp) and any(isinstance(n, ast.Constant) and n.value == KIBI for n in ast.walk(tree)):
        return
    if isinstance(tree, ast.Constant) and type(tree.value) in (int, float) and tree.value not in HARMLESS:
        yield tree.lineno, tree.value
    for child in ast.iter_child_nodes(tree):
        yield from _numbers(child)


def _steps_in_time(tree: ast.AST) -> Iterator[tuple[int, int | float]]:
    """Yield the line and value of every literal number of days or weeks that is handed to a timedelta."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or getattr(node.func, "attr", getattr(node.func, "id", "")) != "timedelta":
            continue
        for value in (*node.args, *(keyword.value for keyword in node.keywords)):
            yield from _numbers(value)


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def _files(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((PACKAGE / folder).rglob("*.py"))]


@pytest.mark.parametrize("path", _files("domain", "law", "services"), ids=_name)
def test_no_number_of_the_law_in_code(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [f"line {line}: {value}" for line, value in _numbers(tree) if (_name(path), value) not in ALLOWED]
    assert not found, f"{_name(path)} holds numbers; put them in resources/wet or give a reason: {found}"


@pytest.mark.parametrize("path", _files("forms"), ids=_name)
def test_forms_take_their_days_and_weeks_from_the_law(path: Path) -> None:
    steps = _steps_in_time(ast.parse(path.read_text(encoding="utf-8")))
    found = [f"line {line}: {value}" for line, value in steps if (_name(path), value) not in ALLOWED]
    assert not found, f"{_name(path)} steps through time by a number of its own: {found}"


def test_every_exception_is_still_needed() -> None:
    for name, value in ALLOWED:
        tree = ast.parse((PACKAGE / name).read_text(encoding="utf-8"))
        assert value in {number for _line, number in _numbers(tree)}, f"{name} no longer holds {value}"


def test_the_scan_sees_what_it_has_to_see() -> None:
    tree = ast.parse("late = timedelta(weeks=6)\nfine = 455.0\nfirst = days[0] + 1 - 2\nflag = True")
    assert list(_numbers(tree)) == [(1, 6), (2, 455.0)]
    assert list(_steps_in_time(tree)) == [(1, 6)]


def test_the_scan_leaves_out_what_cannot_be_law() -> None:
    tree = ast.parse("day = text[:10]\nopens = time(9, 30)\nname = token_hex(4)\nmost = 8 * 1024 * 1024\nday = text[3]")
    assert list(_numbers(tree)) == [(5, 3)]
