"""What a re-integratieverslag is made of, and what came out of it: plain data, no PDF library."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from reintegratie_desktop.domain.snapshot import FormSnapshot, SnapshotField


class FileKind(StrEnum):
    """What a file of the report is; only `PAPER` is made by this program."""

    PAPER = "paper"
    PDF = "pdf"
    PICTURE = "picture"
    WORD = "word"


@dataclass(frozen=True)
class BundleFile:
    """One file of the report: a paper of ours, or a file that came in with it."""

    number: str
    """`2`, `2a`, and `2.1` for a file that belongs to part 2."""
    title: str
    file_name: str
    """Neutral, as it is saved beside the report: `02_plan-van-aanpak_2025-01-14.pdf`."""
    kind: FileKind
    make: Callable[[], bytes]
    """Gives the file as it was kept; for a paper of ours it is drawn now. Touches no data file."""
    came_as: str = ""
    """The name a file came in with, safe to show."""
    level: int = 0
    """How deep its bookmark stands: 0 for a part, 1 for what belongs to one."""
    sha256: str = ""
    """The fingerprint it was kept under, when that was looked at as it was read; else it is counted."""
    logo_at_right: bool = False
    """Its first page carries a mark of the employer where the line of the report would stand."""


@dataclass(frozen=True)
class ContentsRow:
    """One line of the contents."""

    number: str
    title: str
    is_main: bool = True
    day: str = ""
    """ISO date it was signed on, or made on."""
    made_by: str = ""
    article: str = ""
    note: str = ""
    """Why it is not in here, or what stands under its title."""
    files: tuple[int, ...] = ()
    """Places in the list of files; empty when it is not in the report."""
    is_absent: bool = False
    """It is said that it is not in here: a part that does not belong here, or that is missing."""


@dataclass(frozen=True)
class Gap:
    """One line of what is missing or different."""

    part: str
    """`Deel 3`, `Dossier`."""
    what: str
    why: str
    """Why UWV looks at it."""
    reason: str
    """The reason that was written down; empty when there is none."""
    done: str
    """What was done."""
    is_settled: bool = False
    """There is a reason, or it needs none: it does not keep the report from being complete."""


@dataclass(frozen=True)
class LaterPaper:
    """A paper of after the day on the cover."""

    title: str
    day: str
    """ISO date."""


@dataclass(frozen=True)
class BundleSource:
    """Everything a report is drawn from. Pure data: it can be drawn in another thread than the one with the file."""

    cover: FormSnapshot
    files: tuple[BundleFile, ...]
    rows: tuple[ContentsRow, ...]
    gaps: tuple[Gap, ...]
    handover: tuple[SnapshotField, ...] = ()
    logo: bytes | None = None
    bsn: str = ""
    """Printed on the cover and kept nowhere."""
    later: tuple[LaterPaper, ...] = ()
    """What came after the day on the cover."""
    has_later: bool = False
    """Those are in this report too; else it ends on the day of the cover."""

    @property
    def is_complete(self) -> bool:
        """Tell whether nothing is missing, or a reason is written down for all that is."""
        return all(gap.is_settled for gap in self.gaps)


@dataclass(frozen=True)
class PartPlace:
    """Where a file stands in the report. Pages count from 1; `sha256` is that of the file as it was kept."""

    number: str
    title: str
    file_name: str
    sha256: str
    pages: int
    first: int
    last: int
    is_apart: bool = False
    """It could not be taken over, so a page says what it is and the file goes along on its own."""


@dataclass(frozen=True)
class LooseFile:
    """A file that stands beside the report."""

    name: str
    content: bytes
    is_too_large: bool = False
    """Larger than UWV takes, and it could not be made smaller or cut."""


@dataclass(frozen=True)
class Bundle:
    """A finished report."""

    pdf: bytes
    pages: int
    parts: tuple[PartPlace, ...]
    apart: tuple[LooseFile, ...] = ()
    """What goes along on its own, such as a Word file."""


class BundleStopped(Exception):  # noqa: N818 - nothing went wrong: somebody asked to stop
    """The making was stopped; nothing was written."""
