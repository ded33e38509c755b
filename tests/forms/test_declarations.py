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

OTHER_KIND: dict[str, str] = {}
"""`code.key` of a field that deliberately has another kind, with the reason."""

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
        item["key"]: item["need"] for item in LIST[listed.code]
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
