"""The final review: the work now, a summary of both tracks out of the papers, and what the rules ask."""

from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.forms.answer_words import answer_words
from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.final_review_carry import (
    first_track,
    had_second_track,
    hours_now,
    judgement_day,
    kept_agreements,
    second_track,
    work_now,
    works_now,
)
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flows import flow
from reintegratie_desktop.forms.flows.eindevaluatie import FLOW
from tests.forms.plan_papers import ADVICE, NAMES, PAPERS, PLAN, Filled, around, row

TODAY = date(2028, 6, 26)
BPVA = "bijstelling_plan_van_aanpak"
JUDGED: dict[str, Any] = {"datum": "2028-06-19", "passend_intern": "ja", "arbeidsrelatie": "goed"}
EVALUATED: dict[str, Any] = {
    "datum": "2028-05-29",
    "soort": "periodiek",
    "werk_nu": "ander_werk_eigen_werkgever",
    "uren_nu": "8",
    "activiteiten": [
        {"activiteit": NAMES[0], "uitgevoerd": "gewijzigd", "resultaat": "Alleen op maandag"},
        {"activiteit": NAMES[1], "uitgevoerd": "ja", "resultaat": "Hangt er"},
        {"activiteit": NAMES[2], "uitgevoerd": "nee"},
    ],
}
ADJUSTED: dict[str, Any] = {
    "datum": "2028-01-10",
    "activiteiten_vervallen": [{"activiteit": NAMES[3], "besluit": "vervalt", "reden": "Ander schema"}],
    "activiteiten_nieuw": [row("Hal op maandag", a_wie="")],
}
FILLED: dict[str, Any] = {
    "werkt": "ja",
    "werk": "ander_werk_eigen_werkgever",
    "uren": "8",
    "loon": "520",
    "structureel": "ja",
    "sinds": "2027-02-01",
    "spoor2_gedaan": False,
    "spoor2_geen": "Er is vast werk in het bedrijf.",
    "afspraken": [{"afspraak": NAMES[0], "nagekomen": "ja"}],
    "einddoel": "ja",
    "passend_wg": "ja",
    "passend_toelichting": "8 uur per week orders invoeren.",
    "relatie_wg": "goed",
    "mening_wn": "Ik ben blij met de 8 uur.",
    "mening_wg": "De 8 uur houden we.",
}
PAPER = Filled(FLOW, FILLED, around(TODAY, history={"actueel_oordeel": (JUDGED,)}))


def there(**more: Any) -> Context:
    return around(TODAY, history={"actueel_oordeel": (JUDGED,), **more})


def test_the_example_can_be_finished() -> None:
    assert PAPER.found() == []


# --- what it starts with --------------------------------------------------------------------------------------------


def test_the_judgement_comes_from_its_paper_or_from_its_tick() -> None:
    assert judgement_day({}, there()) == "2028-06-19"
    zaak = {**PAPERS["zaak"], "feiten": {"gedaan": {"actueel_oordeel": "2028-06-20"}}}
    assert judgement_day({}, around(TODAY, zaak=zaak)) == "2028-06-20"
    assert judgement_day({}, around(TODAY)) is None
    assert judgement_day({}, around(TODAY, zaak={"feiten": {"gedaan": 5}})) is None


def test_without_a_judgement_it_cannot_be_finished() -> None:
    none = around(TODAY)
    assert PAPER.stops(none) == ["ao_datum"]
    assert [level for level, _sentence in PAPER.at("ao_datum", none)] == [Level.MISSING, Level.HINT]


def test_the_work_now_comes_from_the_weeks_and_the_evaluation() -> None:
    assert (hours_now(there()), works_now(there()), work_now(there())) == (None, None, None)
    known = there(evaluatie=(EVALUATED,))
    assert (hours_now(known), works_now(known), work_now(known)) == ("8", "ja", "ander_werk_eigen_werkgever")
    weeks = {**PAPERS["opbouwschema"], "weekstaat": [{"week": "2028-06-12", "gewerkt": "0"}]}
    still = around(TODAY, opbouwschema=weeks)
    assert (hours_now(still), works_now(still)) == ("0", "nee")
    assert work_now(there(evaluatie=({**EVALUATED, "werk_nu": "nog_niet"},))) is None


def test_every_agreement_comes_with_what_became_of_it() -> None:
    known = there(evaluatie=(EVALUATED,), **{BPVA: (ADJUSTED,)})
    told = {one["afspraak"]: (one["wie"], one["nagekomen"], one["toelichting"]) for one in kept_agreements(known) or []}
    assert told[NAMES[0]] == ("Werknemer", "deels", "Alleen op maandag")
    assert told[NAMES[1]] == ("Leidinggevende", "ja", "Hangt er")
    assert told[NAMES[2]] == ("Werkgever", "nee", "")
    assert told[NAMES[3]] == ("Werknemer", "vervallen", "Ander schema")
    assert told[NAMES[4]] == ("Werknemer", "", "")
    assert told["Hal op maandag"][0] == ""
    assert kept_agreements(Context(TODAY)) is None


def test_the_first_track_is_summed_up_out_of_the_papers() -> None:
    weeks = [
        {"week": "2026-11-16", "gewerkt": "6"},
        {"week": "2026-11-23", "gewerkt": "7.5"},
        {"week": "2026-11-30", "gewerkt": "0"},
    ]
    known = around(
        TODAY,
        history={
            "bijstelling_probleemanalyse": ({**ADVICE, "datum_document": "2027-03-01"},),
            "evaluatie": (EVALUATED, {**EVALUATED, "datum": "2028-06-05"}),
            BPVA: (ADJUSTED,),
        },
        opbouwschema={**PAPERS["opbouwschema"], "weekstaat": weeks},
        spoor1_onderzoek={"datum": "2027-06-02", "conclusie": "gelijktijdig_spoor_2", "onderbouwing": "De hal past."},
        arbeidsdeskundig_onderzoek={"rapport": "2027-07-01"},
    )
    assert first_track({}, known) == (
        "2 adviezen van de bedrijfsarts, vanaf 10-11-2026.\n"
        "Plan van aanpak van 13-11-2026, 1 keer bijgesteld.\n"
        "2 keer geëvalueerd.\n"
        "2 weken gewerkt, samen 13,5 uur, hoogstens 7,5 uur per week.\n"
        "Onderzoek passend werk in het bedrijf van 02-06-2027.\n"
        f"Conclusie: {answer_words(flow('spoor1_onderzoek').field('conclusie'), 'gelijktijdig_spoor_2')}.\n"
        "De hal past.\n"
        "Rapport van de arbeidsdeskundige van 01-07-2027."
    )
    assert first_track({}, Context(TODAY)) is None
    assert "Plan van aanpak van 13-11-2026.\n1 keer" in (first_track({}, there(evaluatie=(EVALUATED,))) or "")


def test_the_second_track_is_summed_up_out_of_the_papers() -> None:
    reports = (
        {"sollicitaties": [{"a": "1"}], "netwerk": "3"},
        {"sollicitaties": [{"a": "2"}, {"a": "3"}], "netwerk": "5"},
    )
    known = there(
        spoor2_start=({"van": "2027-10-11", "bureau": "Koers & Werk"},),
        voortgangsrapportage=reports,
        werkervaringsplaats=({"van": "2028-01-03", "gastbedrijf": "De Kas"}, {"gastbedrijf": "Zonder dag"}),
    )
    assert second_track({}, known) == (
        "Spoor 2 gestart op 11-10-2027.\n"
        "Re-integratiebureau: Koers & Werk.\n"
        "2 voortgangsrapportages ontvangen.\n"
        "Sollicitaties: 3.\n"
        "Contacten in het netwerk: 5.\n"
        "Werkervaring bij De Kas, vanaf 03-01-2028."
    )
    one = there(voortgangsrapportage=({"sollicitaties": "4"},))
    assert second_track({}, one) == "1 voortgangsrapportage ontvangen.\nSollicitaties: 4."
    assert second_track({}, there(voortgangsrapportage=({"sollicitaties": []},))) == "1 voortgangsrapportage ontvangen."
    assert second_track({}, there()) is None


def test_the_summary_stands_there_until_it_is_typed_over() -> None:
    full = FLOW.computed({}, there())
    assert full["spoor1"].startswith("1 advies van de bedrijfsarts")
    assert FLOW.computed({"spoor1": "Eigen woorden."}, there())["spoor1"] == "Eigen woorden."


def test_whether_there_was_a_second_track_follows_from_the_papers() -> None:
    assert had_second_track({}, there()) is None
    assert had_second_track({}, there(spoor2_start=({"datum_besluit": "2027-09-20"},))) is True
    assert had_second_track({}, there(voortgangsrapportage=({"nr": "1"},))) is True
    zaak = {**PAPERS["zaak"], "feiten": {"gedaan": {"spoor2_start": "2027-10-11"}}}
    assert had_second_track({}, around(TODAY, zaak=zaak)) is True
    for decision, started in (("start_nu", True), ("loopt_al", True), ("nu_niet", False)):
        assert had_second_track({}, there(evaluatie=({"spoor2_besluit": decision},))) is started


# --- rules ----------------------------------------------------------------------------------------------------------


def test_the_second_track_is_told_or_explained() -> None:
    assert PAPER.stops(spoor2_geen=None) == ["spoor2_geen"]
    assert PAPER.stops(spoor2_gedaan=True) == ["spoor2"]
    assert PAPER.stops(spoor2_gedaan=None) == ["spoor2_gedaan"]


def test_of_work_that_is_there_everything_is_told() -> None:
    gone = dict.fromkeys(("werk", "uren", "loon", "structureel", "sinds"))
    assert PAPER.stops(**gone) == list(gone)
    assert PAPER.stops(werkt="nee", **gone) == []
    assert PAPER.stops(structureel="nee") == ["structureel_tot"]
    assert PAPER.stops(einddoel="deels") == ["waarom_niet"]


@pytest.mark.parametrize(
    ("place", "changed"),
    [
        ("datum", {"datum": "2028-06-18"}),
        ("uren", {"uren": "0"}),
        ("sinds", {"sinds": "2028-06-27"}),
        ("structureel_tot", {"structureel": "nee", "structureel_tot": "2028-06-25"}),
        ("passend_wg", {"passend_wg": "nee"}),
        ("relatie_toelichting", {"relatie_wg": "verstoord"}),
    ],
)
def test_what_does_not_fit_is_asked_again(place: str, changed: dict[str, Any]) -> None:
    assert [level for level, _sentence in PAPER.at(place, **changed)] == [Level.WARN]
    assert PAPER.stops(**changed) == []


def test_another_view_on_the_relation_than_the_bedrijfsarts_is_explained() -> None:
    other = around(TODAY, history={"actueel_oordeel": ({**JUDGED, "arbeidsrelatie": "verstoord"},)})
    assert PAPER.at("relatie_wg", other)[0][0] is Level.WARN
    assert PAPER.at("relatie_wg", other, relatie_wg="verstoord", relatie_toelichting="Drie keer gesproken.") == []


def test_the_day_cannot_come_and_is_in_time() -> None:
    assert PAPER.at("datum", datum="2028-06-27")[0][0] is Level.BLOCK
    zaak = {**PAPERS["zaak"], "termijnen": {"eindevaluatie": "2028-06-25"}}
    late = around(TODAY, history={"actueel_oordeel": (JUDGED,)}, zaak=zaak)
    assert [level for level, _sentence in PAPER.at("datum", late)] == [Level.HINT]


def test_where_there_never_was_work_it_is_not_needed() -> None:
    never = {**ADVICE, "benutbaar": "geen_duurzaam"}
    none = around(TODAY, history={"actueel_oordeel": (JUDGED,), "probleemanalyse": (never,)})
    assert PAPER.at("datum", none)[0][0] is Level.WARN
    empty = around(TODAY, history={"actueel_oordeel": (JUDGED,), "probleemanalyse": ()}, probleemanalyse=None)
    assert PAPER.at("datum", empty) == []


def test_signatures_and_refusal_are_those_of_the_plan() -> None:
    refused = {"naam": "J. van Houten", "datum": "2028-06-26", "status": "geweigerd"}
    assert PAPER.stops(hand_wn=refused) == ["weigering"]
    assert PAPER.stops(hand_wg={"naam": "N. Blom", "status": "getekend"}) == ["hand_wg"]


def test_the_plan_of_the_example_is_in_the_agreements() -> None:
    start, _carried = FLOW.start(PAPER.context)
    assert [one["afspraak"] for one in start["afspraken"]] == [one["a_activiteit"] for one in PLAN["activiteiten"]]
