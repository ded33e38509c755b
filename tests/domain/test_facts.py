"""Reading facts: what is good is read, what is not is refused by name with a way out."""

from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.domain.clock import case_clocks
from reintegratie_desktop.domain.facts import CaseFacts, Done, Leave, Loonsanctie, SickPeriod
from reintegratie_desktop.domain.reading import Node, shown
from reintegratie_desktop.text.errors import KnownError

PERIOD = {"ziek_vanaf": "2026-01-05", "hersteld_per": None}


def read(**facts: Any) -> CaseFacts:
    return CaseFacts.from_dict({"perioden": [PERIOD], **facts})


def test_everything_is_read() -> None:
    facts = CaseFacts.from_dict(
        {
            "peildatum": "2026-02-01",
            "perioden": [
                {"ziek_vanaf": "2026-03-30", "hersteld_per": None},
                {"ziek_vanaf": "2026-01-05", "hersteld_per": "2026-03-09"},
            ],
            "verlof": [{"van": "2026-06-01", "tot_en_met": "2026-09-20", "zelfde_geval": False}],
            "gedaan": {"probleemanalyse": "2026-02-09", "evaluaties": ["2026-05-01", "2026-04-01"]},
            "aow_gerechtigd": False,
            "einde_dienstverband": "2027-01-31",
            "vangnet_meldtermijn": "4_dagen",
            "loonsanctie": {"reparatie_vastgesteld": "2028-06-01"},
            "instellingen": {"termijn_ziekmelding_dagen": 4},
        }
    )
    assert facts == CaseFacts(
        perioden=(SickPeriod(date(2026, 1, 5), date(2026, 3, 9)), SickPeriod(date(2026, 3, 30))),
        verlof=(Leave(date(2026, 6, 1), date(2026, 9, 20), zelfde_geval=False),),
        gedaan=Done(probleemanalyse=date(2026, 2, 9), evaluaties=(date(2026, 4, 1), date(2026, 5, 1))),
        einde_dienstverband=date(2027, 1, 31),
        vangnet_meldtermijn="4_dagen",
        loonsanctie=Loonsanctie(date(2028, 6, 1)),
        termijn_ziekmelding_dagen=4,
        peildatum=date(2026, 2, 1),
    )


def test_null_is_not_filled_in() -> None:
    keys = ("peildatum", "verlof", "gedaan", "aow_gerechtigd", "einde_dienstverband", "vangnet_meldtermijn")
    empty = dict.fromkeys((*keys, "loonsanctie", "instellingen"))
    assert read(**empty) == read()
    assert read(instellingen={}).termijn_ziekmelding_dagen is None
    assert read(instellingen={"termijn_ziekmelding_dagen": None}).termijn_ziekmelding_dagen is None
    assert read(gedaan={"evaluaties": None}).gedaan == Done()


BAD: list[tuple[dict[str, Any], str, str]] = [
    ({"periode": []}, "'periode'", "Bedoelde je 'perioden'?"),
    ({"gedaan": {"evaluatie": []}}, "'gedaan.evaluatie'", "Bedoelde je 'gedaan.evaluaties'?"),
    ({"xyz": 1}, "'xyz'", "kies uit: peildatum"),
    ({"perioden": None}, "'perioden'", "Zet hem erbij"),
    ({"perioden": []}, "perioden", "ziek_vanaf"),
    ({"perioden": "2026-01-05"}, "'perioden'", "Verbeter de waarde"),
    ({"perioden": {"ziek_vanaf": "2026-01-05"}}, "'perioden'", "Verbeter de waarde"),
    ({"perioden": ["2026-01-05"]}, "'perioden[0]'", "Verbeter de waarde"),
    ({"perioden": [{"hersteld_per": "2026-01-05"}]}, "'perioden[0].ziek_vanaf'", "Zet hem erbij"),
    ({"perioden": [{"ziek_vanaf": True}]}, "'perioden[0].ziek_vanaf'", "Verbeter de waarde"),
    ({"perioden": [{"ziek_vanaf": 20260105}]}, "'perioden[0].ziek_vanaf'", "Verbeter de waarde"),
    ({"perioden": [{"ziek_vanaf": "05-01-2026"}]}, "'perioden[0].ziek_vanaf'", "Verbeter de waarde"),
    ({"perioden": [{"ziek_vanaf": "20260105"}]}, "'perioden[0].ziek_vanaf'", "Verbeter de waarde"),
    ({"perioden": [{"ziek_vanaf": "2026-W01-1"}]}, "'perioden[0].ziek_vanaf'", "Verbeter de waarde"),
    ({"perioden": [{"ziek_vanaf": "٢٠٢٦-01-05"}]}, "'perioden[0].ziek_vanaf'", "Verbeter de waarde"),
    ({"perioden": [{"ziek_vanaf": "2026-01-05T08:00"}]}, "'perioden[0].ziek_vanaf'", "Verbeter de waarde"),
    ({"perioden": [{"ziek_vanaf": "2026-02-30"}]}, "die dag bestaat niet", "Kijk de dag en de maand na"),
    ({"perioden": [{"ziek_vanaf": "9999-12-31"}]}, "dat jaar kan niet kloppen", "Kijk het jaar na"),
    ({"perioden": [{"ziek_vanaf": "0001-01-01"}]}, "dat jaar kan niet kloppen", "Kijk het jaar na"),
    (
        {"perioden": [{"ziek_vanaf": "2026-03-01", "hersteld_per": "2026-02-01"}]},
        "hersteld_per 01-02-2026 niet na ziek_vanaf 01-03-2026",
        "Verbeter een van de twee",
    ),
    (
        {"perioden": [{"ziek_vanaf": "2026-03-01", "hersteld_per": "2026-03-01"}]},
        "hersteld_per 01-03-2026 niet na ziek_vanaf",
        "eerste dag dat iemand weer helemaal werkt",
    ),
    (
        {"perioden": [PERIOD, {"ziek_vanaf": "2026-02-01"}]},
        "die van 05-01-2026 loopt nog",
        "Vul bij de eerste hersteld_per in",
    ),
    (
        {"perioden": [{"ziek_vanaf": "2026-01-05", "hersteld_per": "2026-02-10"}, {"ziek_vanaf": "2026-02-01"}]},
        "voor het herstel van 10-02-2026",
        "mogen elkaar niet overlappen",
    ),
    ({"verlof": [{"van": "2026-06-02", "tot_en_met": "2026-06-01"}]}, "tot_en_met 01-06-2026", "Wissel"),
    ({"verlof": [{"van": "2026-06-02"}]}, "'verlof[0].tot_en_met'", "Zet hem erbij"),
    (
        {"verlof": [{"van": "2026-06-02", "tot_en_met": "2026-06-03", "zelfde_geval": "ja"}]},
        "'verlof[0].zelfde_geval'",
        "Verbeter de waarde",
    ),
    (
        {
            "verlof": [
                {"van": "2026-06-02", "tot_en_met": "2026-07-03"},
                {"van": "2026-07-03", "tot_en_met": "2026-08-03"},
            ]
        },
        "begint een verlof op 03-07-2026",
        "maak er één verlof van",
    ),
    (
        {"verlof": [{"van": "2025-06-02", "tot_en_met": "2025-07-03"}]},
        "'verlof' van 02-06-2025 tot en met 03-07-2025 ligt voor de eerste ziektedag 05-01-2026",
        "haal het verlof weg",
    ),
    (
        {
            "perioden": [{"ziek_vanaf": "2026-01-05", "hersteld_per": "2026-02-10"}],
            "verlof": [{"van": "2026-02-11", "tot_en_met": "2026-07-03"}],
        },
        "ligt na het herstel van 10-02-2026",
        "haal het verlof weg",
    ),
    (
        {"perioden": [PERIOD, {"ziek_vanaf": "2011-12-31", "hersteld_per": "2012-02-01"}]},
        "'perioden[1].ziek_vanaf' is 31-12-2011, en wij kennen de regels pas vanaf 01-01-2012",
        "Kijk of de datum klopt",
    ),
    ({"gedaan": []}, "'gedaan'", "Verbeter de waarde"),
    ({"gedaan": {"evaluaties": "2026-04-01"}}, "'gedaan.evaluaties'", "Verbeter de waarde"),
    ({"gedaan": {"evaluaties": [None]}}, "'gedaan.evaluaties[0]'", "Verbeter de waarde"),
    ({"gedaan": {"evaluaties": ["2026-04-01", "2026-04-01"]}}, "twee keer", "één keer"),
    ({"gedaan": {"probleemanalyse": "2026-01-04"}}, "'gedaan.probleemanalyse'", "Verbeter een van de twee"),
    ({"gedaan": {"evaluaties": ["2025-04-01"]}}, "'gedaan.evaluaties'", "Verbeter een van de twee"),
    ({"aow_gerechtigd": "nee"}, "'aow_gerechtigd'", "Verbeter de waarde"),
    ({"aow_gerechtigd": 0}, "'aow_gerechtigd'", "Verbeter de waarde"),
    ({"einde_dienstverband": "2026-01-04"}, "'einde_dienstverband'", "Verbeter een van de twee"),
    (
        {
            "perioden": [{"ziek_vanaf": "2026-01-05", "hersteld_per": "2026-02-10"}, {"ziek_vanaf": "2026-06-01"}],
            "einde_dienstverband": "2026-05-01",
        },
        "begint na 'einde_dienstverband'",
        "Verbeter een van de twee",
    ),
    ({"vangnet_meldtermijn": "4 dagen"}, "'vangnet_meldtermijn'", "Verbeter de waarde"),
    ({"vangnet_meldtermijn": 4}, "4_dagen, 6_weken", "Verbeter de waarde"),
    ({"loonsanctie": True}, "'loonsanctie'", "Verbeter de waarde"),
    ({"loonsanctie": {"reparatie": None}}, "'loonsanctie.reparatie'", "'loonsanctie.reparatie_vastgesteld'"),
    ({"instellingen": {"termijn_ziekmelding_dagen": True}}, "van 1 tot en met 42", "Verbeter de waarde"),
    ({"instellingen": {"termijn_ziekmelding_dagen": 0}}, "van 1 tot en met 42", "Verbeter de waarde"),
    ({"instellingen": {"termijn_ziekmelding_dagen": 43}}, "van 1 tot en met 42", "Verbeter de waarde"),
    ({"instellingen": {"termijn_ziekmelding_dagen": 7.0}}, "van 1 tot en met 42", "Verbeter de waarde"),
    ({"instellingen": {"termijn_ziekmelding_dagen": "7"}}, "van 1 tot en met 42", "Verbeter de waarde"),
]


@pytest.mark.parametrize(("changes", "says", "way_out"), BAD, ids=lambda value: None if isinstance(value, dict) else "")
def test_what_cannot_be_is_refused(changes: dict[str, Any], says: str, way_out: str) -> None:
    with pytest.raises(KnownError) as caught:
        read(**changes)
    assert says in caught.value.message
    assert way_out in caught.value.next_step
    assert caught.value.code == "invoer"


def test_the_whole_must_be_an_object() -> None:
    with pytest.raises(KnownError, match="We verwachten een object"):
        CaseFacts.from_dict([])  # type: ignore[arg-type]


def test_a_sick_report_in_the_leave_is_refused() -> None:
    data = {
        "perioden": [{"ziek_vanaf": "2026-06-10", "hersteld_per": "2026-06-20"}, {"ziek_vanaf": "2026-10-01"}],
        "verlof": [
            {"van": "2026-06-01", "tot_en_met": "2026-06-15"},
            {"van": "2026-06-16", "tot_en_met": "2026-09-20"},
        ],
    }
    with pytest.raises(KnownError, match=r"10-06-2026 in 'perioden' valt helemaal in het verlof"):
        case_clocks(CaseFacts.from_dict(data), date(2026, 10, 1))


def test_illness_that_begins_in_the_leave_counts_from_the_day_after() -> None:
    data = {
        "perioden": [{"ziek_vanaf": "2026-06-10"}],
        "verlof": [
            {"van": "2026-04-20", "tot_en_met": "2026-05-31"},
            {"van": "2026-06-01", "tot_en_met": "2026-09-20"},
        ],
    }
    (clock,) = case_clocks(CaseFacts.from_dict(data), date(2026, 10, 1))
    assert clock.eerste_ziektedag == clock.klok_vanaf == date(2026, 9, 21)


def test_leave_right_beside_the_illness_is_read() -> None:
    data = {
        "perioden": [{"ziek_vanaf": "2026-06-01", "hersteld_per": "2026-08-03"}],
        "verlof": [
            {"van": "2026-01-05", "tot_en_met": "2026-05-31"},
            {"van": "2026-08-03", "tot_en_met": "2026-09-13"},
            {"van": "2026-09-14", "tot_en_met": "2026-11-22"},
        ],
    }
    assert len(CaseFacts.from_dict(data).verlof) == 3


def test_ill_again_on_the_day_of_recovery_is_no_gap() -> None:
    data = {"perioden": [{"ziek_vanaf": "2026-01-05", "hersteld_per": "2026-02-02"}, {"ziek_vanaf": "2026-02-02"}]}
    (clock,) = case_clocks(CaseFacts.from_dict(data), date(2026, 2, 9))
    assert clock.gaps == ()
    assert clock.klok_vanaf == date(2026, 1, 5)


def test_only_keys_that_say_something_are_given() -> None:
    given = Node({"b": False, "leeg": None, "a": 0}, "zaak").given(("a", "b", "leeg", "niet"), needed=("a",))
    assert [(key, node.value, node.path) for key, node in given.items()] == [("b", False, "zaak.b"), ("a", 0, "zaak.a")]


def test_no_settings_is_no_term() -> None:
    assert read(instellingen={}).termijn_ziekmelding_dagen is None
    assert read(instellingen={"termijn_ziekmelding_dagen": None}) == read()


def test_a_call_passed_on_before_the_first_sick_day_is_fine() -> None:
    assert read(gedaan={"ziekmelding_arbodienst": "2026-01-03"}).gedaan.ziekmelding_arbodienst == date(2026, 1, 3)


def test_strange_text_does_not_leave_its_line() -> None:
    assert shown("a\nb\x1b[31m\ud800") == "a?b?[31m?"
    assert shown("x" * 500).endswith("…")
    with pytest.raises(KnownError) as caught:
        Node({"a\nb": 1}).table(("perioden",))
    assert "\n" not in str(caught.value)
