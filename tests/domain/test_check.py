"""The check of a case: every point in every state, from facts that were made up for it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.domain.check.check import CHECKS, check
from reintegratie_desktop.domain.check.facts import (
    CONFIRMED,
    Advies,
    CheckFacts,
    Gesprek,
    Plan,
    Tekende,
    Uren,
)
from reintegratie_desktop.domain.check.item import WORSE, CheckItem, Gewicht, Groep, Motivering, Stand, counts
from reintegratie_desktop.domain.check.rules import RULES
from reintegratie_desktop.domain.clock import case_clocks
from reintegratie_desktop.domain.facts import CaseFacts
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.text.guard import find

FIRST = date(2026, 1, 5)
LAW = load_law()
SIGNED = {"werkgever": Tekende.JA, "werknemer": Tekende.JA}


def day(number: int) -> date:
    """Return the day so many days after the first sick day."""
    return FIRST + timedelta(days=number)


def facts(
    on: int,
    done: Mapping[str, int] | None = None,
    *,
    evaluaties: tuple[int, ...] = (),
    input_facts: Mapping[str, Any] | None = None,
    **known: Any,
) -> CheckFacts:
    """Return a case looked at on a day, with steps done on days; papers follow the steps unless they are given."""
    done = dict(done or {})
    told = {step: day(number).isoformat() for step, number in done.items()}
    data: dict[str, Any] = {
        "perioden": [{"ziek_vanaf": FIRST.isoformat(), "hersteld_per": None}],
        "gedaan": {**told, "evaluaties": [day(number).isoformat() for number in evaluaties]},
        **(input_facts or {}),
    }
    if "probleemanalyse" in done and "adviezen" not in known:
        known["adviezen"] = (Advies(day(done["probleemanalyse"])),)
    data["adviezen"] = [
        {"op": one.day.isoformat(), "mogelijkheden": one.ziet_werk} for one in known.get("adviezen", ())
    ]
    clock = case_clocks(CaseFacts.from_dict(data), day(on))[-1]
    if "plan_van_aanpak" in done and "plannen" not in known:
        known["plannen"] = (Plan(day(done["plan_van_aanpak"]), getekend_op=day(done["plan_van_aanpak"]), **SIGNED),)
    return CheckFacts(clock=clock, **known)


def items(given_facts: CheckFacts) -> dict[str, CheckItem]:
    return {item.id: item for item in check(given_facts)}


def started(on: int, **known: Any) -> CheckFacts:
    """Return a case with an advice and a plan in time."""
    done = {"probleemanalyse": 38, "plan_van_aanpak": 50, **known.pop("done", {})}
    return facts(on, done, **known)


def reason(*, agreed: bool = True, on: int = 60) -> Motivering:
    return Motivering("Wij waren allebei vrij.", agreed, day(on))


AOW = {"aow_gerechtigd": True}
LEAVES = {"einde_dienstverband": day(200).isoformat()}
NO_WORK = (Advies(day(38), ziet_werk=False),)
WORK_LATER = (Advies(day(38), ziet_werk=False), Advies(day(120)))
PLAN = Plan(day(50), getekend_op=day(52), **SIGNED)
REVIEWED = {"eerstejaarsevaluatie": 340}
EARLY = {"eerstejaarsevaluatie": 300}
CHANGED = (Advies(day(38)), Advies(day(55)))
ENDS_120 = {"einde_dienstverband": day(120).isoformat()}
WN_NEE = {"werkgever": Tekende.JA, "werknemer": Tekende.NEE}
YEAR = Gesprek(day(340), eerstejaars=True)

CASES: list[tuple[str, str, CheckFacts]] = [
    # the result
    ("resultaat", "niet_nodig", started(100)),
    ("resultaat", "op_orde", started(100, gedaan={"resultaat": day(90)})),
    # spoor 1
    ("spoor1_onderzoek", "komt_nog", started(100)),
    ("spoor1_onderzoek", "binnenkort", started(320)),
    ("spoor1_onderzoek", "ontbreekt", started(364)),
    ("spoor1_onderzoek", "op_orde", started(364, gedaan={"spoor1_onderzoek": day(300)})),
    ("spoor1_onderzoek", "niet_nodig", started(364, gedaan={"resultaat": day(300)})),
    ("spoor1_onderzoek", "niet_nodig", started(364, adviezen=NO_WORK)),
    ("spoor1_onderzoek", "niet_nodig", facts(100, input_facts=AOW)),
    ("spoor1_onderzoek", "niet_nodig", started(300, input_facts=LEAVES)),
    # plan van aanpak
    ("plan_van_aanpak", "komt_nog", facts(20)),
    ("plan_van_aanpak", "binnenkort", facts(45, {"probleemanalyse": 38})),
    ("plan_van_aanpak", "op_orde", started(60)),
    ("plan_van_aanpak", "op_orde", facts(60, {"probleemanalyse": 38, "plan_van_aanpak": 52})),
    ("plan_van_aanpak", "te_laat", facts(60, {"probleemanalyse": 38, "plan_van_aanpak": 53})),
    ("plan_van_aanpak", "ontbreekt", facts(53, {"probleemanalyse": 38})),
    ("plan_van_aanpak", "ontbreekt", facts(57)),
    ("plan_van_aanpak", "niet_nodig", facts(100, {"probleemanalyse": 38}, adviezen=NO_WORK)),
    ("plan_van_aanpak", "binnenkort", facts(134, {"probleemanalyse": 38}, adviezen=WORK_LATER)),
    ("plan_van_aanpak", "ontbreekt", facts(135, {"probleemanalyse": 38}, adviezen=WORK_LATER)),
    ("plan_van_aanpak", "op_orde", facts(140, {"probleemanalyse": 38, "plan_van_aanpak": 134}, adviezen=WORK_LATER)),
    ("plan_van_aanpak", "te_laat", facts(140, {"probleemanalyse": 38, "plan_van_aanpak": 135}, adviezen=WORK_LATER)),
    ("plan_van_aanpak", "niet_nodig", facts(100, input_facts=AOW)),
    ("plan_van_aanpak", "niet_nodig", facts(60, input_facts={"einde_dienstverband": day(30).isoformat()})),
    # the plan follows the advice
    ("bijstelling_plan", "komt_nog", facts(45, {"probleemanalyse": 38})),
    ("bijstelling_plan", "niet_nodig", started(60)),
    ("bijstelling_plan", "niet_nodig", started(60, adviezen=(Advies(day(38)), Advies(day(55), anders=False)))),
    ("bijstelling_plan", "binnenkort", started(69, adviezen=CHANGED)),
    ("bijstelling_plan", "ontbreekt", started(70, adviezen=CHANGED)),
    ("bijstelling_plan", "ontbreekt", started(90, adviezen=(*CHANGED, Advies(day(88))))),
    ("bijstelling_plan", "op_orde", started(70, adviezen=CHANGED, plannen=(PLAN, replace(PLAN, day=day(69))))),
    ("bijstelling_plan", "op_orde", started(90, adviezen=CHANGED, plannen=(PLAN, replace(PLAN, day=day(70))))),
    ("bijstelling_plan", "niet_nodig", started(90, adviezen=(*CHANGED, Advies(day(60), ziet_werk=False)))),
    ("bijstelling_plan", "binnenkort", started(90, gesprekken=(Gesprek(day(80), vraagt_plan=True),))),
    ("bijstelling_plan", "ontbreekt", started(96, gesprekken=(Gesprek(day(80), vraagt_plan=True),))),
    ("bijstelling_plan", "niet_nodig", started(96, gesprekken=(Gesprek(day(40), vraagt_plan=True), Gesprek(day(80))))),
    ("bijstelling_plan", "niet_nodig", facts(100, {"probleemanalyse": 38}, adviezen=NO_WORK)),
    ("bijstelling_plan", "niet_nodig", facts(100, input_facts=AOW)),
    # evaluations
    ("evaluaties", "komt_nog", facts(20)),
    ("evaluaties", "komt_nog", started(60)),
    ("evaluaties", "binnenkort", started(80)),
    ("evaluaties", "ontbreekt", started(93)),
    ("evaluaties", "op_orde", started(93, evaluaties=(92,))),
    ("evaluaties", "binnenkort", started(125, evaluaties=(92,))),
    ("evaluaties", "ontbreekt", started(135, evaluaties=(92,))),
    ("evaluaties", "niet_nodig", started(135, adviezen=NO_WORK)),
    ("evaluaties", "komt_nog", facts(125, {"probleemanalyse": 38}, adviezen=WORK_LATER)),
    ("evaluaties", "niet_nodig", facts(100, input_facts=AOW)),
    ("evaluaties", "niet_nodig", started(70, input_facts={"einde_dienstverband": day(70).isoformat()})),
    ("evaluaties", "op_orde", started(120, evaluaties=(92,), input_facts=ENDS_120)),
    ("evaluaties", "op_orde", started(726, evaluaties=tuple(range(92, 728, 42)))),
    # after a year
    ("eerstejaarsevaluatie", "komt_nog", started(300)),
    ("eerstejaarsevaluatie", "binnenkort", started(315)),
    ("eerstejaarsevaluatie", "ontbreekt", started(364)),
    ("eerstejaarsevaluatie", "op_orde", started(364, done={"eerstejaarsevaluatie": 363})),
    ("eerstejaarsevaluatie", "te_laat", started(370, done={"eerstejaarsevaluatie": 364})),
    ("eerstejaarsevaluatie", "komt_nog", started(310, done={"eerstejaarsevaluatie": 300})),
    ("eerstejaarsevaluatie", "binnenkort", started(320, done={"eerstejaarsevaluatie": 300})),
    ("eerstejaarsevaluatie", "te_laat", started(364, done={"eerstejaarsevaluatie": 300})),
    ("eerstejaarsevaluatie", "op_orde", started(364, done=EARLY, gesprekken=(replace(YEAR, day=day(350)),))),
    ("eerstejaarsevaluatie", "niet_nodig", facts(400, input_facts=AOW)),
    ("eerstejaarsevaluatie", "niet_nodig", started(300, input_facts=LEAVES)),
    # spoor 2
    ("spoor2_start", "komt_nog", started(300)),
    ("spoor2_start", "binnenkort", started(364)),
    ("spoor2_start", "ontbreekt", started(406)),
    ("spoor2_start", "ontbreekt", started(383, done=REVIEWED)),
    ("spoor2_start", "op_orde", started(400, done={**REVIEWED, "spoor2_start": 382})),
    ("spoor2_start", "te_laat", started(400, done={**REVIEWED, "spoor2_start": 383})),
    ("spoor2_start", "niet_nodig", started(431, done=REVIEWED, motiveringen={"spoor2_start": reason(on=341)})),
    ("spoor2_start", "ontbreekt", started(432, done=REVIEWED, motiveringen={"spoor2_start": reason(on=341)})),
    ("spoor2_start", "niet_nodig", started(530, done=REVIEWED, motiveringen={"spoor2_start": reason(on=440)})),
    ("spoor2_start", "ontbreekt", started(532, done=REVIEWED, motiveringen={"spoor2_start": reason(on=440)})),
    ("spoor2_start", "niet_nodig", started(430, motiveringen={"spoor2_start": reason(on=400)})),
    ("spoor2_start", "niet_nodig", started(500, gedaan={"resultaat": day(400)})),
    ("spoor2_start", "niet_nodig", started(500, adviezen=NO_WORK)),
    ("spoor2_start", "niet_nodig", facts(500, input_facts=AOW)),
    # the bedrijfsarts
    ("contact_bedrijfsarts", "komt_nog", facts(20)),
    ("contact_bedrijfsarts", "op_orde", started(80)),
    ("contact_bedrijfsarts", "ontbreekt", started(81)),
    ("contact_bedrijfsarts", "op_orde", started(100, adviezen=(Advies(day(38), volgend_spreekuur=day(100)),))),
    ("contact_bedrijfsarts", "ontbreekt", started(101, adviezen=(Advies(day(38), volgend_spreekuur=day(100)),))),
    ("contact_bedrijfsarts", "op_orde", started(81, spreekuren=(day(60), day(200)))),
    ("contact_bedrijfsarts", "op_orde", facts(30, spreekuren=(day(10),))),
    ("contact_bedrijfsarts", "op_orde", started(650, done={"actueel_oordeel": 610})),
    ("contact_bedrijfsarts", "op_orde", started(720, done={"actueel_oordeel": 610, "riv_aan_werknemer": 630})),
    ("contact_bedrijfsarts", "niet_nodig", facts(20, input_facts=AOW)),
    ("contact_bedrijfsarts", "niet_nodig", facts(60, input_facts={"einde_dienstverband": day(30).isoformat()})),
    # contact with the employee
    ("contact_werknemer", "binnenkort", facts(42)),
    ("contact_werknemer", "ontbreekt", facts(43)),
    ("contact_werknemer", "op_orde", facts(85, contacten=(day(43), day(200)))),
    ("contact_werknemer", "ontbreekt", facts(86, contacten=(day(43),))),
    ("contact_werknemer", "op_orde", facts(86, contacten=(day(43),), gesprekken=(Gesprek(day(60)),))),
    ("contact_werknemer", "niet_nodig", facts(86, input_facts=AOW)),
    # hours
    ("gewerkte_uren", "komt_nog", facts(20)),
    ("gewerkte_uren", "binnenkort", started(60)),
    ("gewerkte_uren", "binnenkort", started(71)),
    ("gewerkte_uren", "ontbreekt", started(72)),
    ("gewerkte_uren", "komt_nog", started(55, uren=Uren(gepland_vanaf=day(56)))),
    ("gewerkte_uren", "ontbreekt", started(78, uren=Uren(gepland_vanaf=day(56)))),
    ("gewerkte_uren", "op_orde", started(104, uren=Uren(day(56), bijgewerkt_tot=day(90)))),
    ("gewerkte_uren", "ontbreekt", started(105, uren=Uren(day(56), bijgewerkt_tot=day(90)))),
    ("gewerkte_uren", "op_orde", started(105, uren=Uren(day(56), day(90)), gedaan={"gewerkte_uren": day(100)})),
    ("gewerkte_uren", "op_orde", started(105, uren=Uren(day(56), day(90)), adviezen=NO_WORK)),
    ("gewerkte_uren", "niet_nodig", started(105, adviezen=NO_WORK)),
    ("gewerkte_uren", "op_orde", started(700, uren=Uren(day(56), day(620)), done={"riv_aan_werknemer": 630})),
    ("gewerkte_uren", "niet_nodig", facts(105, input_facts=AOW)),
    # probleemanalyse and the call to the arbodienst
    ("probleemanalyse", "komt_nog", facts(20)),
    ("probleemanalyse", "binnenkort", facts(28)),
    ("probleemanalyse", "binnenkort", facts(42)),
    ("probleemanalyse", "ontbreekt", facts(43)),
    ("probleemanalyse", "op_orde", facts(43, {"probleemanalyse": 42})),
    ("probleemanalyse", "te_laat", facts(50, {"probleemanalyse": 43})),
    ("probleemanalyse", "niet_nodig", facts(43, input_facts=AOW)),
    ("ziekmelding_arbodienst", "binnenkort", facts(6)),
    ("ziekmelding_arbodienst", "ontbreekt", facts(7)),
    ("ziekmelding_arbodienst", "op_orde", facts(7, {"ziekmelding_arbodienst": 6})),
    ("ziekmelding_arbodienst", "te_laat", facts(9, {"ziekmelding_arbodienst": 7})),
    ("ziekmelding_arbodienst", "niet_nodig", started(60)),
    ("ziekmelding_arbodienst", "op_orde", started(60, done={"ziekmelding_arbodienst": 9})),
    # what stands in the plan
    ("plan_getekend", "komt_nog", facts(45, {"probleemanalyse": 38})),
    ("plan_getekend", "op_orde", started(60)),
    ("plan_getekend", "op_orde", started(60, plannen=(Plan(day(50), **SIGNED),))),
    ("plan_getekend", "binnenkort", started(64, plannen=(Plan(day(50)),))),
    ("plan_getekend", "ontbreekt", started(65, plannen=(Plan(day(50), werkgever=Tekende.JA),))),
    ("plan_getekend", "ontbreekt", started(65, plannen=(Plan(day(50), **WN_NEE),))),
    ("plan_getekend", "toegelicht", started(65, plannen=(Plan(day(50), **WN_NEE, weigering_verteld=True),))),
    ("plan_getekend", "niet_nodig", facts(100, {"probleemanalyse": 38}, adviezen=NO_WORK)),
    ("plan_getekend", "niet_nodig", facts(65, input_facts=AOW)),
    ("plan_meningen", "op_orde", started(60)),
    ("plan_meningen", "ontbreekt", started(60, plannen=(Plan(day(50), meningen=False),))),
    ("plan_meningen", "niet_nodig", started(60, plannen=(Plan(date(2023, 6, 30), meningen=False),))),
    ("plan_meningen", "ontbreekt", started(60, plannen=(Plan(date(2023, 7, 1), meningen=False),))),
    ("plan_meningen", "komt_nog", facts(45, {"probleemanalyse": 38})),
    ("casemanager", "op_orde", started(60)),
    ("casemanager", "ontbreekt", started(60, plannen=(Plan(day(50), casemanager=False),))),
    ("casemanager", "komt_nog", facts(45)),
    # what both think after a year
    ("eerstejaars_meningen", "komt_nog", started(300)),
    ("eerstejaars_meningen", "op_orde", started(350, done=REVIEWED, gesprekken=(YEAR,))),
    ("eerstejaars_meningen", "ontbreekt", started(350, done=REVIEWED, gesprekken=(replace(YEAR, meningen=False),))),
    ("eerstejaars_meningen", "ontbreekt", started(350, done=REVIEWED)),
    ("eerstejaars_meningen", "op_orde", started(350, done=REVIEWED, gedaan={"eerstejaars_meningen": day(345)})),
    ("eerstejaars_meningen", "niet_nodig", facts(350, input_facts=AOW)),
    ("eerstejaars_meningen", "niet_nodig", started(300, input_facts=LEAVES)),
    # the report and its parts
    ("actueel_oordeel", "komt_nog", started(601)),
    ("actueel_oordeel", "binnenkort", started(602)),
    ("actueel_oordeel", "ontbreekt", started(637)),
    ("actueel_oordeel", "op_orde", started(637, done={"actueel_oordeel": 620})),
    ("actueel_oordeel", "te_laat", started(650, done={"actueel_oordeel": 640})),
    ("actueel_oordeel", "niet_nodig", facts(637, input_facts=AOW)),
    ("eindevaluatie", "komt_nog", started(500)),
    ("eindevaluatie", "binnenkort", started(615)),
    ("eindevaluatie", "ontbreekt", started(637)),
    ("eindevaluatie", "op_orde", started(637, done={"eindevaluatie": 622})),
    ("eindevaluatie", "te_laat", started(650, done={"eindevaluatie": 640})),
    ("eindevaluatie", "niet_nodig", facts(637, {"probleemanalyse": 38}, adviezen=NO_WORK)),
    ("oordeel_werknemer", "komt_nog", started(500)),
    ("oordeel_werknemer", "binnenkort", started(615)),
    ("oordeel_werknemer", "ontbreekt", started(637)),
    ("oordeel_werknemer", "op_orde", started(637, gedaan={"oordeel_werknemer": day(630)})),
    ("oordeel_werknemer", "niet_nodig", facts(637, input_facts=AOW)),
    ("oordeel_werknemer", "niet_nodig", started(300, input_facts=LEAVES)),
    ("verslag", "komt_nog", started(500)),
    ("verslag", "binnenkort", started(615)),
    ("verslag", "ontbreekt", started(637)),
    ("verslag", "binnenkort", started(631, done={"riv_aan_werknemer": 630})),
    ("verslag", "ontbreekt", started(637, done={"riv_aan_werknemer": 630})),
    ("verslag", "niet_nodig", facts(637, input_facts=AOW)),
    ("gegevens", "op_orde", started(60)),
    ("gegevens", "ontbreekt", started(60, gegevens_missen=("de functie",))),
    ("gegevens", "niet_nodig", facts(60, input_facts=AOW)),
    # UWV
    ("uwv_42e_week", "komt_nog", started(280)),
    ("uwv_42e_week", "binnenkort", started(287)),
    ("uwv_42e_week", "ontbreekt", started(295)),
    ("uwv_42e_week", "op_orde", started(295, done={"uwv_42e_week": 294})),
    ("uwv_42e_week", "op_orde", started(295, done={"uwv_42e_week": 250})),
    ("uwv_42e_week", "te_laat", started(320, done={"uwv_42e_week": 295})),
    ("uwv_42e_week", "ontbreekt", started(295, vangnet=True)),
    ("uwv_42e_week", "niet_nodig", started(295, vangnet=True, motiveringen={"uwv_42e_week": reason()})),
    ("uwv_42e_week", "ontbreekt", started(295, motiveringen={"uwv_42e_week": reason()})),
    ("uwv_42e_week", "niet_nodig", started(295, input_facts=LEAVES, vangnet=True)),
    ("uwv_bevestiging", "komt_nog", started(280)),
    ("uwv_bevestiging", "komt_nog", started(280, gedaan={"uwv_bevestiging": day(279)})),
    ("uwv_bevestiging", "ontbreekt", started(295, done={"uwv_42e_week": 290})),
    ("uwv_bevestiging", "op_orde", started(295, done={"uwv_42e_week": 290}, gedaan={"uwv_bevestiging": day(290)})),
    ("uwv_bevestiging", "niet_nodig", started(295, vangnet=True, motiveringen={"uwv_42e_week": reason()})),
    ("uwv_bevestiging", "niet_nodig", facts(295, input_facts=AOW)),
    # reasons
    ("afwijkingen", "op_orde", started(60)),
    ("afwijkingen", "te_laat", facts(60, {"probleemanalyse": 43})),
    ("afwijkingen", "op_orde", facts(60, {"probleemanalyse": 43}, motiveringen={"probleemanalyse": reason()})),
]  # fmt: skip


@pytest.mark.parametrize(("point", "stand", "given_facts"), CASES, ids=[f"{one}-{two}" for one, two, _ in CASES])
def test_each_point_in_each_state(point: str, stand: str, given_facts: CheckFacts) -> None:
    item = items(given_facts)[point]
    assert item.stand == stand, item.bevinding
    assert item.bevinding.endswith(".")
    assert "{" not in item.bevinding + item.waarom + item.herstel + item.titel
    assert bool(item.herstel) == (item.stand not in (Stand.OP_ORDE, Stand.TOEGELICHT, Stand.NIET_NODIG))


def test_every_point_is_found_in_the_states_it_can_have() -> None:
    """The table above leaves no point out, and has each at least once in order or not needed, and once open."""
    for rule in RULES:
        states = {stand for point, stand, _given in CASES if point == rule}
        if rule in ("bijstelling_te_laat", "evaluatie_te_laat"):
            continue
        assert states & {"op_orde", "niet_nodig"}, rule
        assert rule == "resultaat" or states - {"op_orde", "niet_nodig", "toegelicht"}, rule


# --- the declaration --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_every_point_is_declared_whole(rule: Any) -> None:
    assert rule.titel and rule.waarom.endswith(".") and rule.herstel.endswith(".")
    assert LAW.basis(rule.basis).text
    assert set(rule.rust_op) <= set(RULES)
    assert rule.pagina in ("stappen", "papieren", "logboek", "gegevens", "uren", "toets")
    assert not rule.soort or rule.formulier == "gesprek"
    assert not rule.artikel_5 or rule.uitlegbaar
    assert rule.vinkbaar == (rule.id in CONFIRMED)
    for text in (rule.titel, rule.waarom, rule.herstel):
        assert [hit.word for hit in find(text)] == []
        assert "!" not in text


def test_every_point_has_a_check_and_every_check_a_point() -> None:
    with_a_parent = {"bijstelling_te_laat", "evaluatie_te_laat", "afwijkingen"}
    assert set(CHECKS) == set(RULES) - with_a_parent


def test_effort_weighs_more_than_a_date() -> None:
    heavy = {rule.id for rule in RULES.values() if rule.gewicht is Gewicht.ZWAAR}
    assert heavy == {
        "resultaat", "spoor1_onderzoek", "plan_van_aanpak", "bijstelling_plan", "evaluaties", "eerstejaarsevaluatie",
        "spoor2_start", "eindevaluatie",
    }  # fmt: skip
    late = {rule.id for rule in RULES.values() if rule.uitlegbaar and rule.gewicht_laat is not Gewicht.LICHT}
    assert late == {"uwv_42e_week"}, "the only date with a fixed fine"
    assert items(facts(53, {"probleemanalyse": 38}))["plan_van_aanpak"].gewicht is Gewicht.ZWAAR
    assert items(facts(60, {"probleemanalyse": 38, "plan_van_aanpak": 53}))["plan_van_aanpak"].gewicht is Gewicht.LICHT


def test_the_grondslag_is_the_article_of_the_point() -> None:
    found = items(started(60))
    assert found["afwijkingen"].grondslag == "Regeling procesgang art. 5"
    assert found["bijstelling_plan"].grondslag == "Regeling procesgang art. 4 lid 5"
    assert "65%" in found["resultaat"].waarom


def test_the_points_stand_in_groups() -> None:
    found = check(started(93, plannen=(Plan(day(50), casemanager=False, **SIGNED),)))
    numbers = counts(found)
    assert sum(numbers.values()) == len(found) == len({item.id for item in found})
    assert numbers[Groep.HERSTELLEN] == sum(item.stand is Stand.ONTBREEKT for item in found) > 0
    assert Stand.TE_LAAT.asks and Stand.ONTBREEKT.asks and not Stand.BINNENKORT.asks


# --- what was late, one by one ----------------------------------------------------------------------------------------


def test_each_late_evaluation_is_a_point_of_its_own() -> None:
    found = items(started(300, evaluaties=(92, 140, 182, 240)))
    late = [item for item in found.values() if item.rule.id == "evaluatie_te_laat"]
    assert [item.id for item in late] == [f"evaluatie_te_laat_{day(140)}", f"evaluatie_te_laat_{day(240)}"]
    assert [item.titel for item in late] == ["Evaluatie was 6 dagen te laat", "Evaluatie was 16 dagen te laat"]
    assert late[0].uiterlijk == day(134) and late[0].gedaan_op == day(140)
    assert all(item.stand is Stand.TE_LAAT and item.gewicht is Gewicht.LICHT for item in late)
    assert found["afwijkingen"].bevinding == "2 punten wachten op uitleg."
    order = list(found)
    assert order.index("evaluaties") < order.index(late[0].id)


def test_after_an_evaluation_the_law_names_no_days_so_the_plan_is_never_adjusted_too_late() -> None:
    asked = (Gesprek(day(60), vraagt_plan=True),)
    found = {row.id: row for row in check(started(110, gesprekken=asked, plannen=(PLAN, replace(PLAN, day=day(100)))))}
    assert "bijstelling_te_laat" not in {row.rule for row in found.values()}
    assert found["bijstelling_plan"].stand is Stand.OP_ORDE
    assert found["bijstelling_plan"].bevinding.endswith(", na de evaluatie.")


def test_a_late_revision_is_a_point_of_its_own() -> None:
    changed = (Advies(day(38)), Advies(day(55)))
    found = items(started(90, adviezen=changed, plannen=(PLAN, replace(PLAN, day=day(72)))))
    late = found[f"bijstelling_te_laat_{day(55)}"]
    assert (late.titel, late.uiterlijk, late.gedaan_op) == ("Plan 3 dagen later bijgesteld", day(69), day(72))
    assert found["bijstelling_plan"].stand is Stand.OP_ORDE


def test_the_parts_that_miss_are_named() -> None:
    done = {"riv_aan_werknemer": 630, "eerstejaarsevaluatie": 340, "actueel_oordeel": 620}
    found = items(started(640, done=done))["verslag"]
    assert "Er mist nog: de eindevaluatie, het oordeel van je werknemer." in found.bevinding
    complete = started(640, done={**done, "eindevaluatie": 622}, gedaan={"oordeel_werknemer": day(629)})
    assert items(complete)["verslag"].stand is Stand.OP_ORDE
    without_file = replace(complete, stukken_missen=("het rapport van de arbeidsdeskundige",))
    told = items(without_file)["verslag"].bevinding
    assert "Er mist nog: de scan van het rapport van de arbeidsdeskundige." in told
    without_work = facts(
        640,
        {"probleemanalyse": 38, "actueel_oordeel": 620, "riv_aan_werknemer": 630},
        adviezen=NO_WORK,
        gedaan={"oordeel_werknemer": day(629)},
    )
    assert items(without_work)["verslag"].stand is Stand.OP_ORDE


def test_a_notice_that_was_too_early_says_from_when() -> None:
    found = items(started(295, done={"uwv_42e_week": 250}))["uwv_42e_week"]
    assert "UWV neemt de melding pas aan vanaf" in found.bevinding


def test_who_must_sign_is_named() -> None:
    found = items(started(65, plannen=(Plan(day(50)),)))["plan_getekend"]
    assert "door jou en je werknemer" in found.bevinding
    found = items(started(65, plannen=(Plan(day(50), werknemer=Tekende.JA),)))["plan_getekend"]
    assert "door jou." in found.bevinding


def test_a_review_that_is_ticked_off_from_before_the_rule_needs_no_opinions() -> None:
    first = date(2022, 6, 6)
    data = {
        "perioden": [{"ziek_vanaf": first.isoformat(), "hersteld_per": None}],
        "gedaan": {"eerstejaarsevaluatie": "2023-05-20"},
    }
    clock = case_clocks(CaseFacts.from_dict(data), date(2023, 6, 1))[-1]
    assert items(CheckFacts(clock=clock))["eerstejaars_meningen"].stand is Stand.NIET_NODIG


# --- reasons ----------------------------------------------------------------------------------------------------------


def late_plan(**known: Any) -> CheckFacts:
    return facts(60, {"probleemanalyse": 38, "plan_van_aanpak": 55}, **known)


def test_a_reason_both_agree_with_makes_late_explained() -> None:
    before = items(late_plan())["plan_van_aanpak"]
    assert before.stand is Stand.TE_LAAT and before.mag_uitleggen
    assert before.herstel.startswith("Schrijf op waarom het later werd, en of jullie")
    after = items(late_plan(motiveringen={"plan_van_aanpak": reason()}))["plan_van_aanpak"]
    assert after.stand is Stand.TOEGELICHT and after.mag_uitleggen
    assert after.bevinding.endswith("De uitleg staat erbij.")
    assert after.motivering == reason()
    assert after.groep is Groep.OP_ORDE
    assert after.gewicht is Gewicht.LICHT


def test_article_5_wants_both_to_agree() -> None:
    found = items(late_plan(motiveringen={"plan_van_aanpak": reason(agreed=False)}))["plan_van_aanpak"]
    assert found.stand is Stand.TE_LAAT
    assert "nog niet allebei mee eens" in found.bevinding


def test_outside_article_5_the_reason_alone_is_enough() -> None:
    done = {"actueel_oordeel": 640}
    open_ = items(started(650, done=done))["actueel_oordeel"]
    assert open_.herstel == "Schrijf op waarom het later werd."
    told = started(650, done=done, motiveringen={"actueel_oordeel": reason(agreed=False)})
    assert items(told)["actueel_oordeel"].stand is Stand.TOEGELICHT


def test_a_reason_never_takes_the_place_of_what_is_not_there() -> None:
    found = items(facts(60, {"probleemanalyse": 38}, motiveringen={"plan_van_aanpak": reason()}))["plan_van_aanpak"]
    assert found.stand is Stand.ONTBREEKT
    assert found.motivering is not None and found.mag_uitleggen
    assert not items(started(60, plannen=(Plan(day(50), casemanager=False),)))["casemanager"].mag_uitleggen


def test_the_reason_on_the_paper_itself_counts() -> None:
    signed = (Plan(day(55), reden_te_laat="Wij waren vrij.", **SIGNED),)
    found = items(late_plan(plannen=signed))["plan_van_aanpak"]
    assert found.stand is Stand.TOEGELICHT
    assert found.motivering == Motivering("Wij waren vrij.", beide_eens=True, datum=day(55), op_papier=True)
    unsigned = (Plan(day(55), reden_te_laat="Wij waren vrij."),)
    assert items(late_plan(plannen=unsigned))["plan_van_aanpak"].stand is Stand.TE_LAAT
    advice = facts(60, {"probleemanalyse": 43}, adviezen=(Advies(day(43), reden_te_laat="Geen spreekuur vrij."),))
    analysis = items(advice)["probleemanalyse"]
    assert analysis.stand is Stand.TE_LAAT, "nobody asked the employee"
    assert analysis.motivering is not None and analysis.motivering.op_papier


def test_a_reason_for_one_evaluation_does_not_cover_another() -> None:
    one = f"evaluatie_te_laat_{day(140)}"
    found = items(started(300, evaluaties=(92, 140, 182, 240), motiveringen={one: reason()}))
    assert found[one].stand is Stand.TOEGELICHT
    assert found[f"evaluatie_te_laat_{day(240)}"].stand is Stand.TE_LAAT
    assert found["afwijkingen"].bevinding == "1 punt wacht op uitleg."


def test_spoor_2_can_be_left_out_with_a_reason_that_is_looked_at_again() -> None:
    found = items(started(400, done=REVIEWED, motiveringen={"spoor2_start": reason(on=341)}))["spoor2_start"]
    assert found.stand is Stand.NIET_NODIG and found.mag_uitleggen
    assert found.uiterlijk == day(340 + 91)
    assert items(started(300))["spoor2_start"].mag_uitleggen
    old = items(started(432, done=REVIEWED, motiveringen={"spoor2_start": reason(on=341)}))["spoor2_start"]
    assert "te oud" in old.bevinding and old.mag_uitleggen


# --- the end of a case ------------------------------------------------------------------------------------------------


def test_after_recovery_nothing_is_asked() -> None:
    recovered = {"perioden": [{"ziek_vanaf": FIRST.isoformat(), "hersteld_per": day(100).isoformat()}]}
    done = {"probleemanalyse": 43, "plan_van_aanpak": 80}
    found = check(facts(150, done, input_facts={**recovered}, evaluaties=()))
    assert not any(item.stand.asks for item in found)
    by_id = {item.id: item for item in found}
    assert by_id["plan_van_aanpak"].bevinding.startswith("Je werknemer werkt weer helemaal sinds")
    assert by_id["verslag"].stand is Stand.NIET_NODIG
    assert by_id["plan_getekend"].stand is Stand.OP_ORDE


def test_at_the_end_of_the_employment_another_report_is_named() -> None:
    found = items(started(300, input_facts=LEAVES))
    assert "ziek uit dienst" in found["verslag"].bevinding
    assert found["contact_werknemer"].stand is Stand.ONTBREEKT
    kept = started(300, input_facts=LEAVES, contacten=(day(190),), einde_dienstverband=day(200))
    assert items(kept)["contact_werknemer"].stand is Stand.OP_ORDE


def test_with_the_aow_age_nothing_is_asked() -> None:
    found = check(facts(500, input_facts=AOW))
    assert {item.stand for item in found if item.id not in ("ziekmelding_arbodienst", "afwijkingen")} == {
        Stand.NIET_NODIG
    }


# --- properties -------------------------------------------------------------------------------------------------------

STEPS = (
    "ziekmelding_arbodienst", "probleemanalyse", "plan_van_aanpak", "uwv_42e_week", "eerstejaarsevaluatie",
    "spoor2_start", "actueel_oordeel", "eindevaluatie", "riv_aan_werknemer",
)  # fmt: skip
POINT_OF_STEP = {"riv_aan_werknemer": "verslag"}


@st.composite
def histories(draw: st.DrawFn) -> tuple[int, dict[str, int], tuple[int, ...], dict[str, int]]:
    """Return a day to look at, steps and evaluations done before it, and points ticked off."""
    on = draw(st.integers(0, 760))
    steps = draw(st.dictionaries(st.sampled_from(STEPS), st.integers(0, on), max_size=len(STEPS)))
    if "plan_van_aanpak" in steps:
        steps["plan_van_aanpak"] = max(steps["plan_van_aanpak"], steps.get("probleemanalyse", 0))
    talks = draw(st.lists(st.integers(0, on), max_size=8, unique=True))
    ticked = draw(st.dictionaries(st.sampled_from(CONFIRMED), st.integers(0, on), max_size=4))
    return on, steps, tuple(sorted(talks)), ticked


def looked_at(on: int, steps: dict[str, int], talks: tuple[int, ...], ticked: dict[str, int]) -> CheckFacts:
    return facts(on, steps, evaluaties=talks, gedaan={point: day(number) for point, number in ticked.items()})


@settings(max_examples=60, deadline=None)
@given(histories(), st.integers(1, 200))
def test_waiting_never_makes_a_point_better(
    history: tuple[int, dict[str, int], tuple[int, ...], dict[str, int]], days: int
) -> None:
    on, steps, talks, ticked = history
    now, later = items(looked_at(on, steps, talks, ticked)), items(looked_at(on + days, steps, talks, ticked))
    assert set(now) == set(later), "nothing was done, so no point comes or goes"
    for point, item in now.items():
        assert WORSE[later[point].stand] >= WORSE[item.stand], point


@settings(max_examples=80, deadline=None)
@given(histories(), st.sampled_from(STEPS), st.data())
def test_doing_a_step_makes_no_point_worse_that_does_not_rest_on_it(
    history: tuple[int, dict[str, int], tuple[int, ...], dict[str, int]], step: str, data: st.DataObject
) -> None:
    on, steps, talks, ticked = history
    steps.pop(step, None)
    lowest = max(steps.get("probleemanalyse", 0), 0) if step == "plan_van_aanpak" else 0
    when = data.draw(st.integers(min(lowest, on), on))
    if step == "probleemanalyse" and "plan_van_aanpak" in steps:
        when = min(when, steps["plan_van_aanpak"])
    before, after = (
        items(looked_at(on, steps, talks, ticked)),
        items(looked_at(on, {**steps, step: when}, talks, ticked)),
    )
    point = POINT_OF_STEP.get(step, step)
    for other, item in before.items():
        if other in after and other != point and point not in item.rule.rust_op:
            assert WORSE[after[other].stand] <= WORSE[item.stand], other


@settings(max_examples=60, deadline=None)
@given(histories(), st.sampled_from(CONFIRMED))
def test_ticking_a_point_off_makes_nothing_worse(
    history: tuple[int, dict[str, int], tuple[int, ...], dict[str, int]], point: str
) -> None:
    on, steps, talks, ticked = history
    before = items(looked_at(on, steps, talks, {key: value for key, value in ticked.items() if key != point}))
    after = items(looked_at(on, steps, talks, {**ticked, point: on}))
    for other, item in before.items():
        assert WORSE[after[other].stand] <= WORSE[item.stand], other


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 120), st.none() | st.integers(0, 120), st.none() | st.integers(0, 120))
def test_advice_and_plan_against_a_calculation_by_hand(on: int, advised: int | None, planned: int | None) -> None:
    """The rule in a few lines: advice within 42 days, the plan within 14 days of it, or within 56 without one."""
    steps: dict[str, int] = {}
    if advised is not None and advised <= on:
        steps["probleemanalyse"] = advised
    if planned is not None and steps.get("probleemanalyse", 0) <= planned <= on:
        steps["plan_van_aanpak"] = planned
    found = items(facts(on, steps))

    def asks(limit: int, done: int | None) -> bool:
        return done > limit if done is not None else on > limit

    assert found["probleemanalyse"].stand.asks == asks(42, steps.get("probleemanalyse"))
    limit = steps["probleemanalyse"] + 14 if "probleemanalyse" in steps else 56
    assert found["plan_van_aanpak"].stand.asks == asks(limit, steps.get("plan_van_aanpak"))
