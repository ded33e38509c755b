"""A paper in two languages: Dutch and another beside each other, and what was typed once, as it was typed."""

import io
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

import pikepdf
import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from reintegratie_desktop.bundled import bundled_path
from reintegratie_desktop.documents import bilingual as two
from reintegratie_desktop.documents.bilingual import bilingual, render_bilingual
from reintegratie_desktop.documents.layout import ends_alone, lay_out
from reintegratie_desktop.documents.pdf import render
from reintegratie_desktop.documents.phrases import Phrases
from reintegratie_desktop.documents.settled import Decisions, following, is_following, settled
from reintegratie_desktop.documents.styles import LEFT, RIGHT
from reintegratie_desktop.documents.two import Two, in_line, joined, other
from reintegratie_desktop.documents.two_merge import both, in_pieces, merge
from reintegratie_desktop.domain.snapshot import FormSnapshot
from reintegratie_desktop.forms.flows import KEYS, flow
from reintegratie_desktop.services.listing import printed_paper
from reintegratie_desktop.services.two_languages import file_name, languages, name_of, note_copy, rendering
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text import i18n
from reintegratie_desktop.text.errors import BugError, KnownError
from tests.documents.papers import change, field, load, options
from tests.documents.papers import paper as small_paper
from tests.documents.reading import all_words, elements, laid_over, letters, pages_text
from tests.example_file import example_file
from tests.services.desks import Calendar

Made = tuple[str, FormSnapshot, bool, bytes]
MOST = 1.7
LONG_TABLES = {"opbouwschema"}
"""Two years of weeks, each with a reason in two languages: a little more than that."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("twee") / "voorbeeld.reintegratie"
    made = example_file(path, Calendar(date(2026, 11, 25)))
    yield made
    made.close()


def paper(desk: Workspace, form: str) -> FormSnapshot:
    found = [kept for case in desk.store.cases.all() for kept in desk.store.papers.all(case.id) if kept.form == form]
    return desk.papers.printed(found[0].id)


def papers_of(desk: Workspace) -> Iterator[tuple[str, FormSnapshot, bool]]:
    """Yield the newest finished paper of every kind, and a draft and an empty form of every form there is."""
    newest: dict[str, str] = {}
    for case in desk.store.cases.all():
        for view in desk.papers.views(case.id):
            newest.setdefault(view.form, view.id)
    for form, paper_id in newest.items():
        yield form, desk.papers.printed(paper_id), False
    case_id = desk.store.cases.all()[1].id
    for key in KEYS:
        if flow(key).has_paper:
            session = desk.open_form(key, case_id)
            yield key, session.sheet(), False
            yield key, session.sheet(by_hand=True), True
    yield "gesprek", desk.open_form("gesprek", case_id).sheet(layout="agenda"), False


@pytest.fixture(scope="module")
def made(desk: Workspace) -> list[Made]:
    return [
        (form, snapshot, by_hand, render_bilingual(snapshot, "en", by_hand=by_hand))
        for form, snapshot, by_hand in papers_of(desk)
    ]


def labels(snapshot: FormSnapshot, *, by_hand: bool = False) -> Iterator[str]:
    """Yield every fixed text of a paper: what the program says, not what a person typed."""
    yield snapshot.title
    yield snapshot.purpose
    yield from snapshot.footnotes
    yield from (fact.label for fact in snapshot.facts)
    for signature in snapshot.signatures:
        yield from (signature.role, signature.means)
    for section in snapshot.sections:
        yield section.title
        for asked in section.fields:
            yield from (asked.label, asked.paper_help)
            yield from (option.label for option in asked.options if option.label != option.value)
            rows = asked.answer if isinstance(asked.answer, list) and not by_hand else []
            for column in asked.columns if rows or by_hand else ():
                yield from (column.label, column.paper_help)
                used = {str(row.get(column.key)) for row in rows if isinstance(row, dict)}
                yield from (
                    option.label for option in column.options if option.value in used and option.label != option.value
                )


def squeezed(text: str) -> str:
    return letters(text).casefold()


# --- every form -------------------------------------------------------------------------------------------------------


def test_every_label_of_every_paper_stands_there_in_both_languages(made: list[Made]) -> None:
    english = i18n.load_catalogue("en")
    seen = 0
    for form, snapshot, by_hand, pdf in made:
        if snapshot.layout != "form":
            # A letter and an agenda do not print their questions.
            assert snapshot.layout == "agenda" or "Onderwerp / Subject" in all_words(pdf), form
            continue
        dutch, text = squeezed(all_words(render(snapshot, by_hand=by_hand))), squeezed(all_words(pdf))
        for label in filter(None, labels(snapshot, by_hand=by_hand)):
            if squeezed(label) in dutch:
                assert squeezed(label) in text, (form, by_hand, label)
                assert squeezed(english.gettext(label)) in text, (form, by_hand, label)
                seen += 1
    assert {form for form, *_rest in made} == {key for key in KEYS if flow(key).has_paper}
    assert seen > 4000


def test_every_typed_answer_stands_there_as_it_was_typed(made: list[Made]) -> None:
    seen = 0
    for form, snapshot, by_hand, pdf in made:
        if by_hand or snapshot.layout != "form":
            continue
        text = squeezed(all_words(pdf))
        dutch = squeezed(all_words(render(snapshot)))
        for asked in snapshot.fields():
            if asked.kind not in ("long_text", "text", "lines") or not asked.answer or asked.by == "Programma":
                continue
            for line in asked.answer if isinstance(asked.answer, list) else str(asked.answer).splitlines():
                if squeezed(line) in dutch:
                    assert squeezed(line) in text, (form, asked.key)
                    seen += 1
    assert seen > 100


def test_no_text_runs_into_another_or_past_a_margin(made: list[Made]) -> None:
    for form, snapshot, by_hand, pdf in made:
        assert laid_over(pdf, LEFT - 6, RIGHT + 1) == [], (form, snapshot.draft, by_hand)


def test_the_measure_of_texts_over_each_other_sees_one() -> None:
    pdf = render(small_paper(field("a", "Vraag", answer="antwoord")))
    assert laid_over(pdf, LEFT - 1, RIGHT + 1) == []
    assert laid_over(pdf, LEFT + 1, RIGHT + 1)
    with pikepdf.open(io.BytesIO(pdf)) as file:
        page = file.pages[0]
        page.contents_add(b"q 1 0 0 1 2 3 cm " + page.Contents.read_bytes() + b" Q")
        twice = io.BytesIO()
        file.save(twice)
    assert any("two texts" in said for said in laid_over(twice.getvalue(), 0, 600))


def test_it_is_not_much_longer_no_page_is_all_but_empty_and_no_signing_stands_alone(made: list[Made]) -> None:
    whole = [0, 0]
    for form, snapshot, by_hand, pdf in made:
        one, pages = len(pages_text(render(snapshot, by_hand=by_hand))), pages_text(pdf)
        whole = [whole[0] + one, whole[1] + len(pages)]
        assert len(pages) <= max(one + 1, one * (MOST + 0.1 if form in LONG_TABLES else MOST)), (form, by_hand)
        for page in pages:
            assert len(page.strip().splitlines()) >= 12, (form, snapshot.draft, by_hand, page)
        assert not ends_alone(lay_out(bilingual(snapshot, "en", by_hand=by_hand), by_hand=by_hand)), (form, by_hand)
    assert whole[1] <= 1.4 * whole[0]


def test_whoever_listens_hears_each_part_in_its_own_language(made: list[Made]) -> None:
    for form, _snapshot, _by_hand, pdf in made:
        with pikepdf.open(io.BytesIO(pdf)) as read:
            assert str(read.Root.Lang) == "nl-NL"
        spoken = [str(element.get("/Lang", "")) for _depth, _tag, element in elements(pdf)]
        assert set(spoken) == {"", "en-GB"}, form
        assert spoken.count("en-GB") > 3, form
    plain = render(small_paper(field("a", "Vraag", answer="antwoord")))
    assert all("/Lang" not in element for _depth, _tag, element in elements(plain))


def test_a_heading_is_one_heading_in_two_languages(desk: Workspace) -> None:
    pdf = render_bilingual(paper(desk, "plan_van_aanpak"), "en")
    tags = [(depth, tag, str(element.get("/Lang", ""))) for depth, tag, element in elements(pdf)]
    (place,) = [index for index, (_depth, tag, _language) in enumerate(tags) if tag == "H1"]
    assert [item[1:] for item in tags[place + 1 : place + 3]] == [("Span", ""), ("Span", "en-GB")]


def test_the_same_paper_is_the_same_file_and_the_screen_keeps_its_language(desk: Workspace) -> None:
    snapshot = paper(desk, "plan_van_aanpak")
    assert render_bilingual(snapshot, "en") == render_bilingual(snapshot, "en")
    assert i18n.current_language() == "nl"


# --- typed text -------------------------------------------------------------------------------------------------------


def test_typed_text_stands_there_once_with_a_mark_that_is_explained_at_the_top() -> None:
    snapshot = small_paper(
        field("a", "Toelichting", "long_text", "Ik begin graag rustig.\n\nEn ik kijk elke vrijdag terug."),
        field("b", "Datum", "day", "2026-03-02"),
        field("c", "Eerste ziektedag", "text", "Werk"),
    )
    document, text = bilingual(snapshot, "en"), all_words(render_bilingual(snapshot, "en"))
    assert text.count("| Ik begin graag rustig. En ik kijk elke vrijdag terug.") == 1
    assert "| Werk" in text and "Work" not in text, "a word that the program knows too stays as it was typed"
    assert text.count("02-03-2026") == 2, "each column can be read alone"
    assert "Een streep voor een tekst betekent: zoals getypt, niet vertaald." in document.head.notice
    assert text.index("Een streep voor een tekst") < text.index("Ik begin graag rustig.")
    assert other(document.as_typed) == "As typed"


def test_the_head_of_a_column_with_typed_text_is_marked(desk: Workspace) -> None:
    text = all_words(render_bilingual(paper(desk, "plan_van_aanpak"), "en"))
    assert "| Activiteit Activity" in text
    assert "| Start" not in text
    assert text.count("Tafel staat klaar") == 1
    assert "Doel / resultaat · Goal / result: Tafel staat klaar" in text


def test_an_option_a_person_named_stays_and_one_of_the_form_stands_in_both_columns() -> None:
    kinds = options("Ja", "Nee")
    mine = tuple(replace(option, value=option.label) for option in options("Taken", "Orders verzamelen"))
    snapshot = small_paper(
        field("a", "Werk", "choice", "ja", options=kinds), field("b", "Taken", "many", ["Taken"], options=mine)
    )
    text = all_words(render_bilingual(snapshot, "en"))
    assert "[x] Ja [ ] Nee" in text and "[x] Yes [ ] No" in text
    assert "[x] Taken [ ] Orders verzamelen" in text
    by_hand = all_words(render_bilingual(snapshot, "en", by_hand=True))
    assert "[ ] Ja / Yes [ ] Nee / No" in by_hand, "a pen finds each box once"


def test_a_party_of_the_plan_in_a_table_stands_in_both_and_a_name_as_typed() -> None:
    columns = (field("activiteit", "Activiteit", "text"), field("wie", "Wie", "text"))
    rows = [{"activiteit": "Leidinggevende", "wie": "Leidinggevende"}, {"activiteit": "Bellen", "wie": "Femke"}]
    text = all_words(render_bilingual(small_paper(field("a", "Afspraken", "table", rows, columns=columns)), "en"))
    assert "Leidinggevende / Manager" in text and text.count("Manager") == 1, "a word somebody typed stays as it is"
    assert "Femke" in text


def test_a_long_typed_text_goes_on_over_the_page_with_its_question_in_both_languages() -> None:
    answer = "\n".join(f"Regel nummer {number} van het verslag." for number in range(120))
    pages = pages_text(render_bilingual(small_paper(field("a", "Toelichting", "long_text", answer)), "en"))
    assert len(pages) > 2
    for page in pages[1:]:
        assert "Toelichting (vervolg)" in page and "Explanation (continued)" in page
    text = all_words(render_bilingual(small_paper(field("a", "Toelichting", "long_text", answer)), "en"))
    assert all(f"Regel nummer {number} van" in text for number in range(120))


# --- letters, agendas, drafts, signing --------------------------------------------------------------------------------


def test_a_letter_says_the_sentences_of_the_program_in_both_and_keeps_those_of_a_person(desk: Workspace) -> None:
    snapshot = paper(desk, "brief_uitnodiging")
    text = all_words(render_bilingual(snapshot, "en"))
    assert "Over je gezondheid hoef je niets te vertellen" in text
    assert "You do not have to tell anything about your health" in text
    assert "Graag spreek ik je op dinsdag 13 oktober 2026" in text
    assert "I would like to speak to you on Tuesday 13 October 2026" in text
    assert "Onderwerp / Subject" in text and "This is a copy" in text
    own = str(snapshot.field("tekst").answer).replace("Je mag iemand meenemen.", "Neem gerust je zus mee.")
    text = all_words(render_bilingual(change(snapshot, tekst=own), "en"))
    assert text.count("Neem gerust je zus mee.") == 1
    assert "| Neem gerust je zus mee." in text
    assert "You may bring somebody" not in text


def test_a_draft_says_so_in_both_languages_and_an_agenda_is_there_too(made: list[Made]) -> None:
    drafts = [(snapshot, pdf) for _form, snapshot, by_hand, pdf in made if snapshot.draft and not by_hand]
    assert len(drafts) > 30
    for _snapshot, pdf in drafts:
        for page in pages_text(pdf):
            assert "Niet ondertekenen, niet versturen." in page and "Do not sign, do not send." in page
    (agenda,) = [pdf for _form, snapshot, _by_hand, pdf in made if snapshot.layout == "agenda"]
    text = all_words(agenda)
    for said in ("Dit vraag je nooit", "You never ask this", "Aantekeningen.", "Notes."):
        assert said in text


def test_frames_refusal_and_copies_are_in_both_languages() -> None:
    text = all_words(render_bilingual(load("plan_geweigerd"), "en"))
    for said in ("Niet getekend.", "Not signed.", "Als de werknemer niet tekent", "If the employee does not sign"):
        assert said in text, said
    text = all_words(render_bilingual(load("plan_van_aanpak"), "en", by_hand=True))
    for said in ("De werknemer tekent niet. Datum: / The employee does not sign. Date:", "Naam Name", "Datum / Date"):
        assert said in text, said


# --- another language -------------------------------------------------------------------------------------------------


@pytest.fixture
def made_up(desk: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Put the .po of a language that does not exist beside the others, compiled as the program compiles them."""
    folder = tmp_path / "translations" / "xx" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    catalogue = Catalog(locale=None)
    for text in {text for text in labels(paper(desk, "plan_van_aanpak")) if text}:
        catalogue.add(text, f"X{text}")
    with (folder / "reintegratie.po").open("wb") as file:
        write_po(file, catalogue)
    with (folder / "reintegratie.po").open("rb") as file, (folder / "reintegratie.mo").open("wb") as target:
        write_mo(target, read_po(file))

    (tmp_path / "translations" / "en").symlink_to(bundled_path("translations", "en"))

    def path(*parts: str) -> Path:
        return tmp_path.joinpath(*parts) if parts[0] == "translations" else bundled_path(*parts)

    monkeypatch.setattr(i18n, "bundled_path", path)
    return "xx"


def test_a_language_is_there_as_soon_as_its_catalogue_is(desk: Workspace, made_up: str) -> None:
    assert made_up in languages()
    snapshot = paper(desk, "plan_van_aanpak")
    pdf = rendering(desk, snapshot, made_up)()
    text, dutch = squeezed(all_words(pdf)), squeezed(all_words(render(snapshot)))
    seen = 0
    for label in filter(None, labels(snapshot)):
        if squeezed(label) in dutch:
            assert squeezed(f"X{label}") in text, label
            seen += 1
    assert seen > 60
    assert laid_over(pdf, LEFT - 6, RIGHT + 1) == []
    assert {str(element.get("/Lang", "")) for _depth, _tag, element in elements(pdf)} == {"", "xx"}
    assert rendering(desk, snapshot, made_up, by_hand=True)() != pdf


def test_what_a_catalogue_lacks_stands_in_dutch_and_is_counted(desk: Workspace, made_up: str) -> None:
    document = bilingual(paper(desk, "ziekmelding"), made_up)
    assert "teksten zijn nog niet vertaald" in document.head.notice
    assert "Aangenomen door" in all_words(render_bilingual(paper(desk, "ziekmelding"), made_up))


def test_the_languages_are_the_catalogues_that_are_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "en" in languages()
    for name in ("nl", "en", "pl"):
        (tmp_path / name / "LC_MESSAGES").mkdir(parents=True)
        (tmp_path / name / "LC_MESSAGES" / "reintegratie.mo").write_bytes(b"")
    (tmp_path / "de" / "LC_MESSAGES").mkdir(parents=True)
    monkeypatch.setattr(i18n, "bundled_path", lambda *parts: tmp_path.joinpath(*parts[1:]))
    assert languages() == ("en", "pl")


# --- the pieces -------------------------------------------------------------------------------------------------------


def test_a_sentence_with_values_is_found_back_and_a_typed_one_never() -> None:
    english = i18n.load_catalogue("en")
    assert isinstance(english, GNUTranslations)
    phrases = Phrases(english)
    assert phrases.say("Beste Marloes,") == "Dear Marloes,"
    assert phrases.say("12 dagen") == "12 days"
    assert phrases.say("Beste Marloes", str.upper) == "Beste Marloes"
    assert phrases.say("Beste Marloes,", str.upper) == "Dear MARLOES,"
    assert phrases.say("Dit staat nergens in het programma, dit heeft iemand getypt.") == (
        "Dit staat nergens in het programma, dit heeft iemand getypt."
    )
    assert Phrases(NullTranslations()).say("Beste Marloes,") == "Beste Marloes,"
    start = time.perf_counter()
    phrases.say("een zin die op geen enkele lijkt " * 40)
    assert time.perf_counter() - start < 0.5


def test_the_second_time_follows_what_was_decided_and_what_was_forced() -> None:
    decisions = Decisions({1: "forced"})
    assert not is_following()
    with following(decisions):
        assert is_following()
        assert [settled(lambda: "own")[1] for _number in range(3)] == ["own", "forced", "own"]
    with following(decisions):
        assert [settled(lambda: "other") for _number in range(4)] == [
            (0, "own"), (1, "forced"), (2, "own"), (3, "other"),
        ]  # fmt: skip
    assert decisions.made(1) == "forced"
    assert settled(lambda: "alone") == (-1, "alone")


def test_texts_in_two_languages_and_trees_that_differ_never_lose_a_word() -> None:
    text = Two("Ja", "Yes")
    assert (text, other(text), other("Ja"), in_line(text), in_line("Ja")) == ("Ja", "Yes", "", "Ja / Yes", "Ja")
    assert other(joined(text, "3")) == "Yes 3" and joined("a", "b") == "a b" and joined("", "b") == "b"
    assert both("", "Yes") == "Yes" and both("Ja", "Ja") == "Ja"
    assert merge(("een", "twee"), ("one",)) == ("een", "twee", "one")
    assert in_pieces("Wie: Jan. Hoe: bellen", "Who: Jan. How: bellen") == "Wie · Who: Jan. Hoe · How: bellen"
    assert other(in_pieces("niet ingevuld", "not filled in")) == "not filled in"


# --- the service ------------------------------------------------------------------------------------------------------


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


def test_a_draft_is_listed_in_two_languages_whatever_the_screen_speaks(desk: Workspace) -> None:
    case = desk.store.cases.all()[1]
    drafts = [draft.form for draft in desk.store.drafts.list(case.id)]
    finished = {view.form for view in desk.papers.views(case.id)}
    form = next((form for form in drafts if form not in finished), None)
    if form is None:
        form = next(
            key for key in KEYS if flow(key).has_paper and key not in finished and not flow(key).key.startswith("brief")
        )
        session = desk.open_form(form, case.id)
        session.save()
    i18n.set_language("en")
    try:
        text = all_words(printed_paper(desk, case.nummer, form, second="en").pdf)
    finally:
        i18n.set_language("nl")
    assert "CONCEPT" in text and "DRAFT" in text
    assert flow(form).title in text


def test_a_printed_copy_is_noted_and_has_a_name(desk: Workspace) -> None:
    case = desk.store.cases.all()[0]
    kept = desk.store.papers.all(case.id)[0]
    note_copy(desk, kept.id)
    assert "kopie in twee talen" in desk.store.journal.rows(case.id)[-1].description
    assert file_name(desk, kept.id, "en").endswith("_nl_en.pdf")
    assert (name_of("en"), name_of("xx")) == ("Engels", "xx")
