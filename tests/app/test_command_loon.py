"""The command `loon`: what it prints, its exit codes, and one Dutch sentence for whatever is wrong."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reintegratie_desktop.app.cli import main

GOOD: dict[str, Any] = {
    "peildatum": "2026-03-20",
    "perioden": [{"ziek_vanaf": "2026-03-02", "hersteld_per": "2026-04-13"}],
    "geboortedatum": "1990-05-01",
    "uren_per_week": 40,
    "werkpatroon": {"maandag": 8, "dinsdag": 8, "woensdag": 8, "donderdag": 8, "vrijdag": 8},
    "loon": [{"van": "2025-01-01", "bedrag": "25.00", "per": "uur"}],
}


class Result:
    """What a run of the command left behind."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


Run = Callable[..., Result]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    def _run(*arguments: str, data: dict[str, Any] | None = None) -> Result:
        raw = json.dumps(GOOD if data is None else data).encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
        with pytest.raises(SystemExit) as left:
            main(arguments)
        captured = capsys.readouterr()
        return Result(int(left.value.code or 0), captured.out, captured.err)

    return _run


def test_json_is_one_object_and_nothing_else(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "feiten.json"
    path.write_text(json.dumps(GOOD), encoding="utf-8")
    result = run("loon", str(path), "--json")
    assert (result.code, result.err) == (0, "")
    answer = json.loads(result.out)
    assert answer["volledig"] is True
    # Six weeks of 40 x 25.00 x 70 %.
    assert answer["dossiers"][0]["totaal"]["te_betalen"] == "4200.00"


def test_a_missing_amount_is_exit_one(run: Run) -> None:
    result = run("loon", "-", "--json", data={**GOOD, "perioden": [{"ziek_vanaf": "2026-12-28"}]})
    assert (result.code, result.err) == (1, "")
    case = json.loads(result.out)["dossiers"][0]
    assert case["berekend_tot_en_met"] == "2026-12-31"
    assert {gap["bedrag"] for gap in case["ontbreekt"]} == {"minimumuurloon", "maximumdagloon"}


def test_today_is_the_day_when_none_is_given(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import date

    from reintegratie_desktop.app import command_wage

    monkeypatch.setattr(command_wage, "today", lambda: date(2026, 4, 1))
    data = {key: value for key, value in GOOD.items() if key != "peildatum"}
    assert json.loads(run("loon", "-", "--json", data=data).out)["peildatum"] == "2026-04-01"


def test_the_readable_text(run: Run) -> None:
    data = {
        **GOOD,
        "opschorting": [{"van": "2026-03-09", "opgeheven_per": "2026-03-16", "grond": "spreekuur_gemist"}],
        "loonstop": [{"van": "2026-03-30", "tot_en_met": "2026-04-05", "grond": "herstel_belemmerd"}],
    }
    result = run("loon", "-", data=data)
    assert result.code == 0
    lines = result.out.splitlines()
    assert lines[0] == "Loon bij ziekte, stand op vrijdag 20 maart 2026"
    assert "Eerste ziektedag 02-03-2026, klok vanaf 02-03-2026" in lines
    assert "Loon bij ziekte tot en met 12-04-2026" in lines
    table = [line.split() for line in lines]
    assert ["maart", "2026", "176,00", "4.400,00", "3.080,00", "0,00", "280,00", "0,00", "2.800,00"] in table
    assert ["2026-W11", "40,00", "1.000,00", "700,00", "0,00", "0,00", "700,00", "0,00"] in table
    assert ["2026-W12", "40,00", "1.000,00", "700,00", "0,00", "0,00", "-700,00", "1.400,00"] in table
    assert ["Totaal", "240,00", "6.000,00", "4.200,00", "0,00", "700,00", "0,00", "3.500,00"] in table
    text = " ".join(result.out.split())
    assert "09-03-2026: Niet gekomen op het spreekuur, € 700,00. Alsnog betaald per 16-03-2026." in text
    assert "BW 7:629 lid 3 onder b." in text
    assert "Minimumuurloon bij 21 jaar en ouder vanaf 01-01-2026: 14,71 euro per uur." in text
    assert "Nagekeken op 21-11-2026." in text
    assert "Goed om te weten" in lines
    assert all(len(line) <= 110 for line in lines)
    assert "{" not in result.out


def test_the_readable_text_says_what_is_not_computed(run: Run) -> None:
    data = {**GOOD, "perioden": [{"ziek_vanaf": "2026-12-28", "hersteld_per": "2027-02-01"}]}
    own = [{"bedrag": "minimumuurloon", "van": "2027-01-01", "waarde": "15.30", "bron": "Rijksoverheid"}]
    result = run("loon", "-", data={**data, "eigen_bedragen": own})
    assert result.code == 1
    text = " ".join(result.out.split())
    assert "Berekend tot en met 31-12-2026" in text
    assert "Het maximumdagloon van 01-01-2027 tot en met 29-01-2027 kennen we nog niet." in text
    assert "januari 2027 niet berekend" in text
    assert "2026-W53" in text
    assert "deels berekend" in text
    own.append({"bedrag": "maximumdagloon", "van": "2027-01-01", "waarde": "315.00", "bron": "UWV"})
    full = run("loon", "-", data={**data, "eigen_bedragen": own})
    assert full.code == 0
    assert "Maximumdagloon vanaf 01-01-2027: 315 euro per dag. UWV. Zelf ingevuld." in " ".join(full.out.split())


def test_a_text_without_notes_or_amounts(run: Run) -> None:
    loon = [{**GOOD["loon"][0], "vakantiebijslag_inbegrepen": True}]
    work = {"van": "2026-03-02", "uren_per_week": 40, "vorm": "arbeidstherapeutisch", "betaling": "volledig"}
    result = run("loon", "-", data={**GOOD, "loon": loon, "gewerkt": [work]})
    assert result.code == 0
    assert "Goed om te weten" not in result.out
    assert "Bedragen en bronnen" not in result.out


def test_what_is_wrong_is_one_sentence_that_names_the_key(run: Run) -> None:
    result = run(
        "loon", "-", "--json", data={**GOOD, "loon": [{"van": "2025-01-01", "bedrag": "-25.00", "per": "uur"}]}
    )
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("Bij 'loon[0].bedrag' verwachten we een getal van 0 tot en met 1.000.000")
    assert result.err.count("\n") == 1
    misspelt = run("loon", "-", data={**GOOD, "werkpatron": {}})
    assert misspelt.code == 2
    assert "Bedoelde je 'werkpatroon'?" in misspelt.err


def test_the_schema_is_published(run: Run) -> None:
    result = run("schema", "loon")
    assert result.code == 0
    assert json.loads(result.out)["title"] == "Feiten van het loon bij ziekte"


def test_the_command_is_listed(run: Run) -> None:
    result = run("--help")
    assert "Reken het loon bij ziekte uit." in result.out


FOUR_DAYS = {"maandag": 8, "dinsdag": 8, "woensdag": 8, "donderdag": 8}
SPOILED: list[tuple[dict[str, Any], str]] = [
    ({"loon": [{"van": "2025-01-01", "bedrag": 0, "per": "maand"}]}, "loon[0].bedrag"),
    ({"loon": [{"van": "2025-01-01", "bedrag": "20.00", "per": "kwartaal"}]}, "loon[0].per"),
    ({"werkpatroon": {**FOUR_DAYS, "vrijdag": -8}}, "werkpatroon.vrijdag"),
    ({"cao": [{"van_week": 1, "percentage": 101}]}, "cao[0].percentage"),
    (
        {"werkpatroon_wijzigingen": [{"van": "2026-03-02", "uren_per_week": 32, "werkpatroon": FOUR_DAYS}]},
        "werkpatroon_wijzigingen[0].van",
    ),
    (
        {"werkpatroon_wijzigingen": [{"van": "2026-03-09", "uren_per_week": 30, "werkpatroon": FOUR_DAYS}]},
        "werkpatroon_wijzigingen[0].uren_per_week",
    ),
    ({"betaalperiode": "vier_weken"}, "vier_weken_vanaf"),
    ({"vakantie": [{"van": "2026-03-20", "tot_en_met": "2026-03-09"}]}, "vakantie[0]"),
    ({"vakantie": [{"van": "2026-02-20", "tot_en_met": "2026-03-09"}]}, "vakantie[0].van"),
    ({"vakantie": [{"van": "2026-06-20", "tot_en_met": "2026-06-30"}]}, "vakantie[0]"),
    (
        {"vakantie": [
            {"van": "2026-03-09", "tot_en_met": "2026-03-13"}, {"van": "2026-03-12", "tot_en_met": "2026-03-20"}
        ]},
        "vakantie[1]",
    ),
    (
        {"gewerkt": [
            {"van": "2026-03-20", "tot_en_met": "2026-03-09", "uren_per_week": 8, "vorm": "arbeidstherapeutisch"}
        ]},
        "gewerkt[0]",
    ),
    (
        {"gewerkt": [{"van": "2026-03-09", "uren_per_week": -8, "vorm": "arbeidstherapeutisch"}]},
        "gewerkt[0].uren_per_week",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "place"), SPOILED, ids=[f"{place}-{n}" for n, (_c, place) in enumerate(SPOILED)])
def test_bad_input_is_exit_two_with_the_place(run: Run, changes: dict[str, Any], place: str) -> None:
    result = run("loon", "-", "--json", data={**GOOD, **changes})
    assert (result.code, result.out) == (2, "")
    assert f"'{place}'" in result.err
    assert result.err.count("\n") == 1


def test_four_weeks_other_hours_and_vakantie_in_text_and_in_data(run: Run) -> None:
    data = {
        **GOOD,
        "loon": [{"van": "2025-01-01", "bedrag": "4000.00", "per": "vier_weken"}],
        "betaalperiode": "vier_weken",
        "vier_weken_vanaf": "2025-12-29",
        "werkpatroon_wijzigingen": [{"van": "2026-03-30", "uren_per_week": 32, "werkpatroon": FOUR_DAYS}],
        "vakantie": [{"van": "2026-03-09", "tot_en_met": "2026-03-13"}],
    }
    answer = json.loads(run("loon", "-", "--json", data=data).out)
    case = answer["dossiers"][0]
    assert answer["betaalperiode"] == "vier_weken"
    assert answer["toelichting"].startswith("Alle bedragen zijn bruto, zonder vakantiebijslag")
    assert answer["grondslagen"]["loon_vakantie"] == "BW 7:639 lid 1"
    # Week 10 700.00, week 11 in full 1,000.00, week 12 700.00; then three weeks of 700.00 and one outside the illness.
    assert [(row["periode"], row["te_betalen"]) for row in case["vier_weken"]] == [(3, "2400.00"), (4, "2100.00")]
    assert case["totaal_vier_weken"]["loon_vakantie"] == "1000.00"
    assert case["weken"][1]["vakantiedagen"] == 5
    text = run("loon", "-", data=data)
    assert text.code == 0
    lines = text.out.splitlines()
    table = [line.split() for line in lines]
    row = next(words for words in table if words[:1] == ["02-03"])
    assert row[1:7] == ["t/m", "22-03-2026", "120,00", "3.000,00", "1.400,00", "1.000,00"]
    assert "Alle bedragen zijn bruto, zonder vakantiebijslag en zonder werkgeverslasten." in lines
    assert "Wat de woorden betekenen" in lines
    assert any("Werkgeverslasten: de premies die jij" in line for line in lines)
    assert all(len(line) <= 110 for line in lines)
    plain = run("loon", "-").out
    assert "Vakantie " not in plain.splitlines()[4]
