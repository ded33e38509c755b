"""The guides for talks with a sick employee: agenda, what may and may never be asked, what to write down.

Every kind of talk of the form `gesprek` has its guide. No text in a guide holds a word about health: the agenda lies
open on the table.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from reintegratie_desktop.forms.talk_guide import (
    GENERAL_DO,
    NEVER_ASK,
    TELLS_IT_ANYWAY,
    TELLS_IT_SHORT,
    Point,
    TalkGuide,
    spoken,
)
from reintegratie_desktop.forms.talk_guides_early import EARLY
from reintegratie_desktop.forms.talk_guides_late import LATE, TEAM_SHEET

GUIDES: Final[Mapping[str, TalkGuide]] = MappingProxyType({guide.key: guide for guide in EARLY + LATE})
"""Per kind of talk its guide, in the order in which an employer meets them."""

ALL_GUIDES: Final = (*GUIDES.values(), TEAM_SHEET)
"""Every guide, also the sheet for the team that belongs to no case."""

CARD_LINES: Final = 6
"""Lines on one card of the agenda sheet: with more the sheet is no longer one page."""

_GENERAL_ON_CARD: Final = 5

TALK_LINES: Final = 4
"""Lines on one card beside a talk: somebody who listens reads no more than these."""
_SLIPS_OUT: Final = (NEVER_ASK[0], NEVER_ASK[4], NEVER_ASK[6])
"""What slips out while talking, before one thinks."""


def agenda_for(kind: str, name: str = "") -> list[str]:
    """Return the points a talk of this kind starts with, as texts to edit; none for an unknown kind."""
    guide = GUIDES.get(kind)
    return [spoken(point.text, name) for point in guide.agenda] if guide else []


def point_for(kind: str, text: str, name: str = "") -> Point | None:
    """Return the agenda point of a guide that has this text; None for a point that was typed.

    An agenda keeps the language it was made in, so the Dutch words of a point are known on every screen.
    """
    guide = GUIDES.get(kind)
    for known in guide.agenda if guide else ():
        if text in (spoken(known.text, name), known.text.replace("{naam}", name)):
            return known
    return None


def hint_for(kind: str, point: str, name: str = "") -> str:
    """Return the hint beside an agenda point; empty for a point that was typed."""
    known = point_for(kind, point, name)
    return spoken(known.hint, name) if known else ""


def talk_cards(kind: str, point: str, name: str = "") -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what may be asked at a point and what is never asked, at most `TALK_LINES` each.

    What fits the point stands first; after that come the most useful questions of the talk.
    """
    guide, known = GUIDES.get(kind), point_for(kind, point, name)
    may = dict.fromkeys((*(known.asks if known else ()), *(guide.may_ask if guide else ())))
    extra = guide.never_extra[:1] if guide else ()
    never = (*_SLIPS_OUT[:2], *extra, *_SLIPS_OUT[2:])
    return (
        tuple(spoken(text, name) for text in tuple(may)[:TALK_LINES]),
        tuple(spoken(text, name) for text in never),
    )


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


def tells_it_short() -> str:
    """Return the same for the card beside a talk, in a few words."""
    return spoken(TELLS_IT_SHORT)
