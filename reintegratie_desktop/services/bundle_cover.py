"""The cover of a re-integratieverslag as a paper: who, which firm, which work, and who signs for it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.domain.snapshot import (
    FieldState,
    FormSnapshot,
    SnapshotFact,
    SnapshotField,
    SnapshotSection,
    SnapshotSignature,
)
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.services.bundle_parts import REPORT
from reintegratie_desktop.services.names import full_name, paper_name
from reintegratie_desktop.store.cases import Case
from reintegratie_desktop.text.formatting import day_numeric, hours
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

LANGUAGE: Final = "nl"
"""The report is for UWV, so it is in Dutch whatever the screen speaks."""
_CODE: Final = "RIV"
_VERSION: Final = "1.0"
_FIRM: Final = ("aard", "omvang", "vestigingen", "functies", "vacatures", "omstandigheden")
_WORK: Final = ("functie", "opleiding", "ervaring")
_HANDOVER: Final = ("kopie_wn",)
"""What UWV may read about handing over; when it was sent and what came of it stays with the firm."""
_HANDED: Final = ("kopie_wn", "geupload")
_ADVICES: Final = ("actueel_oordeel", "bijstelling_probleemanalyse", "probleemanalyse")
_MISSING: Final = "ontbreekt"
_PARTS: Final = {
    "d1": "probleemanalyse",
    "d3": "plan_van_aanpak",
    "d5": "evaluatie",
    "d6": "eindevaluatie",
    "d7": "actueel_oordeel",
}
"""The parts as the form of the cover names them."""
_EMPLOYER: Final = "Werkgever"
_EMPLOYEE: Final = "Werknemer"
_END: Final = "einde_loondoorbetaling"


def report_snapshot(desk: "Workspace", case_id: str) -> FormSnapshot | None:
    """Return the finished form of the cover as it prints today; None when it was never filled in."""
    paper = desk.store.papers.latest(case_id, REPORT)
    return desk.papers.printed(paper.id) if paper is not None else None


def cover_snapshot(desk: "Workspace", case: Case) -> FormSnapshot:
    """Return the cover: from its form when that is finished, and from the records for what is not in it."""
    form = report_snapshot(desk, case.id)
    employee = desk.employee(case.werknemer_id)
    person = paper_name(employee)
    clock = desk.clock_of(case.id)
    made_on = form.made_on if form is not None else desk.today.isoformat()
    return FormSnapshot(
        form=REPORT,
        code=_CODE,
        form_version=form.form_version if form is not None else _VERSION,
        title=_("Re-integratieverslag"),
        purpose=_(
            "Verslag van werkgever en werknemer voor de aanvraag van een WIA-uitkering. Regeling procesgang art. 6."
        ),
        employer=desk.employer_name,
        employee=person,
        case_number=case.nummer,
        eerste_ziektedag=clock.eerste_ziektedag.isoformat(),
        law_date=clock.eerste_ziektedag.isoformat(),
        made_on=made_on,
        frozen_at=f"{made_on}T00:00:00",
        version=form.version if form is not None else 1,
        sections=(
            SnapshotSection("wie", _("Wie"), "A", tuple(_who(desk, case, employee))),
            SnapshotSection("bedrijf", _("Bedrijf"), "B", tuple(_firm(desk, form))),
            SnapshotSection("functie", _("Functie en bekwaamheden"), "C", tuple(_work(desk, case, employee, form))),
        ),
        facts=(
            SnapshotFact(_("Werknemer"), person),
            SnapshotFact(_("Eerste ziektedag"), clock.eerste_ziektedag.isoformat()),
            SnapshotFact(_("Laatste dag van de wachttijd"), clock.milestone(_END).uiterlijk.isoformat()),
            SnapshotFact(_("Datum voorblad"), made_on),
        ),
        signatures=tuple(_signatures(desk, case, employee)),
        journal_head=desk.store.journal.head(),
        language=LANGUAGE,
        logo=form.logo if form is not None else None,
        rules=load_law().loaded_version,
    )


def cover_day(desk: "Workspace", case: Case) -> date | None:
    """Return the day on the cover; None while it was not made."""
    paper = desk.store.papers.latest(case.id, REPORT)
    return paper.made_on if paper is not None else None


def is_handed_over(desk: "Workspace", case: Case) -> bool:
    """Tell whether the report was given to the employee or sent: from then on it is what it was that day."""
    paper = desk.store.papers.latest(case.id, REPORT)
    return paper is not None and any(paper.answers_now.get(key) for key in _HANDED)


def told_missing(desk: "Workspace", case: Case) -> dict[str, tuple[str, str]]:
    """Return what the form of the cover says about parts that are not there: part to reason and what was done."""
    paper = desk.store.papers.latest(case.id, REPORT)
    rows = paper.answers_now.get(_MISSING) if paper is not None else None
    found: dict[str, tuple[str, str]] = {}
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, Mapping) and row.get("onderdeel") in _PARTS and row.get("reden"):
            found[_PARTS[str(row["onderdeel"])]] = (str(row["reden"]), str(row.get("gedaan") or ""))
    return found


def handover(desk: "Workspace", case: Case) -> tuple[SnapshotField, ...]:
    """Return what UWV reads about handing over: when the employee got a copy, once that is known."""
    form = report_snapshot(desk, case.id)
    found = (_field_of(form, key) for key in _HANDOVER)
    return tuple(field for field in found if field is not None and field.state is FieldState.ANSWERED)


def _field_of(form: FormSnapshot | None, key: str) -> SnapshotField | None:
    """Return a field of the form of the cover, with what was noted later in place of its empty answer."""
    field = next((field for field in form.fields() if field.key == key), None) if form is not None else None
    note = (form.extra.get("later") or {}).get(key) if form is not None else None
    if field is None or note is None or field.state is not FieldState.EMPTY:
        return field
    said = _("Later ingevuld op {datum}.").format(datum=day_numeric(note["op"]))
    return replace(field, answer=note["antwoord"], state=FieldState.ANSWERED, paper_help=said)


def _said(key: str, label: str, text: str, kind: str = "text") -> SnapshotField:
    return SnapshotField(key, label, kind, text, state=FieldState.ANSWERED if text.strip() else FieldState.EMPTY)


def _commas(*parts: object) -> str:
    return ", ".join(str(part).strip() for part in parts if part and str(part).strip())


def _address(record: Mapping[str, Any]) -> str:
    address = record.get("adres")
    if not isinstance(address, Mapping):
        return ""
    place = " ".join(filter(None, (str(address.get("postcode") or ""), str(address.get("plaats") or ""))))
    return _commas(address.get("straat"), place)


def _person(record: object) -> str:
    if not isinstance(record, Mapping):
        return ""
    return _commas(record.get("naam"), record.get("functie"), record.get("telefoon"), record.get("email"))


def _doctor(desk: "Workspace", case: Case) -> str:
    """Return the company doctor of this case: who gave the newest opinion or advice, else the one of the firm."""
    papers = (desk.newest_paper(case.id, form) for form in _ADVICES)
    named = (str(paper.answers.get("bedrijfsarts") or "") for paper in papers if paper is not None)
    return next(filter(None, named), str(desk.employer.get("bedrijfsarts") or ""))


def _who(desk: "Workspace", case: Case, employee: Mapping[str, Any]) -> Iterator[SnapshotField]:
    born = str(employee.get("geboortedatum") or "")
    number = str(employee.get("personeelsnr") or "")
    name = paper_name(employee)
    first = str(employee.get("roepnaam") or "")
    yield _said(
        "wn",
        _("Werknemer"),
        _commas(
            f"{name} ({first})" if first and first not in name else name,
            _("geboren {dag}").format(dag=day_numeric(born)) if born else "",
            _("personeelsnummer {nummer}").format(nummer=number) if number else "",
            _address(employee),
        ),
    )
    employer = desk.employer
    tax = str(employer.get("loonheffingennr") or "")
    yield _said(
        "wg",
        _("Werkgever"),
        _commas(
            employer.get("handelsnaam"),
            _address(employer),
            _("loonheffingennummer {nummer}").format(nummer=tax) if tax else "",
        ),
    )
    yield _said("contact", _("Contactpersoon"), _person(employer.get("contact")))
    service = employer.get("arbodienst")
    doctor = _doctor(desk, case)
    yield _said(
        "arbo",
        _("Arbodienst en bedrijfsarts"),
        _commas(
            service.get("naam") if isinstance(service, Mapping) else service,
            _("{naam}, bedrijfsarts").format(naam=doctor) if doctor else "",
        ),
    )


def _firm(desk: "Workspace", form: FormSnapshot | None) -> Iterator[SnapshotField]:
    found = [field for key in _FIRM if (field := _field_of(form, key)) is not None]
    if found:
        yield from found
        return
    yield _said("aard", _("Aard van het bedrijf"), str(desk.employer.get("branche") or ""))
    yield _said("omvang", _("Aantal werknemers"), str(desk.employer.get("aantal_wn") or ""))
    yield _said("functies", _("Functies in het bedrijf"), "")
    yield _said("vacatures", _("Vacatures in de periode"), "")


def _work(
    desk: "Workspace", case: Case, employee: Mapping[str, Any], form: FormSnapshot | None
) -> Iterator[SnapshotField]:
    found = [field for key in _WORK if (field := _field_of(form, key)) is not None]
    if found:
        yield from found
        return
    profile = desk.newest_paper(case.id, "taakprofiel")
    tasks = str(profile.answers.get("omschrijving") or "") if profile is not None else ""
    week = str(employee.get("contracturen") or "")
    head = _commas(employee.get("functie"), _("{uren} per week").format(uren=hours(week)) if week else "")
    yield _said("functie", _("Functie"), "\n".join(filter(None, (head, tasks))), "long_text")
    yield _said("opleiding", _("Opleiding"), "")
    yield _said("ervaring", _("Werkervaring"), "")


def _signatures(desk: "Workspace", case: Case, employee: Mapping[str, Any]) -> Iterator[SnapshotSignature]:
    contact = desk.employer.get("contact")
    name = _commas(contact.get("naam"), contact.get("functie")) if isinstance(contact, Mapping) else ""
    signed: dict[str, tuple[str, str]] = {}
    paper = desk.store.papers.latest(case.id, REPORT)
    if paper is not None:
        for item in paper.snapshot.get("signatures", ()):
            signed[str(item["role"])] = str(item["status"]), str(item["signed_on"])
            if item["role"] == _EMPLOYER and item.get("name"):
                name = str(item["name"])
        for event in desk.store.papers.events(paper.id):
            if event.kind in ("getekend", "geweigerd"):
                signed[str(event.data.get("rol"))] = event.kind, event.day.isoformat()
    not_yet = ("nog_niet", "")
    yield SnapshotSignature(
        _("Werkgever"),
        name,
        _("Betekent: dit verslag is compleet, behalve wat onder Wat ontbreekt of afwijkt staat."),
        status=signed.get(_EMPLOYER, not_yet)[0],
        signed_on=signed.get(_EMPLOYER, not_yet)[1],
    )
    yield SnapshotSignature(
        _("Werknemer"),
        full_name(employee),
        _("Betekent: ik heb een kopie van alle stukken. Niet: ik ben het ermee eens."),
        status=signed.get(_EMPLOYEE, not_yet)[0],
        signed_on=signed.get(_EMPLOYEE, not_yet)[1],
        may_refuse=True,
    )
