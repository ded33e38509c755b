"""What the command line lists: cases, kinds of documents, schemas, and the newest paper of a kind."""

import json
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from reintegratie_desktop.bundled import bundled_path
from reintegratie_desktop.forms.context import as_day
from reintegratie_desktop.forms.document_table import built_documents
from reintegratie_desktop.forms.flow import Scope
from reintegratie_desktop.forms.flows import flow as flow_of
from reintegratie_desktop.services.case_reader import CaseReader
from reintegratie_desktop.services.step_views import StepView
from reintegratie_desktop.services.views import CaseView
from reintegratie_desktop.store.cases import Case
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.formatting import day_long
from reintegratie_desktop.text.i18n import LANGUAGES, _, current_language, speaking

if TYPE_CHECKING:
    from reintegratie_desktop.domain.snapshot import FormSnapshot
    from reintegratie_desktop.services.workspace import Workspace

_INDENT: Final = "    "
_OF_CASE: Final = "dossier"
"""The schema of a whole case, which is made from the forms."""
_LAST_WAGE_DAY: Final = "einde_loondoorbetaling"


def document_kinds() -> list[dict[str, str]]:
    """Return the kinds of documents this version makes, in the order of the law."""
    return [
        {"soort": paper.key, "code": paper.code, "titel": _(flow_of(paper.key).title)} for paper in built_documents()
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
    names = sorted([*(path.name.removesuffix(".schema.json") for path in folder.glob("*.schema.json")), _OF_CASE])
    if name not in names:
        raise KnownError(
            _("Het schema '{naam}' kennen we niet.").format(naam=name),
            _("Kies uit: {namen}.").format(namen=", ".join(names)),
            code="schema",
        )
    if name == _OF_CASE:
        from reintegratie_desktop.services import case_schema  # noqa: PLC0415 - loads every form

        return json.dumps(case_schema.schema(), ensure_ascii=False, indent=1)
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


def case_lines(desk: "Workspace") -> Iterator[str]:
    """Yield the cases in words, oldest first: the week or the recovery, the next step, and the talks by number."""
    for case in desk.store.cases.all():
        view = desk.case(case.id)
        who = f"{view.employee_name}, {view.function}" if view.function else view.employee_name
        yield f"{view.number}  {who}: {_standing(view)}"
        step = _next_deadline(desk, case)
        if step is not None and step.day is not None:
            yield _INDENT + _("Volgende stap: {stap}, {dag}").format(stap=step.title, dag=day_long(step.day))
        elif view.is_open:
            yield _INDENT + _("Geen volgende stap")
        for number, (day, _paper_id) in enumerate(_numbered(desk, case.id, "gesprek"), 1):
            yield _INDENT + _("Gesprek {nummer}: {dag}").format(nummer=number, dag=day_long(day))


def _standing(view: CaseView) -> str:
    if view.recovered_on is not None:
        return _("hersteld gemeld op {dag}").format(dag=day_long(view.recovered_on))
    return _("ziekteweek {week} van {alle}").format(week=view.week, alle=view.weeks_total)


def _next_deadline(desk: "Workspace", case: Case) -> StepView | None:
    """Return the next step with a date of the law: an appointment is no deadline, and not for other programs.

    When nothing is left to do, the last day of the wage is what comes next.
    """
    reader = CaseReader(desk, case)
    steps = [step for step in reader.steps() if step.hard_day is not None]
    found = reader.next_step(steps)
    if found is not None or case.hersteld_per is not None:
        return found
    last = next(step for step in steps if step.id == _LAST_WAGE_DAY)
    return last if last.day is not None and last.day >= desk.today else None


def _numbered(desk: "Workspace", case_id: str, kind: str) -> list[tuple[date, str]]:
    """Return the day and the id of each paper of one kind, oldest first; of a paper with versions the newest."""
    found = []
    for paper in desk.papers.views(case_id):
        if paper.form == kind and paper.is_newest:
            day = as_day(desk.store.papers.get(paper.id).answers.get("datum")) or paper.made_on
            found.append((day, paper.frozen_at, paper.id))
    return [(day, paper_id) for day, _at, paper_id in sorted(found)]


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


class PrintedPaper(NamedTuple):
    """A paper as PDF, with the language it is in."""

    pdf: bytes
    language: str


def printed_paper(
    desk: "Workspace", number: str, kind: str, place: int | None = None, second: str = ""
) -> PrintedPaper:
    """Return the newest version of one kind of document as PDF; a draft only when nothing is finished.

    With `place`: of several papers of this kind that one, where the oldest is 1. With `second` a copy
    with that language beside the Dutch.

    Raises:
        KnownError: the case is unknown, has no document of this kind, or not so many.
    """
    case_id = case_id_of(desk, number)
    if flow_of(kind).scope is Scope.JOURNAL:
        from reintegratie_desktop.services.journal import journal_snapshot  # noqa: PLC0415 - only this kind

        return _rendered(desk, journal_snapshot(desk, case_id), second)
    if place is not None:
        numbered = _numbered(desk, case_id, kind)
        if place > len(numbered):
            raise KnownError(
                _("Nummer {nummer} van de soort '{soort}' is er niet, dit dossier heeft er {aantal}.").format(
                    nummer=place, soort=kind, aantal=len(numbered)
                ),
                _("Kijk met 'reintegratie dossiers' welke er zijn."),
                code="nummer",
            )
        return _rendered(desk, desk.papers.printed(numbered[place - 1][1]), second)
    papers = [paper for paper in desk.papers.views(case_id) if paper.form == kind and paper.is_newest]
    if papers:
        return _rendered(desk, desk.papers.printed(papers[0].id), second)
    for draft in desk.store.drafts.list(case_id):
        if draft.form == kind:
            with speaking(LANGUAGES[0] if second else current_language()):
                sheet = desk.open_form(kind, case_id, slot=draft.slot).sheet()
            return _rendered(desk, sheet, second)
    raise KnownError(
        _("Dit dossier heeft nog geen {soort}.").format(soort=kind),
        _("Vul dit formulier eerst in."),
        code="geen_document",
    )


def _rendered(desk: "Workspace", snapshot: "FormSnapshot", second: str) -> PrintedPaper:
    if second:
        from reintegratie_desktop.services.two_languages import rendering  # noqa: PLC0415 - only for such a copy

        return PrintedPaper(rendering(desk, snapshot, second)(), snapshot.language)
    return PrintedPaper(desk.papers.render(snapshot), snapshot.language)
