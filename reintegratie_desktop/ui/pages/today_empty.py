"""Vandaag without rows: before there is anything, and on a quiet day."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from reintegratie_desktop.services.step_views import AgendaItem, TodayView
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.pages.common import day_words, far_words, name_beside, spoken, state_of
from reintegratie_desktop.ui.widgets.buttons import quiet, secondary
from reintegratie_desktop.ui.widgets.card import Card
from reintegratie_desktop.ui.widgets.chip import StateChip
from reintegratie_desktop.ui.widgets.empty_state import EmptyState
from reintegratie_desktop.ui.widgets.labels import HairLine, Label, body, small

_CARD_WIDTH = 620

OpenCase = Callable[[str, str], object]


def ask_employer(on_employer: Callable[[], object]) -> EmptyState:
    """Return what asks for the firm first."""
    return EmptyState(
        _("Vul eerst je bedrijf in"),
        (_("Naam, adres en wie er over gaat. Dat staat straks boven elk papier."),),
        picture="papers",
        button=(_("Mijn bedrijf invullen"), "store", on_employer),
    )


def first_time(
    on_report: Callable[[], object], on_example: Callable[[], object], on_employer: Callable[[], object] | None = None
) -> EmptyState:
    """Return what stands there before anybody was reported sick; `on_employer` while the firm is not filled in yet."""
    firm = () if on_employer is None else ((_("Mijn bedrijf invullen"), on_employer),)
    return EmptyState(
        _("Er is nog niemand ziek gemeld"),
        (
            _("Meldt iemand zich ziek? Leg het hier vast."),
            _("Je beantwoordt alleen vragen die je mag stellen. Daarna staat het hele plan klaar."),
        ),
        button=(_("Ziekmelding vastleggen"), "plus", on_report),
        links=(*firm, (_("Eerst een voorbeeld bekijken"), on_example)),
    )


def nothing_to_do(view: TodayView, on_case: OpenCase, on_employees: Callable[[], object]) -> EmptyState:
    """Return what stands there on a quiet day, with the first dates to come."""
    empty = EmptyState(
        _("Vandaag hoeft er niets"), (_("Alles is op tijd. Je kunt dit venster sluiten."),), picture="done"
    )
    if view.next_dates:
        empty.add(_next_card(view, on_case))
    link = quiet(_("Alle medewerkers"), trailing="chevron-right")
    link.clicked.connect(lambda _on=False: on_employees())
    empty.add(link)
    return empty


def _next_card(view: TodayView, on_case: OpenCase) -> Card:
    card = Card(padding=0, spacing=0)
    card.setFixedWidth(_CARD_WIDTH)
    head = Label(_("Dit is het eerste wat komt"), "label")
    head.setContentsMargins(20, 11, 20, 9)
    card.add(head)
    for item in view.next_dates:
        card.add(HairLine())
        card.add(_NextLine(item, view.today, on_case))
    return card


class _NextLine(QWidget):
    """One of the next dates on a quiet day."""

    def __init__(self, item: AgendaItem, today: date, on_open: OpenCase) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 8, 20, 8)
        line.setSpacing(20)
        words = QVBoxLayout()
        words.setSpacing(0)
        name = name_beside(item)
        words.addWidget(Label(name or item.title, "label"))
        if name:
            words.addWidget(small(item.title))
        line.addLayout(words, 1)
        line.addWidget(body(day_words(item.day, today)))
        line.addWidget(StateChip(state_of(item.state), far_words((item.day - today).days)))
        button = secondary(_("Bekijken"), small=True)
        button.setAccessibleName(spoken(item, _("Bekijken")))
        button.clicked.connect(lambda: on_open(item.case_id, item.step_id))
        line.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
