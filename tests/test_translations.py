"""Every visible sentence stands in both catalogues, with the same placeholders, and the English one is complete."""

import re
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "packaging"))

import catalogue
import hatch_build

from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import LANGUAGES, _, load_catalogue, ngettext, set_language

PLACEHOLDER = re.compile(r"\{[a-z_]+\}")


@pytest.fixture(scope="module")
def found() -> Catalog:
    return catalogue.extract()


def texts(value: object) -> list[str]:
    return [value] if isinstance(value, str) else [str(item) for item in value or ()]  # type: ignore[attr-defined]


def ids(messages: Catalog) -> set[tuple[str, ...]]:
    return {tuple(texts(message.id)) for message in messages if message.id}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_holds_exactly_the_sentences_of_the_code(language: str, found: Catalog) -> None:
    have = ids(catalogue.read(language))
    want = ids(found)
    assert sorted(want - have)[:10] == [], "run packaging/catalogue.py"
    assert sorted(have - want)[:10] == [], "run packaging/catalogue.py"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_untranslated(language: str) -> None:
    empty = [message.id for message in catalogue.read(language) if message.id and not catalogue.is_translated(message)]
    assert empty[:10] == []


def test_the_dutch_catalogue_repeats_its_source() -> None:
    other = [
        message.id for message in catalogue.read("nl") if message.id and texts(message.id) != texts(message.string)
    ]
    assert other == []


def placeholders_differ(message: Message) -> bool:
    wanted = {frozenset(PLACEHOLDER.findall(text)) for text in texts(message.id)}
    return any(frozenset(PLACEHOLDER.findall(text)) not in wanted for text in texts(message.string))


def test_a_translation_keeps_the_placeholders_of_its_sentence() -> None:
    wrong = [message.id for message in catalogue.read("en") if message.id and placeholders_differ(message)]
    assert wrong == []


def test_the_check_of_placeholders_has_teeth() -> None:
    seeded = Catalog(locale="en")
    seeded.add("Nog {n} dagen", "{m} days left")
    assert [placeholders_differ(message) for message in seeded if message.id] == [True]


def test_the_built_catalogues_speak(tmp_path: Path) -> None:
    hatch_build.compile_catalogues(catalogue.ROOT / "translations")
    set_language("en")
    assert _("Eerste ziektedag") == "First day of sickness"
    assert ngettext("over {dagen} dag", "over {dagen} dagen", 3).format(dagen=3) == "in 3 days"
    set_language("nl")
    assert _("Eerste ziektedag") == "Eerste ziektedag"


def test_an_unknown_language_is_said_in_a_sentence() -> None:
    with pytest.raises(KnownError, match="taal"):
        load_catalogue("xx")
