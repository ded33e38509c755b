"""What the command line lists: cases, kinds of documents, schemas, and the newest paper of a kind."""

from typing import TYPE_CHECKING, Any

from reintegratie_desktop.bundled import bundled_path
from reintegratie_desktop.forms.flow import Scope
from reintegratie_desktop.forms.flows import KEYS
from reintegratie_desktop.forms.flows import flow as flow_of
from reintegratie_desktop.services.case_view import CaseReader
from reintegratie_desktop.services.views import StepView
from reintegratie_desktop.store.cases import Case
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace


def document_kinds() -> list[dict[str, str]]:
    """Return the kinds of documents this version makes, in the order of the law."""
    return [
        {"soort": key, "code": flow_of(key).code, "titel": _(flow_of(key).title)}
        for key in KEYS
        if flow_of(key).scope is Scope.CASE
    ]


def check_kind(kind: str) -> None:
    """Refuse a kind of document this version does not make.

    Raises:
        KnownError: the kind is unknown; the sentence names those that exist.
    """
    kinds = [item["soort"] for item in document_kinds()]
    if kind not in kinds:
        raise KnownError(
            _("De soort '{soort}' kennen we niet.").format(soort=kind),
            _("Kies uit: {soorten}.").format(soorten=", ".join(kinds)),
            code="soort",
        )


def read_schema(name: str) -> str:
    """Return a published JSON Schema as text.

    Raises:
        KnownError: there is no schema of that name; the sentence names those that exist.
    """
    folder = bundled_path("resources", "schema")
    names = sorted(path.name.removesuffix(".schema.json") for path in folder.glob("*.schema.json"))
    if name not in names:
        raise KnownError(
            _("Het schema '{naam}' kennen we niet.").format(naam=name),
            _("Kies uit: {namen}.").format(namen=", ".join(names)),
            code="schema",
        )
    return (folder / f"{name}.schema.json").read_text(encoding="utf-8").rstrip()


def list_cases(desk: "Workspace") -> list[dict[str, Any]]:
    """Return every case with its next step and its documents, oldest first."""
    listed = []
    for case in desk.store.cases.all():
        view = desk.case(case.id)
        step = _next_deadline(desk, case)
        documents = [
            {"soort": paper.form, "versie": paper.version, "status": "vastgesteld"} for paper in reversed(view.papers)
        ]
        documents += [{"soort": draft.form, "versie": 0, "status": "concept"} for draft in view.drafts]
        listed.append(
            {
                "id": view.number,
                "werknemer": view.employee_name,
                "functie": view.function,
                "eerste_ziektedag": view.eerste_ziektedag.isoformat(),
                "ziekteweek": view.week,
                "volgende_stap": {"id": step.id, "streefdatum": step.day.isoformat() if step.day else None}
                if step
                else None,
                "documenten": documents,
            }
        )
    return listed


def _next_deadline(desk: "Workspace", case: Case) -> StepView | None:
    """Return the next step with a date of the law: an appointment is no deadline, and not for other programs."""
    reader = CaseReader(desk, case)
    return reader.next_step([step for step in reader.steps() if step.hard_day is not None])


def case_id_of(desk: "Workspace", number: str) -> str:
    """Return the internal id of a case from its number or id.

    Raises:
        KnownError: no case has that number.
    """
    for case in desk.store.cases.all():
        if number in (case.nummer, case.id):
            return case.id
    raise KnownError(
        _("Het dossier '{nummer}' staat niet in dit bestand.").format(nummer=number),
        _("Kijk met 'reintegratie dossiers' welke er zijn."),
        code="dossier",
    )


def newest_pdf(desk: "Workspace", number: str, kind: str) -> bytes:
    """Return the newest version of one kind of document as PDF; a draft only when nothing is finished.

    Raises:
        KnownError: the case is unknown, or has no document of this kind.
    """
    case_id = case_id_of(desk, number)
    papers = [paper for paper in desk.papers.views(case_id) if paper.form == kind and paper.is_newest]
    if papers:
        return desk.papers.pdf(papers[0].id)
    for draft in desk.store.drafts.list(case_id):
        if draft.form == kind:
            return desk.open_form(kind, case_id, slot=draft.slot).render_pdf()
    raise KnownError(
        _("Dit dossier heeft nog geen {soort}.").format(soort=kind),
        _("Vul dit formulier eerst in."),
        code="geen_document",
    )
