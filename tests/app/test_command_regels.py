"""The command `regels`, as a script calls it."""

import json
import logging
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from reintegratie_desktop.app import command_rules
from reintegratie_desktop.app.cli import main
from reintegratie_desktop.law import signed
from reintegratie_desktop.law.book import load_law, shipped_law
from reintegratie_desktop.law.parameters import UNKNOWN
from reintegratie_desktop.law.place import installed_path
from tests.rules_files import NEWER, accepting, install, rules_file, rules_texts, sick_report_within

TODAY = date(2026, 11, 23)
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Run]:
    monkeypatch.setattr(command_rules, "today", lambda: TODAY)

    def _run(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main(["regels", *arguments])
        captured = capsys.readouterr()
        return int(left.value.code or 0), captured.out, captured.err

    with accepting(monkeypatch, tmp_path):
        yield _run


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    place = tmp_path / "2026-2.regels"
    place.write_bytes(rules_file(rules_texts(changes=sick_report_within(5))))
    return place


def test_json_holds_every_value_of_the_law(run: Run) -> None:
    code, out, err = run("--json")
    assert (code, err) == (0, "")
    data = json.loads(out)
    assert list(data) == [
        "peildatum", "versie", "datum", "geladen", "neemt_regels_aan", "opmerkingen", "regels", "kalender", "twijfels",
    ]  # fmt: skip
    assert (data["peildatum"], data["versie"], data["geladen"]) == ("2026-11-23", "2026.1", False)
    law = shipped_law()
    assert {rule["id"] for rule in data["regels"]} == set(law.parameters)
    for rule in data["regels"]:
        parameter = law.parameters[rule["id"]]
        assert (rule["label"], rule["eenheid"]) == (parameter.label, parameter.unit)
        assert len(rule["waarden"]) == len(parameter.values)
        for told, value in zip(rule["waarden"], parameter.values, strict=True):
            assert date.fromisoformat(told["vanaf"]) == value.starts_on
            assert date.fromisoformat(told["nagekeken_op"]) == value.checked_on
            assert told["bron"]["id"] == value.source
            assert told["bron"]["naam"] == law.sources[value.source].whole()
            if value.value == UNKNOWN:
                assert told["waarde"] is None
            elif isinstance(value.value, Decimal):
                assert Decimal(told["waarde"]) == value.value
            elif isinstance(value.value, date):
                assert told["waarde"] == value.value.isoformat()
            elif not parameter.unit.startswith("euro"):
                assert told["waarde"] == value.value
            if value.to_check:
                assert told["te_controleren"] is True
    assert [doubt["id"] for doubt in data["twijfels"]] == list(law.doubts)
    assert data["kalender"]["feestdagen"]["tweede_paasdag"] == "2026-04-06"
    assert data["kalender"]["weekend"] == ["zaterdag", "zondag"]
    assert data["kalender"]["bron"]["naam"] == "Algemene termijnenwet, art. 3"


def test_amounts_have_two_decimals_and_shares_their_own(run: Run) -> None:
    rules = {rule["id"]: rule for rule in json.loads(run("--json")[1])["regels"]}
    assert "14.40" in [value["waarde"] for value in rules["minimumuurloon"]["waarden"]]
    assert rules["kleine_werkgever_grens"]["waarden"][0]["waarde"] == "942500.00"
    assert rules["minimumjeugdloon_20"]["waarden"][1]["waarde"] == "87.5"
    assert rules["probleemanalyse_uiterlijk"]["waarden"][0]["waarde"] == 42
    assert rules["lkv_overzicht"]["waarden"][0]["waarde"] == "03-15"


def test_a_year_later_everything_is_to_be_checked(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command_rules, "today", lambda: date(2027, 12, 1))
    data = json.loads(run("--json")[1])
    assert all(value["te_controleren"] for rule in data["regels"] for value in rule["waarden"])
    assert data["kalender"]["te_controleren"]


def test_readable_text_names_the_rules_and_what_is_to_be_checked(run: Run) -> None:
    code, out, err = run()
    assert (code, err) == (0, "")
    words = " ".join(out.split())
    assert words.startswith("Je gebruikt de regels 2026.1 van 21 nov 2026, die bij het programma horen.")
    assert "Een dossier rekent met de waarden van zijn eigen dagen" in words
    assert "- Dagen na de eerste ziektedag: probleemanalyse, uiterste dag: 42 dagen. Regeling procesgang" in words
    assert "te controleren" in words
    assert "Wat dit programma doet:" in words
    assert all(len(line) <= 96 for line in out.splitlines())


def test_a_file_is_taken_in_use_and_left_again(run: Run, newer: Path) -> None:
    code, out, err = run("--laden", str(newer))
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "Je gebruikt de regels 2026.2 van 22 nov 2026, die je hebt geladen.",
        "1 waarde is anders dan eerst.",
    ]
    data = json.loads(run("--json")[1])
    assert (data["versie"], data["geladen"]) == (NEWER, True)
    code, out, err = run("--meegeleverd", "--json")
    data = json.loads(out)
    assert (code, data["geladen"], data["veranderde_waarden"]) == (0, False, 1)
    assert not installed_path().exists()


def test_a_refused_file_is_one_sentence_and_changes_nothing(run: Run, newer: Path) -> None:
    newer.write_bytes(newer.read_bytes().replace(b"value = 5,", b"value = 6,"))
    law = load_law()
    for more in ((), ("--json",)):
        code, out, err = run("--laden", str(newer), *more)
        assert (code, out) == (2, "")
        assert err.startswith("Bij 2026-2.regels: Dit bestand met regels is veranderd nadat het werd ondertekend.")
        assert err.strip().endswith("Er is niets veranderd.")
        assert len(err.splitlines()) == 1
    assert load_law() is law
    assert not installed_path().exists()


def test_a_file_that_is_not_there_is_named(run: Run, tmp_path: Path) -> None:
    code, _out, err = run("--laden", str(tmp_path / "weg.regels"))
    assert code == 2
    assert "weg.regels" in err


def test_both_ways_at_once_are_refused(run: Run, newer: Path) -> None:
    code, out, err = run("--laden", str(newer), "--meegeleverd")
    assert (code, out) == (2, "")
    assert "--laden en --meegeleverd kunnen niet samen" in err
    assert not load_law().loaded


def test_a_loaded_file_that_is_broken_is_not_in_order(run: Run, caplog: pytest.LogCaptureFixture) -> None:
    install(b"onzin")
    with caplog.at_level(logging.WARNING):
        code, out, _err = run("--json")
    assert code == 1
    data = json.loads(out)
    assert data["geladen"] is False
    assert data["opmerkingen"][0].startswith("De regels die je laadde, worden niet gebruikt.")
    code, out, _err = run()
    assert code == 1
    assert "worden niet gebruikt" in out


def test_a_build_without_a_key_says_so(run: Run, newer: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signed, "shipped_keys", lambda _place=None: {})
    assert json.loads(run("--json")[1])["neemt_regels_aan"] is False
    code, _out, err = run("--laden", str(newer))
    assert code == 2
    assert "neemt nog geen bestanden met regels aan" in err
