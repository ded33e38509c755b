"""Good files that something went wrong with, in every way we could think of: the same ones every time."""

import io
import random
import warnings
from collections.abc import Callable, Iterator
from typing import Any, Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String
from pikepdf.exceptions import PageCopyWarning

from tests.services import bad_files as bad

Damage = Callable[[Pdf], None]


def _odd_values(made: Pdf) -> dict[str, Any]:
    """Return things that may stand where something else is expected."""
    page = made.pages[0].obj
    return {
        "number": 7,
        "huge": 2**31,
        "minus": -1,
        "yes": True,
        "name": Name("/Iets"),
        "odd name": Name("/\x01 #"),
        "words": String("tekst"),
        "bytes": String(b"\xff\xfe\x00"),
        "nothing": Array([]),
        "list": Array([1, Name.A, String("x"), Dictionary()]),
        "list of nothing": Array([None, None, None, None]),
        "box of words": Array([String("a"), Name.B, 0, 1]),
        "short box": Array([0, 0, 100]),
        "flat box": Array([0, 0, 0, 0]),
        "turned box": Array([595, 842, 0, 0]),
        "vast box": Array([0, 0, 10**9, 10**9]),
        "tiny box": Array([0, 0, 0.001, 0.001]),
        "far box": Array([10**8, 10**8, 10**8 + 500, 10**8 + 700]),
        "empty": Dictionary(),
        "odd": Dictionary(Type=7, S=Array([]), Kids=String("x")),
        "page": page,
        "root": made.Root,
        "stream": made.make_indirect(Stream(made, b"niets", Type=Name.Font)),
        "loop": _loop(made),
        "gone": None,
    }


def _loop(made: Pdf) -> Object:
    ring = made.make_indirect(Array([1]))
    ring.append(ring)
    return ring


ROOT_KEYS: Final = (
    "/Type", "/Names", "/Outlines", "/AcroForm", "/OpenAction", "/AA", "/MarkInfo", "/StructTreeRoot", "/OCProperties",
    "/PageLabels", "/Metadata", "/Lang", "/ViewerPreferences", "/Extensions", "/Version", "/Dests", "/PageMode",
)  # fmt: skip
PAGE_KEYS: Final = (
    "/Type", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents", "/Annots", "/Group", "/UserUnit",
    "/StructParents", "/AA", "/Parent", "/Tabs",
)  # fmt: skip
TREE_KEYS: Final = ("/Type", "/Kids", "/Count", "/MediaBox", "/Resources", "/Parent")


def _places(made: Pdf) -> dict[str, tuple[Object, tuple[str, ...]]]:
    page = made.pages[0].obj
    return {
        "root": (made.Root, ROOT_KEYS),
        "page": (page, PAGE_KEYS),
        "tree": (made.Root.Pages, TREE_KEYS),
        "resources": (page.Resources, ("/Font", "/XObject", "/ProcSet", "/ExtGState", "/ColorSpace")),
        "form": (made.Root.AcroForm, ("/Fields", "/DR", "/DA", "/NeedAppearances", "/XFA")),
        "field": (page.Annots[0], ("/Subtype", "/FT", "/Rect", "/F", "/AP", "/A", "/V", "/DA", "/Parent", "/Kids")),
    }


def one_thing_wrong(every: int = 1, always: tuple[str, ...] = ()) -> Iterator[tuple[str, bytes]]:
    """Yield a PDF with a form for every place that holds something else than it should, with what was done.

    With `every` only each so many-th of them, besides those of the keys in `always`.
    """
    good = bad.filled_form()
    with Pdf.open(io.BytesIO(good)) as made:
        plan = [
            (place, key, odd)
            for place, (_object, keys) in _places(made).items()
            for key in keys
            for odd in _odd_values(made)
        ]
    for number, (place, key, odd) in enumerate(plan):
        if number % every and not (place == "page" and key in always):
            continue
        with Pdf.open(io.BytesIO(good)) as made:
            target = _places(made)[place][0]
            value = _odd_values(made)[odd]
            if value is None:
                if key in target:
                    del target[key]
            else:
                target[key] = value
            try:
                with warnings.catch_warnings():
                    # That the form has come apart is what is wrong here.
                    warnings.simplefilter("ignore", PageCopyWarning)
                    content = bad.saved(made, fix_metadata_version=False)
            except (pikepdf.PdfError, RuntimeError, ValueError, TypeError):
                continue  # The library does not write it, so nobody sends it to us.
        yield f"{place} {key}: {odd}", content


def bytes_wrong(count: int, seed: int = 4) -> Iterator[tuple[str, bytes]]:
    """Yield good files of every kind with bytes changed, lost, doubled or from elsewhere."""
    chance = random.Random(seed)
    whole = {
        "pdf": bad.pdf(3),
        "form": bad.filled_form(),
        "script": bad.with_root(bad.script),
        "embedded": bad.with_root(bad.embedded),
        "locked for changes": bad.owner_locked(),
        "jpg": bad.picture(size=(60, 80)),
        "progressive": bad.picture(size=(60, 80), progressive=True),
        "cmyk": bad.picture(size=(60, 80), mode="CMYK"),
        "turned": bad.turned_photo(6),
        "png": bad.picture("PNG", (60, 80)),
        "palette": bad.picture("PNG", (60, 80), mode="P"),
        "seen through": bad.picture("PNG", (60, 80), mode="RGBA"),
        "word": bad.word(),
    }
    for number in range(count):
        kind = chance.choice(sorted(whole))
        data = bytearray(whole[kind])
        for _time in range(chance.randint(1, 6)):
            place = chance.randrange(len(data))
            match chance.randrange(5):
                case 0:
                    data[place] = chance.randrange(256)
                case 1:
                    del data[place : place + chance.randint(1, 40)]
                case 2:
                    data[place:place] = data[place : place + chance.randint(1, 200)]
                case 3:
                    data[place : place + 4] = chance.randbytes(4)
                case 4:
                    del data[max(place, 16) :]
            if len(data) < 16:
                break
        yield f"{kind} {number}", bytes(data)
