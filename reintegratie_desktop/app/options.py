"""The command line of the program with a window."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from reintegratie_desktop.text.errors import KnownError

LANGUAGES: Final = ("nl", "en")
THEMES: Final = ("licht", "donker", "systeem")

HELP: Final = """\
gebruik: reintegratie-desktop [BESTAND] [--taal nl|en] [--thema licht|donker|systeem]
                              [--wachtwoord-bestand PAD] [--meet-start]

Re-integratie Desktop. Geen internet.

  BESTAND                   het bestand dat open moet
  --taal nl|en              taal van het scherm
  --thema licht|donker|systeem
                            licht of donker
  --wachtwoord-bestand PAD  bestand met het wachtwoord
  --meet-start              meet de tijd tot het eerste beeld en stop
  -h, --help                toon deze hulp en stop
"""

_WITH_VALUE: Final = ("--taal", "--thema", "--wachtwoord-bestand")


class Options:
    """What was asked on the command line."""

    def __init__(self) -> None:
        self.bestand: Path | None = None
        self.taal: str | None = None
        self.thema: str | None = None
        self.wachtwoord_bestand: Path | None = None
        self.meet_start = False
        self.help = False


def read_options(arguments: Sequence[str]) -> Options:
    """Read the command line. Python's own reader of command lines takes longer to load than to read this one.

    Raises:
        KnownError: an option is unknown, or has a value we do not know.
    """
    options = Options()
    for name, value in _words(arguments):
        if name in ("-h", "--help"):
            options.help = True
            return options
        if name == "--meet-start":
            options.meet_start = True
        elif name == "--taal":
            options.taal = _one_of(name, value, LANGUAGES)
        elif name == "--thema":
            options.thema = _one_of(name, value, THEMES)
        elif name == "--wachtwoord-bestand":
            options.wachtwoord_bestand = Path(value)
        elif name or options.bestand is not None:
            raise _cannot()
        else:
            options.bestand = Path(value)
    if options.bestand is not None and not options.bestand.is_file():
        raise KnownError(f"Het bestand {options.bestand} staat er niet.", "Kijk of het pad klopt.")
    return options


def _words(arguments: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each option with its value, and "" with each word that is no option; after `--` nothing is an option."""
    rest = iter(arguments)
    for word in rest:
        if word == "--":
            yield from (("", file) for file in rest)
        elif not word.startswith("-") or word == "-":
            yield "", word
        else:
            name, joined, value = word.partition("=")
            if name in _WITH_VALUE and not joined:
                value = next(rest, "")
            if bool(value) != (name in _WITH_VALUE) or (joined and not value) or value.startswith("--"):
                raise _cannot()
            yield name, value


def _one_of(name: str, value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise KnownError(f"De waarde '{value}' past niet bij {name}.", f"Kies uit: {', '.join(known)}.")
    return value


def _cannot() -> KnownError:
    return KnownError("Deze opdracht kunnen we zo niet uitvoeren.", "Kijk met --help hoe die eruitziet.")
