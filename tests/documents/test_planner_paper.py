"""The planner as a page: one sheet that lies down, only known words, black and white, the same every time."""

import io
from datetime import date, timedelta

import pikepdf
import pytest

from reintegratie_desktop.documents.planner import WORDS, render_planner
from reintegratie_desktop.domain.clock import case_clocks
from reintegratie_desktop.domain.facts import CaseFacts
from reintegratie_desktop.domain.planner import Entry, Planner, Sign, Week, Word, planner_of
from reintegratie_desktop.text.guard import find
from reintegratie_desktop.text.i18n import set_language
from tests.documents.reading import all_words, elements, fonts, operators, pages_text

FIRST = date(2026, 1, 5)


def planner(language: str = "nl", **facts: object) -> Planner:
    data = {"perioden": [{"ziek_vanaf": FIRST.isoformat(), "hersteld_per": None}], **facts}
    clock = case_clocks(CaseFacts.from_dict(data), date(2026, 3, 1))[-1]
    return planner_of(clock, "P-0003", made_on=date(2026, 3, 1), language=language)


def size(data: bytes) -> tuple[int, int]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        box = pdf.pages[0].mediabox
        return round(float(box[2])), round(float(box[3]))


def test_one_page_that_lies_down_with_every_week() -> None:
    data = render_planner(planner())
    pages = pages_text(data)
    assert len(pages) == 1
    assert size(data) == (842, 595)
    text = all_words(data)
    assert "Weekplanner 104 weken" in text
    assert "Kenmerk P-0003. Vanaf maandag 05-01-2026 tot en met zondag 02-01-2028. Hang op zonder naam." in text
    assert "Pagina 1 van 1" in text
    for word in ("stap 1 klaar", "plan klaar", "terugkijken", "bericht sturen", "jaargesprek", "map compleet"):
        assert word in text
    assert "26-10" in text
    for number in range(1, 105):
        assert f"{number} " in text


def test_it_says_nothing_that_somebody_who_passes_by_should_not_read() -> None:
    text = all_words(render_planner(planner())).casefold()
    for word in ("ziek", "uwv", "wia", "werknemer", "bedrijfsarts", "probleem", "dossier", "spoor", "poortwachter"):
        assert word not in text, word
    assert find(text) == ()
    assert set(WORDS) == set(Word)


def test_black_on_white_with_letters_in_the_file_and_the_same_every_time() -> None:
    data = render_planner(planner())
    assert data == render_planner(planner())
    assert all(fonts(data).values())
    colours = {operator for _operands, operator in operators(data)} & {"rg", "RG", "k", "K", "sc", "scn"}
    assert colours <= {"rg", "RG"}
    for operands, operator in operators(data):
        if operator in ("g", "G", "rg", "RG"):
            assert {float(value) for value in operands} <= {0.0, 1.0}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert str(pdf.Root.Lang) == "nl-NL"


def test_a_screen_reader_hears_the_weeks_with_something_in_them() -> None:
    alt = [str(element.Alt) for _depth, tag, element in elements(render_planner(planner())) if tag == "Figure"]
    assert len(alt) == 1
    assert alt[0].startswith("Week 1: start 05-01. Week 7: stap 1 klaar 16-02.")
    assert "Week 2:" not in alt[0]


def test_in_english() -> None:
    text = all_words(render_planner(planner("en")))
    assert "P-0003" in text
    set_language("nl")


def test_a_done_week_is_crossed_and_an_empty_one_is_not() -> None:
    plain = render_planner(planner())
    done = render_planner(planner(gedaan={"probleemanalyse": "2026-02-10"}))
    lines = [sum(operator == "l" for _operands, operator in operators(data)) for data in (plain, done)]
    assert lines[1] == lines[0] + 2


@pytest.mark.parametrize("most", [1, 4, 6])
def test_a_full_week_takes_a_larger_sheet_and_loses_no_word(most: int) -> None:
    entries = tuple(Entry(word, Sign.PLAN, FIRST) for word in list(Word)[:most])
    weeks = tuple(
        Week(number + 1, FIRST + timedelta(weeks=number), entries if number == 3 else ()) for number in range(156)
    )
    made = Planner("P-0001", FIRST, FIRST + timedelta(weeks=156), FIRST, FIRST, weeks)
    data = render_planner(made)
    text = all_words(data)
    assert all(WORDS[entry.word] in text for entry in entries)
    assert size(data) == ((842, 595) if most == 1 else (1191, 842))
    assert len(pages_text(data)) == 1


def test_on_a3_when_asked_and_weeks_that_do_not_count() -> None:
    weeks = (Week(None, FIRST), Week(1, FIRST + timedelta(weeks=1)))
    made = Planner("P-0001", FIRST, FIRST + timedelta(weeks=2), FIRST, FIRST, weeks)
    assert size(render_planner(made, a3=True)) == (1191, 842)
    alone = Planner("P-0001", FIRST, FIRST, FIRST, FIRST, (Week(None, FIRST, (Entry(Word.OWN, Sign.PLAN, FIRST),)),))
    assert "eigen stap" in all_words(render_planner(alone))
