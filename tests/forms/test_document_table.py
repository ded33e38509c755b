"""Every paper stands in one table, under the key of the command line, and opens when the case is ready for it."""

from collections import Counter
from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.domain.clock import CaseClock, case_clocks
from reintegratie_desktop.domain.facts import CaseFacts
from reintegratie_desktop.domain.milestone_rules import RULES
from reintegratie_desktop.forms.document_chance import Chance, SoFar
from reintegratie_desktop.forms.document_table import (
    DOCUMENTS,
    GROUP_TITLES,
    Document,
    Group,
    built_documents,
    document,
    document_of_step,
    is_built,
)
from reintegratie_desktop.forms.fields import Signature
from reintegratie_desktop.forms.flow import Scope
from reintegratie_desktop.forms.flows import all_flows, flow
from reintegratie_desktop.law.book import load_law

KEYS = [
    "ziekmelding", "melding_arbodienst", "probleemanalyse", "bijstelling_probleemanalyse", "taakprofiel",
    "plan_van_aanpak", "bijstelling_plan_van_aanpak", "gesprek", "contactplan", "opbouwschema", "evaluatie",
    "uwv_42e_week", "spoor1_onderzoek", "spoor2_start", "zoekprofiel", "voortgangsrapportage",
    "werkervaringsplaats", "actueel_oordeel", "eindevaluatie", "re_integratieverslag", "oordeel_werknemer",
    "medische_informatie_overdracht", "deskundigenoordeel", "arbeidsdeskundig_onderzoek", "participatieverzoek",
    "ziek_uit_dienst", "herstelmelding", "brief_uitnodiging", "brief_oproep", "brief_bevestiging_afspraken",
    "brief_waarschuwing", "brief_loonopschorting", "brief_loonstop", "brief_instemming_or", "brief_regres",
    "brief_wia_aanvraag", "nazorgplan", "logboek",
]  # fmt: skip
FIRST = date(2026, 2, 2)


def clock(today: date = FIRST, **facts: Any) -> CaseClock:
    data = {"perioden": [{"ziek_vanaf": FIRST.isoformat(), "hersteld_per": None}], **facts}
    return case_clocks(CaseFacts.from_dict(data), today)[-1]


def so_far(today: date = FIRST, *, facts: dict[str, Any] | None = None, **known: Any) -> SoFar:
    return SoFar(today=today, clock=clock(today, **(facts or {})), **known)


def opens(key: str, known: SoFar) -> bool:
    return document(key).opens(known).is_open(known.today)


def test_the_table_holds_the_kinds_of_the_command_line_in_their_order() -> None:
    assert [one.key for one in DOCUMENTS] == KEYS


def test_every_declared_paper_stands_in_the_table_and_the_other_way_round() -> None:
    papers = [form for form in all_flows() if form.scope in (Scope.CASE, Scope.JOURNAL)]
    assert {form.key for form in papers} == {one.key for one in DOCUMENTS}
    assert built_documents() == DOCUMENTS
    assert {form.key: form.code for form in papers} == {one.key: one.code for one in DOCUMENTS}
    assert not is_built("brief_aan_de_koning")


@pytest.mark.parametrize("paper", DOCUMENTS, ids=lambda paper: paper.key)
def test_what_a_row_names_is_there(paper: Document) -> None:
    steps = [name for name in (paper.step, paper.before, paper.due.step if paper.due else "") if name]
    assert set(steps) <= set(RULES)
    for asks, term in paper.due.after if paper.due is not None else ():
        assert document(asks)
        assert load_law().on(FIRST).days(term) > 0
    assert paper.asked is None or paper.before
    assert not (paper.at_the_end and (paper.step or paper.before))
    assert paper.done_by == () or paper.step
    assert {*paper.done_by} <= {field.key for field in flow(paper.key).fields}
    assert not (paper.step and paper.before)
    assert paper.line.endswith(".") and len(paper.line) < 80


@pytest.mark.parametrize("paper", DOCUMENTS, ids=lambda paper: paper.key)
def test_a_paper_with_a_place_to_sign_says_who_signs(paper: Document) -> None:
    assert paper.signs or not any(isinstance(field, Signature) for field in flow(paper.key).fields)


def test_no_step_belongs_to_two_papers() -> None:
    counts = Counter(one.step for one in DOCUMENTS if one.step)
    assert set(counts.values()) == {1}
    assert {document_of_step(one.step) for one in DOCUMENTS if one.step and one.step != "evaluatie"} == {
        one for one in DOCUMENTS if one.step and one.step != "evaluatie"
    }


def test_the_numbered_evaluations_and_that_of_the_year_share_a_paper() -> None:
    for step in ("evaluatie_1", "evaluatie_16", "eerstejaarsevaluatie", "evaluatie"):
        assert document_of_step(step) is document("evaluatie")
    assert document_of_step("einde_loondoorbetaling") is None
    with pytest.raises(KeyError):
        document("onbekend")


def test_every_group_has_a_title_and_papers() -> None:
    assert set(GROUP_TITLES) == set(Group) == {one.group for one in DOCUMENTS}


def test_before_the_sick_report_is_finished_only_that_one_opens() -> None:
    known = so_far(reported=False, facts={"einde_dienstverband": "2026-12-31"}, regres="ja", or_vorm="or")
    assert [one.key for one in DOCUMENTS if one.opens(known).is_open(known.today)] == ["ziekmelding"]
    assert {one.opens(known).reason for one in DOCUMENTS if one.key != "ziekmelding"} == {
        "Maak eerst de ziekmelding af."
    }


def test_what_follows_another_paper_waits_for_it() -> None:
    bare = so_far()
    for key, first in (
        ("bijstelling_probleemanalyse", "probleemanalyse"),
        ("bijstelling_plan_van_aanpak", "plan_van_aanpak"),
        ("evaluatie", "plan_van_aanpak"),
        ("zoekprofiel", "spoor2_start"),
    ):
        assert not opens(key, bare)
        assert document(key).opens(bare).day is None
        assert opens(key, so_far(made={first: (FIRST,)}))


def test_the_report_to_uwv_opens_on_the_first_day_of_its_window() -> None:
    window = clock().milestone("uwv_42e_week").venster_van
    assert window is not None
    assert not opens("uwv_42e_week", so_far(date.fromordinal(window.toordinal() - 1)))
    assert opens("uwv_42e_week", so_far(window))
    assert document("uwv_42e_week").opens(so_far()) == Chance(window, "Kan vanaf {dag}.")


def test_the_papers_of_the_end_open_with_the_last_opinion_or_when_the_contract_ends() -> None:
    window = clock().milestone("actueel_oordeel").venster_van
    assert window is not None
    for key in ("actueel_oordeel", "eindevaluatie", "re_integratieverslag", "brief_wia_aanvraag"):
        assert not opens(key, so_far())
        assert opens(key, so_far(window))
        assert opens(key, so_far(facts={"einde_dienstverband": "2026-06-30"}))


def test_a_case_without_a_wachttijd_never_asks_for_the_papers_of_the_end() -> None:
    known = so_far(facts={"aow_gerechtigd": True})
    assert document("eindevaluatie").opens(known) == Chance(None, "In dit dossier is dit niet nodig.")
    assert known.step("eindevaluatie") is None


def test_a_step_that_waits_is_no_step() -> None:
    advice = [{"op": "2026-03-01", "mogelijkheden": False}]
    known = so_far(date(2026, 3, 2), facts={"gedaan": {"probleemanalyse": "2026-03-01"}, "adviezen": advice})
    assert known.step("plan_van_aanpak") is None
    assert known.step("probleemanalyse") is not None


@pytest.mark.parametrize("key", ["participatieverzoek", "ziek_uit_dienst"])
def test_the_end_of_a_contract_opens_its_papers(key: str) -> None:
    assert "contract afloopt" in document(key).opens(so_far()).reason
    assert opens(key, so_far(facts={"einde_dienstverband": "2026-06-30"}))


@pytest.mark.parametrize(("form", "may"), [("or", True), ("pvt", True), ("personeelsvergadering", False), ("", False)])
def test_only_a_council_is_asked_for_its_consent(form: str, may: bool) -> None:
    assert opens("brief_instemming_or", so_far(or_vorm=form)) is may


@pytest.mark.parametrize(("answer", "may"), [("ja", True), ("onbekend", True), ("nee", False), ("", False)])
def test_a_claim_needs_somebody_who_may_be_liable(answer: str, may: bool) -> None:
    assert opens("brief_regres", so_far(regres=answer)) is may


def test_nazorg_opens_when_somebody_is_back_or_comes_back() -> None:
    assert not opens("nazorgplan", so_far())
    assert opens("nazorgplan", so_far(recovered_on=FIRST))
    assert opens("nazorgplan", so_far(made={"plan_van_aanpak": (FIRST,)}))
    assert opens("nazorgplan", so_far(made={"herstelmelding": (FIRST,)}))


def test_the_newest_of_several_papers() -> None:
    later = date(2026, 5, 1)
    known = so_far(made={"probleemanalyse": (FIRST,), "bijstelling_probleemanalyse": (FIRST, later)})
    assert known.newest("probleemanalyse", "bijstelling_probleemanalyse") == later
    assert known.newest("evaluatie") is None


def test_only_who_asks_for_them_puts_these_papers_in_the_dossier() -> None:
    asked = {one.key: one.asked for one in DOCUMENTS if one.asked is not None}
    leaving = {"einde_dienstverband": "2026-06-30"}
    cases = {
        "arbeidsdeskundig_onderzoek": (so_far(expert_advised=True), so_far()),
        "brief_regres": (so_far(regres="ja"), so_far(regres="onbekend")),
        "participatieverzoek": (so_far(facts=leaving), so_far(facts={**leaving, "eigenrisicodrager": "zw"})),
    }
    assert {key: (asked[key](yes), asked[key](no)) for key, (yes, no) in cases.items()} == dict.fromkeys(
        asked, (True, False)
    )
    done = {**leaving, "gedaan": {"ziek_uit_dienst_melding": FIRST.isoformat()}}
    assert not asked["participatieverzoek"](so_far(facts=done)), "it was reported already"
    assert not asked["participatieverzoek"](so_far()), "the contract does not end"
