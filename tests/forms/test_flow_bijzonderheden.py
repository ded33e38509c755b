"""The particulars of a case: only what plays a part is asked, and what cannot be true is said at its own answer."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.domain.clock import case_clocks
from reintegratie_desktop.domain.facts import CaseFacts, Extension, Leave, Loonsanctie
from reintegratie_desktop.domain.situations import SITUATIONS
from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.findings import Finding, Level
from reintegratie_desktop.forms.flow import Scope
from reintegratie_desktop.forms.flows import flow
from reintegratie_desktop.forms.particulars import _WORDS, PLAYS, merged, with_particulars
from reintegratie_desktop.forms.particulars_choices import SITUATION_OPTIONS, plays_options
from reintegratie_desktop.forms.rules_particulars import ASKED
from reintegratie_desktop.text.guard import find

FLOW = flow("bijzonderheden")
FIRST = date(2026, 2, 2)
TODAY = date(2027, 12, 20)
BASE: dict[str, Any] = {
    "peildatum": TODAY.isoformat(),
    "perioden": [{"ziek_vanaf": FIRST.isoformat(), "hersteld_per": None}],
    "gedaan": {},
}
LEAVE = {"van": "2026-05-04", "tot_en_met": "2026-08-23", "zelfde_geval": "ja"}


def context(today: date = TODAY, base: dict[str, Any] | None = None, **more: dict[str, Any]) -> Context:
    """Return what surrounds the form in the second year of a case."""
    case = {
        "feiten": BASE if base is None else base,
        "eerste_ziektedag": FIRST.isoformat(),
        "klok_vanaf": FIRST.isoformat(),
        **more.pop("zaak", {}),
    }
    employee = {"in_dienst": "2019-02-01", "geboortedatum": "1988-04-21"} | more.pop("werknemer", {})
    return Context(today=today, papers={"zaak": case, "werknemer": employee, **more})


def found(answers: dict[str, Any], around: Context | None = None, level: Level = Level.BLOCK) -> dict[str, Finding]:
    """Return the findings of one level by their place."""
    return {item.field: item for item in FLOW.findings(answers, around or context()) if item.level is level}


def facts(answers: dict[str, Any], base: dict[str, Any] | None = None) -> CaseFacts:
    """Return the facts with what the form adds; nothing may be refused."""
    made, refused = with_particulars(BASE if base is None else base, answers, TODAY)
    assert [item.sentence for item in refused] == []
    return CaseFacts.from_dict(made)


def test_it_is_a_record_of_one_case_and_no_paper() -> None:
    assert FLOW.scope is Scope.CASE_RECORD
    assert not FLOW.has_paper


# --- what is asked ----------------------------------------------------------------------------------------------------


def test_nothing_more_is_asked_when_nothing_plays() -> None:
    assert [step.key for step in FLOW.visible_steps({PLAYS: []}, context())] == ["speelt", "vragen"]
    assert not [item for item in FLOW.findings({PLAYS: []}, context()) if item.stops]


@pytest.mark.parametrize(
    ("plays", "step", "missing"),
    [
        ("verlof", "verlof", "verlof"),
        ("vangnet", "vangnet", "vangnet_meldtermijn"),
        ("contract_eindigt", "contract", "einde_dienstverband"),
        ("eigenrisicodrager", "werkgever", "eigenrisicodrager"),
        ("termijn_arbodienst", "werkgever", "termijn_ziekmelding_dagen"),
        ("iva", "iva", "vervroegde_iva"),
        ("verlenging", "verlenging", "verlenging_tot_en_met"),
        ("loonsanctie", "loonsanctie", "loonsanctie_besluit_op"),
    ],
)
def test_what_plays_is_asked(plays: str, step: str, missing: str) -> None:
    answers = {PLAYS: [plays]}
    assert [item.key for item in FLOW.visible_steps(answers, context())] == ["speelt", step, "vragen"]
    assert list(found(answers, level=Level.MISSING)) == [missing]


def test_early_in_a_case_uwv_plays_no_part_yet() -> None:
    offered = {option.value for option in plays_options({}, context(FIRST + timedelta(days=5)))}
    assert offered.isdisjoint({"iva", "uwv_brief", "verlenging", "loonsanctie"})
    later = {option.value for option in plays_options({}, context())}
    assert {"iva", "uwv_brief", "verlenging", "loonsanctie"} <= later


def test_what_was_chosen_before_stays_to_see() -> None:
    offered = {option.value for option in plays_options({PLAYS: ["loonsanctie", "aow"]}, context(FIRST))}
    assert {"loonsanctie", "aow"} <= offered


def test_the_aow_age_is_asked_only_without_a_day_of_birth() -> None:
    assert "aow" not in {option.value for option in plays_options({}, context())}
    unknown = context(werknemer={"geboortedatum": ""})
    assert "aow" in {option.value for option in plays_options({}, unknown)}


@pytest.mark.parametrize(("started", "offered"), [("2027-11-01", False), ("2027-10-01", True), ("", False)])
def test_the_no_risk_policy_is_asked_only_after_a_time(started: str, offered: bool) -> None:
    around = context(werknemer={"in_dienst": started})
    assert ("no_risk" in {option.value for option in plays_options({}, around)}) is offered


def test_without_a_case_nothing_depends_on_its_days() -> None:
    offered = {option.value for option in plays_options({PLAYS: "x"}, Context(today=TODAY))}
    assert {"verlof", "vangnet", "contract_eindigt"} <= offered
    assert "iva" not in offered


def test_a_new_form_starts_with_what_other_papers_say() -> None:
    around = context(
        ziekmelding={"vangnet": "ja"},
        werknemer={"contractsoort": "bepaalde_tijd", "einddatum": "2028-05-31", "no_risk": "ja"},
    )
    answers, carried = FLOW.start(around)
    assert answers[PLAYS] == ["vangnet", "no_risk", "contract_eindigt"]
    assert answers["einde_dienstverband"] == "2028-05-31"
    assert carried == {"einde_dienstverband": "werknemer"}
    assert FLOW.start(context(ziekmelding={"vangnet": "nee"}))[0][PLAYS] == []


@pytest.mark.parametrize(
    "employee",
    [
        {"contractsoort": "onbepaalde_tijd", "einddatum": "2028-05-31"},
        {"contractsoort": "bepaalde_tijd", "einddatum": "2025-05-31"},
        {"contractsoort": "bepaalde_tijd"},
    ],
)
def test_an_end_that_does_not_belong_to_this_case_is_not_taken_over(employee: dict[str, Any]) -> None:
    assert "einde_dienstverband" not in FLOW.start(context(werknemer=employee))[0]


def test_after_the_report_the_term_of_the_vangnet_is_asked_no_more() -> None:
    done = context(zaak={"vangnet_gemeld": True})
    asked = [field.key for field in FLOW.asked_fields({PLAYS: ["vangnet"]}, done)]
    assert "vangnet_gemeld" in asked
    assert "vangnet_meldtermijn" not in asked
    assert not found({PLAYS: ["vangnet"]}, done, Level.MISSING)


def test_no_option_holds_a_word_about_health() -> None:
    words = [text for option in SITUATION_OPTIONS for text in (option.label, option.help)]
    assert [(text, hit.word) for text in words for hit in find(text)] == []


# --- into the clock ---------------------------------------------------------------------------------------------------


def test_every_answer_reaches_the_facts() -> None:
    made = facts(
        {
            PLAYS: [
                "verlof", "vangnet", "no_risk", "contract_eindigt", "eigenrisicodrager", "termijn_arbodienst", "iva",
                "uwv_brief", "loonsanctie",
            ],
            "verlof": [LEAVE],
            "vangnet_meldtermijn": "6_weken",
            "vangnet_bekend_op": "2026-03-02",
            "einde_dienstverband": "2029-05-31",
            "eigenrisicodrager": "zw_en_wga",
            "termijn_ziekmelding_dagen": "2",
            "vervroegde_iva": "2026-04-14",
            "uwv_42e_week": "2027-03-01",
            "loonsanctie_besluit_op": "2027-12-17",
            "loonsanctie_reparatie": "2028-08-01",
            "uwv_einde_loonsanctie": "2028-09-01",
        }
    )  # fmt: skip
    assert made.verlof == (Leave(date(2026, 5, 4), date(2026, 8, 23), True),)
    assert (made.vangnet_meldtermijn, made.vangnet_bekend_op) == ("6_weken", date(2026, 3, 2))
    assert made.no_risk
    assert made.einde_dienstverband == date(2029, 5, 31)
    assert made.eigenrisicodrager == "zw_en_wga"
    assert made.termijn_ziekmelding_dagen == 2
    assert made.gedaan.vervroegde_iva == date(2026, 4, 14)
    assert made.uwv_datums == {"uwv_42e_week": date(2027, 3, 1), "einde_loonsanctie": date(2028, 9, 1)}
    assert made.loonsanctie == Loonsanctie(date(2028, 8, 1), date(2027, 12, 17))


def test_an_extension_reaches_the_facts() -> None:
    made = facts({PLAYS: ["verlenging"], "verlenging_tot_en_met": "2028-06-30", "verkorten_gevraagd_op": "2028-01-10"})
    assert made.verlenging == Extension(date(2028, 6, 30), date(2028, 1, 10))


@pytest.mark.parametrize(("answer", "same"), [("ja", True), ("nee", False), ("onbekend", None), ("", None)])
def test_the_same_case_is_yes_no_or_unknown(answer: str, same: bool | None) -> None:
    made = facts({PLAYS: ["verlof"], "verlof": [{**LEAVE, "zelfde_geval": answer}]})
    assert made.verlof[0].zelfde_geval is same


def test_household_staff_and_the_aow_age_have_few_dates() -> None:
    assert facts({PLAYS: ["huishoudelijk"]}).huishoudelijk
    assert facts({PLAYS: ["aow"]}).aow_gerechtigd
    born = {**BASE, "geboortedatum": "1990-01-01"}
    assert not facts({PLAYS: ["aow"]}, born).aow_gerechtigd, "the day of birth says it better"


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {PLAYS: "verlof", "verlof": [LEAVE]},
        {PLAYS: [], "verlof": [LEAVE], "einde_dienstverband": "2027-01-01"},
        {PLAYS: ["verlof"], "verlof": "x"},
        {PLAYS: ["verlof"], "verlof": ["x", {}, {"van": "2026-05-04"}]},
        {PLAYS: ["vangnet", "eigenrisicodrager"], "vangnet_meldtermijn": "x", "eigenrisicodrager": 3},
        {PLAYS: ["termijn_arbodienst"], "termijn_ziekmelding_dagen": "2,5"},
        {PLAYS: ["contract_eindigt", "verlenging", "iva"], "einde_dienstverband": "x"},
    ],
)
def test_what_does_not_play_or_is_half_filled_changes_nothing(answers: dict[str, Any]) -> None:
    assert with_particulars(BASE, answers, TODAY) == (BASE, ())


# --- what the clock refuses -------------------------------------------------------------------------------------------

CONTRADICTIONS: list[tuple[dict[str, Any], str, str]] = [
    ({PLAYS: ["contract_eindigt"], "einde_dienstverband": "2026-01-01"}, "einde_dienstverband", "eerste ziektedag"),
    (
        {PLAYS: ["uwv_brief"], "uwv_wia_eerste_dag": "2027-06-01"},
        "uwv_wia_eerste_dag",
        "‘Eerste dag waarop WIA kan ingaan, volgens UWV’",
    ),
    ({PLAYS: ["uwv_brief"], "uwv_42e_week": "2026-01-05"}, "uwv_42e_week", "02-02-2026"),
    ({PLAYS: ["uwv_brief"], "uwv_wia_aanvraag": "2028-03-01"}, "uwv_wia_aanvraag", "31-01-2028"),
    (
        {PLAYS: ["uwv_brief"], "uwv_einde_loondoorbetaling": "2027-10-01"},
        "uwv_einde_loondoorbetaling",
        "betaal je in elk geval loon",
    ),
    ({PLAYS: ["verlenging"], "verlenging_tot_en_met": "2028-02-10"}, "verlenging_tot_en_met", "13 weken"),
    (
        {PLAYS: ["loonsanctie"], "loonsanctie_besluit_op": "2027-12-01", "loonsanctie_reparatie": "2026-06-01"},
        "loonsanctie_reparatie",
        "‘Dag waarop UWV het in orde vond’",
    ),
    (
        {PLAYS: ["loonsanctie"], "loonsanctie_besluit_op": "2027-12-01", "uwv_einde_loonsanctie": "2027-06-01"},
        "uwv_einde_loonsanctie",
        "loonsanctie eindigt van",
    ),
    (
        {PLAYS: ["vangnet"], "vangnet_meldtermijn": "4_dagen", "vangnet_bekend_op": "2026-01-01"},
        "vangnet_bekend_op",
        "",
    ),
    ({PLAYS: ["iva"], "vervroegde_iva": "2026-01-01"}, "vervroegde_iva", "‘Vervroegde IVA aangevraagd op’"),
    ({PLAYS: ["termijn_arbodienst"], "termijn_ziekmelding_dagen": "99"}, "termijn_ziekmelding_dagen", "hoeveel dagen"),
    ({PLAYS: ["huishoudelijk", "uwv_brief"], "uwv_42e_week": "2027-02-01"}, "uwv_42e_week", "geen wachttijd"),
]


@pytest.mark.parametrize(("answers", "place", "words"), CONTRADICTIONS, ids=[row[1] for row in CONTRADICTIONS])
def test_what_the_clock_cannot_believe_stands_at_its_answer(answers: dict[str, Any], place: str, words: str) -> None:
    stops = found(answers)
    assert list(stops) == [place]
    assert words in stops[place].message
    assert "'" not in stops[place].message, "the names of the command line are not for people"
    assert "_" not in stops[place].message


def test_the_row_of_the_leave_that_does_not_fit_is_named() -> None:
    wrong = {"van": "2025-01-06", "tot_en_met": "2025-03-02", "zelfde_geval": "ja"}
    overlapping = {"van": "2026-08-01", "tot_en_met": "2026-09-01", "zelfde_geval": "ja"}
    stops = found({PLAYS: ["verlof"], "verlof": [LEAVE, wrong, overlapping]})
    assert list(stops) == ["verlof[1].van", "verlof[2].van"]
    assert "ligt voor de eerste ziektedag" in stops["verlof[1].van"].message


def test_leave_that_ends_before_it_begins_is_said_in_words_at_its_last_day() -> None:
    back = {"van": "2026-08-23", "tot_en_met": "2026-05-04", "zelfde_geval": "ja"}
    stops = found({PLAYS: ["verlof"], "verlof": [LEAVE, back]})
    assert list(stops) == ["verlof[1].tot_en_met"]
    assert stops["verlof[1].tot_en_met"].message.startswith("De laatste dag ligt voor de eerste dag.")
    assert not found({PLAYS: [], "verlof": [back]})


def test_a_sanction_that_cannot_be_is_said_once() -> None:
    recovered = {**BASE, "perioden": [{"ziek_vanaf": FIRST.isoformat(), "hersteld_per": "2026-12-01"}]}
    answers = {
        PLAYS: ["loonsanctie"],
        "loonsanctie_besluit_op": "2027-12-01",
        "loonsanctie_reparatie": "2027-12-10",
        "uwv_einde_loonsanctie": "2028-03-01",
    }
    stops = found(answers, context(base=recovered))
    assert list(stops) == [PLAYS]
    assert "wachttijd van deze zaak is niet vol" in stops[PLAYS].message


def test_leave_between_two_reports_belongs_to_both() -> None:
    closed = {**BASE, "perioden": [{"ziek_vanaf": FIRST.isoformat(), "hersteld_per": "2026-04-27"}]}
    other = {"van": "2026-09-14", "hersteld_per": None}
    answers = {PLAYS: ["verlof", "contract_eindigt"], "verlof": [LEAVE], "einde_dienstverband": "2020-01-01"}
    alone = context(base=closed)
    assert list(found(answers, alone)) == ["verlof[0].van", "einde_dienstverband"]
    beside = context(base=closed, zaak={"andere_perioden": [other, {"van": FIRST.isoformat(), "hersteld_per": None}]})
    assert list(found(answers, beside)) == ["einde_dienstverband"]


def test_what_is_right_beside_what_is_wrong_still_counts() -> None:
    answers = {
        PLAYS: ["verlof", "contract_eindigt"],
        "verlof": [LEAVE],
        "einde_dienstverband": "2020-01-01",
    }
    made, refused = with_particulars(BASE, answers, TODAY)
    assert [item.place for item in refused] == ["einde_dienstverband"]
    clock = case_clocks(CaseFacts.from_dict(made), TODAY)[-1]
    assert clock.klok_vanaf == FIRST + timedelta(days=112)


def test_every_name_in_a_refusal_is_the_name_of_the_form() -> None:
    labels = {field.label for field in FLOW.fields} | {step.title for step in FLOW.steps}
    named = {words for key, words in _WORDS.items() if words[0].isupper() and key != "geboortedatum"}
    assert named <= labels


def test_without_a_case_around_it_nothing_is_refused() -> None:
    assert not found({PLAYS: ["contract_eindigt"], "einde_dienstverband": "1999-01-01"}, Context(today=TODAY))


ANY_DAY = (
    "einde_dienstverband",
    "vervroegde_iva",
    "uwv_wia_eerste_dag",
    "uwv_42e_week",
    "verlenging_tot_en_met",
    "verkorten_gevraagd_op",
    "loonsanctie_besluit_op",
    "loonsanctie_reparatie",
    "uwv_einde_loonsanctie",
)
DAYS = st.dates(date(2025, 6, 1), date(2029, 6, 1)).map(date.isoformat)


@settings(max_examples=60, deadline=None)
@given(
    st.fixed_dictionaries(
        {
            PLAYS: st.lists(st.sampled_from([option.value for option in SITUATION_OPTIONS]), unique=True),
            "verlof": st.lists(st.fixed_dictionaries({"van": DAYS, "tot_en_met": DAYS}), max_size=2),
            "vangnet_meldtermijn": st.sampled_from(["4_dagen", "6_weken"]),
        },
        optional=dict.fromkeys(ANY_DAY, DAYS),
    )
)
def test_whatever_is_filled_in_the_clock_still_runs(answers: dict[str, Any]) -> None:
    made, refused = with_particulars(BASE, answers, TODAY)
    clocks = case_clocks(CaseFacts.from_dict(made), TODAY)
    assert clocks[-1].termijnen
    assert {item.place.split("[")[0] for item in refused} <= {field.key for field in FLOW.fields}


# --- yes or no, and what follows --------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ASKED)
@pytest.mark.parametrize("answer", [True, False])
def test_a_yes_or_no_says_what_follows_with_its_article(key: str, answer: bool) -> None:
    field, situation = f"vraag_{key}", SITUATIONS[key]
    said = found({PLAYS: ["vangnet"], field: answer}, level=Level.HINT)[field]
    assert said.message.startswith(situation.yes if answer else situation.no)
    assert said.source
    assert said.source in said.message


def test_an_open_answer_about_the_leave_says_what_is_counted_with() -> None:
    answers = {PLAYS: ["verlof"], "verlof": [LEAVE, {**LEAVE, "zelfde_geval": "onbekend"}]}
    assert list(found(answers, level=Level.HINT)) == ["verlof[1].zelfde_geval"]
    assert not found({**answers, PLAYS: []}, level=Level.HINT)


@pytest.mark.parametrize(
    ("plays", "key"),
    [
        ("vangnet", "vangnet_bekend_op"),
        ("iva", "vervroegde_iva"),
        ("verlenging", "verkorten_gevraagd_op"),
        ("loonsanctie", "loonsanctie_besluit_op"),
        ("loonsanctie", "loonsanctie_reparatie"),
    ],
)
def test_what_already_happened_is_not_in_the_future(plays: str, key: str) -> None:
    assert found({PLAYS: [plays], key: (TODAY + timedelta(days=1)).isoformat()})[key].stops


def test_cases_that_are_one_add_up() -> None:
    older = {PLAYS: ["verlof", "no_risk"], "verlof": [LEAVE], "einde_dienstverband": "2027-01-01"}
    newer = {PLAYS: ["contract_eindigt"], "verlof": [LEAVE], "einde_dienstverband": "2029-01-01"}
    assert merged([older, newer]) == {
        PLAYS: ["verlof", "no_risk", "contract_eindigt"],
        "verlof": [LEAVE],
        "einde_dienstverband": "2029-01-01",
    }
    assert merged([{}]) == {PLAYS: [], "verlof": []}
