"""Every form holds the fields of the official list, each once, and everything the help and the paper need."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reintegratie_desktop.forms.buildup import WEEKDAYS
from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.fields import (
    Choice,
    Computed,
    Day,
    Field,
    Limited,
    Lines,
    LongText,
    Many,
    Need,
    Note,
    Signature,
    Table,
    Text,
)
from reintegratie_desktop.forms.flow import Flow, Scope
from reintegratie_desktop.forms.flows import CASE_RECORDS, KEYS, all_flows, flow, is_case_record
from reintegratie_desktop.text.guard import find

LIST: dict[str, list[dict[str, str]]] = json.loads(
    (Path(__file__).parent.parent / "bestanden" / "velden.json").read_text(encoding="utf-8")
)
KINDS: dict[str, set[str]] = {
    "tekst": {"text", "long_text"},
    "tekst + contactgegevens": {"person"},
    "tekstlang": {"long_text"},
    "datum": {"day"},
    "datumtijd": {"day_time"},
    "tijd": {"time"},
    "getal": {"number"},
    "pct": {"percent"},
    "bool": {"yes_no", "tick"},
    "vinkje": {"yes_no", "tick"},
    "bedrag": {"amount"},
    "blok": {"text", "long_text"},
    "leestip": {"note"},
    "van-tot": {"text"},
    "verwijzingen": {"lines"},
    "bijlagen": {"lines"},
    "bool + toelichting": {"limited"},
    "keuze": {"choice"},
    "multikeuze": {"many"},
    "tabel": {"table"},
    "lijst": {"lines"},
    "persoon": {"person"},
    "adres": {"address"},
    "7 getallen": {"work_pattern"},
    "verwijzing": {"reference"},
    "bijlage": {"attachment"},
    "handtekening": {"signature"},
    "week": {"day"},
    "berekend": {"text", "day", "number", "percent", "chart_hours"},
}
"""Which kinds can hold a type of the list. A computed field counts as the kind it shows."""

OTHER_KIND: dict[str, str] = {
    "RIV.d8": "the report hangs on the paper of the research; the cover points there and keeps nothing twice",
    "RIV.d10": "the opinion hangs on the paper of the request; the cover points there and keeps nothing twice",
    "L8.voorlopig": "a total that is computed is an amount",
    **dict.fromkeys(
        (
            *(f"DO.b_{name}" for name in ("functie", "aanbod", "ba", "pa", "pva", "ev", "ad", "s2", "corr")),
            "PV.b_pa",
            "PV.b_pva",
        ),
        "the papers are in the case already: they are chosen, not attached again",
    ),
    "PV.b_loon": "a payslip shows the burgerservicenummer: it goes along and is not kept",
}
"""`code.key` of a field that deliberately has another kind, with the reason."""

OTHER_NEED: dict[str, str] = {"EV.waarom": "C"}
"""`code.key` of a field that is needed in fewer cases: a goal that was reached needs no reason."""

EXTRA: dict[str, str] = {
    "PVA.opgesteld_op": "the plan is dated on it, and the two weeks after the advice end on it",
    "PVA.opbouw_uren": "the hours of the schedule stand in the plan they belong to",
    "PVA.dagen_na_advies": "the two weeks after the advice are counted for the reader",
    "PVA.a_reden": "an activity that was dropped says why",
    "PVA.einddoel_reden": "another goal than the advice needs its reason",
    "PVA.contact_afspraken": "the agreements about contact in words, for who makes no separate contact plan",
    "PVA.weigering_aangeboden": "what was offered to an employee who does not sign",
    "OS.grafiek": "the chart of planned and worked hours",
    "OS.evaluatie_gedaan": "no phase begins by itself: a tick that the evaluation was held",
    "OS.therapeutisch_tot": "work without wage value always has an end date",
    "GV.geen_afspraken": "at least one agreement, or this box",
    "GV.vraag_bedrijfsarts": "the question itself, when the company doctor is needed",
    "GV.hand_wg": "who made the report",
    "GV.hand_wn": "the employee has read the report",
    "W42.uren_nu": "UWV asks for the hours besides the yes or no",
    "HM.loonwaarde": "the share itself, when the percentage does not follow from the hours",
    "HM.therapeutisch_tot": "work without wage value always has an end date",
    "HM.telt_door_tot": "the day before which a new report goes on where the weeks stood",
    "ZUD.vk_hand_wn": "the short report is signed by both",
    **dict.fromkeys(
        (f"L{number}.tekst" for number in range(1, 10)),
        "the words of the letter, which can be changed before it is finished",
    ),
    "L1.duur": "the letter says how long the talk takes",
    "L4.afgesproken_op": "the day of the rule or agreement that was broken",
    "L4.gehoord_op": "the day on which the employee was heard, beside what was said",
    "L4.maatregel_vanaf": "the warning names the day from which the measure holds",
    **dict.fromkeys(
        (
            "L4.check_gehoord",
            "L4.check_regel",
            "L4.check_advies",
            "L5.check_gehoord",
            "L5.check_regel",
            "L5.juridisch_advies",
            "L6.check_gehoord",
            "L6.check_aanbod",
            "L6.juridisch_advies",
        ),
        "what is checked before a letter about wage is printed",
    ),
    "L5.nabetaald_op": "the list asks two days in one field: lifted, and paid",
    "L6.grondslag": "the letter names the article of the ground",
    "L6.advies_inhoud": "what the advice says that can be done, beside its day",
    "L8.derde_adres": "where the claim goes",
    "L8.voorval_op": "the day of the event, beside what happened",
    "S1.eigen_werk_op": "own work that comes back later has a day",
    "S1.groep_resultaat": "what came of looking at other sites",
    "S1.hand_wg": "both initial the research",
    "S1.hand_wn": "both initial the research",
    "S2.spoor1_uitkomst": "the reasons of spoor 1 stand in the paper that rests on them",
    "S2.zonder_spoor1": "spoor 2 before spoor 1 was answered needs its reason",
    "S2.reden_te_laat": "a start after the last day needs its reason",
    "S2.instemming_op": "the day of the consent",
    "S2.plan_er": "the decision comes first; the plan of the agency follows as a next version",
    "S2.akkoord_bureau": "the agency signs too",
    "ZP.hand_wn": "the employee agrees with the profile",
    "VR.van": "the period is typed as two days",
    "VR.tot": "the period is typed as two days",
    "VR.eindrapport": "after the last report no other is expected",
    "VR.sollicitaties_aantal": "the count runs from the start; the table holds those of this period",
    "VR.belastbaarheid_anders": "a changed advice is told to bedrijfsarts and agency",
    "VR.geinformeerd": "a changed advice is told to bedrijfsarts and agency",
    "VR.bijstelling_wat": "what has to change in the plan",
    "VR.adviseur": "who made the report",
    "VR.hand_adviseur": "the adviser signs",
    "VR.hand_wg": "the employer has read the report",
    "VR.hand_wn": "the employee has seen the report",
    "WEP.zoekprofiel": "the profile the place belongs to",
    "WEP.uren_hier": "the hours in the own company count for the advice too",
    "WEP.wie_betaalt": "a secondment says who pays",
    "WEP.wie_leidt": "a secondment says who instructs",
    "WEP.resultaat_reden": "why a place ended early",
    "WEP.hand_wn": "three parties sign",
    "WEP.hand_gast": "three parties sign",
    "AD.m_rechtstreeks": "the limits go from the doctor straight to the expert; the employer never holds them",
    "AD.ander_intern_welk": "which other work the report names",
    "AD.overname_reden": "an advice that is not followed has its reason",
    "AD.hand_wg": "the employer signs the assignment",
    "AO.laatste_advies": "the advice before it, to lay beside the opinion of now",
    "AO.einddoel_plan": "the goal of the plan, to lay beside the opinion of now",
    "RIV.ontbreekt": "a part that is not there says why",
    "RIV.geupload_via": "the list asks the day and the way of sending in one field",
    "RIV.hand_wn": "the employee signs the cover for the copy",
    "NZ.grenzen_tot": "no overtime until a day: the day itself",
    "NZ.niet_gewenst": "a check-in is never taken away; the employee may not want it",
    "NZ.hand_wg": "both have seen the plan",
    "NZ.hand_wn": "both have seen the plan",
    **dict.fromkeys(
        ("BPA.per_datum", "BPA.uren_dag", "BPA.dagen_week"),
        "the ceilings of the schedule hold from a day, and per day too, also after an adjustment",
    ),
    "BPA.verschil": "was and becomes beside each other, for who reads only this",
    "BPA.gevolg_reden": "no adjustment of the plan says why",
    "BPVA.geen_nieuw": "at least one new activity, or this box",
    "BPVA.verschil": "the difference with the plan until now, on paper too",
    "BPVA.evaluatie_ritme": "the rhythm of the evaluations belongs to the plan as it stands",
    "BPVA.casemanager": "article 4 paragraph 2 c: a plan names a casemanager, also when it is adjusted",
    "BPVA.weigering": "an employee who does not sign says why",
    "BPVA.weigering_aangeboden": "what was offered to an employee who does not sign",
    "EV.einddoel_nieuw": "the other goal",
    **dict.fromkeys(
        ("EV.intern_functie", "EV.intern_uren", "EV.intern_datum"),
        "the prospect of lasting work counts only with a function, hours and a day",
    ),
    "EV.ad_reden": "why no labour expert is needed",
    "EV.spoor2_toelichting": "a reason the rules do not know is written out",
    "EV.spoor2_opnieuw": "an exception is looked at again on a day",
    "EV.geen_afspraken": "at least one agreement, or this box",
    "EV.weigering": "an employee who does not sign says why",
    "EV.weigering_aangeboden": "what was offered to an employee who does not sign",
    "EE.structureel_tot": "until when the work lasts",
    "EE.spoor2_gedaan": "decides whether the second track is told or explained",
    "EE.passend_toelichting": "which work, or why there is none",
    "EE.weigering": "an employee who does not sign says why",
    "EE.weigering_aangeboden": "what was offered to an employee who does not sign",
    "CP.interval_dagen": "how often, when none of the rhythms fits",
    "CP.minder_reden": "less contact than every two weeks is asked for by the employee or the bedrijfsarts",
    "CP.prive_app_akkoord": "a private app is used only when the employee wants it",
    "ZM.verblijf": "AP: in een zorginstelling hoeft de werknemer alleen dat te zeggen, niet welke",
    **dict.fromkeys(
        (
            "MA.g_functie",
            "MA.g_contracturen",
            "MA.g_werkpatroon",
            "MA.g_eerste_ziektedag",
            "MA.g_verzuimpct",
            "MA.g_telefoon",
            "MA.g_verblijf",
            "MA.g_verwachte_duur",
            "MA.g_vangnet",
            "MA.g_arbeidsongeval",
            "MA.g_regres",
        ),
        "the message carries the facts of the sick report, so that it can be sent as it is",
    ),
}
"""`code.key` of a field that is not on the list, with the reason."""


def counted(form: Flow) -> dict[str, Field]:
    """Return the fields as the list counts them: a row group counts its columns."""
    found: dict[str, Field] = {}
    for field in form.fields:
        if isinstance(field, Table) and field.kind == "rows":
            found.update({column.key: column for column in field.columns})
        else:
            found[field.key] = field
    return found


def every_field(form: Flow) -> list[Field]:
    """Return all fields and all columns."""
    columns = [column for field in form.fields if isinstance(field, Table) for column in field.columns]
    return [*form.fields, *columns]


@pytest.fixture(params=KEYS)
def form(request: pytest.FixtureRequest) -> Flow:
    """Return each form in turn."""
    return flow(request.param)


@pytest.fixture(params=[key for key in KEYS if key not in CASE_RECORDS])
def listed(request: pytest.FixtureRequest) -> Flow:
    """Return each form of the official list in turn; facts about a case that are no paper stand on no list."""
    return flow(request.param)


def test_the_list_holds_every_form() -> None:
    listed = [form.code for form in all_flows() if form.scope is not Scope.CASE_RECORD]
    assert sorted(LIST) == sorted(listed)


def test_facts_about_a_case_are_known_as_such_without_loading_the_form() -> None:
    assert [form.key for form in all_flows() if form.scope is Scope.CASE_RECORD] == list(CASE_RECORDS)
    assert [key for key in KEYS if is_case_record(key)] == list(CASE_RECORDS)


def test_every_key_of_the_list_is_there_exactly_once(listed: Flow) -> None:
    tips = [field.key for field in listed.fields if isinstance(field, Note)]
    counts = Counter([*listed.counted_keys(), *tips])
    expected = [item["key"] for item in LIST[listed.code]]
    assert {key: counts[key] for key in expected} == dict.fromkeys(expected, 1)


def test_every_other_field_has_a_reason_to_be_there(listed: Flow) -> None:
    expected = {item["key"] for item in LIST[listed.code]}
    extra = {f"{listed.code}.{key}" for key in listed.counted_keys() if key not in expected}
    assert extra == {name for name in EXTRA if name.startswith(f"{listed.code}.")}


def test_every_field_is_as_needed_as_the_list_says(listed: Flow) -> None:
    fields = counted(listed)
    assert {item["key"]: str(fields[item["key"]].need) for item in LIST[listed.code]} == {
        item["key"]: OTHER_NEED.get(f"{listed.code}.{item['key']}", item["need"]) for item in LIST[listed.code]
    }


def test_every_field_is_of_a_kind_that_can_hold_it(listed: Flow) -> None:
    fields = counted(listed)
    wrong = {}
    for item in LIST[listed.code]:
        field = fields[item["key"]]
        kind = field.shows if isinstance(field, Computed) else field.kind
        if kind not in KINDS[item["type"]] and f"{listed.code}.{item['key']}" not in OTHER_KIND:
            wrong[item["key"]] = (item["type"], kind)
    assert wrong == {}


def test_field_section_and_step_keys_are_unique(form: Flow) -> None:
    for keys in (
        [field.key for field in form.fields],
        [step.key for step in form.steps],
        [section.key for step in form.steps for section in step.sections],
    ):
        assert [key for key, count in Counter(keys).items() if count > 1] == []
    for field in form.fields:
        if isinstance(field, Table):
            assert len({column.key for column in field.columns}) == len(field.columns) > 0


def test_every_step_helps(form: Flow) -> None:
    for step in form.steps:
        assert step.title
        assert step.question.endswith((".", "?")), step.key
        assert step.why, step.key
        assert step.example, step.key
        assert step.not_written, step.key
        assert all(section.title and section.fields for section in step.sections), step.key


def test_a_form_names_the_articles_it_rests_on(form: Flow) -> None:
    assert [step.key for step in form.steps if step.source]


def test_every_field_can_be_asked_in_words(form: Flow) -> None:
    for field in form.fields:
        assert field.label, field.key
        if not isinstance(field, Note | Computed):
            explained = [option.help for option in getattr(field, "options", ())]
            assert field.why or field.help or any(explained), field.key


SILENT = {
    "PVA.opbouw_uren": "the reference above it says that there is no schedule",
    "PVA.dagen_na_advies": "a later version has nothing to count",
    "PVA.contactplan": "the agreements on contact stand in the plan itself",
    "PVA.contact_afspraken": "the agreements on contact stand in the contact plan",
    "GV.geen_afspraken": "the new agreements stand under it",
    "BPVA.geen_nieuw": "the new activities stand under it",
    **dict.fromkeys(
        ("EV.einddoel_nieuw", "EV.intern_functie", "EV.intern_uren", "EV.intern_datum", "EV.ad_reden"),
        "the choice above it says it",
    ),
    **dict.fromkeys(("EV.spoor2_toelichting", "EV.spoor2_opnieuw"), "the decision above it says it"),
    **dict.fromkeys(
        ("BPA.gevolg_reden", "EE.structureel_tot", "EE.passend_toelichting"), "the choice above it says it"
    ),
    **dict.fromkeys(("CP.interval_dagen", "CP.minder_reden", "CP.prive_app_akkoord"), "the choice above it says it"),
    "EV.geen_afspraken": "the new agreements stand under it",
}
"""What leaves no line on paper when it is not asked, because the question beside it says the same."""


def test_what_is_not_always_asked_says_why_not(form: Flow) -> None:
    for step in form.steps:
        assert step.when is None or step.not_asked, step.key
    for field in form.fields:
        assert field.when is None or field.not_asked or f"{form.code}.{field.key}" in SILENT, field.key


def test_choices_have_options_and_values_that_are_unique(form: Flow) -> None:
    for field in every_field(form):
        if isinstance(field, Choice | Many):
            values = [option.value for option in field.options]
            assert len(values) == len(set(values)), field.key
            assert all(option.value and option.label for option in field.options), field.key
            assert values or getattr(field, "from_answers", None), field.key


def test_answers_to_choose_from_are_written_as_sentences(form: Flow) -> None:
    days = set(WEEKDAYS)
    for field in every_field(form):
        for option in getattr(field, "options", ()):
            first = option.label.lstrip("(“‘")[:1]
            assert option.label in days or not first.islower(), (field.key, option.label)


def test_the_columns_of_a_list_exist(form: Flow) -> None:
    for field in form.fields:
        if isinstance(field, Table):
            keys = {column.key for column in field.columns}
            assert set(field.listed) <= keys, field.key
            for column in field.columns:
                # What must be filled in by hand never hides under "Meer vragen".
                needed = column.need is Need.REQUIRED and column.derive is None and column.default is None
                assert not (column.aside and needed), (field.key, column.key)


def test_texts_with_a_pattern_say_what_is_expected(form: Flow) -> None:
    for field in every_field(form):
        if isinstance(field, Text) and field.pattern:
            assert field.pattern_hint, field.key


def test_long_texts_about_the_person_are_guarded(form: Flow) -> None:
    for field in every_field(form):
        if isinstance(field, LongText | Limited | Lines) and not field.fixed:
            assert field.guard, field.key


def test_signatures_say_who_and_what_they_mean(form: Flow) -> None:
    for field in form.fields:
        if isinstance(field, Signature):
            assert field.role, field.key
            assert field.means, field.key


def test_the_named_fields_of_a_form_exist(form: Flow) -> None:
    for key in (form.date_field, form.copies_field):
        assert not key or form.field(key).key == key
    assert not form.date_field or isinstance(form.field(form.date_field), Day | Text | Field)
    assert form.title
    assert form.purpose
    assert form.duration
    assert form.has_paper is (form.scope is Scope.CASE)


def test_carried_answers_come_from_a_field_that_exists(form: Flow) -> None:
    for field in every_field(form):
        for carry in field.carry:
            if carry.form in KEYS:
                assert flow(carry.form).field(carry.key).key == carry.key


def words_of(form: Flow) -> list[str]:
    """Return every sentence a person reads on the screen or on paper."""
    words = [form.title, form.purpose, form.duration]
    for step in form.steps:
        words += [step.title, step.question, step.why, step.example, step.not_written, step.not_asked]
        words += [section.title for section in step.sections]
    for field in every_field(form):
        words += [field.label, field.ask, field.help, field.why, field.example, field.not_asked]
        if isinstance(field, Choice | Many):
            words += [text for option in field.options for text in (option.label, option.help)]
        words += [getattr(field, name, "") for name in ("body", "means", "role", "must_be_hint", "pattern_hint")]
    return [text for text in words if text]


STIFF = ("u dient", "verplicht veld", "ongeldig", "fout opgetreden", "succesvol", "!", " uw ")


def test_the_voice_is_calm_and_plain(form: Flow) -> None:
    assert [text for text in words_of(form) if any(stiff in f" {text.casefold()} " for stiff in STIFF)] == []


def test_help_is_short(form: Flow) -> None:
    assert [field.help for field in every_field(form) if len(field.help) > 160] == []


def test_no_fixed_word_trips_the_guard(form: Flow) -> None:
    assert [(text, hit.word) for text in words_of(form) for hit in find(text)] == []


def test_an_empty_and_a_new_draft_can_always_be_checked(form: Flow) -> None:
    context = Context(today=date(2026, 11, 23))
    answers, carried = form.start(context)
    assert carried == {}
    asked = {field.key for field in form.fields}
    for draft in ({}, answers):
        assert {finding.key for finding in form.findings(draft, context)} <= asked


RUBBISH: list[Any] = ["", "x", 5, True, [], ["x"], [{"a": "b"}], [5], {}, {"naam": 5}, "2026-13-45", None]


@pytest.mark.parametrize("value", RUBBISH, ids=repr)
def test_rules_bear_any_answer(form: Flow, value: object) -> None:
    context = Context(today=date(2026, 11, 23))
    answers = {field.key: value for field in form.fields}
    asked = {field.key for field in form.fields}
    assert {finding.key for finding in form.findings(answers, context)} <= asked
