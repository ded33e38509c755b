"""A talk while it is held: its points, notes and agreements, and how all of that comes into the report.

What is agreed and the next date are answers of the form itself, so there is nothing to copy. Notes belong to a point
while people talk; when the report is made they move into it, once, and are no longer kept here. So nothing is stored
twice, what somebody takes out of the report is really gone, and making the report again adds only what is new.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reintegratie_desktop.forms.fields import LongText, Text
from reintegratie_desktop.forms.talk_agenda import NOT_DISCUSSED, agenda_points, own_points
from reintegratie_desktop.forms.talk_guide import TalkGuide
from reintegratie_desktop.forms.talk_guides import GUIDES, point_for
from reintegratie_desktop.services.talk_agreements import TalkAgreements
from reintegratie_desktop.services.talk_words import moment_words, place_words, present_words
from reintegratie_desktop.services.views import DraftMeta
from reintegratie_desktop.text.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from reintegratie_desktop.store.papers import Paper

NEXT_TALK: Final = N_("Volgend gesprek")
"""The last point of a talk whose agenda says nothing about the next one; it is not on the agenda itself."""
STOPPED: Final = N_("Het gesprek is gestopt. We spreken verder op een ander moment.")
REPORT_STEP: Final = "gesprek"
MAIN_QUESTION: Final = "werk_nu"
"""The question of the report that takes everything that belongs nowhere else."""


@dataclass(frozen=True)
class TalkPoint:
    """One point as the screen shows it. `key` is how the draft knows it: its text on the agenda."""

    key: str
    text: str
    hint: str
    number: int
    of: int
    done: bool
    closes: bool = False
    """This point is about the next date, and comes last."""
    on_agenda: bool = True
    feeds: str = MAIN_QUESTION


@dataclass(frozen=True)
class SummaryLine:
    """One line of the end of a talk; `kind` is `points`, `notes`, `agreements`, `next` or `copy`."""

    kind: str
    text: str
    more: str = ""


class Talk(TalkAgreements):
    """Holds one talk on top of its form. Every change is in the session at once; the owner saves it."""

    @property
    def kind(self) -> str:
        """Return the kind of talk, a key of the guides; empty when none was chosen."""
        return str(self.session.answers.get("soort") or "")

    @property
    def guide(self) -> TalkGuide | None:
        """Return how this kind of talk is held."""
        return GUIDES.get(self.kind)

    @property
    def about(self) -> str:
        """Return when and where the talk is and who is there, as far as that is known."""
        answers = self.session.answers
        place = place_words(answers.get("plaats"))
        moment = ", ".join(part for part in (moment_words(answers.get("datum")), place) if part)
        present = present_words(answers.get("aanwezig"), self.session.person)
        sentences = [f"{part[:1].upper()}{part[1:]}." for part in (moment, present) if part]
        return " ".join(sentences)

    # --- points -----------------------------------------------------------------------------------------------------

    def points(self) -> tuple[TalkPoint, ...]:
        """Return the points of the agenda, those of the employee, and last the one about the next date.

        A point that left the agenda stays as long as something is noted at it: no word is lost.
        """
        answers, name = self.session.answers, self.session.person
        listed = list(dict.fromkeys((*agenda_points(answers), *own_points(answers))))
        closing = [key for key in listed if self._closes(key)] or [NEXT_TALK]
        others = [key for key in listed if key not in closing]
        lost = [key for key in self._meta.notes if key not in listed and key not in closing]
        keys = [*others, *lost, *closing]
        own = set(own_points(answers)) - set(agenda_points(answers))
        found = []
        for number, key in enumerate(keys, 1):
            known = point_for(self.kind, key, name)
            hint = _(known.hint).replace("{naam}", name) if known else ""
            if key in own:
                hint = _("Dit punt komt van {naam}.").format(naam=name)
            elif key in lost:
                hint = _("Dit punt staat niet meer op de agenda.")
            found.append(
                TalkPoint(
                    key=key,
                    text=_(key) if key == NEXT_TALK else key,
                    hint=hint,
                    number=number,
                    of=len(keys),
                    done=key in self._meta.ticked,
                    closes=key in closing,
                    on_agenda=key in listed,
                    feeds=known.feeds if known else MAIN_QUESTION,
                )
            )
        return tuple(found)

    def _closes(self, key: str) -> bool:
        known = point_for(self.kind, key, self.session.person)
        return (known is not None and known.closes) or key in (NEXT_TALK, _(NEXT_TALK))

    @property
    def has_begun(self) -> bool:
        """Tell whether something of the talk was done already."""
        meta = self._meta
        return bool(meta.point or meta.ticked or meta.notes or meta.moved)

    @property
    def current(self) -> TalkPoint:
        """Return the point that is open: the last one that was opened, otherwise the first that was not discussed."""
        points = self.points()
        for point in points:
            if point.key == self._meta.point:
                return point
        return next((point for point in points if not point.done), points[-1])

    def open(self, key: str) -> None:
        """Open a point; the same one is open after locking."""
        self._meta.point = key
        self._touch()

    def tick(self, key: str, *, done: bool) -> None:
        """Note that a point was discussed, or that it was not."""
        ticked = [other for other in self._meta.ticked if other != key]
        self._meta.ticked = [*ticked, key] if done else ticked
        if self._meta.left_open is not None:
            self._note_left_open()
        self._touch()

    def next_open(self) -> TalkPoint | None:
        """Return the point to go on with: the first behind the open one that was not discussed, the last one at last.

        None at the end.
        """
        points, at = self.points(), self.current.number
        behind = [point for point in points[at:] if not point.done or point.closes]
        return behind[0] if behind else None

    def neighbour(self, step: int) -> TalkPoint | None:
        """Return the point before or after the open one; None where there is none."""
        points, place = self.points(), self.current.number - 1 + step
        return points[place] if 0 <= place < len(points) else None

    @property
    def progress(self) -> str:
        """Return `3 van 8 besproken`."""
        points = self.points()
        done = sum(point.done for point in points)
        return _("{klaar} van {alle} besproken").format(klaar=done, alle=len(points))

    # --- notes ------------------------------------------------------------------------------------------------------

    def note(self, key: str) -> str:
        """Return what was noted at a point and is not in the report yet."""
        return self._meta.notes.get(key, "")

    def set_note(self, key: str, text: str) -> None:
        """Keep what was noted at a point."""
        if text.strip():
            self._meta.notes[key] = text
        else:
            self._meta.notes.pop(key, None)
        self._touch()

    def moved_to(self, key: str) -> str:
        """Return the question of the report that holds the earlier notes of a point; empty when there are none."""
        field = self._meta.moved.get(key)
        return self.session.flow.field(field).question if field else ""

    @property
    def words_to_look_at(self) -> int:
        """Return how many words in the notes wait for a choice in the report."""
        return sum(len(self.session.find_words(text)) for text in self._meta.notes.values())

    # --- the report -------------------------------------------------------------------------------------------------

    def summary(self) -> tuple[SummaryLine, ...]:
        """Return the talk in five lines."""
        points = self.points()
        still = [point.text for point in points if point.on_agenda and not point.done]
        left = _("Niet besproken: {punten}. Dat staat zo in het verslag.").format(
            punten=", ".join(_("‘{punt}’").format(punt=text) for text in still)
        )
        agreements = self.agreements()
        made = ngettext("{aantal} afspraak gemaakt.", "{aantal} afspraken gemaakt.", len(agreements)).format(
            aantal=len(agreements)
        )
        bare = sum(not (agreement.who and agreement.when) for agreement in agreements)
        bare_words = ngettext(
            "Bij {aantal} afspraak mist nog wie of wanneer.", "Bij {aantal} afspraken mist nog wie of wanneer.", bare
        ).format(aantal=bare)
        following = _("Volgend gesprek: {moment}.").format(moment=self.next_words)
        copy = _("Geef {naam} een kopie van het verslag.").format(naam=self.session.person)
        return (
            SummaryLine("points", f"{self.progress}.", left if still else ""),
            self._notes_line(),
            SummaryLine("agreements", made if agreements else _("Geen nieuwe afspraken."), bare_words if bare else ""),
            SummaryLine("next", following if self.has_next else _("Nog geen dag voor het volgende gesprek.")),
            SummaryLine("copy", copy),
        )

    def _notes_line(self) -> SummaryLine:
        count, words = len(self._meta.notes), self.words_to_look_at
        if not count:
            return SummaryLine(
                "notes", _("Alles staat al in het verslag.") if self._meta.moved else _("Geen notities.")
            )
        text = ngettext(
            "Notities bij {aantal} punt. Ze komen in het verslag.",
            "Notities bij {aantal} punten. Ze komen in het verslag.",
            count,
        )
        look = ngettext(
            "{aantal} woord bekijk je straks, in het verslag.",
            "{aantal} woorden bekijk je straks, in het verslag.",
            words,
        )
        return SummaryLine("notes", text.format(aantal=count), look.format(aantal=words) if words else "")

    def make_report(self) -> tuple[str, ...]:
        """Move the notes into the report, note what was not discussed, and go to the report.

        What somebody typed in the report stays; notes come behind it. Returns the points whose notes are too long for
        the report: those stay at their point.
        """
        kept = self._to_report()
        if not self._rows():
            # The end of the talk said so already. In the report the tick can be taken away.
            self.session.answer({"geen_afspraken": True})
        return kept

    def _to_report(self) -> tuple[str, ...]:
        if self._meta.agreement.strip():
            self.add_agreement(self._meta.agreement)
        kept: list[str] = []
        for point in self.points():
            text = self.note(point.key).strip()
            if text and not self._into_report(point, text):
                kept.append(point.text)
        self._note_left_open()
        self.session.wizard.go_to(REPORT_STEP)
        self._touch()
        return tuple(kept)

    def stop(self) -> tuple[str, ...]:
        """End a talk that the employee does not want to go on with: one neutral sentence, and the report."""
        kept = self._to_report()
        if _(STOPPED) not in self._report_text(MAIN_QUESTION):
            self._add_paragraph(MAIN_QUESTION, _(STOPPED))
        return kept

    def _note_left_open(self) -> None:
        self._meta.left_open = [point.key for point in self.points() if point.on_agenda and not point.done]

    def _report_text(self, key: str) -> str:
        return str(self.session.answers.get(key) or "")

    def _into_report(self, point: TalkPoint, text: str) -> bool:
        """Move the notes of one point to the question they belong to; tell whether there was room."""
        field = self.session.flow.field(point.feeds)
        line = isinstance(field, Text) and not isinstance(field, LongText)
        done = line and self._add_sentence(point.feeds, " ".join(text.split()))
        key = point.feeds if done else MAIN_QUESTION
        if not done and not self._add_paragraph(MAIN_QUESTION, _headed(point.text, text)):
            return False
        del self._meta.notes[point.key]
        self._meta.moved[point.key] = key
        return True

    def _add_sentence(self, key: str, text: str) -> bool:
        """Put a text behind what stands in a short field."""
        before = self._report_text(key).rstrip()
        between = " " if before.endswith((".", "?", "!")) else ". "
        return self._write(key, f"{before}{between}{text}" if before else text)

    def _add_paragraph(self, key: str, text: str) -> bool:
        """Put a paragraph under what stands in a long field."""
        before = self._report_text(key).rstrip()
        return self._write(key, f"{before}\n\n{text}" if before else text)

    def _write(self, key: str, text: str) -> bool:
        field = self.session.flow.field(key)
        if isinstance(field, Text) and len(text) > field.max_length:
            return False
        self.session.answer({key: text})
        return True


def meta_of(paper: "Paper") -> DraftMeta:
    """Return what the draft of a next version remembers: which points were discussed in the talk it is about."""
    left = paper.snapshot.get("extra", {}).get(NOT_DISCUSSED)
    if not isinstance(left, list):
        return DraftMeta()
    points = dict.fromkeys((*agenda_points(paper.answers), *own_points(paper.answers)))
    return DraftMeta(ticked=[point for point in points if point not in left], left_open=[str(point) for point in left])


def notes_waiting(meta: DraftMeta) -> str:
    """Return the sentence that stops a report while notes of the talk are not in it; empty when all are."""
    return _("Er staan nog notities van het gesprek klaar. Zet ze eerst in het verslag.") if meta.notes else ""


def _headed(point: str, text: str) -> str:
    """Return notes with their point before them: `Punt: tekst`, and behind a question the text alone."""
    if point.endswith(("?", ".", "!")):
        return f"{point} {text}"
    return _("{punt}: {tekst}").format(punt=point, tekst=text)
