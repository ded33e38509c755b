"""Good files that something went wrong with: taken, taken with a warning, or refused with the reason; nothing else."""

import io
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from reintegratie_desktop.documents import attached
from reintegratie_desktop.documents.bundle import make_bundle
from reintegratie_desktop.documents.bundle_model import BundleFile, BundleSource, FileKind
from reintegratie_desktop.documents.loose import make_loose
from reintegratie_desktop.domain.snapshot import FormSnapshot, SnapshotField, SnapshotSection
from reintegratie_desktop.services.incoming import Incoming, look_at
from reintegratie_desktop.text.errors import KnownError
from tests.documents.reading import pages_text, words
from tests.services import bad_files as bad
from tests.services import damaged_files as damaged
from tests.services.desks import Calendar, add_employee, make_desk, report_sick

FIRST = date(2026, 3, 2)
SHAPE = ("/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Resources", "/Contents")
KINDS = {"pdf": FileKind.PDF, "jpg": FileKind.PICTURE, "png": FileKind.PICTURE, "docx": FileKind.WORD}
COVER = FormSnapshot(
    form="proef", code="PRF", form_version="1.0", title="Proefverslag", purpose="Om te proberen",
    employer="Kas (fictief)", employee="P. Proef", case_number="2026-001", eerste_ziektedag="2026-03-02",
    law_date="2026-03-02", made_on="2026-05-01", frozen_at="2026-05-01T10:00:00", version=1,
    sections=(SnapshotSection("a", "Eén", "A", (SnapshotField("v", "Vraag", "text", "Antwoord"),)),),
)  # fmt: skip


def taken(what: str, content: bytes) -> Incoming | None:
    """Return a file as it came in, None when it was refused; every refusal says why and what to do."""
    try:
        found = look_at(content, "scan.pdf")
    except KnownError as refused:
        assert refused.message and refused.next_step and refused.code.startswith("scan_"), what
        return None
    assert found.content and found.name
    return found


def report_of(files: list[Incoming]) -> BundleSource:
    """Return a report of nothing but files from outside."""
    return BundleSource(
        COVER,
        tuple(
            BundleFile(
                f"1.{number}", "Bijlage", f"01-{number}.{one.kind}", KINDS[one.kind], lambda one=one: one.content
            )  # type: ignore[misc]
            for number, one in enumerate(files, 1)
        ),
        rows=(),
        gaps=(),
    )


def test_a_pdf_with_something_odd_in_any_place_never_breaks_the_report() -> None:
    found = [taken(what, content) for what, content in damaged.one_thing_wrong(every=11, always=SHAPE)]
    kept = [one for one in found if one is not None]
    assert len(found) > 200
    assert len(kept) > 0.9 * len(found), "what can be mended is not sent back"
    assert len(kept) < len(found)
    made = make_bundle(report_of(kept))
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert attached.active_content(pdf) == frozenset()
    texts = pages_text(made.pdf)
    for place in made.parts:
        for number in range(place.first, place.last + 1):
            assert f"pagina {number} van {made.pages}" in words(texts[number - 1])


def test_a_file_with_bytes_changed_lost_or_doubled_never_breaks_the_report() -> None:
    found = [taken(what, content) for what, content in damaged.bytes_wrong(260)]
    kept = [one for one in found if one is not None]
    assert 20 < len(kept) < len(found) - 20
    made = make_bundle(report_of(kept))
    assert made.pages >= len(kept)
    for file in make_loose(report_of(kept[::4]), "00.pdf", 2_500):
        assert file.content


def test_whatever_is_attached_the_case_stays_whole(tmp_path: Path) -> None:
    desk = make_desk(tmp_path, Calendar(FIRST))
    case_id = report_sick(desk, add_employee(desk), FIRST)
    paper_id = desk.store.papers.infos(case_id)[0].id
    path, kept = tmp_path / "scan.pdf", []
    for _what, content in damaged.bytes_wrong(40, seed=11):
        path.write_bytes(content)
        before = desk.store.journal.head()
        try:
            kept.append(desk.papers.attach(paper_id, path).id)
        except KnownError:
            assert desk.store.journal.head() == before, "nothing written"
    assert len(desk.papers.attachments(paper_id)) == len(set(kept)) > 3
    assert desk.store.attachments.remove_unlinked() == 0
    desk.close()


@pytest.mark.parametrize(
    ("key", "value", "shown"),
    [
        ("/MediaBox", pikepdf.Name("/Fout"), (612, 792)),
        ("/MediaBox", pikepdf.Array([0, 0, 0, 0]), (595, 842)),
        ("/MediaBox", pikepdf.Array([500, 700, 0, 0]), (500, 700)),
        ("/MediaBox", pikepdf.Array([0, 0, 10**9, 10**9]), (595, 842)),
        ("/CropBox", pikepdf.Array([0, 0, 100]), (595, 842)),
        ("/CropBox", pikepdf.Array([9000, 9000, 9500, 9500]), (595, 842)),
        ("/CropBox", pikepdf.Array([10, 10, 310, 410]), (300, 400)),
        ("/Rotate", 90, (842, 595)),
        ("/Rotate", 450, (842, 595)),
        ("/Rotate", 1, (595, 842)),
        ("/Rotate", pikepdf.String("kwart"), (595, 842)),
        ("/UserUnit", -3, (595, 842)),
    ],
)
def test_a_page_is_as_large_and_as_turned_as_it_can_be(key: str, value: object, shown: tuple[int, int]) -> None:
    import pypdfium2

    with pikepdf.open(io.BytesIO(bad.pdf())) as made:
        made.pages[0].obj[key] = value
        content = bad.saved(made)
    document = pypdfium2.PdfDocument(attached.cleaned(content))
    try:
        assert tuple(round(side) for side in document[0].get_size()) == shown
        assert "Blad 1" in document[0].get_textpage().get_text_range()
    finally:
        document.close()


def test_what_all_pages_share_is_kept() -> None:
    with pikepdf.open(io.BytesIO(bad.pdf(2, (300, 500)))) as made:
        tree = made.Root.Pages
        tree.MediaBox, tree.Rotate, tree.Resources = made.pages[0].obj.MediaBox, 90, made.pages[0].obj.Resources
        for page in made.pages:
            for key in ("/MediaBox", "/Resources"):
                del page.obj[key]
        content = bad.saved(made)
    with pikepdf.open(io.BytesIO(attached.cleaned(content))) as pdf:
        assert [[round(float(side)) for side in page.mediabox] for page in pdf.pages] == [[0, 0, 300, 500]] * 2
        assert [int(page.obj.Rotate) for page in pdf.pages] == [90, 90]
    assert [words(text) for text in pages_text(attached.cleaned(content))] == ["Blad 1", "Blad 2"]


def test_a_filled_form_that_is_cut_keeps_what_was_filled_in() -> None:
    heavy = bad.heavy_text_pdf(3, 60_000)
    with pikepdf.open(io.BytesIO(bad.filled_form())) as made, pikepdf.open(io.BytesIO(heavy)) as more:
        made.pages.extend(more.pages)
        content = bad.saved(made, compress_streams=False)
    one = Incoming(content, "pdf", "formulier.pdf")
    files = make_loose(report_of([one]), "00.pdf", 100_000)[1:]
    assert len(files) > 1
    assert "INGEVULD" in "".join(pages_text(files[0].content))
