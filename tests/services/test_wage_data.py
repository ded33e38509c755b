"""The answer of `loon` as data: its exact shape, the published schema, and the sentences about what misses."""

import json
import time
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from reintegratie_desktop.bundled import bundled_path
from reintegratie_desktop.domain.facts import _KEYS
from reintegratie_desktop.domain.wage.facts import STOP_GROUNDS, SUSPENSION_GROUNDS
from reintegratie_desktop.domain.wage.input import WAGE_KEYS, read_facts
from reintegratie_desktop.domain.wage.result import COLUMN_NAMES
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.services.wage import COLUMN_BASES, as_data, loon
from reintegratie_desktop.text.errors import KnownError

SCHEMAS = bundled_path("resources", "schema")
SCHEMA = json.loads((SCHEMAS / "loon.schema.json").read_text(encoding="utf-8"))
CASE_SCHEMA = json.loads((SCHEMAS / "feiten.schema.json").read_text(encoding="utf-8"))
FACTS = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
TODAY = date(2026, 11, 23)

EVERYTHING: dict[str, Any] = {
    "peildatum": "2026-06-01",
    "perioden": [
        {"ziek_vanaf": "2026-01-05", "hersteld_per": "2026-03-09"},
        {"ziek_vanaf": "2026-03-30", "hersteld_per": "2026-12-21"},
    ],
    "geboortedatum": "1990-05-01",
    "bbl": False,
    "uren_per_week": "40",
    "werkpatroon": {"maandag": "8", "dinsdag": "8", "woensdag": 8, "donderdag": 8, "vrijdag": 8, "zondag": None},
    "werkpatroon_wijzigingen": [
        {
            "van": "2026-11-02",
            "uren_per_week": 32,
            "werkpatroon": {"maandag": 8, "dinsdag": 8, "woensdag": 8, "vrijdag": "8"},
        }
    ],
    "betaalperiode": "vier_weken",
    "vier_weken_vanaf": "2025-12-29",
    "loon": [
        {"van": "2025-01-01", "bedrag": "3000.00", "per": "maand"},
        {"van": "2026-05-01", "bedrag": 9000, "per": "maand", "vakantiebijslag_inbegrepen": True},
    ],
    "vaste_maandbetaling": True,
    "voltijd_uren_per_week": None,
    "cao": [{"van_week": 1, "tot_en_met_week": 26, "percentage": "90"}, {"van_week": 27, "percentage": "wettelijk"}],
    "wachtdagen": 1,
    "gewerkt": [
        {
            "van": "2026-04-06",
            "tot_en_met": "2026-04-30",
            "uren_per_week": 12,
            "vorm": "loonwaarde",
            "loonwaarde_percentage": 80,
            "betaling": "volledig",
        }
    ],
    "vakantie": [{"van": "2026-05-11", "tot_en_met": "2026-05-22"}],
    "andere_inkomsten": [{"van": "2026-10-01", "tot_en_met": "2026-10-31", "bedrag": "400.00", "per": "periode"}],
    "uitkeringen": [{"van": "2026-10-01", "tot_en_met": None, "bedrag": "100.00", "per": "maand"}],
    "opschorting": [{"van": "2026-07-06", "opgeheven_per": "2026-08-03", "grond": "spreekuur_gemist"}],
    "loonstop": [
        {
            "van": "2026-09-07",
            "tot_en_met": "2026-09-13",
            "grond": "passende_arbeid_geweigerd",
            "meegedeeld_op": "2026-09-07",
        }
    ],
    "eigen_bedragen": [
        {"bedrag": "minimumuurloon", "van": "2027-01-01", "waarde": "15.30", "bron": "Rijksoverheid", "leeftijd": None}
    ],
    "reken_tot_en_met": None,
}

WITHOUT = dict.fromkeys(
    ("gewerkt", "vakantie", "werkpatroon_wijzigingen", "andere_inkomsten", "uitkeringen", "opschorting", "loonstop")
)
"""For a case at another time."""

DAY = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
OR_NOTHING = {"anyOf": [DAY, {"type": "null"}]}
EURO = {"anyOf": [{"type": "string", "pattern": r"^-?[0-9]+\.[0-9]{2}$"}, {"type": "null"}]}


def _shape(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "required": list(properties), "properties": properties}


def _row(kind: str) -> dict[str, Any]:
    days = (
        "werkdagen", "ziektedagen", "hersteldagen", "verlofdagen", "vakantiedagen", "dagen_eerste_jaar",
        "dagen_niet_berekend",
    )  # fmt: skip
    return _shape(
        jaar={"type": "integer"},
        **{kind: {"type": "integer", "minimum": 1}},
        van=DAY,
        tot_en_met=DAY,
        volledig={"type": "boolean"},
        **{name: {"type": "integer", "minimum": 0} for name in days},
        **dict.fromkeys(COLUMN_NAMES, EURO),
        bedragen={"type": "array", "items": {"type": "string", "pattern": "@"}},
    )


TEXT = {"type": "string", "minLength": 1}
ANSWER = Draft202012Validator(
    _shape(
        peildatum=DAY,
        volledig={"type": "boolean"},
        betaalperiode={"enum": ["maand", "vier_weken", "week"]},
        toelichting=TEXT,
        dossiers={
            "type": "array",
            "minItems": 1,
            "items": _shape(
                eerste_ziektedag=DAY,
                klok_vanaf=DAY,
                loon_tot_en_met=DAY,
                gevraagd_tot_en_met=DAY,
                berekend_tot_en_met=DAY,
                volledig={"type": "boolean"},
                maanden={"type": "array", "items": _row("maand")},
                vier_weken={"type": "array", "items": _row("periode")},
                weken={"type": "array", "items": _row("week")},
                totaal=_shape(**dict.fromkeys(COLUMN_NAMES, EURO)),
                totaal_vier_weken={"anyOf": [_shape(**dict.fromkeys(COLUMN_NAMES, EURO)), {"type": "null"}]},
                totaal_weken=_shape(**dict.fromkeys(COLUMN_NAMES, EURO)),
                ontbreekt={
                    "type": "array",
                    "items": _shape(
                        bedrag=TEXT,
                        leeftijd={"type": ["integer", "null"]},
                        vanaf=DAY,
                        van=DAY,
                        tot_en_met=DAY,
                        uitleg=TEXT,
                    ),
                },
                maatregelen={
                    "type": "array",
                    "items": _shape(
                        soort={"enum": ["opschorting", "loonstop"]},
                        grond=TEXT,
                        omschrijving=TEXT,
                        van=DAY,
                        tot_en_met=OR_NOTHING,
                        bedrag=EURO,
                        nabetaald_op=OR_NOTHING,
                        grondslag=TEXT,
                    ),
                },
                opmerkingen={
                    "type": "array",
                    "items": _shape(id=TEXT, tekst=TEXT, grondslag={"type": ["string", "null"]}),
                },
            ),
        },
        bedragen={
            "type": "array",
            "items": _shape(
                id=TEXT,
                sleutel=TEXT,
                naam=TEXT,
                waarde={"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)?$"},
                eenheid=TEXT,
                vanaf=DAY,
                bron=TEXT,
                gecontroleerd_op=OR_NOTHING,
                te_controleren={"type": "boolean"},
                zelf_ingevuld={"type": "boolean"},
            ),
        },
        grondslagen={"type": "object", "additionalProperties": TEXT},
        afronding=TEXT,
    )
)


def _answer(**changes: Any) -> dict[str, Any]:
    data = {**EVERYTHING, **changes}
    FACTS.validate(data)
    answer = as_data(loon(data, today=TODAY))
    ANSWER.validate(json.loads(json.dumps(answer)))
    return answer


def test_an_answer_with_everything() -> None:
    answer = _answer()
    assert answer["peildatum"] == "2026-06-01"
    assert answer["volledig"] is True
    (case,) = answer["dossiers"]
    assert (case["klok_vanaf"], case["loon_tot_en_met"]) == ("2026-01-26", "2026-12-20")
    row = case["maanden"][1]
    # February: 90 % of 3,000.00 by the cao.
    assert (row["jaar"], row["maand"], row["wettelijk_deel"]) == (2026, 2, "2100.00")
    assert (row["aanvulling_minimumloon"], row["aanvulling_cao"], row["te_betalen"]) == ("459.54", "140.46", "2700.00")
    known = {amount["id"] for amount in answer["bedragen"]}
    assert set(row["bedragen"]) <= known
    assert "minimumuurloon@2026-01-01" in row["bedragen"]
    assert answer["grondslagen"]["wettelijk_deel"] == "BW 7:629 lid 1"
    total = sum(Decimal(row["te_betalen"]) for row in case["maanden"])
    assert case["totaal"]["te_betalen"] == str(total)
    assert [item["omschrijving"] for item in case["maatregelen"]] == [
        "Niet gekomen op het spreekuur",
        "Passend werk niet gedaan zonder goede reden",
    ]


def test_what_misses_is_named_with_the_way_on() -> None:
    answer = _answer(perioden=[{"ziek_vanaf": "2026-06-01"}], **WITHOUT)
    assert answer["volledig"] is False
    (case,) = answer["dossiers"]
    assert case["berekend_tot_en_met"] == "2026-12-31"
    assert case["gevraagd_tot_en_met"] == "2028-05-28"
    gap = case["ontbreekt"][0]
    assert (gap["bedrag"], gap["vanaf"], gap["van"], gap["tot_en_met"]) == (
        "maximumdagloon",
        "2027-01-01",
        "2027-01-01",
        "2027-06-30",
    )
    assert gap["uitleg"] == (
        "Het maximumdagloon van 01-01-2027 tot en met 30-06-2027 kennen we nog niet. Vul het in bij "
        "'eigen_bedragen' als 'maximumdagloon' met 'van' 2027-01-01, en zet de bron erbij. "
        "Dan rekenen we deze dagen ook."
    )
    blank = case["maanden"][-1]
    assert blank["te_betalen"] is None
    assert blank["eigen_loon"] is None
    assert case["maanden"][6]["te_betalen"] is not None


def test_what_misses_for_one_age_or_for_2023_is_named() -> None:
    young = _answer(
        perioden=[{"ziek_vanaf": "2023-10-02", "hersteld_per": "2023-10-09"}],
        geboortedatum="2004-06-01", bbl=True, loon=[{"van": "2023-01-01", "bedrag": "1000.00", "per": "maand"}],
        **WITHOUT,
    )  # fmt: skip
    assert young["dossiers"][0]["ontbreekt"][0]["uitleg"].endswith("Zet er 'leeftijd' 19 bij.")
    adult = _answer(
        perioden=[{"ziek_vanaf": "2023-10-02", "hersteld_per": "2023-10-09"}],
        loon=[{"van": "2023-01-01", "bedrag": "1000.00", "per": "maand"}],
        **WITHOUT,
    )
    gap = adult["dossiers"][0]["ontbreekt"][0]
    assert gap["bedrag"] == "voltijd_uren_per_week"
    assert gap["uitleg"].endswith("Vul ze in bij 'voltijd_uren_per_week', dan rekenen we deze dagen ook.")


def test_every_column_that_rests_on_an_article_names_it() -> None:
    law = load_law()
    assert set(COLUMN_BASES) <= set(COLUMN_NAMES)
    assert all(law.basis(key).text for key in COLUMN_BASES.values())
    assert all(law.basis(f"loonstop_{ground}").text for ground in STOP_GROUNDS)


def test_the_schema_is_sound_and_knows_what_the_reader_knows() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert set(SCHEMA["properties"]) == {*_KEYS, *WAGE_KEYS}
    assert set(EVERYTHING) >= set(WAGE_KEYS)
    for key in set(_KEYS) - set(WAGE_KEYS):
        assert SCHEMA["properties"][key] == CASE_SCHEMA["properties"][key], f"copy {key} from feiten.schema.json"
    for name, part in CASE_SCHEMA["$defs"].items():
        assert SCHEMA["$defs"][name] == part, f"copy {name} from feiten.schema.json"
    parts = SCHEMA["properties"]
    assert parts["wachtdagen"]["maximum"] == load_law().on(TODAY).days("wachtdagen_hoogstens")
    assert parts["opschorting"]["items"]["properties"]["grond"]["enum"] == list(SUSPENSION_GROUNDS)
    assert parts["loonstop"]["items"]["properties"]["grond"]["enum"] == list(STOP_GROUNDS)


def _described(part: Any, path: str = "") -> int:
    """Return how many keys there are; every one of them has to be described."""
    found = 0
    for key, value in part.get("properties", {}).items():
        assert value.get("description", "").endswith((".", "?")), f"{path}.{key} has no description"
        found += 1 + _described(value, f"{path}.{key}")
        if isinstance(value.get("items"), dict):
            found += _described(value["items"], f"{path}.{key}[]")
    return found


def test_every_key_of_the_wage_is_described() -> None:
    assert _described({"properties": {key: SCHEMA["properties"][key] for key in WAGE_KEYS}}) > len(WAGE_KEYS)


JUNK = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(-3, 200), st.floats(allow_nan=False), st.text(max_size=6), st.dates(),
        st.sampled_from(["8", "8.5", "-0", "1e3", "101", "maand", "wettelijk", "loonwaarde"]),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(st.text(max_size=4), inner, max_size=2)),
    max_leaves=4,
).map(lambda value: json.loads(json.dumps(value, default=str)))  # fmt: skip

PLACES = [
    *WAGE_KEYS,
    "werkpatroon.maandag", "werkpatroon.zaterdag", "werkpatroon_wijzigingen.0.van", "betaalperiode", "vier_weken_vanaf",
    "werkpatroon_wijzigingen.0.uren_per_week", "werkpatroon_wijzigingen.0.werkpatroon.vrijdag", "vakantie.0.van",
    "vakantie.0.tot_en_met", "loon.0.bedrag", "loon.0.per", "loon.0.van", "cao.0.percentage",
    "cao.0.van_week", "cao.0.tot_en_met_week", "cao.0.van", "cao.0.tot_en_met", "gewerkt.0.uren_per_week",
    "gewerkt.0.vorm", "gewerkt.0.betaling", "gewerkt.0.loonwaarde_percentage", "gewerkt.0.loonwaarde_per_week",
    "uitkeringen.0.bedrag", "uitkeringen.0.tot_en_met", "uitkeringen.0.per", "opschorting.0.opgeheven_per",
    "opschorting.0.grond", "loonstop.0.tot_en_met", "loonstop.0.meegedeeld_op", "eigen_bedragen.0.waarde",
    "eigen_bedragen.0.bron", "eigen_bedragen.0.leeftijd", "loon.0.onbekend", "onbekend",
]  # fmt: skip


@settings(max_examples=250, deadline=None)
@given(st.sampled_from(PLACES), JUNK)
def test_what_the_schema_refuses_the_reader_refuses(path: str, value: object) -> None:
    """Whatever stands at a key: it is read or refused with a sentence, and never read against the schema."""
    data = json.loads(json.dumps(EVERYTHING))
    place: Any = data
    *parents, key = path.split(".")
    for parent in parents:
        place = place[int(parent)] if parent.isdigit() else place[parent]
    place[key] = value
    try:
        read_facts(data)
    except KnownError as error:
        assert str(error)
        assert "\n" not in str(error)
    else:
        FACTS.validate(data)


def test_every_sentence_is_filled_in() -> None:
    (case,) = _answer()["dossiers"]
    texts = [note["tekst"] for note in case["opmerkingen"]]
    assert len(texts) == len(set(texts))
    assert not any("{" in text for text in texts)


def test_two_years_take_little_time() -> None:
    rate = {**EVERYTHING["loon"][0], "van": "2024-01-01"}
    data = {**EVERYTHING, **WITHOUT, "perioden": [{"ziek_vanaf": "2024-01-15"}], "loon": [rate]}
    loon(data, today=TODAY)
    start = time.process_time()
    for _ in range(5):
        as_data(loon(data, today=TODAY))
    assert time.process_time() - start < 2.0
