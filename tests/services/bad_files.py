"""Files as they come in from a world that is not always kind: each made by code, none of them shipped."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from PIL import Image


def pdf(pages: int = 1, size: tuple[float, float] = (595, 842), *, text: str = "", fill: bytes = b"") -> bytes:
    """Return a plain PDF; `fill` is drawn over the whole of each page."""
    made = Pdf.new()
    for number in range(1, pages + 1):
        made.add_blank_page(page_size=size)
        words = f"BT /F1 24 Tf 60 400 Td ({text or 'Blad'} {number}) Tj ET".encode()
        page = made.pages[-1]
        page.obj.Contents = made.make_indirect(Stream(made, fill + words))
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/Helvetica"))
        page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
    return saved(made)


def saved(made: Pdf, **how: Any) -> bytes:
    out = io.BytesIO()
    made.save(out, **how)
    return out.getvalue()


def with_root(change: Callable[[Pdf], None]) -> bytes:
    made = Pdf.open(io.BytesIO(pdf()))
    change(made)
    return saved(made)


def script(made: Pdf) -> None:
    made.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def launch(made: Pdf) -> None:
    made.Root.OpenAction = Dictionary(S=Name.Launch, F=String("calc.exe"))


def opens_at_a_page(made: Pdf) -> None:
    made.Root.OpenAction = Array([made.pages[0].obj, Name.Fit])


def page_action(made: Pdf) -> None:
    made.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS=String("app.alert(2)")))


def embedded(made: Pdf) -> None:
    file = made.make_indirect(Stream(made, b"MZ\x90\x00", Type=Name.EmbeddedFile))
    spec = made.make_indirect(Dictionary(Type=Name.Filespec, F=String("a.exe"), EF=Dictionary(F=file)))
    made.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([String("a.exe"), spec])))


def link_with_script(made: Pdf) -> None:
    link = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Link,
        Rect=Array([0, 0, 300, 300]),
        A=Dictionary(S=Name.JavaScript, JS=String("app.alert(3)")),
    )
    made.pages[0].obj.Annots = Array([made.make_indirect(link)])


def rich_media(made: Pdf) -> None:
    media = Dictionary(Type=Name.Annot, Subtype=Name.RichMedia, Rect=Array([0, 0, 300, 300]))
    made.pages[0].obj.Annots = Array([made.make_indirect(media)])


def submit(made: Pdf) -> None:
    field = made.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Btn,
            T=String("knop"),
            Rect=Array([0, 0, 100, 30]),
            A=Dictionary(S=Name.SubmitForm, F=String("https://voorbeeld.example")),
        )
    )
    made.pages[0].obj.Annots = Array([field])
    made.Root.AcroForm = Dictionary(Fields=Array([field]), XFA=String("<xfa/>"))


def filled_form() -> bytes:
    """Return a PDF with a text field somebody filled in, without an appearance of its own."""
    made = Pdf.open(io.BytesIO(pdf()))
    font = made.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/Helvetica")))
    field = made.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String("naam"),
            V=String("INGEVULD"),
            DA=String("/Helv 12 Tf 0 g"),
            Rect=Array([60, 600, 400, 630]),
            F=4,
        )
    )
    made.pages[0].obj.Annots = Array([field])
    resources = Dictionary(Font=Dictionary(Helv=font))
    made.Root.AcroForm = Dictionary(Fields=Array([field]), DR=resources, NeedAppearances=True)
    return saved(made)


def locked() -> bytes:
    made = Pdf.open(io.BytesIO(pdf()))
    return saved(made, encryption=pikepdf.Encryption(owner="baas", user="geheim"))


def owner_locked() -> bytes:
    made = Pdf.open(io.BytesIO(pdf()))
    return saved(made, encryption=pikepdf.Encryption(owner="baas", user=""))


def no_pages() -> bytes:
    return saved(Pdf.new())


def cut_off() -> bytes:
    """Return a PDF without its end; its pages can still be found."""
    whole = pdf(3)
    return whole[: whole.rindex(b"startxref")]


def loop_of_pages() -> bytes:
    made = Pdf.open(io.BytesIO(pdf()))
    made.Root.Pages.Kids = Array([made.Root.Pages])
    return saved(made)


def deep_nest() -> bytes:
    return b"%PDF-1.7\n1 0 obj\n" + b"[" * 20_000 + b"]" * 20_000 + b"\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF"


def scan_pdf(pages: int, side: int, *, noise: bool = True) -> bytes:
    """Return a PDF of pictures as a scanner makes them; noise keeps them large."""
    made = Pdf.new()
    data = noisy(side, side) if noise else Image.new("RGB", (side, side), "white")
    packed = zlib.compress(data.tobytes(), 1)
    for number in range(pages):
        made.add_blank_page(page_size=(595, 842))
        image = Stream(made, packed + b"\x00" * number)
        entries = {"Type": Name.XObject, "Subtype": Name.Image, "Width": side, "Height": side}
        for key, value in {**entries, "ColorSpace": Name.DeviceRGB, "BitsPerComponent": 8}.items():
            image[f"/{key}"] = value
        image["/Filter"] = Name.FlateDecode
        page = made.pages[-1]
        page.obj.Resources = Dictionary(XObject=Dictionary(Im0=made.make_indirect(image)))
        page.obj.Contents = made.make_indirect(Stream(made, b"q 595 0 0 842 0 0 cm /Im0 Do Q"))
    return saved(made)


def heavy_text_pdf(pages: int, each: int) -> bytes:
    """Return a PDF that is large without pictures, so that nothing can be made smaller."""
    made = Pdf.new()
    seed = noisy(600, max(1, each // 1800 + 1)).tobytes()
    for number in range(pages):
        made.add_blank_page(page_size=(595, 842))
        page = made.pages[-1]
        page.obj.PieceInfo = made.make_indirect(Stream(made, seed[number : number + each]))
        form = made.make_indirect(Stream(made, seed[number : number + each], Type=Name.XObject, Subtype=Name.PS))
        page.obj.Resources = Dictionary(XObject=Dictionary(P0=form))
        page.obj.Contents = made.make_indirect(Stream(made, b"/P0 Do"))
    return saved(made, compress_streams=False)


def noisy(wide: int, high: int) -> Image.Image:
    """Return a picture that does not pack, the same every time."""
    import random

    return Image.frombytes("RGB", (wide, high), random.Random(7).randbytes(wide * high * 3))


def picture(kind: str = "JPEG", size: tuple[int, int] = (600, 800), mode: str = "RGB", **how: Any) -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert(mode).save(out, kind, **how)
    return out.getvalue()


def turned_photo(orientation: int = 6) -> bytes:
    """Return a photo that says it lies on its side, with the place where it was taken."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Geheime Camera"
    out = io.BytesIO()
    Image.new("RGB", (400, 200), "red").save(out, "JPEG", exif=exif)
    return out.getvalue()


def png_bomb(side: int = 30_000) -> bytes:
    """Return a PNG of a few kilobytes that says it has 900 million pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    packed = zlib.compress(b"\x00" * 1_000_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def word(*extra: tuple[str, bytes], body: bytes = b"<document/>") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", body)
        for name, data in extra:
            archive.writestr(name, data)
    return out.getvalue()


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


ACTIVE: dict[str, Callable[[Pdf], None]] = {
    "script": script,
    "launch": launch,
    "page action": page_action,
    "embedded": embedded,
    "link": link_with_script,
    "media": rich_media,
    "submit": submit,
}
"""PDFs that do more than be read, by what they do."""

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "leeg"),
    "program": (lambda: b"MZ\x90\x00" + b"\x00" * 200, "programma"),
    "linux program": (lambda: b"\x7fELF" + b"\x00" * 200, "programma"),
    "shell script": (lambda: b"#!/bin/sh\nrm -rf /\n", "programma"),
    "text": (lambda: b"hallo", "geen PDF"),
    "web page": (lambda: b"<html><script>alert(1)</script></html>", "geen PDF"),
    "zip": (lambda: zipped(a=b"1"), "geen PDF"),
    "half a zip": (lambda: word()[:60], "geen PDF"),
    "locked": (locked, "wachtwoord"),
    "broken": (lambda: b"%PDF-1.7\nniets", "beschadigd"),
    "no pages": (no_pages, "geen pagina"),
    "loop of pages": (loop_of_pages, "pagina|beschadigd"),
    "deep nest": (deep_nest, "beschadigd|pagina"),
    "half a photo": (lambda: picture(size=(900, 900))[:900], "niet heel"),
    "head of a photo": (lambda: b"\xff\xd8\xff\xe0", "niet heel"),
    "broken png": (lambda: b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, "niet heel"),
    "cut png": (lambda: picture("PNG", (300, 300))[:200], "niet heel"),
    "picture bomb": (png_bomb, "beeldpunten"),
    "macro": (lambda: word(("word/vbaProject.bin", b"x")), "macro"),
    "word bomb": (lambda: word(body=b"\x00" * (501 * 1024 * 1024)), "veel te groot"),
    "large word": (lambda: word(("word/media/a.bin", noisy(2000, 1900).tobytes())), "te groot"),
}
"""Files that are refused, with a word of the reason."""
