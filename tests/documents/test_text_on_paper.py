import unicodedata
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.bundled import bundled_path
from reintegratie_desktop.documents.pdf import render
from reintegratie_desktop.documents.styles import (
    ANSWER,
    CELL,
    FALLBACKS,
    FAMILY,
    LABEL,
    code_box,
    font_for,
    letters,
    text_width,
)
from reintegratie_desktop.documents.typeset import (
    break_lines,
    clean,
    cut_to_fit,
    in_drawing_order,
    paragraphs,
    runs,
    runs_right_to_left,
)
from tests.documents.papers import field, paper
from tests.documents.reading import all_words, pages_text, words


def printed(text: str, kind: str = "long_text") -> str:
    return "\n".join(pages_text(render(paper(field("a", "Vraag", kind, text)))))


@pytest.mark.parametrize(
    "text",
    [
        "R&D <test>, € 5",
        "<b>vet</b> en <para>",
        "&copy; &amp; &#65; &unknown",
        "100% (echt) \\ [x] {0} %s $1",
        "Łukasz Wiśniewski, Özgür Yıldız, Đorđe, Ångström, coëfficiënt",
        "Ελληνικά, Привет, ½ ³ ° ≥ → ✓",
    ],
)
def test_text_prints_as_it_was_typed(text: str) -> None:
    assert text in words(printed(text))


def test_text_is_never_markup_in_any_place() -> None:
    odd = "A&B <i>x</i>"
    snapshot = paper(
        field("a", odd, "choice", "x", help=odd),
        field("t", odd, "table", [{"k": odd}], columns=(field("k", odd),)),
        title=odd,
        purpose=odd,
        employer=odd,
        employee=odd,
        case_number=odd,
    )
    assert all_words(render(snapshot)).count(odd) >= 10


@pytest.mark.parametrize(
    "text", ["😀 🎉 👍 ☎ ★", "שלום עולם", "مرحبا بالعالم", "الثلاثاء 18 فبراير", "王小明 从星期二开始工作"]
)
def test_other_scripts_and_emoji_are_shown_and_found(text: str) -> None:
    assert text in words(printed(text))
    for char in text.replace(" ", ""):
        assert font_for(ANSWER.font, char) is not None


def test_right_to_left_inside_a_sentence_keeps_its_letters() -> None:
    found = words(printed("Hij zei שלום en ging om 12 uur weg."))
    assert "Hij zei שלום en ging om 12 uur weg." in found


def test_arabic_letters_are_joined_and_read_from_the_right() -> None:
    shown = in_drawing_order("سلام", right_to_left=True)
    assert shown != "سلام"
    assert unicodedata.normalize("NFKC", shown)[::-1].replace("اﻟ", "ال").startswith("س")
    assert runs_right_to_left("سلام hallo")
    assert not runs_right_to_left("hallo سلام")
    assert not runs_right_to_left("12 - 34")
    assert in_drawing_order("hallo", right_to_left=False) == "hallo"


def test_a_sign_in_no_font_prints_as_its_number() -> None:
    thai = "ก"
    assert font_for(ANSWER.font, thai) is None
    (piece,) = runs(thai, ANSWER.font)
    assert piece.text == code_box(thai) == "[U+0E01]"
    assert piece.instead == thai
    assert thai in printed(f"naam {thai}")


def test_joiners_and_selectors_take_no_room() -> None:
    assert text_width("a\u200d\ufe0fb\u00ad", ANSWER) == text_width("ab", ANSWER)
    assert [piece.text for piece in runs("a\u200db", ANSWER.font)] == ["ab"]


def test_control_characters_never_reach_the_paper() -> None:
    assert clean("a\x00b\x07c\x1bd\x7f\x9fe") == "abcde"
    assert clean("een\r\ntwee\rdrie\u2028vier\x85vijf\fzes") == "een\ntwee\ndrie\nvier\nvijf\nzes"
    assert clean("a\tb") == "a    b"
    assert clean("a\ud800b") == "a\ufffdb"
    assert clean("e\u0301") == "é"
    assert paragraphs("\n een \n\n  \n twee\n") == (" een", " twee")


def test_lines_break_at_spaces_and_long_words_are_cut() -> None:
    lines = break_lines("Dit is een zin die niet op een regel past.", ANSWER, 90)
    assert "".join(lines) == "Dit is een zin die niet op een regel past."
    assert all(text_width(line.rstrip(), ANSWER) <= 90 for line in lines)
    assert break_lines("", ANSWER, 90) == [""]
    cut = break_lines("x" * 80, ANSWER, 90)
    assert len(cut) > 3
    assert "".join(cut) == "x" * 80
    path = break_lines("https://voorbeeld.example/een/lang/pad/naar/bestand", ANSWER, 120)
    assert all(line.endswith(("/", ".", ":", "d")) for line in path)
    far_back = break_lines(":000\U00100000", ANSWER, 40)
    assert far_back == [":", "000", "\U00100000"]
    compound = break_lines("arbeidsongeschiktheids-verzekering", ANSWER, 130)
    assert compound[0] == "arbeidsongeschiktheids-"
    assert break_lines("17-02-2026", ANSWER, 200) == ["17-02-2026"]


def test_a_mark_that_no_font_holds_may_stand_on_the_next_line() -> None:
    lines = break_lines("000\u0359", ANSWER, 40.0)
    assert "".join(lines) == "000\u0359"
    assert all(text_width(line, ANSWER) <= 40 for line in lines)


@given(st.text(max_size=300), st.sampled_from([ANSWER, CELL, LABEL]), st.floats(min_value=40, max_value=400))
@settings(max_examples=60, deadline=None)
def test_breaking_loses_nothing_and_stays_inside(text: str, style: object, width: float) -> None:
    assert style in (ANSWER, CELL, LABEL)
    plain = clean(text).replace("\n", " ")
    lines = break_lines(plain, style, width)
    assert "".join(lines).replace(" ", "") == plain.replace(" ", "")
    for line in lines:
        assert text_width(line.rstrip(" "), style) <= width + 0.01 or sum(c != " " for c in line) <= 3


def visible(text: str) -> Counter[str]:
    return Counter(
        char
        for char in unicodedata.normalize("NFKC", text)
        if font_for(ANSWER.font, char)
        and unicodedata.category(char)[0] in "LN"
        and unicodedata.bidirectional(char) in {"L", "EN"}
        and char < "\u0600"
    )


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=120))
@settings(max_examples=40, deadline=None)
def test_any_text_prints_and_its_letters_are_found(text: str) -> None:
    data = render(paper(field("a", "Vraag", "long_text", text), field("b", text[:40], "text", "ja")))
    found = visible("".join(pages_text(data)))
    missing = visible(clean(text)) - found
    assert not missing


def test_too_long_for_one_line_ends_in_dots() -> None:
    assert cut_to_fit("kort", ANSWER, 100) == "kort"
    shown = cut_to_fit("een hele lange naam van een bedrijf", ANSWER, 90)
    assert shown.endswith("…")
    assert text_width(shown, ANSWER) <= 90


def test_very_long_names_do_not_push_anything_off_the_page() -> None:
    name = "Zeer Lange Bedrijfsnaam met Vele Woorden en Toevoegingen " * 4
    texts = pages_text(
        render(paper(field("a", "V" * 120, "long_text", "antwoord\n" * 60), employer=name, employee=name, title=name))
    )
    for number, text in enumerate(texts, start=1):
        assert f"Pagina {number} van {len(texts)}" in text


def test_every_fixed_font_holds_the_letters_of_the_house() -> None:
    for font in FAMILY:
        assert set("ABCabc0123456789ÀÉËÏÖÜŁłŞşığőčČńźŻĐđ€–’‘…·½%()[]/") <= letters(font)
    for font in (*FAMILY, *FALLBACKS):
        path = bundled_path("resources", "lettertypen", f"{font}.ttf")
        assert path.stat().st_size < 1_000_000
