"""How an explanation is declared: its subject, its paragraphs, where each word stands, and where it is shown."""

from dataclasses import dataclass
from typing import Final

LOON: Final = "loon"
KOSTEN: Final = "kosten"
TOETS: Final = "toets"
REGELS: Final = "regels"
PLACES: Final = (LOON, KOSTEN, TOETS, REGELS)
"""Where an explanation is shown: the wage, the costs, the check, the rules."""

UNCOOPERATIVE: Final = ("plan_van_aanpak", "plan_getekend", "bijstelling_plan", "evaluaties", "contact_werknemer")
"""Points of the check at which somebody may refuse to help."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `{name}` in the text is a dated value of the law with that name."""

    text: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explained:
    """One subject. The texts are Dutch; they are translated where they are shown."""

    id: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    sources: tuple[tuple[str, str], ...]
    """Ids in `bronnen.toml`, each with its paragraph (`lid`) or ""."""
    places: tuple[str, ...]
    points: tuple[str, ...] = ()
    """Points of the check this belongs to."""
    while_asked: bool = False
    """At a point of the check this is only of use while something is asked there."""
    doubt: str = ""
    """Id in `twijfels.toml`: where the law leaves room here; what this program does stands under the paragraphs."""
