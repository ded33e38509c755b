"""The law data that ships: every id exists, every value can be read, and the reader refuses what is broken."""

import re
import shutil
import sys
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from reintegratie_desktop.bundled import bundled_path, keeping
from reintegratie_desktop.domain.milestone_rules import RULES
from reintegratie_desktop.law import book
from reintegratie_desktop.law.book import Law, load_law
from reintegratie_desktop.law.parameters import LawDataError, Parameter, read_parameter
from reintegratie_desktop.law.sources import read_bases, read_sources
from reintegratie_desktop.text.errors import KnownError

LAW = load_law()
TODAY = date(2026, 11, 21)


def test_the_law_is_read_once() -> None:
    assert load_law() is load_law()


@pytest.mark.parametrize("key", LAW.parameters)
def test_every_value_has_a_source_and_was_checked(key: str) -> None:
    parameter = LAW.parameters[key]
    assert parameter.label.strip() == parameter.label
    assert parameter.unit.islower()
    for value in parameter.values:
        assert value.source in LAW.sources
        assert value.checked_on <= TODAY, "nobody can have checked a value in the future"


@pytest.mark.parametrize("key", LAW.sources)
def test_every_source_can_be_cited_and_looked_up(key: str) -> None:
    source = LAW.sources[key]
    assert source.cite().startswith(source.short or source.title)
    assert source.whole().startswith(source.title)
    assert ", art." not in source.cite() and " art. 7:" not in source.cite()
    if source.bwb:
        assert source.url == f"https://wetten.overheid.nl/{source.bwb}"
    assert source.url.startswith("https://") or key in {"uitgangspunt", "werkwijzer-poortwachter"}


def test_every_step_has_a_grondslag() -> None:
    variants = {"vangnet_melding": "vangnet_melding_4_dagen"}
    for rule in RULES.values():
        assert LAW.basis(variants.get(rule.id, rule.id)).text
    for key, basis in LAW.bases.items():
        assert basis.sources, key
        assert all(source in LAW.sources for source in basis.sources), key


def test_the_grondslag_reads_as_a_line() -> None:
    assert LAW.basis("probleemanalyse").text == "Regeling procesgang art. 2 lid 2"
    assert LAW.basis("spoor2_start").text == ("BW 7:658a lid 1; Beleidsregels beoordelingskader poortwachter")


def test_the_whole_name_is_there_for_who_looks_it_up() -> None:
    assert LAW.basis("probleemanalyse").whole == "Regeling procesgang eerste en tweede ziektejaar, art. 2 lid 2"
    assert LAW.sources["bw-629"].cite("1") == "BW 7:629 lid 1"
    assert LAW.sources["bw-629"].whole("1") == "Burgerlijk Wetboek, art. 7:629 lid 1"
    assert LAW.sources["wazo-3-1"].cite() == "WAZO art. 3:1"


def test_a_law_has_one_abbreviation_and_every_article_of_it_uses_that() -> None:
    names: dict[str, set[str]] = {}
    for source in LAW.sources.values():
        names.setdefault(source.title, set()).add(source.short)
    assert all(len(used) == 1 for used in names.values())


def test_a_grondslag_is_known_by_its_articles() -> None:
    again = read_bases({"x": {"refs": [{"source": "procesgang-2", "lid": "2"}]}}, LAW.sources)["x"]
    known = LAW.basis("probleemanalyse")
    assert again == known and {again, known} == {known}
    assert again != LAW.basis("evaluatie") and again != "Regeling procesgang"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("ziekmelding_arbodienst_dagen", 7),
        ("probleemanalyse_uiterlijk", 42),
        ("probleemanalyse_veilig", 41),
        ("plan_van_aanpak_na_probleemanalyse", 14),
        ("plan_van_aanpak_uiterlijk", 56),
        ("evaluatie_ritme", 42),
        ("uwv_42e_week_uiterlijk", 294),
        ("eerstejaarsevaluatie_uiterlijk", 363),
        ("spoor2_start_uiterlijk", 405),
        ("riv_aan_werknemer_uiterlijk", 636),
        ("wia_aanvraag_uiterlijk", 650),
        ("einde_loondoorbetaling_uiterlijk", 727),
        ("loonsanctie_uiterlijk", 1091),
        ("samentelling_grens", 28),
        ("uwv_42e_week_bewaking", 566),
    ],
)
def test_the_numbers_of_the_law(key: str, value: int) -> None:
    assert LAW.on(TODAY).days(key) == value


@pytest.mark.parametrize(
    ("key", "week"),
    [
        ("probleemanalyse_veilig", 6),
        ("plan_van_aanpak_veilig", 8),
        ("eerstejaarsevaluatie_uiterlijk", 52),
        ("actueel_oordeel_veilig", 88),
        ("eindevaluatie_veilig", 89),
        ("einde_loondoorbetaling_uiterlijk", 104),
        ("loonsanctie_uiterlijk", 156),
    ],
)
def test_the_ends_of_sick_weeks_agree_with_the_days(key: str, week: int) -> None:
    """Day 1 is the first sick day, so the last day of week n comes 7n - 1 days later."""
    assert LAW.on(TODAY).days(key) == 7 * week - 1


def test_the_fines_are_marked_to_check() -> None:
    rules = LAW.on(TODAY)
    fines = [rules.value(f"boete_uwv_melding_{step}") for step in (1, 2, 3)]
    assert [fine.value for fine in fines] == [Decimal(70), Decimal(230), Decimal(455)]
    assert all(fine.to_check for fine in fines)
    assert rules.amount("boete_uwv_melding_3") == Decimal(455)


def test_a_value_changes_on_its_day() -> None:
    parameter = LAW.parameters["aow_loondoorbetaling_dagen"]
    assert parameter.on(date(2023, 6, 30)).value == 91
    assert parameter.on(date(2023, 7, 1)).value == 42
    assert parameter.on(date(2023, 7, 1)).source == "stb-2023-169"
    assert parameter.known_on(date(2015, 12, 31)) is None


def test_a_day_before_the_first_value_is_refused_without_naming_the_day() -> None:
    with pytest.raises(KnownError, match="kennen we pas vanaf 01-01-2012") as caught:
        LAW.parameters["probleemanalyse_uiterlijk"].on(date(2011, 12, 31))
    assert "2011" not in str(caught.value)
    with pytest.raises(KnownError, match="kennen we pas vanaf"):
        LAW.on(date(2011, 12, 31)).days("probleemanalyse_uiterlijk")
    assert LAW.on(date(2011, 12, 31)).get("probleemanalyse_uiterlijk") is None


def test_rules_of_days_between_two_changes_are_shared() -> None:
    assert LAW.on(date(2026, 11, 20)) is LAW.on(date(2026, 11, 21))
    assert LAW.on(date(2023, 6, 30)) is not LAW.on(date(2023, 7, 1))


def test_a_span_is_its_days_ready_to_add() -> None:
    rules = LAW.on(TODAY)
    assert TODAY + rules.span("probleemanalyse_uiterlijk") == TODAY + timedelta(
        days=rules.days("probleemanalyse_uiterlijk")
    )


def test_a_term_has_what_the_law_data_has() -> None:
    rules = LAW.on(TODAY)
    full, bare = rules.term("actueel_oordeel"), rules.term("wia_eerste_dag")
    assert full.days == rules.days("actueel_oordeel_uiterlijk") == full.last.days
    assert full.safe == rules.span("actueel_oordeel_veilig")
    assert full.window == rules.span("actueel_oordeel_venster")
    assert (bare.safe, bare.window) == (None, None)


def test_a_term_with_a_day_of_another_kind_is_our_own_mistake() -> None:
    law = Law({"stap_uiterlijk": _parameter(value=42), "stap_veilig": _parameter(value="woord")}, {}, {}, LAW.calendar)
    with pytest.raises(LawDataError, match="stap_veilig: 'woord' is not a whole number"):
        law.on(TODAY).term("stap")


def test_unknown_names_are_our_own_mistake() -> None:
    with pytest.raises(KeyError):
        LAW.on(TODAY).days("bestaat_niet")
    with pytest.raises(KeyError):
        LAW.on(TODAY).term("bestaat_niet")
    with pytest.raises(KeyError):
        LAW.basis("bestaat_niet")


def _parameter(**changes: object) -> Parameter:
    value = {"from": date(2020, 1, 1), "value": 1, "source": "a", "checked_on": date(2026, 1, 1)}
    return read_parameter("getal", {"label": "Getal", "unit": "dag", "values": [value | changes]})


def test_kinds_of_values() -> None:
    for value in (3, Decimal("0.70"), "woord", date(2026, 1, 1)):
        assert _parameter(value=value).values[0].value == value
    law = Law({"getal": _parameter(value="woord")}, {}, {}, LAW.calendar)
    with pytest.raises(LawDataError, match="not a whole number"):
        law.on(TODAY).days("getal")
    with pytest.raises(LawDataError, match="not a number"):
        law.on(TODAY).amount("getal")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ([], "must be a table"),
        ({"label": "x", "unit": "dag"}, "misses values"),
        ({"label": "x", "unit": "dag", "values": [], "extra": 1}, "does not know extra"),
        ({"label": "x", "unit": "dag", "values": []}, "at least one value"),
        ({"label": "x", "unit": "dag", "values": 7}, "at least one value"),
        ({"label": "", "unit": "dag", "values": [{}]}, "misses"),
    ],
)
def test_a_broken_parameter_is_named(data: object, words: str) -> None:
    with pytest.raises(LawDataError, match=f"getal: .*{words}"):
        read_parameter("getal", data)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"value": True}, "must be a number, a text or a day"),
        ({"value": [1]}, "must be a number, a text or a day"),
        ({"from": "2020-01-01"}, "expects a day"),
        ({"checked_on": 2026}, "expects a day"),
        ({"source": ""}, "expects a text"),
        ({"to_check": "ja"}, "to_check must be true or false"),
        ({"until": date(2021, 1, 1)}, "does not know until"),
    ],
)
def test_a_broken_value_is_named(changes: dict[str, object], words: str) -> None:
    with pytest.raises(LawDataError, match=words):
        _parameter(**changes)


def test_labels_and_the_order_of_values_are_checked() -> None:
    value = {"from": date(2020, 1, 1), "value": 1, "source": "a", "checked_on": date(2026, 1, 1)}
    with pytest.raises(LawDataError, match="expects a text"):
        read_parameter("getal", {"label": "", "unit": "dag", "values": [value]})
    with pytest.raises(LawDataError, match="from old to new"):
        read_parameter("getal", {"label": "Getal", "unit": "dag", "values": [value, value]})


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("tekst", "a source has title"),
        ({"title": "Wet", "article": "1", "bwb": ""}, "a source has title"),
        ({"title": "", "article": "1", "bwb": "", "url": ""}, "a title that is not empty"),
        ({"title": "Wet", "article": 1, "bwb": "", "url": ""}, "holds texts"),
    ],
)
def test_a_broken_source_is_named(table: object, words: str) -> None:
    with pytest.raises(LawDataError, match=f"bron: .*{words}"):
        read_sources({"bron": table})


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("tekst", "expects refs"),
        ({"refs": []}, "expects refs"),
        ({"refs": ["zw-38"]}, "expects refs"),
        ({"refs": [{"source": "bestaat-niet"}]}, "does not name a known source"),
        ({"refs": [{"source": "zw-38", "pagina": "1"}]}, "does not name a known source"),
    ],
)
def test_a_broken_grondslag_is_named(table: object, words: str) -> None:
    with pytest.raises(LawDataError, match=f"stap: .*{words}"):
        read_bases({"stap": table}, LAW.sources)


def _folder(tmp_path: Path, **files: str) -> Path:
    for name in ("bronnen", "grondslagen", "feestdagen"):
        text = bundled_path("resources", "wet", f"{name}.toml").read_text(encoding="utf-8")
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    for name, text in files.items():
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    return tmp_path


GOOD = """
[getal]
label = "Getal"
unit = "dag"
values = [{ from = 2020-01-01, value = 1.5, source = "zw-38", checked_on = 2026-01-01 }]
"""


def test_a_folder_is_read_with_exact_decimals(tmp_path: Path) -> None:
    law = Law.read(_folder(tmp_path, getallen=GOOD))
    assert law.on(TODAY).amount("getal") == Decimal("1.5")


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"getallen": GOOD, "nogmaals": GOOD}, "stands in two files"),
        ({"getallen": GOOD.replace("zw-38", "bestaat-niet")}, "bestaat-niet does not stand in bronnen.toml"),
        ({"getallen": "[getal"}, "getallen.toml"),
        ({"feestdagen": "weekend = []"}, "feestdagen: expects"),
    ],
)
def test_a_broken_folder_is_named(tmp_path: Path, files: dict[str, str], words: str) -> None:
    with pytest.raises(LawDataError, match=words):
        Law.read(_folder(tmp_path, **files))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    (folder / "bronnen.toml").unlink()
    with pytest.raises(LawDataError, match=r"misses bronnen\.toml"):
        Law.read(folder)


@pytest.fixture
def own_law(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Ship a copy of the law, with a place of its own for what is kept of it."""
    folder = tmp_path / "wet"
    shutil.copytree(bundled_path("resources", "wet"), folder)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(keeping, "keep_path", lambda name: str(tmp_path / f"bewaard.{name}"))
    monkeypatch.setattr(book, "bundled_path", lambda *_parts: folder)
    load_law.cache_clear()
    yield folder
    load_law.cache_clear()


def test_the_law_that_was_kept_is_the_law_that_was_parsed(own_law: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = load_law()
    load_law.cache_clear()
    monkeypatch.setattr(tomllib, "loads", None)
    kept = load_law()
    whole = Law.read
    monkeypatch.undo()
    read = whole(own_law)
    for law in (parsed, kept):
        assert law.parameters == read.parameters
        assert (law.sources, law.bases) == (read.sources, read.bases)
        assert vars(law.calendar) == vars(read.calendar)
    amount = kept.parameters["boete_uwv_melding_1"].values[0].value
    assert isinstance(amount, Decimal)
    assert str(amount) == str(read.parameters["boete_uwv_melding_1"].values[0].value)


def test_a_law_that_changed_is_parsed_anew(own_law: Path) -> None:
    before = load_law().parameters["evaluatie_ritme"].values[-1].value
    load_law.cache_clear()
    text = (own_law / "termijnen.toml").read_text(encoding="utf-8")
    table = text[text.index("[evaluatie_ritme]") :]
    changed = table.replace(f"value = {before},", "value = 5,", 1)
    assert changed != table
    (own_law / "termijnen.toml").write_text(text.replace(table, changed), encoding="utf-8")
    assert load_law().parameters["evaluatie_ritme"].values[-1].value == 5


def test_a_moment_where_a_day_belongs_is_refused_also_when_the_law_is_kept(own_law: Path) -> None:
    file = own_law / "termijnen.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"from = ([-0-9]+)", r"from = \1T00:00:00", text, count=1), encoding="utf-8")
    for _round in range(2):
        with pytest.raises(LawDataError, match="expects a day"):
            load_law()


def test_files_are_toml_with_one_line_a_value() -> None:
    """A person can check a value at a glance: number, source and day stand on one line."""
    for path in bundled_path("resources", "wet").glob("*.toml"):
        assert tomllib.loads(path.read_text(encoding="utf-8")), path.name
        for line in path.read_text(encoding="utf-8").splitlines():
            if "value = " in line:
                assert "source = " in line, f"{path.name}: {line}"
                assert "checked_on = " in line, f"{path.name}: {line}"
