"""Every letter: a filled one can be finished, its words follow the answers, and a text that was changed is checked."""

from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.domain.letters import table_at, table_line
from reintegratie_desktop.domain.snapshot import FormSnapshot
from reintegratie_desktop.forms import letter_carry, letter_text
from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.findings import Finding, Level
from reintegratie_desktop.forms.flow import Flow
from reintegratie_desktop.forms.flows import KEYS, flow
from reintegratie_desktop.forms.freeze import freeze
from reintegratie_desktop.forms.guarding import guard_hits, open_gaps
from tests.forms.letter_answers import CASE, EMPLOYEE, SENT, TYPED, around, warning_for


def filled(key: str, context: Context | None = None, **changes: Any) -> tuple[Flow, dict[str, Any], Context]:
    """Return a letter with its answers as somebody leaves it."""
    around_it = context or around(warning=warning_for(key))
    answers, _carried = flow(key).start(around_it)
    return flow(key), {**answers, **TYPED[key], **changes}, around_it


def text_of(key: str, context: Context | None = None, **changes: Any) -> str:
    """Return the words of a letter."""
    form, answers, around_it = filled(key, context, **changes)
    return str(form.computed(answers, around_it)["tekst"])


def found(key: str, context: Context | None = None, **changes: Any) -> list[tuple[str, Level]]:
    """Return the field and the level of each finding."""
    return [(finding.field, finding.level) for finding in findings(key, context, **changes)]


def findings(key: str, context: Context | None = None, **changes: Any) -> tuple[Finding, ...]:
    """Return what is found in a letter."""
    form, answers, around_it = filled(key, context, **changes)
    return form.findings(answers, around_it)


def frozen(key: str, context: Context | None = None, **changes: Any) -> FormSnapshot:
    """Return a letter as it is frozen."""
    form, answers, around_it = filled(key, context, **changes)
    return freeze(
        form,
        answers,
        around_it,
        frozen_at="2026-03-16T10:00:00",
        version=1,
        law_date="2026-01-05",
        case_number="2026-003",
        employer="Groothandel De Kist B.V.",
        employee="J. van Houten",
    )


@pytest.fixture(params=TYPED)
def key(request: pytest.FixtureRequest) -> str:
    """Return each letter in turn."""
    return str(request.param)


# --- every letter -----------------------------------------------------------------------------------------------------


def test_a_filled_letter_can_be_finished(key: str) -> None:
    form, answers, context = filled(key)
    assert [(item.field, item.message) for item in form.findings(answers, context) if item.stops] == []
    assert open_gaps(form, form.computed(answers, context), context) == ()
    assert [hit.word for _place, hit in guard_hits(form, form.computed(answers, context), context)] == []


def test_a_new_letter_shows_what_is_still_open_and_cannot_leave_with_it(key: str) -> None:
    context = Context(today=SENT)
    answers, _carried = flow(key).start(context)
    full = flow(key).computed(answers, context)
    assert letter_text.OPEN in full["tekst"]
    assert "tekst" in open_gaps(flow(key), full, context)
    assert {"afzender", "ontvanger", "ondertekenaar"} & {item.key for item in flow(key).findings(answers, context)}


def test_the_words_follow_the_answers_until_somebody_types_in_them(key: str) -> None:
    form, answers, context = filled(key)
    mine = f"{form.computed(answers, context)['tekst']}\n\nTot snel."
    assert form.computed({**answers, "tekst": mine}, context)["tekst"] == mine
    assert form.computed({**answers, "tekst": ""}, context)["tekst"] == mine.removesuffix("\n\nTot snel.")


def test_a_letter_has_layout_head_and_greeting(key: str) -> None:
    snapshot = frozen(key)
    outside = snapshot.extra["brief"]
    assert snapshot.layout == "letter"
    assert set(outside["kop"]) <= {field.key for field in snapshot.fields()}
    assert str(snapshot.field("tekst").answer).startswith(outside["aanhef"])
    assert snapshot.made_on == "2026-03-16"
    assert FormSnapshot.from_dict(snapshot.to_dict()) == snapshot


def test_a_line_for_a_table_is_known_again() -> None:
    assert table_at(f"  {table_line('feiten')} ") == "feiten"
    assert table_at("[tabel: ]") == table_at("de tabel: feiten") == ""


# --- the head ---------------------------------------------------------------------------------------------------------


def test_sender_receiver_and_reference_come_from_the_records() -> None:
    form, answers, context = filled("brief_bevestiging_afspraken")
    full = form.computed(answers, context)
    assert full["afzender"].splitlines() == [
        "Groothandel De Kist B.V.",
        "Proefkade 18, 9999 ZZ Demodorp",
        "telefoon 0600000071",
        "noor@dekist.example",
    ]
    assert full["ontvanger"].splitlines() == ["J. van Houten", "Kistlaan 2", "9999 ZZ Demodorp"]
    assert full["kenmerk"] == "2026-003, gesprek van 13-03-2026"
    assert full["ondertekenaar"] == {"naam": "Noor Blom", "functie": "bedrijfsleider"}
    assert full["onderwerp"] == "Bevestiging van onze afspraken"


def test_without_records_nothing_is_made_up() -> None:
    empty = Context(today=SENT)
    assert letter_text.signer(empty) is None
    assert letter_text.reach(empty) is None
    assert letter_text.sender_lines({}, empty) == letter_text.employee_lines({}, empty) == ""
    assert letter_text.dear(empty) == "Beste [..],"
    only_number = Context(today=SENT, papers={"werkgever": {"contact": {"telefoon": "0600000071"}}})
    assert letter_text.reach(only_number) == "0600000071"
    only_name = Context(
        today=SENT, papers={"werkgever": {"contact": {"naam": "Noor Blom"}}, "werknemer": {"roepnaam": "Jasper"}}
    )
    assert letter_text.reach(only_name) is None
    assert letter_text.employee_lines({}, only_name) == "Jasper"
    assert letter_text.address_lines("geen adres") == []
    assert flow("brief_bevestiging_afspraken").computed({}, empty)["kenmerk"] == ""


def test_a_letter_is_not_older_than_its_case() -> None:
    early = findings("brief_uitnodiging", verzenddatum="2026-01-04")
    assert ("verzenddatum", Level.BLOCK) in [(item.field, item.level) for item in early]
    assert [item for item in findings("brief_instemming_or", verzenddatum="2026-01-04") if item.stops] == []


def test_a_letter_by_post_needs_an_address_and_mail_can_be_read() -> None:
    homeless = around(werknemer={**EMPLOYEE, "adres": None})
    assert ("ontvanger", Level.WARN) in found("brief_uitnodiging", homeless)
    assert ("ontvanger", Level.WARN) not in found("brief_uitnodiging", homeless, verzendwijze="persoonlijk_overhandigd")
    assert ("verzendwijze", Level.HINT) in found("brief_uitnodiging", verzendwijze="e_mail")
    assert found("brief_waarschuwing", verzendwijze="post") == [("verzendwijze", Level.HINT)]
    assert found("brief_waarschuwing") == []


# --- a text that was changed ------------------------------------------------------------------------------------------


def test_a_date_that_was_taken_out_is_told() -> None:
    mine = text_of("brief_uitnodiging").replace("vrijdag 20 maart 2026 om 10.00 uur", "volgende week")
    told = findings("brief_uitnodiging", tekst=mine)
    assert [(item.level, item.field) for item in told] == [(Level.WARN, "tekst"), (Level.HINT, "tekst")]
    assert "vrijdag 20 maart 2026 om 10.00 uur" in told[0].message
    # The answer changed after somebody wrote in the letter: the old moment still stands there.
    old = text_of("brief_uitnodiging") + "\nTot dan."
    assert ("tekst", Level.WARN) in found("brief_uitnodiging", tekst=old, datumtijd="2026-03-24T10:00")


def test_a_table_that_was_taken_out_is_a_hint() -> None:
    mine = text_of("brief_bevestiging_afspraken").replace(table_line("afspraken"), "zie het verslag")
    told = findings("brief_bevestiging_afspraken", tekst=mine)
    assert [item.level for item in told] == [Level.HINT, Level.HINT]
    assert "[tabel: afspraken]" in told[0].message


@pytest.mark.parametrize("key", ["brief_waarschuwing", "brief_loonopschorting", "brief_loonstop"])
def test_the_expert_opinion_stays_in_a_letter_about_wage(key: str) -> None:
    mine = text_of(key).replace("deskundigenoordeel", "advies")
    assert ("tekst", Level.BLOCK) in found(key, tekst=mine)
    assert ("tekst", Level.BLOCK) not in found(key, tekst=f"{text_of(key)}\nTot ziens.")
    assert ("do_hint", Level.BLOCK) in found(key, do_hint=False)


# --- finished letters -------------------------------------------------------------------------------------------------


def test_a_next_version_follows_the_answers_again(key: str) -> None:
    form, answers, context = filled(key)
    kept = form.computed(answers, context)
    again = form.untyped(kept, context)
    assert "tekst" not in again
    assert form.computed(again, context) == kept
    mine = {**kept, "tekst": "Eigen woorden."}
    assert form.untyped(mine, context)["tekst"] == "Eigen woorden."


@pytest.mark.parametrize(
    ("key", "shown"), [("brief_instemming_or", False), ("brief_regres", False), ("brief_uitnodiging", True)]
)
def test_a_letter_to_others_names_neither_person_nor_case(key: str, shown: bool) -> None:
    snapshot = frozen(key)
    assert (snapshot.employee, snapshot.case_number) == (("J. van Houten", "2026-003") if shown else ("", ""))
    assert snapshot.law_date == ("2026-01-05" if shown else "2026-03-16")
    told = " ".join(str(field.answer) for field in snapshot.fields())
    assert ("Jasper" in told) is shown


# --- the pieces -------------------------------------------------------------------------------------------------------


def test_pieces_of_a_text() -> None:
    assert letter_text.listed([]) == "[..]"
    assert letter_text.listed(["a"]) == "a"
    assert letter_text.listed(["a", " ", "b", "c"]) == "a, b en c"
    assert letter_text.points(["x", "", 5]) == "– x"
    assert letter_text.points(None) == letter_text.points([]) == "[..]"
    assert letter_text.words({"a": " Zo is het. "}, "a") == "Zo is het"
    assert letter_text.words({"a": "artikel .."}, "a") == "artikel .."
    assert letter_text.words({"a": 5}, "a") == "[..]"
    assert letter_text.money("12.5") == "€\u00a012,50"
    assert letter_text.money(None) == "[..]"
    assert letter_text.moment("2026-03-20") == letter_text.moment("2026-03-20T") == letter_text.moment(None) == "[..]"
    assert letter_text.text_of({"tekst": 5}) == ""
    assert letter_text.tables_in("a\n[tabel: feiten]\nb") == ("feiten",)


def test_working_days_skip_weekends_and_holidays() -> None:
    friday = date(2026, 3, 20)
    assert letter_text.working_days_after(friday, 1) == date(2026, 3, 23)
    assert letter_text.working_days_after(date(2026, 4, 2), 1) == date(2026, 4, 7)  # Good Friday, Easter Monday
    assert letter_text.working_days_between(date(2026, 4, 2), date(2026, 4, 8)) == 1
    assert letter_text.working_days_between(friday, friday) == 0


# --- what a letter takes over -----------------------------------------------------------------------------------------


def test_a_link_finds_the_paper_of_its_day() -> None:
    context = around()
    assert letter_carry.newest("gesprek", context) == {"soort": "gesprek", "versie": "1", "datum": "2026-03-13"}
    assert letter_carry.newest("zoekprofiel", context) is None
    first = {"soort": "gesprek", "versie": "1", "datum": "2026-03-02"}
    assert letter_carry.answers_behind(first, context)["datum"] == "2026-03-02T10:00"
    assert letter_carry.answers_behind({**first, "datum": "2026-03-01"}, context) == {}
    assert letter_carry.answers_behind("geen link", context) == {}


def test_without_a_talk_there_is_nothing_to_confirm() -> None:
    bare = Context(today=SENT)
    for carried in (letter_carry.agreements, letter_carry.next_moment, letter_carry.facts_of_warning):
        assert carried({}, bare) is None


def test_the_newest_advice_is_the_one_that_is_named() -> None:
    assert letter_carry.newest_advice({}, around()) == {
        "soort": "probleemanalyse",
        "versie": "1",
        "datum": "2026-02-10",
    }
    assert letter_carry.newest_advice({}, Context(today=SENT)) is None
    assert letter_carry.advice_in_words({}, Context(today=SENT)) is None
    assert letter_carry.advice_in_words({}, around()) == "zittend werk aan een tafel, hoogstens 12 uur per week,"
    plain = around(probleemanalyse={"datum_document": "2026-02-10", "wel": "WMS bijwerken"})
    assert letter_carry.advice_in_words({}, plain) == "WMS bijwerken"
    silent = around(probleemanalyse={"datum_document": "2026-02-10", "uren_week": "12"})
    assert letter_carry.advice_in_words({}, silent) is None


def _schedule(*weeks: tuple[str, str]) -> dict[str, Any]:
    return {"weekstaat": [{"week": monday, "gewerkt": hours, "gepland": hours} for monday, hours in weeks]}


def test_missed_hours_come_from_the_worked_weeks() -> None:
    schedule = _schedule(("2026-02-23", "9"), ("2026-03-02", "9"))
    assert letter_carry.missed_hours({"verzenddatum": "2026-03-16"}, around(opbouwschema=schedule)) == [
        {"van": "2026-01-05", "tot": "2026-02-22", "uren": "40"},
        {"van": "2026-02-23", "tot": "2026-03-08", "uren": "31"},
        {"van": "2026-03-09", "tot": "2026-03-15", "uren": "40"},
    ]
    full = _schedule(("2026-03-09", "40"))
    assert letter_carry.missed_hours({}, around(opbouwschema=full)) == [
        {"van": "2026-01-05", "tot": "2026-03-08", "uren": "40"}
    ]


def test_missed_hours_end_with_the_recovery_and_are_unknown_without_facts() -> None:
    recovered = {**CASE, "feiten": {"perioden": [{"ziek_vanaf": "2026-01-05", "hersteld_per": "2026-02-02"}]}}
    assert letter_carry.missed_hours({}, around(zaak=recovered)) == [
        {"van": "2026-01-05", "tot": "2026-02-01", "uren": "40"}
    ]
    without = {key: value for key, value in CASE.items() if key != "feiten"}
    assert letter_carry.missed_hours({}, around(zaak={**without, "feiten": "niets"})) is not None
    assert letter_carry.missed_hours({}, around(werknemer={})) is None
    assert letter_carry.missed_hours({}, around(zaak={})) is None
    assert letter_carry.missed_hours({"verzenddatum": "2026-01-05"}, around()) is None
    assert letter_carry.missed_hours({}, around(werknemer={**EMPLOYEE, "contracturen": "0"})) is None


def test_dates_of_the_clock_are_read_with_care() -> None:
    assert letter_carry.milestone("wia_aanvraag", around()) == date(2027, 10, 17)
    assert letter_carry.milestone("niets", around()) is None
    assert letter_carry.milestone("wia_aanvraag", around(zaak={"termijnen": "niets"})) is None


def test_a_date_in_a_text_is_found_only_when_it_is_whole() -> None:
    form = flow("brief_uitnodiging")
    assert list(
        letter_text.said_dates(form.fields, {"datumtijd": "2026-03-20T10:00", "verzenddatum": "2026-03-16"})
    ) == ["vrijdag 20 maart 2026 om 10.00 uur"]
    assert list(letter_text.said_dates(form.fields, {"datumtijd": "2026-03-20"})) == []


def test_a_paper_of_a_form_that_is_no_letter_stays_as_it_was() -> None:
    plan = flow("plan_van_aanpak")
    assert (plan.layout, plan.about_employee, plan.paper_extra) == ("form", True, None)
    kept = {"opgesteld_op": "2026-03-16"}
    assert plan.untyped(kept, around()) == kept


def test_every_letter_is_tried_here() -> None:
    assert [key for key in KEYS if key.startswith("brief_")] == list(TYPED)
