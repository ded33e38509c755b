"""What comes on which page, and how a paper is set when it would run over by a little."""

from collections.abc import Iterator

import pytest

from reintegratie_desktop.documents import typeset
from reintegratie_desktop.documents.build import build
from reintegratie_desktop.documents.columns import column_widths
from reintegratie_desktop.documents.fields import FieldDrawing
from reintegratie_desktop.documents.grid import TableDrawing
from reintegratie_desktop.documents.layout import COMPANY, ends_alone, lay_out
from reintegratie_desktop.documents.model import (
    Cell,
    CellLine,
    Column,
    ColumnKind,
    FieldBlock,
    Label,
    Option,
    Paragraphs,
    TableBlock,
)
from reintegratie_desktop.documents.pdf import render
from reintegratie_desktop.documents.rows import DASH
from reintegratie_desktop.documents.styles import ANSWER, ANSWER_LEFT, BOTTOM, CELL, HEAD, TOP_LATER, WIDTH, text_width
from reintegratie_desktop.documents.typeset import break_lines
from reintegratie_desktop.domain.snapshot import FormSnapshot, SnapshotField, SnapshotSection, SnapshotSignature
from tests.documents.papers import field, options, paper
from tests.documents.reading import all_words, operators, pages_text, words

SIGNERS = (
    SnapshotSignature("Werkgever", "Noor Blom", "Betekent: zo is het gegaan."),
    SnapshotSignature("Werknemer", "K. Haddou", "Betekent: gelezen."),
)


def signed(*parts: list[SnapshotField]) -> FormSnapshot:
    """Return a paper with these sections and two frames at its end."""
    sections = tuple(
        SnapshotSection(f"s{number}", f"Deel {number}", str(number), tuple(fields))
        for number, fields in enumerate(parts, start=1)
    )
    return paper(sections=sections, signatures=SIGNERS)


def short(count: int) -> list[SnapshotField]:
    return [field(f"f{number}", f"Vraag {number}", answer=f"antwoord {number}") for number in range(count)]


# --- the end of a paper -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("in_section", [4, 9, 100])
def test_a_paper_of_any_length_ends_with_more_than_the_signing(in_section: int) -> None:
    lengths = set()
    for count in range(8, 80):
        fields = short(count)
        parts = [fields[start : start + in_section] for start in range(0, count, in_section)]
        pages = lay_out(build(signed(*parts)), by_hand=False)
        lengths.add(len(pages))
        assert not ends_alone(pages), (in_section, count)
    assert lengths >= {1, 2, 3}


def test_the_last_section_comes_along_as_a_whole_when_that_leaves_no_half_empty_page() -> None:
    moved = 0
    for count in range(20, 40):
        text = pages_text(render(signed(short(count), short(8))))
        if len(text) == 2 and words(text[1]).startswith("Proefpapier") and "2 Deel 2" in words(text[1]):
            moved += "Vraag 0" in text[1] and "Vraag 7" in text[1]
    assert moved > 3


def test_one_very_long_answer_before_the_frames_is_left_as_it_is() -> None:
    for lines in range(40, 120, 3):
        answer = "\n".join(f"regel {number}" for number in range(lines))
        pages = pages_text(render(signed([field("a", "Vraag", "long_text", answer)])))
        text = words(" ".join(pages))
        assert all(f"regel {number}" in text for number in range(lines))
        assert text.count("Betekent: gelezen.") == 1


def test_a_paper_of_one_page_never_ends_alone() -> None:
    pages = lay_out(build(signed([])), by_hand=False)
    assert len(pages) == 1
    assert not ends_alone(pages)


def test_no_block_stands_below_the_foot_of_its_page() -> None:
    for count in (12, 25, 33, 47):
        for page in lay_out(build(signed(short(count))), by_hand=False):
            for placed in page:
                assert placed.top >= TOP_LATER - 20
                assert placed.top + placed.block.height <= BOTTOM + 0.01
    assert 0 < COMPANY < BOTTOM - TOP_LATER


# --- closer, when a last page holds little ----------------------------------------------------------------------------


def own_words(help_text: str, answer: str) -> FieldDrawing:
    block = FieldBlock(Label("Wat vind je ervan?", (help_text,)), (Paragraphs((answer,)),))
    return FieldDrawing(block, ruled=True, continued_word="(vervolg)")


def test_help_stands_above_a_short_answer_when_that_is_lower() -> None:
    roomy = own_words("Eigen woorden van de werknemer. De werkgever kan deze tekst niet wijzigen.", "Goed.")
    assert roomy.closer().height < roomy.height - 15


def test_help_stays_under_the_question_where_it_costs_nothing() -> None:
    long = own_words("Nooit een plicht.", "Een lang antwoord dat niet op een regel past. " * 4)
    closer = long.closer()
    assert closer.label_height == long.label_height
    assert 0 < long.height - closer.height < 4
    assert long.height == own_words("Nooit een plicht.", "Een lang antwoord dat niet op een regel past. " * 4).height


def test_nothing_is_lost_or_reordered_in_a_closer_paper() -> None:
    fields = [
        field(f"f{number}", f"Vraag {number}", answer=f"antwoord {number}", paper_help=f"Uitleg nummer {number}. " * 3)
        for number in range(15)
    ]
    seen = set()
    for count in range(9, 15):
        pages = pages_text(render(paper(*fields[:count])))
        seen.add(len(pages))
        text = words(" ".join(pages))
        for number in range(count):
            parts = (f"Vraag {number}", f"Uitleg nummer {number}.", f"antwoord {number}")
            places = [text.index(part) for part in parts]
            assert places == sorted(places), (count, number)
    assert len(seen) <= 2


def test_rows_to_write_in_keep_their_height_in_a_closer_paper() -> None:
    table = TableBlock((Column("Wat", ColumnKind.TEXT),), ((Cell(),), (Cell(),)), by_hand=True)
    drawing = TableDrawing(table)
    assert drawing.closer().height == drawing.height
    printed = TableDrawing(
        TableBlock((Column("Wat", ColumnKind.TEXT),), ((cell("a"),), (cell("b"),)), total=(cell("c"),))
    )
    assert printed.closer().height == pytest.approx(printed.height - 3 * 2.4)


# --- tables and lists -------------------------------------------------------------------------------------------------


def cell(text: str) -> Cell:
    return Cell((CellLine(text),))


def of_width(most: float) -> str:
    """Return words that together are just not wider than this in a cell."""
    text = "aan"
    while text_width(f"{text} aan", CELL) <= most:
        text += " aan"
    return text


def test_a_head_of_a_narrow_column_takes_two_lines_and_never_three() -> None:
    heads = ("Uren per week", "Hoort bij plan", "Hoogstens volgens advies", "Percentage van contract")
    columns = (*(Column(head, ColumnKind.NUMBER) for head in heads), Column("Taken", ColumnKind.TEXT))
    table = TableBlock(columns, ((cell("8,00"), cell("ja"), cell("9,00"), cell("22%"), cell("inpakken " * 30)),))
    for head, width in zip(heads, column_widths(table), strict=False):
        assert len(break_lines(head, HEAD, width - 11)) <= 2, head


def test_a_short_column_beside_a_long_one_is_not_squeezed() -> None:
    columns = (Column("Afspraak", ColumnKind.TEXT), Column("Waarom niet of deels?", ColumnKind.TEXT))
    table = TableBlock(
        columns,
        tuple(
            (cell("Vaste taken in de hal, elke maandag en woensdag " * 2), cell("niet van toepassing"))
            for _row in range(3)
        ),
    )
    long, brief = column_widths(table)
    assert long + brief == pytest.approx(WIDTH)
    assert break_lines("Waarom niet of deels?", HEAD, brief - 7) == ["Waarom niet of deels?"]


def test_of_two_ways_to_share_the_width_the_lower_one_is_taken() -> None:
    columns = (Column("Afspraak", ColumnKind.TEXT), Column("Waarom?", ColumnKind.TEXT))
    widest, usual, beside = of_width(330), of_width(280), of_width(195)
    # Giving the second column all it asks would break every row of the first.
    table = TableBlock(columns, ((cell(widest), cell(beside)), *(((cell(usual), cell("nee")),) * 6)))
    first, second = column_widths(table)
    assert all(len(break_lines(text, CELL, first - 7)) == lines for text, lines in ((widest, 2), (usual, 1)))
    # Here it costs nothing, and saves a line in every row.
    table = TableBlock(columns, ((cell(widest), cell("nee")), *(((cell("kort"), cell(beside)),) * 6)))
    first, second = column_widths(table)
    assert len(break_lines(beside, CELL, second - 7)) == 1


def test_a_name_goes_before_room_to_write_and_is_not_broken_inside_a_word() -> None:
    columns = (
        Column("Afschrift gaat naar", ColumnKind.TICK),
        Column("Naam", ColumnKind.TEXT),
        Column("Datum", ColumnKind.DATE),
        Column("Hoe", ColumnKind.TEXT),
    )
    box, open_cell = Cell(options=(Option("Company doctor or occupational health service"),)), Cell()
    table = TableBlock(columns, ((box, cell("M. Waasbergenhooglandsveld"), open_cell, open_cell),), by_hand=True)
    name = column_widths(table)[1]
    assert text_width("Waasbergenhooglandsveld", CELL) <= name - 6.99
    assert sum(column_widths(table)) == pytest.approx(WIDTH)


def test_the_lines_of_a_list_item_stand_under_its_words() -> None:
    item = (
        "Is er hier op korte termijn nog passend werk voor vier dagen in de week, of zoeken we verder buiten de deur?"
    )
    for count in (2, 6):
        snapshot = paper(field("a", "Agenda", "lines", [item, "Kort"] * (count // 2)))
        data = render(snapshot)
        text = all_words(data)
        assert text.count("– Kort") == text.count(f"– {item}") == count // 2, "search and copy read an item as one"
        places = [float(operands[4]) for operands, operator in operators(data) if operator == "Tm"]
        dash = text_width(DASH, ANSWER)
        assert sum(abs(place - ANSWER_LEFT - dash) < 0.02 for place in places) >= 1


def drawn(data: bytes) -> Iterator[tuple[float, str]]:
    """Yield every string of a paper with its height on the page."""
    height = 0.0
    for operands, operator in operators(data):
        if operator == "Tm":
            height = float(operands[5])
        elif operator == "Tj":
            yield height, bytes(operands[0]).decode("latin-1")


def test_figures_of_a_record_stand_on_one_line_under_labels_of_any_length() -> None:
    kinds = options("Kan met aanpassing", "Kan")
    columns = (
        field("taak", "Taak"),
        field("uren", "Uren per week", "number"),
        field("kan", "Kan dit nu", "choice", options=kinds),
        field("wacht", "Anderen wachten op het resultaat", "yes_no"),
        field("d", "Harde deadline", "yes_no"),
        field("e", "Belasting"), field("f", "Aanpassing"), field("g", "Toelichting"),
    )  # fmt: skip
    row = {"taak": "Inpakken", "uren": "4", "kan": "kan_met_aanpassing", "wacht": False, "d": False, "e": "Staan"}
    data = render(paper(field("t", "Taken", "rows", [row], columns=columns)))
    assert "Anderen wachten op het resultaat" in all_words(data)
    strings = list(drawn(data))
    height = {text.strip(): y for y, text in strings}
    assert height["Kan met aanpassing"] == height["4"] == height["Nee"]
    assert height["resultaat"] == height["Uren per week"] == height["Harde deadline"]


def test_a_short_question_stands_in_front_of_its_boxes() -> None:
    limited = field("b", "Tillen", "limited", {"beperkt": True, "toelichting": "Tot 10 kg"}, paper_help="Beperkt?")
    text = words(pages_text(render(paper(limited)))[0])
    assert "Tillen Beperkt? [x] Ja [ ] Nee Tot 10 kg" in text


# --- what is remembered while a paper is made -------------------------------------------------------------------------


def test_nothing_of_a_paper_stays_in_memory_behind_it() -> None:
    render(paper(field("a", "Vraag", "long_text", "Een zin die nergens mag blijven hangen. " * 20)))
    for remembered in (typeset.clean, typeset.widest_word, typeset._broken_lines):
        assert remembered.cache_info().currsize == 0


def test_lines_are_the_same_when_they_are_asked_twice_and_may_be_changed() -> None:
    text = "Woorden die over meer dan een regel lopen, want de regel is smal."
    once = break_lines(text, ANSWER, 80)
    once.append("iets anders")
    again = break_lines(text, ANSWER, 80)
    assert again == once[:-1]
    assert all(text_width(line.rstrip(), ANSWER) <= 80.01 for line in again)
