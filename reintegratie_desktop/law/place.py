"""Where rules stand that the user loaded: one signed file in the folder of this user."""

from pathlib import Path
from typing import Final

_FOLDER: Final = "regels"
_NAME: Final = "geladen.regels"


def installed_path() -> Path:
    """Return where the loaded rules of this user stand, whether there are any or not."""
    import platformdirs  # noqa: PLC0415 - once in a start

    return Path(platformdirs.user_data_dir("Re-integratie Desktop", appauthor=False)) / _FOLDER / _NAME


def is_there(place: Path) -> bool:
    """Tell whether something stands at a place; also when the system does not let us look."""
    try:
        return place.exists()
    except OSError:
        return True
