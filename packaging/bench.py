#!/usr/bin/env python3
"""Measures what the README promises, each as a ratio to a bare baseline in the same run, because machines differ.

python3 packaging/dev.py bench
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

BARE_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("painted", flush=True)
        QTimer.singleShot(0, app.quit)

app = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""

PASSWORD = "een zin voor de meting 42"  # noqa: S105 - opens nothing but the file of this run
CASES = 10
STARTS = 9
SAVES = 200
MANY_CASES = 10_000
MANY_ROUNDS = 5


def ms_to_first_line(command: list[str], env: dict[str, str]) -> float:
    """Return the milliseconds from starting a process to the first line it prints."""
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=env, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        took = (time.perf_counter() - began) * 1000
        process.stdout.read()
    if process.returncode or not line:
        raise SystemExit(f"{' '.join(command)} stopped with {process.returncode}")
    return took


def seconds(work: Callable[[], object]) -> float:
    """Return the seconds that some work takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def median_ms(work: Callable[[], object], times: int) -> float:
    """Return the median milliseconds of some work, after one warm-up."""
    work()
    return statistics.median(seconds(work) * 1000 for _round in range(times))


def make_file(path: Path, *, strong: bool) -> None:
    """Make a data file with ten cases, each with a sick report."""
    from tests.services.desks import Calendar, add_employee, make_desk_at, report_sick

    calendar = Calendar(date(2026, 9, 7))
    desk = make_desk_at(path, PASSWORD, calendar, strong=strong)
    for number in range(CASES):
        day = date(2026, 9, 7 + number)
        if day.weekday() > 4:
            day = date(2026, 9, 14)
        calendar.now = datetime(day.year, day.month, day.day, 9, 30)
        report_sick(desk, add_employee(desk, personeelsnr=str(number), achternaam=f"Voorbeeld {number}"), day)
    desk.close()


def measure_start(folder: Path) -> dict[str, Any]:
    """Compare process start to the first painted Vandaag with that of an empty window, in turn.

    Twice: with the key of a real file, which is slow on purpose, and with one that costs nothing, which is what the
    program itself takes. All three run from compiled modules, as installed programs do; the first round compiles them.
    """
    env = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        "PYTHONPYCACHEPREFIX": str(folder / "gecompileerd"),
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "REINTEGRATIE_WACHTWOORD": PASSWORD,
    }
    bare = [sys.executable, "-c", BARE_WINDOW]
    rounds: list[tuple[float, float, float]] = []
    commands = []
    for name, strong in (("meting", True), ("zonder-sleutel", False)):
        path = folder / f"{name}.reintegratie"
        make_file(path, strong=strong)
        commands.append([sys.executable, "-m", "reintegratie_desktop", str(path), "--meet-start"])
    for _round in range(STARTS + 1):
        with_key, without_key = (ms_to_first_line(command, env) for command in commands)
        rounds.append((with_key, without_key, ms_to_first_line(bare, env)))
    measured = rounds[1:]
    return {
        "vandaag_ms": round(statistics.median(times[0] for times in measured)),
        "vandaag_zonder_sleutel_ms": round(statistics.median(times[1] for times in measured)),
        "kaal_venster_ms": round(statistics.median(times[2] for times in measured)),
        "verhouding": round(statistics.median(times[0] / times[2] for times in measured), 2),
        "verhouding_zonder_sleutel": round(statistics.median(times[1] / times[2] for times in measured), 2),
    }


def measure_key() -> dict[str, Any]:
    """Time turning the password into the key, which a person waits for once, after typing it."""
    from reintegratie_desktop.store.keys import DEFAULT_KDF, new_data_key, unwrap, wrap

    slot = wrap(new_data_key(), PASSWORD, DEFAULT_KDF)
    return {"sleutel_ms": round(median_ms(lambda: unwrap(slot, PASSWORD), 3))}


def measure_autosave(folder: Path) -> dict[str, Any]:
    """Compare saving the draft of a full plan with a bare commit in the same file."""
    from tests.services.desks import Calendar, add_employee, make_desk_at, report_sick

    calendar = Calendar(date(2026, 10, 5))
    desk = make_desk_at(folder / "bewaren.reintegratie", PASSWORD, calendar, strong=False)
    case_id = report_sick(desk, add_employee(desk), date(2026, 10, 5))
    story = json.loads((ROOT / "tests/bestanden/voorbeeld_week7.json").read_text(encoding="utf-8"))
    session = desk.open_form("plan_van_aanpak", case_id)
    plan = story["plan_van_aanpak"]
    session.answer({key: value for key, value in plan.items() if not session.flow.field(key).fixed})
    connection = desk.file.db.conn
    connection.execute("CREATE TABLE meting (n INTEGER)")

    def bare() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO meting VALUES (1)")
        connection.execute("COMMIT")

    def save() -> None:
        session.answer({"team_uitleg": f"Jasper bouwt rustig op. {time.perf_counter_ns()}"})
        session.save()

    saved, committed = [], []
    for _round in range(SAVES):
        began = time.perf_counter()
        save()
        middle = time.perf_counter()
        bare()
        saved.append((middle - began) * 1000)
        committed.append((time.perf_counter() - middle) * 1000)
    desk.close()
    return {
        "concept_bewaren_ms": round(statistics.median(saved), 2),
        "kale_commit_ms": round(statistics.median(committed), 2),
        "verhouding": round(statistics.median(saved) / statistics.median(committed), 2),
    }


def many_facts() -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the facts of ten thousand cases, spread over 700 first days: only ill, and with steps that were done.

    The steps of the second list are done on other days in nearly every case, so that hardly two answers are the same.
    """
    firsts = [date(2024, 12, 2) + timedelta(days=number % 700) for number in range(MANY_CASES)]
    ill = [{"perioden": [{"ziek_vanaf": first.isoformat()}]} for first in firsts]
    busy = []
    for number, (first, facts) in enumerate(zip(firsts, ill, strict=True)):
        analysed = first + timedelta(days=20 + number % 23)
        planned = analysed + timedelta(days=number % 17)
        done = {"probleemanalyse": analysed.isoformat(), "plan_van_aanpak": planned.isoformat()}
        busy.append({**facts, "gedaan": done})
    return ill, busy


def measure_deadlines() -> dict[str, Any]:
    """Compare all dates of ten thousand cases, as JSON data with their explanations, with only adding the same dates.

    The bare loop adds a timedelta that is ready to the first sick day, for every date in the answer, and nothing else;
    the other one also makes the timedelta each time. `klok` is the answer without the explanations, `eerste_keer` the
    first answer of the process, when no sentence was made before, and `met_stappen` that of cases in which steps were
    done. Each is the shortest of a few rounds, made in turn, because what else a machine does only makes them longer.
    """
    from reintegratie_desktop.services.deadlines import deadlines, termijnen

    today = date(2026, 11, 23)
    ill, busy = many_facts()
    firsts = [date.fromisoformat(facts["perioden"][0]["ziek_vanaf"]) for facts in ill]
    (case,) = termijnen(ill[0], today=today)["dossiers"]
    keys = ("uiterlijk", "streefdatum", "venster_van")
    dates = [date.fromisoformat(step[key]) for step in case["termijnen"] for key in keys if step[key]]
    steps = [(day - firsts[0]).days for day in dates]
    ready = [timedelta(days=days) for days in steps]

    def add() -> None:
        for first in firsts:
            for step in ready:
                first + step

    def make_and_add() -> None:
        for first in firsts:
            for days in steps:
                first + timedelta(days=days)

    def answer(cases: list[dict[str, Any]]) -> None:
        for facts in cases:
            termijnen(facts, today=today)

    def clock() -> None:
        for facts in ill:
            deadlines(facts, today=today)

    first_time = seconds(lambda: answer(ill))
    works = {
        "json_s": lambda: answer(ill),
        "json_met_stappen_s": lambda: answer(busy),
        "klok_s": clock,
        "maken_en_optellen_s": make_and_add,
        "optellen_s": add,
    }
    rounds = [{name: seconds(work) for name, work in works.items()} for _round in range(MANY_ROUNDS)]
    took = {name: min(one[name] for one in rounds) for name in works}
    return {
        "zaken": MANY_CASES,
        "datums_per_zaak": len(steps),
        "json_eerste_keer_s": round(first_time, 2),
        **{name: round(value, 3) for name, value in took.items()},
        "json_tegen_optellen": round(took["json_s"] / took["optellen_s"], 1),
        "json_tegen_maken_en_optellen": round(took["json_s"] / took["maken_en_optellen_s"], 1),
        "klok_tegen_optellen": round(took["klok_s"] / took["optellen_s"], 1),
        "klok_tegen_maken_en_optellen": round(took["klok_s"] / took["maken_en_optellen_s"], 1),
    }


def main() -> None:
    """Print every measurement as it is made."""
    with tempfile.TemporaryDirectory(prefix="meting-") as name:
        folder = Path(name)
        print(json.dumps({"termijnen": measure_deadlines()}), flush=True)
        print(json.dumps({"autosave": measure_autosave(folder)}), flush=True)
        from bench_papier import measure

        print(json.dumps({"plan_van_aanpak_pdf": measure()}), flush=True)
        import bench_dossier

        print(json.dumps({"dossier": bench_dossier.measure()}), flush=True)
        print(json.dumps({"sleutel_uit_wachtwoord": measure_key()}), flush=True)
        print(json.dumps({"start": measure_start(folder)}), flush=True)


if __name__ == "__main__":
    main()
