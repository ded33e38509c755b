"""The two dots in a suggestion of the guard, on which a person still has to fill something in."""

import re
from typing import Final

GAP: Final = re.compile(r"(?<!\.)\.\.(?!\.)")
"""Two dots; one is the end of a sentence, and three are somebody who trails off."""


def has_gap(text: str) -> bool:
    """Tell whether a text still has dots to fill in."""
    return GAP.search(text) is not None
