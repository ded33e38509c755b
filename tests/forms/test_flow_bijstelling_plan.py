"""An adjustment of the plan: it starts from the plan and what was agreed, shows the difference, and keeps the rules."""

from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.forms.adjust_plan_carry import hours_lowered, suggested_cause
from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flows.bijstelling_plan_van_aanpak import FLOW
from reintegratie_desktop.forms.plan_now import plan_now
from tests.forms.plan_papers import ADVICE, NAMES, PLAN, Filled, around, row

TODAY = date(2026, 12, 14)
BPVA = "bijstelling_plan_van_aanpak"
BPA = "bijstelling_probleemanalyse"
TALK: dict[str, Any] = {
    "soort": "zesweken_evaluatie",
    "datum": "2026-12-11T10:00",
    "afspraken_nieuw": [
        {"wat": "Vaste plek bij het raam", "wie": "Femke", "wanneer": "2026-12-18", "hoort_bij_plan": True}
    ],
}
FILLED: dict[str, Any] = {
    "datum": "2026-12-14",
    "aanleiding": "evaluatie",
    "bron_datum": "2026-12-11",
    "terugblik": "Orders invoeren gaat vlot. Op vrijdag was het te druk.",
    "activiteiten_nieuw": [row("Vaste plek bij het raam", a_wie="leidinggevende")],
    "evaluatie_eerste": "2026-12-23",
    "mening_wn": "Fijn dat er een vaste plek is.",
    "mening_wg": "De plek is geregeld.",
}
PAPER = Filled(FLOW, FILLED, around(TODAY))


def ended(name: str, what: str = "vervalt", **more: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = FLOW.start(PAPER.context)[0]["activiteiten_vervallen"]  # type: ignore[assignment]
    return [{**one, "besluit": what, **more} if one["activiteit"] == name else one for one in rows]


def difference(context: Context | None = None, **changed: Any) -> list[dict[str, str]]:
    found: list[dict[str, str]] = FLOW.computed(PAPER.with_start(**changed), context or PAPER.context).get("verschil")  # type: ignore[assignment]
    return found


# --- what it starts with --------------------------------------------------------------------------------------------


def test_the_example_can_be_finished() -> None:
    assert PAPER.found() == []


def test_it_starts_with_the_plan_as_it_stands() -> None:
    start, carried = FLOW.start(around(TODAY))
    assert [one["activiteit"] for one in start["activiteiten_vervallen"]] == NAMES
    assert {one["besluit"] for one in start["activiteiten_vervallen"]} == {"blijft"}
    assert start["activiteiten_vervallen"][1] == {
        "activiteit": NAMES[1],
        "wie": "Leidinggevende",
        "gereed": "2026-11-16",
        "besluit": "blijft",
    }
    assert start["einddoel"] == ["eigen_functie_volledig"]
    assert (start["evaluatie_ritme"], start["casemanager"]["naam"]) == ("2_weken", "Noor Blom")
    assert start["opbouw"] == {"soort": "opbouwschema", "versie": "1", "datum": "2026-11-13"}
    assert {carried[key] for key in ("einddoel", "casemanager")} == {"plan_van_aanpak"}
    assert "aanleiding" not in start and "activiteiten_nieuw" not in start


def looked_back(name: str, done: str, day: str = "2026-12-11") -> dict[str, Any]:
    """An evaluation that answers one agreement."""
    return {"datum": day, "bijstelling": True, "activiteiten": [{"activiteit": name, "uitgevoerd": done}]}


@pytest.mark.parametrize(("done", "suggested"), [("nee", None), ("gewijzigd", None), ("deels", "blijft")])
def test_what_was_not_kept_is_left_open(done: str, suggested: str | None) -> None:
    there = around(TODAY, history={"evaluatie": (looked_back(NAMES[0], done),)})
    rows = FLOW.start(there)[0]["activiteiten_vervallen"]
    assert rows[0]["activiteit"] == NAMES[0] and rows[0].get("besluit") == suggested
    assert {row.get("besluit") for row in rows[1:]} == {"blijft"}
    open_places = [place for place in PAPER.stops(there, activiteiten_vervallen=rows) if place.endswith("besluit")]
    assert open_places == ([] if suggested else ["activiteiten_vervallen[0].besluit"])


def test_an_evaluation_of_before_the_last_adjustment_leaves_nothing_open() -> None:
    adjusted = {"datum": "2026-12-12", "activiteiten_nieuw": [row("Vaste plek")]}
    there = around(TODAY, history={"evaluatie": (looked_back(NAMES[0], "nee"),), BPVA: (adjusted,)})
    assert {one.get("besluit") for one in FLOW.start(there)[0]["activiteiten_vervallen"]} == {"blijft"}


def test_what_got_ready_since_the_plan_is_listed_once_and_can_be_taken_up_again() -> None:
    held = looked_back(NAMES[1], "ja")
    there = around(TODAY, history={"evaluatie": (held,)})
    rows = FLOW.start(there)[0]["activiteiten_vervallen"]
    assert {one["activiteit"]: one["besluit"] for one in rows}[NAMES[1]] == "gereed"
    assert len(rows) == len(PLAN["activiteiten"])
    told = {"datum": "2026-12-14", "activiteiten_vervallen": rows}
    later = around(date(2026, 12, 20), history={"evaluatie": (held,), BPVA: (told,)})
    assert NAMES[1] not in [one["activiteit"] for one in FLOW.start(later)[0]["activiteiten_vervallen"]]
    stays = {**told, "activiteiten_vervallen": [{**one, "besluit": "blijft"} for one in rows]}
    again = around(date(2026, 12, 20), history={"evaluatie": (held,), BPVA: (stays,)})
    assert NAMES[1] in [one["a_activiteit"] for one in plan_now(again).running]


def test_a_second_adjustment_starts_from_the_first() -> None:
    first = {**FILLED, "einddoel": ["andere_werkgever"], "activiteiten_vervallen": ended(NAMES[1], "gereed")}
    later = around(date(2027, 1, 8), history={BPVA: (first,)})
    start, carried = FLOW.start(later)
    assert (start["einddoel"], carried["einddoel"]) == (["andere_werkgever"], BPVA)
    names = [one["activiteit"] for one in start["activiteiten_vervallen"]]
    assert NAMES[1] not in names and "Vaste plek bij het raam" in names
    assert FLOW.computed({"datum": "2027-01-08"}, later)["nr"] == "2"
    assert FLOW.computed(first, later)["nr"] == "1"


def test_a_row_without_a_party_has_no_word_for_it() -> None:
    plan = {**PLAN, "activiteiten": [row("Zelf", a_wie=""), row("Oud", a_wie="onbekend")]}
    start, _carried = FLOW.start(around(TODAY, history={"plan_van_aanpak": (plan,)}))
    assert [one["wie"] for one in start["activiteiten_vervallen"]] == ["", ""]
    none = around(TODAY, history={"plan_van_aanpak": ({**PLAN, "activiteiten": []},)})
    assert "activiteiten_vervallen" not in FLOW.start(none)[0]
    assert not PAPER.asked("activiteiten_vervallen", none, activiteiten_vervallen=None)


def test_after_a_talk_its_agreements_stand_there_with_their_source() -> None:
    start, carried = FLOW.start(around(TODAY, history={"gesprek": (TALK,)}))
    (agreed,) = start["activiteiten_nieuw"]
    assert (agreed["a_activiteit"], agreed["a_wie"], agreed["a_herkomst"]) == (
        "Vaste plek bij het raam",
        "leidinggevende",
        "Gesprek van 11-12-2026",
    )
    assert carried["activiteiten_nieuw"] == "gesprek"
    assert start["aanleiding"] == "evaluatie"


def test_after_an_evaluation_its_agreements_stand_there_too() -> None:
    said = {"datum": "2026-12-12", "bijstelling": True, "nieuwe_afspraken": [row("Deur dicht")]}
    start, carried = FLOW.start(around(TODAY, history={"gesprek": (TALK,), "evaluatie": (said,)}))
    assert [one["a_activiteit"] for one in start["activiteiten_nieuw"]] == ["Vaste plek bij het raam", "Deur dicht"]
    assert carried["activiteiten_nieuw"] == "evaluatie"


def test_the_cause_follows_the_newest_paper_after_the_plan() -> None:
    assert suggested_cause(around(TODAY)) is None
    assert suggested_cause(around(TODAY, history={"gesprek": ({**TALK, "soort": "nazorg"},)})) is None
    advised = {**ADVICE, "datum_document": "2026-12-09"}
    assert suggested_cause(around(TODAY, history={BPA: (advised,)})) == "advies_bedrijfsarts"
    assert suggested_cause(Context(TODAY)) is None


@pytest.mark.parametrize(
    ("cause", "day"),
    [
        ("evaluatie", "2026-12-11"),
        ("advies_bedrijfsarts", "2026-12-09"),
        ("ander_einddoel", "2026-12-09"),
        ("arbeidsdeskundig_onderzoek", "2026-12-01"),
        ("deskundigenoordeel", "2026-12-02"),
        ("start_spoor_2", "2026-12-03"),
        ("werk_veranderd", None),
    ],
)
def test_the_paper_below_it_gives_its_date(cause: str, day: str | None) -> None:
    there = around(
        TODAY,
        history={"gesprek": (TALK,), BPA: ({**ADVICE, "datum_document": "2026-12-09"},)},
        arbeidsdeskundig_onderzoek={"datum": "2026-12-01"},
        deskundigenoordeel={"uitslag_datum": "2026-12-02"},
        spoor2_start={"van": "2026-12-03"},
    )
    full = FLOW.computed(PAPER.with_start(aanleiding=cause, bron_datum=None), there)
    assert full.get("bron_datum") == day
    assert PAPER.asked("bron_datum", aanleiding=cause) is (day is not None)


def test_a_paper_that_came_later_is_not_below_it() -> None:
    there = around(TODAY, history={"gesprek": (TALK,)})
    full = FLOW.computed({"datum": "2026-12-01", "aanleiding": "evaluatie"}, there)
    assert full.get("bron_datum") is None
    assert PAPER.stops(bron_datum=None) == ["bron_datum"]
    assert PAPER.stops(bron_datum=None, aanleiding="deskundigenoordeel") == []


# --- the difference -------------------------------------------------------------------------------------------------


def test_the_difference_with_the_plan_is_told() -> None:
    rows = difference(
        einddoel=["andere_werkgever"],
        activiteiten_vervallen=[
            one if one["activiteit"] != NAMES[1] else {**one, "besluit": "gereed"}
            for one in ended(NAMES[2], reden="Staat er al")
        ],
        activiteiten_nieuw=[
            row("Vaste plek bij het raam"),
            {**PLAN["activiteiten"][0], "a_gereed": "2027-02-01"},
            row("Elke dag kort", a_vervangt=[NAMES[6]], a_cat="7F"),
        ],
    )
    told = [(one["verschil"], one["wat"], one["wordt"]) for one in rows]
    assert told[:2] == [
        ("gewijzigd", "Einddoel", "(Gedeeltelijke) werkhervatting bij een andere werkgever"),
        ("gewijzigd", NAMES[0], "Gereed op: 01-02-2027"),
    ]
    assert ("vervallen", NAMES[1], "Gereed") in told
    assert ("vervallen", NAMES[2], "Staat er al") in told
    assert next(one for one in told if one[0] == "nieuw")[1] == "Vaste plek bij het raam"
    changed = next(one for one in rows if one["wat"] == NAMES[6])
    assert changed["verschil"] == "gewijzigd" and "Activiteit: Elke dag kort" in changed["wordt"]
    assert PAPER.asked("verschil")


def test_nothing_changed_shows_no_difference() -> None:
    assert difference(activiteiten_nieuw=None) is None
    assert not PAPER.asked("verschil", activiteiten_nieuw=None)
    assert difference(activiteiten_vervallen="x", activiteiten_nieuw=None) is None


def test_a_new_agreement_can_name_what_it_comes_in_the_place_of() -> None:
    table = next(field for field in FLOW.fields if field.key == "activiteiten_nieuw")
    column = next(one for one in table.columns if one.key == "a_vervangt")  # type: ignore[attr-defined]
    assert [option.value for option in column.options_for({"datum": "2026-12-14"}, PAPER.context)] == NAMES


# --- rules ----------------------------------------------------------------------------------------------------------


def test_there_is_a_finished_plan_first() -> None:
    none = around(TODAY, history={"plan_van_aanpak": ()})
    assert PAPER.at("datum", none) == [
        (Level.BLOCK, "Er is nog geen plan van aanpak om bij te stellen. Maak dat eerst.")
    ]
    draft = around(TODAY, history={"plan_van_aanpak": ()}, plan_van_aanpak=PLAN)
    (finding,) = [one for one in PAPER.found(draft) if one.field == "datum"]
    assert (finding.level, finding.opens) == (Level.BLOCK, "plan_van_aanpak")


def test_it_is_not_before_the_plan_and_not_in_the_future() -> None:
    early = PAPER.at("datum", datum="2026-11-12", bron_datum="2026-11-12")
    assert early == [(Level.BLOCK, "Deze dag ligt voor de datum van het plan van aanpak.")]
    late = PAPER.at("datum", datum="2026-12-15")
    assert late == [(Level.WARN, "Deze dag moet nog komen. Klopt de datum?")]
    assert PAPER.stops(datum="") == ["datum"]


def test_it_is_in_time_after_the_paper_below_it() -> None:
    ((level, sentence),) = PAPER.at("datum", bron_datum="2026-11-29")
    assert level is Level.HINT and "13 december" in sentence
    assert PAPER.at("bron_datum", bron_datum="2026-12-15")[0][0] is Level.WARN


def test_something_changes_or_it_is_an_evaluation() -> None:
    assert PAPER.stops(activiteiten_nieuw=None) == ["activiteiten_nieuw"]
    same = PAPER.at("activiteiten_nieuw", activiteiten_nieuw=[PLAN["activiteiten"][0]])
    assert same[0][0] is Level.BLOCK and "evaluatie" in same[0][1]
    nothing = PAPER.at("geen_nieuw", activiteiten_nieuw=None, geen_nieuw=True)
    assert nothing[0][0] is Level.BLOCK
    both = PAPER.at("geen_nieuw", geen_nieuw=True)
    assert both[0][0] is Level.BLOCK and "vinkje" in both[0][1]
    only = {"activiteiten_nieuw": None, "geen_nieuw": True, "activiteiten_vervallen": ended(NAMES[1], "gereed")}
    assert PAPER.stops(**only) == []
    assert not PAPER.asked("activiteiten_nieuw", **only)
    assert PAPER.asked("geen_nieuw", **only) and not PAPER.asked("geen_nieuw")


def test_what_is_dropped_says_why() -> None:
    index = NAMES.index(NAMES[2])
    assert PAPER.stops(activiteiten_vervallen=ended(NAMES[2])) == [f"activiteiten_vervallen[{index}].reden"]
    assert PAPER.stops(activiteiten_vervallen=ended(NAMES[2], "gereed")) == []


def test_what_stops_is_not_replaced_too() -> None:
    place = "activiteiten_nieuw[0].a_activiteit"
    instead = [row("Anders", a_vervangt=[NAMES[2]])]
    assert (
        PAPER.at(place, activiteiten_vervallen=ended(NAMES[2], "gereed"), activiteiten_nieuw=instead)[0][0]
        is Level.HINT
    )
    assert PAPER.at(place, activiteiten_vervallen=ended(NAMES[2], "blijft"), activiteiten_nieuw=instead) == []
    again = [row(NAMES[2], a_gereed="2027-03-01")]
    assert (
        PAPER.at(place, activiteiten_vervallen=ended(NAMES[2], "gereed"), activiteiten_nieuw=again)[0][0] is Level.HINT
    )


def test_the_rules_of_the_plan_hold_for_new_agreements() -> None:
    backwards = [row("Boeken", a_gereed="2026-12-01")]
    assert PAPER.stops(activiteiten_nieuw=backwards) == ["activiteiten_nieuw[0].a_gereed"]
    much = [row("30 uur per week", a_cat="7E", a_start="2026-12-14", a_gereed="2027-01-08")]
    (level, sentence) = PAPER.at("activiteiten_nieuw[0].a_activiteit", activiteiten_nieuw=much)[0]
    assert level is Level.BLOCK and "advies van 10 november" in sentence


def test_the_next_evaluation_comes_in_time() -> None:
    assert PAPER.at("evaluatie_eerste", evaluatie_eerste="2026-12-13")[0][0] is Level.BLOCK
    ((level, sentence),) = PAPER.at("evaluatie_eerste", evaluatie_eerste="2027-01-26")
    assert (level, sentence) == (Level.BLOCK, "Plan de volgende evaluatie uiterlijk op ma 25 januari 2027.")
    assert PAPER.at("evaluatie_eerste", evaluatie_eerste="2027-01-25") == []


def schedule(hours: str) -> dict[str, Any]:
    known = PAPER.context.papers["opbouwschema"]
    return {**known, "fasen": [{**phase, "uren_dag": hours} for phase in known["fasen"]]}


LOWER = around(TODAY, history={"opbouwschema": (schedule("4"), schedule("2"))})


def test_fewer_hours_rest_on_the_work_or_an_advice() -> None:
    assert hours_lowered(PAPER.with_start(), LOWER)
    assert not hours_lowered(PAPER.with_start(opbouw=None), LOWER)
    assert not hours_lowered({}, LOWER)
    assert not hours_lowered(PAPER.with_start(), around(TODAY))
    raised = around(TODAY, history={"opbouwschema": (schedule("2"), schedule("4"))})
    assert not hours_lowered(PAPER.with_start(), raised)
    assert PAPER.at("aanleiding", LOWER, aanleiding="opbouw_gaat_sneller")[0][0] is Level.BLOCK
    assert PAPER.at("aanleiding", LOWER, aanleiding="verzoek_werknemer")[0][0] is Level.WARN
    assert PAPER.at("aanleiding", LOWER) == []


def test_after_fewer_hours_you_look_again_soon() -> None:
    ((level, sentence),) = PAPER.at("evaluatie_eerste", LOWER, evaluatie_eerste="2026-12-29")
    assert level is Level.WARN and "28 december" in sentence
    assert PAPER.at("evaluatie_eerste", LOWER, evaluatie_eerste="2026-12-28") == []


def test_a_build_up_that_goes_otherwise_has_its_schedule() -> None:
    assert PAPER.stops(aanleiding="opbouw_gaat_langzamer", opbouw=None) == ["opbouw"]
    assert PAPER.stops(opbouw=None) == []
    assert PAPER.stops(opbouw={"soort": "opbouwschema", "versie": "", "datum": ""}) == ["opbouw"]


def test_signatures_refusal_and_copies_are_those_of_the_plan() -> None:
    signed = {"naam": "N. Blom", "datum": "", "status": "getekend"}
    assert PAPER.stops(hand_wg=signed) == ["hand_wg"]
    early = {**signed, "datum": "2026-12-13"}
    assert PAPER.at("hand_wg", hand_wg=early)[0][0] is Level.WARN
    refused = {"naam": "J. van Houten", "datum": "2026-12-14", "status": "geweigerd"}
    assert PAPER.stops(hand_wn=refused) == ["weigering"]
    assert PAPER.stops(hand_wn=refused, weigering="Ik wil liever wachten.") == []
    assert PAPER.at("kopie_aan", kopie_aan=["werknemer"])[0][0] is Level.WARN


def test_tasks_are_asked_with_a_profile_only() -> None:
    assert PAPER.asked("taken")
    assert not PAPER.asked("taken", around(TODAY, taakprofiel=None))
