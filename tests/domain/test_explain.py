"""The words and the sum behind a date: they add up, name what they should, and cost what the law says."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.domain import explain
from reintegratie_desktop.domain.clock import CaseClock, case_clocks
from reintegratie_desktop.domain.facts import CaseFacts
from reintegratie_desktop.domain.milestone import Milestone
from reintegratie_desktop.domain.milestone_rules import PHASES, RULES
from reintegratie_desktop.law.book import load_law

CASES: tuple[dict[str, Any], ...] = (
    {"perioden": [{"ziek_vanaf": "2026-01-05"}]},
    {
        "perioden": [{"ziek_vanaf": "2026-01-05", "hersteld_per": "2026-02-12"}, {"ziek_vanaf": "2026-03-04"}],
        "verlof": [{"van": "2026-06-01", "tot_en_met": "2026-09-20"}],
        "gedaan": {"plan_van_aanpak": "2026-03-20", "evaluaties": ["2026-04-28"], "wia_aanvraag": "2028-05-01"},
        "vangnet_meldtermijn": "4_dagen",
        "einde_dienstverband": "2026-12-31",
    },
    {"perioden": [{"ziek_vanaf": "2024-01-15"}], "loonsanctie": {"reparatie_vastgesteld": "2026-06-15"}},
    {"perioden": [{"ziek_vanaf": "2024-01-15"}], "loonsanctie": {}},
    {"perioden": [{"ziek_vanaf": "2024-01-15"}], "gedaan": {"wia_aanvraag": "2025-10-27"}},
    {"perioden": [{"ziek_vanaf": "2024-01-15"}], "gedaan": {"eerstejaarsevaluatie": "2025-01-06"}},
    {"perioden": [{"ziek_vanaf": "2026-02-02"}], "aow_gerechtigd": True},
    {
        "perioden": [{"ziek_vanaf": "2026-09-07"}],
        "vangnet_meldtermijn": "6_weken",
        "einde_dienstverband": "2026-09-30",
        "gedaan": {"uwv_42e_week": "2026-09-20"},
    },
)


def _clock(data: dict[str, Any], today: str = "2026-11-23") -> CaseClock:
    return case_clocks(CaseFacts.from_dict(data), date.fromisoformat(today))[-1]


ALL = [step for data in CASES for step in _clock(data).termijnen]


def _adds_up(step: Milestone) -> None:
    running: date | None = None
    strong = []
    for line in step.sum:
        assert line.label
        assert (line.day is None) != (line.days is None), "a line is a day or a number of days"
        if line.days is not None:
            assert running is not None
            running += timedelta(days=line.days)
        elif line.strong:
            assert running == line.day, f"{step.id}: {step.sum}"
            strong.append(line.day)
        else:
            running = line.day
    assert strong[0] == step.uiterlijk
    assert strong[-1] == step.streefdatum


@pytest.mark.parametrize("step", ALL, ids=lambda step: step.id)
def test_the_sum_leads_to_the_date(step: Milestone) -> None:
    _adds_up(step)


@settings(max_examples=40, deadline=None)
@given(
    st.dates(date(2012, 1, 1), date(2060, 1, 1)),
    st.integers(1, 900),
    st.sampled_from([0, 1, 13, 27]),
    st.integers(600, 800),
)
def test_the_sum_leads_to_the_date_for_any_case(first: date, ill: int, fit: int, applied: int) -> None:
    fit_day = first + timedelta(days=ill)
    data = {
        "perioden": [
            {"ziek_vanaf": first.isoformat(), "hersteld_per": fit_day.isoformat()},
            {"ziek_vanaf": (fit_day + timedelta(days=fit)).isoformat()},
        ],
        "gedaan": {"wia_aanvraag": (first + timedelta(days=applied)).isoformat()},
    }
    for step in _clock(data).termijnen:
        _adds_up(step)


@pytest.mark.parametrize("step", ALL, ids=lambda step: step.id)
def test_every_date_explains_itself(step: Milestone) -> None:
    said = step.uitleg
    first = f"{step.trace.first_day:%d-%m-%Y}"
    assert said.startswith(f"De eerste ziektedag is {first}.")
    assert f"{step.uiterlijk:%d-%m-%Y}" in said
    assert "{" not in said + step.if_late
    assert "!" not in said + step.if_late
    assert step.streefdatum <= step.uiterlijk
    if step.streefdatum < step.uiterlijk:
        assert f"{step.streefdatum:%d-%m-%Y}" in said
        off = load_law().calendar.name_of_day_off(step.trace.safe_day)
        assert off in said
    assert step.grondslag
    assert all(source in load_law().sources for source in step.sources)
    assert step.if_late.endswith(".")
    assert step.week >= 1
    assert step.phase in PHASES
    assert step.wie
    assert step.title == RULES[step.rule.id].title
    assert len(step.short_title) <= len("Eerstejaarsevaluatie")


def test_an_explanation_in_full() -> None:
    step = _clock(CASES[0]).milestone("probleemanalyse")
    assert step.uitleg == (
        "De eerste ziektedag is 05-01-2026. Tel daar 42 dagen (6 weken) bij op: dat is 16-02-2026. "
        "Je telt vanaf de dag na de eerste ziektedag. De uiterste dag is 16-02-2026. "
        "Veilig is 1 dag eerder: 15-02-2026. Die dag valt op zondag. "
        "De werkdag ervoor is 13-02-2026: dat is je streefdatum."
    )
    assert [(line.label, line.days, line.day, line.strong) for line in step.sum] == [
        ("Eerste ziektedag", None, date(2026, 1, 5), False),
        ("42 dagen (6 weken)", 42, None, False),
        ("Uiterste dag", None, date(2026, 2, 16), True),
        ("Ruimte om op tijd te zijn", -1, None, False),
        ("Valt op zondag: de werkdag ervoor", -2, None, False),
        ("Veilig", None, date(2026, 2, 13), True),
    ]


def test_phases_forms_and_weeks_of_a_plain_case() -> None:
    found = {step.id: (step.phase, step.form, step.week) for step in _clock(CASES[0]).termijnen}
    assert found["ziekmelding_arbodienst"] == ("start", "melding_arbodienst", 1)
    assert found["probleemanalyse"] == ("start", "probleemanalyse", 6)
    assert found["plan_van_aanpak"] == ("start", "plan_van_aanpak", 8)
    assert found["evaluatie_1"][0] == "eerste_jaar"
    assert found["evaluatie_10"][0] == "naar_tweede_jaar"
    assert found["evaluatie_15"] == ("slot", "evaluatie", 99)
    assert found["uwv_42e_week"] == ("eerste_jaar", "uwv_42e_week", 43)
    assert found["wia_aanvraag"][2] == 92
    assert found["einde_loondoorbetaling"] == ("slot", "", 104)


def test_a_late_notification_names_the_fines() -> None:
    step = _clock(CASES[0], "2026-10-30").milestone("uwv_42e_week")
    said = step.if_late.replace("\u00a0", " ")
    assert "Te laat melden kost € 70, € 230 of € 455." in said
    assert "Kon je er weinig aan doen, dan rekent UWV de helft." in said
    assert "Bij 4 dagen te laat is het € 70." in said
    assert "de bedragen van 11-04-2026" in said
    assert "€" not in _clock(CASES[0]).milestone("probleemanalyse").if_late


@pytest.mark.parametrize(("days", "euros"), [(0, None), (1, 70), (6, 70), (7, 230), (27, 230), (28, 455), (400, 455)])
def test_the_steps_of_the_fine(days: int, euros: int | None) -> None:
    step = _clock(CASES[0]).milestone("uwv_42e_week")
    assert explain.fine(step, days) == (None if euros is None else Decimal(euros))
    assert explain.fine(_clock(CASES[0]).milestone("probleemanalyse"), days) is None


def test_a_fine_of_before_the_amounts_we_know() -> None:
    step = _clock({"perioden": [{"ziek_vanaf": "2012-10-29"}]}).milestone("uwv_42e_week")
    assert step.if_late.startswith("Te laat melden kost een boete.")
    assert explain.fine(step, 3) is None


def test_a_fine_that_was_checked_again_needs_no_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    from reintegratie_desktop.law.book import Law

    law = load_law()
    sure = {
        key: replace(parameter, values=tuple(replace(value, to_check=False) for value in parameter.values))
        for key, parameter in law.parameters.items()
    }
    other = Law(sure, law.sources, law.bases, law.calendar)
    step = case_clocks(CaseFacts.from_dict(CASES[0]), date(2026, 2, 1), other)[0].milestone("uwv_42e_week")
    assert "kloppen" not in step.if_late


def test_a_longer_wachttijd_stands_in_the_sum() -> None:
    step = _clock({"perioden": [{"ziek_vanaf": "2024-01-15"}], "verlenging": {"tot_en_met": "2026-07-12"}}).milestone(
        "wia_aanvraag"
    )
    assert [(line.label, line.days) for line in step.sum][1:3] == [
        ("650 dagen", 650),
        ("Ander einde van de wachttijd volgens UWV", 182),
    ]


def test_a_notification_before_its_window_is_told() -> None:
    assert "Melden kan pas vanaf" in _clock(CASES[-1]).milestone("uwv_42e_week").uitleg


def test_every_step_has_its_words_once() -> None:
    assert len({rule.id for rule in RULES.values()}) == len(RULES)
    for rule in RULES.values():
        assert rule.why.endswith(".")
        assert rule.phase in (*PHASES, "")
