"""The form for talks: agenda before, report after, agreements that carry over, and nothing about health."""

from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.domain.snapshot import FormSnapshot
from reintegratie_desktop.forms import rules_talk
from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.fields import Lines, LongText, Signature, Table, Text
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flows import flow
from reintegratie_desktop.forms.flows.gesprek import AGENDA_STEPS, agenda_extra, agenda_findings, agenda_snapshot
from reintegratie_desktop.forms.freeze import freeze
from reintegratie_desktop.forms.talk_guides import GUIDES, agenda_for
from reintegratie_desktop.forms.wizard import Wizard

FLOW = flow("gesprek")
TODAY = date(2026, 11, 23)
SUPERVISOR = {"naam": "Joyce Brands", "functie": "bedrijfsleider", "telefoon": "", "email": ""}
EMPLOYEE = {"roepnaam": "Karim", "achternaam": "Haddou", "contracturen": "38", "leidinggevende": SUPERVISOR}
ADVICE = {"datum_document": "2026-11-12", "per_datum": "2026-11-23", "benutbaar": "ander_werk", "uren_week": "9"}
REPORT = {
    "soort": "tweewekelijkse_check_in",
    "datum": "2026-11-23T10:00",
    "plaats": "telefoon",
    "aanwezig": [{"naam": "Karim Haddou", "rol": "werknemer"}, {"naam": "Joyce Brands", "rol": "leidinggevende"}],
    "agenda": ["Wat spraken we af?", "Volgende keer"],
    "werk_nu": "Voorraad boeken gaat goed.",
    "schema": "nog_geen_opbouw",
    "afspraken_nieuw": [
        {"wat": "Lijst met zittend werk", "wie": "Joyce", "wanneer": "2026-11-27", "hoort_bij_plan": True}
    ],
    "bedrijfsarts_nodig": "nee",
    "volgende": "2026-12-07T10:00",
    "eerder": True,
    "verzonden": "2026-11-23",
}


def context_with(today: Any = TODAY, history: Any = None, **papers: Any) -> Any:
    known = {"zaak": {"eerste_ziektedag": "2026-10-12", "ziekteweek": "7"}, "werknemer": EMPLOYEE, **papers}
    return Context(today=today, papers=known, history={"gesprek": history} if history else {})


def report(**changes: Any) -> Any:
    return {**deepcopy(REPORT), **changes}


def found(answers: Any, context: Any = None, level: Any = None) -> Any:
    return [
        (item.field, item.message)
        for item in FLOW.findings(answers, context or context_with())
        if (item.stops if level is None else item.level is level)
    ]


def weeks(*hours: Any) -> Any:
    return {
        "fasen": [{"van": "2026-11-02", "dagen": ["ma", "wo", "vr"], "uren_dag": "3"}],
        "weekstaat": [
            {"week": f"2026-11-{day}", "gewerkt": value} for day, value in zip(("02", "09", "16"), hours, strict=False)
        ],
    }


# --- a whole talk -----------------------------------------------------------------------------------------------------


def test_a_filled_in_talk_can_be_finished() -> None:
    assert found(REPORT) == []
    assert found(REPORT, level=Level.WARN) == []


def test_the_steps_follow_the_talk() -> None:
    wizard = Wizard(FLOW, context_with(), report())
    assert [step.key for step in wizard.steps] == ["voorbereiden", "agenda", "gesprek", "afspraken", "afsluiten"]
    assert FLOW.repeatable
    assert wizard.missing() == ()


def test_every_kind_can_be_chosen() -> None:
    assert [option.value for option in FLOW.field("soort").options] == list(GUIDES)
    for kind in GUIDES:
        assert "soort" not in dict(found(report(soort=kind)))


# --- the start --------------------------------------------------------------------------------------------------------


def test_a_new_talk_knows_who_when_and_what_about() -> None:
    answers, carried = FLOW.start(context_with())
    assert answers["soort"] == "tweewekelijkse_check_in"
    assert answers["agenda"] == agenda_for("tweewekelijkse_check_in", "Karim")
    assert answers["aanwezig"] == REPORT["aanwezig"]
    assert "verzonden" not in answers
    assert answers["schema"] == "nog_geen_opbouw"
    assert answers["hand_wg"] == {"naam": "Joyce Brands", "datum": "", "status": "nog_niet"}
    assert "afspraken_oud" not in answers
    assert carried == {}


def test_a_new_talk_without_names_starts_empty() -> None:
    answers, _carried = FLOW.start(Context(today=TODAY))
    assert "aanwezig" not in answers
    assert answers["agenda"] == agenda_for("tweewekelijkse_check_in")
    owner = Context(
        today=TODAY, papers={"werknemer": {"leidinggevende": {"naam": ""}}, "werkgever": {"contact": SUPERVISOR}}
    )
    assert rules_talk.supervisor(owner) == "Joyce Brands"
    assert rules_talk.first_name(Context(today=TODAY, papers={"werknemer": {"achternaam": "Haddou"}})) == "Haddou"


@pytest.mark.parametrize(
    ("context", "kind"),
    [
        (context_with(zaak={"ziekteweek": "1"}), "weekcontact"),
        (context_with(nazorgplan={"aanspreekpunt": "Joyce"}), "nazorg"),
        (context_with(probleemanalyse=ADVICE), "re_integratiegesprek_voor_terugkeer"),
        (context_with(probleemanalyse={**ADVICE, "benutbaar": "geen_tijdelijk"}), "tweewekelijkse_check_in"),
        (context_with(probleemanalyse=ADVICE, opbouwschema=weeks("9")), "tweewekelijkse_check_in"),
        (context_with(probleemanalyse=ADVICE, opbouwschema=weeks("8", "7")), "terugvalgesprek"),
        (
            context_with(probleemanalyse=ADVICE, history=({"soort": "re_integratiegesprek_voor_terugkeer"},)),
            "tweewekelijkse_check_in",
        ),
    ],
)
def test_the_kind_that_fits_now(context: Any, kind: Any) -> None:
    assert rules_talk.suggested_kind(context) == kind


def test_another_kind_brings_its_agenda_unless_somebody_wrote_one() -> None:
    context = context_with()
    answers, _carried = FLOW.start(context)
    assert rules_talk.choose_kind(answers, "nazorg", context) == {
        "soort": "nazorg",
        "agenda": agenda_for("nazorg", "Karim"),
    }
    assert rules_talk.choose_kind({"soort": None}, "nazorg", context)["agenda"] == agenda_for("nazorg", "Karim")
    written = {**answers, "agenda": ["Eigen punt"]}
    assert rules_talk.choose_kind(written, "nazorg", context) == {"soort": "nazorg"}


# --- agreements -------------------------------------------------------------------------------------------------------


def test_open_agreements_come_along() -> None:
    last = {
        "afspraken_nieuw": [
            {"wat": "Stoel bij bureau 3", "wie": "Joyce", "wanneer": "2026-11-20"},
            {"wat": "Rooster op papier"},
            {"wie": "Karim"},
        ],
        "afspraken_oud": [
            {"afspraak": "Elke dinsdag bellen", "nagekomen": "deels"},
            {"afspraak": "Kaart sturen", "nagekomen": "ja"},
            {"nagekomen": "nee"},
        ],
    }
    plan = {
        "activiteiten": [
            {
                "a_activiteit": "Voorraad boeken",
                "a_wie": "werknemer",
                "a_start": "2026-11-23",
                "a_gereed": "2026-12-11",
            },
            {"a_activiteit": "Later", "a_start": "2026-12-01", "a_status": "open"},
            {"a_activiteit": "Klaar", "a_status": "gereed"},
            {"a_activiteit": "Weg", "a_status": "vervallen_reden"},
            {"a_activiteit": "Zonder datum", "a_status": "loopt"},
        ]
    }
    context = context_with(history=({"afspraken_nieuw": [{"wat": "Oud"}]}, last), plan_van_aanpak=plan)
    rows = FLOW.start(context)[0]["afspraken_oud"]
    assert [row["afspraak"] for row in rows] == [
        "Stoel bij bureau 3 (Joyce, 20-11-2026)",
        "Rooster op papier",
        "Elke dinsdag bellen",
        "Voorraad boeken (werknemer, 11-12-2026)",
        "Zonder datum",
    ]
    missing = found(report(afspraken_oud=rows), context)
    assert [place for place, _sentence in missing] == [f"afspraken_oud[{index}].nagekomen" for index in range(5)]
    assert ("afspraken_oud", "Dit is nog niet ingevuld.") in found(REPORT, context)


def evaluated(day: str, last_talk: str = "2026-11-09T10:00") -> Any:
    """A case with two agreements, a talk, and an evaluation that looked at one of them."""
    rows = [{"a_activiteit": name, "a_wie": "werknemer", "a_gereed": "2026-12-11"} for name in ("Bellen", "Inpakken")]
    plan = {"opgesteld_op": "2026-10-30", "activiteiten": rows}
    answered = [{"activiteit": "Bellen", "uitgevoerd": "deels"}]
    history = {
        "plan_van_aanpak": (plan,),
        "evaluatie": ({"datum": day, "activiteiten": answered},),
        "gesprek": ({"datum": last_talk},),
    }
    return Context(TODAY, {"plan_van_aanpak": plan}, history)


@pytest.mark.parametrize(
    ("day", "last_talk", "asked"),
    [
        ("2026-11-23", "2026-11-09T10:00", ["Inpakken"]),
        ("2026-11-17", "2026-11-09T10:00", ["Inpakken"]),
        ("2026-11-16", "2026-11-09T10:00", ["Bellen", "Inpakken"]),  # a week ago: how is it now
        ("2026-11-20", "2026-11-21T10:00", ["Bellen", "Inpakken"]),  # a talk since: how is it now
    ],
)
def test_what_an_evaluation_just_answered_is_not_asked_again(day: str, last_talk: str, asked: list[str]) -> None:
    rows = FLOW.start(evaluated(day, last_talk))[0]["afspraken_oud"]
    assert [row["afspraak"] for row in rows] == [f"{name} (werknemer, 11-12-2026)" for name in asked]


def test_a_talk_that_was_begun_before_the_evaluation_forgets_what_that_answered() -> None:
    context = evaluated("2026-11-23")
    bellen, inpakken = ({"afspraak": f"{name} (werknemer, 11-12-2026)"} for name in ("Bellen", "Inpakken"))
    begun = {"datum": "2026-11-24T10:00", "afspraken_oud": [bellen, inpakken]}
    assert rules_talk.without_settled(begun, context) == {"afspraken_oud": [inpakken]}
    assert rules_talk.without_settled({**begun, "datum": None}, context) == {"afspraken_oud": [inpakken]}
    # A talk of before the evaluation, an answered row, and a case in which nothing was answered keep everything.
    assert rules_talk.without_settled({**begun, "datum": "2026-11-20T10:00"}, context) == {}
    answered = {**begun, "afspraken_oud": [{**bellen, "nagekomen": "ja"}, inpakken]}
    assert rules_talk.without_settled(answered, context) == {}
    assert rules_talk.without_settled(begun, context_with()) == {}
    assert rules_talk.without_settled({}, context) == {}


def test_what_was_agreed_for_the_plan_before_the_plan_does_not_come_back() -> None:
    agreed = [{"wat": "Zitplek", "hoort_bij_plan": True}, {"wat": "Bellen", "hoort_bij_plan": False}]
    plan = {"opgesteld_op": "2026-11-12", "activiteiten": []}
    for day, names in (("2026-11-12T10:00", ["Bellen"]), ("2026-11-13T10:00", ["Zitplek", "Bellen"])):
        context = context_with(history=({"datum": day, "afspraken_nieuw": agreed},), plan_van_aanpak=plan)
        assert [row["afspraak"] for row in FLOW.start(context)[0]["afspraken_oud"]] == names


def test_a_kept_promise_needs_no_reason() -> None:
    old = [{"afspraak": "Elke dinsdag bellen", "nagekomen": "nee"}]
    assert found(report(afspraken_oud=old)) == []


def test_there_are_agreements_or_it_says_there_are_none() -> None:
    assert found(report(afspraken_nieuw=[])) == [("afspraken_nieuw", "Dit is nog niet ingevuld.")]
    assert found(report(afspraken_nieuw=[], geen_afspraken=True)) == []
    sentence = "Je vinkte aan: geen nieuwe afspraken. Er staan er wel. Haal het vinkje of de afspraken weg."
    assert found(report(geen_afspraken=True)) == [("geen_afspraken", sentence)]
    half = found(report(afspraken_nieuw=[{"wat": "Bellen"}]))
    assert [place for place, _sentence in half] == ["afspraken_nieuw[0].wie", "afspraken_nieuw[0].wanneer"]


# --- the next talk and the dates --------------------------------------------------------------------------------------


def test_a_talk_is_not_closed_without_the_next_one() -> None:
    assert found(report(volgende=None)) == [("volgende", "Dit is nog niet ingevuld.")]
    late = [("volgende", "De volgende afspraak ligt voor dit gesprek. Kies een latere dag.")]
    assert found(report(volgende="2026-11-23T09:00")) == late
    assert found(report(volgende="2026-11-23T16:00")) == []


def test_the_report_comes_after_the_talk() -> None:
    later = report(datum="2026-11-24T10:00", verzonden="2026-11-24")
    assert found(later) == [("werk_nu", "Dit gesprek is pas op 24-11-2026. Het verslag maak je daarna.")]
    assert found(report(verzonden="2026-11-20", gezien="2026-11-21")) == [
        ("verzonden", "Deze dag ligt voor het gesprek."),
        ("gezien", "Deze dag ligt voor het gesprek."),
    ]
    assert found(report(gedeeld="2026-11-24"), level=Level.WARN) == [
        ("gedeeld", "Deze dag ligt na het gesprek. Klopt dat?")
    ]
    assert found(report(gedeeld="2026-11-20"), level=Level.WARN) == []


def test_the_employee_may_always_call() -> None:
    assert found(report(eerder=False), level=Level.WARN) == [
        ("eerder", "Spreek dit alsnog af. Eerder bellen mag altijd.")
    ]
    assert found(report(eerder=None)) == [("eerder", "Dit is nog niet ingevuld.")]


def test_a_question_for_the_doctor_is_written_out() -> None:
    assert found(report(bedrijfsarts_nodig="ja")) == [("vraag_bedrijfsarts", "Dit is nog niet ingevuld.")]
    assert found(report(bedrijfsarts_nodig="ja", vraag_bedrijfsarts="Past vier dagen van 3 uur?")) == []


# --- the coming period ------------------------------------------------------------------------------------------------


def test_the_coming_period_is_asked_when_there_is_work() -> None:
    answers = report()
    assert not FLOW.field("taken_dagen_uren").is_asked(answers, context_with())
    assert found(report(schema="op")) == []
    back = report(soort="re_integratiegesprek_voor_terugkeer")
    assert found(back) == [("taken_dagen_uren", "Dit is nog niet ingevuld.")]


def test_the_coming_hours_are_held_against_the_advice() -> None:
    row = {"week": "2026-11-23", "dagen": ["ma", "wo", "vr"], "uren_dag": "3", "taken": "Voorraad boeken"}
    context = context_with(probleemanalyse=ADVICE)
    full = FLOW.computed(report(taken_dagen_uren=[row]), context)
    assert full["taken_dagen_uren"][0]["uren_week"] == "9"
    assert found(full, context, Level.WARN) == []
    answers = report(taken_dagen_uren=[{**row, "uren_dag": "4"}, {"taken": "Retouren"}, "geen regel"])
    sentence = "Niet meer dan 9 uur per week. Dat staat in het advies van 12 november."
    assert found(answers, context, Level.WARN) == [("taken_dagen_uren[0].uren_dag", sentence)]
    assert found(answers, context_with(), Level.WARN) == []


@pytest.mark.parametrize(
    ("schedule", "state"),
    [
        ({}, "nog_geen_opbouw"),
        ({"fasen": [{"van": "2026-12-01"}]}, "nog_geen_opbouw"),
        ({"fasen": [{"van": "2026-11-23"}, {}]}, None),
        (weeks("8", "9"), "op"),
        (weeks("9", "8"), "achter"),
        (weeks("9", "10"), "voor"),
        ({**weeks(), "weekstaat": [{"week": "2026-11-02", "gewerkt": "6", "afwijking": "verlof_feestdag"}]}, "op"),
    ],
)
def test_whether_the_build_up_is_on_schedule(schedule: Any, state: Any) -> None:
    assert rules_talk.schedule_state(context_with(opbouwschema=schedule)) == state


def test_hours_that_are_not_known_leave_the_question_open() -> None:
    answers, _carried = FLOW.start(context_with(opbouwschema={"fasen": [{"van": "2026-11-23"}]}))
    assert "schema" not in answers


@pytest.mark.parametrize(
    ("call", "talks", "moment"),
    [
        ({}, (), None),
        ({"contact_datum": "2026-11-26", "contact_tijd": "10:00"}, (), "2026-11-26T10:00"),
        ({"contact_datum": "2026-11-26"}, (), "2026-11-26T"),
        ({"contact_datum": "2026-11-26"}, ({"volgende": "2026-12-07T10:00"},), "2026-12-07T10:00"),
        ({"contact_datum": "2026-11-26"}, ({"volgende": "2026-12-07T10:00"}, {"volgende": "later"}), None),
        ({"contact_datum": "2026-11-26"}, ({},), None),
    ],
)
def test_a_new_talk_offers_the_moment_that_was_agreed(call: Any, talks: Any, moment: Any) -> None:
    answers, _carried = FLOW.start(context_with(history=talks, ziekmelding=call))
    assert answers.get("datum") == moment


# --- the agenda sheet -------------------------------------------------------------------------------------------------


def test_the_agenda_can_be_printed_before_the_talk() -> None:
    before = {key: REPORT[key] for key in ("soort", "plaats", "aanwezig", "agenda")} | {"datum": "2026-12-01T10:00"}
    assert agenda_findings(before, context_with()) == ()
    assert found(before) != []
    places = [item.field for item in agenda_findings({}, context_with())]
    assert places == ["soort", "datum", "plaats", "aanwezig", "agenda"]
    assert tuple(step.key for step in FLOW.steps[:2]) == AGENDA_STEPS


def test_the_agenda_sheet_holds_its_cards() -> None:
    extra = agenda_extra(REPORT)
    assert list(extra) == ["mag", "nooit", "zo", "zegt"]
    assert extra["mag"][0] == "Wat ging er goed, deze twee weken?"
    assert "Wanneer kom je nu terug?" in extra["nooit"]
    assert "Dank je dat je het zegt" in extra["zegt"]
    assert extra["zo"][0] == "Laat de werknemer eerst zelf een oplossing noemen."
    assert agenda_extra({})["mag"] == []


def test_with_the_case_the_sheet_names_the_person_and_the_ceiling() -> None:
    extra = agenda_extra(REPORT, context_with(probleemanalyse=ADVICE))
    assert extra["zo"][0] == "Laat Karim eerst zelf een oplossing noemen."
    assert extra["zo"][-1] == "Nooit meer uren dan het advies van 12 november: hoogstens 9 per week."
    assert all(len(extra[card]) <= 6 for card in ("mag", "nooit", "zo"))
    none = {"datum_document": "2026-11-12", "benutbaar": "geen_tijdelijk"}
    assert "Nooit meer uren" not in " ".join(agenda_extra(REPORT, context_with(probleemanalyse=none))["zo"])


def frozen_talk() -> FormSnapshot:
    return freeze(
        FLOW,
        REPORT,
        context_with(),
        frozen_at="",
        version=1,
        law_date="2026-10-12",
        case_number="2026-003",
        employer="Bakkerij De Halm",
        employee="K. Haddou",
        draft=True,
    )


def test_the_agenda_sheet_has_its_own_head() -> None:
    sheet = agenda_snapshot(frozen_talk(), report(gedeeld="2026-11-20"), context_with())
    assert (sheet.title, sheet.layout) == ("Gespreksagenda", "agenda")
    assert sheet.purpose == (
        "Tweewekelijkse check-in. Ongeveer 10 tot 15 minuten. Deze agenda is vooraf gedeeld op 20-11-2026."
    )
    assert [(fact.label, fact.value) for fact in sheet.facts] == [
        ("Werknemer", "K. Haddou"),
        ("Datum en tijd", "ma 23 november 2026, 10.00"),
        ("Plaats", "Telefoon"),
        ("Aanwezig", "Karim Haddou, Joyce Brands"),
    ]
    assert sheet.extra["punten_werknemer"] == []
    sheet = agenda_snapshot(frozen_talk(), report(inbreng_wn="De uren in mei.\n\n- Een vaste plek."), context_with())
    assert sheet.extra["punten_werknemer"] == ["Punt van Karim: De uren in mei.", "Punt van Karim: Een vaste plek."]
    assert sheet.extra["zo"][0] == "Laat Karim eerst zelf een oplossing noemen."
    assert FormSnapshot.from_dict(sheet.to_dict()).extra == sheet.extra


def test_an_agenda_sheet_that_is_not_filled_in_yet() -> None:
    sheet = agenda_snapshot(frozen_talk(), {"datum": "2026-12-01"})
    assert sheet.purpose == ""
    assert [fact.value for fact in sheet.facts] == ["K. Haddou", "di 1 december 2026"]
    assert [fact.label for fact in agenda_snapshot(frozen_talk(), {}).facts] == ["Werknemer"]


# --- what the form is not ---------------------------------------------------------------------------------------------


def test_every_free_text_is_guarded() -> None:
    names = {"naam", "wie"}
    for field in FLOW.fields:
        for item in field.columns if isinstance(field, Table) else (field,):
            if isinstance(item, Text | LongText | Lines) and item.key not in names:
                assert item.guard, item.key


def test_the_employees_words_stay_the_employees() -> None:
    assert [field.key for field in FLOW.fields if field.own_words] == ["inbreng_wn", "reactie_wn"]


def test_there_is_no_score_and_no_cause() -> None:
    assert not any(field.kind in ("percent", "amount", "limited") for field in FLOW.fields)
    signatures = [field for field in FLOW.fields if isinstance(field, Signature)]
    assert [field.means for field in signatures][1] == "Betekent: ik heb dit gelezen. Niet: ik ben het ermee eens."


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"datum": "morgen", "afspraken_oud": "x", "afspraken_nieuw": "x", "taken_dagen_uren": "x"},
        {"datum": "2026-11-23T10:00", "volgende": "later", "gedeeld": 3},
        {
            "soort": "iets_anders",
            "agenda": 3,
            "taken_dagen_uren": [{"week": "9999-12-31", "dagen": ["ma"], "uren_dag": "3"}],
        },
    ],
)
def test_half_filled_answers_never_break(answers: Any) -> None:
    for context in (context_with(probleemanalyse=ADVICE), Context(today=TODAY)):
        assert all(item.message for item in FLOW.findings(answers, context))
    assert rules_talk.choose_kind(answers, "nazorg", context_with())["soort"] == "nazorg"
