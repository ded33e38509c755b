"""The re-integratieverslag: what is in it, in which order, what it says about what is missing, and the file itself."""

import hashlib
import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from reintegratie_desktop.documents.attached import active_content, open_pdf
from reintegratie_desktop.documents.bundle_model import Bundle, BundleFile, BundleSource, FileKind, Gap
from reintegratie_desktop.documents.bundle_stamp import FONT
from reintegratie_desktop.forms.flows import KEYS
from reintegratie_desktop.services import (
    bundle,
    bundle_files,
    check_paper,
    costs_paper,
    hours_paper,
    journal,
    many_papers,
    planner,
    two_languages,
    type_over,
    wage_paper,
)
from reintegratie_desktop.services.bundle_found import Found, find_parts, letters
from reintegratie_desktop.services.bundle_parts import LATER, LETTERS, MEDICAL, PARTS, REPORT, TALKS, part_of_point
from reintegratie_desktop.services.examples import EXAMPLE_PASSWORD
from reintegratie_desktop.services.file_check import check_case, explain
from reintegratie_desktop.services.hours import note_week
from reintegratie_desktop.services.incoming import LARGEST_FOR_UWV
from reintegratie_desktop.services.report_view import CHECK_PAGE, ReportState, report_view
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.store.keys import key_file_for
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.guard import find
from reintegratie_desktop.text.i18n import set_language
from tests.documents.reading import all_words, elements, fonts, pages_text, words
from tests.example_file import example_file
from tests.services import bad_files as bad
from tests.services.desks import Calendar, add_employee, make_desk, report_sick

TODAY = date(2026, 11, 25)
BSN = "111222333"
STAMP = re.compile(r"Re-integratieverslag, (?:deel [0-9a-z.]+, )?pagina (\d+) van (\d+)")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("verslag") / "voorbeeld.reintegratie"
    example_file(path, Calendar(TODAY)).close()
    return path


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(TODAY)


@pytest.fixture
def desk(made: Path, tmp_path: Path, calendar: Calendar) -> Iterator[Workspace]:
    desk = opened(made, tmp_path, calendar)
    yield desk
    desk.close()


def opened(made: Path, folder: Path, calendar: Calendar) -> Workspace:
    """Return a copy of the example, open."""
    path = folder / made.name
    shutil.copy(made, path)
    shutil.copy(key_file_for(made), key_file_for(path))
    return Workspace.open(path, EXAMPLE_PASSWORD, calendar)


def two_years(desk: Workspace) -> str:
    """Return the case that went the whole way."""
    return min(desk.store.cases.all(), key=lambda case: case.eerste_ziektedag).id


def newest(desk: Workspace, case_id: str, form: str) -> str:
    paper = desk.newest_paper(case_id, form)
    assert paper is not None
    return paper.id


def attach(desk: Workspace, paper_id: str, folder: Path, name: str, content: bytes) -> None:
    path = folder / name
    path.write_bytes(content)
    desk.papers.attach(paper_id, path)


def check_pdf(data: bytes, folder: Path) -> None:
    """Let qpdf look for faults."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
    tool = shutil.which("qpdf")
    if tool:
        path = folder / "kijk.pdf"
        path.write_bytes(data)
        ran = subprocess.run([tool, "--check", str(path)], capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stdout + ran.stderr


# --- the table of parts -----------------------------------------------------------------------------------------------


def test_the_parts_stand_in_the_order_of_uwv() -> None:
    keys = [kind.key for kind in PARTS]
    assert keys[:7] == [
        "probleemanalyse", "plan_van_aanpak", "evaluatie", "actueel_oordeel", "eindevaluatie", "oordeel_werknemer",
        MEDICAL,
    ]  # fmt: skip
    assert [kind.article for kind in PARTS[:6]] == ["f", "g", "h", "i, j, k", "h, i, k", "l"]
    assert keys[-2:] == ["uren", "contact"]
    assert all(kind.always for kind in PARTS[:7])
    assert not any(kind.always for kind in PARTS[7:])
    assert len(set(keys)) == len(keys)


def test_no_form_about_somebodys_health_can_come_in() -> None:
    forms = {one.form for kind in PARTS for one in (*kind.main, *kind.changes)}
    assert not {"medische_informatie_overdracht", "ziekmelding", "melding_arbodienst", REPORT} & forms
    known = set(KEYS) | {
        "evaluatie", "bijstelling_probleemanalyse", "bijstelling_plan_van_aanpak", "actueel_oordeel", "eindevaluatie",
        "oordeel_werknemer", "arbeidsdeskundig_onderzoek", "spoor1_onderzoek", "spoor2_start", "zoekprofiel",
        "voortgangsrapportage", "werkervaringsplaats", "deskundigenoordeel", "logboek", "brief_uitnodiging",
        "brief_oproep", "brief_bevestiging_afspraken", "brief_waarschuwing", "brief_loonopschorting",
        "brief_loonstop",
    }  # fmt: skip
    assert forms <= known


def test_a_point_of_the_check_belongs_to_at_most_one_part() -> None:
    points = [point for kind in PARTS for point in kind.points]
    assert len(points) == len(set(points))
    assert part_of_point("evaluaties") == "evaluatie"
    assert part_of_point("resultaat") == ""


@pytest.mark.parametrize(("place", "letter"), [(0, "a"), (25, "z"), (26, "aa"), (27, "ab"), (52, "ba")])
def test_adjustments_are_counted_in_letters(place: int, letter: str) -> None:
    assert letters(place) == letter


# --- the whole report -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def source(made: Path, tmp_path_factory: pytest.TempPathFactory) -> BundleSource:
    desk = opened(made, tmp_path_factory.mktemp("eenmaal"), Calendar(TODAY))
    found = bundle.gather(desk, two_years(desk))
    # What was gathered needs the file no more.
    desk.close()
    return found


@pytest.fixture(scope="module")
def report(source: BundleSource) -> Bundle:
    return bundle.make(source)


def test_every_page_is_numbered_over_the_whole(report: Bundle, tmp_path: Path) -> None:
    check_pdf(report.pdf, tmp_path)
    pages = pages_text(report.pdf)
    assert len(pages) == report.pages
    for number, page in enumerate(pages, start=1):
        found = STAMP.search(words(page))
        assert found is not None, number
        assert (int(found[1]), int(found[2])) == (number, report.pages)


def test_the_parts_stand_where_the_contents_say(source: BundleSource, report: Bundle) -> None:
    pages = [words(page) for page in pages_text(report.pdf)]
    for place in report.parts:
        for number in range(place.first, place.last + 1):
            assert f"deel {place.number}, pagina {number} van" in pages[number - 1]
    for file, place in zip(source.files, report.parts, strict=True):
        assert file.kind is not FileKind.PAPER or f"Pagina 1 van {place.pages}" in pages[place.first - 1]
    assert report.parts[-1].last == report.pages
    start = next(place for place, page in enumerate(pages) if "Dit verslag telt" in page)
    contents = " ".join(pages[start : next(place for place, page in enumerate(pages) if "Openheid vooraf" in page)])
    for row in source.rows:
        assert row.title in contents
        if row.files:
            first = report.parts[row.files[0]].first
            assert re.search(rf"{re.escape(row.title)}.{{0,160}}? {first}\b", contents), row
    assert "Medische informatie Niet in dit verslag. De werknemer stuurt die zelf. geen" in contents


def test_every_version_of_advice_and_plan_is_there_and_of_other_papers_the_newest(
    desk: Workspace, source: BundleSource
) -> None:
    numbers = [file.number for file in source.files]
    assert [number for number in numbers[:11] if "." not in number] == ["1", "1a", "1b", "1c", "2", "2a", "2b"]
    case_id = two_years(desk)
    schedules = [info for info in desk.store.papers.infos(case_id) if info.form == "opbouwschema"]
    assert len(schedules) > 1
    assert sum("gewerkte-uren" in file.file_name for file in source.files) == 1
    days = [row.day for row in source.rows if re.fullmatch("1[a-z]?", row.number)]
    assert days == sorted(days)


def test_a_correction_of_the_same_day_takes_the_place_of_what_it_corrects(desk: Workspace) -> None:
    case_id = two_years(desk)
    before = [file.number for file in bundle.gather(desk, case_id).files]
    session = desk.open_form("plan_van_aanpak", case_id)
    newest_plan = desk.newest_paper(case_id, "plan_van_aanpak")
    assert newest_plan is not None
    for key in list(session.meta.carried):
        session.confirm(key)
    desk.store.papers.add(
        case_id,
        "plan_van_aanpak",
        "",
        newest_plan.answers,
        {**newest_plan.snapshot, "version": newest_plan.version + 1},
        newest_plan.made_on,
        "Een typefout",
        desk.clock(),
    )
    assert [file.number for file in bundle.gather(desk, case_id).files] == before


def test_the_hours_that_were_worked_stand_in_it_as_they_were_on_the_day_of_the_cover(
    source: BundleSource, report: Bundle
) -> None:
    at = next(place for place, file in enumerate(source.files) if "gewerkte-uren" in file.file_name)
    place = report.parts[at]
    text = words(" ".join(pages_text(report.pdf)[place.first - 1 : place.last]))
    assert "uur afgesproken" in text and "uur gewerkt" in text
    assert f"_{source.cover.made_on}" in source.files[at].file_name
    assert "Voor de andere 12 uur" in text, "and why no more hours were worked"


def test_a_schedule_stands_in_it_itself_until_the_first_hours_were_worked(tmp_path: Path, calendar: Calendar) -> None:
    desk = make_desk(tmp_path, calendar)
    case_id = report_sick(desk, add_employee(desk), date(2026, 10, 26))
    told = desk.newest_paper(case_id, "ziekmelding")
    assert told is not None
    phase = {"van": "2026-11-09", "tot": "2026-12-20", "dagen": ["ma", "wo"], "uren_dag": "4"}
    made_on = date(2026, 11, 6)
    snapshot = {**told.snapshot, "form": "opbouwschema", "made_on": made_on.isoformat()}
    desk.store.papers.add(case_id, "opbouwschema", "", {"fasen": [phase]}, snapshot, made_on, "", desk.clock())

    def hours() -> Found:
        [part] = [part for part in find_parts(desk, desk.store.cases.get(case_id)) if part.kind.key == "uren"]
        [found] = part.papers
        return found

    assert (hours().is_overview, hours().snapshot.form, hours().day) == (False, "opbouwschema", "2026-11-06")
    note_week(desk, case_id, date(2026, 11, 9), Decimal(8))
    assert (hours().is_overview, hours().snapshot.form, hours().day) == (True, "gewerkte_uren", TODAY.isoformat())
    desk.close()


def test_each_line_says_when_and_by_whom_with_a_function(source: BundleSource) -> None:
    told = [row for row in source.rows if row.files]
    assert told
    for row in told:
        assert date.fromisoformat(row.day) <= TODAY
        assert "," in row.made_by, row


def test_the_list_of_parts_holds_the_fingerprint_of_every_file(source: BundleSource, report: Bundle) -> None:
    text = all_words(report.pdf)
    for file, place in zip(source.files, report.parts, strict=True):
        digest = hashlib.sha256(file.make()).hexdigest()
        assert place.sha256 == digest
        assert " ".join(digest[i : i + 4] for i in range(0, 32, 4)) in text
        assert " ".join(digest[i : i + 4] for i in range(32, 64, 4)) in text
        assert file.file_name in text.replace("- ", "-").replace("_ ", "_")


def test_the_same_case_gives_the_same_bytes(desk: Workspace, report: Bundle) -> None:
    assert bundle.make(bundle.gather(desk, two_years(desk))).pdf == report.pdf


def test_bookmarks_title_and_language(source: BundleSource, report: Bundle) -> None:
    with pikepdf.open(io.BytesIO(report.pdf)) as pdf:
        assert str(pdf.Root.Lang) == "nl-NL"
        assert str(pdf.docinfo["/Title"]).startswith("Re-integratieverslag")
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_outline() as outline:
            tops = [str(item.title) for item in outline.root]
            inner = [str(child.title) for item in outline.root for child in item.children]
    assert tops[:4] == [
        "Re-integratieverslag", "Inhoud", "Wat ontbreekt of afwijkt", "Lijst van stukken met controlegetal"
    ]  # fmt: skip
    assert len(tops) + len(inner) == 4 + len(source.files)
    assert "1 Probleemanalyse" in tops
    assert "1a Bijstelling probleemanalyse 1" in inner


def test_one_tree_holds_the_tags_of_all_parts(source: BundleSource, report: Bundle) -> None:
    found = list(elements(report.pdf))
    # One for each paper of ours, one for the pages in front, and one around them all.
    papers = sum(file.kind is FileKind.PAPER for file in source.files)
    assert sum(tag == "Document" for _depth, tag, _item in found) == papers + 2
    assert sum(tag == "H1" for _depth, tag, _item in found) >= papers
    with pikepdf.open(io.BytesIO(report.pdf)) as pdf:
        rows = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        # What came in from outside has no tags of ours.
        ours = [page.obj for page in pdf.pages if "/StructParents" in page.obj]
        outside = sum(
            place.pages for file, place in zip(source.files, report.parts, strict=True) if file.kind is FileKind.PDF
        )
        assert len(ours) == report.pages - outside
        assert [int(row) for row in rows[::2]] == list(range(len(ours)))
        assert [int(page.StructParents) for page in ours] == list(range(len(ours)))
        for number, row in zip(rows[::2], rows[1::2], strict=True):
            page = ours[int(number)]
            own = [item for item in row if "/Pg" in item]
            assert own and all(item.Pg.objgen == page.objgen for item in own)


def test_only_our_letters_and_no_word_about_health(desk: Workspace, report: Bundle) -> None:
    assert all(fonts(report.pdf).values())
    case_id = two_years(desk)
    hits = [hit.word for hit in find(all_words(report.pdf), allowed=desk.allowed_words(case_id))]
    assert hits == []


def test_every_finished_paper_that_belongs_in_it_is_in_it(desk: Workspace, source: BundleSource) -> None:
    case_id = two_years(desk)
    part_forms = {one.form for kind in PARTS if not kind.optional for one in (*kind.main, *kind.changes)} - {"gesprek"}
    made_forms = {info.form for info in desk.store.papers.infos(case_id)} & part_forms
    found = {paper.paper.form for part in find_parts(desk, desk.store.cases.get(case_id)) for paper in part.papers}
    assert made_forms <= found


def test_talks_and_letters_only_go_along_when_asked(desk: Workspace) -> None:
    case_id = two_years(desk)
    plain = {file.file_name for file in bundle.gather(desk, case_id).files}
    more = bundle.gather(desk, case_id, extra=(TALKS, LETTERS))
    added = [file for file in more.files if file.file_name not in plain]
    assert any("gesprek" in file.file_name for file in added)
    assert bundle.make(more).pages > 0


def test_the_report_is_dutch_whatever_the_screen_speaks(desk: Workspace, report: Bundle) -> None:
    set_language("en")
    try:
        data = bundle.make(bundle.gather(desk, two_years(desk))).pdf
    finally:
        set_language("nl")
    assert data == report.pdf


# --- the citizen number -----------------------------------------------------------------------------------------------


def test_the_citizen_number_stands_on_the_cover_and_nowhere_else(
    desk: Workspace, report: Bundle, tmp_path: Path
) -> None:
    source = bundle.gather(desk, two_years(desk), bsn=BSN)
    made = bundle.make(source)
    first, *others = pages_text(made.pdf)
    assert BSN in re.sub(r"\s", "", first)
    assert all(BSN not in re.sub(r"\s", "", page) for page in others)
    bundle_files.save_report(made, tmp_path / "verslag.pdf")
    bundle_files.note_saved(desk, two_years(desk))
    assert BSN not in repr(bundle_files.as_data(source, made))
    assert not any(BSN in row.description for row in desk.store.journal.rows())
    empty = pages_text(report.pdf)[0]
    assert "Pas invullen op het exemplaar voor UWV" in words(empty)


@pytest.mark.parametrize("number", ["111222334", "12345", "12", "abc"])
def test_a_number_that_is_no_citizen_number_is_refused(desk: Workspace, source: BundleSource, number: str) -> None:
    with pytest.raises(KnownError, match=r"burgerservicenummer|elfproef"):
        bundle.gather(desk, two_years(desk), bsn=number)
    with pytest.raises(KnownError, match=r"burgerservicenummer|elfproef"):
        bundle.with_bsn(source, number)


# --- what is missing or different -------------------------------------------------------------------------------------


def test_what_is_missing_stands_on_a_page_of_its_own_with_the_reason(desk: Workspace, calendar: Calendar) -> None:
    case = max(desk.store.cases.all(), key=lambda case: case.eerste_ziektedag)
    calendar.go_to(date(2027, 3, 25))
    early = bundle.gather(desk, case.id)
    assert not early.is_complete
    desk.tick(case.id, "uwv_42e_week", date(2026, 12, 31))
    explain(desk, case.id, "uwv_42e_week", "Het portaal was dicht.", both_agree=True, day=date(2027, 1, 4))
    source = bundle.gather(desk, case.id)
    page = words(" ".join(pages_text(bundle.make(source).pdf)[2:6]))
    assert "Het portaal was dicht." in page
    assert "werkgever en werknemer zijn het eens" in page
    assert "Waarom UWV hiernaar kijkt" in page
    settled = [gap for gap in source.gaps if gap.reason == "Het portaal was dicht."]
    assert [gap.is_settled for gap in settled] == [True]
    assert any(not gap.is_settled for gap in source.gaps)
    order = [gap.part for gap in source.gaps if gap.part.startswith("Deel")]
    assert order == sorted(order, key=lambda part: int(re.findall(r"\d+", part)[0]))


def test_nothing_missing_is_said_too(source: BundleSource) -> None:
    whole = replace(shortened(source, 1), gaps=())
    assert whole.is_complete
    assert "Er ontbreekt niets." in all_words(bundle.make(whole).pdf)


def test_a_report_with_only_reasons_is_complete(source: BundleSource) -> None:
    told = Gap("Deel 3", "Te laat", "Omdat", "Vakantie", "Alsnog gedaan", is_settled=True)
    assert replace(source, gaps=(told,)).is_complete
    assert not replace(source, gaps=(told, replace(told, is_settled=False))).is_complete


def test_who_did_not_sign_is_said_and_refusing_is_an_outcome(desk: Workspace) -> None:
    case_id = two_years(desk)
    plan = desk.newest_paper(case_id, "plan_van_aanpak")
    assert plan is not None
    again = desk.store.papers.add(
        case_id, "plan_van_aanpak", "", plan.answers, {**plan.snapshot, "version": plan.version + 1}, TODAY, "x",
        desk.clock(),
    )  # fmt: skip
    gaps = bundle.gather(desk, case_id, extra=(LATER,)).gaps
    assert [gap.what for gap in gaps if "Plan" in gap.part or "plan" in gap.part][:2] == [
        "Nog niet getekend door de werkgever.", "Nog niet getekend door de werknemer."
    ]  # fmt: skip
    assert ReportState.UNSIGNED in {row.state for row in report_view(desk, case_id, (LATER,)).rows}
    desk.papers.record_signature(again.id, "Werkgever", "getekend", TODAY)
    desk.papers.record_signature(again.id, "Werknemer", "geweigerd", TODAY)
    refused = [gap for gap in bundle.gather(desk, case_id, extra=(LATER,)).gaps if "geweigerd" in gap.what]
    assert [gap.is_settled for gap in refused] == [True]


def test_before_the_sick_report_there_is_no_report(tmp_path: Path) -> None:
    desk = make_desk(tmp_path, Calendar(TODAY))
    case_id = desk.start_case(add_employee(desk))
    with pytest.raises(KnownError, match="ziekmelding"):
        bundle.gather(desk, case_id)
    desk.close()


def test_a_case_of_one_day_already_gives_a_whole_report(tmp_path: Path) -> None:
    desk = make_desk(tmp_path, Calendar(TODAY))
    case_id = report_sick(desk, add_employee(desk), TODAY)
    source = bundle.gather(desk, case_id)
    made = bundle.make(source)
    check_pdf(made.pdf, tmp_path)
    assert not source.is_complete
    assert [row.number for row in source.rows] == [str(number) for number in range(1, len(source.rows) + 1)]
    view = report_view(desk, case_id)
    assert {row.state for row in view.rows} >= {ReportState.COMING, ReportState.APART, ReportState.WAITING}
    desk.close()


# --- what came in from outside ----------------------------------------------------------------------------------------


OUTSIDE: dict[str, bytes] = {
    "scan.pdf": bad.pdf(3),
    "donker.pdf": bad.pdf(1, fill=b"0 g 0 0 595 842 re f "),
    "liggend.pdf": bad.pdf(1, (842, 595)),
    "klein.pdf": bad.pdf(1, (200, 90)),
    "groot.pdf": bad.pdf(1, (1190, 1684)),
    "script.pdf": bad.with_root(bad.script),
    "bijlage.pdf": bad.with_root(bad.embedded),
    "slot.pdf": bad.owner_locked(),
    "half.pdf": bad.cut_off(),
    "foto.jpg": bad.turned_photo(),
    "beeld.png": bad.picture("PNG", (300, 500), "RGBA"),
    "rapport.docx": bad.word(),
}


@pytest.fixture(scope="module")
def full(made: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[BundleSource, Bundle]:
    folder = tmp_path_factory.mktemp("van_buiten")
    desk = opened(made, folder, Calendar(TODAY))
    case_id = two_years(desk)
    plan = newest(desk, case_id, "plan_van_aanpak")
    for name, content in OUTSIDE.items():
        attach(desk, plan, folder, name, content)
    source = bundle.gather(desk, case_id)
    desk.close()
    return source, bundle.make(source)


def test_every_kind_of_file_comes_along(full: tuple[BundleSource, Bundle], tmp_path: Path) -> None:
    source, made = full
    check_pdf(made.pdf, tmp_path)
    outside = [file for file in source.files if file.title.startswith("Bijlage")]
    assert len(outside) == len(OUTSIDE)
    plan = outside[0].number.partition(".")[0]
    assert plan.startswith("2"), "with the plan it was given to"
    assert [file.number for file in outside] == [f"{plan}.{place}" for place in range(1, len(OUTSIDE) + 1)]
    for file, content in zip(outside, OUTSIDE.values(), strict=True):
        assert file.make() == content
    for number, page in enumerate(pages_text(made.pdf), start=1):
        found = STAMP.search(words(page))
        assert found is not None, number
        assert int(found[1]) == number
    assert all("scan" not in file.file_name and "rapport" not in file.file_name for file in outside)


def test_nothing_that_acts_goes_on_but_the_original_is_counted(full: tuple[BundleSource, Bundle]) -> None:
    _source, made = full
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        assert active_content(pdf) == frozenset()
    assert b"Geheime Camera" not in made.pdf
    digests = {place.sha256 for place in made.parts}
    assert all(hashlib.sha256(content).hexdigest() in digests for content in OUTSIDE.values())


def test_a_word_file_gets_an_honest_page_and_goes_along(full: tuple[BundleSource, Bundle], tmp_path: Path) -> None:
    _source, made = full
    assert [loose.content for loose in made.apart] == [OUTSIDE["rapport.docx"]]
    place = next(place for place in made.parts if place.is_apart)
    page = words(pages_text(made.pdf)[place.first - 1])
    assert "Dit deel is een Word-bestand" in page
    assert "rapport.docx" in page
    assert "Opslaan als PDF" in page
    assert hashlib.sha256(OUTSIDE["rapport.docx"]).hexdigest() in page.replace(" ", "")
    paths = bundle_files.save_report(made, tmp_path / "verslag.pdf")
    assert [path.name for path in paths] == ["verslag.pdf", f"verslag_{made.apart[0].name}"]
    assert paths[1].read_bytes() == OUTSIDE["rapport.docx"]


def test_the_line_is_white_ground_black_letters_on_a_dark_scan(full: tuple[BundleSource, Bundle]) -> None:
    import pypdfium2

    source, made = full
    dark = next(place for file, place in zip(source.files, made.parts, strict=True) if file.came_as == "donker.pdf")
    document = pypdfium2.PdfDocument(made.pdf)
    try:
        shown = document[dark.first - 1].render(scale=1).to_pil().convert("L")
    finally:
        document.close()
    top = shown.crop((350, 12, 545, 32))
    levels = set(top.tobytes())
    assert max(levels) > 240 and min(levels) < 60
    assert shown.getpixel((100, 400)) < 10  # type: ignore[operator]


def test_every_page_carries_the_one_font_of_the_line(full: tuple[BundleSource, Bundle]) -> None:
    with pikepdf.open(io.BytesIO(full[1].pdf)) as pdf:
        numbers = {page.obj.Resources.Font[FONT].objgen for page in pdf.pages}
    assert len(numbers) == 1


def shortened(source: BundleSource, keep: int) -> BundleSource:
    """Return a report with its first files only: quick to make where the others do not matter."""
    rows = tuple(row for row in source.rows if all(place < keep for place in row.files))
    return replace(source, files=source.files[:keep], rows=rows)


def test_an_older_file_that_cannot_be_taken_over_gets_a_page_that_says_so(source: BundleSource) -> None:
    source = shortened(source, 1)
    for content, said in (
        (bad.locked(), "wachtwoord"),
        (b"%PDF-1.4 niets", "beschadigd"),
        (bad.no_pages(), "geen pagina"),
    ):
        file = BundleFile("9.1", "Bijlage", "09-1_bijlage.pdf", FileKind.PDF, lambda content=content: content)
        made = bundle.make(replace(source, files=(*source.files, file)))
        page = words(pages_text(made.pdf)[-1])
        assert "Dit deel gaat apart mee" in page
        assert said in page
        assert [loose.content for loose in made.apart] == [content]
    broken = BundleFile("9.1", "Bijlage", "09-1_bijlage.jpg", FileKind.PICTURE, lambda: b"\xff\xd8\xff\xe0")
    assert bundle.make(replace(source, files=(*source.files, broken))).apart


def test_turned_and_moved_pages_carry_the_line_where_it_is_seen() -> None:
    import pypdfium2

    from reintegratie_desktop.documents.attached import written
    from reintegratie_desktop.documents.bundle_stamp import Stamper

    for rotate in (0, 90, 180, 270):
        pdf = open_pdf(bad.pdf(1, (600, 800)))
        page = pdf.pages[0]
        page.obj.Rotate = rotate
        page.obj.CropBox = pikepdf.Array([50, 100, 550, 700])
        font = page.obj.Resources.Font.F1
        page.obj.Resources.Font.F2 = pikepdf.Dictionary(
            Type=font.Type, Subtype=font.Subtype, BaseFont=pikepdf.Name("/AAAAAA+SourceSans3-Bold"), FirstChar=0
        )
        Stamper(pdf).stamp(page, "PROEFREGEL", on_white=True)
        document = pypdfium2.PdfDocument(written(pdf))
        try:
            shown = document[0]
            wide, high = shown.get_size()
            assert "PROEFREGEL" in shown.get_textpage().get_text_range()
            picture = shown.render(scale=1).to_pil().convert("L")
        finally:
            document.close()
        assert (wide, high) == ((600, 500) if rotate % 180 else (500, 600))
        assert min(picture.crop((wide - 200, 10, wide - 40, 40)).tobytes()) < 120, rotate


# --- files of their own -----------------------------------------------------------------------------------------------


def test_loose_files_are_named_as_the_portal_wants_and_fit(full: tuple[BundleSource, Bundle], tmp_path: Path) -> None:
    source, _made = full
    files = bundle_files.loose_files(source)
    assert files[0].name == f"00_voorblad_{source.cover.made_on}.pdf"
    for file in files:
        assert re.fullmatch(r"\d\d[0-9a-z-]*_[a-z0-9-]+_\d{4}-\d\d-\d\d(_deel-\d+-van-\d+)?\.(pdf|jpg|docx)", file.name)
        assert len(file.content) <= LARGEST_FOR_UWV
        if file.name.endswith(".pdf"):
            check_pdf(file.content, tmp_path)
            with pikepdf.open(io.BytesIO(file.content)) as pdf:
                assert active_content(pdf) == frozenset()
    assert len({file.name for file in files}) == len(files)
    front = all_words(files[0].content)
    for file in files[1:]:
        digest = hashlib.sha256(file.content).hexdigest()
        assert " ".join(digest[i : i + 4] for i in range(0, 32, 4)) in front, file.name
    folder = bundle_files.save_loose(files, tmp_path, "map")
    assert folder == tmp_path / "map"
    assert {path.name for path in folder.iterdir()} == {file.name for file in files}
    assert bundle_files.save_loose(files[:1], tmp_path, "map") == tmp_path / "map_2"
    assert not list(tmp_path.glob(".*"))


def test_a_large_file_is_made_smaller_or_cut(source: BundleSource) -> None:
    heavy = bad.heavy_text_pdf(5, 700_000)
    file = BundleFile("8.1", "Rapport", "08-1_rapport_2026-01-02.pdf", FileKind.PDF, lambda: heavy)
    from reintegratie_desktop.documents.loose import make_loose

    files = make_loose(replace(source, files=(file,)), "00_voorblad.pdf", 1_600_000)
    names = [made.name for made in files[1:]]
    assert names[0] == f"08-1_rapport_2026-01-02_deel-1-van-{len(names)}.pdf"
    assert all(len(made.content) <= 1_600_000 for made in files[1:])
    scan = bad.scan_pdf(2, 700)
    pictures = replace(file, make=lambda: scan)
    [_front, small] = make_loose(replace(source, files=(pictures,)), "00.pdf", 1_000_000)
    assert (small.name, small.is_too_large) == (file.file_name, False)
    assert len(small.content) < len(scan)
    [_front, *never] = make_loose(replace(source, files=(file,)), "00.pdf", 500_000)
    assert all(made.is_too_large for made in never)
    assert "Te groot bleven" in bundle_files.too_large_line(never)
    assert bundle_files.too_large_line(files) == ""
    large = bad.picture("PNG", (900, 900))
    noisy = io.BytesIO()
    bad.noisy(700, 700).save(noisy, "PNG")
    for content, most, ending in (
        (large, 1_000_000, "pdf"),
        (noisy.getvalue(), 400_000, "jpg"),
        (noisy.getvalue(), 100, "png"),
    ):
        photo = BundleFile("1.1", "Foto", "01-1_foto.png", FileKind.PICTURE, lambda content=content: content)
        [_front, shown] = make_loose(replace(source, files=(photo,)), "00.pdf", most)
        assert shown.name.endswith(ending if ending != "png" else ("jpg", "png"))
    broken = BundleFile("1.1", "Foto", "01-1_foto.png", FileKind.PICTURE, lambda: b"\x89PNG\r\n\x1a\n")
    [_front, shown] = make_loose(replace(source, files=(broken,)), "00.pdf", 1_000)
    assert shown.content == b"\x89PNG\r\n\x1a\n"
    locked = BundleFile("1.1", "Slot", "01-1_slot.pdf", FileKind.PDF, bad.locked)
    [_front, shown] = make_loose(replace(source, files=(locked,)), "00.pdf", 100_000)
    assert shown.content.startswith(b"%PDF-")


# --- stopping, and never half a file ----------------------------------------------------------------------------------


def test_it_can_be_stopped_and_tells_how_far_it_is(source: BundleSource, tmp_path: Path) -> None:
    source = shortened(source, 5)
    steps: list[tuple[int, int]] = []
    bundle.make(source, progress=lambda now, of: steps.append((now, of)))
    assert steps[-1][0] == steps[-1][1] == len(source.files) + 1
    assert [now for now, _of in steps] == list(range(1, len(source.files) + 2))
    for after in (0, 3, len(source.files)):
        seen = 0

        def stop(after: int = after) -> bool:
            nonlocal seen
            seen += 1
            return seen > after

        assert bundle.make_unless_stopped(source, progress=lambda _now, _of: None, stop=stop) is None
    assert (
        bundle_files.make_and_save_loose(source, tmp_path, "map", progress=lambda *_: None, stop=lambda: True) is None
    )
    count = 0

    def late() -> bool:
        nonlocal count
        count += 1
        return count > len(source.files) + 3

    assert bundle_files.make_and_save_loose(source, tmp_path, "map", progress=lambda *_: None, stop=late) is None
    assert list(tmp_path.iterdir()) == [path for path in tmp_path.iterdir() if path.name.startswith("voorbeeld")]


def test_a_full_disk_leaves_nothing(
    full: tuple[BundleSource, Bundle], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _source, made = full
    folder = tmp_path / "leeg"
    folder.mkdir()
    writes = 0
    real = bundle_files.write_file

    def fails(target: Path, content: bytes) -> None:
        nonlocal writes
        writes += 1
        if writes == 2:
            raise KnownError("De schijf is vol.", "Maak ruimte.", code="schijf_vol")
        real(target, content)

    monkeypatch.setattr(bundle_files, "write_file", fails)
    with pytest.raises(KnownError, match="vol"):
        bundle_files.save_report(made, folder / "x.pdf")
    assert list(folder.iterdir()) == []
    writes = 0
    with pytest.raises(KnownError, match="vol"):
        bundle_files.save_loose(made.apart * 3, folder, "map")
    assert list(folder.iterdir()) == []
    with pytest.raises(KnownError, match="bestaat niet"):
        bundle_files.save_loose(made.apart, folder / "weg", "map")


# --- what the page shows ----------------------------------------------------------------------------------------------


def test_the_page_says_of_each_part_how_it_stands(desk: Workspace) -> None:
    view = report_view(desk, two_years(desk))
    by_key = {row.key: row for row in view.rows}
    assert by_key["probleemanalyse"].state is ReportState.READY
    assert by_key["probleemanalyse"].told == "4 stukken"
    assert by_key[MEDICAL].state is ReportState.APART
    assert by_key["contact"].state is ReportState.READY
    assert view.advice
    for row in view.rows:
        assert bool(row.action) == bool(row.form or row.page), row
        assert row.form in ("", *KEYS)
        assert row.page in ("", CHECK_PAGE, "papieren")


def test_what_is_explained_is_shown_as_such(desk: Workspace, calendar: Calendar) -> None:
    case_id = max(desk.store.cases.all(), key=lambda case: case.eerste_ziektedag).id
    calendar.go_to(date(2028, 2, 1))
    view = report_view(desk, case_id)
    missing = [row for row in view.rows if row.state is ReportState.MISSING]
    assert missing and all(row.action for row in missing)
    assert not view.is_complete
    explain(desk, case_id, "actueel_oordeel", "De bedrijfsarts was er niet.", both_agree=True, day=date(2028, 1, 4))
    again = {row.key: row.state for row in report_view(desk, case_id).rows}
    assert again["actueel_oordeel"] is ReportState.EXPLAINED


def test_as_data_tells_parts_places_fingerprints_and_gaps(source: BundleSource, report: Bundle) -> None:
    data: dict[str, Any] = bundle_files.as_data(source, report)
    assert data["paginas"] == report.pages
    assert data["sha256"] == hashlib.sha256(report.pdf).hexdigest()
    assert data["compleet"] is source.is_complete
    assert [part["deel"] for part in data["onderdelen"]] == [place.number for place in report.parts]
    assert {part["deel"] for part in data["niet_in_verslag"]} >= {"7"}
    assert len(data["ontbreekt"]) == len(source.gaps)


# --- what a reader of the whole report stumbles over ------------------------------------------------------------------


def test_the_pages_in_front_tell_what_was_noted_later_and_name_the_doctor_of_the_case(report: Bundle) -> None:
    pages = [words(page) for page in pages_text(report.pdf)]
    gaps = next(page for page in pages if "Openheid vooraf" in page and "Overdracht" in page)
    assert "Kopie van alles aan werknemer" in gaps
    for own in ("Later ingevuld", "Niet ingevuld", "poortwachtertoets", "Aanvulling gevraagd", "Geen keuze"):
        assert own not in gaps, "what the firm noted afterwards is for its own copy"
    assert "De Brug Arbo (fictief), S. Baan (fictief), bedrijfsarts" in pages[0]
    assert "I. Vermeulen" not in " ".join(pages), "the doctor of the firm did not see this employee"


def test_each_evaluation_has_a_line_and_evaluations_are_talks_too(source: BundleSource, report: Bundle) -> None:
    pages = [words(page) for page in pages_text(report.pdf)]
    lines = [row for row in source.rows if re.fullmatch("3[a-z]", row.number)]
    assert [row.title for row in lines] == [f"Evaluatie {n}" for n in range(1, 14)]
    assert len({row.day for row in lines}) == len(lines)
    contacts = " ".join(page for page in pages if "deel 12" in page)
    assert contacts.count("Evaluatie plan van aanpak") == 14
    assert contacts.count("Gesprek: zesweken-evaluatie") == 0, "those came after the cover"


def test_what_came_after_the_cover_is_named_and_goes_along_by_choice(
    desk: Workspace, source: BundleSource, report: Bundle
) -> None:
    assert (source.cover.made_on, source.has_later) == ("2026-08-24", False)
    assert [(paper.title, paper.day) for paper in source.later] == [
        ("Gesprek: zesweken-evaluatie", "2026-09-21"), ("Gesprek: zesweken-evaluatie", "2026-11-02")
    ]  # fmt: skip
    assert source.is_complete and not source.gaps
    text = all_words(report.pdf)
    assert "Later bijgekomen" in text and "Wat later kwam, zit er niet in." in text
    assert all(row.day <= source.cover.made_on for row in source.rows)
    case_id = two_years(desk)
    view = report_view(desk, case_id)
    assert "Later kwamen er 2 papieren bij." in view.later_line and not view.wants_cover
    whole = bundle.gather(desk, case_id, extra=(LATER,))
    talks = [row for row in whole.rows if row.title == "Gesprek: zesweken-evaluatie"]
    assert [(row.number, row.day) for row in talks] == [("3n", "2026-09-21"), ("3o", "2026-11-02")]
    [gap] = [gap for gap in whole.gaps if gap.part == "Voorblad"]
    assert "Het voorblad is van 24-08-2026, er zitten nieuwere papieren in" in gap.what
    assert not whole.is_complete
    again = report_view(desk, case_id, (LATER,))
    cover = again.rows[0]
    assert (cover.state, cover.action, cover.form) == (ReportState.OLDER, "Maken", REPORT)
    assert again.wants_cover


def test_what_somebody_else_made_is_there_only_with_its_file(desk: Workspace) -> None:
    case_id = two_years(desk)
    before = bundle.gather(desk, case_id)
    research = [row for row in before.rows if row.number.startswith("8")]
    assert [(row.number, row.title, row.day) for row in research] == [
        ("8", "Arbeidsdeskundig rapport", "2025-09-16"), ("8.1", "Aanvraag arbeidsdeskundig onderzoek", "2025-08-14")
    ]  # fmt: skip
    assert "Kompas" in research[0].made_by and "Anja" in research[1].made_by
    opinion = next(row for row in before.rows if row.number == "6")
    assert "Registratie" in opinion.title and "Anja" in opinion.made_by and "van de werknemer" in opinion.note
    paper_id = newest(desk, case_id, "arbeidsdeskundig_onderzoek")
    [scan] = desk.papers.attachments(paper_id)
    desk.papers.take_back(scan.id, "Verkeerd bestand")
    after = bundle.gather(desk, case_id)
    [gap] = after.gaps
    assert gap.part == "Deel 8, Arbeidsdeskundig rapport"
    assert gap.what == "Het rapport van de arbeidsdeskundige zelf ontbreekt: voeg de scan toe."
    assert not after.is_complete
    line = next(row for row in after.rows if row.number == "8")
    assert (line.day, line.made_by, line.files, line.note) == ("", "", (), gap.what)
    row = next(row for row in report_view(desk, case_id).rows if row.number == "8")
    assert (row.state, row.told, row.page) == (ReportState.MISSING, "Voeg de scan toe.", "papieren")
    told = next(item.finding for item in check_case(desk, case_id).items if item.rule == "verslag")
    assert "de scan van het rapport van de arbeidsdeskundige" in told


def test_an_unsigned_cover_is_named_as_such(desk: Workspace) -> None:
    case_id = two_years(desk)
    cover = desk.newest_paper(case_id, REPORT)
    assert cover is not None
    snapshot = {**cover.snapshot, "version": cover.version + 1}
    desk.store.papers.add(case_id, REPORT, "", cover.answers, snapshot, cover.made_on, "x", desk.clock())
    source = bundle.gather(desk, case_id)
    assert [gap.what for gap in source.gaps] == [
        "Nog niet getekend door de werkgever.", "Nog niet getekend door de werknemer."
    ]  # fmt: skip
    assert source.is_complete, "it is signed by hand, on the paper itself"
    assert report_view(desk, case_id).rows[0].state is ReportState.UNSIGNED


def test_the_hours_say_up_to_which_week_they_are_filled_in(desk: Workspace) -> None:
    [row] = [row for row in report_view(desk, two_years(desk)).rows if row.key == "uren"]
    assert row.told == "ingevuld t/m week 90"


def test_who_gets_a_copy_is_named_from_who_was_there(source: BundleSource) -> None:
    evaluation = next(file for file in source.files if file.file_name.startswith("03_"))
    assert "Casemanager Henk Zonneveld" in all_words(evaluation.make())


# --- no PDF of ours has a fault ---------------------------------------------------------------------------------------


def every_other_pdf(desk: Workspace) -> Iterator[tuple[str, bytes]]:
    """Yield a PDF of every kind the program makes besides its finished papers and the report."""
    case_id = two_years(desk)
    yield "planner A4", planner.rendering(desk, case_id)()
    yield "planner A3", planner.rendering(desk, case_id, a3=True)()
    yield "toets", check_paper.pdf(desk, case_id)
    yield "loon", wage_paper.pdf(desk, case_id)
    yield "kosten", costs_paper.pdf(desk, case_id)
    yield "uren", hours_paper.pdf(desk, case_id)
    yield "logboek", journal.rendering(desk, case_id)()
    papers = many_papers.gather(desk, [info.id for info in desk.store.papers.infos(case_id)][-4:])
    yield "in een keer", many_papers.one_pdf(papers) or b""
    seen: set[str] = set()
    for case in desk.store.cases.all():
        for info in desk.store.papers.infos(case.id):
            if info.form in seen:
                continue
            seen.add(info.form)
            if type_over.has_sheet(info.form):
                yield f"overtypen {info.form}", type_over.rendering(desk, info.id)()
            snapshot = desk.papers.printed(info.id)
            yield f"twee talen {info.form}", two_languages.rendering(desk, snapshot, "en")()
            yield f"leeg {info.form}", desk.papers.render(snapshot, by_hand=True)
        for draft in desk.store.drafts.list(case.id):
            yield f"concept {draft.form}", desk.open_form(draft.form, case.id, slot=draft.slot).render_pdf()


def test_qpdf_finds_no_fault_in_any_pdf(desk: Workspace, tmp_path: Path) -> None:
    kinds = set()
    for kind, data in every_other_pdf(desk):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            assert pdf.check_pdf_syntax() == [], kind
            assert not pdf.get_warnings(), kind
        kinds.add(kind)
        if kind in {"planner A4", "loon", "twee talen plan_van_aanpak"}:
            check_pdf(data, tmp_path)
    assert len(kinds) > 60
