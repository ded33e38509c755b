"""The page of the rules as data: every value is there, what is old is marked, and other rules come in and go out."""

import errno
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from reintegratie_desktop.domain.clock import case_clocks
from reintegratie_desktop.domain.explaining import REGELS
from reintegratie_desktop.domain.facts import CaseFacts, SickPeriod
from reintegratie_desktop.law import signed
from reintegratie_desktop.law.book import load_law, shipped_law
from reintegratie_desktop.law.place import installed_path
from reintegratie_desktop.services import files
from reintegratie_desktop.services.explained import explanations
from reintegratie_desktop.services.rules import (
    RuleLine,
    RulesView,
    back_to_shipped,
    load_rules,
    matching,
    rules_view,
    why_to_check,
)
from reintegratie_desktop.text.errors import KnownError
from tests.rules_files import NEWER, OTHER_KEY, accepting, install, rules_file, rules_texts, sick_report_within

TODAY = date(2026, 11, 23)
REPORT = "ziekmelding_arbodienst_dagen"


@pytest.fixture(autouse=True)
def _accepting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    with accepting(monkeypatch, tmp_path):
        yield


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    place = tmp_path / "2026-2.regels"
    place.write_bytes(rules_file(rules_texts(changes=sick_report_within(5))))
    return place


def line(view: RulesView, key: str) -> RuleLine:
    return next(item for item in view.lines if item.key == key)


# --- what is shown --------------------------------------------------------------------------------------------------


def test_every_value_holiday_and_doubt_has_a_line() -> None:
    law, view = shipped_law(), rules_view(TODAY)
    keys = [item.key for item in view.lines]
    assert len(keys) == len(set(keys))
    told = {one.id for one in explanations(REGELS, TODAY)}
    holidays = {*(holiday.id for holiday in law.calendar.holidays), "weekend"}
    assert set(keys) == {*law.parameters, *law.doubts, *holidays, *told}
    assert {item.key for item in matching(view.lines, only_explaining=True)} == {*told, *law.doubts}
    for key, parameter in law.parameters.items():
        assert len(line(view, key).values) == len(parameter.values)


def test_subjects_stand_together_and_holidays_among_them() -> None:
    subjects = [item.subject for item in rules_view(TODAY).lines]
    runs = [subject for place, subject in enumerate(subjects) if place == 0 or subjects[place - 1] != subject]
    assert len(runs) == len(set(runs))
    assert runs[0] == "Termijnen in de eerste twee jaar"
    assert runs[2] == "Feestdagen en weekend"
    assert runs[-1] == "Waar de wet ruimte laat"


def test_a_line_tells_value_source_first_day_and_when_it_was_checked() -> None:
    item = line(rules_view(TODAY), "probleemanalyse_uiterlijk")
    assert item.value == "42 dagen"
    assert item.source == "Regeling procesgang art. 2"
    assert item.since == "Vanaf 1 jan 2012, nagekeken op 21 nov 2026"
    assert not item.to_check
    assert item.spoken.startswith("Dagen na de eerste ziektedag: probleemanalyse, uiterste dag, 42 dagen, Regeling")


def test_the_value_of_today_is_shown_with_the_next_change_and_the_history_from_new_to_old() -> None:
    item = line(rules_view(date(2025, 8, 1)), "minimumuurloon")
    assert item.value.replace("\u00a0", " ") == "€ 14,40 per uur"
    assert "Vanaf 1 jul 2025, verandert op 1 jan 2026" in item.since
    assert [value.holds for value in item.values].count(True) == 1
    shown = next(value for value in item.values if value.holds)
    assert (shown.value, shown.since) == (item.value, "vanaf 1 jul 2025")
    days = [value.starts_on for value in shipped_law().parameters["minimumuurloon"].values]
    assert len(item.values) == len(days)
    assert item.values[-1].since.endswith(f"{min(days).year}")
    assert shown.url.startswith("https://")


def test_before_its_first_day_a_rule_shows_what_will_hold() -> None:
    item = line(rules_view(date(2011, 6, 1)), "probleemanalyse_uiterlijk")
    assert (item.value, item.since.split(",")[0]) == ("42 dagen", "Vanaf 1 jan 2012")


def test_a_value_that_is_marked_or_old_is_to_be_checked() -> None:
    checked = date(2026, 11, 21)
    assert why_to_check(checked, checked, marked=False) == ()
    assert why_to_check(checked, date(2027, 11, 21), marked=False) == ()
    assert why_to_check(checked, date(2027, 11, 22), marked=False) == ("langer dan een jaar geleden nagekeken",)
    assert len(why_to_check(checked, date(2028, 1, 1), marked=True)) == 2
    leap = date(2028, 2, 29)
    assert why_to_check(leap, date(2029, 2, 28), marked=False) == ()
    assert why_to_check(leap, date(2029, 3, 1), marked=False)
    assert why_to_check(checked, date(2020, 1, 1), marked=False) == (), "a clock that is behind makes nothing old"


def test_after_a_year_everything_but_the_settled_questions_is_to_be_checked() -> None:
    now, later = rules_view(TODAY), rules_view(TODAY + timedelta(days=400))
    assert 0 < now.to_check < later.to_check
    settled = {key for key, doubt in shipped_law().doubts.items() if not doubt.to_check}
    settled |= {one.id for one in explanations(REGELS, TODAY)}
    assert {item.key for item in later.lines if not item.to_check} == settled
    open_questions = {key for key, doubt in shipped_law().doubts.items() if doubt.to_check}
    marked = {key for key, item in shipped_law().parameters.items() if any(value.to_check for value in item.values)}
    old = {
        key
        for key, item in shipped_law().parameters.items()
        if any(why_to_check(value.checked_on, TODAY, marked=False) for value in item.values)
    }
    assert {item.key for item in now.lines if item.to_check} == open_questions | marked | old


def test_a_doubt_tells_what_the_program_does_and_where_that_shows() -> None:
    item = line(rules_view(TODAY), "d8")
    doubt = shipped_law().doubts["d8"]
    assert item.label == doubt.question
    assert [text for _heading, text in item.parts] == [doubt.default, doubt.where]
    assert (item.value, item.values, item.to_check) == ("", (), False)


def test_holidays_tell_their_rule_and_a_moving_one_the_day_of_this_year() -> None:
    view = rules_view(TODAY)
    assert line(view, "weekend").value == "zaterdag, zondag"
    assert line(view, "koningsdag").value == "27 april; op een zondag 1 dag eerder"
    assert line(view, "hemelvaartsdag").value == "39 dagen na Pasen (dit jaar 14 mei)"
    assert line(view, "goede_vrijdag").source == "Algemene termijnenwet art. 3"


def test_a_search_finds_every_word_anywhere_and_keeps_the_order() -> None:
    lines = rules_view(TODAY).lines
    assert matching(lines) == lines
    assert [item.key for item in matching(lines, "Boete uwv 455")] == ["boete_uwv_melding_3", "d21"]
    assert [item.key for item in matching(lines, "€ 14,99 per uur")] == ["minimumuurloon"]
    assert matching(lines, "13,27"), "also what held before"
    assert matching(lines, "ruimte laat kabinet")[0].key == "d9"
    assert matching(lines, "bestaatniet") == ()
    assert matching(lines, "Burgerlijk Wetboek") and all(
        "BW " in f"{item.source} {item.values}" for item in matching(lines, "Burgerlijk Wetboek")
    )
    only = matching(lines, only_to_check=True)
    assert only == tuple(item for item in lines if item.to_check)
    assert matching(lines, "procesgang", only_to_check=True) == ()


def test_the_page_says_which_rules_are_used_and_whether_others_can_come(monkeypatch: pytest.MonkeyPatch) -> None:
    view = rules_view(TODAY)
    assert view.in_use == "Je gebruikt de regels 2026.1 van 21 nov 2026, die bij het programma horen."
    assert (view.refuses_because, view.loaded, view.can_go_back, view.remarks) == ("", False, False, ())
    monkeypatch.setattr(signed, "shipped_keys", lambda _place=None: {})
    assert "nog geen sleutel" in rules_view(TODAY).refuses_because


# --- other rules ----------------------------------------------------------------------------------------------------


def test_a_newer_file_is_taken_in_use_at_once_and_left_again(newer: Path) -> None:
    facts = CaseFacts(perioden=(SickPeriod(date(2026, 11, 2)),))

    def report_by() -> date | None:
        steps = case_clocks(facts, TODAY)[-1].termijnen
        return next(step for step in steps if step.id == "ziekmelding_arbodienst").uiterlijk

    assert report_by() == date(2026, 11, 8)
    change = load_rules(newer, TODAY)
    assert (change.version, change.values) == (NEWER, 1)
    assert report_by() == date(2026, 11, 6)
    view = rules_view(TODAY)
    assert (view.loaded, view.can_go_back, view.version) == (True, True, NEWER)
    assert view.in_use == "Je gebruikt de regels 2026.2 van 22 nov 2026, die je hebt geladen."
    newer.unlink()
    load_law.cache_clear()
    assert load_law().loaded, "the chosen file may go away: it was copied"
    change = back_to_shipped()
    assert (change.version, change.values) == ("2026.1", 1)
    assert report_by() == date(2026, 11, 8)
    assert not rules_view(TODAY).can_go_back
    assert back_to_shipped().values == 0


def refused(place: Path, today: date = TODAY) -> KnownError:
    """Load a file that must be refused, and see that nothing changed."""
    before = installed_path().read_bytes() if installed_path().exists() else None
    law = load_law()
    with pytest.raises(KnownError) as caught:
        load_rules(place, today)
    assert load_law() is law
    assert (installed_path().read_bytes() if installed_path().exists() else None) == before
    assert caught.value.next_step.endswith("Er is niets veranderd.")
    return caught.value


def test_what_is_not_in_order_is_refused_and_nothing_changes(tmp_path: Path) -> None:
    place = tmp_path / "x.regels"
    for content, code in (
        (b"", "regels_vorm"),
        (rules_file().replace(b"Burgerlijk", b"Burgerlyk", 1), "regels_veranderd"),
        (rules_file(key=OTHER_KEY), "regels_sleutel"),
        (rules_file(rules_texts(program="0.9.0")), "regels_programma"),
        (rules_file({**rules_texts(), "boetes.toml": b""}), "regels_inhoud"),
        (rules_file(rules_texts("2026.1")), "regels_zelfde"),
        (rules_file(rules_texts("2025.12")), "regels_ouder"),
    ):
        place.write_bytes(content)
        assert refused(place).code == code
    assert refused(tmp_path / "weg.regels").code == "regels_onleesbaar"
    assert refused(tmp_path).code == "regels_onleesbaar"
    place.write_bytes(rules_file(rules_texts(program="0.9.0")))
    assert "versie 0.9.0 van het programma, en dit is versie" in refused(place).message


def test_rules_of_tomorrow_mean_that_a_clock_is_wrong(tmp_path: Path) -> None:
    place = tmp_path / "x.regels"
    place.write_bytes(rules_file(rules_texts(day="2026-11-24")))
    error = refused(place)
    assert error.code == "regels_klok"
    assert "24 nov 2026" in error.message
    assert "23 nov 2026" in error.message
    assert load_rules(place, date(2026, 11, 24)).version == NEWER


def test_a_clock_that_is_set_back_later_is_told_on_the_page(newer: Path) -> None:
    load_rules(newer, TODAY)
    (remark,) = rules_view(date(2026, 1, 5)).remarks
    assert remark.warns
    assert "Volgens je computer is het 5 jan 2026" in remark.sentence


def test_a_file_cannot_go_back_to_older_rules_than_those_in_use(tmp_path: Path, newer: Path) -> None:
    latest = tmp_path / "2026-9.regels"
    latest.write_bytes(rules_file(rules_texts("2026.9")))
    load_rules(latest, TODAY)
    assert refused(newer).code == "regels_ouder"
    assert refused(latest).code == "regels_zelfde"
    assert rules_view(TODAY).version == "2026.9"


def test_a_broken_file_is_told_on_the_page_and_can_be_replaced_or_taken_away(newer: Path) -> None:
    install(b"onzin")
    view = rules_view(TODAY)
    (remark,) = view.remarks
    assert remark.warns
    assert remark.sentence.startswith("De regels die je laadde, worden niet gebruikt.")
    assert (view.loaded, view.can_go_back, view.version) == (False, True, "2026.1")
    assert load_rules(newer, TODAY).version == NEWER
    install(b"onzin")
    assert back_to_shipped().values == 0
    assert rules_view(TODAY).remarks == ()


def test_a_file_that_the_program_overtook_is_told_calmly() -> None:
    install(rules_file(rules_texts("2025.3")))
    (remark,) = rules_view(TODAY).remarks
    assert not remark.warns
    assert "niet meer nodig" in remark.sentence


def test_a_disk_that_refuses_leaves_everything_as_it_was(newer: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = installed_path().parent
    folder.parent.mkdir(parents=True)
    folder.write_bytes(b"")
    assert refused(newer).code == "map_dicht"
    folder.unlink()
    folder.mkdir()

    def full(*_given: object) -> None:
        raise files.writing_error(OSError(errno.ENOSPC, "vol"), folder)

    monkeypatch.setattr("reintegratie_desktop.services.rules.write_file", full)
    assert refused(newer).code == "schijf_vol"
    monkeypatch.undo()


def test_a_file_that_cannot_be_taken_away_stays_in_use(newer: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load_rules(newer, TODAY)

    def held(_self: Path, *, missing_ok: bool = False) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", held)
    with pytest.raises(KnownError) as caught:
        back_to_shipped()
    assert caught.value.code == "map_dicht"
    assert load_law().loaded
