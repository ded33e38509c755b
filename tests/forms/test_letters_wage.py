"""The letters about wage: warned first, the right measure for the duty, the law's own list of grounds."""

from typing import Any

import pytest

from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flows import flow
from reintegratie_desktop.forms.rules_letters_wage import GROUNDS, basis_of
from tests.forms.letter_answers import TYPED, WARNING, around
from tests.forms.test_letters import filled, findings, found, text_of

WARN, SUSPEND, STOP = "brief_waarschuwing", "brief_loonopschorting", "brief_loonstop"
DUTY: dict[str, Any] = {
    "soort_plicht": "re_integratieplicht",
    "bron": "het plan van aanpak: 12 uur per week",
    "check_advies": "ja",
}


def only(key: str, field: str, context: Context | None = None, **changes: Any) -> list[Level]:
    """Return the levels of what is found at one field."""
    return [level for place, level in found(key, context, **changes) if place == field]


# --- the warning ------------------------------------------------------------------------------------------------------


def test_the_warning_in_words() -> None:
    assert text_of(WARN) == (
        "Beste Jasper,\n\n"
        "Op maandag 1 maart 2021 hebben we afgesproken: de regels in het verzuimprotocol, artikel 4. Het volgende is "
        "gebeurd:\n[tabel: feiten]\n\n"
        "We spraken hierover op zaterdag 14 maart 2026. Je zei dat je de afspraak was vergeten.\n\n"
        "Ik vraag je om op dinsdag 24 maart om 9.30 uur naar Arboplein 1 te komen, uiterlijk dinsdag 24 maart 2026 om "
        "09.30 uur.\n\n"
        "Doe je dat niet en is daar geen goede reden voor, dan schort ik je loon op vanaf woensdag 25 maart 2026. Ben "
        "je het niet eens met mij of met het advies van de bedrijfsarts, dan kun je bij UWV een deskundigenoordeel "
        "vragen.\n\n"
        "Bel me gerust als er iets in de weg zit.\n\n"
        "Met vriendelijke groet,"
    )


def test_a_duty_stops_the_wage_and_a_control_rule_suspends_it() -> None:
    assert "dan stop ik je loon vanaf" in text_of(WARN, **DUTY)
    form, answers, context = filled(WARN, **DUTY)
    assert form.computed(answers, context)["gevolg"] == "stopzetten"
    assert only(WARN, "gevolg", gevolg="stopzetten") == [Level.BLOCK]
    assert only(WARN, "gevolg", gevolg="opschorten", **DUTY) == [Level.BLOCK]
    assert only(WARN, "gevolg", gevolg="opschorten") == []
    assert "dan [..] vanaf" in text_of(WARN, soort_plicht=None)


def test_the_rule_and_its_day_come_from_protocol_or_plan() -> None:
    form, answers, context = filled(WARN, bron=None)
    full = form.computed(answers, context)
    assert (full["afgesproken_op"], full["bron"]) == ("2021-03-01", "de regels in het verzuimprotocol, artikel ..")
    full = form.computed({**answers, **DUTY, "bron": None}, context)
    assert (full["afgesproken_op"], full["bron"]) == ("2026-02-20", "het plan van aanpak: ..")
    full = form.computed({**answers, "soort_plicht": None}, context)
    assert full.get("afgesproken_op") is full.get("bron") is full.get("gevolg") is None
    assert form.computed({**answers, "termijn": None}, context).get("maatregel_vanaf") is None


def test_who_was_not_heard_is_not_said_to_be_heard() -> None:
    words = text_of(WARN, check_gehoord=False, gehoord="Er werd niet opgenomen")
    assert "Ik heb geprobeerd je hierover te spreken op zaterdag 14 maart 2026. Er werd niet opgenomen." in words
    assert only(WARN, "check_gehoord", check_gehoord=False) == [Level.WARN]


def test_what_is_checked_before_a_warning_goes() -> None:
    assert found(WARN) == []
    assert only(WARN, "check_regel", check_regel=False) == [Level.BLOCK]
    assert only(WARN, "check_regel", check_regel=False, **DUTY) == [Level.WARN]
    assert found(WARN, **DUTY) == []
    assert only(WARN, "check_advies", **{**DUTY, "check_advies": "nee"}) == [Level.WARN]
    assert only(WARN, "check_advies", **{**DUTY, "check_advies": None}) == [Level.MISSING]
    # A control rule asks for no advice, and what was chosen before counts for nothing.
    assert only(WARN, "check_advies", check_advies="nee") == []


def test_the_term_lies_between_letter_and_measure() -> None:
    assert only(WARN, "termijn", termijn="2026-03-15T10:00") == [Level.BLOCK]
    assert only(WARN, "maatregel_vanaf", maatregel_vanaf="2026-03-23") == [Level.BLOCK]
    assert only(WARN, "maatregel_vanaf", maatregel_vanaf="2026-03-24") == []
    assert only(WARN, "gehoord_op", gehoord_op="2026-03-17") == [Level.BLOCK]
    assert only(WARN, "afgesproken_op", afgesproken_op="2026-03-17") == [Level.BLOCK]


def test_facts_have_a_day_before_the_letter() -> None:
    later = [{"datum": "2026-03-17", "feit": "Niet gekomen"}]
    assert only(WARN, "feiten[0].datum", feiten=later) == [Level.BLOCK]
    assert only(WARN, "feiten[0].datum", feiten=later, verzenddatum=None) == [Level.BLOCK]
    assert only(WARN, "feiten[0].datum", feiten=[{"feit": "Niet gekomen"}]) == [Level.MISSING]


# --- the suspension ---------------------------------------------------------------------------------------------------


def test_the_suspension_in_words() -> None:
    assert text_of(SUSPEND) == (
        "Beste Jasper,\n\n"
        "Op woensdag 4 maart 2026 heb ik je gewaarschuwd. Je hebt je niet gehouden aan de regels in het "
        "verzuimprotocol, artikel 4:\n[tabel: feiten]\n\n"
        "Daardoor kan ik niet vaststellen of je recht hebt op loon.\n\n"
        "Vanaf maandag 16 maart 2026 schort ik je loon op. Zodra je op de afspraak met de bedrijfsarts bent geweest en "
        "blijkt dat je arbeidsongeschikt was, betaal ik het loon alsnog.\n\n"
        "Ben je het er niet mee eens, dan kun je bij UWV een deskundigenoordeel vragen. Bel me als er iets in de weg "
        "zit; ik los het liever samen op.\n\n"
        "Met vriendelijke groet,"
    )


def test_a_suspension_takes_over_the_warning() -> None:
    form, answers, context = filled(SUSPEND, voorschrift=None)
    full = form.computed(answers, context)
    assert full["voorschrift"] == WARNING["bron"]
    assert full["feiten"] == WARNING["feiten"]
    assert full["ingang"] == "2026-03-16"
    assert answers["waarschuwing"] == {"soort": "brief_waarschuwing", "versie": "1", "datum": "2026-03-04"}
    assert form.computed({**answers, "verzenddatum": ""}, context).get("ingang") is None
    assert "[..] heb ik je gewaarschuwd" in text_of(SUSPEND, waarschuwing=None)


def test_no_measure_without_a_warning_for_that_duty() -> None:
    assert only(SUSPEND, "waarschuwing", waarschuwing=None) == [Level.MISSING]
    assert only(SUSPEND, "waarschuwing", around()) == [Level.BLOCK]
    assert only(STOP, "waarschuwing", around(warning={**WARNING, "soort_plicht": "controlevoorschrift"})) == [
        Level.BLOCK
    ]
    assert only(STOP, "waarschuwing") == []
    silent = {key: value for key, value in WARNING.items() if key != "soort_plicht"}
    assert only(STOP, "waarschuwing", around(warning=silent)) == []


def test_the_term_of_the_warning_is_over() -> None:
    long = around(warning={**WARNING, "termijn": "2026-03-17T12:00"})
    told = {item.field: item.message for item in findings(STOP, long)}
    assert told["waarschuwing"] == "In de waarschuwing gaf je tijd tot en met di 17 maart. Die tijd is nog niet om."


@pytest.mark.parametrize("key", [SUSPEND, STOP])
def test_what_is_checked_before_a_measure(key: str) -> None:
    assert only(key, "ingang", ingang="2026-03-15") == [Level.BLOCK]
    assert only(key, "juridisch_advies", juridisch_advies=None) == [Level.WARN]
    assert only(key, "juridisch_advies") == []
    assert only(key, "check_gehoord", check_gehoord=False) == [Level.WARN]


def test_a_measure_is_told_at_once() -> None:
    old = [{"datum": "2026-03-06", "feit": "Niet gekomen"}]
    told = [item for item in findings(STOP, feiten=old) if item.field == "verzenddatum"]
    assert [(item.level, item.source) for item in told] == [(Level.WARN, "BW 7:629 lid 7")]
    assert only(STOP, "verzenddatum", feiten=[{"datum": "2026-03-09", "feit": "Niet gekomen"}]) == []
    assert only(STOP, "verzenddatum", feiten=[{"feit": "Niet gekomen"}]) == []
    assert only(STOP, "verzenddatum", feiten=[{"datum": "2026-03-16", "feit": "Niet gekomen"}]) == []


def test_only_a_written_rule_suspends_and_the_wage_is_paid_back() -> None:
    assert only(SUSPEND, "check_regel", check_regel=False) == [Level.BLOCK]
    assert only(SUSPEND, "nabetaald_op", opgeheven="2026-03-16") == [Level.WARN]
    assert only(SUSPEND, "nabetaald_op", opgeheven="2026-03-16", nabetaald_op="2026-03-16") == []
    assert only(SUSPEND, "nabetaald_op", opgeheven="2026-03-16", nabetaald_op="2026-03-17") == [Level.BLOCK]
    assert only(SUSPEND, "opgeheven", opgeheven="2026-03-15") == [Level.BLOCK]
    assert only(SUSPEND, "opgeheven", opgeheven="2026-03-17") == [Level.BLOCK]
    assert [field.key for field in flow(SUSPEND).fields if field.later] == ["opgeheven", "nabetaald_op"]


# --- the loonstop -----------------------------------------------------------------------------------------------------


def test_the_loonstop_in_words() -> None:
    assert text_of(STOP) == (
        "Beste Jasper,\n\n"
        "De bedrijfsarts adviseerde op dinsdag 10 februari 2026 dat je zittend werk aan een tafel, hoogstens 12 uur "
        "per week, kunt doen. Ik heb je etiketten plakken, 12 uur per week vanaf 2 maart, aangeboden. Ondanks mijn "
        "waarschuwing van woensdag 4 maart 2026 is dit gebeurd:\n[tabel: feiten]\n\n"
        "Daarom betaal ik je loon niet vanaf maandag 16 maart 2026, zolang je zonder goede reden niet meewerkt. Over "
        "deze periode betaal ik later ook niet. Zodra je weer meewerkt, loopt je loon door vanaf die dag.\n\n"
        "Ben je het er niet mee eens, dan kun je bij UWV een deskundigenoordeel vragen. Bel me als er iets in de weg "
        "zit; ik los het liever samen op.\n\n"
        "Met vriendelijke groet,"
    )


def test_the_words_follow_the_ground_and_the_hours() -> None:
    plan = text_of(STOP, grond="niet_meewerken_aan_plan_van_aanpak_evaluatie")
    assert "aangeboden" not in plan
    assert "De bedrijfsarts adviseerde" in plan
    assert "De bedrijfsarts adviseerde" not in text_of(STOP, grond="wia_aanvraag_te_laat")
    part = text_of(STOP, uren_deel="alleen_de_passende_uren")
    assert "Daarom betaal ik je loon over de passende uren niet vanaf maandag 16 maart 2026" in part
    assert "\n\n[..] Over deze periode" in text_of(STOP, uren_deel=None)
    assert "adviseerde op [..]" in text_of(STOP, Context(today=around().today))


def test_the_grounds_are_the_closed_list_of_the_law() -> None:
    field = flow(STOP).field("grond")
    assert [option.value for option in field.options] == list(GROUNDS)  # type: ignore[attr-defined]
    assert sorted(basis_of(ground) for ground in GROUNDS) == [f"BW 7:629 lid 3 onder {letter}" for letter in "abcdef"]
    assert basis_of(None) == basis_of("anders") == ""
    form, answers, context = filled(STOP)
    assert form.computed(answers, context)["grondslag"].endswith("lid 3 onder c")
    assert form.computed({**answers, "grond": None}, context)["grondslag"] is None


def test_grounds_and_hours_come_with_their_doubts() -> None:
    assert only(STOP, "grond") == [Level.HINT]
    assert only(STOP, "grond", grond="wia_aanvraag_te_laat") == [Level.WARN]
    assert only(STOP, "grond", grond="opzet_of_onjuiste_informatie_bij_keuring") == [Level.WARN]
    assert only(STOP, "grond", grond=None) == [Level.MISSING]
    assert only(STOP, "uren_deel") == [Level.WARN]
    assert only(STOP, "uren_deel", uren_deel=None) == [Level.MISSING]


def test_offered_work_stays_inside_the_advice_and_both_go_along() -> None:
    assert only(STOP, "bijlagen", bijlagen=[]) == [Level.WARN]
    assert only(STOP, "bijlagen") == []
    assert only(STOP, "check_aanbod", check_aanbod=False) == [Level.BLOCK]
    assert only(STOP, "aanbod", aanbod="") == [Level.MISSING]
    other = {"grond": "redelijke_voorschriften_niet_gevolgd", "aanbod": "", "check_aanbod": None, "bijlagen": []}
    assert {field for field, level in found(STOP, **other) if level in (Level.MISSING, Level.BLOCK)} == set()


def test_a_loonstop_on_advice_needs_the_advice() -> None:
    bare = around(probleemanalyse={})
    assert only(STOP, "advies", bare) == [Level.MISSING]
    assert only(STOP, "advies", bare, grond="wia_aanvraag_te_laat") == []
    assert only(STOP, "hervat", hervat="2026-03-15") == [Level.BLOCK]
    assert only(STOP, "hervat", hervat="2026-03-17") == [Level.BLOCK]


def test_the_letters_on_wage_are_sent_so_that_arrival_is_sure() -> None:
    for key in (WARN, SUSPEND, STOP):
        assert flow(key).field("verzendwijze").default == "aangetekend"
        assert "do_hint" in {field.key for field in flow(key).fields}
        assert TYPED[key]
