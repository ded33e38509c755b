import gettext
import hashlib
import io
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from reintegratie_desktop.documents.build import build
from reintegratie_desktop.documents.model import FieldBlock, Options, TableBlock
from reintegratie_desktop.documents.pdf import render, render_to
from reintegratie_desktop.domain.snapshot import FieldState, FormSnapshot, SnapshotSection
from reintegratie_desktop.text import i18n
from reintegratie_desktop.text.i18n import current_language
from tests.documents.papers import GOLDEN, change, drafted, emptied, field, load, long_text, paper
from tests.documents.reading import all_words, elements, fonts, letters, operators, pages_text, words

original = i18n.load_catalogue
PAPERS = ("plan_van_aanpak", "plan_geweigerd", "gespreksverslag", "probleemanalyse")
WAYS = ("as it is", "empty", "draft", "by hand")


def in_way(name: str, way: str) -> tuple[FormSnapshot, bool]:
    snapshot = load(name)
    if way == "empty":
        return emptied(snapshot), False
    if way == "draft":
        return drafted(snapshot), False
    return (emptied(snapshot), True) if way == "by hand" else (snapshot, False)


@pytest.fixture(scope="module")
def made() -> dict[tuple[str, str], bytes]:
    """Every example in every way, rendered once."""
    papers = {}
    for name in PAPERS:
        for way in WAYS:
            snapshot, by_hand = in_way(name, way)
            papers[name, way] = render(snapshot, by_hand=by_hand)
    papers["gespreksagenda", "as it is"] = render(load("gespreksagenda"))
    return papers


def test_every_page_tells_paper_case_page_and_total(made: dict[tuple[str, str], bytes]) -> None:
    for key, data in made.items():
        texts = pages_text(data)
        for number, text in enumerate(texts, start=1):
            assert f"Pagina {number} van {len(texts)}" in text, key
            assert "Dossier 2026-003" in text, key
            assert "formulierversie 1.0, regels geldig op 05-01-2026" in text, key
            assert number == 1 or "K. Haddou, dossier 2026-003" in text, key


def test_only_black_and_only_white(made: dict[tuple[str, str], bytes]) -> None:
    colours = {"g", "G", "rg", "RG", "k", "K", "sc", "SC", "scn", "SCN", "cs", "CS", "sh"}
    for key, data in made.items():
        used = [(operands, name) for operands, name in operators(data) if name in colours]
        for operands, name in used:
            assert name in {"g", "G"}, (key, name)
            assert [float(value) for value in operands] in ([0.0], [1.0]), (key, operands)


def test_every_font_is_in_the_file_and_of_the_family(made: dict[tuple[str, str], bytes]) -> None:
    for key, data in made.items():
        found = fonts(data)
        assert found, key
        assert all(found.values()), key
        assert all("SourceSans3-" in name for name in found), (key, found)
        assert b"Helvetica" not in data, key


def test_files_are_sound(made: dict[tuple[str, str], bytes]) -> None:
    for key, data in made.items():
        with pikepdf.open(io.BytesIO(data)) as pdf:
            assert pdf.check_pdf_syntax() == [], key


def test_every_label_option_and_answer_is_found(made: dict[tuple[str, str], bytes]) -> None:
    for (name, way), data in made.items():
        if name == "gespreksagenda":
            continue
        snapshot, _by_hand = in_way(name, way)
        text = letters(all_words(data))
        for item in snapshot.fields():
            assert letters(item.label) in text, (name, way, item.label)
            assert letters(item.number) in text
            for option in () if item.key == "kopie_aan" else item.options:
                assert letters(option.label) in text, (name, way, option.label)
            for column in item.columns:
                if item.answer or way == "by hand":
                    assert letters(column.label) in text, (name, way, column.label)
            if item.state is FieldState.ANSWERED and item.kind in {"text", "long_text"}:
                for part in str(item.answer).split("\n"):
                    # The word "(vervolg)" of a page break may stand inside a long answer.
                    assert letters(part) in text or len(part) > 800, (name, way, part)


def test_reading_the_plan_word_for_word(made: dict[tuple[str, str], bytes]) -> None:
    text = "\n\f\n".join(pages_text(made["plan_van_aanpak", "as it is"]))
    path = GOLDEN / "plan_van_aanpak.txt"
    if os.environ.get("GOLDEN_SCHRIJVEN"):
        path.write_text(text + "\n", "utf-8")
    assert text + "\n" == path.read_text("utf-8")


def test_same_snapshot_gives_same_bytes() -> None:
    snapshot = load("plan_van_aanpak")
    first = render(snapshot)
    assert render(FormSnapshot.from_dict(snapshot.to_dict())) == first
    assert render(replace(snapshot, version=2)) != first


def test_same_bytes_in_another_process(tmp_path: Path) -> None:
    path = tmp_path / "papier.py"
    path.write_text(
        "import hashlib\nfrom tests.documents.papers import load\n"
        "from reintegratie_desktop.documents.pdf import render\n"
        "print(hashlib.sha256(render(load('probleemanalyse'))).hexdigest())\n"
    )
    root = GOLDEN.parent.parent
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    done = subprocess.run([sys.executable, path], cwd=root, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == hashlib.sha256(render(load("probleemanalyse"))).hexdigest()


def test_importing_documents_does_not_load_reportlab() -> None:
    code = (
        "import sys, reintegratie_desktop.documents.pdf\n"
        "print([name for name in ('reportlab', 'pikepdf', 'PIL', 'bidi') if name in sys.modules])"
    )
    root = GOLDEN.parent.parent
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_title_author_language_dates_and_bookmarks(made: dict[tuple[str, str], bytes]) -> None:
    with pikepdf.open(io.BytesIO(made["plan_van_aanpak", "as it is"])) as pdf:
        info = pdf.docinfo
        assert str(info.Title) == "Plan van aanpak – K. Haddou – dossier 2026-003"
        assert str(info.Author) == "Bouwmaterialen Van Elzen B.V. (fictief)"
        assert str(info.CreationDate).startswith("D:20260217164012")
        assert str(pdf.Root.Lang) == "nl-NL"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_outline() as outline:
            titles = [entry.title for entry in outline.root]
        assert titles[0] == "1 Gegevens werknemer"
        assert titles[-1] == "10 Ondertekening"
        assert len(titles) == 12
        with pdf.open_metadata() as meta:
            assert meta["dc:title"] == str(info.Title)
            assert meta["dc:language"] == {"nl-NL"}
            assert meta["xmp:CreateDate"] == "2026-02-17T16:40:12"


def test_tags_say_what_is_what(made: dict[tuple[str, str], bytes]) -> None:
    data = made["plan_van_aanpak", "as it is"]
    tags = [tag for _depth, tag, _element in elements(data)]
    assert tags.count("H1") == 1
    assert tags.count("H2") == 12
    assert {"H3", "P", "Table", "TR", "TH", "TD", "Figure", "Span"} <= set(tags)
    for _depth, tag, element in elements(data):
        if tag == "TH":
            assert str(element.A.Scope) == "/Column"
        if tag == "Figure":
            said = str(element.Alt)
            assert "Week 7: afgesproken 9." in said
            assert "Advies van 09-03-2026 tot en met 05-04-2026: hoogstens 20 uur." in said
    states = [str(element.ActualText) for _depth, tag, element in elements(data) if tag == "Span"]
    assert "aangekruist: " in states
    assert "niet aangekruist: " in states


def test_all_content_belongs_to_one_element(made: dict[tuple[str, str], bytes]) -> None:
    for key, data in made.items():
        with pikepdf.open(io.BytesIO(data)) as pdf:
            rows = pdf.Root.StructTreeRoot.ParentTree.Nums
            for index, page in enumerate(pdf.pages):
                assert int(page.StructParents) == index
                owners = rows[index * 2 + 1]
                marks = []
                depth = 0
                for operands, operator in pikepdf.parse_content_stream(page):
                    if str(operator) == "BDC" and "/MCID" in operands[1]:
                        marks.append(int(operands[1].MCID))
                        assert depth == 0, key
                    depth += str(operator) in {"BDC", "BMC"}
                    depth -= str(operator) == "EMC"
                    assert str(operator) != "Tj" or depth, (key, "text outside the tree")
                assert depth == 0
                assert marks == list(range(len(owners))), key


def test_boxes_are_found_by_search(made: dict[tuple[str, str], bytes]) -> None:
    text = all_words(made["plan_van_aanpak", "as it is"])
    assert "[x] Werkhervatting in de eigen functie" in text
    assert "[ ] Gedeeltelijke werkhervatting in de eigen functie" in text


def test_draft_says_so_on_every_page(made: dict[tuple[str, str], bytes]) -> None:
    texts = pages_text(made["plan_van_aanpak", "draft"])
    for text in texts:
        assert text.count("CONCEPT") == 4
        assert "Nog niet vastgesteld. Niet ondertekenen, niet versturen." in text
        assert "concept van 16-02-2026 14:05, geen logboekkop" in text
        assert "paraaf" not in text
        assert "9f2c" not in text
    whole = words("\n".join(texts))
    assert whole.count("Concept: hier nog niet tekenen.") == 2
    assert "[x] werknemer" not in whole


def test_fixed_paper_has_initials_from_page_two(made: dict[tuple[str, str], bytes]) -> None:
    first, *later = pages_text(made["plan_van_aanpak", "as it is"])
    assert "paraaf" not in first
    assert all("paraaf wg" in text and "paraaf wn" in text for text in later)
    assert "logboekkop 9f2c 41ab 77d0 e3b5" in first


def test_by_hand_refusal_stands_under_the_frames(made: dict[tuple[str, str], bytes]) -> None:
    text = all_words(made["plan_van_aanpak", "as it is"])
    assert "Niet tekenen mag." in text
    assert "[ ] De werknemer tekent niet. Datum:" in text
    assert "[ ] Gewezen op het deskundigenoordeel van UWV. Datum:" in text
    assert "Betekent: ik sta achter dit plan en voer het uit." in text


def test_recorded_refusal_is_calm_and_complete(made: dict[tuple[str, str], bytes]) -> None:
    text = all_words(made["plan_geweigerd", "as it is"])
    assert "Niet getekend. De reden staat hieronder, in de woorden van de werknemer." in text
    assert "17-02-2026 (datum van weigering)" in text
    assert "Twintig uur in week 10 vind ik te snel." in text
    assert "[ ] Aangepast plan voorgesteld" in text
    assert "De werknemer tekent niet. Datum:" not in text


def test_signed_paper_shows_the_day_and_no_refusal_block() -> None:
    base = load("plan_van_aanpak")
    signed = tuple(replace(item, status="getekend", signed_on="2026-02-17") for item in base.signatures)
    text = all_words(render(replace(base, signatures=signed)))
    assert text.count("Getekend.") == 2
    assert "Niet van toepassing: er is nog niet getekend." in text
    assert "Gewezen op het deskundigenoordeel" not in text


def test_a_page_never_carries_only_copies_or_only_signatures(made: dict[tuple[str, str], bytes]) -> None:
    for key, data in made.items():
        last = pages_text(data)[-1]
        if "Afschrift gegeven aan" in last:
            assert "Als de werknemer niet tekent" in last, key
    alone = replace(load("plan_van_aanpak"), sections=load("plan_van_aanpak").sections[:6])
    for words_more in range(0, 400, 25):
        texts = pages_text(render(change(alone, mening_wg=long_text(40 + words_more))))
        heading = next(index for index, text in enumerate(texts) if "\nOndertekening" in text)
        assert (
            "6 Einddoel" in texts[heading] or "Tussendoelen" in texts[heading] or "Als de werknemer" in texts[heading]
        )


def test_later_version_tells_what_it_replaces_and_why() -> None:
    text = all_words(render(load("probleemanalyse")))
    assert "Vervangt versie 1 van 10-02-2026" in text
    assert "Reden van deze versie De datum van het volgende spreekuur is verzet." in text
    assert "versie 2 van 17-02-2026" in text


@pytest.mark.parametrize("kind", ["text", "long_text"])
def test_very_long_answers_run_over_pages(kind: str) -> None:
    answer = long_text()
    data = render(
        paper(field("a", "Een korte vraag", answer="ja"), field("lang", "Wat ziet de werknemer?", kind, answer))
    )
    texts = pages_text(data)
    assert 3 <= len(texts) <= 6
    assert "(vervolg)" not in texts[0]
    for text in texts[1:]:
        assert "Wat ziet de werknemer? (vervolg)" in words(text)
    whole = letters("".join(texts))
    for part in answer.split("\n\n"):
        start, end = letters(part)[:60], letters(part)[-60:]
        assert start in whole
        assert end in whole


@pytest.mark.parametrize("name", PAPERS[:3])
def test_long_text_in_each_long_field_builds(name: str) -> None:
    snapshot = load(name)
    keys = [item.key for item in snapshot.fields() if item.kind == "long_text"]
    assert keys
    whole = render(change(snapshot, **dict.fromkeys(keys, long_text())))
    assert 2 * len(keys) <= len(pages_text(whole)) <= 7 + 5 * len(keys)


def test_a_paragraph_of_five_thousand_letters() -> None:
    answer = ("Ik werk graag rustig verder in de hal. " * 130)[:5000].strip()
    data = render(paper(field("a", "Vraag", "text", answer)))
    shown = letters("".join(pages_text(data)).replace("Vraag (vervolg)", ""))
    assert shown.count("Ikwerkgraagrustigverderindehal.") >= answer.count("Ik werk") - 2


def test_field_breaks_leave_three_lines_on_both_sides() -> None:
    for lines in range(40, 64):
        answer = "\n".join(f"regel {number}" for number in range(lines))
        texts = pages_text(render(paper(field("a", "Vraag", "long_text", answer))))
        counts = [text.count("regel ") for text in texts]
        assert sum(counts) == lines
        assert all(count >= 3 for count in counts), (lines, counts)


def test_table_repeats_its_head_and_shows_two_rows_on_both_sides() -> None:
    columns = (field("wat", "Wat"), field("uren", "Uren", "number"))
    for count in (1, 3, 30, 39, 40, 41, 42, 90):
        rows = [{"wat": f"taak {number}", "uren": "7.5"} for number in range(count)]
        texts = pages_text(render(paper(field("t", "Taken", "table", rows, columns=columns))))
        counts = [text.count("taak ") for text in texts]
        assert sum(counts) == count
        assert all("Wat Uren" in words(text) for text in texts)
        assert len(texts) == 1 or all(found >= 2 for found in counts), counts


def test_agenda_is_one_page_with_points_before_cards() -> None:
    texts = pages_text(render(load("gespreksagenda")))
    assert len(texts) == 1
    order = [words(texts[0]).index(part) for part in ("1 Hoe gaat het, hoe is het", "Zo doe je het", "Aantekeningen.")]
    assert order == sorted(order)
    for said in load("gespreksagenda").extra["nooit"]:
        assert letters(said) in letters(texts[0])
    assert letters("Vertelt iemand zelf iets over zijn gezondheid?") in letters(texts[0])


def test_agenda_shortens_cards_first_then_notes_and_loses_no_point() -> None:
    base = load("gespreksagenda")
    for count in (1, 9, 11, 12, 13, 20, 60):
        points = [f"Punt {number}: wat bespreken we" for number in range(1, count + 1)]
        texts = pages_text(render(change(base, agenda=points)))
        whole = words("\n".join(texts))
        assert all(f"{number} Punt {number}: wat" in whole for number in range(1, count + 1)), count
        assert len(texts) == 1 or count > 11, count
    many = replace(base, extra={**base.extra, "nooit": [f"Verboden vraag nummer {number}" for number in range(30)]})
    texts = pages_text(render(many))
    assert len(texts) == 1
    assert texts[0].count("Verboden vraag") == 6


def test_agenda_without_points_or_cards_still_prints() -> None:
    texts = pages_text(render(replace(load("gespreksagenda"), sections=(), extra={})))
    assert len(texts) == 1
    assert "Gespreksagenda" in texts[0]


def test_paper_keeps_its_own_language_and_leaves_the_screen_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    class English(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            return {"Niet ingevuld": "Not filled in"}.get(message, message)

    monkeypatch.setattr(i18n, "load_catalogue", lambda language: English() if language == "en" else original(language))
    snapshot = paper(field("a", "Question"), field("b", "Amount", "amount", "1250.5"), language="en")
    document = build(snapshot)
    assert document.language == "en-GB"
    assert current_language() == "nl"
    text = all_words(render(snapshot))
    assert "Question Not filled in" in text
    assert "€ 1,250.50" in text
    assert build(load("plan_van_aanpak")).language == "nl-NL"
    i18n.set_language("en")
    assert "Niet ingevuld" in all_words(render(paper(field("a", "Vraag"))))
    assert current_language() == "en"


@pytest.mark.parametrize(("name", "page"), [("plan_van_aanpak", 0), ("plan_van_aanpak", 2), ("gespreksagenda", 0)])
def test_pages_look_as_they_were_approved(name: str, page: int) -> None:
    with_pages = pypdfium2.PdfDocument(render(load(name)))
    shown = with_pages[page].render(scale=60 / 72, grayscale=True).to_pil()
    with_pages.close()
    path = GOLDEN / f"{name}-{page + 1}.png"
    if os.environ.get("GOLDEN_SCHRIJVEN"):
        shown.save(path, optimize=True)
    with Image.open(path) as approved:
        assert shown.size == approved.size
        difference = ImageChops.difference(shown, approved.convert("L"))
    assert ImageStat.Stat(difference).mean[0] < 1.0


def test_a_chart_goes_lower_rather_than_over_the_page() -> None:
    chart = load("plan_van_aanpak").field("opbouw")
    counts = {}
    for lines in range(18, 34):
        answer = "\n".join("een regel" for _number in range(lines))
        snapshot = paper(chart, field("b", "Vraag", "long_text", answer))
        counts[lines] = len(pages_text(render(snapshot)))
    assert set(counts.values()) == {1, 2}
    assert list(counts.values()) == sorted(counts.values())


def test_logo_is_drawn_black_on_white() -> None:
    picture = io.BytesIO()
    Image.new("RGBA", (300, 80), (200, 30, 30, 255)).save(picture, "PNG")
    plain, marked = render(paper()), render(paper(), logo=picture.getvalue())
    with pikepdf.open(io.BytesIO(marked)) as pdf:
        images = list(pdf.pages[0].Resources.XObject.values())
        assert len(images) == 1
        colours = pikepdf.PdfImage(images[0]).as_pil_image().convert("RGB").getcolors()
        assert {colour for _count, colour in colours} <= {(0, 0, 0), (255, 255, 255)}
    assert len(marked) > len(plain)


def test_writing_a_file_leaves_nothing_aside(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"oud")
    render_to(path, load("probleemanalyse"))
    assert path.read_bytes() == render(load("probleemanalyse"))
    assert [item.name for item in tmp_path.iterdir()] == ["plan.pdf"]


def test_a_failed_write_keeps_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"oud")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        render_to(path, load("probleemanalyse"))
    assert path.read_bytes() == b"oud"
    assert [item.name for item in tmp_path.iterdir()] == ["plan.pdf"]


def test_tree_holds_every_field_once() -> None:
    snapshot = load("probleemanalyse")
    blocks = [block for section in build(snapshot).sections for block in section.blocks]
    labels = [block.label.text for block in blocks if isinstance(block, FieldBlock)]
    assert labels.count("Uren per dag") == 1
    assert labels[0] == "Reden van deze versie"
    shown = [part for block in blocks if isinstance(block, FieldBlock) for part in block.parts]
    assert sum(isinstance(part, Options) for part in shown) == 5
    assert sum(isinstance(block, TableBlock) for block in blocks) == 1


def test_paper_without_sections_or_dates_still_prints() -> None:
    bare = paper(
        made_on="2026-01-01", frozen_at="", journal_head="", purpose="", sections=(SnapshotSection("x", "Leeg"),)
    )
    text = all_words(render(bare))
    assert "Proefpapier" in text
    assert "logboekkop" not in text
