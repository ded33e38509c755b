"""Files that came in from outside, as pages of a report: cleaned PDFs, and pictures on a page of their own."""

import hashlib
import io
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream

from reintegratie_desktop.documents.picture import PictureError, as_pdf_image
from reintegratie_desktop.documents.styles import MM, PAGE_HEIGHT, PAGE_WIDTH

_KEPT: Final = (
    "/Type", "/Parent", "/Resources", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Contents",
    "/Rotate", "/Group", "/UserUnit",
)  # fmt: skip
"""What makes a page look as it does. Everything else on a page acts, links or describes."""

ACTIVE: Final = {
    "/JS": "script", "/JavaScript": "script", "/Launch": "launch", "/OpenAction": "open", "/AA": "open",
    "/EmbeddedFile": "file", "/EmbeddedFiles": "file", "/RichMedia": "media", "/XFA": "form", "/ImportData": "form",
    "/SubmitForm": "form", "/GoToE": "file", "/GoToR": "launch",
}  # fmt: skip
"""What a PDF can hold besides pages, and in which of a few words it is told."""

_SIDES: Final = 4
_LEAST_SIDE, _MOST_SIDE, _FARTHEST = 3.0, 14_400.0, 1_000_000.0
"""The smallest and largest page PDF knows, in points, and how far from its corner a page may lie."""
_MOST_UNIT: Final = 75_000
_MOST_LEVELS: Final = 50
_EDGE: Final = 10 * MM
_ABOVE: Final = 14 * MM
_MOST_PER_PIXEL: Final = 72 / 100
"""A small picture is not blown up beyond a hundred pixels an inch."""
_NEST: Final = 8
_SAME_FOR_ALL: Final = b"31415926535897932384626433832795"
"""What qpdf writes as the identity of every file when it is not to make one up."""
_NEAR_END: Final = 256 * 1024
_QUICKLY: Final = 1
_AS_USUAL: Final = -1

# Against a file that unpacks into far more than it holds: qpdf gives up before the memory is full.
pikepdf.settings.set_qpdf_limits(
    flate_max_memory=256 * 1024 * 1024,
    dct_max_memory=512 * 1024 * 1024,
    run_length_max_memory=64 * 1024 * 1024,
    parser_max_container_size=2_000_000,
    doc_max_warnings=5_000,
)


BROKEN: Final = (
    pikepdf.PikepdfError, RuntimeError, ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError,
)  # fmt: skip
"""What the library says when a file is not what it should be: each place in a file can hold anything."""


class Unreadable(Exception):  # noqa: N818 - it is told on a page of the report, nothing fails
    """A file that cannot be taken over; the reason is one of `locked`, `broken` and `empty`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def open_pdf(content: bytes) -> Pdf:
    """Open a PDF that came in, also one that has to be mended first.

    Raises:
        Unreadable: it has a password, it is broken, or it has no pages.
    """
    try:
        pdf = pikepdf.open(io.BytesIO(content), suppress_warnings=True)
        count = len(pdf.pages)
    except pikepdf.PasswordError as error:
        raise Unreadable("locked") from error
    except BROKEN as error:
        raise Unreadable("empty" if "no pages" in str(error) else "broken") from error
    if not count:
        raise Unreadable("empty")
    return pdf


def active_content(pdf: Pdf) -> frozenset[str]:
    """Return what a PDF can do besides being read, as the words of `ACTIVE`.

    Raises:
        Unreadable: what it holds cannot be looked through.
    """
    try:
        return _acts(pdf)
    except BROKEN as error:
        raise Unreadable("broken") from error


def _acts(pdf: Pdf) -> frozenset[str]:
    found = set()
    for item in pdf.objects:
        for thing in _dictionaries(item):
            for key, word in ACTIVE.items():
                if key in thing:
                    found.add(word)
            for key in ("/S", "/Subtype", "/Type"):
                kind = _text(thing.get(key, ""))
                if kind in ACTIVE:
                    found.add(ACTIVE[kind])
    root = pdf.Root
    if isinstance(root.get("/OpenAction"), Array):
        # Only where the file opens: that is no act.
        found.discard("open")
        if any("/AA" in thing for item in pdf.objects for thing in _dictionaries(item)):
            found.add("open")
    return frozenset(found)


def _text(value: object) -> str:
    """Return a name of a PDF as words; "" when its bytes are no text, which none of the names we look for is."""
    try:
        return str(value)
    except UnicodeDecodeError:
        return ""


def _dictionaries(item: object, depth: int = 0) -> Iterator[Dictionary]:
    """Yield an object and what stands in it, as far as it stands in the same object of the file."""
    if depth > _NEST:
        return
    if isinstance(item, Stream):
        yield from _dictionaries(item.stream_dict, depth + 1)
    elif isinstance(item, Dictionary):
        yield item
        for value in item.as_dict().values():
            if isinstance(value, (Dictionary, Array)) and not value.is_indirect:
                yield from _dictionaries(value, depth + 1)
    elif isinstance(item, Array):
        for value in item.as_list():
            if isinstance(value, (Dictionary, Array)) and not value.is_indirect:
                yield from _dictionaries(value, depth + 1)


def straighten(page: Page) -> None:
    """Leave on a page only what is of the kind it should be, so that it can be read, measured and written on."""
    own = page.obj
    own.Type = Name.Page
    media = _box(page, "/MediaBox") or [0.0, 0.0, PAGE_WIDTH, PAGE_HEIGHT]
    own.MediaBox = Array(media)
    for key in ("/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"):
        box = _box(page, key)
        if box is not None and _meet(box, media):
            own[key] = Array(box)
        elif key in own:
            del own[key]
    turned = _number(_inherited(page, "/Rotate"))
    own.Rotate = round((turned or 0) / 90) * 90 % 360
    unit = _number(own.get("/UserUnit"))
    if "/UserUnit" in own and not (unit and 0 < unit <= _MOST_UNIT):
        del own["/UserUnit"]
    resources = _inherited(page, "/Resources")
    own.Resources = resources if isinstance(resources, Dictionary) else Dictionary()
    if not isinstance(own.Resources.get("/Font", Dictionary()), Dictionary):
        del own.Resources["/Font"]
    if not isinstance(own.get("/Group", Dictionary()), Dictionary):
        del own["/Group"]
    drawn = own.get("/Contents")
    if isinstance(drawn, Array):
        own.Contents = Array([part for part in drawn.as_list() if isinstance(part, Stream)])
    elif drawn is not None and not isinstance(drawn, Stream):
        del own["/Contents"]


def _inherited(page: Page, key: str) -> object:
    """Return what a page holds, or what the pages above it hold for all of theirs; None when nobody does."""
    found: Object | None = page.obj
    for _level in range(_MOST_LEVELS):
        if not isinstance(found, Dictionary):
            return None
        if key in found:
            return found[key]
        found = found.get("/Parent")
    return None


def _box(page: Page, key: str) -> list[float] | None:
    """Return a box of a page as left, bottom, right, top; None when it is none that a page can have."""
    told = _inherited(page, key) if key in ("/MediaBox", "/CropBox") else page.obj.get(key)
    if not isinstance(told, Array) or len(told) != _SIDES:
        return None
    sides = [_number(side) for side in told.as_list()]
    known = [side for side in sides if side is not None and abs(side) <= _FARTHEST]
    if len(known) != _SIDES:
        return None
    left, right = sorted((known[0], known[2]))
    bottom, top = sorted((known[1], known[3]))
    fits = _LEAST_SIDE <= right - left <= _MOST_SIDE and _LEAST_SIDE <= top - bottom <= _MOST_SIDE
    return [left, bottom, right, top] if fits else None


def _meet(box: list[float], other: list[float]) -> bool:
    """Tell whether something of one box lies in another."""
    return box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]


def _number(value: object) -> float | None:
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        return float(value)
    return None


def clean(pdf: Pdf) -> None:
    """Leave nothing of a PDF but what its pages look like: no scripts, actions, links, forms or files.

    What was filled in on a form, and remarks that print, become part of the page.

    Raises:
        Unreadable: its pages are not what pages should be.
    """
    try:
        if "/AcroForm" in pdf.Root or any("/Annots" in page.obj for page in pdf.pages):
            if "/AcroForm" in pdf.Root:
                pdf.generate_appearance_streams()
            pdf.flatten_annotations("print")
        for page in pdf.pages:
            for key in list(page.obj.keys()):
                if key not in _KEPT:
                    del page.obj[key]
            straighten(page)
        for key in list(pdf.Root.keys()):
            if key not in ("/Type", "/Pages", "/OCProperties"):
                del pdf.Root[key]
    except BROKEN as error:
        raise Unreadable("broken") from error


def cleaned(content: bytes) -> bytes:
    """Return a PDF with nothing in it but its pages; the same bytes every time.

    Raises:
        Unreadable: it cannot be opened.
    """
    with open_pdf(content) as pdf:
        clean(pdf)
        pdf.remove_unreferenced_resources()
        return written(pdf)


def written(pdf: Pdf, mark: bytes = b"") -> bytes:
    """Return a PDF as bytes, the same every time. With a `mark` of its own it is not read through for its identity."""
    out = io.BytesIO()
    if mark:
        # A long report holds thousands of small things; packing them quickly makes it hardly larger.
        pikepdf.settings.set_flate_compression_level(_QUICKLY)
    try:
        pdf.save(
            out,
            deterministic_id=not mark,
            static_id=bool(mark),
            preserve_pdfa=False,
            fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    finally:
        pikepdf.settings.set_flate_compression_level(_AS_USUAL)
    if mark:
        own = hashlib.md5(mark, usedforsecurity=False).hexdigest().encode("ascii")
        with out.getbuffer() as written_out:
            place = bytes(written_out[-_NEAR_END:]).rfind(_SAME_FOR_ALL)
            if place >= 0:
                first = max(len(written_out) - _NEAR_END, 0) + place
                written_out[first : first + len(own)] = own
    return out.getvalue()


def picture_pdf(content: bytes, alt: str) -> Pdf:
    """Return a picture as a PDF of one page, as sharp as it is, with words for who cannot see it.

    Raises:
        Unreadable: it is no picture that can be read.
    """
    try:
        image = as_pdf_image(content)
    except PictureError as error:
        raise Unreadable("broken") from error
    pdf = Pdf.new()
    wide, high = image.size if not image.rotate % 180 else image.size[::-1]
    page_wide, page_high = (PAGE_HEIGHT, PAGE_WIDTH) if wide > high else (PAGE_WIDTH, PAGE_HEIGHT)
    scale = min((page_wide - 2 * _EDGE) / wide, (page_high - _EDGE - _ABOVE) / high, _MOST_PER_PIXEL)
    shown_wide, shown_high = wide * scale, high * scale
    left, bottom = (page_wide - shown_wide) / 2, page_high - _ABOVE - shown_high
    stream = Stream(pdf, image.data)
    for key, value in image.entries.items():
        stream[key] = value
    a, b, c, d, e, f = _matrix(image.rotate, shown_wide, shown_high)
    placed = f"{a:.3f} {b:.3f} {c:.3f} {d:.3f} {left + e:.3f} {bottom + f:.3f} cm"
    drawing = f"/Figure <</MCID 0>> BDC\nq {placed} /Beeld Do Q\nEMC"
    pdf.add_blank_page(page_size=(page_wide, page_high))
    page = pdf.pages[0]
    page.obj.Resources = Dictionary(XObject=Dictionary(Beeld=pdf.make_indirect(stream)))
    page.obj.Contents = pdf.make_indirect(Stream(pdf, drawing.encode("ascii")))
    page.obj.StructParents = 0
    figure = pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name.Figure, Pg=page.obj, K=Array([0]), Alt=pikepdf.String(alt))
    )
    whole = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, K=Array([figure])))
    figure.P = whole
    tree = pdf.make_indirect(
        Dictionary(
            Type=Name.StructTreeRoot,
            K=whole,
            ParentTree=Dictionary(Nums=Array([0, Array([figure])])),
            ParentTreeNextKey=1,
        )
    )
    whole.P = tree
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    return pdf


def _matrix(rotate: int, wide: float, high: float) -> tuple[float, float, float, float, float, float]:
    """Return how the unit square of a picture comes in its frame, turned clockwise."""
    return {
        0: (wide, 0.0, 0.0, high, 0.0, 0.0),
        90: (0.0, -high, wide, 0.0, 0.0, high),
        180: (-wide, 0.0, 0.0, -high, wide, high),
        270: (0.0, high, -wide, 0.0, wide, 0.0),
    }[rotate]
