"""The command `verlof`: the keys of the contract, readable text, and one sentence for whatever is wrong."""

import json
from collections.abc import Callable

import pytest

from reintegratie_desktop.app.cli import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def _run(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main(["verlof", *arguments])
        captured = capsys.readouterr()
        return int(left.value.code or 0), captured.out, captured.err

    return _run


def test_json_is_the_contract(run: Run) -> None:
    code, out, err = run("--uitgerekend", "2026-07-01", "--json")
    assert (code, err) == (0, "")
    assert json.loads(out) == {
        "venster": {"vroegst": "2026-05-21", "uiterlijk": "2026-06-04"},
        "zwangerschapsverlof": {"van": "2026-05-21", "tot_en_met": "2026-07-01", "weken": 6, "dagen": 42},
        "bevallingsverlof": {"van": "2026-07-02", "tot_en_met": "2026-09-09", "weken": 10, "dagen": 70},
        "totaal_weken": 16,
        "totaal_dagen": 112,
    }


def test_weeks_that_are_not_whole_are_exact_in_days(run: Run) -> None:
    options = ("--start-weken-voor", "4", "--bevallen", "2026-06-20", "--json")
    answer = json.loads(run("--uitgerekend", "2026-07-01", *options)[1])
    assert answer["zwangerschapsverlof"]["dagen"] == 17
    assert answer["zwangerschapsverlof"]["weken"] == pytest.approx(17 / 7)
    assert answer["bevallingsverlof"]["dagen"] == 95
    assert answer["totaal_weken"] == 16
    assert isinstance(answer["totaal_weken"], int)


def test_more_than_one_child(run: Run) -> None:
    answer = json.loads(run("--uitgerekend", "2026-07-01", "--meerling", "--json")[1])
    assert answer["venster"] == {"vroegst": "2026-04-23", "uiterlijk": "2026-05-07"}
    assert answer["totaal_weken"] == 20


def test_a_birth_before_the_leave(run: Run) -> None:
    answer = json.loads(run("--uitgerekend", "2026-07-01", "--bevallen", "2026-05-10", "--json")[1])
    assert answer["zwangerschapsverlof"] == {"van": None, "tot_en_met": None, "weken": 0, "dagen": 0}
    assert answer["bevallingsverlof"]["weken"] == 16
    assert "Zwangerschapsverlof: geen" in run("--uitgerekend", "2026-07-01", "--bevallen", "2026-05-10")[1]


def test_readable_text(run: Run) -> None:
    code, out, _err = run("--uitgerekend", "2026-07-01", "--start-weken-voor", "5", "--bevallen", "2026-06-30")
    assert code == 0
    assert "van donderdag 21 mei 2026 tot en met donderdag 4 juni 2026" in out
    assert "Zwangerschapsverlof: 4 weken en 6 dagen" in out
    assert "8 dagen korter dan de wet geeft" in out
    assert "uiterlijk op donderdag 7 mei 2026" in out
    assert "uitgerekende datum. Vul later" not in out
    assert "Vul later de echte dag in" in run("--uitgerekend", "2026-07-01")[1]
    one = run("--uitgerekend", "2026-07-01", "--bevallen", "2026-07-02")[1]
    assert "6 weken en 1 dag" in one
    assert "korter dan" not in one


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "--uitgerekend"),
        (("--uitgerekend", "1 juli"), "Bij '--uitgerekend' verwachten we een datum"),
        (("--uitgerekend", "2026-02-30"), "die dag bestaat niet"),
        (("--uitgerekend", "2026-07-01", "--bevallen", "gisteren"), "Bij '--bevallen'"),
        (("--uitgerekend", "2026-07-01", "--start-weken-voor", "4,5"), "Bij '--start-weken-voor'"),
        (("--uitgerekend", "2026-07-01", "--start-weken-voor", "-5"), "--start-weken-voor"),
        (("--uitgerekend", "2026-07-01", "--start-weken-voor", "3"), "van 21-05-2026 tot en met 04-06-2026"),
        (("--uitgerekend", "2026-07-01", "--taal", "fr"), "fr"),
    ],
)
def test_what_cannot_be_is_one_sentence(run: Run, arguments: tuple[str, ...], words: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert "Traceback" not in err
    assert err.count("\n") == 1
