"""The start of spoor 2: spoor 1 first or a reason, in time, with consent, and the plan may follow the decision."""

from typing import Any

import pytest

from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flows import flow
from reintegratie_desktop.forms.spoor_carry import advice_in_words, expert_in_words, open_steps, spoor1_in_words
from tests.forms.spoor_answers import ADVICE, S1, S2, TODAY, full_context

FLOW = flow("spoor2_start")


def found(answers: dict[str, Any], context: Context | None = None) -> list[tuple[str, Level]]:
    return [(item.field, item.level) for item in FLOW.findings({**S2, **answers}, context or full_context())]


def test_a_filled_example_can_be_finished() -> None:
    assert found({}) == [("uitgangspunten", Level.HINT)]


def test_the_decision_can_be_finished_before_the_plan_is_there() -> None:
    keys = [field.key for step in FLOW.steps[1:] for field in step.fields]
    decision = {key: value for key, value in S2.items() if key not in keys or key == "akkoord_wg"}
    assert FLOW.findings({**decision, "plan_er": False}, full_context()) == ()
    asked = {field.key for field in FLOW.asked_fields({**decision, "plan_er": False}, full_context())}
    assert {"akkoord_wg", "plan_er"} <= asked
    assert not {"akkoord_wn", "akkoord_bureau", "fasen", "visie_wn"} & asked


def test_the_agency_signs_in_the_name_that_was_typed() -> None:
    full = FLOW.computed(S2, full_context())
    assert full["akkoord_bureau"] == {"naam": "Bureau Vooruit, Sam Dijk", "datum": "", "status": "nog_niet"}
    assert "akkoord_bureau" not in FLOW.computed({**S2, "bureau": " "}, full_context())


# --- what earlier papers say ------------------------------------------------------------------------------------------


def test_it_starts_from_spoor_one_the_report_and_the_advice() -> None:
    answers, carried = FLOW.start(full_context())
    assert answers["parallel"] == "ja"
    assert carried == {"parallel": "spoor1_onderzoek", "ad_advies": "arbeidsdeskundig_onderzoek"}
    assert answers["aanleiding"] == "arbeidsdeskundig_advies"
    assert answers["instemming"] == "n_v_t"
    assert answers["ad_advies"] == (
        "Eigen werk passend: nee. Ander werk in het bedrijf: ja. Spoor 2: starten. Inpakken, 8 uur. "
        "Vaste dagen bij het inpakken."
    )
    assert answers["uitgangspunten"] == (
        "Advies van 7 september. Hoogstens 20 uur per week. Wel: Licht werk aan een tafel. Nog niet: Tillen boven 5 kg."
    )
    full = FLOW.computed(answers, full_context())
    assert full["spoor1_uitkomst"] == f"Gelijktijdig met spoor 2. {S1['onderbouwing']}"


def test_the_conclusion_says_whether_spoor_one_goes_on() -> None:
    context = full_context(spoor1_onderzoek={**S1, "conclusie": "geen_mogelijkheden"})
    assert FLOW.start(context)[0]["parallel"] == "nee"


@pytest.mark.parametrize(
    ("more", "occasion"),
    [
        ({"evaluatie": {"soort": "eerstejaarsevaluatie", "spoor2_besluit": "start_nu"}}, "eerstejaarsevaluatie"),
        ({"evaluatie": {"soort": "periodiek", "spoor2_besluit": "start_nu"}}, "arbeidsdeskundig_advies"),
        ({"history": {"gesprek": ({"soort": "eerstejaarsevaluatie"},)}}, "eerstejaarsevaluatie"),
        ({"history": {"gesprek": ({"soort": "check_in"},)}}, "arbeidsdeskundig_advies"),
        ({"without": ("arbeidsdeskundig_onderzoek",)}, None),
    ],
)
def test_the_occasion_is_known_already(more: dict[str, Any], occasion: str | None) -> None:
    assert FLOW.start(full_context(**more))[0].get("aanleiding") == occasion


def test_the_start_of_the_evaluation_is_the_start() -> None:
    context = full_context(evaluatie={"spoor2_start": "2026-12-01"})
    assert FLOW.start(context)[0]["van"] == "2026-12-01"


LETTER = {"onderwerp_besluit": "keuze_re_integratiebedrijf"}


@pytest.mark.parametrize(
    ("form", "letter", "consent"),
    [
        ("geen", {}, "n_v_t"),
        ("or", {}, None),
        ("pvt", {"onderwerp_besluit": "contactbeleid", "uitkomst": "instemming"}, None),
        ("or", LETTER, "gevraagd"),
        ("or", {**LETTER, "uitkomst": "instemming"}, "verkregen_op"),
        ("or", {**LETTER, "uitkomst": "voorwaarden"}, "gevraagd"),
    ],
)
def test_the_letter_to_the_council_says_how_far_the_consent_is(form: str, letter: Any, consent: str | None) -> None:
    context = full_context(werkgever={"or_vorm": form}, brief_instemming_or=letter)
    assert FLOW.start(context)[0].get("instemming") == consent


def test_earlier_papers_that_say_nothing_carry_nothing() -> None:
    empty = Context(today=TODAY)
    assert advice_in_words(empty) is None
    assert spoor1_in_words({}, empty) is None
    assert expert_in_words(None, empty) is None
    silent = Context(today=TODAY, papers={"probleemanalyse": {"benutbaar": "ander_werk"}})
    assert advice_in_words(silent) is None
    assert advice_in_words(Context(today=TODAY, papers={"probleemanalyse": {**ADVICE, "uren_week": None}})) is not None


# --- rules ------------------------------------------------------------------------------------------------------------


def test_spoor_one_comes_first_or_there_is_a_reason() -> None:
    context = full_context(without=("spoor1_onderzoek",))
    assert len(open_steps(context)) == 4
    assert found({}, context)[:2] == [("zonder_spoor1", Level.MISSING), ("zonder_spoor1", Level.WARN)]
    (warning,) = [item for item in FLOW.findings(S2, context) if item.level is Level.WARN]
    assert warning.opens == "spoor1_onderzoek"
    assert "Andere functies in bedrijf" in warning.message
    assert found({"zonder_spoor1": "Het bedrijf sluit."}, context)[0] == ("zonder_spoor1", Level.WARN)
    assert Level.MISSING not in [level for _field, level in found({"zonder_spoor1": "Het bedrijf sluit."}, context)]


def test_own_work_that_comes_back_leaves_no_step_open() -> None:
    assert open_steps(full_context(spoor1_onderzoek={"eigen_werk": "ja"})) == ()


def test_a_draft_of_spoor_one_is_said() -> None:
    context = full_context(history={"spoor1_onderzoek": ()})
    assert ("spoor1_uitkomst", Level.WARN) in found({}, context)
    silent = full_context(history={"spoor1_onderzoek": ()}, spoor1_onderzoek={**S1, "conclusie": None})
    assert ("spoor1_uitkomst", Level.WARN) not in found({}, silent)


def test_a_late_start_has_its_reason() -> None:
    late = {"van": "2026-12-07", "fasen": [], "intake_datum": "2026-12-08"}
    assert {("van", Level.WARN), ("reden_te_laat", Level.MISSING)} <= set(found(late))
    assert ("reden_te_laat", Level.MISSING) not in found({**late, "reden_te_laat": "Het bureau kon niet eerder."})
    assert ("van", Level.WARN) not in found(late, full_context(zaak={"eerste_ziektedag": "2025-10-27"}))


@pytest.mark.parametrize(("consent", "level"), [("n_v_t", Level.WARN), ("gevraagd", Level.HINT)])
def test_a_council_agrees_with_the_agency(consent: str, level: Level) -> None:
    context = full_context(werkgever={"or_vorm": "or"})
    assert ("instemming", level) in found({"instemming": consent}, context)
    assert ("instemming", Level.MISSING) in found({"instemming": None}, context)
    assert ("instemming", Level.MISSING) not in found({"instemming": None})


def test_consent_has_its_day() -> None:
    context = full_context(werkgever={"or_vorm": "or"})
    given = {"instemming": "verkregen_op"}
    assert ("instemming_op", Level.MISSING) in found(given, context)
    assert found({**given, "instemming_op": "2026-10-08"}, context) == [("uitgangspunten", Level.HINT)]
    assert ("instemming_op", Level.BLOCK) in found({**given, "instemming_op": "2026-11-24"}, context)


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"datum_besluit": "2026-11-24", "intake_datum": "2026-11-25"}, "datum_besluit"),
        ({"datum_besluit": "2025-10-26"}, "datum_besluit"),
        ({"van": "2025-10-20"}, "van"),
        ({"tot": "2026-10-18"}, "tot"),
        ({"intake_datum": "2026-10-11"}, "intake_datum"),
        ({"fasen": [{**S2["fasen"][0], "tot": "2026-10-01"}]}, "fasen[0].tot"),
        ({"fasen": [{**S2["fasen"][0], "van": "2026-10-01"}]}, "fasen[0].van"),
        ({"fasen": [{**S2["fasen"][0], "tot": "2027-11-01"}]}, "fasen[0].tot"),
    ],
)
def test_days_follow_each_other(answers: dict[str, Any], field: str) -> None:
    assert (field, Level.BLOCK) in found(answers)


def test_the_first_report_comes_soon() -> None:
    assert ("rapportage", Level.WARN) in found({"rapportage": "3_maanden"})


def test_a_case_that_knows_no_days_refuses_nothing() -> None:
    bare = Context(today=TODAY)
    assert [item for item in FLOW.findings({**S2, "zonder_spoor1": "Kan niet anders"}, bare) if item.stops] == []
    assert [
        item.field
        for item in FLOW.findings({"plan_er": True, "fasen": [{"fase": "x"}]}, bare)
        if item.level is Level.BLOCK
    ] == ["fasen[0].fase"]
