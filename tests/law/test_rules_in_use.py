"""Which rules the program counts with: its own, or a newer file that was loaded and is in order."""

import logging
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from reintegratie_desktop.domain.ages import aow_date_if_known
from reintegratie_desktop.law import installed, place, signed
from reintegratie_desktop.law.book import Law, load_law, shipped_law
from reintegratie_desktop.law.place import installed_path, is_there
from tests.rules_files import NEWER, OTHER_KEY, accepting, install, rules_file, rules_texts, sick_report_within

TODAY = date(2026, 11, 23)
REPORT = "ziekmelding_arbodienst_dagen"
SECRET = "Jansen-map"


@pytest.fixture(autouse=True)
def _accepting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    with accepting(monkeypatch, tmp_path):
        yield


def report_days(law: Law) -> int:
    return law.on(TODAY).days(REPORT)


def falls_back(code: str) -> None:
    """Tell that the program counts with its own rules, and says why."""
    law = load_law()
    assert not law.loaded
    assert law.loaded_version == ""
    assert report_days(law) == report_days(shipped_law())
    assert law.not_used is not None
    assert law.not_used.code == code


def test_without_a_file_the_rules_of_the_program_are_used() -> None:
    law = load_law()
    assert (law.loaded, law.not_used, law.loaded_version) == (False, None, "")


def test_a_newer_file_is_used_and_names_itself() -> None:
    install(rules_file(rules_texts(changes=sick_report_within(5))))
    law = load_law()
    assert law.loaded
    assert law.loaded_version == NEWER
    assert law.not_used is None
    assert report_days(law) == 5
    assert report_days(shipped_law()) == 7
    assert law.subjects == shipped_law().subjects
    assert law.doubts == shipped_law().doubts


def test_the_same_or_older_rules_give_way_to_those_of_the_program(caplog: pytest.LogCaptureFixture) -> None:
    shipped = shipped_law().edition
    assert shipped is not None
    install(rules_file(rules_texts(shipped.version, changes=sick_report_within(5))))
    falls_back("regels_zelfde")
    install(rules_file(rules_texts("2025.9", changes=sick_report_within(5))))
    falls_back("regels_ouder")
    assert not caplog.records, "a file that is no longer needed is nothing to worry about"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "regels_vorm"),
        (rules_file()[:-2], "regels_vorm"),
        (rules_file().replace(b"value = 42", b"value = 43", 1), "regels_veranderd"),
        (rules_file(key=OTHER_KEY), "regels_sleutel"),
        (rules_file(rules_texts(program="99.0")), "regels_programma"),
        (rules_file({"versie.toml": b"[", "x.toml": b""}), "regels_inhoud"),
        (rules_file({"x.toml": b""}), "regels_inhoud"),
        (rules_file({**rules_texts(), "premies.toml": b""}), "regels_inhoud"),
        (rules_file({**rules_texts(), "premies.toml": b"["}), "regels_inhoud"),
    ],
    ids=range(9),
)
def test_a_file_that_is_not_in_order_is_left_alone_and_noted(
    content: bytes, code: str, caplog: pytest.LogCaptureFixture
) -> None:
    where = install(content)
    with caplog.at_level(logging.WARNING):
        falls_back(code)
    assert where.read_bytes() == content, "looking at a file never changes it"
    (record,) = caplog.records
    assert code in record.getMessage()
    assert str(where.parent) not in record.getMessage()


def test_every_start_looks_at_the_signature_again_also_when_the_parsed_rules_are_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    content = rules_file(rules_texts(changes=sick_report_within(5)))
    where = install(content)
    assert load_law().loaded
    load_law.cache_clear()
    monkeypatch.setattr(
        tomllib, "loads", lambda *_given, **_more: {"version": NEWER, "date": TODAY, "program": "0.1.0"}
    )
    assert report_days(load_law()) == 5, "only the name of the rules is parsed the second time"
    where.write_bytes(content.replace(b"value = 5,", b"value = 6,"))
    load_law.cache_clear()
    falls_back("regels_veranderd")


def test_what_is_kept_of_one_file_is_not_used_for_another(tmp_path: Path) -> None:
    install(rules_file(rules_texts(changes=sick_report_within(5))))
    assert report_days(load_law()) == 5
    assert (tmp_path / "bewaard.regels").exists()
    install(rules_file(rules_texts("2026.3", changes=sick_report_within(4))))
    assert (report_days(load_law()), load_law().loaded_version) == (4, "2026.3")
    installed_path().unlink()
    load_law.cache_clear()
    assert report_days(load_law()) == 7
    kept_of_program = (tmp_path / "bewaard.wet").read_bytes()
    install(rules_file(rules_texts(changes=sick_report_within(5))))
    assert report_days(load_law()) == 5
    assert (tmp_path / "bewaard.wet").read_bytes() == kept_of_program


def test_a_key_that_is_taken_away_ends_what_it_signed(monkeypatch: pytest.MonkeyPatch) -> None:
    install(rules_file())
    assert load_law().loaded
    monkeypatch.setattr(signed, "shipped_keys", lambda _place=None: {})
    load_law.cache_clear()
    falls_back("regels_geen_sleutel")


def test_a_folder_where_the_file_belongs_and_a_place_we_may_not_see_are_no_trouble(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    installed_path().mkdir(parents=True)
    load_law.cache_clear()
    falls_back("regels_onleesbaar")

    def closed(_self: Path) -> bool:
        raise PermissionError

    monkeypatch.setattr(Path, "exists", closed)
    assert is_there(Path(SECRET))


def test_what_was_worked_out_with_other_rules_is_not_kept() -> None:
    born = date(1962, 5, 1)
    before = aow_date_if_known(born)
    assert before == date(2029, 8, 1)
    install(rules_file(rules_texts(changes={"aow.toml": ("value = 807", "value = 810")})))
    assert aow_date_if_known(born) == date(2029, 11, 1)


def test_a_law_without_a_name_has_no_version_for_a_paper() -> None:
    law = shipped_law()
    law.loaded, law.edition = True, None
    assert law.loaded_version == ""


def test_without_a_loaded_file_nothing_of_signatures_is_loaded() -> None:
    """A start pays for signatures only where there is one."""
    code = (
        "import sys; from reintegratie_desktop.law.book import load_law; load_law(); "
        "heavy = ('cryptography', 'reintegratie_desktop.law.signed', 'reintegratie_desktop.law.installed', 'logging'); "
        "print([name for name in heavy if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=_root())
    assert told.stdout.strip() == "[]"


def _root() -> Path:
    return Path(installed.__file__).resolve().parents[2]


def test_the_place_is_of_this_user() -> None:
    assert place.installed_path().suffix == signed.SUFFIX
    assert "Re-integratie Desktop" in place.installed_path().parts
