"""The costs on paper, "Kosten van dit dossier": the sums, what they are made of, and what may come back."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.domain.costs.facts import Back
from reintegratie_desktop.domain.costs.refunds import State
from reintegratie_desktop.domain.snapshot import FormSnapshot, SnapshotFact, SnapshotField, SnapshotSection
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.services.costs import cost_view
from reintegratie_desktop.services.costs_views import CostLineView, CostView, FigureKey, FigureView, RefundView
from reintegratie_desktop.services.files import write_file
from reintegratie_desktop.services.names import paper_name
from reintegratie_desktop.text.i18n import N_, _, current_language

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

FORM: Final = "kosten"
_CODE: Final = "KO"
_VERSION: Final = "1.0"
_TITLE: Final = N_("Kosten van dit dossier")
_NOT_ON_PAPER: Final = (State.VANZELF, State.NIET)


def costs_snapshot(desk: "Workspace", case_id: str) -> FormSnapshot:
    """Return the costs of today as a paper that prints the same for ever."""
    view = cost_view(desk, case_id)
    case = desk.store.cases.get(case_id)
    person = paper_name(desk.store.records.werknemer(case.werknemer_id))
    return FormSnapshot(
        form=FORM,
        code=_CODE,
        form_version=_VERSION,
        title=_(_TITLE),
        purpose=_purpose(view),
        employer=desk.employer_name,
        employee=person,
        case_number=view.number,
        eerste_ziektedag=case.eerste_ziektedag.isoformat(),
        law_date=view.law_date.isoformat(),
        made_on=view.today.isoformat(),
        frozen_at=desk.clock().isoformat(timespec="seconds"),
        version=1,
        sections=tuple(_numbered(_sections(view))),
        facts=(
            SnapshotFact(_("Werknemer"), person),
            SnapshotFact(_("Eerste ziektedag"), view.law_date.isoformat()),
            SnapshotFact(_("Einde van week 104"), view.week_104.isoformat()),
            SnapshotFact(_("Stand op"), view.today.isoformat()),
        ),
        journal_head=desk.store.journal.head(),
        language=current_language(),
        rules=load_law().loaded_version,
        footnotes=tuple(_footnotes(view)),
    )


def rendering(desk: "Workspace", case_id: str) -> Callable[[], bytes]:
    """Return a function that makes the PDF without touching the file, so that it can run beside the window."""
    return desk.papers.rendering(costs_snapshot(desk, case_id))


def pdf(desk: "Workspace", case_id: str) -> bytes:
    """Return the costs of today as PDF."""
    return rendering(desk, case_id)()


def save_pdf(desk: "Workspace", case_id: str, target: Path) -> None:
    """Save the costs of today as PDF; a half-written file never stands at the target.

    Raises:
        KnownError: the disk is full or the folder cannot be written.
    """
    write_file(target, pdf(desk, case_id))
    note_saved(desk, case_id)


def note_saved(desk: "Workspace", case_id: str) -> None:
    """Write in the journal that the costs were saved as PDF."""
    desk.journal(case_id, "overdracht", _("{papier} als PDF bewaard").format(papier=_(_TITLE)))


def note_printed(desk: "Workspace", case_id: str) -> None:
    """Write in the journal that the costs were printed."""
    desk.journal(case_id, "overdracht", _("{papier} afgedrukt").format(papier=_(_TITLE)))


def file_name(desk: "Workspace", case_id: str) -> str:
    """Return a neutral file name: number, kind and date, without the name of a person."""
    return f"{desk.store.cases.get(case_id).nummer}_{FORM}_{desk.today.isoformat()}.pdf"


def _numbered(sections: Iterator[SnapshotSection]) -> Iterator[SnapshotSection]:
    for place, section in enumerate(sections, start=1):
        yield SnapshotSection(section.key, section.title, str(place), section.fields)


def _sections(view: CostView) -> Iterator[SnapshotSection]:
    yield SnapshotSection("bedragen", _("De bedragen"), fields=(_figures(view.figures),))
    tables = []
    if view.lines:
        tables.append(_amounts("kosten", _("Waar het uit bestaat"), view.lines, (_("Betaald"), _("Verwacht"))))
    # What comes back in a way that stands in the next part is told there.
    if any(line.kind == Back.ANDERS for line in view.back):
        tables.append(_amounts("terug", _("Wat er terugkomt"), view.back, (_("Ontvangen"), _("Verwacht"))))
    if tables:
        yield SnapshotSection("kosten", _("Waar het uit bestaat"), fields=tuple(tables))
    yield SnapshotSection("misschien", _("Geld dat misschien terugkomt"), fields=tuple(_refunds(view.refunds)))


def _purpose(view: CostView) -> str:
    """Return what the paper is, with what is in the amounts and what is not."""
    words = _(
        "Wat dit dossier tot nu toe kost, wat er nog komt en wat er terug kan komen. Het loon is berekend, het andere "
        "is ingevuld. BW 7:629."
    )
    scope = view.figure(FigureKey.NU).scope
    return f"{words} {scope}." if scope else words


def _footnotes(view: CostView) -> Iterator[str]:
    """Yield how was counted, each sentence once, and where it stands."""
    words = dict.fromkeys(words for figure in view.figures for words in figure.words)
    yield " ".join((*words, *(refund.open_question for refund in view.refunds if refund.open_question)))
    sources = dict.fromkeys(
        [figure.source for figure in view.figures]
        + [refund.source for refund in view.refunds if refund.state not in _NOT_ON_PAPER]
    )
    parts = dict.fromkeys(part for source in sources for part in source.split("; "))
    yield _("Grondslag: {grondslag}.").format(grondslag="; ".join(_by_law(parts)))


def _by_law(parts: Iterable[str]) -> Iterator[str]:
    """Yield each law once, with its articles behind it."""
    laws: dict[str, list[str]] = {}
    for part in parts:
        title, _comma, article = part.partition(", ")
        laws.setdefault(title, []).append(article)
    for title, articles in laws.items():
        yield ", ".join(filter(None, (title, *articles)))


def _figures(figures: Sequence[FigureView]) -> SnapshotField:
    return _table(
        "bedragen",
        _("De bedragen"),
        (("wat", _("Wat"), "text"), ("bedrag", _("Bedrag"), "text"), ("uitleg", _("Uitleg"), "text")),
        [{"wat": figure.title, "bedrag": figure.amount, "uitleg": _sentences(figure)} for figure in figures],
    )


def _sentences(figure: FigureView) -> str:
    """Return on what an amount is founded, and until when."""
    return " ".join(f"{words}." for words in (figure.base, figure.sub, figure.open_hours) if words)


def _amounts(key: str, label: str, lines: Sequence[CostLineView], heads: tuple[str, str]) -> SnapshotField:
    columns = [("soort", _("Soort"), "text"), ("nu", heads[0], "amount"), ("straks", heads[1], "amount")]
    columns.append(("samen", _("Samen"), "amount"))
    if any(line.later for line in lines):
        columns.append(("later", _("Nog na week 104"), "amount"))
    rows = [
        {
            "soort": line.name,
            "nu": str(line.paid),
            "straks": str(line.expected),
            "samen": str(line.together),
            "later": str(line.later),
        }
        for line in lines
    ]
    return _table(key, label, columns, rows)


def _refunds(refunds: Sequence[RefundView]) -> Iterator[SnapshotField]:
    """Yield what can come back, or later will; what goes by itself or does not hold asks nothing of anybody."""
    wanted = [refund for refund in refunds if refund.state not in _NOT_ON_PAPER]
    rows = [
        {
            "wat": f"{refund.title}: {refund.state_words}",
            "bedrag": ", ".join(filter(None, (refund.amount, refund.received))) or "–",
            "hoe": f"{refund.deadline} {refund.form}.",
        }
        for refund in wanted
    ]
    yield _table(
        "misschien",
        _("Geld dat misschien terugkomt"),
        (("wat", _("Wat"), "text"), ("bedrag", _("Bedrag"), "text"), ("hoe", _("Tot wanneer en hoe"), "text")),
        rows,
    )


def _table(key: str, label: str, columns: Sequence[tuple[str, str, str]], rows: list[dict[str, Any]]) -> SnapshotField:
    """Return a table; `columns` are key, label and kind."""
    return SnapshotField(
        key=key,
        label=label,
        kind="table",
        columns=tuple(SnapshotField(key=name, label=head, kind=kind) for name, head, kind in columns),
        answer=rows,
    )
