"""Many papers at once: each as a PDF in one new folder, or all behind each other in one PDF to print.

The papers are gathered in the thread of the window and made beside it. Nothing half written ever stands anywhere: the
folder is made aside and put in its place in one move, and when somebody stops there is nothing.
"""

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reintegratie_desktop.documents.bundle_model import LooseFile
from reintegratie_desktop.services.bundle_files import save_loose
from reintegratie_desktop.text.declaring import dataclass
from reintegratie_desktop.text.i18n import ngettext

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

Progress = Callable[[int, int], None]
"""How many papers are made, and of how many."""
Stop = Callable[[], bool]


@dataclass(frozen=True)
class ToMake:
    """One paper that is going to be made: its file name, and what makes it without touching the data file."""

    name: str
    make: Callable[[], bytes]


def gather(desk: "Workspace", paper_ids: Sequence[str]) -> tuple[ToMake, ...]:
    """Return the papers in this order, ready to be made beside the window; equal names get a number."""
    found, used = [], set()
    for paper_id in paper_ids:
        stem = desk.papers.file_name(paper_id).removesuffix(".pdf")
        name, number = stem, 1
        while name in used:
            number += 1
            name = f"{stem}_{number}"
        used.add(name)
        found.append(ToMake(f"{name}.pdf", desk.papers.rendering(desk.papers.printed(paper_id))))
    return tuple(found)


def make_all(
    papers: Sequence[ToMake], *, progress: Progress | None = None, stop: Stop | None = None
) -> tuple[LooseFile, ...] | None:
    """Make the papers one by one; None when `stop()` said so between two of them."""
    made = []
    for number, paper in enumerate(papers):
        if stop is not None and stop():
            return None
        if progress is not None:
            progress(number, len(papers))
        made.append(LooseFile(paper.name, paper.make()))
    if progress is not None:
        progress(len(papers), len(papers))
    return None if stop is not None and stop() else tuple(made)


def save_folder(
    papers: Sequence[ToMake], folder: Path, name: str, *, progress: Progress | None = None, stop: Stop | None = None
) -> Path | None:
    """Make the papers and put them in a new folder inside `folder`; None when `stop()` said so.

    Raises:
        KnownError: the disk is full or the folder cannot be written; nothing of it stands there then.
    """
    made = make_all(papers, progress=progress, stop=stop)
    if made is None:
        return None
    return save_loose(made, folder, name, stop=stop)


def one_pdf(papers: Sequence[ToMake], *, progress: Progress | None = None, stop: Stop | None = None) -> bytes | None:
    """Make the papers and return them behind each other, for one print job; None when `stop()` said so."""
    import pikepdf  # noqa: PLC0415 - only when much is printed

    made = make_all(papers, progress=progress, stop=stop)
    if made is None:
        return None
    with pikepdf.new() as whole:
        for paper in made:
            with pikepdf.open(io.BytesIO(paper.content)) as part:
                whole.pages.extend(part.pages)
        buffer = io.BytesIO()
        whole.save(buffer)
    return buffer.getvalue()


def folder_name(desk: "Workspace", case_id: str) -> str:
    """Return a neutral name for the folder: number and date, without the name of a person."""
    return f"{desk.store.cases.get(case_id).nummer}_papieren_{desk.today.isoformat()}"


def note(desk: "Workspace", case_id: str, count: int, *, printed: bool) -> None:
    """Write in the journal, in one line, that so many papers were printed or saved."""
    if printed:
        words = ngettext("{n} papier tegelijk afgedrukt", "{n} papieren tegelijk afgedrukt", count)
    else:
        words = ngettext("{n} papier als PDF bewaard", "{n} papieren als PDF bewaard", count)
    desk.journal(case_id, "overdracht", words.format(n=count))
