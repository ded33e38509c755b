"""What the program remembers outside the data file: language, theme, place of the last file. No names of people."""

import json
from dataclasses import asdict, fields
from pathlib import Path

import platformdirs

from reintegratie_desktop.services.files import write_file
from reintegratie_desktop.text.declaring import dataclass


@dataclass
class Settings:
    """The preferences of this user on this computer."""

    language: str = "nl"
    theme: str = "systeem"
    last_file: str = ""
    show_paper: bool = True

    @classmethod
    def load(cls, path: Path | None = None) -> "Settings":
        """Read the settings; a missing or unreadable file gives the defaults, because nothing of value is in it."""
        try:
            data = json.loads((path or settings_path()).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return cls()
        known = {field.name: field.type for field in fields(cls)}
        return cls(**{key: value for key, value in data.items() if key in known}) if isinstance(data, dict) else cls()

    def save(self, path: Path | None = None) -> None:
        """Write the settings.

        Raises:
            KnownError: the folder cannot be written.
        """
        target = path or settings_path()
        target.parent.mkdir(parents=True, exist_ok=True)
        write_file(target, json.dumps(asdict(self), indent=1).encode())


def settings_path() -> Path:
    """Return where the settings of this user stand."""
    return Path(platformdirs.user_config_dir("Re-integratie Desktop", appauthor=False)) / "instellingen.json"
