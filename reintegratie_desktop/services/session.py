"""Filling in one form: answers, autosave, what was carried over, checks, and finishing it into a paper."""

import secrets
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reintegratie_desktop.domain.letters import LAYOUT, TEXT
from reintegratie_desktop.domain.snapshot import FormSnapshot
from reintegratie_desktop.forms.context import Context, as_day, is_filled
from reintegratie_desktop.forms.fields import Need, Reference
from reintegratie_desktop.forms.flow import Flow, Scope
from reintegratie_desktop.forms.guarding import guard_hits, open_gaps
from reintegratie_desktop.forms.letter_text import OPEN, filled_in, text_of
from reintegratie_desktop.forms.record_needs import RECORDS, asked_by_the_record
from reintegratie_desktop.forms.wizard import Wizard
from reintegratie_desktop.services.due import due_days
from reintegratie_desktop.services.finishing import finish
from reintegratie_desktop.services.freezing import frozen
from reintegratie_desktop.services.hours import with_hours
from reintegratie_desktop.services.names import first_name, full_name
from reintegratie_desktop.services.places import place_label, source_title
from reintegratie_desktop.services.record_gaps import gaps_of
from reintegratie_desktop.services.talk import MAIN_QUESTION, meta_of, notes_waiting
from reintegratie_desktop.services.views import Carried, DraftMeta, FindingView, FinishCheck, GuardFinding
from reintegratie_desktop.text.guard import Hit, find
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.services.incoming import Incoming
    from reintegratie_desktop.services.workspace import Workspace


class FormSession:
    """One form being filled in. The window tells it every change; `save` writes the draft in one commit."""

    def __init__(
        self, desk: "Workspace", flow: Flow, *, case_id: str = "", slot: str | None = None, employee_id: str = ""
    ) -> None:
        self.desk = desk
        self.flow = flow
        self.case_id = case_id
        self.employee_id = employee_id
        self.slot = self._slot(slot)
        self.saved_at: datetime | None = None
        self.is_dirty = False
        self.meta = DraftMeta()
        context = self.make_context()
        answers, step, visited = self._load(context)
        self.wizard = Wizard(flow, context, self._with_dates(answers, context), step, visited)
        self._allowed = desk.allowed_words(case_id)

    def _slot(self, slot: str | None) -> str:
        if self.flow.scope is Scope.RECORD:
            return self.employee_id
        if not self.flow.repeatable:
            return ""
        return slot or secrets.token_hex(4)

    def make_context(self) -> Context:
        """Return what the form knows besides its own answers, as it is now."""
        return self.desk.context(self.case_id, employee_id=self.employee_id, leave_out=self.flow.key)

    def _load(self, context: Context) -> tuple[dict[str, Any], str, set[str]]:
        """Return answers, current step and visited steps: from the draft, the newest paper, or a fresh start."""
        draft = self.desk.store.drafts.load(self.case_id, self.flow.key, self.slot)
        if draft is not None:
            self.meta = DraftMeta(**draft.meta)
            self.saved_at = draft.saved_at
            answers = with_hours(self.desk, self.case_id, self.flow.key, draft.answers, draft.saved_at)
            told = {**answers, **self._fixed_answers(context), **self._settled_since(answers, context)}
            return {**told, **self._known_since(told, context)}, self.meta.step, set(self.meta.visited)
        everything = {step.key for step in self.flow.steps}
        if self.flow.scope is not Scope.CASE:
            known = self._record()
            if known is not None:
                return {**known, **self._fixed_answers(context)}, "", everything
        paper = self.newest_paper
        if paper is not None:
            self.meta = meta_of(paper)
            kept = self.flow.untyped(with_hours(self.desk, self.case_id, self.flow.key, paper.answers_now), context)
            return {**kept, **self._fixed_answers(context)}, "", everything
        answers, carried = self.flow.start(context)
        self.meta.carried = {key: {"form": form, "confirmed": False} for key, form in carried.items()}
        return answers, "", set()

    def _fixed_answers(self, context: Context) -> dict[str, Any]:
        """Return what is shown and never typed here, as the earlier papers say it today."""
        answers, _carried = self.flow.start(context)
        return {field.key: answers[field.key] for field in self.flow.fields if field.fixed and field.key in answers}

    def _settled_since(self, answers: Mapping[str, Any], context: Context) -> dict[str, Any]:
        """Return what an evaluation answered since this talk was begun, so that nobody is asked it twice."""
        from reintegratie_desktop.forms.rules_talk import without_settled  # noqa: PLC0415 - only talks need it

        return without_settled(answers, context) if self.flow.key == "gesprek" else {}

    def _known_since(self, answers: Mapping[str, Any], context: Context) -> dict[str, Any]:
        """Return what a record says by now, for required answers a draft of a paper began without."""
        if self.flow.scope is not Scope.CASE:
            return {}
        begun, carried = self.flow.start(context)
        keys = [key for key, form in carried.items() if form in RECORDS and self.flow.field(key).need is Need.REQUIRED]
        found = {key: begun[key] for key in keys if not is_filled(answers.get(key))}
        self.meta.carried.update({key: {"form": carried[key], "confirmed": False} for key in found})
        return found

    def _with_dates(self, answers: Mapping[str, Any], context: Context) -> dict[str, Any]:
        """Return the answers with the date in every link to a version of another paper."""
        links = {field.key for field in self.flow.fields if isinstance(field, Reference)}
        return {key: context.dated(value) if key in links else value for key, value in answers.items()}

    def _record(self) -> dict[str, Any] | None:
        """Return what was kept; None before the first time. Facts about a case may be kept without a single answer."""
        if self.flow.scope is Scope.CASE_RECORD:
            kept = self.desk.store.cases.get(self.case_id).facts.get(self.flow.key)
            return None if kept is None else dict(kept)
        if self.flow.key == "werkgever":
            return dict(self.desk.employer) or None
        if self.flow.scope is Scope.JOURNAL:
            return None  # every line begins anew
        return (dict(self.desk.employee(self.employee_id)) or None) if self.employee_id else None

    @property
    def newest_paper(self) -> Any:  # noqa: ANN401 - a Paper of the store, which the screens do not touch
        """Return the newest finished version of this form, or None."""
        if self.flow.scope is not Scope.CASE:
            return None
        return self.desk.newest_paper(self.case_id, self.flow.key, self.slot)

    @property
    def needs_reason(self) -> bool:
        """Tell whether finishing makes a next version, which asks why."""
        return self.newest_paper is not None

    # --- answers ----------------------------------------------------------------------------------------------------

    @property
    def answers(self) -> dict[str, Any]:
        """Return the answers as they are."""
        return self.wizard.answers

    def full_answers(self) -> dict[str, Any]:
        """Return the answers with computed fields filled in."""
        return self.flow.computed(self.wizard.answers, self.wizard.context)

    def answer(self, values: Mapping[str, Any]) -> None:
        """Take over changed answers. A changed carried answer counts as looked at."""
        for key, value in values.items():
            if key in self.meta.carried and value != self.wizard.answers.get(key):
                self.meta.carried[key]["confirmed"] = True
        kept = {key: value for key, value in values.items() if self.flow.field(key).kept}
        self.wizard.answer(self._with_dates(kept, self.wizard.context))
        if TEXT not in values:
            self.fill_letter()
        self.is_dirty = True

    def fill_letter(self) -> None:
        """Fill the open places of a letter somebody typed in, as far as the answers are there by now."""
        said = text_of(self.wizard.answers) if self.flow.layout == LAYOUT else ""
        if OPEN in said:
            others = {key: value for key, value in self.wizard.answers.items() if key != TEXT}
            written = text_of(self.flow.computed(others, self.wizard.context))
            self.wizard.answer({TEXT: filled_in(said, written)})

    def choose_kind(self, kind: str) -> None:
        """Make this talk one of a kind; its agenda follows. Of a line in the journal it is the number it puts right."""
        if self.flow.scope is Scope.JOURNAL:
            old = next((item for item in self.references(self.flow.key) if item["versie"] == kind), None)
            self.answer({"soort": "correctie", "correctie_op": old, "gebeurd_op": old["datum"] if old else None})
            return
        if self.flow.key != "gesprek":
            self.wizard.answer({"soort": kind})
            return
        from reintegratie_desktop.forms.rules_talk import choose_kind  # noqa: PLC0415 - only talks need it

        self.wizard.answer(choose_kind(self.answers, kind, self.wizard.context))

    def carried(self, key: str) -> Carried | None:
        """Return where an answer was carried over from; None when it was typed here or follows by itself."""
        known = self.meta.carried.get(key)
        if known is None or self.flow.field(key).fixed:
            return None
        return Carried(known["form"], source_title(str(known["form"])), bool(known["confirmed"]))

    def confirm(self, key: str) -> None:
        """Note that a carried answer is still right."""
        if key in self.meta.carried:
            self.meta.carried[key]["confirmed"] = True
            self.is_dirty = True

    def save(self) -> None:
        """Write the draft in one commit. After an error the answers are still here, so trying again is enough.

        Raises:
            KnownError: the disk is full, or the folder cannot be written.
        """
        now = self.desk.clock()
        self.meta.step = self.wizard.current
        self.meta.visited = sorted(self.wizard.visited)
        self.meta.employee_id = self.employee_id
        self.desk.store.drafts.save(
            self.case_id, self.flow.key, self.wizard.answers, self.meta.to_dict(), now, slot=self.slot
        )
        self.saved_at = now
        self.is_dirty = False
        self._move_first_sick_day()

    def _move_first_sick_day(self) -> None:
        """Let the case follow the first sick day of an unfinished sick report, as soon as it is a possible day."""
        if self.flow.key != "ziekmelding" or self.desk.is_reported(self.case_id):
            return
        day = as_day(self.wizard.answers.get("eerste_ziektedag"))
        wrong = any(finding.key == "eerste_ziektedag" and finding.stops for finding in self.wizard.findings())
        if day and not wrong and day != self.desk.store.cases.get(self.case_id).eerste_ziektedag:
            self.desk.store.cases.set_eerste_ziektedag(self.case_id, day, self.desk.clock())

    def discard(self) -> None:
        """Throw the draft away; finished papers stay."""
        self.desk.store.drafts.delete(self.case_id, self.flow.key, self.slot)

    # --- the guard --------------------------------------------------------------------------------------------------

    def find_words(self, text: str) -> tuple[Hit, ...]:
        """Return the words in a text that may be about health, without those a person said are about work."""
        return tuple(find(text, allowed=self._allowed))

    def allow_word(self, word: str) -> None:
        """Remember that a word is about work."""
        self.desk.allow_word(self.case_id, word)
        self._allowed = self.desk.allowed_words(self.case_id)

    # --- finishing --------------------------------------------------------------------------------------------------

    def check(self) -> FinishCheck:
        """Return everything that stands between this draft and a finished paper."""
        context = self.wizard.context
        answers = self.full_answers()
        findings = tuple(
            self._finding_view(
                finding.field, finding.message, finding.stops, finding.is_open, finding.source, finding.opens
            )
            for finding in self.wizard.findings()
            if not (finding.is_open and asked_by_the_record(self.flow, finding.key))
        )
        gap = _("Vul in wat op de puntjes hoort.")
        findings += tuple(
            self._finding_view(place, gap, True, True) for place in open_gaps(self.flow, answers, context)
        )
        if waiting := notes_waiting(self.meta):
            findings += (self._finding_view(MAIN_QUESTION, waiting, True, False),)
        guard = tuple(
            self._guard_view(place, hit) for place, hit in guard_hits(self.flow, answers, context, self._allowed)
        )
        carried = tuple(
            _(field.label)
            for field in self.flow.asked_fields(answers, context)
            if (known := self.carried(field.key)) and not known.confirmed
        )
        return FinishCheck(findings, guard, carried, gaps_of(self.flow, context))

    def _finding_view(
        self, place: str, message: str, stops: bool, missing: bool, source: str = "", opens: str = ""
    ) -> FindingView:
        key = place.split("[", 1)[0]
        step = self.flow.step_of(key)
        return FindingView(
            place, key, step.key, _(step.title), self.label_of(place), message, stops, missing, source, opens
        )

    def _guard_view(self, place: str, hit: Hit) -> GuardFinding:
        key = place.split("[", 1)[0].split(".", 1)[0]
        field = self.flow.field(key)
        return GuardFinding(
            place,
            self.label_of(place),
            self.flow.step_of(key).key,
            hit.word,
            hit.why,
            hit.suggestion,
            field.own_words,
        )

    def label_of(self, place: str) -> str:
        """Return what a place is called: the field, and for a cell also the row and the column."""
        return place_label(self.flow, self.wizard.answers, place)

    @property
    def made_on(self) -> date:
        """Return the date the paper is dated on."""
        return as_day(self.wizard.answers.get(self.flow.date_field)) or self.desk.today

    def snapshot(self, *, draft: bool = True, reason: str = "", layout: str = "form") -> FormSnapshot:
        """Freeze the answers as they are now; a draft carries the marks of a draft."""
        return frozen(self, draft=draft, reason=reason, layout=layout)

    @property
    def latest_day(self) -> date | None:
        """Return the last day on which this form is on time; None where no deadline hangs on it."""
        days = self.due_days
        return days[1] if days else None

    @property
    def due_days(self) -> tuple[date, date] | None:
        """Return the safe day and the last day for this form; None where no deadline hangs on it."""
        if not self.case_id:
            return None
        return due_days(self.desk, self.case_id, self.flow, self.answers)

    def finish(self, reason: str = "") -> str:
        """Freeze the form into a paper, or save the record, and drop the draft.

        Returns the id of the paper or the record; for facts about a case the id of the case.

        Raises:
            KnownError: something still misses, a word waits for a choice, or the disk refuses.
        """
        return finish(self, reason)

    # --- words around the form --------------------------------------------------------------------------------------

    @property
    def person(self) -> str:
        """Return the first name of the employee this form is about; empty for the employer's own record."""
        if self.case_id:
            return first_name(self.desk.employee(self.desk.store.cases.get(self.case_id).werknemer_id))
        return first_name(self.answers) if is_filled(self.answers.get("achternaam")) else ""

    @property
    def full_person(self) -> str:
        """Return the full name of the employee this form is about, or the trade name for the employer's own record."""
        if self.case_id:
            return self.desk.employee_name(self.desk.store.cases.get(self.case_id).werknemer_id)
        return full_name(self.answers) if self.flow.key == "werknemer" else str(self.answers.get("handelsnaam") or "")

    def keep_file(self, source: "Path | Incoming") -> dict[str, Any]:
        """Keep a file this form asks for, and return it as the answer.

        Raises:
            KnownError: the file cannot be read, is too large, or is of another kind.
        """
        return self.desk.papers.keep_file(self.case_id, self.flow.key, source)

    def references(self, form: str) -> tuple[dict[str, str], ...]:
        """Return the versions of another form of this case that an answer can point to, newest first.

        Of the journal its lines; with an empty key all papers of the case.
        """
        if form == "logboek" and self.case_id:
            from reintegratie_desktop.services.journal import line_references  # noqa: PLC0415 - only this form

            return line_references(self.desk, self.case_id)
        return tuple(
            {"soort": paper.form, "versie": str(paper.version), "datum": paper.made_on.isoformat()}
            for paper in (self.desk.papers.views(self.case_id) if self.case_id else ())
            if form in ("", paper.form)
        )

    def render_pdf(self, *, by_hand: bool = False, layout: str = "form") -> bytes:
        """Return the draft as PDF, with the marks of a draft, or empty to fill in by hand."""
        return self.desk.papers.render(self.sheet(by_hand=by_hand, layout=layout), by_hand=by_hand)

    def sheet(self, *, by_hand: bool = False, layout: str = "form") -> FormSnapshot:
        """Return the snapshot for a paper that is not finished: a draft, an empty form, the agenda of a talk."""
        snapshot = self.snapshot(draft=not by_hand, layout=layout)
        return replace(snapshot, journal_head="") if by_hand else snapshot
