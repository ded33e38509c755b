"""Build hook: compiles the translation catalogues, so that a wheel carries them."""

import os
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogues(translations: Path) -> list[Path]:
    """Write a .mo beside every .po and return their paths."""
    made = []
    for source in sorted(translations.glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as file:
            catalogue = read_po(file)
        target = source.with_suffix(".mo")
        aside = target.with_suffix(f".{os.getpid()}.deel")
        with aside.open("wb") as file:
            write_mo(file, catalogue)
        aside.replace(target)  # a program that runs meanwhile never meets half a catalogue
        made.append(target)
    return made


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs before hatchling collects the files."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the catalogues; the .mo files are not committed, so hatchling is told to take them along."""
        made = compile_catalogues(Path(self.root) / "translations")
        build_data["artifacts"].extend(str(path.relative_to(self.root)) for path in made)
