"""The check on paper, "Controle van het dossier": by weight, without a mark or a chance of anything."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reintegratie_desktop.domain.check.item import Gewicht, Groep
from reintegratie_desktop.domain.snapshot import FieldState, FormSnapshot, SnapshotFact, SnapshotField, SnapshotSection
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.services.check_views import CheckItemView, FileCheckView
from reintegratie_desktop.services.file_check import check_case
from reintegratie_desktop.services.files import write_file
from reintegratie_desktop.services.names import paper_name
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import N_, _, current_language

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

FORM: Final = "toets"
_NAME: Final = "controle"
"""What the user calls it, also in a file name; `toets` is the name of the command."""
_CODE: Final = "CD"
_VERSION: Final = "1.0"
_TITLES: Final = {
    Gewicht.ZWAAR: N_("Weegt zwaar: wat jullie echt doen"),
    Gewicht.MIDDEL: N_("Weegt middel: waaraan UWV dat kan zien"),
    Gewicht.LICHT: N_("Weegt licht: datums en namen"),
}
_IN_FULL: Final = (Groep.HERSTELLEN, Groep.UITLEGGEN)


def check_snapshot(desk: "Workspace", case_id: str) -> FormSnapshot:
    """Return the check of today as a paper that prints the same for ever."""
    view = check_case(desk, case_id)
    case = desk.store.cases.get(case_id)
    return FormSnapshot(
        form=FORM,
        code=_CODE,
        form_version=_VERSION,
        title=_("Controle van het dossier"),
        purpose=_(
            "Wat er op deze dag in het dossier staat, en wat nog mist. Dit papier zegt niet wat UWV beslist: UWV "
            "kijkt zelf, en kijkt ook naar wat in een klein bedrijf kan."
        ),
        employer=desk.employer_name,
        employee=paper_name(desk.store.records.werknemer(case.werknemer_id)),
        case_number=view.number,
        eerste_ziektedag=case.eerste_ziektedag.isoformat(),
        law_date=view.law_date.isoformat(),
        rules=load_law().loaded_version,
        made_on=view.day.isoformat(),
        frozen_at=desk.clock().isoformat(timespec="seconds"),
        version=1,
        sections=tuple(_section(view, weight) for weight in Gewicht),
        facts=(
            SnapshotFact(_("Werknemer"), paper_name(desk.store.records.werknemer(case.werknemer_id))),
            SnapshotFact(_("Eerste ziektedag"), case.eerste_ziektedag.isoformat()),
            SnapshotFact(_("Nagekeken op"), view.day.isoformat()),
            SnapshotFact(_("Te doen"), _to_do(view)),
        ),
        journal_head=desk.store.journal.head(),
        language=current_language(),
        footnotes=(
            _("Wat jullie echt doen weegt zwaarder dan de datum op een papier. Te laat telt vooral als daardoor iets "
              "bleef liggen, en een goede reden mag je uitleggen."),
        ),
    )  # fmt: skip


def _to_do(view: FileCheckView) -> str:
    repair, explain = view.counts[Groep.HERSTELLEN], view.counts[Groep.UITLEGGEN]
    if not repair and not explain:
        return _("niets")
    return _("{herstel} op te lossen, {uitleg} uitleggen").format(herstel=repair, uitleg=explain)


def rendering(desk: "Workspace", case_id: str) -> Callable[[], bytes]:
    """Return a function that makes the PDF without touching the file, so that it can run beside the window."""
    return desk.papers.rendering(check_snapshot(desk, case_id))


def pdf(desk: "Workspace", case_id: str) -> bytes:
    """Return the check of today as PDF."""
    return rendering(desk, case_id)()


def save_pdf(desk: "Workspace", case_id: str, target: Path) -> None:
    """Save the check of today as PDF; a half-written file never stands at the target.

    Raises:
        KnownError: the disk is full or the folder cannot be written.
    """
    write_file(target, pdf(desk, case_id))
    note_saved(desk, case_id)


def note_saved(desk: "Workspace", case_id: str) -> None:
    """Write in the journal that the check was saved as PDF."""
    desk.journal(case_id, "overdracht", _("{papier} als PDF bewaard").format(papier=_("Controle van het dossier")))


def note_printed(desk: "Workspace", case_id: str) -> None:
    """Write in the journal that the check was printed."""
    desk.journal(case_id, "overdracht", _("{papier} afgedrukt").format(papier=_("Controle van het dossier")))


def file_name(desk: "Workspace", case_id: str) -> str:
    """Return a neutral file name: number, kind and date, without the name of a person."""
    return f"{desk.store.cases.get(case_id).nummer}_{_NAME}_{desk.today.isoformat()}.pdf"


def _section(view: FileCheckView, weight: Gewicht) -> SnapshotSection:
    """Return the points of one weight: in full what asks something, in a line what does not."""
    items = [item for item in view.items if item.weight is weight]
    fields = [
        *(_in_full(item) for item in items if item.group in _IN_FULL or item.explanation is not None),
        *_in_lines(items),
    ]
    number = str(1 + list(Gewicht).index(weight))
    return SnapshotSection(key=weight.value, title=_(_TITLES[weight]), number=number, fields=tuple(fields))


def _in_full(item: CheckItemView) -> SnapshotField:
    """Return one point as a question with its answer: what was found, why it counts, and what to do."""
    lines = [f"{_sentence(item.stand_words)}. {item.finding}"]
    if item.explanation is not None:
        agreed = _("Jullie zijn het er allebei mee eens.") if item.explanation.beide_eens else ""
        reason = _("Uitleg van {dag}: {reden}").format(
            dag=day_numeric(item.explanation.datum), reden=item.explanation.reden
        )
        lines.append(" ".join(filter(None, (reason, agreed))))
    if item.repair:
        lines.append(_("Nu doen: {stap}").format(stap=item.repair))
    return SnapshotField(
        key=item.id,
        label=item.title,
        kind="long_text",
        answer="\n".join(lines),
        paper_help=_("{waarom} Grondslag: {grondslag}.").format(waarom=item.why, grondslag=item.source),
        state=FieldState.ANSWERED,
    )


def _in_lines(items: Sequence[CheckItemView]) -> Iterator[SnapshotField]:
    for group, title in (
        (Groep.KOMT_NOG, _("Komt nog")), (Groep.OP_ORDE, _("Op orde")), (Groep.NIET_NODIG, _("Niet nodig"))
    ):  # fmt: skip
        lines = [item for item in items if item.group is group and item.explanation is None]
        if lines:
            yield SnapshotField(
                key=group.value,
                label=title,
                kind="table",
                columns=(
                    SnapshotField(key="punt", label=_("Punt"), kind="text"),
                    SnapshotField(key="stand", label=_("Wat er staat"), kind="text"),
                    SnapshotField(key="grondslag", label=_("Grondslag"), kind="text"),
                ),
                answer=[{"punt": item.title, "stand": item.finding, "grondslag": item.source} for item in lines],
            )


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
