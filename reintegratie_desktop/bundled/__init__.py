"""Finds the files that ship with the program, in a checkout, a wheel and a frozen build alike."""

import sys
from pathlib import Path


def bundled_path(*parts: str) -> Path:
    """Return the path of a bundled file or folder, such as `bundled_path("resources", "wet")`.

    A checkout keeps `resources/` and `translations/` beside the package, a wheel keeps them inside it under
    `_bundled`, and a frozen build unpacks them beside the program. The first that exists wins.

    Raises:
        FileNotFoundError: none of the three places holds the file; the message names what was looked for.
    """
    package = Path(__file__).resolve().parent.parent
    homes = [package / "_bundled", package.parent]
    frozen_home = getattr(sys, "_MEIPASS", None)
    if frozen_home is not None:
        homes.insert(0, Path(frozen_home))
    for home in homes:
        candidate = home.joinpath(*parts)
        if candidate.exists():
            return candidate
    raise FileNotFoundError("/".join(parts))
