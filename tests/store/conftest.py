"""Data files for the tests of the store: in a folder of their own, with a key derivation that takes no time."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from reintegratie_desktop.store.attachments import AttachmentRepository
from reintegratie_desktop.store.calendar_events import CalendarEvent, CalendarEventRepository
from reintegratie_desktop.store.cases import Case, CaseRepository
from reintegratie_desktop.store.connection import DataFile, create_file
from reintegratie_desktop.store.drafts import DraftRepository
from reintegratie_desktop.store.journal import Journal
from reintegratie_desktop.store.keys import KdfParams
from reintegratie_desktop.store.own_steps import OwnStepRepository
from reintegratie_desktop.store.papers import PaperRepository
from reintegratie_desktop.store.records import RecordRepository
from reintegratie_desktop.store.settings import GuardChoices, SettingsRepository

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "vier losse woorden hier"


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 11, 23, 10, 30, tzinfo=UTC)


@pytest.fixture
def password() -> str:
    return PASSWORD


@pytest.fixture
def kdf() -> KdfParams:
    return KdfParams.for_tests()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bakkerij.reintegratie"


@pytest.fixture
def data_file(path: Path, kdf: KdfParams, now: datetime) -> Iterator[DataFile]:
    with create_file(path, PASSWORD, now=now, kdf=kdf) as opened:
        yield opened


@pytest.fixture
def case(data_file: DataFile, now: datetime) -> Case:
    werknemer = RecordRepository(data_file).add_werknemer({"achternaam": "Visser", "roepnaam": "Noor"}, now)
    return CaseRepository(data_file).add(werknemer, date(2026, 1, 5), now)


def fill(data_file: DataFile, now: datetime, marker: str) -> Case:
    """Put something in every table; `marker` stands in every text."""
    records, day = RecordRepository(data_file), date(2026, 1, 5)
    records.save_werkgever({"handelsnaam": f"{marker}-werkgever"}, now)
    werknemer = records.add_werknemer(
        {"achternaam": f"{marker}-naam", "roepnaam": f"{marker}-roepnaam", "functie": f"{marker}-functie"}, now
    )
    case = CaseRepository(data_file).add(werknemer, day, now)
    CaseRepository(data_file).set_facts(case.id, {"casemanager": f"{marker}-casemanager"}, now)
    drafts = DraftRepository(data_file)
    for number in range(5):
        text = f"{marker}-concept-{number} " * 400
        drafts.save(case.id, "gesprek", {"verslag": text}, {"stap": f"{marker}-stap"}, now, slot=str(number))
    papers = PaperRepository(data_file)
    for number in (1, 2):
        snapshot = {"version": number, "sections": [f"{marker}-stuk-{number} " * 300]}
        reason = f"{marker}-reden" if number > 1 else ""
        paper = papers.add(case.id, "plan_van_aanpak", "", {"doel": f"{marker}-doel"}, snapshot, day, reason, now)
        papers.add_event(paper.id, "afschrift", day, {"aan": f"{marker}-aan"}, now)
        attachments = AttachmentRepository(data_file)
        with data_file.atomic():
            sha256 = attachments.add(f"%PDF-1.7 {marker}-bijlage-{number} ".encode() * 700)
            attachments.link(case.id, sha256, f"{marker}-{number}.pdf", paper.id, now)
    for number in range(3):
        Journal(data_file).append(
            case.id,
            now=now,
            happened_on=day,
            kind="contact",
            description=f"{marker}-regel-{number}",
            who=f"{marker}-wie",
        )
    if data_file.row("SELECT 1 FROM sqlite_schema WHERE name = 'own_steps'"):  # a file of the first version has none
        own = OwnStepRepository(data_file)
        for number in range(2):
            own.add(case.id, f"{marker}-stap-{number}", day, f"{marker}-wie", now)
        event = CalendarEvent(f"uid-{marker.casefold()}", case.id, day, f"{marker}-inhoud", 0, now)
        CalendarEventRepository(data_file).keep(event)
    SettingsRepository(data_file).set("kantoor", f"{marker}-instelling", now)
    GuardChoices(data_file).add(case.id, f"{marker}-woord", now)
    return case


@pytest.fixture
def filler() -> Callable[[DataFile, datetime, str], Case]:
    return fill


def contents(data_file: DataFile) -> dict[str, list[dict[str, Any]]]:
    """Return every row of every table of ours."""
    tables = data_file.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_'")
    return {row["name"]: sorted(data_file.rows(f"SELECT * FROM {row['name']}"), key=str) for row in tables}


@pytest.fixture
def everything() -> Callable[[DataFile], dict[str, list[dict[str, Any]]]]:
    return contents


def _start(source: str, *arguments: object, **options: Any) -> "subprocess.Popen[str]":
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", source, *map(str, arguments)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True, env=environment, **options
    )


@pytest.fixture
def start() -> Iterator[Callable[..., "subprocess.Popen[str]"]]:
    """Start Python programs that are ended with the test."""
    started: list[subprocess.Popen[str]] = []

    def begin(source: str, *arguments: object, **options: Any) -> "subprocess.Popen[str]":
        started.append(_start(source, *arguments, **options))
        return started[-1]

    yield begin
    for process in started:
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()


def folder_state(folder: Path) -> Mapping[str, tuple[bytes, int]]:
    """Return name, content and time of change of every file in a folder."""
    return {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in sorted(folder.iterdir()) if p.is_file()}


@pytest.fixture
def state() -> Callable[[Path], Mapping[str, tuple[bytes, int]]]:
    return folder_state
