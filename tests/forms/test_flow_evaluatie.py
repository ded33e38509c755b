"""An evaluation: it starts from the newest plan, looks at every agreement, and decides about spoor 2 after a year."""

from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.domain.snapshot import FieldState, FormSnapshot
from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.evaluation_carry import (
    hours_now,
    needs_adjustment,
    next_day,
    rows_to_look_at,
    shown_in,
    spoor2_to_review,
    suggested_kind,
    tasks_of_supervisor,
)
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flows.evaluatie import FLOW
from reintegratie_desktop.forms.freeze import freeze
from tests.forms.plan_papers import ADVICE, NAMES, PAPERS, PLAN, Filled, around, row

TODAY = date(2026, 12, 11)
BPVA = "bijstelling_plan_van_aanpak"
LOOKED = [{"activiteit": name, "uitgevoerd": "ja"} for name in (*NAMES[:4], NAMES[6])]
FILLED: dict[str, Any] = {
    "activiteiten": LOOKED,
    "leidinggevende_acties": [{"actie": "Wekelijks contact", "gedaan": "ja"}],
    "werk_nu": "ander_werk_eigen_werkgever",
    "doel_gehaald": "ja",
    "waarom": "Vaste dagen hielpen.",
    "samenwerking": "goed",
    "einddoel": "ja",
    "geen_afspraken": True,
    "visie_wn": "Het gaat zoals we dachten.",
    "visie_wg": "De orders zijn elke dag bij.",
}
PAPER = Filled(FLOW, FILLED, around(TODAY))

AFTER_A_YEAR = date(2027, 9, 20)
YEAR: dict[str, Any] = {
    **FILLED,
    "soort": "eerstejaarsevaluatie",
    "datum": "2027-09-20",
    "mogelijkheden_intern": "nee",
    "ad_onderzoek": "aangevraagd",
    "spoor2_besluit": "start_nu",
    "spoor2_start": "2027-10-11",
    "volgende": "2027-10-29",
    "activiteiten": [{"activiteit": name, "uitgevoerd": "ja"} for name in NAMES],
}
OF_YEAR = Filled(FLOW, YEAR, around(AFTER_A_YEAR))


def no_later_advice(**answers: Any) -> Context:
    """A case whose newest advice concludes this."""
    newer = {**ADVICE, "datum_document": "2027-09-06", **answers}
    return around(AFTER_A_YEAR, history={"bijstelling_probleemanalyse": (newer,)})


# --- what it starts with --------------------------------------------------------------------------------------------


def test_the_examples_can_be_finished() -> None:
    assert PAPER.found() == []
    told = OF_YEAR.found(no_later_advice())
    assert [(one.level, one.field, one.message) for one in told] == [
        (Level.HINT, "bijstelling", "Ja, want spoor 2 start nu.")
    ]


def test_it_starts_from_the_newest_plan() -> None:
    start, _carried = FLOW.start(around(TODAY))
    assert [one["activiteit"] for one in start["activiteiten"]] == [*NAMES[:4], NAMES[6]]
    assert start["activiteiten"][0] == {
        "activiteit": NAMES[0],
        "doel": "Orders van gisteren ingevoerd",
        "wie": "Werknemer",
        "gereed": "2026-12-13",
    }
    assert [one["actie"] for one in start["leidinggevende_acties"]] == [
        "Wekelijks contact",
        "Werk passend maken",
        "Eerste werkdag opvangen",
    ]
    assert (start["soort"], start["uren_nu"], start["volgende"]) == ("periodiek", "6", "2026-12-24")
    assert [one["rol"] for one in start["aanwezig"]] == ["werknemer", "leidinggevende"]
    full = FLOW.computed(start, around(TODAY))
    assert full["advies_actueel"] == "2026-11-10"
    assert full["uren_overzicht"]["phases"] and full["uren_overzicht"]["contract"] == "40"


def test_an_adjustment_and_an_earlier_evaluation_are_in_it() -> None:
    adjusted = {
        "datum": "2026-12-14",
        "activiteiten_vervallen": [{"activiteit": NAMES[3], "besluit": "vervalt", "reden": "Nieuw schema"}],
        "activiteiten_nieuw": [row("Vaste plek", a_wie=""), row("Pas in maart", a_start="2027-03-01")],
        "evaluatie_ritme": "4_weken",
    }
    before = {"datum": "2026-12-11", "activiteiten": [{"activiteit": NAMES[1], "uitgevoerd": "ja"}]}
    there = around(date(2027, 1, 8), history={BPVA: (adjusted,), "evaluatie": (before,)})
    start, _carried = FLOW.start(there)
    names = [one["activiteit"] for one in start["activiteiten"]]
    assert names == [NAMES[0], NAMES[2], NAMES[4], NAMES[6], "Vaste plek"]
    assert start["activiteiten"][-1]["wie"] == ""
    assert start["volgende"] == "2027-02-05"


def test_without_a_plan_there_is_little_to_start_with() -> None:
    bare = Context(TODAY)
    assert rows_to_look_at(bare) is None
    assert tasks_of_supervisor(bare) is None
    assert next_day(bare) is None
    assert hours_now(bare) is None
    odd = around(
        TODAY, history={"plan_van_aanpak": ({**PLAN, "evaluatie_ritme": "soms", "rol_leidinggevende": ["x"]},)}
    )
    assert next_day(odd) is None
    assert tasks_of_supervisor(odd) == [{"actie": "x"}]
    assert not PAPER.asked("activiteiten", bare, activiteiten=None)
    assert not PAPER.asked("uren_overzicht", bare)
    assert PAPER.at("datum", bare, activiteiten=None)[0][0] is Level.WARN


def test_the_hours_now_are_those_of_the_newest_week() -> None:
    worked = {**PAPERS["opbouwschema"], "weekstaat": [{"week": "2026-12-07", "gewerkt": "5.5"}]}
    assert hours_now(around(TODAY, opbouwschema=worked)) == "5.5"


def chart(context: Context, **answers: Any) -> dict[str, Any]:
    found: dict[str, Any] = FLOW.computed({"soort": "periodiek", **answers}, context)["uren_overzicht"]  # type: ignore[assignment]
    return found


def test_the_chart_shows_the_weeks_since_the_last_evaluation() -> None:
    worked = [{"week": week, "gewerkt": "6"} for week in ("2026-11-16", "2026-12-07", "2026-12-14", "2027-01-11")]
    schedule = {**PAPERS["opbouwschema"], "weekstaat": worked}
    held = ({"soort": "periodiek", "datum": "2026-12-09"}, {"soort": "periodiek", "datum": "2027-01-08"})
    there = around(date(2027, 1, 8), history={"evaluatie": held}, opbouwschema=schedule)
    part = chart(there, datum="2027-01-08")
    assert [(one["van"], one["tot"]) for one in part["phases"]] == [
        ("2026-12-07", "2026-12-13"),
        ("2026-12-14", "2027-01-10"),
    ]
    assert [one["week"] for one in part["worked"]] == ["2026-12-07", "2026-12-14"]
    assert [one["week"] for one in part["planned"]][::4] == ["2026-12-07", "2027-01-04"]
    assert part["evaluations"] == ["2026-12-09", "2027-01-08"], "the days it was done, not those it was planned"
    assert {one["van"] for one in part["ceilings"]} == {"2026-12-07", "2026-12-14"}
    assert part["contract"] == "40"


def test_the_whole_schedule_is_shown_where_there_is_no_part_of_it() -> None:
    talk = {"soort": "zesweken_evaluatie", "datum": "2026-12-09T10:00"}
    there = around(date(2027, 9, 20), history={"gesprek": (talk, {"soort": "nazorg", "datum": "2027-01-01T10:00"})})
    whole = chart(around(TODAY), datum="2026-12-11")
    assert len(whole["phases"]) == 3
    assert whole["evaluations"] == ["2026-12-11"]
    talked = {**whole, "evaluations": ["2026-12-09"]}
    assert chart(there, datum="2027-09-20", soort="eerstejaarsevaluatie") == talked
    assert chart(there, datum="2026-12-09") == talked
    assert chart(there, datum="") == talked
    late = around(TODAY, history={"evaluatie": ({"datum": "2028-01-01"},)})
    assert chart(late, datum="2028-01-05") == {**whole, "evaluations": []}, "no week is drawn for a mark alone"
    assert shown_in({"planned": [], "worked": []}, [TODAY]) == []
    assert len(chart(there, datum="2026-12-11")["phases"]) == 1


def test_which_evaluation_it_is_follows_the_clock() -> None:
    first = date(2027, 8, 16)  # the Monday of week 46
    assert suggested_kind(around(date(2027, 8, 15))) == "periodiek"
    assert suggested_kind(around(first)) == "eerstejaarsevaluatie"
    held = around(first, history={"evaluatie": ({"soort": "eerstejaarsevaluatie", "datum": "2027-08-16"},)})
    assert suggested_kind(held) == "periodiek"
    talked = around(first, history={"gesprek": ({"soort": "eerstejaarsevaluatie", "datum": "2027-08-16T10:00"},)})
    assert suggested_kind(talked) == "periodiek"
    assert suggested_kind(Context(first)) == "periodiek"
    assert suggested_kind(around(date(1990, 1, 1))) == "periodiek"


# --- what follows from the answers ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "needed"),
    [
        ({}, False),
        ({"doel_gehaald": None}, None),
        ({"einddoel": "nee_wordt"}, True),
        ({"activiteiten": [{"activiteit": NAMES[0], "uitgevoerd": "gewijzigd"}]}, True),
        ({"nieuwe_afspraken": [row()]}, False),
        ({"doel_gehaald": "nee"}, True),
        ({"spoor2_besluit": "start_nu"}, False),
        ({"soort": "eerstejaarsevaluatie", "spoor2_besluit": "start_nu"}, True),
        ({"soort": "eerstejaarsevaluatie", "spoor2_besluit": "loopt_al"}, False),
    ],
)
def test_whether_the_plan_changes_follows(changed: dict[str, Any], needed: bool | None) -> None:
    answers = {**FILLED, **changed}
    assert needs_adjustment(answers, PAPER.context) is needed
    if needed is not None:
        assert FLOW.computed(PAPER.with_start(**changed), PAPER.context)["bijstelling"] is needed


def test_saying_no_against_the_answers_is_asked_again() -> None:
    assert PAPER.at("bijstelling", bijstelling=False, einddoel="nee_wordt", einddoel_nieuw=["andere_werkgever"]) == [
        (Level.WARN, "Er is wel iets veranderd. Zonder bijstelling klopt het plan niet meer met wat jullie afspreken.")
    ]
    assert PAPER.at("bijstelling", bijstelling=False) == []


@pytest.mark.parametrize(
    "changed",
    [
        {"activiteiten": [{**LOOKED[0], "uitgevoerd": "nee", "reden": "Te druk"}, *LOOKED[1:]]},
        {"activiteiten": [{**LOOKED[0], "uitgevoerd": "deels"}, *LOOKED[1:]]},
        {"doel_gehaald": "deels"},
    ],
)
def test_what_was_not_done_is_never_answered_with_no_beforehand(changed: dict[str, Any]) -> None:
    assert FLOW.computed(PAPER.with_start(**changed), PAPER.context).get("bijstelling") is None
    assert PAPER.stops(**changed) == ["bijstelling"]
    assert "Niet alles ging zoals afgesproken. Past het plan nog? Kies het samen." in [
        sentence for level, sentence in PAPER.at("bijstelling", **changed) if level is Level.HINT
    ]
    assert PAPER.at("bijstelling", bijstelling=False, **changed) == []
    assert PAPER.at("bijstelling", bijstelling=True, **changed) == []


@pytest.mark.parametrize(
    ("changed", "because"),
    [
        ({"einddoel": "nee_wordt", "einddoel_nieuw": ["andere_werkgever"]}, "Ja, want het einddoel wordt anders."),
        ({"doel_gehaald": "nee"}, "Ja, want het doel van deze periode is niet gehaald."),
        (
            {"activiteiten": [{**LOOKED[0], "uitgevoerd": "gewijzigd"}, *LOOKED[1:]]},
            "Ja, want een afspraak is anders gedaan dan in het plan staat.",
        ),
    ],
)
def test_a_suggested_adjustment_says_why(changed: dict[str, Any], because: str) -> None:
    assert PAPER.at("bijstelling", **changed) == [(Level.HINT, because)]


def test_the_offered_day_is_a_working_day_and_never_after_the_last_one() -> None:
    monthly = {**PLAN, "evaluatie_ritme": "6_weken"}
    offered = {day: next_day(around(day, history={"plan_van_aanpak": (monthly,)})) for day in (
        date(2026, 11, 22), date(2026, 11, 23), date(2026, 11, 21),
    )}  # fmt: skip
    assert offered == {
        date(2026, 11, 22): "2026-12-31",  # Sunday 3 January comes after New Year's Day
        date(2026, 11, 23): "2027-01-04",
        date(2026, 11, 21): "2026-12-31",
    }


def test_a_consult_that_is_planned_is_not_asked_for_again() -> None:
    old = {**ADVICE, "datum_document": "2026-10-20", "volgend_spreekuur": "2026-12-15"}
    assert PAPER.at("advies_actueel", around(TODAY, history={"probleemanalyse": (old,)})) == []
    past = {**old, "volgend_spreekuur": "2026-12-10"}
    assert len(PAPER.at("advies_actueel", around(TODAY, history={"probleemanalyse": (past,)}))) == 1


# --- rules ----------------------------------------------------------------------------------------------------------


def test_dates_of_an_evaluation() -> None:
    assert PAPER.at("datum", datum="2026-12-12")[0] == (
        Level.BLOCK,
        "Deze dag moet nog komen. Vul dit in na de evaluatie.",
    )
    assert PAPER.at("datum", datum="2026-10-01")[0] == (Level.BLOCK, "Deze dag ligt voor de eerste ziektedag.")
    assert PAPER.at("datum", datum="2026-11-01")[0][0] is Level.WARN
    assert FLOW.start(around(TODAY))[0]["datum"] == "2026-12-11"
    assert PAPER.stops(datum="") == ["datum"]


def test_the_next_evaluation_comes_in_time() -> None:
    assert PAPER.at("volgende", volgende="2026-12-11")[0] == (Level.BLOCK, "De volgende evaluatie komt na deze.")
    assert PAPER.at("volgende", volgende="2027-01-23")[0] == (
        Level.BLOCK,
        "Plan de volgende evaluatie uiterlijk op vr 22 januari 2027.",
    )
    assert PAPER.at("volgende", volgende="2027-01-22") == []


def test_an_old_or_missing_advice_is_said() -> None:
    old = {**ADVICE, "datum_document": "2026-10-20"}
    there = around(TODAY, history={"probleemanalyse": (old,)})
    ((level, sentence),) = PAPER.at("advies_actueel", there)
    assert level is Level.HINT and "20 oktober" in sentence
    none = around(TODAY, history={"probleemanalyse": ()}, probleemanalyse=None)
    assert [level for level, _sentence in PAPER.at("advies_actueel", none)] == [Level.MISSING, Level.HINT]


def test_an_advice_of_after_the_evaluation_does_not_count() -> None:
    newer = {**ADVICE, "datum_document": "2026-12-15"}
    there = around(date(2026, 12, 20), history={"bijstelling_probleemanalyse": (newer,)})
    assert FLOW.computed({"datum": "2026-12-11"}, there)["advies_actueel"] == "2026-11-10"
    assert FLOW.computed({}, there)["advies_actueel"] == "2026-12-15"


def test_the_evaluation_of_the_year_is_not_held_early() -> None:
    early = around(TODAY)
    assert PAPER.at("soort", early, soort="eerstejaarsevaluatie")[0][0] is Level.WARN
    assert OF_YEAR.at("soort") == []


def test_every_agreement_is_looked_at() -> None:
    assert PAPER.stops(activiteiten=[{**LOOKED[0], "uitgevoerd": ""}, *LOOKED[1:]]) == ["activiteiten[0].uitgevoerd"]
    assert PAPER.at("activiteiten", activiteiten=LOOKED[:-1]) == [
        (Level.WARN, f"Deze afspraak uit het plan staat er niet bij: {NAMES[6]}.")
    ]
    assert PAPER.stops(activiteiten=[{**LOOKED[0], "uitgevoerd": "nee"}, *LOOKED[1:]], bijstelling=False) == [
        "activiteiten[0].reden"
    ]
    assert PAPER.stops(activiteiten=[{**LOOKED[0], "uitgevoerd": "deels"}, *LOOKED[1:]], bijstelling=False) == []


def test_the_goal_can_become_another() -> None:
    assert PAPER.stops(einddoel="nee_wordt") == ["einddoel_nieuw"]
    assert not PAPER.asked("einddoel_nieuw")


def test_new_agreements_or_none() -> None:
    assert PAPER.stops(geen_afspraken=None) == ["nieuwe_afspraken"]
    both = PAPER.at("geen_afspraken", nieuwe_afspraken=[row()])
    assert both[0][0] is Level.BLOCK and "vinkje" in both[0][1]
    assert PAPER.stops(geen_afspraken=None, nieuwe_afspraken=[row(a_gereed="2026-12-01")]) == [
        "nieuwe_afspraken[0].a_gereed"
    ]
    much = row("30 uur per week", a_cat="7E", a_start="2026-12-14", a_gereed="2027-01-08")
    found = PAPER.at("nieuwe_afspraken[0].a_activiteit", geen_afspraken=None, nieuwe_afspraken=[much])
    assert found[0][0] is Level.BLOCK


def test_both_sign_after_a_year_and_may_after_a_few_weeks() -> None:
    gone = {"hand_wg": {}, "hand_wn": {}}
    assert PAPER.stops(**gone) == []
    assert OF_YEAR.stops(no_later_advice(), **gone) == ["hand_wg", "hand_wn"]
    refused = {"naam": "J. van Houten", "datum": "2026-12-11", "status": "geweigerd"}
    assert PAPER.stops(hand_wn=refused) == ["weigering"]
    assert PAPER.at("kopie_aan", kopie_aan=["werknemer"])[0][0] is Level.WARN


def test_both_views_are_needed() -> None:
    assert PAPER.stops(visie_wn=None, visie_wg=None) == ["visie_wn", "visie_wg"]
    found = OF_YEAR.at("visie_wn", no_later_advice(), visie_wn=None)
    assert [level for level, _sentence in found] == [Level.MISSING, Level.HINT]


# --- spoor 2 --------------------------------------------------------------------------------------------------------


def test_spoor_2_is_decided_at_the_end_of_the_year_only() -> None:
    for key in ("mogelijkheden_intern", "ad_onderzoek", "spoor2_besluit", "spoor2_reden", "spoor2_start"):
        assert not PAPER.asked(key)
    gone = dict.fromkeys(("mogelijkheden_intern", "ad_onderzoek", "spoor2_besluit", "spoor2_start"))
    assert OF_YEAR.stops(no_later_advice(), **gone) == ["mogelijkheden_intern", "ad_onderzoek", "spoor2_besluit"]
    assert OF_YEAR.stops(no_later_advice(), spoor2_start=None) == ["spoor2_start"]
    assert OF_YEAR.stops(no_later_advice(), spoor2_besluit="loopt_al", spoor2_start="2027-08-01") == []
    assert OF_YEAR.stops(no_later_advice(), ad_onderzoek="niet_nodig") == ["ad_reden"]


def test_spoor_2_starts_in_time() -> None:
    there = no_later_advice()
    assert OF_YEAR.at("spoor2_start", there, spoor2_start="2027-11-01") == []
    ((level, sentence),) = OF_YEAR.at("spoor2_start", there, spoor2_start="2027-11-02")
    assert level is Level.WARN and "uiterlijk op 1 november." in sentence
    assert OF_YEAR.at("spoor2_start", there, spoor2_start="2027-09-01")[0][0] is Level.WARN


NOT_NOW: dict[str, Any] = {"spoor2_besluit": "nu_niet", "spoor2_start": None}
PROSPECT: dict[str, Any] = {
    **NOT_NOW,
    "spoor2_reden": "uitzicht_op_structurele_hervatting_binnen_3_maanden",
    "mogelijkheden_intern": "ja",
    "intern_functie": "Orders invoeren",
    "intern_uren": "32",
    "intern_datum": "2027-12-01",
}


def test_not_now_needs_one_of_the_exceptions() -> None:
    there = no_later_advice()
    assert OF_YEAR.stops(there, **NOT_NOW) == ["spoor2_reden"]
    assert OF_YEAR.stops(there, **PROSPECT) == []


def test_the_prospect_is_concrete_and_near() -> None:
    there = no_later_advice()
    gone = dict.fromkeys(("intern_functie", "intern_uren", "intern_datum"))
    assert OF_YEAR.stops(there, **{**PROSPECT, **gone}) == list(gone)
    vague = {**PROSPECT, "mogelijkheden_intern": "onduidelijk"}
    assert OF_YEAR.stops(there, **vague) == ["spoor2_reden"]
    assert OF_YEAR.stops(there, **{**PROSPECT, "intern_datum": "2027-12-21"}) == ["intern_datum"]
    assert OF_YEAR.stops(there, **{**PROSPECT, "intern_datum": "2027-12-20"}) == []


def test_an_exception_is_looked_at_again() -> None:
    there = no_later_advice()
    full = FLOW.computed(OF_YEAR.with_start(**PROSPECT), there)
    assert full["spoor2_opnieuw"] == "2027-12-20"
    assert FLOW.computed(OF_YEAR.with_start(), there).get("spoor2_opnieuw") is None
    assert OF_YEAR.stops(there, **PROSPECT, spoor2_opnieuw="2027-12-21") == ["spoor2_opnieuw"]
    assert OF_YEAR.stops(there, **PROSPECT, spoor2_opnieuw="2027-09-20") == ["spoor2_opnieuw"]
    assert OF_YEAR.stops(there, **PROSPECT, datum="") == ["datum", "spoor2_opnieuw"]
    assert FLOW.computed({"spoor2_besluit": "nu_niet", "datum": "9999-12-30"}, there).get("spoor2_opnieuw") is None


@pytest.mark.parametrize(
    ("reason", "concluded", "stops"),
    [
        ("geen_benutbare_mogelijkheden", "geen_tijdelijk", False),
        ("geen_benutbare_mogelijkheden", "ander_werk", True),
        ("marginale_mogelijkheden", "marginaal", False),
        ("marginale_mogelijkheden", "ander_werk", True),
        ("aow_binnen_1_jaar_na_einde_wachttijd_en_beiden_akkoord", "ander_werk", False),
    ],
)
def test_an_exception_agrees_with_the_advice(reason: str, concluded: str, stops: bool) -> None:
    there = no_later_advice(benutbaar=concluded)
    found = OF_YEAR.stops(there, **{**NOT_NOW, "spoor2_reden": reason})
    assert found == (["spoor2_reden"] if stops else [])


def test_another_reason_is_written_out_and_warned_about() -> None:
    there = no_later_advice()
    other = {**NOT_NOW, "spoor2_reden": "anders"}
    assert OF_YEAR.stops(there, **other) == ["spoor2_toelichting"]
    ((level, sentence),) = OF_YEAR.at("spoor2_reden", there, **other, spoor2_toelichting="Het bedrijf verhuist.")
    assert level is Level.WARN and "langer loon" in sentence
    assert not OF_YEAR.asked("spoor2_toelichting", there, **PROSPECT)


def test_without_an_advice_nothing_contradicts_an_exception() -> None:
    none = around(AFTER_A_YEAR, history={"probleemanalyse": ()}, probleemanalyse=None)
    found = OF_YEAR.at("spoor2_reden", none, **NOT_NOW, spoor2_reden="marginale_mogelijkheden")
    assert found == []


def test_a_decision_against_spoor_2_comes_back() -> None:
    decided = {**YEAR, **PROSPECT, "spoor2_opnieuw": "2027-12-20"}
    there = around(AFTER_A_YEAR, history={"evaluatie": (decided, {**FILLED, "soort": "periodiek"})})
    assert spoor2_to_review(there) == date(2027, 12, 20)
    assert spoor2_to_review(around(AFTER_A_YEAR)) is None
    assert spoor2_to_review(around(AFTER_A_YEAR, history={"evaluatie": (YEAR,)})) is None
    started = around(AFTER_A_YEAR, history={"evaluatie": (decided,), "spoor2_start": ({"van": "2027-11-01"},)})
    assert spoor2_to_review(started) is None


# --- the paper ------------------------------------------------------------------------------------------------------


def frozen(paper: Filled, **changed: Any) -> FormSnapshot:
    """The paper of an evaluation."""
    return freeze(
        FLOW, paper.with_start(**changed), paper.context, frozen_at="2026-12-11T10:00:00", version=1,
        law_date="2026-10-05", case_number="2026-001", employer="Firma (fictief)", employee="M. de Boer",
    )  # fmt: skip


OF_THE_YEAR = ("mogelijkheden_intern", "ad_onderzoek", "spoor2_besluit", "spoor2_reden", "spoor2_start")


def test_a_periodic_evaluation_says_once_what_belongs_to_the_year() -> None:
    shown = {field.key: field for field in frozen(PAPER).fields()}
    assert [key for key in OF_THE_YEAR if key in shown] == ["spoor2_besluit"]
    assert shown["spoor2_besluit"].not_asked_because == "Dit hoort bij de eerstejaarsevaluatie."
    of_year = {field.key: field for field in frozen(OF_YEAR).fields()}
    assert [key for key in OF_THE_YEAR if key in of_year] == list(OF_THE_YEAR)
    assert of_year["spoor2_reden"].state is FieldState.NOT_ASKED


def test_a_result_nobody_wrote_leaves_nothing_and_a_written_one_stays() -> None:
    rows = [
        {**LOOKED[0], "resultaat": "Elke dag bij"},
        {**LOOKED[1], "uitgevoerd": "nee", "reden": "Te druk", "resultaat": "Eerder geschreven"},
        *LOOKED[2:],
    ]
    table = frozen(PAPER, activiteiten=rows, bijstelling=False).field("activiteiten")
    states = {column.key: column.state for column in table.columns}
    assert states["resultaat"] is FieldState.NOT_ASKED and states["reden"] is FieldState.ANSWERED
    assert [row.get("resultaat") for row in table.answer[:3]] == ["Elke dag bij", "Eerder geschreven", None]
