"""The file somebody chose for a paper is shown first; a plain surface is doubted, a picture of a paper is not."""

import io

import pikepdf
import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from reintegratie_desktop.services.incoming import Incoming
from reintegratie_desktop.ui.dialogs.scan import ScanDialog, first_page, looks_empty


def photo(ink: str = "") -> Incoming:
    picture = QImage(1200, 1600, QImage.Format.Format_RGB32)
    picture.fill(QColor("#FBFBF9"))
    painter = QPainter(picture)
    if ink:
        painter.setPen(QColor(ink))
        for line in range(3):
            painter.drawLine(200, 300 + line, 700, 320 + line)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return Incoming(bytes(buffer.data().data()), "png", "foto.png")


def pdf(pages: int) -> Incoming:
    with pikepdf.new() as made:
        for _page in range(pages):
            made.add_blank_page()
        held = io.BytesIO()
        made.save(held)
    return Incoming(held.getvalue(), "pdf", "scan.pdf")


def test_one_thin_line_of_ink_is_enough() -> None:
    assert looks_empty(first_page(photo())[0])
    assert not looks_empty(first_page(photo("#203060"))[0])
    assert not looks_empty(QImage())


@pytest.mark.parametrize(
    ("given", "empty", "told"),
    [
        (photo(), "Deze foto lijkt leeg.", ""),
        (photo("#203060"), "", ""),
        (pdf(1), "Deze bladzijde lijkt leeg.", "1 bladzijde"),
        (pdf(3), "", "3 bladzijden"),
        (Incoming(b"PK", "docx", "brief.docx"), "", ""),
        (Incoming(b"%PDF-1.4", "pdf", "stuk.pdf"), "", ""),
    ],
)
def test_the_question_shows_what_it_is_about(qtbot: QtBot, given: Incoming, empty: str, told: str) -> None:
    kept: list[str] = []
    dialog = ScanDialog("Plan van aanpak", given, lambda: kept.append("ja"))
    qtbot.addWidget(dialog)
    dialog.show()
    assert (dialog.empty.sentence.text() if dialog.empty is not None else "") == empty
    assert told in dialog.told.text() and "kB" in dialog.told.text()
    assert (dialog.picture is None) == (given.name in ("brief.docx", "stuk.pdf"))
    assert not kept
    dialog.button.click()
    assert kept == ["ja"]
