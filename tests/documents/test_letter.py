"""A letter on paper: letterhead, window, head, its own words, tables at their place, and room to sign."""

import io
from dataclasses import replace
from typing import Any

import pikepdf
import pytest

from reintegratie_desktop.documents.build import build
from reintegratie_desktop.documents.filling import Chain, Placed
from reintegratie_desktop.documents.layout import lay_out
from reintegratie_desktop.documents.letter import letter_page, letter_table, split_bold
from reintegratie_desktop.documents.letter_drawing import LetterHead, LetterLines, Signing
from reintegratie_desktop.documents.model import LetterParagraph, TableBlock
from reintegratie_desktop.documents.pdf import render
from reintegratie_desktop.documents.styles import BOTTOM, MM, PAGE_HEIGHT, WIDTH, text_width
from reintegratie_desktop.domain.snapshot import FieldState, FormSnapshot
from reintegratie_desktop.text.guard import find
from tests.documents.papers import change, drafted, emptied, field
from tests.documents.reading import all_words, elements, letters, operators, pages_text, words
from tests.forms.letter_answers import TYPED
from tests.forms.test_letters import frozen

CONFIRMATION = "brief_bevestiging_afspraken"


@pytest.fixture(scope="module")
def made() -> dict[str, tuple[FormSnapshot, bytes]]:
    """Return every letter of the examples with its file."""
    snapshots = {key: replace(frozen(key), journal_head="9f2c41ab77d0e3b5aa00") for key in TYPED}
    return {key: (snapshot, render(snapshot)) for key, snapshot in snapshots.items()}


def longer(snapshot: FormSnapshot, count: int) -> FormSnapshot:
    """Return a letter with so many more sentences before its last words."""
    first, last = str(snapshot.field("tekst").answer).rsplit("\n\n", 1)
    sentence = "Dit is een zin die er alleen staat om de brief langer te maken dan een bladzijde. "
    return change(snapshot, tekst=f"{first}\n\n{(sentence * count).strip()}\n\n{last}")


def said(pages: list[list[Placed]]) -> str:
    """Return the words of the paragraphs of a letter, page by page."""
    blocks = [block for page in pages for placed in page for block in getattr(placed.block, "blocks", [placed.block])]
    lines = [line for block in blocks if isinstance(block, LetterLines) for line in block._lines]
    return "".join(text for line in lines for text, _style in line)


# --- what stands on it ------------------------------------------------------------------------------------------------


def test_every_word_of_a_letter_is_found(made: dict[str, tuple[FormSnapshot, bytes]]) -> None:
    for key, (snapshot, pdf) in made.items():
        text = letters(all_words(pdf))
        for line in str(snapshot.field("tekst").answer).splitlines():
            if not line.startswith("[tabel:"):
                assert letters(line.replace("0600000071", "06 0000 0071")) in text, (key, line)
        for part in ("onderwerp", "kenmerk", "ontvanger"):
            assert letters(str(snapshot.field(part).answer)) in text, (key, part)
        assert "[" not in text, key
        assert letters("Noor Blom bedrijfsleider") in text
        assert letters("Groothandel De Kist B.V.") in text


def test_tables_stand_at_their_line_with_numbers_and_a_total(made: dict[str, tuple[FormSnapshot, bytes]]) -> None:
    confirmation = words(pages_text(made[CONFIRMATION][1])[0])
    assert "Dit hebben we afgesproken: Wat Wie Wanneer 1 Jasper begint" in confirmation
    assert confirmation.index("2 De stoel staat klaar") < confirmation.index("Onze volgende afspraak")
    claim = words(pages_text(made["brief_regres"][1])[0])
    assert "Totaal € 394,20" in claim
    assert "1 05-01-2026 15-03-2026 40" in claim


def test_what_the_text_does_not_tell_stands_in_the_head(made: dict[str, tuple[FormSnapshot, bytes]]) -> None:
    said = {
        "brief_uitnodiging": (
            "Soort gesprek Re-integratiegesprek voor terugkeer",
            "Wie erbij is Jasper van Houten, Femke",
        ),
        "brief_oproep": ("Grond Verzuimprotocol van 1 maart 2021, artikel 4",),
        "brief_loonstop": ("Artikel BW 7:629 lid 3 onder c", "Voor welke uren Alle uren"),
        "brief_instemming_or": ("Beoogde ingangsdatum 1 mei 2026",),
        "brief_regres": ("Voorlopig totaal € 5.204,70", "schadenummer 26-1187"),
        "brief_wia_aanvraag": ("Laatste dag van de wachttijd 2 januari 2028",),
    }
    for key, parts in said.items():
        text = words(pages_text(made[key][1])[0])
        for part in ("Datum 16 maart 2026", "Verzonden ", *parts):
            assert part in text, (key, part, text)


def test_enclosures_and_copies_stand_under_the_signature(made: dict[str, tuple[FormSnapshot, bytes]]) -> None:
    last = words(pages_text(made[CONFIRMATION][1])[-1])
    assert last.index("bedrijfsleider") < last.index("Bijlage: Gespreksverslag") < last.index("Kopie aan: casemanager")
    assert "Bijlagen: Advies van 10-02-2026; Aanbod" in words(pages_text(made["brief_loonstop"][1])[-1])


def test_checks_and_the_outcome_stay_off_the_letter(made: dict[str, tuple[FormSnapshot, bytes]]) -> None:
    for key, (_snapshot, pdf) in made.items():
        text = all_words(pdf)
        for label in ("Juridisch advies", "Werknemer gehoord", "Niet ingevuld", "Uitkomst", "Opgeheven", "Stand van"):
            assert label not in text, (key, label)


def test_a_letter_to_others_has_no_name_no_case_and_no_first_day(made: dict[str, tuple[FormSnapshot, bytes]]) -> None:
    for key in ("brief_instemming_or", "brief_regres"):
        snapshot, pdf = made[key]
        whole = all_words(pdf)
        assert "Houten" not in whole
        assert "Jasper" not in whole
        assert "regels geldig op 16-03-2026" in whole
        with pikepdf.open(io.BytesIO(pdf)) as file:
            assert str(file.docinfo.Title) == snapshot.title
    assert "2026-003" not in all_words(made["brief_instemming_or"][1])
    assert "Brief van 16-03-2026, logboekkop 9f2c" in all_words(made["brief_instemming_or"][1])
    assert "Dossier 2026-003, brief van 16-03-2026, logboekkop 9f2c" in all_words(made[CONFIRMATION][1])


def test_no_letter_holds_a_word_about_health(made: dict[str, tuple[FormSnapshot, bytes]]) -> None:
    for key, (_snapshot, pdf) in made.items():
        assert [hit.word for hit in find(all_words(pdf))] == [], key


# --- how it looks -----------------------------------------------------------------------------------------------------


def test_only_black_on_white_and_the_same_bytes(made: dict[str, tuple[FormSnapshot, bytes]]) -> None:
    for snapshot, pdf in made.values():
        colours = [float(value) for values, sign in operators(pdf) if sign in "gG" for value in values]
        assert set(colours) <= {0.0, 1.0}
        assert not [sign for _values, sign in operators(pdf) if sign in ("rg", "RG", "k", "K")]
        assert render(snapshot) == pdf
        with pikepdf.open(io.BytesIO(pdf)) as file:
            assert file.check_pdf_syntax() == [] if hasattr(file, "check_pdf_syntax") else file.check() == []


def test_fold_marks_stand_at_a_third(made: dict[str, tuple[FormSnapshot, bytes]]) -> None:
    moves = [values for values, sign in operators(made[CONFIRMATION][1]) if sign == "m"]
    left = sorted({round((PAGE_HEIGHT - float(y)) / MM) for x, y in moves if abs(float(x) - 6 * MM) < 0.1})
    assert left == [99, 198]


def test_the_address_stands_in_the_window() -> None:
    page = letter_page(frozen(CONFIRMATION), by_hand=False)
    assert page.address == ("J. van Houten", "Kistlaan 2", "9999 ZZ Demodorp")
    assert page.sender_line == "Proefkade 18, 9999 ZZ Demodorp   telefoon 06\u00a00000\u00a00071   noor@dekist.example"
    many = replace(page, address=tuple(f"regel {number}" for number in range(12)))
    # A long address moves the head of the letter down instead of running through it.
    assert LetterHead(many).height > LetterHead(page).height


def test_tags_follow_the_reading_order(made: dict[str, tuple[FormSnapshot, bytes]]) -> None:
    tags = [tag for _depth, tag, _element in elements(made[CONFIRMATION][1])]
    assert tags.count("H1") == 1
    assert tags.index("H1") < tags.index("Table")
    assert {"TR", "TH", "TD"} <= set(tags)


def test_dates_are_bold() -> None:
    paragraph = LetterParagraph(
        "Kom op vrijdag 6 maart 2026. Of bel op vrijdag 6 maart 2026.", ("vrijdag 6 maart 2026",)
    )
    assert split_bold(paragraph.text, paragraph.bold) == (
        ("Kom op ", False),
        ("vrijdag 6 maart 2026", True),
        (". Of bel op ", False),
        ("vrijdag 6 maart 2026", True),
        (".", False),
    )
    assert split_bold("", ("x",)) == ()
    assert split_bold("geen", ("", "x")) == (("geen", False),)
    body = letter_page(frozen(CONFIRMATION), by_hand=False).body
    first = next(part for part in body if isinstance(part, LetterParagraph))
    assert "vrijdag 27 maart 2026 om 10.00 uur" in first.bold


@pytest.mark.parametrize("word", ["", "lang", "y" * 200, "سلام"])
def test_bold_lines_lose_no_word_and_stay_inside_the_page(word: str) -> None:
    date = "vrijdag 6 maart 2026 om 10.00 uur"
    text = f"Onze volgende afspraak is {date}, op kantoor. " * 6 + f"{word} Tot {date}."
    drawn = LetterLines.of(LetterParagraph(text, (date,), spaced=True))
    said = "".join(part for line in drawn._lines for part, _style in line)
    assert letters(said) == letters(text)
    for line in drawn._lines:
        assert (
            sum(text_width(part.rstrip() if part is line[-1][0] else part, style) for part, style in line)
            <= WIDTH + 0.5
        )


# --- pages ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [0, 12, 18, 20, 22, 24, 26, 30, 60, 120])
def test_the_signature_never_stands_alone(count: int) -> None:
    document = build(longer(frozen(CONFIRMATION), count))
    pages = lay_out(document, by_hand=False)
    last = pages[-1][-1].block
    assert isinstance(last, Chain)
    assert isinstance(last.blocks[-1], Signing)
    assert any(isinstance(block, LetterLines) for block in last.blocks)
    for page in pages:
        assert page[-1].top + page[-1].block.height <= BOTTOM + 0.5
    assert letters(said(pages)).count(letters("Dit is een zin")) == count


def test_later_pages_say_what_they_belong_to() -> None:
    pages = pages_text(render(longer(frozen(CONFIRMATION), 60)))
    assert len(pages) > 1
    assert "Bevestiging van onze afspraken" in pages[1]
    assert "J. van Houten, 16 maart 2026" in words(pages[1])
    assert "Vertrouwelijk" not in pages[1]
    assert "Pagina 2 van" in pages[1]


def test_a_paragraph_is_cut_with_two_lines_on_both_sides() -> None:
    drawn = LetterLines.of(LetterParagraph("woord " * 120))
    count = len(drawn._lines)
    assert count > 5
    cut = drawn.split(3.5 * 15, forced=False)
    assert cut is not None
    assert [len(part._lines) for part in cut] == [3, count - 3]
    assert drawn.split(20, forced=False) is None
    assert drawn.split(20, forced=True) is not None
    most = drawn.split(1000, forced=False)
    assert most is not None
    assert len(most[1]._lines) == 2
    short = LetterLines.of(LetterParagraph("kort"))
    assert short.least == short.height
    assert drawn.least == 30


def test_a_draft_and_a_letter_to_write_by_hand() -> None:
    draft = pages_text(render(drafted(frozen(CONFIRMATION))))
    assert all("CONCEPT" in page for page in draft)
    assert "Dossier 2026-003, concept van 16-02-2026 14:05, geen logboekkop" in words(draft[0])
    (by_hand,) = pages_text(render(emptied(frozen(CONFIRMATION)), by_hand=True))
    assert "Niet ingevuld" not in by_hand
    assert "Dossier 2026-003, lege brief" in words(by_hand)
    assert letter_page(emptied(frozen(CONFIRMATION)), by_hand=True).writing_lines > 8
    assert letter_page(emptied(frozen(CONFIRMATION)), by_hand=False).writing_lines == 0


def test_a_later_version_says_which_letter_it_replaces() -> None:
    again = replace(frozen(CONFIRMATION), version=2, replaces="versie 1 van 16-03-2026", reason="De dag klopte niet")
    text = words(pages_text(render(again))[0])
    assert "Vervangt versie 1 van 16-03-2026" in text
    assert "brief van 16-03-2026, versie 2" in text
    assert "De dag klopte niet" not in text


def test_a_logo_comes_beside_the_name() -> None:
    from PIL import Image

    picture = io.BytesIO()
    Image.new("RGB", (400, 100), "navy").save(picture, "PNG")
    with pikepdf.open(io.BytesIO(render(frozen(CONFIRMATION), logo=picture.getvalue()))) as file:
        assert len(file.pages[0].get_images()) == 1


# --- odd snapshots ----------------------------------------------------------------------------------------------------


def test_a_table_without_rows_is_left_out_and_an_unknown_one_stays_visible() -> None:
    gone = change(frozen(CONFIRMATION), afspraken=[])
    assert not [part for part in letter_page(gone, by_hand=False).body if isinstance(part, TableBlock)]
    odd = change(frozen(CONFIRMATION), tekst="Beste,\n[tabel: weg]\n[tabel: onderwerp]")
    shown = [part.text for part in letter_page(odd, by_hand=False).body if isinstance(part, LetterParagraph)]
    assert shown == ["Beste,", "[tabel: weg]", "[tabel: onderwerp]"]


def test_a_letter_bears_answers_of_an_odd_shape() -> None:
    odd: dict[str, Any] = {
        "tekst": 5,
        "ondertekenaar": "Noor",
        "afzender": "",
        "verzenddatum": "",
        "volgende": "morgen",
    }
    snapshot = change(
        replace(frozen(CONFIRMATION), made_on="onbekend", frozen_at="2026-03-16T10:00:00", extra={}), **odd
    )
    page = letter_page(snapshot, by_hand=False)
    assert page.sender == "Groothandel De Kist B.V."
    assert page.signer == page.body == ()
    text = words(pages_text(render(snapshot))[0])
    assert "Bevestiging van onze afspraken" in text
    bare = replace(snapshot, extra={"brief": {"kop": "soort"}})
    assert letter_page(bare, by_hand=False).facts == page.facts
    hidden = replace(frozen("brief_oproep"), extra={"brief": {"kop": ["weg", "eerder_gemist"]}})
    without = change(hidden, eerder_gemist=None)
    sections = tuple(
        replace(
            part,
            fields=tuple(
                replace(item, state=FieldState.EMPTY) if item.key == "eerder_gemist" else item for item in part.fields
            ),
        )
        for part in without.sections
    )
    assert [fact.label for fact in letter_page(replace(without, sections=sections), by_hand=False).facts] == [
        "Datum",
        "Onderwerp",
        "Ons kenmerk",
        "Verzonden",
    ]


def test_amounts_that_are_no_amounts_add_nothing() -> None:
    columns = (field("wat", "Wat", "text"), field("bedrag", "Bedrag", "amount"), field("nr", "Nr", "text"))
    table = letter_table(
        field("kosten", "Kosten", "table", [{"wat": "a", "bedrag": "x"}, {"wat": "b", "bedrag": "5"}], columns=columns)
    )
    assert table is not None
    assert [cell.lines[0].text if cell.lines else "" for cell in table.total] == ["", "Totaal", "€\u00a05,00", ""]
    one = letter_table(field("kosten", "Kosten", "table", [{"wat": "a", "bedrag": "5"}], columns=columns))
    assert one is not None
    assert one.total == ()
    assert letter_table(field("kosten", "Kosten", "table", "niets", columns=columns)) is None
