"""Money that may come back: how it stands, until when, and an amount only where one can be named."""

from dataclasses import replace
from datetime import date

import pytest

from reintegratie_desktop.domain.costs.refund_rules import REFUNDS, RULES
from reintegratie_desktop.domain.costs.refunds import State, Sure, by_answer, plus_months
from reintegratie_desktop.law.book import load_law
from tests.domain.costs.cost_tools import (
    Answer,
    Back,
    CostFacts,
    Kind,
    RefundFacts,
    cost,
    costs,
    euro,
    ill,
    refund,
)

LAW = load_law()


def test_every_rule_names_what_it_rests_on() -> None:
    assert len(RULES) == len(REFUNDS)
    for rule in REFUNDS:
        assert LAW.basis(rule.basis).text
        assert rule.conditions
        assert rule.form
        assert not rule.status or rule.status in LAW.parameters
        assert not rule.open_question or rule.open_question in LAW.doubts


def test_those_that_can_be_asked_now_come_first() -> None:
    found = costs(CostFacts(verzekering=Answer.JA), known=RefundFacts(vangnet=Answer.NEE, regres=Answer.JA))
    assert [each.rule.id for each in found.refunds] == [
        "verzekering", "regres", "lkv_arbeidsgehandicapt", "lkv_banenafspraak", "compensatie", "lkv_herplaatsen",
        "aof", "vangnet",
    ]  # fmt: skip
    assert [by_answer(answer) for answer in Answer] == [State.KAN, State.NIET, State.NAKIJKEN]


def test_ziekengeld_is_never_more_than_the_wage() -> None:
    found = refund(costs(known=RefundFacts(vangnet=Answer.JA)), "vangnet")
    assert (found.state, found.sure, found.bedrag) == (State.KAN, Sure.HOOGSTENS, euro("28000.00"))
    # E+42.
    assert found.deadline == date(2026, 4, 13)
    assert found.deadline_words.startswith("De laatste dag om te melden was 13-04-2026.")
    assert "hoogstens 1 jaar terug" in found.deadline_words
    assert "70% van het dagloon" in found.conditions[2]
    assert "eerste 52 weken op verzoek 100%" in found.conditions[2]


def test_ziekengeld_goes_no_further_back_than_the_law_lets_it() -> None:
    facts = CostFacts(verwacht_jaar1=euro("3500"), verwacht_jaar2=euro("3000"))
    known = RefundFacts(vangnet=Answer.JA)
    found = refund(costs(facts, today=date(2027, 11, 23), known=known), "vangnet")
    # November 2026 up to and with February 2027, and eight months of the second year: 4 x 3,500.00 + 8 x 3,000.00.
    assert found.bedrag == euro("38000.00")
    assert found.notes == ("Gerekend met 1 jaar terug. Meldde je op tijd? Dan telt ook het loon van daarvoor.",)
    # Told in time, nothing is cut off.
    early = refund(costs(known=known), "vangnet")
    assert early.notes == ("Nooit meer dan het loon tot nu toe.",)


def test_before_the_first_month_is_over_ziekengeld_has_no_amount() -> None:
    found = refund(costs(today=date(2026, 3, 20), known=RefundFacts(vangnet=Answer.JA)), "vangnet")
    assert (found.sure, found.bedrag, found.notes) == (Sure.ONBEKEND, None, ())
    assert found.deadline_words.startswith("Meld uiterlijk 13-04-2026.")
    nothing = refund(costs(known=RefundFacts(vangnet=Answer.NEE)), "vangnet")
    assert (nothing.state, nothing.bedrag, nothing.deadline) == (State.NIET, None, None)


def test_regres_is_net_wage_and_what_re_integration_cost() -> None:
    facts = CostFacts(
        kosten=(
            cost(Kind.SPOOR2, "3200.00", "2026-10-01"),
            cost(Kind.ARBODIENST, "300.00", "2026-10-01"),
            # Not yet paid, and no cost of re-integration.
            cost(Kind.SPOOR2, "800.00", "2027-10-01"),
            cost(Kind.VERVANGING, "5000.00", "2026-10-01"),
        )
    )
    known = RefundFacts(regres=Answer.JA)
    unknown = refund(costs(facts, known=known), "regres")
    assert (unknown.state, unknown.sure, unknown.bedrag) == (State.KAN, Sure.ONBEKEND, None)
    assert [note.replace("\u00a0", " ") for note in unknown.notes] == [
        "Aan kosten van re-integratie staat hier € 3.500,00."
    ]
    found = refund(costs(replace(facts, netto_betaald=euro("20000.00")), known=known), "regres")
    assert (found.sure, found.bedrag) == (Sure.BEREKEND, euro("23500.00"))
    # More net than gross cannot be: the wage so far is the most.
    high = refund(costs(replace(facts, netto_betaald=euro("90000.00")), known=known), "regres")
    assert high.bedrag == euro("31500.00")
    none = refund(costs(replace(facts, netto_betaald=euro("1.00")), known=RefundFacts(regres=Answer.NEE)), "regres")
    assert (none.state, none.bedrag, none.notes) == (State.NIET, None, ())


def test_compensation_waits_for_the_payment_and_says_that_the_law_is_open() -> None:
    found = refund(costs(), "compensatie")
    assert (found.state, found.sure, found.bedrag) == (State.LATER, Sure.ONBEKEND, None)
    assert found.deadline_words == "Vraag aan binnen 6 maanden na de laatste betaling."
    assert (
        found.notes[1].replace("\u00a0", " ").startswith("Dit jaar is zij hoogstens € 102.000,00, of een jaarsalaris")
    )
    assert found.to_check
    assert found.checked_on == date(2026, 11, 21)
    assert LAW.doubts[found.rule.open_question].to_check
    # In 2027 no maximum is known, so nothing is said about one.
    assert len(refund(costs(today=date(2027, 2, 1)), "compensatie").notes) == 1


def test_compensation_after_the_payment() -> None:
    paid = CostFacts(vergoeding_betaald=euro("9000.00"), vergoeding_laatste_dag=date(2026, 8, 31))
    running = {"perioden": ill("2024-03-04"), "today": date(2026, 11, 23)}
    found = refund(costs(paid, **running), "compensatie")
    assert (found.state, found.sure, found.bedrag) == (State.KAN, Sure.HOOGSTENS, euro("9000.00"))
    # Six months after 31 August: 28 February.
    assert found.deadline == date(2027, 2, 28)
    assert found.deadline_words == "Vraag aan uiterlijk op 28-02-2027."
    without = refund(costs(replace(paid, vergoeding_betaald=None), **running), "compensatie")
    assert (without.state, without.bedrag, without.notes) == (State.KAN, None, ())
    late = refund(costs(paid, **{**running, "today": date(2027, 3, 1)}), "compensatie")
    assert (late.state, late.bedrag) == (State.NIET, None)
    assert late.deadline_words == "De laatste dag om aan te vragen was 28-02-2027."


def test_who_recovers_early_gets_no_compensation_and_no_replacing() -> None:
    found = costs(perioden=ill("2026-03-02", "2026-06-01"))
    for key in ("compensatie", "lkv_herplaatsen"):
        assert (refund(found, key).state, refund(found, key).bedrag) == (State.NIET, None)


def test_loonkostenvoordeel_has_the_maximum_of_its_time_or_none() -> None:
    # Week 104 ends in 2028, and of 2028 nothing is known: the maximum of today is a note and no amount.
    later = refund(costs(), "lkv_herplaatsen")
    assert (later.state, later.sure, later.bedrag) == (State.LATER, Sure.ONBEKEND, None)
    assert [note.replace("\u00a0", " ") for note in later.notes] == [
        "Het bedrag van 2028 is nog niet bekend.", "In 2026 is het hoogstens € 6.000,00 per jaar.",
    ]  # fmt: skip
    assert "binnen 3 maanden" in later.deadline_words
    # Ill since March 2024, so the time behind week 104 is 2026.
    now = refund(costs(perioden=ill("2024-03-04")), "lkv_herplaatsen")
    assert (now.state, now.sure, now.bedrag, now.per_jaar) == (State.NAKIJKEN, Sure.HOOGSTENS, euro("6000"), True)
    # In 2027 neither that year nor a later one is known, and no sentence holds an unknown number.
    unknown = refund(costs(today=date(2027, 2, 1)), "lkv_herplaatsen")
    assert unknown.notes == ("Het bedrag van 2028 is nog niet bekend.",)
    assert len(unknown.conditions) == 1


def test_an_early_case_knows_no_term_for_the_declaration() -> None:
    found = costs(perioden=ill("2016-03-07"), loon=[{"van": "2010-01-01", "bedrag": "5000.00", "per": "maand"}],
                  today=date(2018, 4, 2))  # fmt: skip
    assert refund(found, "lkv_herplaatsen").deadline_words == ""


@pytest.mark.parametrize(
    ("hired", "state"),
    [(None, State.NAKIJKEN), (date(2023, 3, 2), State.NIET), (date(2023, 3, 3), State.NAKIJKEN)],
)
def test_the_advantage_from_the_start_of_the_employment_ends(hired: date | None, state: State) -> None:
    found = refund(costs(known=RefundFacts(in_dienst=hired)), "lkv_arbeidsgehandicapt")
    assert found.state is state
    if state is State.NIET:
        # Three years from 2 March 2023: the last day is 1 March 2026.
        assert found.deadline_words == "Dit voordeel stopte op 01-03-2026, voor de eerste ziektedag."
    else:
        assert found.bedrag == euro("6000")
        assert found.deadline_words == (
            "Vraag het aan in je loonaangifte. Vergat je het in 2026? Verbeter de aangifte dan voor 1 mei 2027."
        )


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 4, 30), "Vergat je het in 2025? Verbeter de aangifte dan voor 1 mei 2026."),
        (date(2026, 5, 1), "Vergat je het in 2026? Verbeter de aangifte dan voor 1 mei 2027."),
    ],
)
def test_early_in_a_year_the_request_of_the_year_before_can_still_be_mended(today: date, words: str) -> None:
    assert refund(costs(today=today), "lkv_banenafspraak").deadline_words.endswith(words)


def test_the_register_and_the_low_premium() -> None:
    register = refund(costs(), "lkv_banenafspraak")
    assert (register.bedrag, register.per_jaar) == (euro("2000"), True)
    premium = refund(costs(), "aof")
    assert (premium.state, premium.bedrag) == (State.VANZELF, None)
    assert premium.conditions[1] == "Je betaalt dan 6,27% in plaats van 7,63% over het loon."


def test_what_was_entered_stands_with_its_rule() -> None:
    facts = CostFacts(
        terug=(
            cost(Back.VERZEKERING, "1000.00", "2026-10-01"),
            cost(Back.VERZEKERING, "1000.00", "2027-10-01"),
            cost(Back.ANDERS, "5.00", "2026-10-01"),
        )
    )
    found = costs(facts)
    assert (refund(found, "verzekering").ontvangen, refund(found, "verzekering").verwacht) == (
        euro("1000.00"), euro("1000.00"),
    )  # fmt: skip
    assert (refund(found, "aof").ontvangen, refund(found, "regres").ontvangen) == (euro("0.00"), euro("0.00"))


@pytest.mark.parametrize(
    ("day", "months", "found"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 5, 15), 6, date(2026, 11, 15)),
        (date(2026, 5, 15), 0, date(2026, 5, 15)),
    ],
)
def test_months_later_is_the_same_day_or_the_last(day: date, months: int, found: date) -> None:
    assert plus_months(day, months) == found
