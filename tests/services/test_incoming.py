"""What comes in from outside: taken, made smaller, or refused with the reason; never a crash."""

import io
import time
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from reintegratie_desktop.documents import attached, picture, shrink
from reintegratie_desktop.services import incoming
from reintegratie_desktop.services.incoming import LARGEST_FOR_UWV, Incoming, look_at, receive
from reintegratie_desktop.services.incoming_names import is_disguised, safe_name
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text.errors import KnownError
from tests.services import bad_files as bad
from tests.services.desks import Calendar, add_employee, make_desk, report_sick

FIRST = date(2026, 3, 2)


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    return make_desk(tmp_path, Calendar(FIRST))


def taken(content: bytes, name: str = "scan.pdf") -> Incoming:
    return look_at(content, name)


# --- refused ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", bad.REFUSED)
def test_what_cannot_come_in_is_refused_with_the_reason_and_soon(name: str, tmp_path: Path) -> None:
    make, words = bad.REFUSED[name]
    path = tmp_path / "bestand.pdf"
    path.write_bytes(make())
    began = time.perf_counter()
    with pytest.raises(KnownError, match=words) as refused:
        receive(path)
    assert time.perf_counter() - began < 5
    assert refused.value.next_step
    assert refused.value.code.startswith("scan_")


def test_a_refused_file_leaves_the_case_as_it_was(desk: Workspace, tmp_path: Path) -> None:
    case_id = report_sick(desk, add_employee(desk), FIRST)
    paper_id = desk.store.papers.infos(case_id)[0].id
    before = desk.store.journal.head()
    for name, (make, _words) in bad.REFUSED.items():
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(make())
        with pytest.raises(KnownError):
            desk.papers.attach(paper_id, path)
        with pytest.raises(KnownError):
            desk.papers.keep_file(case_id, "probleemanalyse", path)
    assert desk.papers.attachments(paper_id) == ()
    assert desk.store.journal.head() == before
    assert desk.store.attachments.remove_unlinked() == 0
    desk.close()


def test_what_is_not_there_or_is_a_folder_is_said(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "weg.pdf"):
        with pytest.raises(KnownError, match="niet lezen"):
            receive(path)


def test_a_file_beyond_measure_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "groot.pdf"
    path.write_bytes(b"%PDF-" + b"0" * 5_000)
    monkeypatch.setattr(incoming, "LARGEST_READ", 4_000)
    monkeypatch.setattr(Path, "read_bytes", lambda _self: pytest.fail("it was read"))
    with pytest.raises(KnownError, match="te groot"):
        receive(path)


@given(
    st.binary(max_size=300), st.sampled_from([b"%PDF-1.7\n", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b""])
)
@settings(max_examples=80, deadline=None)
def test_any_bytes_end_in_a_file_or_a_sentence(rest: bytes, mark: bytes) -> None:
    try:
        given_ = look_at(mark + rest, "iets.pdf")
    except KnownError as refused:
        assert refused.message and refused.next_step
    else:
        assert given_.content


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_file_with_a_few_bytes_changed_never_crashes_the_report(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(["pdf", "jpg", "png"]))
    whole = {"pdf": bad.pdf(2), "jpg": bad.picture(size=(60, 60)), "png": bad.picture("PNG", (60, 60))}[kind]
    changed = bytearray(whole)
    for _time in range(data.draw(st.integers(1, 6))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    try:
        given_ = look_at(bytes(changed), f"a.{kind}")
    except KnownError:
        return
    try:
        if given_.kind == "pdf":
            attached.cleaned(given_.content)
        else:
            attached.picture_pdf(given_.content, "foto").close()
    except attached.Unreadable:
        pass


# --- taken with a warning ---------------------------------------------------------------------------------------------


def test_good_files_come_in_without_a_word() -> None:
    for content, name, kind in (
        (bad.pdf(), "plan.pdf", "pdf"),
        (bad.picture(), "foto.jpg", "jpg"),
        (bad.picture(), "foto.JPEG", "jpg"),
        (bad.picture("PNG"), "beeld.png", "png"),
        (bad.owner_locked(), "alleen lezen.pdf", "pdf"),
    ):
        given_ = taken(content, name)
        assert (given_.kind, given_.name, given_.warnings, given_.content) == (kind, name, (), content)


def test_a_word_file_comes_in_and_is_told_to_go_along_on_its_own() -> None:
    given_ = taken(bad.word(), "rapport.docx")
    assert given_.kind == "docx"
    assert "los bij" in given_.warnings[0]


@pytest.mark.parametrize("name", bad.ACTIVE)
def test_a_pdf_that_acts_comes_in_as_it_is_and_only_its_pages_go_on(name: str) -> None:
    content = bad.with_root(bad.ACTIVE[name])
    given_ = taken(content)
    assert given_.content == content
    assert "meer dan papier" in given_.warnings[0]
    clean = attached.cleaned(content)
    with pikepdf.open(io.BytesIO(clean)) as pdf:
        assert attached.active_content(pdf) == frozenset()
        assert "/Annots" not in pdf.pages[0].obj
        assert pdf.check_pdf_syntax() == []
    for word in (b"JavaScript", b"app.alert", b"EmbeddedFile", b"Launch", b"SubmitForm", b"XFA"):
        assert word not in clean
    assert attached.cleaned(content) == clean


def test_a_pdf_that_opens_at_a_page_does_nothing() -> None:
    assert taken(bad.with_root(bad.opens_at_a_page)).warnings == ()


def test_what_was_filled_in_on_a_form_stays_on_the_page() -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(attached.cleaned(bad.filled_form()))
    try:
        assert "INGEVULD" in document[0].get_textpage().get_text_range()
    finally:
        document.close()


def test_a_pdf_without_its_end_is_mended_and_that_is_said() -> None:
    given_ = taken(bad.cut_off())
    assert "beetje beschadigd" in given_.warnings[0]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (bad.pdf() + bad.zipped(a=b"1"), "twee.pdf"),
        (bad.picture() + bad.zipped(a=b"1"), "twee.jpg"),
        (bad.picture() + bad.pdf(), "twee.jpg"),
        (bad.picture("PNG") + b"MZ\x90\x00", "twee.png"),
    ],
)
def test_two_files_in_one_are_seen(content: bytes, name: str) -> None:
    given_ = taken(content, name)
    assert any("ander bestand" in warning for warning in given_.warnings)


def test_a_photo_goes_on_without_what_hides_behind_it_and_without_its_place() -> None:
    whole = bad.turned_photo()
    assert b"Geheime Camera" in whole
    bare = picture.bare_jpeg(whole + bad.zipped(a=b"1"))
    assert b"Geheime Camera" not in bare
    assert bare.endswith(b"\xff\xd9")
    with Image.open(io.BytesIO(bare)) as shown, Image.open(io.BytesIO(whole)) as was:
        assert shown.tobytes() == was.tobytes()


@pytest.mark.parametrize(
    ("name", "kept", "says"),
    [
        ("foto.jpg", "foto.pdf", "eindigt op .jpg"),
        ("factuur.exe", "factuur.pdf", "eindigt op .exe"),
        ("zonder", "zonder.pdf", "geen einde"),
        ("scan.PDF", "scan.PDF", ""),
    ],
)
def test_a_wrong_ending_is_put_right_and_said(name: str, kept: str, says: str) -> None:
    given_ = taken(bad.pdf(), name)
    assert given_.name == kept
    assert says in " ".join(given_.warnings)
    assert bool(given_.warnings) == bool(says)


def test_a_name_that_looks_like_another_is_shown_as_it_is() -> None:
    given_ = taken(bad.pdf(), "factuur\u202efdp.exe")
    assert given_.name == "factuurfdp.pdf"
    assert "anders laten lijken" in given_.warnings[0]


# --- made smaller -----------------------------------------------------------------------------------------------------


def test_a_photo_that_is_too_large_is_made_smaller(tmp_path: Path) -> None:
    path = tmp_path / "groot.png"
    bad.noisy(2200, 2000).save(path)
    assert path.stat().st_size > LARGEST_FOR_UWV
    given_ = receive(path)
    assert (given_.kind, given_.name) == ("jpg", "groot.jpg")
    assert len(given_.content) <= LARGEST_FOR_UWV
    assert "kleinere JPG" in given_.warnings[0]
    assert len(given_.warnings) == 1


def test_a_scan_of_eighty_megabytes_is_made_smaller_and_keeps_its_pages() -> None:
    scan = bad.scan_pdf(10, 1650)
    assert len(scan) > 80 * 1000 * 1000
    given_ = taken(scan)
    assert len(given_.content) <= LARGEST_FOR_UWV
    assert "kleiner gemaakt" in given_.warnings[0]
    with pikepdf.open(io.BytesIO(given_.content)) as pdf:
        assert len(pdf.pages) == 10


def test_a_large_pdf_without_pictures_is_kept_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    heavy = bad.heavy_text_pdf(6, 2_000_000)
    given_ = taken(heavy)
    assert given_.content == heavy
    assert "knippen we hem in delen" in given_.warnings[0]
    monkeypatch.setattr(incoming, "LARGEST_KEPT", 1_000_000)
    with pytest.raises(KnownError, match="te groot"):
        taken(heavy)


def test_what_is_cut_has_all_pages_in_order_and_fits() -> None:
    heavy = bad.heavy_text_pdf(7, 200_000)
    parts = shrink.cut(heavy, 1_000_000)
    assert all(len(part) <= 1_000_000 for part in parts)
    counts = []
    for part in parts:
        with pikepdf.open(io.BytesIO(part)) as pdf:
            counts.append(len(pdf.pages))
            assert pdf.check_pdf_syntax() == []
    assert sum(counts) == 7
    assert max(counts) > 1
    assert shrink.cut(heavy, len(heavy)) == [heavy]


def test_pictures_of_every_kind_can_be_made_smaller_or_are_left_alone() -> None:
    out = io.BytesIO()
    bad.noisy(900, 900).convert("CMYK").save(out, "JPEG", quality=95)
    for content in (out.getvalue(), bad.picture("PNG", (900, 900), "P"), bad.picture("PNG", (900, 900), "LA")):
        small = picture.smaller(content, 600_000)
        with Image.open(io.BytesIO(small)) as shown:
            assert shown.mode in ("L", "RGB")
    with pytest.raises(picture.PictureError):
        picture.smaller(out.getvalue(), 100)
    assert shrink.smaller_pdf(bad.scan_pdf(1, 500), 10) is None


# --- pictures on a page -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        bad.picture(),
        bad.picture(mode="L"),
        bad.picture(mode="CMYK"),
        bad.picture(progressive=True),
        bad.picture("PNG"),
        bad.picture("PNG", mode="L"),
        bad.picture("PNG", mode="1"),
        bad.picture("PNG", mode="P"),
        bad.picture("PNG", mode="LA"),
        bad.picture("PNG", mode="RGBA"),
        bad.picture("PNG", (3, 2)),
        bad.picture(size=(1200, 300)),
        *(bad.turned_photo(orientation) for orientation in range(1, 9)),
    ],
)
def test_every_picture_stands_whole_on_a_page(content: bytes) -> None:
    import pypdfium2

    with attached.picture_pdf(content, "een foto") as made:
        data = attached.written(made)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
    document = pypdfium2.PdfDocument(data)
    try:
        shown = document[0].render(scale=0.5).to_pil().convert("L")
    finally:
        document.close()
    assert min(shown.tobytes()) < 250


def test_a_turned_photo_stands_upright() -> None:
    upright = Image.new("RGB", (200, 400), "white")
    upright.paste("red", (0, 0, 200, 100))
    for orientation, angle in ((6, 90), (3, 180), (8, 270)):
        exif = Image.Exif()
        exif[0x0112] = orientation
        out = io.BytesIO()
        # As the sensor saw it; the camera says how it was held.
        upright.rotate(angle, expand=True).save(out, "JPEG", exif=exif, quality=95)
        import pypdfium2

        with attached.picture_pdf(out.getvalue(), "foto") as made:
            document = pypdfium2.PdfDocument(attached.written(made))
        try:
            shown = document[0].render(scale=0.5).to_pil().convert("RGB")
        finally:
            document.close()
        wide, high = shown.size
        reds = [
            y for y in range(high) if shown.getpixel((wide // 2, y))[0] > 200 > shown.getpixel((wide // 2, y))[1] + 100
        ]  # type: ignore[index]
        assert reds and max(reds) < high / 2, orientation


# --- names ------------------------------------------------------------------------------------------------------------


@given(st.text(max_size=200))
@settings(max_examples=300)
def test_every_name_becomes_one_that_can_be_shown_and_written(name: str) -> None:
    safe = safe_name(name)
    assert safe and len(safe) <= 121
    assert not is_disguised(safe)
    assert not set(safe) & set('<>:"/\\|?*')
    assert safe == safe.strip(" .")
    assert safe_name(safe) == safe


@pytest.mark.parametrize("name", ["CON", "nul.pdf", "COM1.docx", "LPT¹", "conin$"])
def test_names_a_system_keeps_for_itself_are_changed(name: str) -> None:
    assert safe_name(name).startswith("_")


def test_what_is_kept_carries_the_warnings(desk: Workspace, tmp_path: Path) -> None:
    case_id = report_sick(desk, add_employee(desk), FIRST)
    paper_id = desk.store.papers.infos(case_id)[0].id
    path = tmp_path / "met script.pdf"
    path.write_bytes(bad.with_root(bad.script))
    kept = desk.papers.attach(paper_id, path)
    assert "een script" in kept.warnings[0]
    assert desk.papers.attachment_bytes(kept.id) == path.read_bytes()
    given_ = receive(path)
    answer = desk.papers.keep_file(case_id, "probleemanalyse", given_)
    assert answer["naam"] == "met script.pdf"
    desk.close()
