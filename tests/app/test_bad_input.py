"""What cannot be is refused by each command that computes: exit 2, and a Dutch sentence with the field and the way out.

`toets` and `regels` compute from files: there the field is the file, the case, or the option.
"""

import io
import json
import shutil
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from reintegratie_desktop.app import command_file, command_rules
from reintegratie_desktop.app.cli import main
from reintegratie_desktop.law.place import installed_path
from reintegratie_desktop.services.examples import EXAMPLE_PASSWORD
from reintegratie_desktop.store.keys import key_file_for
from tests.example_file import example_file
from tests.rules_files import OTHER_KEY, accepting, rules_file, rules_texts, sick_report_within

NOW = datetime(2026, 11, 25, 14, 5)
TODAY = NOW.date()
FACTS: dict[str, Any] = {"peildatum": "2026-06-01", "perioden": [{"ziek_vanaf": "2026-02-16"}]}
WAGE: dict[str, Any] = {
    "peildatum": "2026-03-20",
    "perioden": [{"ziek_vanaf": "2026-03-02", "hersteld_per": "2026-04-13"}],
    "geboortedatum": "1990-05-01",
    "uren_per_week": 40,
    "werkpatroon": {"maandag": 8, "dinsdag": 8, "woensdag": 8, "donderdag": 8, "vrijdag": 8},
    "loon": [{"van": "2025-01-01", "bedrag": "25.00", "per": "uur"}],
}
RATE = WAGE["loon"][0]
WORK = {"van": "2026-03-02", "uren_per_week": 16, "vorm": "loonwaarde", "loonwaarde_percentage": 100}

FIT_ON_TENTH = {"ziek_vanaf": "2026-03-05", "hersteld_per": "2026-03-10"}


class Bad(NamedTuple):
    """Facts that cannot be, and the field that has to be named."""

    what: str
    changes: dict[str, Any]
    field: str


PERIODS = (
    Bad(
        "overlapping periods",
        {"perioden": [{"ziek_vanaf": "2026-03-02", "hersteld_per": "2026-03-20"}, {"ziek_vanaf": "2026-03-10"}]},
        "perioden",
    ),
    Bad("ill again before the recovery", {"perioden": [{"ziek_vanaf": "2026-03-02"}, FIT_ON_TENTH]}, "perioden"),
    Bad(
        "reversed: a recovery before the illness",
        {"perioden": [{"ziek_vanaf": "2026-03-02", "hersteld_per": "2026-03-01"}]},
        "perioden",
    ),
    Bad(
        "recovered on the first day itself",
        {"perioden": [{"ziek_vanaf": "2026-03-02", "hersteld_per": "2026-03-02"}]},
        "perioden",
    ),
    Bad("the same day twice", {"perioden": [{"ziek_vanaf": "2026-03-02"}, {"ziek_vanaf": "2026-03-02"}]}, "perioden"),
    Bad("no period at all", {"perioden": []}, "perioden"),
    Bad("leave before the illness", {"verlof": [{"van": "2025-01-06", "tot_en_met": "2025-04-27"}]}, "verlof"),
    Bad("leave that ends before it begins", {"verlof": [{"van": "2026-03-20", "tot_en_met": "2026-03-09"}]}, "verlof"),
    Bad(
        "two leaves at once",
        {
            "verlof": [
                {"van": "2026-03-03", "tot_en_met": "2026-03-20"},
                {"van": "2026-03-10", "tot_en_met": "2026-03-25"},
            ]
        },
        "verlof",
    ),
)
RECOVERED = [{"ziek_vanaf": "2026-02-16", "hersteld_per": "2026-03-30"}]
CLOCK = (
    *PERIODS,
    Bad(
        "leave after the recovery",
        {"perioden": RECOVERED, "verlof": [{"van": "2026-05-04", "tot_en_met": "2026-08-23"}]},
        "verlof",
    ),
    Bad("a date of UWV before the wachttijd is full", {"uwv_datums": {"wia_eerste_dag": "2028-02-13"}}, "uwv_datums"),
    Bad("a date of UWV before the illness", {"uwv_datums": {"wia_aanvraag": "2026-02-15"}}, "uwv_datums"),
    Bad("a date of UWV after the end", {"uwv_datums": {"uwv_42e_week": "2028-03-01"}}, "uwv_datums"),
    Bad("an end of a loonsanctie that there is not", {"uwv_datums": {"einde_loonsanctie": "2028-06-01"}}, "uwv_datums"),
    Bad("a date of a step UWV does not set", {"uwv_datums": {"probleemanalyse": "2026-03-20"}}, "uwv_datums"),
    Bad("a step before the illness", {"gedaan": {"probleemanalyse": "2026-02-15"}}, "gedaan.probleemanalyse"),
    Bad("an extension that is too short", {"verlenging": {"tot_en_met": "2028-03-01"}}, "verlenging"),
    Bad("a loonsanctie of a recovered case", {"perioden": RECOVERED, "loonsanctie": {}}, "loonsanctie"),
    Bad("a negative term", {"instellingen": {"termijn_ziekmelding_dagen": -1}}, "termijn_ziekmelding_dagen"),
    Bad("an unknown key", {"hersteld": True}, "hersteld"),
)
MONEY = (
    *PERIODS,
    Bad("negative hours", {"uren_per_week": -40}, "uren_per_week"),
    Bad("negative hours on a day", {"werkpatroon": {"maandag": -8}}, "werkpatroon.maandag"),
    Bad("more hours than a day has", {"werkpatroon": {"maandag": 25}}, "werkpatroon.maandag"),
    Bad("negative hours worked", {"gewerkt": [{**WORK, "uren_per_week": -1}]}, "gewerkt[0].uren_per_week"),
    Bad("more hours worked than agreed", {"gewerkt": [{**WORK, "uren_per_week": 41}]}, "gewerkt[0].uren_per_week"),
    Bad("a wage below zero", {"loon": [{**RATE, "bedrag": "-25.00"}]}, "loon[0].bedrag"),
    Bad("a wage of nothing", {"loon": [{**RATE, "bedrag": "0.00"}]}, "loon[0].bedrag"),
    Bad(
        "income below zero",
        {"andere_inkomsten": [{"van": "2026-03-09", "tot_en_met": "2026-03-15", "bedrag": "-1.00", "per": "week"}]},
        "andere_inkomsten[0].bedrag",
    ),
    Bad("a cao above 100 percent", {"cao": [{"van_week": 1, "percentage": 101}]}, "cao[0].percentage"),
    Bad("a cao below zero", {"cao": [{"van_week": 1, "percentage": -1}]}, "cao[0].percentage"),
    Bad(
        "a value of work above 100 percent",
        {"gewerkt": [{**WORK, "loonwaarde_percentage": 120}]},
        "gewerkt[0].loonwaarde_percentage",
    ),
    Bad("a date of UWV against the clock", {"uwv_datums": {"wia_eerste_dag": "2026-03-15"}}, "uwv_datums"),
    Bad("work outside every case", {"gewerkt": [{**WORK, "van": "2027-03-02"}]}, "gewerkt"),
    Bad("three waiting days", {"wachtdagen": 3}, "wachtdagen"),
    Bad("an unknown key", {"werkpatron": {}}, "werkpatron"),
)
LEAVE = (
    (("--uitgerekend", "2026-02-30"), "--uitgerekend"),
    (("--uitgerekend", "gisteren"), "--uitgerekend"),
    (("--uitgerekend", "2026-07-01", "--start-weken-voor", "-5"), "--start-weken-voor"),
    (("--uitgerekend", "2026-07-01", "--start-weken-voor", "3"), "--start-weken-voor"),
    (("--uitgerekend", "2026-07-01", "--start-weken-voor", "7"), "--start-weken-voor"),
    (("--uitgerekend", "2026-07-01", "--bevallen", "2024-07-01"), "--bevallen"),
    (("--uitgerekend", "2026-07-01", "--bevallen", "2028-07-01"), "--bevallen"),
    (("--uitgerekend", "1990-07-01"), "--uitgerekend"),
    ((), "--uitgerekend"),
)


class Answer(NamedTuple):
    """What a run left behind."""

    code: int
    out: str
    err: str


@pytest.fixture
def answer(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    def run(*arguments: object, stdin: bytes = b"") -> Answer:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Answer(int(left.value.code or 0), printed.out, printed.err)

    return run


def assert_refused(found: Answer, field: str) -> None:
    """One sentence with the field and the way out, and nothing else."""
    assert (found.code, found.out) == (2, "")
    assert field in found.err
    assert "Traceback" not in found.err
    assert found.err.count("\n") == 1
    sentences = [part for part in found.err.strip().replace("? ", ". ").split(". ") if part]
    assert len(sentences) >= 2, "what is wrong, and the way out"
    assert found.err.strip().endswith((".", "?"))
    assert not {"ongeldig", "verplicht", "fout opgetreden", "u dient"} & set(found.err.casefold().split())


@pytest.mark.parametrize("bad", CLOCK, ids=[bad.what for bad in CLOCK])
@pytest.mark.parametrize("more", [(), ("--json",)], ids=["text", "json"])
def test_termijnen(answer: Any, bad: Bad, more: tuple[str, ...]) -> None:
    raw = json.dumps({**FACTS, **bad.changes}).encode()
    assert_refused(answer("termijnen", "-", *more, stdin=raw), bad.field)


@pytest.mark.parametrize("bad", MONEY, ids=[bad.what for bad in MONEY])
@pytest.mark.parametrize("more", [(), ("--json",)], ids=["text", "json"])
def test_loon(answer: Any, bad: Bad, more: tuple[str, ...]) -> None:
    raw = json.dumps({**WAGE, **bad.changes}).encode()
    assert_refused(answer("loon", "-", *more, stdin=raw), bad.field)


@pytest.mark.parametrize(("arguments", "field"), LEAVE, ids=[" ".join(given) or "nothing" for given, _field in LEAVE])
def test_verlof(answer: Any, arguments: tuple[str, ...], field: str) -> None:
    assert_refused(answer("verlof", *arguments, "--json"), field)


def test_what_the_table_starts_from_is_fine(answer: Any) -> None:
    assert answer("termijnen", "-", "--json", stdin=json.dumps(FACTS).encode()).code in (0, 1)
    assert answer("loon", "-", "--json", stdin=json.dumps(WAGE).encode()).code == 0


# --- commands that read a file ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("fout") / "voorbeeld.reintegratie"
    example_file(path, lambda: NOW).close()
    return path


@pytest.fixture
def bestand(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(command_file.PASSWORD_VARIABLE, EXAMPLE_PASSWORD)
    monkeypatch.setattr(command_file, "now", lambda: NOW)
    shutil.copy(key_file_for(made), key_file_for(tmp_path / made.name))
    return Path(shutil.copy(made, tmp_path / made.name))


def test_toets_of_a_case_that_is_not_there(answer: Any, bestand: Path) -> None:
    before = bestand.read_bytes()
    assert_refused(answer("toets", bestand, "1999-001", "--json"), "1999-001")
    assert bestand.read_bytes() == before, "nothing written"


def test_toets_of_a_file_that_is_not_there_or_no_file_of_ours(answer: Any, bestand: Path, tmp_path: Path) -> None:
    assert_refused(answer("toets", tmp_path / "weg.reintegratie", "2026-001", "--json"), "weg.reintegratie")
    other = tmp_path / "los.reintegratie"
    other.write_bytes(b"geen bestand van ons")
    assert_refused(answer("toets", other, "2026-001", "--json"), "los.reintegratie")


def test_toets_with_another_password(answer: Any, bestand: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(command_file.PASSWORD_VARIABLE, "een heel ander wachtwoord 7")
    assert_refused(answer("toets", bestand, "2026-001", "--json"), "wachtwoord")


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    monkeypatch.setattr(command_rules, "today", lambda: TODAY)
    with accepting(monkeypatch, tmp_path):
        yield tmp_path / "nieuw.regels"


REFUSED_RULES = {
    "no rules": (b"onzin", "geen bestand met regels"),
    "cut off": (rules_file()[:-40], "geen bestand met regels"),
    "not signed": (rules_file().replace(b'"handtekening"', b'"krabbel"'), "niet ondertekend"),
    "signed by somebody else": (rules_file(key=OTHER_KEY), "die dit programma niet kent"),
    "changed": (rules_file(rules_texts(changes=sick_report_within(5))).replace(b"= 5,", b"= 6,"), "is veranderd"),
    "older": (rules_file(rules_texts("2025.1", "2025-06-01")), "zijn ouder dan de regels 2026.1"),
    "the same": (rules_file(rules_texts("2026.1", "2026-11-21")), "gebruik je al"),
    "of a newer program": (rules_file(rules_texts(program="99.0")), "horen bij versie 99.0"),
    "of a later day": (rules_file(rules_texts("2027.1", "2027-01-04")), "volgens je computer"),
    "without a value": (
        rules_file(rules_texts(changes={"termijnen.toml": ("[evaluatie_ritme]", "[evaluatie_anders]")})),
        "passen niet bij",
    ),
}


@pytest.mark.parametrize("name", REFUSED_RULES)
def test_regels(answer: Any, rules: Path, name: str) -> None:
    content, why = REFUSED_RULES[name]
    rules.write_bytes(content)
    found = answer("regels", "--laden", rules, "--json")
    assert_refused(found, "nieuw.regels")
    assert why in found.err
    assert found.err.strip().endswith("Er is niets veranderd.")
    assert not installed_path().exists()


def test_regels_without_a_file_or_both_ways_at_once(answer: Any, rules: Path) -> None:
    assert_refused(answer("regels", "--laden", rules), "nieuw.regels")
    assert_refused(answer("regels", "--laden", rules, "--meegeleverd"), "--laden")


def test_the_days_of_this_table_are_those_of_its_facts() -> None:
    assert date.fromisoformat(FACTS["perioden"][0]["ziek_vanaf"]) < TODAY
