"""Strict reading of the facts of the wage: what is wrong is refused, and the sentence names the key."""

import copy
import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from reintegratie_desktop.domain.facts import _KEYS
from reintegratie_desktop.domain.wage.calculation import wages
from reintegratie_desktop.domain.wage.facts import Per, WorkForm, WorkPay
from reintegratie_desktop.domain.wage.input import WAGE_KEYS, read_facts
from reintegratie_desktop.text.errors import KnownError
from tests.domain.wage.wage_tools import TODAY, facts, ill

WORK = {"van": "2026-03-02", "uren_per_week": 8, "vorm": "loonwaarde", "loonwaarde_percentage": 50}
OFF = {"van": "2026-03-02", "tot_en_met": "2026-03-08", "bedrag": "10.00", "per": "week"}
HOLD = {"van": "2026-03-09", "opgeheven_per": "2026-03-11", "grond": "spreekuur_gemist"}
STOP = {"van": "2026-03-09", "tot_en_met": "2026-03-10", "grond": "herstel_belemmerd"}
OWN = {"bedrag": "minimumuurloon", "van": "2027-01-01", "waarde": "15.30", "bron": "Staatscourant 2026"}
RATE = {"van": "2020-01-01", "bedrag": "20.00", "per": "uur"}


def test_everything_that_can_be_said_is_read() -> None:
    found = read_facts(
        facts(
            bbl=True,
            voltijd_uren_per_week=40,
            vaste_maandbetaling=False,
            wachtdagen=2,
            loon=[{**RATE, "van": "2026-03-09", "per": "maand", "vakantiebijslag_inbegrepen": True}, RATE],
            cao=[{"van_week": 1, "tot_en_met_week": 2, "percentage": "wettelijk", "ook_boven_maximumdagloon": False}],
            gewerkt=[WORK, {**WORK, "van": "2020-01-01"}][:1],
            andere_inkomsten=[OFF],
            uitkeringen=[{**OFF, "per": "periode"}],
            opschorting=[HOLD],
            loonstop=[{**STOP, "van": "2026-03-12", "tot_en_met": None}],
            eigen_bedragen=[OWN, {**OWN, "bedrag": "maximumdagloon"}, {**OWN, "leeftijd": 18}],
            reken_tot_en_met="2026-03-20",
        )
    )
    assert [rate.per for rate in found.loon] == [Per.UUR, Per.MAAND]
    assert found.loon[1].vakantiebijslag_inbegrepen
    assert found.cao[0].percentage is None
    assert not found.cao[0].ook_boven_maximumdagloon
    assert (found.gewerkt[0].vorm, found.gewerkt[0].betaling) == (WorkForm.LOONWAARDE, WorkPay.VOLLEDIG)
    assert found.uren_per_week == 40
    assert [amount.leeftijd for amount in found.eigen_bedragen] == [None, None, 18]
    assert found.zaak.perioden[0].ziek_vanaf.isoformat() == "2026-03-02"


def test_numbers_may_be_texts_or_numbers_and_stay_exact() -> None:
    assert read_facts(facts(loon=[{**RATE, "bedrag": 2600.35}])).loon[0].bedrag == Decimal("2600.35")
    assert read_facts(facts(loon=[{**RATE, "bedrag": "2600.3"}])).loon[0].bedrag == Decimal("2600.3")
    assert read_facts(facts(loon=[{**RATE, "bedrag": 2600}])).loon[0].bedrag == Decimal(2600)


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"uurtjes": 1}, "uurtjes"),
    ({"werkpatron": {}}, "werkpatroon"),
    ({"geboortedatum": None}, "geboortedatum"),
    ({"geboortedatum": "2026-03-02"}, "geboortedatum"),
    ({"geboortedatum": "1990-13-01"}, "geboortedatum"),
    ({"perioden": []}, "perioden"),
    ({"perioden": ill("2026-03-30", "2026-03-02")}, "perioden"),
    ({"perioden": [*ill("2026-03-02", "2026-03-10"), *ill("2026-03-05")]}, "perioden"),
    ({"uren_per_week": None}, "uren_per_week"),
    ({"uren_per_week": -40}, "uren_per_week"),
    ({"uren_per_week": "38"}, "uren_per_week"),
    ({"uren_per_week": 169}, "uren_per_week"),
    ({"uren_per_week": True}, "uren_per_week"),
    ({"werkpatroon": {"maandag": -8}}, "werkpatroon.maandag"),
    ({"werkpatroon": {"maandag": 25}}, "werkpatroon.maandag"),
    ({"werkpatroon": {"maandag": "8.125"}}, "werkpatroon.maandag"),
    ({"werkpatroon": {"maandag": "8,5"}}, "werkpatroon.maandag"),
    ({"werkpatroon": {"maandag": [8]}}, "werkpatroon.maandag"),
    ({"werkpatroon": {"weekend": 8}}, "werkpatroon.weekend"),
    ({"werkpatroon": {}}, "werkpatroon"),
    ({"werkpatroon": 40}, "werkpatroon"),
    ({"loon": []}, "loon"),
    ({"loon": [{**RATE, "bedrag": "-20.00"}]}, "loon[0].bedrag"),
    ({"loon": [{**RATE, "bedrag": -20}]}, "loon[0].bedrag"),
    ({"loon": [{**RATE, "bedrag": 0}]}, "loon[0].bedrag"),
    ({"loon": [{**RATE, "bedrag": 1e22}]}, "loon[0].bedrag"),
    ({"loon": [{**RATE, "bedrag": "1000000.01"}]}, "loon[0].bedrag"),
    ({"loon": [{**RATE, "per": "dag"}]}, "loon[0].per"),
    ({"loon": [{**RATE, "per": "periode"}]}, "loon[0].per"),
    ({"loon": [RATE, RATE]}, "loon"),
    ({"loon": [{**RATE, "van": "2026-03-03"}]}, "loon"),
    ({"bbl": "ja"}, "bbl"),
    ({"vaste_maandbetaling": 1}, "vaste_maandbetaling"),
    ({"voltijd_uren_per_week": 36}, "voltijd_uren_per_week"),
    ({"wachtdagen": 3}, "wachtdagen"),
    ({"wachtdagen": -1}, "wachtdagen"),
    ({"cao": [{"van_week": 1, "percentage": 101}]}, "cao[0].percentage"),
    ({"cao": [{"van_week": 1, "percentage": "-5"}]}, "cao[0].percentage"),
    ({"cao": [{"van_week": 1, "percentage": "alles"}]}, "cao[0].percentage"),
    ({"cao": [{"percentage": 90}]}, "cao[0]"),
    ({"cao": [{"van_week": 1, "van": "2026-03-02", "percentage": 90}]}, "cao[0]"),
    ({"cao": [{"van_week": 1, "tot_en_met": "2026-03-02", "percentage": 90}]}, "cao[0]"),
    ({"cao": [{"van": "2026-03-02", "tot_en_met_week": 2, "percentage": 90}]}, "cao[0]"),
    ({"cao": [{"van_week": 5, "tot_en_met_week": 2, "percentage": 90}]}, "cao[0].tot_en_met_week"),
    ({"cao": [{"van_week": 0, "percentage": 90}]}, "cao[0].van_week"),
    ({"cao": [{"van_week": 157, "percentage": 90}]}, "cao[0].van_week"),
    ({"cao": [{"van_week": 2, "percentage": 90}, {"van_week": 1, "percentage": 80}]}, "cao[0]"),
    (
        {"cao": [{"van_week": 1, "tot_en_met_week": 4, "percentage": 90}, {"van_week": 4, "percentage": 80}]},
        "cao[1]",
    ),
    ({"cao": [{"van_week": 1, "percentage": 90}, {"van": "2026-03-02", "percentage": 80}]}, "cao"),
    (
        {"cao": [{"van": "2026-03-02", "percentage": 90}, {"van": "2026-04-02", "percentage": 80}]},
        "cao[1]",
    ),
    ({"cao": [{"van": "2026-03-02", "tot_en_met": "2026-03-01", "percentage": 90}]}, "cao[0]"),
    ({"gewerkt": [{**WORK, "uren_per_week": 41}]}, "gewerkt[0].uren_per_week"),
    ({"gewerkt": [{**WORK, "uren_per_week": -1}]}, "gewerkt[0].uren_per_week"),
    ({"gewerkt": [{**WORK, "vorm": "proef"}]}, "gewerkt[0].vorm"),
    ({"gewerkt": [{**WORK, "loonwaarde_percentage": 120}]}, "gewerkt[0].loonwaarde_percentage"),
    ({"gewerkt": [{**WORK, "loonwaarde_per_week": "100.00"}]}, "gewerkt[0]"),
    ({"gewerkt": [{**WORK, "loonwaarde_percentage": None}]}, "gewerkt[0]"),
    ({"gewerkt": [{**WORK, "vorm": "arbeidstherapeutisch"}]}, "gewerkt[0].loonwaarde_percentage"),
    ({"gewerkt": [{**WORK, "betaling": "half"}]}, "gewerkt[0].betaling"),
    ({"gewerkt": [{**WORK, "van": "2026-02-01"}]}, "gewerkt[0].van"),
    ({"gewerkt": [WORK, {**WORK, "van": "2026-03-10"}]}, "gewerkt[1]"),
    ({"gewerkt": [{**WORK, "tot_en_met": "2026-03-01"}]}, "gewerkt[0]"),
    ({"andere_inkomsten": [{**OFF, "bedrag": "-1.00"}]}, "andere_inkomsten[0].bedrag"),
    ({"andere_inkomsten": [{**OFF, "per": "uur"}]}, "andere_inkomsten[0].per"),
    ({"andere_inkomsten": [{**OFF, "per": "periode", "tot_en_met": None}]}, "andere_inkomsten[0].tot_en_met"),
    ({"andere_inkomsten": [OFF, OFF]}, "andere_inkomsten[1]"),
    ({"uitkeringen": [{**OFF, "naam": "WIA"}]}, "uitkeringen[0].naam"),
    ({"uitkeringen": [{**OFF, "van": "2026-03-09"}]}, "uitkeringen[0]"),
    ({"opschorting": [{**HOLD, "grond": "anders"}]}, "opschorting[0].grond"),
    ({"opschorting": [{**HOLD, "opgeheven_per": "2026-03-09"}]}, "opschorting[0]"),
    ({"opschorting": [{**HOLD, "van": "2026-03-01"}]}, "opschorting[0].van"),
    ({"opschorting": [{**HOLD, "opgeheven_per": None}, {**HOLD, "van": "2026-03-20"}]}, "opschorting"),
    ({"opschorting": [HOLD], "loonstop": [STOP]}, "loonstop[0]"),
    ({"loonstop": [{**STOP, "grond": "spreekuur_gemist"}]}, "loonstop[0].grond"),
    ({"loonstop": [{**STOP, "van": "2026-03-01"}]}, "loonstop[0].van"),
    ({"loonstop": [STOP, {**STOP, "van": "2026-03-10"}]}, "loonstop[1]"),
    ({"eigen_bedragen": [{**OWN, "bedrag": "loon"}]}, "eigen_bedragen[0].bedrag"),
    ({"eigen_bedragen": [{**OWN, "waarde": "0"}]}, "eigen_bedragen[0].waarde"),
    ({"eigen_bedragen": [{**OWN, "bron": " "}]}, "eigen_bedragen[0].bron"),
    ({"eigen_bedragen": [{**OWN, "bron": "a\nb"}]}, "eigen_bedragen[0].bron"),
    ({"eigen_bedragen": [{**OWN, "bron": 7}]}, "eigen_bedragen[0].bron"),
    ({"eigen_bedragen": [{**OWN, "bron": "x" * 201}]}, "eigen_bedragen[0].bron"),
    ({"eigen_bedragen": [{**OWN, "bron": None}]}, "eigen_bedragen[0].bron"),
    ({"eigen_bedragen": [{**OWN, "leeftijd": 21}]}, "eigen_bedragen[0].leeftijd"),
    ({"eigen_bedragen": [{**OWN, "bedrag": "maximumdagloon", "leeftijd": 18}]}, "eigen_bedragen[0].leeftijd"),
    ({"eigen_bedragen": [OWN, OWN]}, "eigen_bedragen"),
    ({"reken_tot_en_met": "2026-03-01"}, "reken_tot_en_met"),
]


@pytest.mark.parametrize(("changes", "key"), REFUSED, ids=[f"{key}-{n}" for n, (_c, key) in enumerate(REFUSED)])
def test_what_cannot_be_is_refused_by_name(changes: dict[str, Any], key: str) -> None:
    with pytest.raises(KnownError) as caught:
        read_facts(facts(**changes))
    assert key in caught.value.message + caught.value.next_step
    assert caught.value.next_step
    assert "\n" not in str(caught.value)
    assert "{" not in str(caught.value)


@pytest.mark.parametrize(
    ("key", "item"),
    [
        ("gewerkt", {**WORK, "van": "2027-03-02"}),
        ("andere_inkomsten", {**OFF, "van": "2025-03-02", "tot_en_met": "2025-03-08"}),
        ("uitkeringen", {**OFF, "van": "2027-03-02", "tot_en_met": "2027-03-08"}),
        ("opschorting", {**HOLD, "van": "2026-03-30", "opgeheven_per": None}),
        ("loonstop", {**STOP, "van": "2027-03-09", "tot_en_met": "2027-03-10"}),
    ],
)
def test_a_period_outside_every_case_is_refused(key: str, item: dict[str, Any]) -> None:
    with pytest.raises(KnownError, match=rf"'{key}\[0\]' valt op geen enkele dag"):
        wages(read_facts(facts(**{key: [item]})), TODAY)
    # Who asks for a part of the days leaves the rest alone.
    wages(read_facts(facts(**{key: [item], "reken_tot_en_met": "2026-03-20"})), TODAY)


def test_an_amount_over_free_days_only_is_refused() -> None:
    weekend = {**OFF, "van": "2026-03-07", "tot_en_met": "2026-03-08", "per": "periode"}
    with pytest.raises(KnownError, match=r"'uitkeringen\[0\]' valt op dagen zonder werkuren"):
        wages(read_facts(facts(uitkeringen=[weekend])), TODAY)


def test_the_keys_of_the_case_and_the_wage_only_share_the_birthday() -> None:
    assert set(_KEYS) & set(WAGE_KEYS) <= {"geboortedatum"}


def test_every_key_of_the_case_is_passed_on() -> None:
    data = facts(loonsanctie=None, verlof=[], aow_gerechtigd=False, gedaan={}, instellingen={}, peildatum="2026-03-10")
    assert read_facts(data).zaak.peildatum is not None
    broken: list[Callable[[dict[str, Any]], Any]] = [
        lambda data: data.update(aow_gerechtigd="nee"),
        lambda data: data.update(verlof=[{"van": "2026-03-05", "tot_en_met": "2026-03-04"}]),
        lambda data: data.update(gedaan={"wia": "2026-03-05"}),
    ]
    for spoil in broken:
        spoiled = copy.deepcopy(json.loads(json.dumps(data)))
        spoil(spoiled)
        with pytest.raises(KnownError):
            read_facts(spoiled)
