"""What can only be known after a paper is finished, noted beside it: the snapshot never changes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.domain.snapshot import FormSnapshot
from reintegratie_desktop.forms.context import Answers, Context, is_filled
from reintegratie_desktop.forms.fields import Field
from reintegratie_desktop.forms.flows import flow as flow_of
from reintegratie_desktop.forms.guarding import guard_hits
from reintegratie_desktop.forms.later import HOW, WAYS, has_later, later_fields, later_problems
from reintegratie_desktop.store.papers import LATER, Paper
from reintegratie_desktop.text.errors import BugError, KnownError
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

PRINTED: Final = "later"
"""Where a snapshot that is printed carries the notes, in `extra`: key to `{antwoord, op}`."""
_COPIES: Final = "kopieen"


@dataclass(frozen=True)
class LaterQuestion:
    """A question that can be answered beside a finished paper, with what was noted last."""

    field: Field
    answer: Any = None
    noted_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether nothing was noted yet; how a copy was given may stay unsaid."""
        return not is_filled(self.answer) and not self.field.key.endswith(HOW)


def questions_of(paper: Paper) -> tuple[LaterQuestion, ...]:
    """Return what can be noted beside a paper, in the order of the form; empty for a paper that waits for nothing."""
    flow = flow_of(paper.form)
    if not has_later(flow):
        return ()
    found = []
    for field in later_fields(flow, FormSnapshot.from_dict(paper.snapshot)):
        note = paper.later.get(field.key)
        known = note is not None and is_filled(note.answer)
        found.append(LaterQuestion(field, note.answer, note.noted_on) if known and note else LaterQuestion(field))
    return tuple(found)


class Later:
    """Notes beside the finished papers of one file."""

    def __init__(self, desk: "Workspace") -> None:
        self.desk = desk

    def questions(self, paper_id: str) -> tuple[LaterQuestion, ...]:
        """Return what can be noted beside a paper, in the order of the form."""
        return questions_of(self.desk.store.papers.get(paper_id))

    def context(self, paper_id: str) -> Context:
        """Return what the form of a paper knows besides its own answers."""
        paper = self.desk.store.papers.get(paper_id)
        return self.desk.context(paper.case_id, leave_out=paper.form)

    def problems(self, paper_id: str, noted: Answers) -> dict[str, str]:
        """Return what is wrong with new notes: a sentence per key, the same as the form would say.

        Raises:
            BugError: one of the keys is no question of this paper that can be answered afterwards.
        """
        paper = self.desk.store.papers.get(paper_id)
        unknown = noted.keys() - {question.field.key for question in questions_of(paper)}
        if unknown:
            raise BugError(f"{', '.join(sorted(unknown))} cannot be noted later")
        flow, context = flow_of(paper.form), self.context(paper_id)
        found = later_problems(flow, paper.answers_now, noted, context)
        allowed = self.desk.allowed_words(paper.case_id)
        for place, hit in guard_hits(flow, {**paper.answers_now, **noted}, context, allowed):
            if place in noted and not flow.field(place).own_words:
                found.setdefault(place, f"“{hit.word}”. {hit.why}")
        return found

    def fill(self, paper_id: str, noted: Mapping[str, Any]) -> None:
        """Note answers beside a paper, with a line in the journal for each; what did not change is left alone.

        None takes a note back. What was noted before stays in the file and in the journal.

        Raises:
            KnownError: an answer cannot be right.
            BugError: one of the keys is no question of this paper that can be answered afterwards.
        """
        for sentence in self.problems(paper_id, noted).values():
            raise KnownError(sentence, _("Pas het aan en probeer het opnieuw."), code="later")
        paper = self.desk.store.papers.get(paper_id)
        with self.desk.file.atomic():
            for question in questions_of(paper):
                key = question.field.key
                if key not in noted or noted[key] == question.answer:
                    continue
                data = {"veld": key, "antwoord": noted[key] if is_filled(noted[key]) else None}
                self.desk.store.papers.add_event(paper_id, LATER, self.desk.today, data, self.desk.clock())
                words = (
                    _("{papier}, later ingevuld: {vraag}")
                    if data["antwoord"] is not None
                    else _("{papier}, weer leeg: {vraag}")
                )
                self.desk.journal(
                    paper.case_id,
                    "document",
                    words.format(papier=self.desk.papers.title(paper), vraag=_(question.field.label)),
                    paper=paper_id,
                )


def _way(value: str) -> str:
    """Return how a copy was given, in words."""
    return next((_(option.label) for option in WAYS if option.value == value), value)


def with_notes(snapshot: FormSnapshot, paper: Paper) -> FormSnapshot:
    """Return a snapshot as it prints today: with the notes in `extra`, beside what was frozen."""
    notes = {key: note for key, note in paper.later.items() if is_filled(note.answer)}
    if not notes:
        return snapshot
    extra = dict(snapshot.extra)
    plain = {key: note for key, note in notes.items() if "." not in key}
    if plain:
        extra[PRINTED] = {
            key: {"antwoord": note.answer, "op": note.noted_on.isoformat()} for key, note in plain.items()
        }
    copies = []
    for key, note in notes.items():
        if "." in key and not key.endswith(HOW):
            copy = {"aan": key.split(".", 1)[1], "datum": note.answer}
            how = notes.get(key + HOW)
            copies.append(copy if how is None else {**copy, "hoe": _way(str(how.answer))})
    if copies:
        extra[_COPIES] = copies
    return replace(snapshot, extra=extra)
