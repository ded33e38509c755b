"""What stands on a paper, as a plain tree: no sizes, no coordinates, no fonts. All texts are in their final words."""

from dataclasses import dataclass, field
from enum import StrEnum

from reintegratie_desktop.documents.model_chart import Chart


@dataclass(frozen=True)
class Label:
    """A question on paper: number and text in one line, with at most a few lines of help under it."""

    text: str
    help: tuple[str, ...] = ()


@dataclass(frozen=True)
class Paragraphs:
    """An answer in running text."""

    texts: tuple[str, ...]
    tight: bool = False
    """A list: no white between its lines."""
    columns: int = 1
    """A list of short lines stands in columns that are read down first."""


@dataclass(frozen=True)
class State:
    """Why there is no answer: not filled in, not asked, not printed. Italic means this and nothing else."""

    text: str


class Spread(StrEnum):
    """How options stand: under each other, in two or three columns read down first, or side by side."""

    LIST = "list"
    COLUMNS = "columns"
    THREE = "three"
    ROW = "row"


@dataclass(frozen=True)
class Option:
    """A box with its text."""

    text: str
    chosen: bool = False


@dataclass(frozen=True)
class Options:
    """All options of a question, also those that were not chosen."""

    options: tuple[Option, ...]
    spread: Spread = Spread.LIST
    lead: str = ""
    """A short question in front of options that stand in a row."""


@dataclass(frozen=True)
class WritingLines:
    """Empty lines to write on, the first with a word in front when there is one."""

    count: int
    lead: str = ""


@dataclass(frozen=True)
class DigitBoxes:
    """Boxes for one digit each, empty to write in unless there are digits."""

    count: int
    digits: str = ""


@dataclass(frozen=True)
class WeekGrid:
    """The seven days with their hours; empty hours are cells to write in."""

    days: tuple[str, ...]
    hours: tuple[str, ...]


Part = Paragraphs | State | Options | WritingLines | DigitBoxes | WeekGrid


@dataclass(frozen=True)
class FieldBlock:
    """A question at the left and its answer at the right."""

    label: Label
    parts: tuple[Part, ...]


class ColumnKind(StrEnum):
    """What a column holds; it decides alignment and how much room it asks for."""

    TEXT = "text"
    CODE = "code"
    DATE = "date"
    NUMBER = "number"
    NAME = "name"
    TICK = "tick"


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    label: str
    kind: ColumnKind = ColumnKind.TEXT


@dataclass(frozen=True)
class CellLine:
    """One paragraph in a cell."""

    text: str
    bold: bool = False


@dataclass(frozen=True)
class Cell:
    """A cell: paragraphs, or a box with its text, or boxes to tick by hand."""

    lines: tuple[CellLine, ...] = ()
    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class TableBlock:
    """Rows under a head that is repeated on every page."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""
    help: tuple[str, ...] = ()
    note: str = ""
    details: tuple[str, ...] = ()
    """One text for each row, under it over the whole width; empty when all fits beside each other."""
    total: tuple[Cell, ...] = ()
    by_hand: bool = False
    """High rows, to be finished with a pen."""
    measured: list[tuple[float, float]] = field(default_factory=list, init=False, compare=False, repr=False)
    """What `columns` measured, so that a table that is set more than once is measured once."""
    decision: int = field(default=-1, compare=False, repr=False)
    """Which decision set its columns so; see `settled`."""


@dataclass(frozen=True)
class RecordItem:
    """A question with its short answer inside a record: text, boxes with their texts, or a line to write on."""

    label: str
    text: str = ""
    options: tuple[tuple[str, bool], ...] = ()
    writes: bool = False


@dataclass(frozen=True)
class Record:
    """One row of a table that has too many columns to stand beside each other."""

    title: str
    figures: tuple[RecordItem, ...]
    """The key figures, in one strip under the heading."""
    items: tuple[RecordItem, ...]
    remarks: tuple[str, ...] = ()
    """What was not filled in, and what was not asked."""


@dataclass(frozen=True)
class Subheading:
    """A small heading above a table, a chart or a record."""

    text: str
    help: tuple[str, ...] = ()


@dataclass(frozen=True)
class SignatureFrame:
    """One frame to sign in: who, what signing means, and what stands in the room for the signature."""

    role: str
    name: str
    means: str
    sign_here: str
    name_here: str
    """The word in front of the line for a name that is not known yet."""
    strong: str = ""
    """Bold words in the frame: signed, or refused."""
    said: str = ""
    date_label: str = ""
    date: str = ""


@dataclass(frozen=True)
class SignatureBlock:
    """The frames, two beside each other."""

    frames: tuple[SignatureFrame, ...]


@dataclass(frozen=True)
class RefusalBlock:
    """What is filled in by hand when the employee does not sign. Declining is allowed; it is written down calmly."""

    title: str
    intro: str
    refuses: str
    reason: str
    asked: str
    """The question above what was offered; empty when the form does not ask it."""
    offers: tuple[str, ...]
    """Sentences behind a box, each followed by a line for the date."""


@dataclass(frozen=True)
class RefusalNotes:
    """What was written down when the employee did not sign: calm, and with the same weight as any other answer."""

    title: Subheading
    fields: tuple[FieldBlock, ...]


@dataclass(frozen=True)
class Copies:
    """Who got a copy, when and how."""

    table: TableBlock


Block = FieldBlock | TableBlock | Record | Subheading | Chart | SignatureBlock | RefusalBlock | RefusalNotes | Copies


@dataclass(frozen=True)
class Section:
    """A numbered part of the paper; one entry in the bookmarks."""

    title: str
    blocks: tuple[Block, ...]
    number: str = ""


@dataclass(frozen=True)
class Fact:
    """One fact of the strip under the title."""

    label: str
    value: str


@dataclass(frozen=True)
class TitleBlock:
    """The head of the first page."""

    employer: str
    confidential: str
    title: str
    purpose: str
    facts: tuple[Fact, ...]
    notice: str = ""
    """What a reader must know before anything else, such as that this is a copy."""


@dataclass(frozen=True)
class DraftMarks:
    """What says on every page that this is not the paper yet."""

    word: str
    sentence: str


@dataclass(frozen=True)
class Footer:
    """The lines at the foot of every page; `page` holds {pagina} and {totaal}."""

    left: tuple[str, str]
    right: str
    page: str


@dataclass(frozen=True)
class Card:
    """A framed list beside the agenda; `warning` prints its head white on black, with crosses for dots."""

    title: str
    lines: tuple[str, ...]
    warning: bool = False


@dataclass(frozen=True)
class AgendaPage:
    """One page for on the table: points with room to write, cards, what to say, and lines for notes."""

    points: tuple[str, ...]
    cards: tuple[Card, ...]
    say_lead: str
    say: str
    notes: str


@dataclass(frozen=True)
class LetterParagraph:
    """A line of a letter as it was written; `bold` are the words in it that stand out."""

    text: str
    bold: tuple[str, ...] = ()
    item: bool = False
    """A point of a list."""
    spaced: bool = False
    """White above it."""


@dataclass(frozen=True)
class LetterPage:
    """A letter: who sends it to whom, what it is about, its text, and what stands under the signature."""

    sender: str
    sender_line: str
    confidential: str
    address: tuple[str, ...]
    facts: tuple[Fact, ...]
    """Date, subject, reference and the like; the second one is the subject."""
    body: tuple[LetterParagraph | TableBlock, ...]
    signer: tuple[str, ...]
    after: tuple[Fact, ...] = ()
    """What is enclosed, and who gets a copy."""
    writing_lines: int = 0
    notice: str = ""
    """What stands above the text: that this is a copy."""


@dataclass(frozen=True)
class Document:
    """A whole paper."""

    head: TitleBlock
    sections: tuple[Section, ...]
    footer: Footer
    running: tuple[str, str]
    """The head of later pages: the paper in bold, and whose case it is."""
    file_title: str
    author: str
    language: str
    """As in `nl-NL`."""
    created: str
    """ISO date and time; never the clock of this machine."""
    continued: str
    ticked: str
    not_ticked: str
    """What a screen reader says in front of a box."""
    initials: tuple[str, ...] = ()
    draft: DraftMarks | None = None
    footnotes: tuple[str, ...] = ()
    agenda: AgendaPage | None = None
    letter: LetterPage | None = None
    second_language: str = ""
    """As in `en-GB`, on a paper in two languages: its texts are `Two` then, see `two`."""
    as_typed: str = ""
    """What a screen reader says in front of a text that stands as it was typed."""
