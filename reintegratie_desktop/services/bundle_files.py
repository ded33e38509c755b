"""A re-integratieverslag on disk: as one PDF, or as files of their own in a folder; never half of it."""

import hashlib
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reintegratie_desktop.documents.bundle_model import Bundle, BundleSource, BundleStopped, LooseFile
from reintegratie_desktop.services.bundle import Progress, Stop, file_name
from reintegratie_desktop.services.bundle_cover import LANGUAGE
from reintegratie_desktop.services.files import write_file, writing_error
from reintegratie_desktop.services.incoming import LARGEST_FOR_UWV, megabytes
from reintegratie_desktop.text.i18n import _, speaking

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace


def report_name(source: BundleSource) -> str:
    """Return a neutral name for the report: number of the case, kind and date, without the name of a person."""
    return f"{source.cover.case_number}_re-integratieverslag_{source.cover.made_on}.pdf"


def save_report(bundle: Bundle, target: Path) -> tuple[Path, ...]:
    """Save a report as PDF, with what goes along on its own beside it; all of it or nothing. Return the paths.

    Raises:
        KnownError: the disk is full or the folder cannot be written.
    """
    beside = [(target.with_name(f"{target.stem}_{loose.name}"), loose.content) for loose in bundle.apart]
    new: list[Path] = []
    try:
        for path, content in beside:
            was_there = path.exists()
            write_file(path, content)
            if not was_there:
                new.append(path)
        write_file(target, bundle.pdf)
    except BaseException:
        for path in new:
            path.unlink(missing_ok=True)
        raise
    return (target, *(path for path, _content in beside))


def loose_files(
    source: BundleSource, *, progress: Progress | None = None, stop: Stop | None = None
) -> tuple[LooseFile, ...]:
    """Return every part as a file of its own of at most what UWV takes, the pages in front first.

    Raises:
        BundleStopped: `stop()` said so.
    """
    from reintegratie_desktop.documents.loose import make_loose  # noqa: PLC0415 - loads the PDF libraries

    with speaking(LANGUAGE):
        front = file_name("00", _("voorblad"), source.cover.made_on, "pdf")
    return make_loose(source, front, LARGEST_FOR_UWV, progress=progress, stop=stop)


def save_loose(files: Sequence[LooseFile], folder: Path, name: str, *, stop: Stop | None = None) -> Path | None:
    """Write files in a new folder inside `folder`: written aside, and put in its place in one move. Return its path.

    A name may have one folder in it. Where a folder of that name stands already, a number is added. None when `stop()`
    said so; nothing is left then.

    Raises:
        KnownError: the disk is full or the folder cannot be written.
    """
    try:
        aside = Path(tempfile.mkdtemp(prefix=f".{name}.", suffix=".deel", dir=folder))
    except OSError as error:
        raise writing_error(error, folder) from error
    try:
        for file in files:
            if stop is not None and stop():
                return None
            (aside / file.name).parent.mkdir(exist_ok=True)
            write_file(aside / file.name, file.content)
        target, number = folder / name, 1
        while target.exists():
            number += 1
            target = folder / f"{name}_{number}"
        try:
            aside.replace(target)
        except OSError as error:
            raise writing_error(error, folder) from error
        return target
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def make_and_save_loose(
    source: BundleSource, folder: Path, name: str, *, progress: Progress, stop: Stop
) -> tuple[Path, int, str] | None:
    """Make the files and write them; return the folder, how many, and what to say about files that are too large.

    None when `stop()` said so; nothing is left then.

    Raises:
        KnownError: the disk is full or the folder cannot be written.
    """
    try:
        files = loose_files(source, progress=progress, stop=stop)
    except BundleStopped:
        return None
    path = save_loose(files, folder, name, stop=stop)
    return (path, len(files), too_large_line(files)) if path is not None else None


def too_large_line(files: Sequence[LooseFile]) -> str:
    """Return what to say about files that stayed larger than UWV takes; empty when there are none."""
    names = [f"{file.name} ({megabytes(len(file.content))} MB)" for file in files if file.is_too_large]
    if not names:
        return ""
    return _("UWV neemt hoogstens 10 MB per bestand. Te groot bleven: {namen}. Vraag om een kleiner bestand.").format(
        namen=", ".join(names)
    )


def note_saved(desk: "Workspace", case_id: str) -> None:
    """Write in the journal that the report was saved; never what is in it."""
    words = _("{papier} als PDF bewaard").format(papier=_("Re-integratieverslag"))
    desk.journal(case_id, "overdracht", words)


def note_loose(desk: "Workspace", case_id: str) -> None:
    """Write in the journal that the parts were saved as files of their own."""
    desk.journal(case_id, "overdracht", _("Stukken van het re-integratieverslag als losse bestanden bewaard"))


def note_printed(desk: "Workspace", case_id: str) -> None:
    """Write in the journal that the report was printed."""
    desk.journal(case_id, "overdracht", _("{papier} afgedrukt").format(papier=_("Re-integratieverslag")))


def as_data(source: BundleSource, bundle: Bundle, files: Sequence[Path] = ()) -> dict[str, Any]:
    """Return a report as JSON data: what is in it, where, and what is missing. The citizen number is never in it."""
    later = [{"titel": paper.title, "datum": paper.day} for paper in source.later]
    rows = {index: row for row in source.rows for index in row.files}
    return {
        "dossier": source.cover.case_number,
        "bestanden": [str(path) for path in files],
        "paginas": bundle.pages,
        "sha256": hashlib.sha256(bundle.pdf).hexdigest(),
        "compleet": source.is_complete,
        "onderdelen": [
            {
                "deel": place.number,
                "titel": place.title,
                "bestand": place.file_name,
                "datum": rows[index].day or None,
                "opgesteld_door": rows[index].made_by or None,
                "artikel_6": rows[index].article or None,
                "paginas": place.pages,
                "van": place.first,
                "tot_en_met": place.last,
                "sha256": place.sha256,
                "apart": place.is_apart,
            }
            for index, place in enumerate(bundle.parts)
        ],
        "niet_in_verslag": [
            {"deel": row.number, "titel": row.title, "waarom": row.note} for row in source.rows if not row.files
        ],
        "later_bijgekomen": {"in_verslag": source.has_later, "stukken": later},
        "ontbreekt": [
            {
                "deel": gap.part,
                "wat": gap.what,
                "waarom": gap.why,
                "reden": gap.reason or None,
                "gemotiveerd": gap.is_settled,
                "gedaan": gap.done or None,
            }
            for gap in source.gaps
        ],
    }
