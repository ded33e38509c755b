"""What the page of the check shows: plain data, made by `file_check`, painted by the window."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from reintegratie_desktop.domain.check.item import Gewicht, Groep, Motivering, Stand


@dataclass(frozen=True)
class CheckItemView:
    """One row of the list and its detail. Texts are ready to show."""

    id: str
    rule: str
    """Which point of the check this is; late evaluations are several rows of one point."""
    title: str
    stand: Stand
    stand_words: str
    group: Groep
    finding: str
    why: str
    source: str
    weight: Gewicht
    weight_words: str
    repair: str
    """The next step, to take today; empty when there is nothing to do."""
    action: str
    """What the button of the row says: `Oplossen`, `Leg uit`, `Begin`; empty when there is no button."""
    form: str
    """Key of the form the button opens; empty when `page` says where it is done."""
    kind: str
    """Which kind of talk a new one is."""
    page: str
    due: date | None
    done_on: date | None
    explanation: Motivering | None
    explanation_goes_to: str
    """Where the reason prints: "Deze uitleg komt in het verslag, bij de evaluatie."; empty without a reason field."""
    may_explain: bool
    needs_both: bool
    """The reason only counts when both agree with it."""
    reason_replaces: bool
    """The reason takes the place of doing it, such as for spoor 2."""
    may_confirm: bool
    """Done outside the program: the day can be filled in here."""
    confirmed_on: date | None
    """The day that was filled in here; it can be taken back."""
    step: str
    """Which step of the case this is, for where it is ticked off."""
    slot: str
    """Which talk is opened again for a new version; empty for a new one."""
    spoken: str
    """The row as a screen reader says it: title, group and weight."""


@dataclass(frozen=True)
class WaitView:
    """Something that waits outside the check: in words, and on which page of the dossier it is done."""

    words: str
    page: str


@dataclass(frozen=True)
class FileCheckView:
    """The check of one case on one day. There is no mark and no chance: only what stands there and what does not."""

    case_id: str
    number: str
    employee_name: str
    first_name: str
    day: date
    law_date: date
    headline: str
    """`9 van 13 op orde`."""
    advice: str
    items: tuple[CheckItemView, ...]
    counts: Mapping[Groep, int]
    is_open: bool = True
    """The case runs; in a closed one nothing is changed any more."""
    is_early: bool = False
    """There is nothing to look at yet: the first paper is still to come."""
    waits: tuple[WaitView, ...] = ()
    """What waits today beside these points, where none of them asks anything; empty otherwise."""

    @property
    def in_order(self) -> bool:
        """Tell whether nothing is late or missing today."""
        return not any(item.stand.asks for item in self.items)

    def group(self, group: Groep) -> tuple[CheckItemView, ...]:
        """Return the rows of one heading: the heaviest first, and what is still to come by its day."""
        return tuple(item for item in self.items if item.group is group)

    @property
    def heavy(self) -> int:
        """Return how many points that weigh heavily are late or missing."""
        return sum(item.stand.asks and item.weight is Gewicht.ZWAAR for item in self.items)

    @property
    def explained(self) -> tuple[CheckItemView, ...]:
        """Return the rows with a reason written down; they print in the re-integratieverslag."""
        return tuple(item for item in self.items if item.explanation is not None)

    def item(self, item_id: str) -> CheckItemView:
        """Return one row.

        Raises:
            KeyError: the check has no such point today.
        """
        for item in self.items:
            if item.id == item_id:
                return item
        raise KeyError(item_id)
