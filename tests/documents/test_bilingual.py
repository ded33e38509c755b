"""A copy in two languages: every Dutch word with the other beside it, and what was typed once, as it was typed."""

import gettext
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from reintegratie_desktop.documents import bilingual as two
from reintegratie_desktop.documents.bilingual import bilingual, render_bilingual
from reintegratie_desktop.domain.snapshot import FormSnapshot
from reintegratie_desktop.services.two_languages import file_name, languages, name_of, note_copy, rendering
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text import i18n
from reintegratie_desktop.text.errors import BugError, KnownError
from tests.documents.reading import all_words, letters
from tests.example_file import example_file
from tests.services.desks import Calendar

KINDS = ("plan_van_aanpak", "ziekmelding", "opbouwschema", "gesprek", "brief_uitnodiging", "probleemanalyse")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("twee") / "voorbeeld.reintegratie"
    made = example_file(path, Calendar(date(2026, 11, 25)))
    yield made
    made.close()


def paper(desk: Workspace, form: str) -> FormSnapshot:
    found = [kept for case in desk.store.cases.all() for kept in desk.store.papers.all(case.id) if kept.form == form]
    return desk.papers.printed(found[0].id)


@pytest.mark.parametrize("form", KINDS)
def test_both_languages_and_every_typed_answer_are_on_the_paper(desk: Workspace, form: str) -> None:
    snapshot = paper(desk, form)
    pdf = render_bilingual(snapshot, "en")
    text = letters(all_words(pdf))
    english = i18n.load_catalogue("en")
    assert letters(snapshot.title) in text
    assert letters("Dit is een kopie met uitleg in een andere taal.") in text
    shown = [field for field in snapshot.fields() if field.kind in ("long_text", "text", "lines") and field.answer]
    if snapshot.layout != "letter":
        assert letters(english.gettext(snapshot.title)) in text
        for field in shown:
            assert letters(english.gettext(field.label)) in text, field.key
            for line in field.answer if isinstance(field.answer, list) else str(field.answer).splitlines():
                assert letters(line) in text, field.key
        for section in snapshot.sections:
            assert letters(english.gettext(section.title)) in text
    with pikepdf.open(io.BytesIO(pdf)) as read:
        assert str(read.Root.Lang) == "nl-NL"
    assert pdf == render_bilingual(snapshot, "en")
    assert i18n.current_language() == "nl"


def test_typed_text_stands_there_once(desk: Workspace) -> None:
    text = all_words(render_bilingual(paper(desk, "plan_van_aanpak"), "en"))
    assert text.count("Tafel staat klaar") == 1
    assert "Doel / resultaat / Goal / result: Tafel staat klaar" in text


def test_options_stand_in_two_columns(desk: Workspace) -> None:
    document = bilingual(paper(desk, "plan_van_aanpak"), "en")
    options = [
        option
        for section in document.sections
        for block in section.blocks
        for part in getattr(block, "parts", ())
        for option in getattr(part, "options", ())
    ]
    assert any(option.second and option.second != option.text for option in options)
    assert any(option.chosen for option in options)


class Third(gettext.NullTranslations):
    """A made-up language, which knows the labels of one word only."""

    def gettext(self, message: str) -> str:
        if " " in message or not message:
            return self._fallback.gettext(message) if self._fallback else message  # type: ignore[attr-defined]
        return f"{message}ski"


@pytest.fixture
def third(monkeypatch: pytest.MonkeyPatch) -> None:
    original = i18n.load_catalogue
    monkeypatch.setattr(two, "load_catalogue", lambda name: Third() if name == "xx" else original(name))


@pytest.mark.usefixtures("third")
def test_a_third_language_needs_only_its_catalogue_and_what_it_lacks_is_counted(desk: Workspace) -> None:
    snapshot = paper(desk, "ziekmelding")
    document = bilingual(snapshot, "xx")
    text = all_words(render_bilingual(snapshot, "xx"))
    assert "Ziekmelding / Ziekmeldingski" in text
    assert "teksten zijn nog niet vertaald" in document.head.purpose
    label = next(field.label for field in snapshot.fields() if " " in field.label and field.answer)
    assert letters(text).count(letters(label)) >= 1
    assert f"{label} / {label}" not in text


def test_the_languages_are_the_catalogues_that_are_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "en" in languages()
    for name in ("nl", "en", "pl"):
        (tmp_path / name / "LC_MESSAGES").mkdir(parents=True)
        (tmp_path / name / "LC_MESSAGES" / "reintegratie.mo").write_bytes(b"")
    (tmp_path / "de" / "LC_MESSAGES").mkdir(parents=True)
    monkeypatch.setattr(i18n, "bundled_path", lambda *parts: tmp_path.joinpath(*parts[1:]))
    assert languages() == ("en", "pl")


def test_what_cannot_be_a_copy_is_refused(desk: Workspace) -> None:
    snapshot = paper(desk, "ziekmelding")
    with pytest.raises(KnownError, match="'fr'") as caught:
        rendering(desk, snapshot, "fr")
    assert "en" in caught.value.next_step
    with pytest.raises(KnownError, match="niet in het Nederlands"):
        rendering(desk, replace(snapshot, language="en"), "en")
    with pytest.raises(BugError):
        bilingual(replace(snapshot, language="en"), "en")
    with pytest.raises(BugError):
        two.second_words("nl")


def test_a_printed_copy_is_noted_and_has_a_name(desk: Workspace) -> None:
    case = desk.store.cases.all()[0]
    kept = desk.store.papers.all(case.id)[0]
    note_copy(desk, kept.id)
    assert "kopie in twee talen" in desk.store.journal.rows(case.id)[-1].description
    assert file_name(desk, kept.id, "en").endswith("_nl_en.pdf")
    assert (name_of("en"), name_of("xx")) == ("Engels", "xx")
