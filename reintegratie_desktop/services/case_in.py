"""A whole case from outside into this file: all of it, or nothing."""

import io
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from typing_extensions import override

from reintegratie_desktop.forms.context import is_filled
from reintegratie_desktop.forms.flows import flow as flow_of
from reintegratie_desktop.forms.guarding import guard_hits
from reintegratie_desktop.forms.worked_record import RECORD
from reintegratie_desktop.services.case_in_checks import Checked, Data, check, refusal
from reintegratie_desktop.services.hours import keep_rows
from reintegratie_desktop.services.json_input import STANDARD_INPUT, parse_object, read_bytes
from reintegratie_desktop.services.session import FormSession
from reintegratie_desktop.store.cases import CaseStatus
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

LARGEST: Final = 64 * 1024 * 1024
"""Bytes of JSON; a case with two hundred papers takes about a tenth of it."""


@dataclass(frozen=True)
class CaseIn:
    """What came in."""

    case_id: str
    nummer: str
    papers: int
    frozen: int
    """How many of the papers the program froze itself."""
    joined: bool
    """Whether the employee was known already."""


def read_case(desk: "Workspace", place: str, standard_input: BinaryIO) -> CaseIn:
    """Bring in a case from a JSON file, or from standard input when the place is `-`.

    Raises:
        KnownError: the file cannot be used; the sentence names the place in it, and nothing was changed.
    """
    folder = Path() if place == STANDARD_INPUT else Path(place).parent
    return case_in(desk, parse_object(read_bytes(place, standard_input, LARGEST), place), folder)


def look_through(path: Path) -> Checked:
    """Read a case from a JSON file and look through it; it touches no data file, so it can run beside the window.

    Raises:
        KnownError: the file cannot be used; the sentence names the place in it.
    """
    return check(parse_object(read_bytes(str(path), io.BytesIO(), LARGEST), path.name), path.parent)


def case_in(desk: "Workspace", data: Data, folder: Path) -> CaseIn:
    """Bring in a case; its attached files stand in `bijlagen` inside the folder.

    Raises:
        KnownError: something in it is wrong, the case is here already, or the employee is known with other data.
    """
    return bring_in(desk, check(data, folder))


def bring_in(desk: "Workspace", checked: Checked) -> CaseIn:
    """Bring in a case that was looked through.

    Raises:
        KnownError: the case is here already, or the employee is known with other data; nothing was changed.
    """
    with desk.file.atomic():
        return _Bringing(desk, checked).run()


class _Frozen(FormSession):
    """A form that was filled in somewhere else, dated as it was there."""

    dated: date | None = None

    @property
    @override
    def made_on(self) -> date:
        return self.dated or super().made_on


class _Bringing:
    """One case on its way in."""

    def __init__(self, desk: "Workspace", checked: Checked) -> None:
        self.desk = desk
        self.data = checked.data
        self.files = checked.files
        self.now = desk.clock()
        self.case_id = ""
        self.paper_ids: list[str] = []
        self.new_frozen: list[str] = []

    def run(self) -> CaseIn:
        employee_id, joined = self._employee()
        self._case(employee_id)
        # The files and the choices about words first: the papers need both.
        for sha, content in self.files.items():
            assert self.desk.store.attachments.add(content) == sha
        for word in self.data.get("woorden_over_werk", []):
            self.desk.store.guard_choices.add(self.case_id, word.casefold(), self.now)
        for index, paper in enumerate(self.data.get("papieren", [])):
            self._paper(index, paper)
        self._lines()
        self._attachments()
        self._drafts()
        self._own_steps()
        self._finish()
        nummer = self.desk.store.cases.get(self.case_id).nummer
        return CaseIn(self.case_id, nummer, len(self.paper_ids), len(self.new_frozen), joined)

    def _moment(self, item: Data, key: str) -> datetime:
        return datetime.fromisoformat(item[key]) if key in item else self.now

    def _employee(self) -> tuple[str, bool]:
        answers = {key: value for key, value in self.data["werknemer"].items() if key != "id"}
        number = str(answers.get("personeelsnr") or "").strip()
        if not is_filled(answers.get("achternaam")):
            raise refusal("werknemer", _("hier ontbreekt '{sleutel}'").format(sleutel="achternaam"))
        for known in self.desk.store.records.werknemers():
            if number and str(known.get("personeelsnr") or "").strip() == number:
                self._same_person(known, answers)
                return str(known["id"]), True
        return self.desk.store.records.add_werknemer(answers, self.now), False

    def _same_person(self, known: Mapping[str, Any], answers: Mapping[str, Any]) -> None:
        for key in flow_of("werknemer").counted_keys():
            if (is_filled(known.get(key)) or is_filled(answers.get(key))) and known.get(key) != answers.get(key):
                raise refusal(
                    f"werknemer.{key}",
                    _("de werknemer met dit personeelsnummer staat hier met andere gegevens"),
                    _("Er is niets veranderd. Maak de gegevens gelijk, of geef een ander personeelsnummer."),
                )

    def _case(self, employee_id: str) -> None:
        told = self.data["dossier"]
        cases = self.desk.store.cases
        first = date.fromisoformat(told["eerste_ziektedag"])
        if any(case.eerste_ziektedag == first for case in cases.for_employee(employee_id)):
            # A sentence for people first: whoever made the file finds the place behind it.
            raise KnownError(
                _("Dit dossier staat al in dit bestand ({plaats}).").format(plaats="dossier.eerste_ziektedag"),
                _("Er is niets veranderd. Open het dossier dat er al is."),
                code="dossier_invoer",
            )
        made = self._moment(told, "gemaakt_op")
        self.case_id = cases.add(employee_id, first, made, nummer=told.get("nummer", "")).id
        self._facts()

    def _facts(self) -> None:
        told = self.data["dossier"]
        facts = {**told.get("overig", {}), **self.data.get("gegevens", {})}
        for key in ("gedaan", RECORD):
            if told.get(key):
                facts[key] = told[key]
        self.desk.store.cases.set_facts(self.case_id, facts, self._moment(told, "bewaard_op"))

    # --- papers -----------------------------------------------------------------------------------------------------

    def _paper(self, index: int, paper: Data) -> None:
        slot = paper.get("plaats") or (secrets.token_hex(4) if flow_of(paper["soort"]).repeatable else "")
        if "momentopname" in paper:
            kept = self.desk.store.papers.add(
                self.case_id,
                paper["soort"],
                slot,
                answers=paper["antwoorden"],
                snapshot=paper["momentopname"],
                made_on=date.fromisoformat(paper["gemaakt_op"]),
                reason=paper.get("reden", ""),
                now=self._moment(paper, "vastgesteld_op"),
            ).id
        else:
            kept = self._freeze(index, paper, slot)
        self.paper_ids.append(kept)
        for event in paper.get("gebeurtenissen", []):
            self.desk.store.papers.add_event(
                kept,
                event["soort"],
                date.fromisoformat(event["dag"]),
                event.get("gegevens", {}),
                self._moment(event, "genoteerd_op"),
            )

    def _freeze(self, index: int, paper: Data, slot: str) -> str:
        """Freeze answers that came without a snapshot, and say so in the journal."""
        flow = flow_of(paper["soort"])
        session = _Frozen(self.desk, flow, case_id=self.case_id, slot=slot)
        session.wizard.answers = dict(paper["antwoorden"])
        session.meta.carried = {}
        if "gemaakt_op" in paper:
            session.dated = date.fromisoformat(paper["gemaakt_op"])
        answers = session.full_answers()
        allowed = self.desk.allowed_words(self.case_id)
        for where, hit in guard_hits(flow, answers, session.wizard.context, allowed):
            key = where.split("[", 1)[0].split(".", 1)[0]
            if not flow.field(key).own_words:
                raise refusal(
                    f"papieren[{index}].antwoorden.{where}",
                    _("het woord '{woord}' gaat misschien over gezondheid").format(woord=hit.word),
                    _("Er is niets veranderd. Haal het weg, of zet het in woorden_over_werk als het over werk gaat."),
                )
        reason = str(paper.get("reden", ""))
        snapshot = session.snapshot(draft=False, reason=reason)
        snapshot = replace(snapshot, logo=self.desk.papers.keep_logo(self.case_id))
        kept = self.desk.store.papers.add(
            self.case_id, flow.key, slot, answers=answers, snapshot=snapshot.to_dict(), made_on=session.made_on,
            reason=reason, now=self._moment(paper, "vastgesteld_op"),
        )  # fmt: skip
        self.new_frozen.append(kept.id)
        if not self.data["dossier"].get(RECORD):
            keep_rows(self.desk, self.case_id, flow.key, answers)
        self.desk.journal(
            self.case_id,
            "document",
            _("{papier} vastgesteld bij het inlezen, versie {nr}").format(papier=_(flow.title), nr=kept.version),
            day=session.made_on,
            paper=kept.id,
        )
        return kept.id

    # --- what stands around them ------------------------------------------------------------------------------------

    def _lines(self) -> None:
        numbers: list[int] = []
        for line in self.data.get("logboek", []):
            paper, corrects = line.get("papier"), line.get("verbetert")
            row = self.desk.store.journal.append(
                self.case_id,
                now=self._moment(line, "genoteerd_op"),
                happened_on=date.fromisoformat(line["dag"]),
                kind=line["soort"],
                description=line["tekst"],
                who=line.get("wie", ""),
                with_whom=line.get("met_wie", ""),
                document="" if paper is None else self.paper_ids[paper],
                visible_to_employee=line.get("werknemer_mag_zien", True),
                corrects=None if corrects is None else numbers[corrects],
            )
            numbers.append(row.nr)

    def _attachments(self) -> None:
        for item in self.data.get("bijlagen", []):
            belongs = self.paper_ids[item["bij"]] if isinstance(item["bij"], int) else item["bij"]
            self.desk.store.attachments.link(
                self.case_id, item["sha256"], item["naam"], belongs, self._moment(item, "bewaard_op")
            )

    def _drafts(self) -> None:
        for draft in self.data.get("concepten", []):
            slot = draft.get("plaats") or (secrets.token_hex(4) if flow_of(draft["soort"]).repeatable else "")
            self.desk.store.drafts.save(
                self.case_id,
                draft["soort"],
                draft["antwoorden"],
                draft.get("stand", {}),
                self._moment(draft, "bewaard_op"),
                slot=slot,
            )

    def _own_steps(self) -> None:
        steps = self.desk.store.own_steps
        for told in self.data.get("eigen_stappen", []):
            made, saved = self._moment(told, "gemaakt_op"), self._moment(told, "bewaard_op")
            day, who = date.fromisoformat(told["dag"]), told.get("wie", "")
            step = steps.add(self.case_id, told["titel"], day, who, made)
            steps.change(step.id, told["titel"], day, who, saved)
            if told.get("gedaan_op"):
                steps.set_done(step.id, date.fromisoformat(told["gedaan_op"]), saved)
            if told.get("weggehaald"):
                steps.remove(step.id, saved)

    def _finish(self) -> None:
        """Let the case stand as it stood, and write in the journal of the file that it came in."""
        told = self.data["dossier"]
        cases, saved = self.desk.store.cases, self._moment(self.data["dossier"], "bewaard_op")
        if told.get("hersteld_per"):
            cases.close(self.case_id, date.fromisoformat(told["hersteld_per"]), saved)
        if told.get("status"):
            cases.set_status(self.case_id, CaseStatus(told["status"]), saved)
        nummer = cases.get(self.case_id).nummer
        if told.get("nummer") and told["nummer"] != nummer:
            self.desk.journal(
                self.case_id,
                "correctie",
                _("Dossier ingelezen. Het nummer was {was}, hier is het {nu}").format(was=told["nummer"], nu=nummer),
            )
        self.desk.journal("", "document", _("Dossier {nummer} ingelezen uit een bestand").format(nummer=nummer))
