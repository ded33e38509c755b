"""The form of the wage: what it starts with, what it asks, and refusals of the calculation at the field."""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.domain.wage.facts import Per
from reintegratie_desktop.domain.wage.input import WAGE_KEYS, read_facts
from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.fields import Choice, Computed, Table
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flow import Scope
from reintegratie_desktop.forms.flows import is_case_record
from reintegratie_desktop.forms.flows.loongegevens import FIELDS, FLOW
from reintegratie_desktop.forms.wage_data import CAO_TABLES, WageInput, first_day, in_labels, place_in, wage_input
from reintegratie_desktop.forms.wage_weeks import WorkedStretch, weeks_without_hours, worked_stretches

TODAY = date(2026, 11, 23)
BEGIN = "2026-03-02"
PATTERN = ["8", "8", "8", "8", "8", "0", "0"]
WEEK = {"van": "2026-04-06", "tot_en_met": "2026-05-03", "uren_per_week": "16", "vorm": "loonwaarde"}
WHOLE: dict[str, Any] = {
    "geboortedatum": "1990-05-01",
    "werkpatroon": PATTERN,
    "vakantiebijslag": "jaar",
    "loon": [{"van": "2020-01-01", "bedrag": "3000.00", "per": "maand"}],
    "betaalperiode": "maand",
    "vaste_maandbetaling": True,
    "cao_vorm": "wet",
    "gewerkt_bron": "niet",
}


def context(*, begins: str = BEGIN, weeks: list[dict[str, Any]] | None = None, **papers: Any) -> Context:
    known = {"feiten": {"perioden": [{"ziek_vanaf": begins, "hersteld_per": None}]}, "weken": weeks or []}
    return Context(today=TODAY, papers={"loonfeiten": known, "zaak": {"eerste_ziektedag": begins}, **papers})


def stops(answers: dict[str, Any], around: Context | None = None) -> list[tuple[str, str]]:
    """What stands in the way, as place and sentence."""
    found = FLOW.findings(answers, around or context())
    return [(finding.field, finding.message) for finding in found if finding.stops]


def test_it_is_a_record_of_a_case_without_a_paper() -> None:
    assert FLOW.scope is Scope.CASE_RECORD
    assert not FLOW.has_paper
    assert is_case_record(FLOW.key)


def test_every_answer_has_the_name_the_calculation_knows() -> None:
    columns = {column.key for field in FIELDS if isinstance(field, Table) for column in field.columns}
    own = {
        "vakantiebijslag",
        "cao_vorm",
        *CAO_TABLES.values(),
        "gewerkt_bron",
        "weken_in_woorden",
        "loonwaarde_percentage",
        "betaling",
    }
    assert {field.key for field in FIELDS} - own <= set(WAGE_KEYS)
    assert {"van_week", "ook_boven_maximumdagloon", "opgeheven_per", "grond", "bron"} <= columns


def test_a_new_form_takes_over_what_is_known() -> None:
    employer = {"loon_jaar1": "100", "loon_jaar2": "70", "wachtdagen": "1"}
    employee = {"geboortedatum": "1990-05-01", "werkpatroon": PATTERN}
    answers, carried = FLOW.start(context(werkgever=employer, werknemer=employee))
    assert answers["werkpatroon"] == PATTERN
    assert answers["wachtdagen"] == "1"
    assert answers["cao_vorm"] == "weken"
    assert answers["cao_weken"] == [
        {"van_week": "1", "tot_en_met_week": "52", "percentage": "100"},
        {"van_week": "53", "tot_en_met_week": ""},
    ]
    assert answers["gewerkt_bron"] == "weekstaat"
    assert carried["werkpatroon"] == "werknemer"
    assert carried["cao_weken"] == "werkgever"


def test_an_employer_who_pays_what_the_law_asks_agreed_nothing_more() -> None:
    answers, _carried = FLOW.start(context(werkgever={"loon_jaar1": "70"}))
    assert answers["cao_vorm"] == "wet"
    assert "cao_weken" not in answers


def test_the_first_wage_begins_on_the_first_sick_day() -> None:
    answers = {**WHOLE, "loon": [{"bedrag": "3000.00", "per": "maand"}, {"bedrag": "3100.00", "per": "maand"}]}
    rows = FLOW.computed(answers, context())["loon"]
    assert rows[0]["van"] == BEGIN  # type: ignore[index]
    assert "van" not in rows[1]  # type: ignore[index]
    assert FLOW.computed(answers, Context(today=TODAY))["loon"][0].get("van") is None  # type: ignore[index]


def test_a_finished_form_can_be_computed() -> None:
    assert stops(WHOLE) == []
    made = wage_input(WHOLE, FIELDS, context())
    facts = read_facts({"perioden": [{"ziek_vanaf": BEGIN}], **made.data})
    assert facts.uren_per_week == Decimal(40)
    assert facts.loon[0].bedrag == Decimal("3000.00")
    assert facts.cao == ()
    assert facts.gewerkt == ()


FULL: dict[str, Any] = {
    **WHOLE,
    "wachtdagen": "2",
    "cao_vorm": "weken",
    "cao_weken": [
        {"van_week": "1", "tot_en_met_week": "26", "percentage": "100", "ook_boven_maximumdagloon": False},
        {"van_week": "27", "tot_en_met_week": ""},
    ],
    "gewerkt_bron": "zelf",
    "gewerkt": [
        {
            "van": "2026-04-06", "tot_en_met": "2026-04-26", "uren_per_week": "12", "vorm": "loonwaarde",
            "loonwaarde_percentage": "80", "betaling": "volledig",
        },
        {"van": "2026-04-27", "uren_per_week": "16", "vorm": "arbeidstherapeutisch", "loonwaarde_percentage": "80"},
    ],
    "andere_inkomsten": [{"van": "2026-10-01", "tot_en_met": "2026-10-31", "bedrag": "400.00", "per": "periode"}],
    "uitkeringen": [{"van": "2026-10-01", "bedrag": "100.00", "per": "maand"}],
    "opschorting": [
        {"van": "2026-07-06", "opgeheven_per": "2026-08-03", "grond": "spreekuur_gemist", "meegedeeld_op": "2026-07-06"}
    ],
    "loonstop": [
        {"van": "2026-09-07", "tot_en_met": "2026-09-13", "grond": "passende_arbeid_geweigerd",
         "meegedeeld_op": "2026-09-07"}
    ],
    "eigen_bedragen": [
        {"bedrag": "minimumuurloon", "van": "2027-01-01", "waarde": "13.00", "bron": "Rijksoverheid", "leeftijd": "20"},
        {"bedrag": "maximumdagloon", "van": "2027-01-01", "waarde": "315.00", "bron": "UWV", "leeftijd": "20"},
    ],
    "reken_tot_en_met": "2027-03-01",
}  # fmt: skip


def test_everything_at_once_arrives_in_the_calculation() -> None:
    assert stops(FULL) == []
    facts = read_facts({"perioden": [{"ziek_vanaf": BEGIN}], **wage_input(FULL, FIELDS, context()).data})
    assert facts.wachtdagen == 2
    assert [(rule.van_week, rule.tot_en_met_week, rule.percentage) for rule in facts.cao] == [
        (1, 26, Decimal(100)),
        (27, None, None),
    ]
    assert not facts.cao[0].ook_boven_maximumdagloon
    assert [(item.uren_per_week, item.loonwaarde_percentage) for item in facts.gewerkt] == [
        (Decimal(12), Decimal(80)),
        (Decimal(16), None),
    ]
    assert facts.opschorting[0].meegedeeld_op == date(2026, 7, 6)
    assert facts.loonstop[0].grond == "passende_arbeid_geweigerd"
    assert [(own.leeftijd, own.waarde) for own in facts.eigen_bedragen] == [
        (20, Decimal("13.00")),
        (None, Decimal("315.00")),
    ]
    assert facts.reken_tot_en_met == date(2027, 3, 1)


def test_an_agreement_between_days_is_read_from_its_own_table() -> None:
    answers = {**WHOLE, "cao_vorm": "dagen", "cao_weken": FULL["cao_weken"], "cao_dagen": [{"van": BEGIN}]}
    assert wage_input(answers, FIELDS, context()).data["cao"] == [{"van": BEGIN, "percentage": "wettelijk"}]


def test_a_row_that_is_not_finished_is_left_out_and_the_others_keep_their_place() -> None:
    rows = [{"van": "2026-01-01"}, {}, {"van": "2026-02-01", "bedrag": "10.00", "per": "uur"}]
    made = wage_input({**WHOLE, "loon": rows}, FIELDS, context())
    assert made.data["loon"] == [rows[2]]
    assert made.place_of("loon", "[0]", ".van") == "loon[2].van"


REFUSED = [
    ({"werkpatroon": ["0"] * 7}, "werkpatroon", "staat op geen enkele dag een uur"),
    ({"loon": [{"van": "2026-05-01", "bedrag": "10.00", "per": "uur"}]}, "loon", "na de eerste ziektedag"),
    ({"loon": [{"van": "2026-01-01", "bedrag": "0", "per": "uur"}]}, "loon[0].bedrag", "een bedrag boven nul"),
    ({"wachtdagen": "3"}, "wachtdagen", "een heel getal van 0 tot en met 2"),
    ({"geboortedatum": "2026-05-01", "bbl": False}, "geboortedatum", "ligt niet voor de eerste ziektedag"),
    (
        {"cao_vorm": "weken", "cao_weken": [{"van_week": "1", "tot_en_met_week": "30"}, {"van_week": "20"}]},
        "cao_weken[1]",
        "begint in week 20",
    ),
    ({"cao_vorm": "weken", "cao_weken": [{"van_week": "900"}]}, "cao_weken[0].van_week", "een heel getal"),
    (
        {"gewerkt_bron": "zelf", "gewerkt": [{"van": BEGIN, "uren_per_week": "48", "vorm": "arbeidstherapeutisch"}]},
        "gewerkt[0].uren_per_week",
        "meer dan de afgesproken 40 uur",
    ),
    (
        {"gewerkt_bron": "zelf", "gewerkt": [{"van": BEGIN, "uren_per_week": "8", "vorm": "loonwaarde"}]},
        "gewerkt[0]",
        "Vul “Loonwaarde in procent” in, of “Loonwaarde per week”",
    ),
    (
        {
            "gewerkt_bron": "zelf",
            "gewerkt": [{"van": "2026-01-05", "uren_per_week": "8", "vorm": "arbeidstherapeutisch"}],
        },
        "gewerkt[0].van",
        "voor de eerste ziektedag",
    ),
    (
        {"opschorting": [{"van": "2026-07-06", "opgeheven_per": "2026-07-06", "grond": "spreekuur_gemist"}]},
        "opschorting[0]",
        "“Weer betaald vanaf”",
    ),
    (
        {"uitkeringen": [{"van": "2036-10-01", "bedrag": "100.00", "per": "maand"}]},
        "uitkeringen[0]",
        "valt op geen enkele dag",
    ),
    (
        {"andere_inkomsten": [
            {"van": "2026-10-03", "tot_en_met": "2026-10-04", "bedrag": "100.00", "per": "periode"}
        ]},
        "andere_inkomsten[0]",
        "“Werkpatroon”",
    ),
    (
        {"eigen_bedragen": [
            {"bedrag": "minimumuurloon", "van": "2027-01-01", "waarde": "15.00", "bron": "a", "leeftijd": "40"}
        ]},
        "eigen_bedragen[0].leeftijd",
        "een heel getal",
    ),
    (
        {"reken_tot_en_met": "2026-01-01"},
        "reken_tot_en_met",
        "“Laatste dag van de berekening”",
    ),
]  # fmt: skip


CHANGED = {"van": "2026-05-06", "uren_per_dag": ["8", "8", "0", "0", "0", "0", "0"]}
REFUSED += [
    ({"werkpatroon_wijzigingen": [{**CHANGED, "van": BEGIN}]}, "werkpatroon_wijzigingen[0].van", "niet na de eerste"),
    (
        {"werkpatroon_wijzigingen": [CHANGED, CHANGED]},
        "werkpatroon_wijzigingen[1].van",
        "“Vanaf” beginnen op 06-05-2026 twee werkpatronen",
    ),
    (
        {"werkpatroon_wijzigingen": [{**CHANGED, "uren_per_dag": ["0"] * 6 + ["0.0"]}]},
        "werkpatroon_wijzigingen[0].uren_per_dag",
        "staat op geen enkele dag een uur",
    ),
    (
        {"werkpatroon_wijzigingen": [{**CHANGED, "uren_per_dag": ["8.125", "8", "0", "0", "0", "0", "0"]}]},
        "werkpatroon_wijzigingen[0].uren_per_dag",
        "hoogstens twee decimalen",
    ),
    ({"werkpatroon": ["8.125", *PATTERN[1:]]}, "werkpatroon", "hoogstens twee decimalen"),
    (
        {"vakantie": [{"van": "2026-07-20", "tot_en_met": "2026-07-10"}]},
        "vakantie[0]",
        "ligt “Tot en met” 10-07-2026 voor “Vanaf” 20-07-2026",
    ),
    ({"vakantie": [{"van": "2026-02-20", "tot_en_met": "2026-03-10"}]}, "vakantie[0].van", "voor de eerste ziektedag"),
    ({"vakantie": [{"van": "2036-07-20", "tot_en_met": "2036-07-24"}]}, "vakantie[0]", "valt op geen enkele ziektedag"),
    (
        {"vakantie": [
            {"van": "2026-07-20", "tot_en_met": "2026-07-31"}, {"van": "2026-07-31", "tot_en_met": "2026-08-07"}
        ]},
        "vakantie[1]",
        "begint op 31-07-2026",
    ),
    (
        {
            "vakantie": [{"van": "2026-07-20", "tot_en_met": "2026-07-31"}],
            "loonstop": [{"van": "2026-07-27", "grond": "herstel_belemmerd", "meegedeeld_op": "2026-07-27"}],
        },
        "loonstop[0]",
        "“Vakantie tijdens de ziekte” loopt dan nog",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "place", "words"), REFUSED, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_refusal_stands_at_its_field_in_the_words_of_the_form(
    changes: dict[str, Any], place: str, words: str
) -> None:
    ((field, message),) = stops({**WHOLE, **changes})
    assert field == place
    assert words in message
    assert "'" not in message
    assert message.endswith(".")


def test_a_refusal_about_the_case_itself_stops_nothing_here() -> None:
    known = {"feiten": {"perioden": [{"ziek_vanaf": "1999-01-01"}]}, "weken": []}
    answers = {**WHOLE, "bbl": False, "voltijd_uren_per_week": "40"}
    assert stops(answers, Context(today=TODAY, papers={"loonfeiten": known})) == []


NOT_WELL_FORMED = [
    ({"werkpatroon": ["-8", *PATTERN[1:]]}, "werkpatroon", "een getal van 0 tot 24"),
    ({"loon": [{"van": "2026-01-01", "bedrag": "-5", "per": "uur"}]}, "loon[0].bedrag", "0 of meer"),
    (
        {"cao_vorm": "dagen", "cao_dagen": [{"van": BEGIN, "percentage": "101"}]},
        "cao_dagen[0].percentage",
        "hoogstens 100",
    ),
    (
        {"werkpatroon_wijzigingen": [{**CHANGED, "uren_per_dag": ["25"]}]},
        "werkpatroon_wijzigingen[0].uren_per_dag",
        "24",
    ),
    ({"betaalperiode": "vier_weken"}, "vier_weken_vanaf", "nog niet ingevuld"),
    ({"betaalperiode": "vier_weken", "vier_weken_vanaf": "ooit"}, "vier_weken_vanaf", "geen datum"),
    ({"vakantie": [{"van": "2026-07-20"}]}, "vakantie[0].tot_en_met", "nog niet ingevuld"),
    ({"vakantiebijslag": "elke_keer"}, "loon[0].vakantiebijslag_inbegrepen", "nog niet ingevuld"),
]


@pytest.mark.parametrize(
    ("changes", "place", "words"), NOT_WELL_FORMED, ids=[place for _c, place, _w in NOT_WELL_FORMED]
)
def test_what_is_not_well_formed_stands_at_its_field(changes: dict[str, Any], place: str, words: str) -> None:
    ((field, message),) = stops({**WHOLE, **changes})
    assert field == place
    assert words in message


def test_what_is_not_well_formed_is_told_once() -> None:
    rows = [{"van": "gisteren", "bedrag": "veel", "per": "uur"}]
    assert [place for place, _words in stops({**WHOLE, "loon": rows})] == ["loon[0].van", "loon[0].bedrag"]


def test_an_answer_that_is_not_there_yet_is_told_once() -> None:
    assert stops({**WHOLE, "loon": []}) == [("loon", "Dit is nog niet ingevuld.")]


def test_outside_a_case_nothing_is_computed() -> None:
    assert stops(WHOLE, Context(today=TODAY)) == []
    assert first_day(Context(today=TODAY)) is None
    assert first_day(Context(today=TODAY, papers={"zaak": {"eerste_ziektedag": BEGIN}})) == date(2026, 3, 2)


def test_a_period_needs_its_last_day_only_for_an_amount_over_the_whole_of_it() -> None:
    rows = [{"van": "2026-10-01", "bedrag": "100.00", "per": "periode"}]
    assert stops({**WHOLE, "uitkeringen": rows}) == [("uitkeringen[0].tot_en_met", "Dit is nog niet ingevuld.")]
    assert stops({**WHOLE, "uitkeringen": [{**rows[0], "per": "week"}]}) == []


@pytest.mark.parametrize(
    ("born", "begins", "asked"),
    [
        ("2008-01-01", BEGIN, True),
        ("1990-05-01", BEGIN, False),
        ("2005-03-03", BEGIN, True),
        ("2005-03-02", BEGIN, False),
    ],
)
def test_the_contract_of_a_young_employee_is_asked(born: str, begins: str, asked: bool) -> None:
    keys = {field.key for field in FLOW.asked_fields({**WHOLE, "geboortedatum": born}, context(begins=begins))}
    assert ("bbl" in keys) is asked
    assert "bbl" not in {field.key for field in FLOW.asked_fields({}, context())}


def test_a_full_working_week_is_asked_only_for_the_time_before_the_minimum_per_hour() -> None:
    old, new = context(begins="2023-10-02"), context()
    assert "voltijd_uren_per_week" in {field.key for field in FLOW.asked_fields(WHOLE, old)}
    assert "voltijd_uren_per_week" not in {field.key for field in FLOW.asked_fields(WHOLE, new)}
    ((place, message),) = stops({**WHOLE, "voltijd_uren_per_week": "30"}, old)
    assert place == "voltijd_uren_per_week"
    assert "“Uren per week” 40" in message


def test_a_fixed_wage_is_asked_only_beside_a_wage_per_month() -> None:
    by_hour = {**WHOLE, "loon": [{"van": "2020-01-01", "bedrag": "20.00", "per": "uur"}]}
    assert "vaste_maandbetaling" not in {field.key for field in FLOW.asked_fields(by_hour, context())}
    assert "vaste_maandbetaling" in {field.key for field in FLOW.asked_fields(WHOLE, context())}


# --- hours of the weekstaat -----------------------------------------------------------------------------------------


def from_sheet(**changes: Any) -> dict[str, Any]:
    return {**WHOLE, "gewerkt_bron": "weekstaat", "loonwaarde_percentage": "90", **changes}


def test_hours_of_the_weekstaat_count_by_themselves() -> None:
    weeks = [WEEK, {**WEEK, "van": "2026-05-04", "tot_en_met": "2026-05-10", "vorm": "arbeidstherapeutisch"}]
    made = wage_input(from_sheet(betaling="volledig"), FIELDS, context(weeks=weeks))
    assert made.data["gewerkt"] == [
        {**WEEK, "uren_per_week": "16.00", "loonwaarde_percentage": "90", "betaling": "volledig"},
        {**weeks[1], "uren_per_week": "16.00"},
    ]
    assert stops(from_sheet(), context(weeks=weeks)) == []
    assert "betaling" not in wage_input(from_sheet(), FIELDS, context(weeks=weeks)).data["gewerkt"][0]


def test_more_hours_than_the_contract_count_up_to_the_contract() -> None:
    weeks = [{**WEEK, "uren_per_week": "55"}]
    assert wage_input(from_sheet(), FIELDS, context(weeks=weeks)).data["gewerkt"][0]["uren_per_week"] == "40.00"


def test_a_cut_week_is_spread_over_the_days_that_are_left() -> None:
    # Two days of 8 hours are left of 40: 8 hours worked on them is as much as 20 hours in a whole week.
    cut = {**WEEK, "van": "2026-04-09", "tot_en_met": "2026-04-10", "uren_per_week": "8"}
    weekend = {**WEEK, "van": "2026-04-11", "tot_en_met": "2026-04-12", "uren_per_week": "8"}
    rows = wage_input(from_sheet(), FIELDS, context(weeks=[cut, weekend])).data["gewerkt"]
    assert [row["uren_per_week"] for row in rows] == ["20.00"]


def test_without_a_value_or_a_pattern_the_weeks_wait() -> None:
    assert "gewerkt" not in wage_input(from_sheet(loonwaarde_percentage=None), FIELDS, context(weeks=[WEEK])).data
    assert wage_input(from_sheet(werkpatroon=None), FIELDS, context(weeks=[WEEK])).data["gewerkt"] == []


def test_the_form_says_what_the_weekstaat_holds() -> None:
    full = FLOW.computed(from_sheet(), context(weeks=[WEEK]))
    assert full["weken_in_woorden"] == "1 periode, van 06-04-2026 tot en met 03-05-2026"
    assert FLOW.computed(from_sheet(), context())["weken_in_woorden"] is None
    hints = [finding.field for finding in FLOW.findings(from_sheet(), context()) if finding.level is Level.HINT]
    assert hints == ["gewerkt_bron"]


def schedule(phases: list[dict[str, Any]], *weeks: tuple[str, str]) -> dict[str, Any]:
    return {"fasen": phases, "weekstaat": [{"week": day, "gewerkt": hours} for day, hours in weeks]}


def phase(first: str, last: str | None = None, **more: Any) -> dict[str, Any]:
    return {"van": first, "tot": last, "dagen": ["ma", "di"], "uren_dag": "4", "loonvorm": "met_loonwaarde", **more}


TRIAL = {"loonvorm": "arbeidstherapeutisch_tot_datum"}


def test_weeks_that_are_alike_become_one_stretch() -> None:
    answers = schedule(
        [phase("2026-04-06", "2026-04-26", **TRIAL, therapeutisch_tot="2026-04-19"), phase("2026-04-27")],
        ("2026-04-06", "8"), ("2026-04-13", "8"), ("2026-04-20", "8"), ("2026-04-27", "8"), ("2026-05-04", "0"),
        ("2026-05-11", "8"), ("2026-05-18", "6"),
    )  # fmt: skip
    found = worked_stretches([answers], date(2026, 3, 2), date(2026, 12, 31))
    assert [(str(item.first), str(item.last), str(item.hours), item.form) for item in found] == [
        ("2026-04-06", "2026-04-19", "8", "arbeidstherapeutisch"),
        ("2026-04-20", "2026-05-03", "8", "loonwaarde"),
        ("2026-05-11", "2026-05-17", "8", "loonwaarde"),
        ("2026-05-18", "2026-05-24", "6", "loonwaarde"),
    ]


def test_a_trial_without_an_end_lasts_as_long_as_its_phase_and_work_outside_any_phase_has_value() -> None:
    answers = schedule([phase("2026-04-06", "2026-04-12", **TRIAL)], ("2026-04-06", "8"), ("2026-04-13", "8"))
    forms = [item.form for item in worked_stretches([answers], date(2026, 3, 2), date(2026, 12, 31))]
    assert forms == ["arbeidstherapeutisch", "loonwaarde"]
    assert worked_stretches([schedule([], ("2026-04-06", "8"))], date(2026, 3, 2), date(2026, 12, 31))[0].form == (
        "loonwaarde"
    )
    assert worked_stretches([], date(2026, 3, 2), date(2026, 12, 31)) == ()


def test_weeks_are_cut_at_both_ends_and_a_later_schedule_goes_before() -> None:
    first = schedule([phase("2026-04-06")], ("2026-04-06", "8"), ("2026-04-13", "8"))
    second = schedule([phase("2026-04-13")], ("2026-04-13", "10"), ("2026-04-20", "10"), ("2026-04-27", "10"))
    found = worked_stretches([first, second], date(2026, 4, 8), date(2026, 4, 22))
    assert [(item.first.day, item.last.day, str(item.hours)) for item in found] == [
        (8, 12, "8"),
        (13, 19, "10"),
        (20, 22, "10"),
    ]
    assert found[0].as_row() == {
        "van": "2026-04-08", "tot_en_met": "2026-04-12", "uren_per_week": "8", "vorm": "loonwaarde",
    }  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["0", "4", "8"]), max_size=14))
def test_no_worked_hour_is_lost_or_counted_twice(hours: list[str]) -> None:
    mondays = [date.fromordinal(date(2026, 4, 6).toordinal() + 7 * index) for index in range(len(hours))]
    answers = schedule([phase("2026-04-06")], *((str(day), told) for day, told in zip(mondays, hours, strict=True)))
    found = worked_stretches([answers], date(2026, 3, 2), date(2027, 12, 31))
    weeks = [((item.last - item.first).days + 1) // 7 for item in found]
    assert sum(count * item.hours for count, item in zip(weeks, found, strict=True)) == sum(map(int, hours))
    assert all(isinstance(item, WorkedStretch) and item.is_whole for item in found)
    assert all(earlier.last < later.first for earlier, later in pairwise(found))


def test_hours_of_the_weekstaat_follow_a_change_of_the_hours() -> None:
    """From Wednesday 6 May on two days of 8 hours; that week is 16 hours by the old pattern and none by the new."""
    weeks = [
        WEEK,
        {**WEEK, "van": "2026-05-04", "tot_en_met": "2026-05-24", "uren_per_week": "8", "vorm": "arbeidstherapeutisch"},
    ]
    answers = from_sheet(werkpatroon_wijzigingen=[CHANGED])
    rows = wage_input(answers, FIELDS, context(weeks=weeks)).data["gewerkt"]
    assert [(row["van"], row["tot_en_met"], row["uren_per_week"]) for row in rows] == [
        ("2026-04-06", "2026-05-03", "16.00"),
        ("2026-05-04", "2026-05-05", "20.00"),
        ("2026-05-11", "2026-05-17", "8.00"),
        ("2026-05-18", "2026-05-24", "8.00"),
    ]
    assert stops(answers, context(weeks=weeks)) == []
    # A change that is not filled in yet changes nothing.
    half = from_sheet(werkpatroon_wijzigingen=[{**CHANGED, "uren_per_dag": ["0"] * 7}])
    assert len(wage_input(half, FIELDS, context(weeks=weeks)).data["gewerkt"]) == 2


def test_weeks_without_hours_run_from_the_first_plan_on() -> None:
    answers = schedule([phase("2026-04-08", "2026-05-31")], ("2026-04-13", "8"), ("2026-04-27", "0"))
    found = weeks_without_hours([answers], date(2026, 3, 2), date(2026, 5, 5))
    assert [str(day) for day in found] == ["2026-04-06", "2026-04-20", "2026-05-04"]
    assert weeks_without_hours([answers], date(2026, 5, 1), date(2026, 5, 5)) == (date(2026, 5, 4),)
    assert weeks_without_hours([schedule([])], date(2026, 3, 2), date(2026, 5, 5)) == ()
    assert weeks_without_hours([], date(2026, 3, 2), date(2026, 5, 5)) == ()
    told = schedule([phase("")], ("2026-04-13", "8"))
    assert weeks_without_hours([told], date(2026, 3, 2), date(2026, 4, 20)) == (date(2026, 4, 20),)


# --- how it is paid -------------------------------------------------------------------------------------------------


def test_changes_vakantie_and_four_weeks_arrive_in_the_calculation() -> None:
    answers = {
        **WHOLE,
        "werkpatroon_wijzigingen": [CHANGED, {}],
        "loon": [{"van": "2020-01-01", "bedrag": "2800.00", "per": "vier_weken"}],
        "betaalperiode": "vier_weken",
        "vier_weken_vanaf": "2025-12-29",
        "vakantie": [{"van": "2026-07-20", "tot_en_met": "2026-07-31"}],
    }
    assert stops(answers) == []
    facts = read_facts({"perioden": [{"ziek_vanaf": BEGIN}], **wage_input(answers, FIELDS, context()).data})
    assert facts.patterns().week(date(2026, 5, 6)) == 16
    assert facts.betaalperiode is Per.VIER_WEKEN
    assert facts.vier_weken_vanaf == date(2025, 12, 29)
    assert facts.vakantie[0].span.van == date(2026, 7, 20)


@pytest.mark.parametrize(
    ("rows", "paid"),
    [
        ([], "maand"),
        ([{"van": "2020-01-01", "bedrag": "20.00", "per": "uur"}], "maand"),
        ([{"van": "2026-01-01", "per": "week"}, {"van": "2020-01-01", "per": "maand"}, {"per": "maand"}], "week"),
        ([{"van": "2020-01-01", "per": "vier_weken"}], "vier_weken"),
    ],
)
def test_how_often_wage_is_paid_follows_from_the_newest_wage(rows: list[dict[str, Any]], paid: str) -> None:
    answers = {key: value for key, value in WHOLE.items() if key != "betaalperiode"}
    assert FLOW.computed({**answers, "loon": rows}, context())["betaalperiode"] == paid


def test_vakantiebijslag_in_the_wage_is_asked_only_when_it_is_paid_every_time() -> None:
    held = {"van": "2020-01-01", "bedrag": "3000.00", "per": "maand", "vakantiebijslag_inbegrepen": True}
    yearly = wage_input({**WHOLE, "loon": [held]}, FIELDS, context())
    assert "vakantiebijslag_inbegrepen" not in yearly.data["loon"][0]
    for answers in ({**WHOLE, "vakantiebijslag": "elke_keer"}, {**WHOLE, "vakantiebijslag": None}):
        assert wage_input({**answers, "loon": [held]}, FIELDS, context()).data["loon"] == [held]


def test_other_hours_with_the_same_wage_are_asked_about() -> None:
    def hints(**changes: Any) -> list[str]:
        found = FLOW.findings({**WHOLE, "werkpatroon_wijzigingen": [CHANGED], **changes}, context())
        return [item.field for item in found if item.level is Level.HINT]

    assert hints() == ["werkpatroon_wijzigingen[0].van"]
    new = {"van": "2026-05-06", "bedrag": "1200.00", "per": "maand"}
    assert hints(loon=[*WHOLE["loon"], new]) == []
    assert hints(loon=[{"van": "2020-01-01", "bedrag": "20.00", "per": "uur"}]) == []
    assert hints(werkpatroon_wijzigingen=[{"uren_per_dag": PATTERN}]) == []


def test_vakantie_needs_consent() -> None:
    answers = {**WHOLE, "vakantie": [{"van": "2026-07-20", "tot_en_met": "2026-07-31"}]}
    (found,) = FLOW.findings(answers, context())
    assert (found.field, found.source) == ("vakantie", "BW 7:637 lid 1")


def test_the_row_of_other_hours_says_the_days_and_the_week() -> None:
    table = FLOW.field("werkpatroon_wijzigingen")
    assert isinstance(table, Table)
    assert table.summary is not None
    assert table.summary({**CHANGED, "uren_per_dag": ["8", "7.5", "", "0", "0", "0", "0"]}, context()) == "ma 8, di 7,5"
    assert table.summary({}, context()) == ""
    full = FLOW.computed({**WHOLE, "werkpatroon_wijzigingen": [CHANGED, {"van": "2026-06-01"}]}, context())
    assert [row["uren_in_woorden"] for row in full["werkpatroon_wijzigingen"]] == [  # type: ignore[attr-defined]
        "16 uur per week",
        None,
    ]


def test_a_change_of_hours_starts_from_the_hours_that_are_known() -> None:
    table = FLOW.field("werkpatroon_wijzigingen")
    assert isinstance(table, Table)
    (hours,) = [column for column in table.columns if column.key == "uren_per_dag"]
    assert hours.start_value(context(werknemer={"werkpatroon": PATTERN})) == PATTERN
    assert hours.start_value(context()) is None
    (week,) = [column for column in table.columns if isinstance(column, Computed)]
    assert week.only_listed, "the boxes say the sum of the week already"


# --- hints and words ------------------------------------------------------------------------------------------------


def test_holding_back_wage_is_told_at_once_and_in_writing() -> None:
    told = {"van": "2026-07-06", "grond": "spreekuur_gemist"}
    rows = [told, {**told, "van": "2026-08-03", "meegedeeld_op": "2026-08-05"}, {"grond": "spreekuur_gemist"}]
    found = FLOW.findings({**WHOLE, "opschorting": rows}, context())
    hints = [(item.field, item.message) for item in found if item.level is Level.HINT]
    assert [place for place, _words in hints] == ["opschorting[0].meegedeeld_op", "opschorting[1].meegedeeld_op"]
    assert "direct schriftelijk" in hints[0][1]
    assert "later dan de eerste dag" in hints[1][1]
    on_time = [{**told, "meegedeeld_op": "2026-07-06", "opgeheven_per": "2026-07-13"}]
    assert not [item for item in FLOW.findings({**WHOLE, "opschorting": on_time}, context()) if not item.stops]


def test_waiting_days_need_an_agreement() -> None:
    hints = [item.field for item in FLOW.findings({**WHOLE, "wachtdagen": "1"}, context())]
    assert hints == ["wachtdagen"]
    assert FLOW.findings({**WHOLE, "wachtdagen": "0"}, context()) == ()


def test_keys_in_a_sentence_become_labels() -> None:
    told = in_labels(
        "Vul dat in bij 'loonstop', of bij 'eigen_bedragen[2].leeftijd'. 'cao[1]' en 'perioden' ook.", FIELDS
    )
    assert told == "Vul dat in bij “Loonstop”, of bij “Leeftijd”. “Afspraak tussen datums” en 'perioden' ook."


def test_a_sentence_that_names_no_field_has_no_place() -> None:
    assert place_in("'perioden[0].ziek_vanaf' is te oud.", WageInput(), FIELDS) == ""
    assert place_in("Er klopt iets niet.", WageInput(), FIELDS) == ""


def test_weeks_of_an_agreement_read_as_a_sentence() -> None:
    rows = [{"van_week": "1", "tot_en_met_week": "52"}, {"van_week": "53"}, {"percentage": "100"}]
    full = FLOW.computed({**WHOLE, "cao_weken": rows}, context())["cao_weken"]
    assert [row["weken"] for row in full] == ["Week 1 tot en met 52", "Vanaf week 53", None]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"van_week": "53"}, "Wat de wet vraagt"),
        ({"percentage": "100"}, ""),
        ({"percentage": "100", "ook_boven_maximumdagloon": False}, "Niet boven het maximum"),
    ],
)
def test_the_row_of_an_agreement_says_the_rest(row: dict[str, Any], said: str) -> None:
    table = FLOW.field("cao_weken")
    assert isinstance(table, Table)
    assert table.summary is not None
    assert table.summary(row, context()) == said


def test_grounds_are_those_of_the_law_and_nothing_else() -> None:
    table = FLOW.field("loonstop")
    assert isinstance(table, Table)
    (ground,) = [column for column in table.columns if column.key == "grond"]
    assert isinstance(ground, Choice)
    assert len(ground.options) == 6
    assert all("629" in option.help for option in ground.options)
    assert not [column for field in FIELDS if isinstance(field, Table) for column in field.columns
                if column.kind == "long_text"]  # fmt: skip
    assert [column.key for field in FIELDS if isinstance(field, Table) for column in field.columns
            if isinstance(column, Computed)] == ["uren_in_woorden", "weken"]  # fmt: skip
