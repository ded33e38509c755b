"""A program killed while it saves: what it said was saved is there, and the file is sound."""

import json
import random
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from reintegratie_desktop.store.cases import CaseRepository
from reintegratie_desktop.store.connection import create_file, open_file
from reintegratie_desktop.store.drafts import DraftRepository
from reintegratie_desktop.store.keys import KdfParams
from reintegratie_desktop.store.records import RecordRepository

SAVER = """
import datetime, json, random, sys, time
from pathlib import Path
from reintegratie_desktop.store.connection import open_file
from reintegratie_desktop.store.drafts import DraftRepository
path, password, case_id, defect = Path(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4] == "defect"
now = datetime.datetime(2026, 11, 23)
opened = open_file(path, password, now=now)
drafts = DraftRepository(opened)
found = drafts.load(case_id, "gesprek")
number = found.answers["nummer"] if found else 0
while True:
    number += 1
    answers = {"nummer": number, "verslag": f"woord {number} " * random.randrange(1, 3000)}
    if defect:
        print(number, flush=True)
        time.sleep(0.05)
    with opened.atomic():
        drafts.save(case_id, "gesprek", answers, {}, now)
        drafts.save(case_id, "gesprek", {"nummer": number}, {}, now, slot="2")
    if not defect:
        print(number, flush=True)
        time.sleep(random.random() * 0.05)
"""


@pytest.fixture
def case_file(path: Path, kdf: KdfParams, now: datetime, password: str) -> tuple[Path, str]:
    with create_file(path, password, now=now, kdf=kdf) as made:
        werknemer = RecordRepository(made).add_werknemer({"achternaam": "Visser"}, now)
        return path, CaseRepository(made).add(werknemer, date(2026, 1, 5), now).id


def kill_once(
    case_file: tuple[Path, str],
    password: str,
    now: datetime,
    start: Callable[..., Any],
    chance: random.Random,
    mode: str,
) -> tuple[int, int]:
    """Let a program save, kill it, open the file; return the last save it reported and the last one found."""
    path, case_id = case_file
    process = start(SAVER, path, password, case_id, mode)
    reported = int(process.stdout.readline())
    time.sleep(chance.random() * 0.4)
    process.kill()
    rest = process.stdout.read()
    whole_lines = rest[: rest.rfind("\n") + 1].split()
    process.wait()
    reported = int(whole_lines[-1]) if whole_lines else reported
    with open_file(path, password, now=now) as opened:
        opened.check(thorough=True)
        drafts = DraftRepository(opened)
        first, second = drafts.load(case_id, "gesprek"), drafts.load(case_id, "gesprek", "2")
        if first is None or second is None:
            assert first is second, "half a transaction"
            return reported, 0
        assert first.answers["nummer"] == second.answers["nummer"], "half a transaction"
        assert first.answers["verslag"].startswith(f"woord {first.answers['nummer']} ")
        assert json.dumps(first.answers)
        return reported, first.answers["nummer"]


def kill_often(
    times: int, case_file: tuple[Path, str], password: str, now: datetime, start: Callable[..., Any]
) -> None:
    seed = random.randrange(10**9)
    chance = random.Random(seed)
    for _kill in range(times):
        reported, found = kill_once(case_file, password, now, start, chance, "sound")
        assert reported <= found <= reported + 1, f"seed {seed}"


def test_no_reported_save_is_lost_in_five_kills(
    case_file: tuple[Path, str], password: str, now: datetime, start: Callable[..., Any]
) -> None:
    kill_often(5, case_file, password, now, start)


@pytest.mark.long
@pytest.mark.timeout(600)
def test_no_reported_save_is_lost_in_fifty_kills(
    case_file: tuple[Path, str], password: str, now: datetime, start: Callable[..., Any]
) -> None:
    kill_often(50, case_file, password, now, start)


def test_a_program_that_reports_too_early_is_caught(
    case_file: tuple[Path, str], password: str, now: datetime, start: Callable[..., Any]
) -> None:
    """Show that the check has teeth: saying "saved" before saving loses words."""
    chance = random.Random(3)
    lost = 0
    for _kill in range(6):
        reported, found = kill_once(case_file, password, now, start, chance, "defect")
        lost += found < reported
        if lost:
            break
    assert lost
