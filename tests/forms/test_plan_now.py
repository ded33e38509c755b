"""The plan as it stands: the first plan, what evaluations said, every adjustment, each on its own day."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.forms.compare import compare, same_name
from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.plan_now import (
    ADJUSTMENT,
    EVALUATION,
    LISTS,
    Outcome,
    Plan,
    after_adjustment,
    after_evaluation,
    plan_now,
    waiting_for_plan,
    who_is,
)
from tests.forms.plan_papers import MADE, NAMES, PLAN, around, row

TODAY = date(2027, 1, 20)


def evaluated(day: str, **more: Any) -> dict[str, Any]:
    return {"soort": "periodiek", "datum": day, **more}


def adjusted(day: str, **more: Any) -> dict[str, Any]:
    return {"datum": day, **more}


def states(plan: Plan) -> dict[str, str]:
    return {one["a_activiteit"]: one["a_status"] for one in plan.agreements}


def test_without_a_plan_there_is_nothing() -> None:
    plan = plan_now(Context(TODAY))
    assert (plan, plan.running, plan.form) == (Plan(), [], "")


def test_the_first_plan_stands_as_it_was_made() -> None:
    plan = plan_now(around(TODAY))
    assert (plan.day, plan.form, plan.adjustments) == (MADE, "plan_van_aanpak", 0)
    assert [one["a_activiteit"] for one in plan.running] == NAMES
    assert plan.answers["casemanager"]["naam"] == "Noor Blom"
    assert plan.answers["taken"] == ["Start"]


def test_a_draft_counts_only_while_no_plan_is_finished() -> None:
    draft = around(TODAY, history={"plan_van_aanpak": ()}, plan_van_aanpak={"activiteiten": [row("Kladje")]})
    assert [one["a_activiteit"] for one in plan_now(draft).running] == ["Kladje"]
    assert plan_now(draft).day is None
    later = around(TODAY, plan_van_aanpak={"activiteiten": [row("Kladje")]})
    assert [one["a_activiteit"] for one in plan_now(later).running] == NAMES


def test_a_later_version_of_the_plan_is_the_plan() -> None:
    second = {**PLAN, "opgesteld_op": "2026-12-20", "activiteiten": [row("Iets nieuws")]}
    before = adjusted("2026-12-01", activiteiten_nieuw=[row("Tussendoor")])
    there = around(TODAY, history={"plan_van_aanpak": (PLAN, second), ADJUSTMENT: (before,)})
    assert [one["a_activiteit"] for one in plan_now(there).running] == ["Iets nieuws"]
    assert plan_now(there).adjustments == 1
    corrected = around(TODAY, history={"plan_van_aanpak": (PLAN, PLAN), ADJUSTMENT: (before,)})
    assert [one["a_activiteit"] for one in plan_now(corrected).running] == [*NAMES, "Tussendoor"]


# --- evaluations ----------------------------------------------------------------------------------------------------


def test_an_evaluation_closes_what_is_done_and_over() -> None:
    said = [
        {"activiteit": NAMES[1], "uitgevoerd": "ja", "resultaat": "Hangt"},
        {"activiteit": NAMES[0], "uitgevoerd": "ja"},
        {"activiteit": NAMES[2], "uitgevoerd": "deels"},
        {"activiteit": NAMES[3]},
        {"activiteit": "Een ander", "uitgevoerd": "nee"},
    ]
    there = around(TODAY, history={EVALUATION: (evaluated("2026-12-11", activiteiten=said, volgende="2027-01-08"),)})
    plan = plan_now(there)
    assert (
        states(plan)
        == {
            NAMES[0]: "loopt",  # done so far: it lasts until after the evaluation
            NAMES[1]: "gereed",
            NAMES[2]: "loopt",
            **dict.fromkeys(NAMES[3:], "open"),
        }
    )
    assert plan.outcome({"a_activiteit": f"{NAMES[1]}."}) == Outcome("ja", "Hangt", date(2026, 12, 11))
    assert plan.outcome({"a_activiteit": NAMES[3]}) is None
    assert plan.answers["evaluatie_eerste"] == "2027-01-08"
    assert plan.form == "plan_van_aanpak"


def test_what_is_closed_stays_closed() -> None:
    plan = Plan({"activiteiten": [row("Weg", a_status="vervallen"), row("Loos", a_gereed="")]})
    said = [{"activiteit": name, "uitgevoerd": "ja"} for name in ("Weg", "Loos")]
    assert states(after_evaluation(plan, {"activiteiten": said})) == {"Weg": "vervallen", "Loos": "loopt"}


@pytest.mark.parametrize(("adjusts", "stands"), [(True, False), (False, True), (None, True)])
def test_agreements_of_an_evaluation_wait_for_the_adjustment_it_asks(adjusts: bool | None, stands: bool) -> None:
    new = [row("Deur dicht"), row(NAMES[0]), {"a_doel": "zonder naam"}]
    there = around(TODAY, history={EVALUATION: (evaluated("2026-12-11", nieuwe_afspraken=new, bijstelling=adjusts),)})
    names = [one["a_activiteit"] for one in plan_now(there).running]
    assert ("Deur dicht" in names) is stands
    assert names.count(NAMES[0]) == 1
    waiting = waiting_for_plan(there)
    assert [one.row["a_activiteit"] for one in waiting] == ([] if stands else ["Deur dicht"])
    assert all(one.row["a_herkomst"] == "Evaluatie van 11-12-2026" and one.form == EVALUATION for one in waiting)


def test_a_talk_closes_what_was_kept_and_is_over() -> None:
    looked_back = [
        {"afspraak": f"{NAMES[1]} (leidinggevende, 16-11-2026)", "nagekomen": "ja"},
        {"afspraak": f"{NAMES[2]} (werkgever, 16-11-2026)", "nagekomen": "deels"},
        {"afspraak": NAMES[4], "nagekomen": "ja"},
        {"afspraak": "Een ander", "nagekomen": "ja"},
    ]
    talked = {"soort": "weekcontact", "datum": "2026-12-01T10:00", "afspraken_oud": looked_back}
    plan = plan_now(around(TODAY, history={"gesprek": (talked,)}))
    assert states(plan) == {name: "gereed" if name == NAMES[1] else "open" for name in NAMES}
    undated = plan_now(around(TODAY, history={"gesprek": ({**talked, "datum": ""},)}))
    assert states(undated) == dict.fromkeys(NAMES, "open")


# --- adjustments ----------------------------------------------------------------------------------------------------


def test_an_adjustment_ends_changes_and_adds() -> None:
    ended = [
        {"activiteit": NAMES[1], "besluit": "gereed"},
        {"activiteit": NAMES[2], "besluit": "vervalt", "reden": "Staat er al"},
        {"activiteit": NAMES[3], "besluit": "blijft"},
        {"activiteit": NAMES[4]},
    ]
    new = [
        row(NAMES[0], a_gereed="2027-02-01"),
        row("Elke dag kort", a_vervangt=[NAMES[6]]),
        row("Nieuw werk"),
    ]
    paper = adjusted(
        "2026-12-14",
        activiteiten_vervallen=ended,
        activiteiten_nieuw=new,
        einddoel=["andere_werkgever"],
        evaluatie_eerste="2026-12-28",
        taken=["Halve dagen"],
        begeleiding=["coach"],
    )
    plan = plan_now(around(TODAY, history={ADJUSTMENT: (paper,)}))
    assert states(plan) == {
        NAMES[0]: "open",
        NAMES[1]: "gereed",
        NAMES[2]: "vervallen",
        **dict.fromkeys(NAMES[3:6], "open"),
        "Elke dag kort": "open",
        "Nieuw werk": "open",
    }
    assert next(one for one in plan.agreements if one["a_activiteit"] == NAMES[2])["a_reden"] == "Staat er al"
    assert plan.running[0]["a_gereed"] == "2027-02-01"
    assert (plan.day, plan.form, plan.adjustments) == (date(2026, 12, 14), ADJUSTMENT, 1)
    assert {key: plan.answers[key] for key in ("einddoel", "taken", "begeleiding", "evaluatie_ritme")} == {
        "einddoel": ["andere_werkgever"],
        "taken": ["Halve dagen"],
        "begeleiding": ["coach"],
        "evaluatie_ritme": "2_weken",
    }


def test_an_agreement_that_ended_before_comes_back_as_a_new_one() -> None:
    plan = Plan({"activiteiten": [row("Boeken", a_status="gereed")]}, MADE)
    again = after_adjustment(plan, {"activiteiten_nieuw": [row("Boeken")]})
    assert [one["a_status"] for one in again.agreements] == ["gereed", "open"]
    assert again.day == MADE
    still = after_adjustment(plan, {"activiteiten_vervallen": [{"activiteit": "Boeken", "besluit": "vervalt"}]})
    assert [one["a_status"] for one in still.agreements] == ["gereed"]


def test_on_one_day_the_evaluation_comes_before_the_adjustment() -> None:
    said = evaluated("2026-12-14", activiteiten=[{"activiteit": NAMES[1], "uitgevoerd": "ja"}])
    paper = adjusted("2026-12-14", activiteiten_nieuw=[row("Nieuw werk")])
    there = around(TODAY, history={EVALUATION: (said,), ADJUSTMENT: (paper,)})
    day = date(2026, 12, 14)
    assert states(plan_now(there, until=day, form=EVALUATION))[NAMES[1]] == "open"
    seen = plan_now(there, until=day, form=ADJUSTMENT)
    assert states(seen)[NAMES[1]] == "gereed"
    assert "Nieuw werk" not in states(seen)
    assert "Nieuw werk" in states(plan_now(there, until=day))
    assert plan_now(there, until=date(2026, 11, 1)).form == ""


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(["blijft", "gereed", "vervalt"])), max_size=6),
    st.lists(
        st.tuples(st.sampled_from([*NAMES, "Nieuw", "Anders"]), st.lists(st.sampled_from(NAMES), max_size=1)),
        max_size=3,
        unique_by=lambda one: one[0],
    ),
)
def test_an_adjustment_never_loses_an_agreement(ended: list[tuple[str, str]], new: list[tuple[str, list[str]]]) -> None:
    before = plan_now(around(TODAY))
    paper = {
        "activiteiten_vervallen": [{"activiteit": name, "besluit": what} for name, what in ended],
        "activiteiten_nieuw": [row(name, a_vervangt=instead) for name, instead in new],
    }
    after = after_adjustment(before, paper)
    assert len(after.agreements) >= len(before.agreements)
    assert {name for name, _instead in new} <= {one["a_activiteit"] for one in after.running}
    differs = compare(before.as_compared(), after.as_compared(), LISTS)
    touched = {same_name(name) for name, what in ended if what != "blijft"} | {same_name(name) for name, _i in new}
    touched |= {same_name(name) for _name, instead in new for name in instead}
    named = {same_name(one["a_activiteit"]) for change in differs for one in (change.was, change.becomes) if one}
    assert named <= touched


# --- what waits for the plan ----------------------------------------------------------------------------------------


def talk(day: str, *agreed: dict[str, Any]) -> dict[str, Any]:
    return {"soort": "zesweken_evaluatie", "datum": day, "afspraken_nieuw": list(agreed)}


def test_agreements_of_a_talk_that_belong_to_the_plan_wait_for_it() -> None:
    first = talk(
        "2026-12-08T10:00",
        {"wat": "Vaste plek", "wie": "Femke", "wanneer": "2026-12-14", "hoort_bij_plan": True},
        {"wat": "Bellen", "wie": "Noor", "hoort_bij_plan": False},
        {"wat": NAMES[0], "wie": "Jasper", "hoort_bij_plan": True},
    )
    second = talk("2026-12-15T10:00", {"wat": "Vaste plek.", "hoort_bij_plan": True})
    early = talk("2026-11-13T10:00", {"wat": "Al in het plan verwerkt", "hoort_bij_plan": True})
    undated = talk("", {"wat": "Zonder dag", "hoort_bij_plan": True})
    there = around(TODAY, history={"gesprek": (early, first, second, undated)})
    (waiting,) = waiting_for_plan(there)
    assert waiting.row == {
        "a_activiteit": "Vaste plek",
        "a_wie": "leidinggevende",
        "a_start": "2026-12-08",
        "a_gereed": "2026-12-14",
        "a_status": "open",
        "a_herkomst": "Gesprek van 08-12-2026",
    }
    assert waiting_for_plan(there, until=date(2026, 12, 1)) == []
    done = adjusted("2026-12-10", activiteiten_nieuw=[row("Iets anders")])
    assert waiting_for_plan(around(TODAY, history={"gesprek": (first,), ADJUSTMENT: (done,)})) == []


def test_without_a_plan_everything_waits() -> None:
    there = around(
        TODAY,
        history={"plan_van_aanpak": (), "gesprek": (talk("2026-11-01", {"wat": "X", "hoort_bij_plan": True}),)},
    )
    assert [one.row["a_activiteit"] for one in waiting_for_plan(there)] == ["X"]


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("Jasper", "werknemer"),
        ("Houten", "werknemer"),
        ("Jasper van Houten", "werknemer"),
        ("Femke", "leidinggevende"),
        ("femke raad", "leidinggevende"),
        ("Noor Blom", "werkgever"),
        ("L. Winter", "bedrijfsarts"),
        ("casemanager", "casemanager"),
        ("De ploeg", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_a_name_stands_for_a_party(name: str | None, party: str) -> None:
    assert who_is(name, around(TODAY)) == party


def test_a_supervisor_may_be_a_name_only_and_people_may_be_unknown() -> None:
    there = around(TODAY, werknemer={"leidinggevende": "Wim Ooms"}, werkgever=None)
    assert who_is("Wim", there) == "leidinggevende"
    assert who_is("Noor", there) == ""
