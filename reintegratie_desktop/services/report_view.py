"""What the page of the re-integratieverslag shows: each part with how it stands, and what can be done about it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from reintegratie_desktop.documents.bundle_model import BundleSource
from reintegratie_desktop.domain.check.item import Stand
from reintegratie_desktop.forms.flows import KEYS
from reintegratie_desktop.services.bundle import Gathered, gather_all
from reintegratie_desktop.services.bundle_found import HOURS, Found, FoundPart
from reintegratie_desktop.services.bundle_parts import PARTS, REPORT
from reintegratie_desktop.services.check_views import CheckItemView
from reintegratie_desktop.text.formatting import day_medium
from reintegratie_desktop.text.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

COVER: Final = "voorblad"
CHECK_PAGE: Final = "controle"
PAPERS_PAGE: Final = "papieren"
_STEP: Final = "riv_aan_werknemer"
_OPINION: Final = "oordeel_werknemer"


class ReportState(StrEnum):
    """How a part stands."""

    READY = "klaar"
    EXPLAINED = "met_uitleg"
    UNSIGNED = "niet_getekend"
    MISSING = "ontbreekt"
    COMING = "komt_nog"
    WAITING = "wacht"
    NOT_NEEDED = "niet_nodig"
    APART = "apart"
    OLDER = "nieuwe_versie"


_WORDS: Final = {
    ReportState.READY: N_("klaar"),
    ReportState.EXPLAINED: N_("met uitleg"),
    ReportState.UNSIGNED: N_("niet getekend"),
    ReportState.MISSING: N_("ontbreekt"),
    ReportState.COMING: N_("komt nog"),
    ReportState.WAITING: N_("wacht op {naam}"),
    ReportState.NOT_NEEDED: N_("niet nodig"),
    ReportState.APART: N_("niet in deze PDF"),
    ReportState.OLDER: N_("nieuwe versie nodig"),
}


@dataclass(frozen=True)
class ReportRow:
    """One part. `form` or `page` says where the button leads."""

    key: str
    number: str
    title: str
    told: str
    """How many papers, or a date."""
    state: ReportState
    state_words: str
    action: str = ""
    form: str = ""
    page: str = ""

    @property
    def asks(self) -> bool:
        """Tell whether something is to be done here."""
        return self.state in (ReportState.MISSING, ReportState.UNSIGNED, ReportState.OLDER)


@dataclass(frozen=True)
class ReportView:
    """The page of one case."""

    number: str
    employee_name: str
    first_name: str
    advice: str
    rows: tuple[ReportRow, ...]
    due: date | None
    """The day the employee gets the report; None when that was done."""
    source: BundleSource
    sent_line: str = ""
    """When the employee got it."""
    later_line: str = ""
    """That papers came after the cover, and whether they are in the report; empty when none did."""
    wants_cover: bool = False
    """They are in it, so that the cover is to be made anew."""

    @property
    def is_complete(self) -> bool:
        """Tell whether nothing is missing, or a reason is written down for all that is."""
        return self.source.is_complete


def report_view(desk: "Workspace", case_id: str, extra: Collection[str] = ()) -> ReportView:
    """Return the page of a case, with the report as it can be made now.

    Raises:
        KnownError: nothing was reported yet in this case.
    """
    gathered = gather_all(desk, case_id, extra=extra)
    source = gathered.source
    wants_cover = bool(source.later) and source.has_later
    rows = [_cover_row(desk, case_id, gathered, wants_cover=wants_cover)]
    rows += [_row(gathered, part) for part in gathered.parts]
    number = str(len(gathered.parts) + 1)
    if len(gathered.source.rows) and gathered.source.rows[-1].number == number:
        last = gathered.source.rows[-1]
        rows.append(_ready("contact", last.number, last.title, _day(last.day)))
    step = desk.clock_of(case_id).milestone(_STEP)
    return ReportView(
        number=gathered.check.number,
        employee_name=gathered.check.employee_name,
        first_name=gathered.check.first_name,
        advice=_advice(gathered, rows),
        rows=tuple(rows),
        due=step.uiterlijk if step.status.is_open else None,
        source=gathered.source,
        sent_line=(
            _("{naam} kreeg het verslag op {dag}.").format(
                naam=gathered.check.first_name, dag=day_medium(step.gedaan_op)
            )
            if step.gedaan_op is not None
            else ""
        ),
        later_line=_later_line(source),
        wants_cover=wants_cover,
    )


def _later_line(source: BundleSource) -> str:
    if not source.later:
        return ""
    day = day_medium(source.cover.made_on)
    if source.has_later:
        words = _("Het voorblad is van {dag}, er zitten nieuwere papieren in: maak een nieuwe versie van het voorblad.")
        return words.format(dag=day)
    return ngettext(
        "Het verslag loopt tot en met {dag}, de dag van het voorblad. Later kwam er {n} papier bij.",
        "Het verslag loopt tot en met {dag}, de dag van het voorblad. Later kwamen er {n} papieren bij.",
        len(source.later),
    ).format(dag=day, n=len(source.later))


def _advice(gathered: Gathered, rows: Collection[ReportRow]) -> str:
    counted = [row for row in rows if row.state not in (ReportState.NOT_NEEDED, ReportState.APART)]
    ready = sum(row.state in (ReportState.READY, ReportState.EXPLAINED) for row in counted)
    head = _("{klaar} van {alle} onderdelen van deze PDF zijn klaar.").format(klaar=ready, alle=len(counted))
    if any(row.state is ReportState.APART for row in rows):
        head += " " + _("Deel 7 stuurt {naam} zelf.").format(naam=gathered.check.first_name)
    gaps = len(gathered.source.gaps)
    if not gaps:
        return head + " " + _("Er ontbreekt niets.")
    told = ngettext(
        "Je mag nu al een PDF maken: op een apart blad staat open wat er anders is ({n} punt).",
        "Je mag nu al een PDF maken: op een apart blad staat open wat er anders is ({n} punten).",
        gaps,
    ).format(n=gaps)
    return f"{head} {told}"


def _day(iso: str) -> str:
    return day_medium(iso) if iso else ""


def _ready(key: str, number: str, title: str, told: str) -> ReportRow:
    return ReportRow(key, number, title, told, ReportState.READY, _(_WORDS[ReportState.READY]))


def _cover_row(desk: "Workspace", case_id: str, gathered: Gathered, *, wants_cover: bool) -> ReportRow:
    title = _("Voorblad en bedrijf")
    paper = desk.newest_paper(case_id, REPORT)
    if paper is not None:
        told = day_medium(paper.made_on)
        if wants_cover:
            words = _(_WORDS[ReportState.OLDER])
            return ReportRow(COVER, "", title, told, ReportState.OLDER, words, action=_("Maken"), form=REPORT)
        if any(item.status not in ("getekend", "geweigerd") for item in gathered.source.cover.signatures):
            words = _(_WORDS[ReportState.UNSIGNED])
            return ReportRow(COVER, "", title, told, ReportState.UNSIGNED, words, action=_("Bekijk"), page=PAPERS_PAGE)
        return _ready(COVER, "", title, told)
    has_form = REPORT in KEYS
    state = ReportState.COMING if has_form else ReportState.READY
    return ReportRow(
        COVER,
        "",
        title,
        _("uit je gegevens"),
        state,
        _(_WORDS[state]),
        action=_("Invullen") if has_form else "",
        form=REPORT if has_form else "",
    )


def _row(gathered: Gathered, part: FoundPart) -> ReportRow:
    kind = part.kind
    title = _(kind.title)
    point = next((item for item in gathered.check.items if item.rule in kind.points[:1]), None)
    if kind.apart:
        return ReportRow(kind.key, part.number, title, _("gaat apart"), ReportState.APART, _(_WORDS[ReportState.APART]))
    if not part.main and kind.always:
        return _absent_row(gathered, part, point)
    scans = sum(paper.needs_scan for paper in part.papers)
    if scans:
        words = _("Voeg de scan toe.") if scans == 1 else _("Voeg {n} scans toe.").format(n=scans)
        missing = _(_WORDS[ReportState.MISSING])
        return ReportRow(
            kind.key, part.number, title, words, ReportState.MISSING, missing, action=_("Scan"), page=PAPERS_PAGE
        )
    told = (
        ngettext("{n} stuk", "{n} stukken", len(part.papers)).format(n=len(part.papers))
        if len(part.papers) > 1
        else _day(part.papers[0].theirs_day or part.papers[0].day)
    )
    if kind.key == HOURS:
        told = _hours_told(part.papers[0], told)
    unsigned = any(
        status not in ("getekend", "geweigerd") for paper in part.papers for status, _on in paper.signing.values()
    )
    state = ReportState.UNSIGNED if unsigned else ReportState.READY
    explained = any(item.explanation is not None for item in gathered.check.items if item.rule in kind.points)
    if state is ReportState.READY and explained:
        state = ReportState.EXPLAINED
    return ReportRow(
        kind.key,
        part.number,
        title,
        told,
        state,
        _(_WORDS[state]),
        action=_("Bekijk") if unsigned else "",
        page=PAPERS_PAGE if unsigned else "",
    )


def _hours_told(paper: Found, day: str) -> str:
    """Return up to which week the hours are filled in; the day of the paper where it is no overview."""
    weeks = next((field.answer for field in paper.snapshot.fields() if field.key == "weekstaat"), None)
    known = [str(row["week"]) for row in weeks or () if row.get("gewerkt")] if paper.is_overview else []
    return _("ingevuld t/m week {week}").format(week=known[-1]) if known else day


def _absent_row(gathered: Gathered, part: FoundPart, point: CheckItemView | None) -> ReportRow:
    """Return the row of a part that belongs in every report and is not here."""
    kind, title = part.kind, _(part.kind.title)
    form = _form_of(kind.key)
    told = ""
    if point is not None and point.stand is Stand.NIET_NODIG:
        state, form, page = ReportState.NOT_NEEDED, "", ""
    elif kind.key == _OPINION:
        done = point is not None and point.done_on is not None
        state, page = ReportState.READY if done else ReportState.WAITING, CHECK_PAGE
        told = _day(point.done_on.isoformat()) if point is not None and point.done_on is not None else ""
    elif point is not None and point.explanation is not None:
        state, page = ReportState.EXPLAINED, CHECK_PAGE
    elif point is not None and not point.stand.asks and point.done_on is None:
        state, page = ReportState.COMING, CHECK_PAGE
        told = _day(point.due.isoformat()) if point.due is not None else ""
    else:
        state, page = ReportState.MISSING, CHECK_PAGE
        told = _("niet in het dossier") if point is not None and point.done_on is not None else ""
    words = _(_WORDS[state]).format(naam=gathered.check.first_name)
    # What is still far away asks nothing now.
    is_far = state is ReportState.COMING and point is not None and point.stand is not Stand.BINNENKORT
    opens = state in (ReportState.MISSING, ReportState.COMING, ReportState.WAITING) and not is_far
    action = ""
    if opens:
        action = (_("Maken") if state is ReportState.MISSING else _("Begin")) if form else _("Controle")
    return ReportRow(
        kind.key,
        part.number,
        title,
        told,
        state,
        words,
        action=action,
        form=form if opens else "",
        page=page if opens and not form else "",
    )


def _form_of(key: str) -> str:
    """Return the form that makes a part; empty when this version does not make it."""
    kind = next(kind for kind in PARTS if kind.key == key)
    return next((one.form for one in kind.main if one.form in KEYS and one.form != "gesprek"), "")
