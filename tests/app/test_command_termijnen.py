"""The command `termijnen`: what it prints, its exit codes, and one Dutch sentence for whatever is wrong."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reintegratie_desktop.app.cli import main
from reintegratie_desktop.services.json_input import read_bytes
from reintegratie_desktop.text.errors import KnownError

GOOD = {"peildatum": "2026-02-20", "perioden": [{"ziek_vanaf": "2026-02-16"}]}


class Result:
    """What a run of the command left behind."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


Run = Callable[..., Result]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    def _run(*arguments: str, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        with pytest.raises(SystemExit) as left:
            main(["termijnen", *arguments])
        captured = capsys.readouterr()
        return Result(int(left.value.code or 0), captured.out, captured.err)

    return _run


def _file(tmp_path: Path, content: object) -> str:
    path = tmp_path / "feiten.json"
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return str(path)


def test_json_is_one_object_and_nothing_else(run: Run, tmp_path: Path) -> None:
    result = run(_file(tmp_path, GOOD), "--json")
    assert (result.code, result.err) == (0, "")
    answer = json.loads(result.out)
    assert answer["peildatum"] == "2026-02-20"
    assert answer["dossiers"][0]["termijnen"][1]["uiterlijk"] == "2026-03-30"


def test_standard_input(run: Run) -> None:
    result = run("-", "--json", stdin=json.dumps(GOOD).encode())
    assert result.code == 0
    assert json.loads(result.out)["dossiers"][0]["eerste_ziektedag"] == "2026-02-16"


def test_a_file_with_a_byte_order_mark_is_read(run: Run, tmp_path: Path) -> None:
    assert run(_file(tmp_path, b"\xef\xbb\xbf" + json.dumps(GOOD).encode()), "--json").code == 0


def test_something_late_is_exit_one(run: Run, tmp_path: Path) -> None:
    result = run(_file(tmp_path, {**GOOD, "peildatum": "2026-04-15"}), "--json")
    assert result.code == 1
    assert result.err == ""
    assert "te_laat" in {step["status"] for step in json.loads(result.out)["dossiers"][0]["termijnen"]}


def test_today_is_the_day_when_none_is_given(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import date

    from reintegratie_desktop.app import command_deadlines

    monkeypatch.setattr(command_deadlines, "today", lambda: date(2026, 2, 18))
    result = run(_file(tmp_path, {"perioden": [{"ziek_vanaf": "2026-02-16"}]}), "--json")
    assert json.loads(result.out)["peildatum"] == "2026-02-18"


def test_the_readable_text(run: Run, tmp_path: Path) -> None:
    facts = {
        "peildatum": "2026-04-15",
        "perioden": [
            {"ziek_vanaf": "2025-11-03", "hersteld_per": "2026-01-05"},
            {"ziek_vanaf": "2026-02-02", "hersteld_per": None},
        ],
        "gedaan": {"probleemanalyse": "2026-03-17", "ziekmelding_arbodienst": "2026-02-03"},
    }
    result = run(_file(tmp_path, facts))
    assert result.code == 1
    lines = result.out.splitlines()
    assert lines[0] == "Stand op woensdag 15 april 2026"
    assert "Eerste ziektedag 03-11-2025, ziekteweek 10 van 104" in lines
    assert "Hersteld per 05-01-2026" in lines
    assert "Eerste ziektedag 02-02-2026, ziekteweek 11 van 104" in lines
    assert "Volgende stap: Plan van aanpak, 27-03-2026" in lines
    assert "13-03-2026  Probleemanalyse: klaar op 17-03-2026, 1 dag later" in lines
    assert "27-03-2026  Plan van aanpak: 15 dagen te laat" in lines
    assert "    Uiterlijk 31-03-2026" in lines
    assert "03-02-2026" in result.out
    assert "    Vanaf 02-03-2026" in lines
    assert "    ZW art. 38 lid 1" in lines
    assert "grensgeval" in " ".join(result.out.split())
    assert any(line.endswith(": vervalt") for line in lines)
    assert any(line.endswith(": kan nu") for line in lines)
    assert any(line.endswith(": nog niet") for line in lines)
    assert any(line.endswith("Laatste dag van de loondoorbetaling: komt nog") for line in lines)
    assert all(len(line) <= 100 for line in lines)
    assert "{" not in result.out


def test_moments_are_not_called_done(run: Run, tmp_path: Path) -> None:
    facts = {"peildatum": "2026-02-02", "perioden": [{"ziek_vanaf": "2024-01-15"}], "loonsanctie": {}}
    lines = run(_file(tmp_path, facts)).out.splitlines()
    assert "12-01-2026  Eerste dag waarop WIA kan ingaan: voorbij" in lines
    assert "10-01-2027  Laatste dag van de loonsanctie: loopt nu" in lines


def test_a_case_with_nothing_left_names_no_next_step(run: Run, tmp_path: Path) -> None:
    facts = {
        "peildatum": "2026-04-15",
        "perioden": [{"ziek_vanaf": "2026-02-02", "hersteld_per": "2026-02-04"}],
        "gedaan": {"ziekmelding_arbodienst": "2026-02-02"},
    }
    result = run(_file(tmp_path, facts))
    assert result.code == 0
    assert "Volgende stap" not in result.out
    assert "klaar op 02-02-2026\n" in result.out


def _with(**changes: object) -> str:
    return json.dumps({**GOOD, **changes})


BAD: dict[str, tuple[object, str]] = {
    "empty": ("", "geen JSON"),
    "not json": ("perioden: 2026", "regel 1, teken 1 is geen JSON"),
    "cut off": ('{"perioden": [', "geen JSON"),
    "a list": ("[]", "JSON-object"),
    "a number": ("7", "JSON-object"),
    "null": ("null", "JSON-object"),
    "not utf-8": (b'{"perioden": "\xff\xfe"}', "UTF-8"),
    "utf-16": ('{"perioden": []}'.encode("utf-16"), "UTF-8"),
    "double key": ('{"perioden": [], "perioden": []}', "'perioden' staat er twee keer"),
    "double key inside": ('{"perioden": [{"ziek_vanaf": "2026-01-05", "ziek_vanaf": "2026-01-06"}]}', "'ziek_vanaf'"),
    "nan": ('{"perioden": NaN}', "getal"),
    "infinity": ('{"perioden": [], "aow_gerechtigd": -Infinity}', "getal"),
    "a float beyond": ('{"perioden": 1e999}', "getal"),
    "a number where a list belongs": ('{"perioden": 7.5}', "'perioden'"),
    "a very long number": ('{"perioden": ' + "9" * 5000 + "}", "getal"),
    "very deep": ("[" * 200_000, "stapeling"),
    "unknown key": (_with(periode=[]), "'periode'"),
    "unknown key with strange signs": (_with(**{"a\n\u001b[31mb": 1}), "a??[31mb"),
    "boolean day": (_with(peildatum=True), "'peildatum'"),
    "number day": (_with(peildatum=20260101), "'peildatum'"),
    "huge year": (_with(peildatum="9999-12-31"), "'peildatum'"),
    "five digits": (_with(peildatum="12026-01-01"), "'peildatum'"),
    "no such day": (_with(peildatum="2026-02-29"), "2026-02-29"),
    "reversed": (_with(perioden=[{"ziek_vanaf": "2026-03-01", "hersteld_per": "2026-02-01"}]), "'perioden'"),
    "overlapping": (
        _with(perioden=[{"ziek_vanaf": "2026-01-01", "hersteld_per": "2026-02-01"}, {"ziek_vanaf": "2026-01-15"}]),
        "'perioden'",
    ),
    "before the rules": (_with(perioden=[{"ziek_vanaf": "2001-01-01"}]), "'perioden[0].ziek_vanaf' is 01-01-2001"),
    "leave of another year": (
        _with(verlof=[{"van": "2024-01-01", "tot_en_met": "2024-04-01"}]),
        "'verlof' van 01-01-2024",
    ),
    "lone surrogate": ('{"\\ud800": 1, "perioden": []}', "kennen we niet"),
}


@pytest.mark.parametrize("name", BAD)
def test_unusable_input_is_one_sentence_and_exit_two(run: Run, tmp_path: Path, name: str) -> None:
    content, says = BAD[name]
    result = run(_file(tmp_path, content), "--json")
    assert result.code == 2
    assert result.out == ""
    assert says in result.err
    assert result.err.count("\n") == 1, "one line"
    assert result.err.rstrip().endswith((".", "?"))
    assert "Traceback" not in result.err


@pytest.mark.parametrize("place", ["bestaat-niet.json", ".", "geen\x00pad"])
def test_a_file_that_cannot_be_read(run: Run, place: str) -> None:
    result = run(place, "--json")
    assert result.code == 2
    assert "kunnen we niet lezen" in result.err
    assert result.err.count("\n") == 1


def test_a_file_far_too_big(run: Run, tmp_path: Path) -> None:
    result = run(_file(tmp_path, " " * (9 * 1024 * 1024)), "--json")
    assert result.code == 2
    assert "te groot" in result.err


def test_bad_standard_input_is_named(run: Run) -> None:
    result = run("-", stdin=b"{")
    assert result.code == 2
    assert result.err.startswith("De invoer op standaardinvoer kunnen we niet gebruiken: regel 1")


def test_standard_input_that_cannot_be_read_is_named() -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError

    with pytest.raises(KnownError, match=r"^De standaardinvoer kunnen we niet lezen\."):
        read_bytes("-", Broken())


def test_an_unknown_language(run: Run, tmp_path: Path) -> None:
    result = run(_file(tmp_path, GOOD), "--taal", "fr")
    assert result.code == 2
    assert "De taal 'fr' kennen we niet." in result.err


def test_without_a_file(run: Run) -> None:
    result = run("--json")
    assert result.code == 2
    assert result.err.count("\n") == 1


ADVISED = {
    "peildatum": "2026-11-21",
    "perioden": [{"ziek_vanaf": "2026-02-23"}],
    "gedaan": {"probleemanalyse": "2026-04-02"},
}
NO_POSSIBILITIES = {"op": "2026-04-02", "mogelijkheden": False}


def test_the_text_says_from_which_advice_the_plan_counts(run: Run, tmp_path: Path) -> None:
    done = {"probleemanalyse": "2026-04-02", "plan_van_aanpak": "2026-07-07"}
    facts = {**ADVISED, "gedaan": done, "adviezen": [NO_POSSIBILITIES, {"op": "2026-06-25"}]}
    out = " ".join(run(_file(tmp_path, facts)).out.split())
    assert "09-07-2026 Plan van aanpak: klaar op 07-07-2026 De eerste" in out
    assert "Geteld vanaf het advies van 25-06-2026, omdat het eerste advies geen mogelijkheden zag." in out
    assert "16-04-2026" not in out


def test_a_plan_that_nobody_asks_for_has_no_date(run: Run, tmp_path: Path) -> None:
    out = run(_file(tmp_path, {**ADVISED, "adviezen": [NO_POSSIBILITIES]})).out
    lines = out.splitlines()
    assert "Plan van aanpak: nu niet nodig" in lines
    assert "ziet nog geen mogelijkheden" in " ".join(out.split())
    assert "16-04-2026" not in out


def test_an_unknown_word_in_an_advice_is_refused(run: Run, tmp_path: Path) -> None:
    result = run(_file(tmp_path, {**ADVISED, "adviezen": [{**NO_POSSIBILITIES, "waarom": "x"}]}))
    assert result.code == 2
    assert "waarom" in result.err
