"""A whole case as data for another program, or for another file of this one: nothing of it is left behind.

What belongs to the file and not to the case stays: the employer, the password, what was given to a calendar. The
internal ids stay too; papers and lines are named by their place in the list.
"""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.documents.bundle_model import LooseFile
from reintegratie_desktop.forms.flows import CASE_RECORDS
from reintegratie_desktop.forms.worked_record import RECORD
from reintegratie_desktop.services.bundle import Stop
from reintegratie_desktop.services.bundle_files import save_loose
from reintegratie_desktop.services.case_schema import FOLDER, KIND, VERSION
from reintegratie_desktop.services.files import SUFFIX, write_file, writing_error
from reintegratie_desktop.services.papers import kind_of
from reintegratie_desktop.store.plain import as_json, sha256_hex
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace
    from reintegratie_desktop.store.cases import Case
    from reintegratie_desktop.store.papers import Paper

_WORD: Final = "docx"
_OWN_GROUPS: Final = ("gedaan", RECORD, *CASE_RECORDS)


@dataclass(frozen=True)
class CaseOut:
    """A case as data, and its attached files by their place beside it."""

    data: dict[str, Any]
    files: dict[str, bytes]


def case_out(desk: "Workspace", case_id: str) -> CaseOut:
    """Return a whole case; it changes nothing and notes nothing."""
    store = desk.store
    case = store.cases.get(case_id)
    papers = store.papers.all(case_id)
    places = {paper.id: index for index, paper in enumerate(papers)}
    files: dict[str, bytes] = {}
    attached = []
    for item in store.attachments.for_case(case_id):
        content = store.attachments.read(item.sha256)
        place = f"{FOLDER}/{item.sha256}.{kind_of(content) or _WORD}"
        files[place] = content
        attached.append(
            {
                "bestand": place,
                "sha256": item.sha256,
                "naam": item.name,
                "bij": places.get(item.belongs_to, item.belongs_to),
                "bewaard_op": item.at.isoformat(),
            }
        )
    data = {
        "soort": KIND,
        "versie": VERSION,
        "werknemer": desk.employee(case.werknemer_id),
        "dossier": _case(case),
        "gegevens": {key: case.facts[key] for key in CASE_RECORDS if key in case.facts},
        "papieren": [_paper(desk, paper) for paper in papers],
        "concepten": [_draft(item) for item in sorted(store.drafts.list(case_id), key=lambda d: (d.form, d.slot))],
        "eigen_stappen": _own_steps(desk, case_id),
        "bijlagen": attached,
        "logboek": _journal(desk, case_id, places),
        "woorden_over_werk": sorted(store.guard_choices.words(case_id)),
    }
    return CaseOut(data, files)


def _case(case: "Case") -> dict[str, Any]:
    return {
        "nummer": case.nummer,
        "eerste_ziektedag": case.eerste_ziektedag.isoformat(),
        "hersteld_per": case.hersteld_per.isoformat() if case.hersteld_per else None,
        "status": case.status.value,
        "gemaakt_op": case.created_at.isoformat(),
        "bewaard_op": case.saved_at.isoformat(),
        "gedaan": dict(case.facts.get("gedaan", {})),
        "gewerkte_uren": dict(case.facts.get(RECORD, {})),
        "overig": {key: value for key, value in case.facts.items() if key not in _OWN_GROUPS},
    }


def _paper(desk: "Workspace", paper: "Paper") -> dict[str, Any]:
    return {
        "soort": paper.form,
        "plaats": paper.slot,
        "versie": paper.version,
        "gemaakt_op": paper.made_on.isoformat(),
        "reden": paper.reason,
        "vastgesteld_op": paper.at.isoformat(),
        "antwoorden": paper.answers,
        "antwoorden_sha256": sha256_hex(as_json(paper.answers)),
        "momentopname": paper.snapshot,
        "momentopname_sha256": paper.sha256,
        "gebeurtenissen": [
            {
                "soort": event.kind,
                "dag": event.day.isoformat(),
                "gegevens": event.data,
                "genoteerd_op": event.at.isoformat(),
            }
            for event in desk.store.papers.events(paper.id)
        ],
    }


def _draft(draft: Any) -> dict[str, Any]:  # noqa: ANN401 - a Draft of the store
    return {
        "soort": draft.form,
        "plaats": draft.slot,
        "antwoorden": draft.answers,
        "stand": draft.meta,
        "bewaard_op": draft.saved_at.isoformat(),
    }


def _own_steps(desk: "Workspace", case_id: str) -> list[dict[str, Any]]:
    steps = desk.store.own_steps.of(case_id, removed=True)
    return [
        {
            "titel": step.title,
            "dag": step.day.isoformat(),
            "wie": step.who,
            "gedaan_op": step.done_on.isoformat() if step.done_on else None,
            "weggehaald": step.removed,
            "gemaakt_op": step.created_at.isoformat(),
            "bewaard_op": step.saved_at.isoformat(),
        }
        for step in sorted(steps, key=lambda step: (step.day, step.created_at, step.title, step.saved_at))
    ]


def _journal(desk: "Workspace", case_id: str, places: dict[str, int]) -> list[dict[str, Any]]:
    rows = desk.store.journal.rows(case_id)
    order = {row.nr: index for index, row in enumerate(rows)}
    return [
        {
            "dag": row.happened_on.isoformat(),
            "soort": row.kind,
            "tekst": row.description,
            "wie": row.who,
            "met_wie": row.with_whom,
            "papier": places.get(row.document),
            "werknemer_mag_zien": row.visible_to_employee,
            "verbetert": order.get(row.corrects) if row.corrects is not None else None,
            "genoteerd_op": row.at.isoformat(),
        }
        for row in rows
    ]


def write_case(desk: "Workspace", case_id: str, target: Path) -> tuple[Path, ...]:
    """Write a case as JSON, with its attached files in a folder beside it; return what was written.

    The JSON comes last, so that it never stands there without its files. The journal says that it left the program.

    Raises:
        KnownError: the name is not that of a JSON file, or nothing can be written there; nothing new is left then.
    """
    if target.suffix.casefold() != ".json" or SUFFIX in (suffix.casefold() for suffix in target.suffixes):
        raise KnownError(
            _("{pad} is geen naam voor een dossier buiten het programma.").format(pad=target),
            _("Kies een naam die eindigt op .json."),
            code="json_naam",
        )
    out = case_out(desk, case_id)
    folder = target.parent / FOLDER
    had_folder = folder.is_dir()
    new: list[Path] = []
    try:
        try:
            for place, content in out.files.items():
                path = target.parent / place
                path.parent.mkdir(exist_ok=True)
                if not path.exists() or path.read_bytes() != content:
                    new.append(path)
                    write_file(path, content)
        except OSError as error:
            raise writing_error(error, target.parent) from error
        write_file(target, as_bytes(out))
    except KnownError:
        for path in new:
            path.unlink(missing_ok=True)
        if not had_folder and folder.is_dir():
            shutil.rmtree(folder)
        raise
    note_out(desk, case_id)
    return (target, *(target.parent / place for place in out.files))


def as_bytes(out: CaseOut) -> bytes:
    """Return the JSON of a case."""
    return (json.dumps(out.data, ensure_ascii=True, indent=1, sort_keys=False) + "\n").encode("ascii")


def folder_name(desk: "Workspace", case_id: str) -> str:
    """Return a neutral name for the folder of a case: number and date, without the name of a person."""
    return f"{desk.store.cases.get(case_id).nummer}_dossier_{desk.today.isoformat()}"


def write_folder(out: CaseOut, folder: Path, name: str, *, stop: Stop | None = None) -> Path | None:
    """Write a case in a new folder inside `folder`, as JSON of that name with its files beside it; return the folder.

    It touches no data file, so that it can run beside the window. None when `stop()` said so; nothing is left then.

    Raises:
        KnownError: the disk is full or the folder cannot be written; nothing is left then.
    """
    files = [LooseFile(place, content) for place, content in out.files.items()]
    return save_loose([*files, LooseFile(f"{name}.json", as_bytes(out))], folder, name, stop=stop)


def note_out(desk: "Workspace", case_id: str) -> None:
    """Write in the journal that a case left the program."""
    desk.journal(case_id, "overdracht", _("Dossier buiten het programma bewaard, met alle papieren en bijlagen"))
