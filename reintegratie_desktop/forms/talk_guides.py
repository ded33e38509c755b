"""The guides for talks with a sick employee: agenda, what may and may never be asked, what to write down.

Every kind of talk of the form `gesprek` has its guide. No text in a guide holds a word about health: the agenda lies
open on the table.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from reintegratie_desktop.forms.talk_guide import GENERAL_DO, NEVER_ASK, TELLS_IT_ANYWAY, TalkGuide, spoken
from reintegratie_desktop.forms.talk_guides_early import EARLY
from reintegratie_desktop.forms.talk_guides_late import LATE, TEAM_SHEET

GUIDES: Final[Mapping[str, TalkGuide]] = MappingProxyType({guide.key: guide for guide in EARLY + LATE})
"""Per kind of talk its guide, in the order in which an employer meets them."""

ALL_GUIDES: Final = (*GUIDES.values(), TEAM_SHEET)
"""Every guide, also the sheet for the team that belongs to no case."""

CARD_LINES: Final = 6
"""Lines on one card of the agenda sheet: with more the sheet is no longer one page."""

_GENERAL_ON_CARD: Final = 5


def agenda_for(kind: str, name: str = "") -> list[str]:
    """Return the points a talk of this kind starts with, as texts to edit; none for an unknown kind."""
    guide = GUIDES.get(kind)
    return [spoken(point.text, name) for point in guide.agenda] if guide else []


def hint_for(kind: str, point: str, name: str = "") -> str:
    """Return the hint beside an agenda point; empty for a point that was typed."""
    guide = GUIDES.get(kind)
    for known in guide.agenda if guide else ():
        if spoken(known.text, name) == point:
            return spoken(known.hint, name)
    return ""


def cards_for(kind: str, name: str = "") -> dict[str, list[str]]:
    """Return the short cards of the agenda sheet: `mag`, `nooit` and `zo`, each at most `CARD_LINES` lines.

    An unknown kind gets the general rules, so that a sheet never goes out without them.
    """
    guide = GUIDES.get(kind)
    may = guide.may_ask if guide else ()
    extra = guide.never_extra if guide else ()
    never = (*NEVER_ASK[:_GENERAL_ON_CARD], *extra[:1], *NEVER_ASK[_GENERAL_ON_CARD:])
    do = (GENERAL_DO[0], *(guide.do if guide else ()), GENERAL_DO[-1])
    return {
        "mag": [spoken(text, name) for text in may[:CARD_LINES]],
        "nooit": [spoken(text, name) for text in never[:CARD_LINES]],
        "zo": [spoken(text, name) for text in do[:CARD_LINES]],
    }


def tells_it_anyway() -> str:
    """Return what to do and say when the employee tells something private, in the language of the screen."""
    return spoken(TELLS_IT_ANYWAY)
