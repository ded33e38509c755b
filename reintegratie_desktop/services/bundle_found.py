"""Which papers of a case stand in which part of its re-integratieverslag, in order and with their numbers."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from string import ascii_lowercase
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.domain.snapshot import FormSnapshot
from reintegratie_desktop.services.bundle_hours import evaluations_about_hours
from reintegratie_desktop.services.bundle_parts import PARTS, PartKind, Wanted
from reintegratie_desktop.services.bundle_scans import attached_to
from reintegratie_desktop.services.case_clock import chain_of, papers_of
from reintegratie_desktop.services.hours import hours_view
from reintegratie_desktop.services.hours_paper import hours_snapshot
from reintegratie_desktop.services.names import full_name, paper_name
from reintegratie_desktop.store.attachments import Attachment
from reintegratie_desktop.store.cases import Case
from reintegratie_desktop.store.papers import Paper
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

HOURS: Final = "uren"
TALK: Final = "gesprek"
_REFUSAL: Final = "weigering"
_SIGNED: Final = ("getekend", "geweigerd")
_PEOPLE: Final = ("contact", "leidinggevende", "preventiemedewerker")


@dataclass(frozen=True)
class Found:
    """One paper of the report."""

    paper: Paper
    snapshot: FormSnapshot
    title: str
    number: str = ""
    is_main: bool = True
    signing: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Per role whether it was signed, and the ISO day."""
    made_by: str = ""
    theirs: str = ""
    """What somebody else made and belongs here, in Dutch; empty when the paper itself is the part."""
    theirs_by: str = ""
    theirs_day: str = ""
    """Who made that and when (ISO); empty when it is not known."""
    scans: tuple[Attachment, ...] = ()
    """The files that came in with it."""

    @property
    def needs_scan(self) -> bool:
        """Tell whether the file of somebody else is still to be added: our paper about it does not replace it."""
        return bool(self.theirs) and not self.scans

    @property
    def day(self) -> str:
        """Return the ISO date it was signed on by the last, or else made on."""
        days = [day for status, day in self.signing.values() if status == "getekend" and day]
        if days and len(days) == len(self.signing):
            return max(days)
        return self.snapshot.made_on if self.is_overview else self.paper.made_on.isoformat()

    @property
    def is_overview(self) -> bool:
        """Tell whether it is an overview of today, made from what was noted since the paper."""
        return self.snapshot.form != self.paper.form

    @property
    def refusal(self) -> str:
        """Return the words of the employee who did not sign, when they were written down."""
        for item in self.snapshot.fields():
            if item.key.startswith(_REFUSAL) and item.kind == "long_text" and item.answer:
                return str(item.answer)
        return ""


@dataclass(frozen=True)
class FoundPart:
    """One part with its papers; `number` is "" as long as it has none."""

    kind: PartKind
    number: str
    papers: tuple[Found, ...] = ()
    is_ticked: bool = False
    """It was done outside the program, and ticked off."""

    @property
    def main(self) -> tuple[Found, ...]:
        """Return the papers of the part itself, without the adjustments."""
        return tuple(paper for paper in self.papers if paper.is_main)


def find_parts(
    desk: "Workspace",
    case: Case,
    extra: Collection[str] = (),
    ticked: Collection[str] = (),
    *,
    until: date | None = None,
) -> tuple[FoundPart, ...]:
    """Return the parts of a case in order. The parts of UWV's list are always there, the others when they hold papers.

    `extra` names the optional parts that go along; `ticked` the points that were ticked off as done;
    `until` the last day of which papers are taken, today when it is not given.
    """
    last = min(until or desk.today, desk.today)
    chain = chain_of(desk, case)
    infos = sorted(papers_of(desk, chain), key=lambda info: (info.made_on, info.at))
    papers = [desk.store.papers.get(info.id) for info in infos if info.made_on <= last]
    signed: dict[str, dict[str, tuple[str, str]]] = {}
    for one in chain.cases:
        for event in desk.store.papers.events_of_case(one.id):
            if event.kind in _SIGNED:
                role = str(event.data.get("rol"))
                signed.setdefault(event.paper_id, {})[role] = (event.kind, event.day.isoformat())
    functions = _functions(desk, case)
    taken: set[str] = set()
    parts, number = [], 0
    for kind in PARTS:
        own = list(_papers_of_part(kind, papers, taken))
        taken.update(paper.id for paper, _main in own)
        if kind.optional and kind.key not in extra:
            continue
        if not own and not kind.always:
            continue
        number += 1
        found, changes = [], 0
        for paper, main in own:
            changes += not main and paper.form != TALK
            about = _About(kind, changes, main, last)
            found.append(_found(desk, about, paper, signed.get(paper.id, {}), functions))
        parts.append(
            FoundPart(kind, str(number), tuple(_numbered(found, str(number))), bool(set(kind.points[:1]) & set(ticked)))
        )
    return tuple(parts)


def _papers_of_part(kind: PartKind, papers: Sequence[Paper], taken: Collection[str]) -> Iterator[tuple[Paper, bool]]:
    """Yield the papers of a part in order with whether it is the part itself: it first, then what changed it."""
    main = _newest(kind, [paper for paper in papers if paper.id not in taken and _fits(kind.main, paper)])
    changes = _newest(kind, [paper for paper in papers if paper.id not in taken and _fits(kind.changes, paper)])
    if kind.every_version and main:
        changes = sorted([*main[1:], *changes], key=lambda paper: (paper.made_on, paper.at))
        main = main[:1]
    yield from ((paper, True) for paper in main)
    yield from ((paper, False) for paper in changes)


def _fits(wanted: Sequence[Wanted], paper: Paper) -> bool:
    return any(one.takes(paper.form, paper.answers) for one in wanted)


def _newest(kind: PartKind, papers: Sequence[Paper]) -> list[Paper]:
    """Return the newest version of each paper; with `every_version` the newest of each date it was dated on."""
    newest: dict[tuple[str, ...], Paper] = {}
    for paper in papers:
        day = paper.made_on.isoformat() if kind.every_version else ""
        key = (paper.case_id, paper.form, paper.slot, day)
        if key not in newest or newest[key].version < paper.version:
            newest[key] = paper
    return sorted(newest.values(), key=lambda paper: (paper.made_on, paper.at))


def _numbered(found: Sequence[Found], number: str) -> Iterator[Found]:
    """Yield the papers with their numbers: 2 for the part, 2a, 2b for what follows."""
    later = 0
    for place, paper in enumerate(found):
        if place == 0 and paper.is_main:
            yield replace(paper, number=number)
        else:
            yield replace(paper, number=f"{number}{letters(later)}")
            later += 1


def letters(place: int) -> str:
    """Return a, b, ... z, aa, ab, ... for 0, 1, ..."""
    found = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, len(ascii_lowercase))
        found = ascii_lowercase[rest] + found
    return found


@dataclass(frozen=True)
class _About:
    """What a paper is in its part: `place` counts the adjustments from 1, `last` is the last day of the report."""

    kind: PartKind
    place: int
    is_main: bool
    last: date


def _found(
    desk: "Workspace",
    about: _About,
    paper: Paper,
    events: Mapping[str, tuple[str, str]],
    functions: Mapping[str, str],
) -> Found:
    kind = about.kind
    snapshot = desk.papers.printed(paper.id)
    shown = (_worked_hours(desk, paper, about.last) if kind.key == HOURS else None) or snapshot
    signing = {
        signature.role: events.get(signature.role, (signature.status, signature.signed_on))
        for signature in shown.signatures
    }
    by_us = _made_by(desk, snapshot, functions)
    by_them = _named_author(kind, paper)
    day = str(paper.answers_now.get(kind.theirs_day) or "") if kind.theirs else ""
    return Found(
        paper=paper,
        snapshot=shown,
        title=_title(desk, about, paper),
        is_main=about.is_main,
        signing=signing,
        made_by=by_us if kind.theirs else by_them or by_us,
        theirs=kind.theirs,
        theirs_by=by_them if kind.theirs else "",
        theirs_day=day,
        scans=tuple(attached_to(desk, paper)),
    )


def _worked_hours(desk: "Workspace", paper: Paper, last: date) -> FormSnapshot | None:
    """Return the hours noted up to the last day in the case of a schedule; None when there are none."""
    if not any(week.worked is not None for week in hours_view(desk, paper.case_id, last).weeks):
        return None
    shown = hours_snapshot(desk, paper.case_id, until=last)
    # The moment is that of the day, so that the same case gives the same report.
    shown = replace(shown, frozen_at=f"{last.isoformat()}T00:00:00")
    told = evaluations_about_hours(desk, paper.case_id, last)
    return replace(shown, sections=(*shown.sections, *told))


def _title(desk: "Workspace", about: _About, paper: Paper) -> str:
    """Return what a paper is called in the report; a talk keeps the name of a talk."""
    kind = about.kind
    if about.is_main and kind.paper_title:
        return _(kind.paper_title)
    if not about.is_main and kind.change_title and paper.form != TALK:
        return _(kind.change_title).format(n=about.place)
    return desk.papers.title(replace(paper, version=1))


def _functions(desk: "Workspace", case: Case) -> dict[str, str]:
    """Return the function of everybody the records know, by name."""
    employee = desk.employee(case.werknemer_id)
    found: dict[str, str] = {}
    for record in (desk.employer, employee):
        for key in _PEOPLE:
            person = record.get(key)
            if isinstance(person, Mapping) and person.get("naam") and person.get("functie"):
                found[str(person["naam"])] = str(person["functie"])
    for name in (paper_name(employee), full_name(employee)):
        found[name] = _("werknemer")
    return found


def _named_author(kind: PartKind, paper: Paper) -> str:
    """Return who made a paper as it says itself, with a function; empty when it names nobody."""
    answers: Mapping[str, Any] = paper.answers_now
    for key, words in kind.author:
        name = _name(answers.get(key)) if key else ""
        if name or not key:
            return name if "," in name else _(words).format(naam=name)
    return ""


def _made_by(desk: "Workspace", snapshot: FormSnapshot, functions: Mapping[str, str]) -> str:
    """Return who made a paper, each with a function: those who sign it, or the employer."""
    names = [signature.name for signature in snapshot.signatures if signature.name]
    if not names:
        contact = desk.employer.get("contact")
        names = [_name(contact)] if _name(contact) else [desk.employer_name]
    return _(" en ").join(_with_function(name, functions) for name in names)


def _name(value: object) -> str:
    return str(value.get("naam") or "") if isinstance(value, Mapping) else str(value or "")


def _with_function(name: str, functions: Mapping[str, str]) -> str:
    function = functions.get(name, "")
    return f"{name}, {function}" if function and "," not in name else name
