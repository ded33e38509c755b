"""The answer of `termijnen` as data: its exact shape, the published schema, and the time it takes."""

import json
import time
from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from reintegratie_desktop.bundled import bundled_path
from reintegratie_desktop.domain.facts import _KEYS, DONE_STEPS, UWV_STEPS, CaseFacts, Extension, Loonsanctie
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.services.deadlines import termijnen
from reintegratie_desktop.text.errors import KnownError

SCHEMA = json.loads(bundled_path("resources", "schema", "feiten.schema.json").read_text(encoding="utf-8"))
FACTS = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
TODAY = date(2026, 11, 23)

DAY = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
ANSWER = Draft202012Validator(
    {
        "type": "object",
        "additionalProperties": False,
        "required": ["peildatum", "dossiers"],
        "properties": {
            "peildatum": DAY,
            "dossiers": {
                "type": "array",
                "minItems": 1,
                "items": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["eerste_ziektedag", "klok_vanaf", "ziekteweek", "termijnen"],
                    "properties": {
                        "eerste_ziektedag": DAY,
                        "klok_vanaf": DAY,
                        "ziekteweek": {"type": "integer", "minimum": 1},
                        "termijnen": {"type": "array", "items": {"$ref": "#/$defs/termijn"}},
                    },
                },
            },
        },
        "$defs": {
            "termijn": {
                "type": "object",
                "additionalProperties": False,
                "required": [
                    "id",
                    "uiterlijk",
                    "streefdatum",
                    "venster_van",
                    "wie",
                    "status",
                    "gedaan_op",
                    "grondslag",
                    "uitleg",
                ],
                "properties": {
                    "id": {"type": "string"},
                    "uiterlijk": DAY,
                    "streefdatum": DAY,
                    "venster_van": {"anyOf": [DAY, {"type": "null"}]},
                    "wie": {"type": "array", "minItems": 1, "items": {"type": "string"}},
                    "status": {"enum": ["nog_niet", "kan_nu", "gedaan", "te_laat_gedaan", "te_laat", "vervalt"]},
                    "gedaan_op": {"anyOf": [DAY, {"type": "null"}]},
                    "grondslag": {"type": "string", "minLength": 1},
                    "uitleg": {"type": "string", "minLength": 1},
                },
            }
        },
    }
)

CONTRACT_EXAMPLE: dict[str, Any] = {
    "peildatum": "2026-02-01",
    "perioden": [
        {"ziek_vanaf": "2026-01-05", "hersteld_per": "2026-03-09"},
        {"ziek_vanaf": "2026-03-30", "hersteld_per": None},
    ],
    "verlof": [{"van": "2026-06-01", "tot_en_met": "2026-09-20", "zelfde_geval": True}],
    "gedaan": {
        "probleemanalyse": "2026-02-09",
        "plan_van_aanpak": "2026-02-23",
        "evaluaties": ["2026-04-01"],
        "uwv_42e_week": None,
        "eerstejaarsevaluatie": None,
        "spoor2_start": None,
        "wia_aanvraag": None,
    },
    "aow_gerechtigd": False,
    "einde_dienstverband": None,
    "vangnet_meldtermijn": None,
    "loonsanctie": None,
    "instellingen": {"termijn_ziekmelding_dagen": 7},
}


def _answer(data: dict[str, Any]) -> dict[str, Any]:
    answer = termijnen(data, today=TODAY)
    ANSWER.validate(json.loads(json.dumps(answer)))
    return answer


def test_the_example_of_the_contract() -> None:
    FACTS.validate(CONTRACT_EXAMPLE)
    answer = _answer(CONTRACT_EXAMPLE)
    assert answer["peildatum"] == "2026-02-01"
    (case,) = answer["dossiers"]
    assert case["eerste_ziektedag"] == "2026-01-05"
    assert case["klok_vanaf"] == "2026-05-18", "21 days of recovery and 112 days of leave"
    assert case["ziekteweek"] == 4
    step = next(step for step in case["termijnen"] if step["id"] == "probleemanalyse")
    assert step.pop("uitleg").startswith("De eerste ziektedag is 05-01-2026.")
    assert step == {
        "id": "probleemanalyse",
        "uiterlijk": "2026-02-16",
        "streefdatum": "2026-02-13",
        "venster_van": "2026-02-02",
        "wie": ["bedrijfsarts", "werkgever"],
        "status": "gedaan",
        "gedaan_op": "2026-02-09",
        "grondslag": "Regeling procesgang eerste en tweede ziektejaar, art. 2 lid 2",
    }


def test_a_plan_before_its_analysis_is_taken_as_it_is() -> None:
    """An arbodienst can be late; the dates that were really done stay what they are."""
    done = {"probleemanalyse": "2026-02-16", "plan_van_aanpak": "2026-02-10"}
    answer = termijnen({"perioden": [{"ziek_vanaf": "2026-01-05"}], "gedaan": done}, today=TODAY)
    steps = {step["id"]: step for step in answer["dossiers"][0]["termijnen"]}
    assert steps["plan_van_aanpak"]["gedaan_op"] == "2026-02-10"


def test_a_plan_of_an_earlier_case_may_be_older_than_the_analysis_of_a_later_one() -> None:
    data = {
        "perioden": [{"ziek_vanaf": "2026-01-05", "hersteld_per": "2026-04-06"}, {"ziek_vanaf": "2026-06-01"}],
        "gedaan": {"plan_van_aanpak": "2026-02-23", "probleemanalyse": "2026-07-06"},
    }
    assert len(termijnen(data, today=TODAY)["dossiers"]) == 2


def test_without_the_leave_only_the_break_moves_the_clock() -> None:
    assert _answer({**CONTRACT_EXAMPLE, "verlof": []})["dossiers"][0]["klok_vanaf"] == "2026-01-26"


def test_today_counts_when_no_day_is_given() -> None:
    data = {"perioden": [{"ziek_vanaf": "2026-11-16"}]}
    answer = _answer(data)
    assert answer["peildatum"] == "2026-11-23"
    assert answer["dossiers"][0]["ziekteweek"] == 2


def test_the_order_of_the_steps_is_that_of_the_contract() -> None:
    data = {
        "perioden": [{"ziek_vanaf": "2024-01-15"}],
        "vangnet_meldtermijn": "4_dagen",
        "einde_dienstverband": "2026-03-01",
        "loonsanctie": {},
    }
    steps = [step["id"] for step in _answer(data)["dossiers"][0]["termijnen"]]
    assert [step for step in steps if not step.startswith("evaluatie_")] == [
        "ziekmelding_arbodienst",
        "probleemanalyse",
        "plan_van_aanpak",
        "uwv_42e_week",
        "eerstejaarsevaluatie",
        "spoor2_start",
        "actueel_oordeel",
        "eindevaluatie",
        "riv_aan_werknemer",
        "wia_aanvraag",
        "einde_loondoorbetaling",
        "wia_eerste_dag",
        "einde_opzegverbod",
        "vervroegde_iva",
        "vangnet_melding",
        "ziek_uit_dienst_melding",
        "einde_loonsanctie",
    ]


def test_the_schema_is_sound_and_knows_what_the_reader_knows() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert set(SCHEMA["properties"]) == set(_KEYS)
    assert set(SCHEMA["properties"]["gedaan"]["properties"]) == {*DONE_STEPS, "evaluaties"}
    assert tuple(SCHEMA["properties"]["uwv_datums"]["properties"]) == UWV_STEPS
    assert set(SCHEMA["properties"]["verlenging"]["properties"]) == {field.name for field in fields(Extension)}
    assert set(SCHEMA["properties"]["loonsanctie"]["properties"]) == {field.name for field in fields(Loonsanctie)}
    longest = SCHEMA["properties"]["instellingen"]["properties"]["termijn_ziekmelding_dagen"]["maximum"]
    assert longest == load_law().on(TODAY).days("ziekmelding_arbodienst_hoogstens")
    for part in (SCHEMA, *(SCHEMA["properties"].values())):
        assert part["description"].endswith(".") or part["description"].endswith("?")


JUNK = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(-3, 60), st.floats(allow_nan=False), st.text(max_size=6), st.dates()
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(st.text(max_size=4), inner, max_size=2)),
    max_leaves=4,
).map(lambda value: json.loads(json.dumps(value, default=str)))


FULL_EXAMPLE: dict[str, Any] = {
    **CONTRACT_EXAMPLE,
    "geboortedatum": "1985-03-14",
    "vangnet_meldtermijn": "4_dagen",
    "vangnet_bekend_op": "2026-02-10",
    "no_risk": True,
    "eigenrisicodrager": "zw",
    "huishoudelijk": False,
    "loonsanctie": {"besluit_op": "2028-01-05", "reparatie_vastgesteld": None},
    "verlenging": {"tot_en_met": "2028-12-31", "verkorten_gevraagd_op": None},
    "uwv_datums": {"uwv_42e_week": "2027-03-08"},
}


def test_everything_the_schema_knows_is_read() -> None:
    FACTS.validate(FULL_EXAMPLE)
    facts = CaseFacts.from_dict(FULL_EXAMPLE)
    assert facts.geboortedatum == date(1985, 3, 14)
    assert facts.vangnet_bekend_op == date(2026, 2, 10)
    assert (facts.no_risk, facts.eigenrisicodrager, facts.huishoudelijk) == (True, "zw", False)
    assert facts.loonsanctie == Loonsanctie(besluit_op=date(2028, 1, 5))
    assert facts.verlenging == Extension(date(2028, 12, 31))
    assert facts.uwv_datums == {"uwv_42e_week": date(2027, 3, 8)}


PLACES = (
    *_KEYS,
    "gedaan.evaluaties",
    "gedaan.probleemanalyse",
    "instellingen.termijn_ziekmelding_dagen",
    "loonsanctie.besluit_op",
    "perioden.0.ziek_vanaf",
    "uwv_datums.wia_aanvraag",
    "verlenging.tot_en_met",
    "verlof.0.zelfde_geval",
    "verwacht",
)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(PLACES), JUNK)
def test_what_the_schema_refuses_the_reader_refuses(path: str, value: object) -> None:
    """Whatever stands at a key: it is read or refused with a sentence, and never read against the schema."""
    data = json.loads(json.dumps(FULL_EXAMPLE))
    place: Any = data
    *parents, key = path.split(".")
    for parent in parents:
        place = place[int(parent)] if parent.isdigit() else place[parent]
    place[key] = value
    try:
        CaseFacts.from_dict(data)
    except KnownError as error:
        assert str(error)
        assert "\n" not in str(error)
    else:
        FACTS.validate(data)


def test_a_day_after_the_computable_is_refused_in_words() -> None:
    with pytest.raises(KnownError, match="dat jaar kan niet kloppen"):
        termijnen({"perioden": [{"ziek_vanaf": "2200-01-01"}]}, today=TODAY)
    assert termijnen({"perioden": [{"ziek_vanaf": "2199-12-31"}]}, today=TODAY)["dossiers"]


def test_many_cases_take_little_time() -> None:
    """A bookkeeper's ten thousand cases take seconds, not minutes; five hundred here, with room for a slow machine."""
    data = {key: value for key, value in CONTRACT_EXAMPLE.items() if key != "verlof"}
    termijnen(data, today=TODAY)
    start = time.process_time()
    for _ in range(500):
        termijnen(data, today=TODAY)
    assert time.process_time() - start < 3.0
