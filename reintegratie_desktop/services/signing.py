"""What happened to a finished paper with a pen: signed, not signed and why, and to whom a copy was given.

It is noted beside the paper. The snapshot never changes; the next print says it, with the day it was noted.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.domain.snapshot import FormSnapshot, SnapshotSignature
from reintegratie_desktop.forms.context import as_day
from reintegratie_desktop.forms.fields import LongText, Option
from reintegratie_desktop.forms.flows import KEYS
from reintegratie_desktop.forms.flows import flow as flow_of
from reintegratie_desktop.forms.later import WAYS
from reintegratie_desktop.forms.refusal import OFFERS, WORDS
from reintegratie_desktop.store.papers import Paper, PaperEvent
from reintegratie_desktop.text.errors import BugError, KnownError
from reintegratie_desktop.text.gaps import has_gap
from reintegratie_desktop.text.i18n import N_, _

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

SIGNED: Final = "getekend"
REFUSED: Final = "geweigerd"
OPEN: Final = "nog_niet"
STATES: Final = (SIGNED, REFUSED, OPEN)
"""What an event about a signature can say; `nog_niet` takes an earlier one back."""
REFUSAL: Final = "weigering"
COPY: Final = "kopie"
"""The kind of event that says that a copy was given; its data are `aan`, `naam` and `hoe`."""

RECEIVERS: Final = (
    Option("werknemer", N_("Werknemer")),
    Option("casemanager", N_("Casemanager")),
    Option("bedrijfsarts", N_("Bedrijfsarts/arbodienst")),
    Option("uwv", N_("UWV")),
    Option("re_integratiebedrijf", N_("Re-integratiebureau")),
    Option("ander", N_("Iemand anders")),
)
"""To whom a copy can be given of a paper whose form does not name the receivers itself."""
ASKS_JUDGEMENT: Final = "deskundigenoordeel"


@dataclass(frozen=True)
class Refusal:
    """Why somebody does not sign, in the own words, and what was offered."""

    words: str
    offered: tuple[str, ...] = ()
    """Values of `forms.refusal.OFFERS`."""
    written_by: str = ""
    noted_on: date | None = None


@dataclass(frozen=True)
class Signer:
    """Who signs a paper, and how that stands today."""

    role: str
    name: str
    means: str
    status: str
    """`getekend`, `geweigerd` or `nog_niet`."""
    day: date | None
    """When it was signed or refused."""
    may_refuse: bool
    noted_on: date | None = None
    """When it was noted beside the paper; None when it stood on the paper already."""
    refusal: Refusal | None = None

    @property
    def is_settled(self) -> bool:
        """Tell whether nothing is waited for any more."""
        return self.status in (SIGNED, REFUSED)


@dataclass(frozen=True)
class NextStep:
    """What can be done when somebody does not sign: a form, and why."""

    form: str
    kind: str
    title: str
    why: str


def signers(paper: Paper, events: Iterable[PaperEvent]) -> tuple[Signer, ...]:
    """Return who signs a paper, in order, as it stands with what was noted beside it."""
    return signers_in(paper.snapshot, events)


def signers_in(snapshot: Mapping[str, Any], events: Iterable[PaperEvent]) -> tuple[Signer, ...]:
    """Return who signs a paper; of its snapshot `employee` and `signatures` are enough."""
    noted = {str(event.data.get("rol")): event for event in events if event.kind in STATES}
    employee = snapshot.get("employee")
    return tuple(_signer(item, employee, noted.get(str(item["role"]))) for item in snapshot.get("signatures", ()))


def _signer(item: Mapping[str, Any], employee: object, event: PaperEvent | None) -> Signer:
    base = Signer(
        role=str(item["role"]),
        name=str(item["name"]),
        means=str(item["means"]),
        status=str(item["status"]),
        day=as_day(item["signed_on"]),
        # The employee may always decline, also where signing only means that the paper was read.
        may_refuse=bool(item["may_refuse"]) or (bool(item["name"]) and item["name"] == employee),
    )
    if event is None:
        return base
    return replace(
        base,
        status=event.kind,
        day=None if event.kind == OPEN else event.day,
        noted_on=event.at.date(),
        refusal=_refusal(event),
    )


def _refusal(event: PaperEvent) -> Refusal | None:
    told = event.data.get(REFUSAL)
    if event.kind != REFUSED or not isinstance(told, Mapping):
        return None
    return Refusal(
        words=str(told.get("woorden") or ""),
        offered=tuple(str(item) for item in told.get("aangeboden") or ()),
        written_by=str(told.get("door") or ""),
        noted_on=event.at.date(),
    )


class Signing:
    """Notes about pen and paper beside the finished papers of one file."""

    def __init__(self, desk: "Workspace") -> None:
        self.desk = desk

    def signers(self, paper_id: str) -> tuple[Signer, ...]:
        """Return who signs a paper, and how that stands."""
        papers = self.desk.store.papers
        return signers(papers.get(paper_id), papers.events(paper_id))

    def record(self, paper_id: str, role: str, status: str, day: date, refusal: Refusal | None = None) -> None:
        """Write down that somebody signed, does not sign, or did not after all (`nog_niet`).

        `role` is the role on the paper, such as "Werknemer". The journal says that it happened, never the words.

        Raises:
            KnownError: the reason still has dots to fill in.
            BugError: an unknown status.
        """
        if status not in STATES:
            raise BugError(f"a signature cannot be {status}")
        paper = self.desk.store.papers.get(paper_id)
        data: dict[str, Any] = {"rol": role}
        if status == REFUSED and refusal is not None:
            if has_gap(refusal.words):
                raise KnownError(_("De reden is nog niet af."), _("Vul in wat op de puntjes hoort."), code="puntjes")
            data[REFUSAL] = {
                "woorden": refusal.words.strip(),
                "aangeboden": [option.value for option in OFFERS if option.value in refusal.offered],
                "door": self._writer(),
            }
        words = {
            SIGNED: _("{papier} getekend door {rol}"),
            REFUSED: _("{papier} niet getekend door {rol}"),
            OPEN: _("{papier}, handtekening teruggenomen: {rol}"),
        }[status]
        title = self.desk.papers.title(paper)
        with self.desk.file.atomic():
            self.desk.store.papers.add_event(paper_id, status, day, data, self.desk.clock())
            self.desk.journal(
                paper.case_id,
                "correctie" if status == OPEN else "document",
                words.format(papier=title, rol=role.lower()),
                day=day,
                paper=paper_id,
            )

    def _writer(self) -> str:
        contact = self.desk.employer.get("contact")
        return str(contact.get("naam") or "") if isinstance(contact, Mapping) else ""

    def next_steps(self, paper_id: str) -> tuple[NextStep, ...]:
        """Return what can be done when somebody does not sign this paper; empty when nobody declined."""
        if not any(signer.status == REFUSED for signer in self.signers(paper_id)):
            return ()
        return tuple(step for step in next_steps() if step.form in KEYS)

    # --- copies -----------------------------------------------------------------------------------------------------

    def has_own_copies(self, paper_id: str) -> bool:
        """Tell whether the form itself names who gets a copy: then the days stand with what is completed later."""
        return bool(flow_of(self.desk.store.papers.get(paper_id).form).copies_field)

    def copies(self, paper_id: str) -> tuple[dict[str, str], ...]:
        """Return to whom a copy was given: `aan`, `naam`, `datum` (ISO) and `hoe`, in the order it was noted."""
        return tuple(_copies(self.desk.store.papers.events(paper_id)))

    def record_copy(self, paper_id: str, to: str, day: date, how: str, name: str = "") -> None:
        """Write down that a copy of a paper was given.

        `to` is a value of `RECEIVERS`, `how` one of `WAYS` or empty; `name` says who, where the receiver does not.

        Raises:
            BugError: an unknown receiver or way.
        """
        if to not in {option.value for option in RECEIVERS} or how not in {"", *(option.value for option in WAYS)}:
            raise BugError("a copy to nobody we know")
        paper = self.desk.store.papers.get(paper_id)
        data = {"aan": to, "hoe": how, "naam": name.strip()}
        label = label_of(RECEIVERS, to)
        with self.desk.file.atomic():
            self.desk.store.papers.add_event(paper_id, COPY, day, data, self.desk.clock())
            self.desk.journal(
                paper.case_id,
                "overdracht",
                _("{papier}, afschrift gegeven aan: {wie}").format(
                    papier=self.desk.papers.title(paper), wie=label[:1].lower() + label[1:]
                ),
                day=day,
                paper=paper_id,
            )


def next_steps() -> tuple[NextStep, ...]:
    """Return what usually helps when somebody does not sign."""
    return (
        NextStep(
            "gesprek",
            "conflict_gesprek_van_drie",
            _("Plan een gesprek"),
            _("Vaak lost een gesprek meer op dan een tweede verzoek om te tekenen. Er mag iemand bij zijn."),
        ),
        NextStep(
            ASKS_JUDGEMENT,
            "",
            _("Vraag een deskundigenoordeel"),
            _("Jullie kunnen allebei aan UWV vragen wat een deskundige ervan vindt."),
        ),
    )


def label_of(options: Sequence[Option], value: str) -> str:
    """Return the translated label of a value; the value itself when the list no longer has it."""
    return next((_(option.label) for option in options if option.value == value), value)


def words_problem(words: str) -> str:
    """Return what misses in the reason of somebody who does not sign, in a sentence; empty when it is fine."""
    if not words.strip():
        return _("Schrijf op wat je medewerker zegt. Wil hij of zij niets zeggen, schrijf dat dan op.")
    assert isinstance(WORDS, LongText)
    return next((sentence for _place, sentence in WORDS.problems(words)), "")


# --- on the next print ------------------------------------------------------------------------------------------------


def with_pen(snapshot: FormSnapshot, paper: Paper, events: Sequence[PaperEvent]) -> FormSnapshot:
    """Return a snapshot as it prints today: with what was noted about signatures and copies, beside what was frozen.

    What was noted stands in `extra`: `handtekeningen` (role to the day it was noted), `weigering` (`woorden`,
    `aangeboden`, `door`, `op`), and more `kopieen`.
    """
    states = signers(paper, events)
    noted = {signer.role: signer.noted_on.isoformat() for signer in states if signer.noted_on is not None}
    copies = list(_copies(events))
    if not noted and not copies:
        return snapshot
    extra = dict(snapshot.extra)
    if noted:
        extra["handtekeningen"] = noted
    refusal = next((signer.refusal for signer in states if signer.refusal is not None), None)
    if refusal is not None and refusal.noted_on is not None:
        extra[REFUSAL] = {
            "woorden": refusal.words,
            "aangeboden": list(refusal.offered),
            "door": refusal.written_by,
            "op": refusal.noted_on.isoformat(),
        }
    if copies:
        known = [
            {**item, "aan": label_of(RECEIVERS, item["aan"]), "hoe": label_of(WAYS, item["hoe"])} for item in copies
        ]
        extra["afschriften"] = known
    return replace(snapshot, signatures=tuple(map(_printed, snapshot.signatures, states)), extra=extra)


def _printed(frozen: SnapshotSignature, state: Signer) -> SnapshotSignature:
    day = state.day.isoformat() if state.day is not None else ""
    return replace(frozen, status=state.status, signed_on=day)


def _copies(events: Iterable[PaperEvent]) -> Iterator[dict[str, str]]:
    for event in events:
        if event.kind == COPY:
            told = {key: str(event.data.get(key) or "") for key in ("aan", "naam", "hoe")}
            yield {**told, "datum": event.day.isoformat()}
