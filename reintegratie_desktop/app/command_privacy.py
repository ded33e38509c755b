"""The command `reintegratie privacy`: reads a text and says which words may be about health or private life."""

import json
import re
import sys
from pathlib import Path
from typing import Any, Final

import click

from reintegratie_desktop.app.command_words import OPTIONS, Command, as_json_option, language_option
from reintegratie_desktop.services.privacy import check
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import N_, _, ngettext, set_language

FOUND: Final = 1
STANDARD_INPUT: Final = "-"


@click.command(
    "privacy",
    cls=Command,
    options_metavar=OPTIONS,
    help=N_("Kijk of een tekst over gezondheid of privé gaat. Een - leest de standaardinvoer."),
)
@click.argument("tekst", metavar="TEKST.txt|-")
@as_json_option
@language_option
@click.pass_context
def privacy(context: click.Context, tekst: str, as_json: bool, taal: str) -> None:
    """Print what the guard finds; the exit code is 0 for a clean text and 1 when there is something to look at.

    Raises:
        KnownError: the file is missing, cannot be read, or is no UTF-8 text, or we do not know the language.
    """
    set_language(taal)
    text = _read(tekst)
    found = check(text)
    click.echo(json.dumps(found, ensure_ascii=False, indent=2) if as_json else _in_words(text, found["vondsten"]))
    context.exit(FOUND if found["vondsten"] else 0)


def _read(place: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if place == STANDARD_INPUT else Path(place).read_bytes()
    except FileNotFoundError:
        raise KnownError(
            _("Het bestand {bestand} bestaat niet.").format(bestand=place), _("Kijk of het pad klopt."), code="bestand"
        ) from None
    except OSError:
        raise KnownError(
            _("Het bestand {bestand} kunnen we niet lezen.").format(bestand=place),
            _("Kijk of het een tekstbestand is en of je het mag openen."),
            code="bestand",
        ) from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        name = _("de standaardinvoer") if place == STANDARD_INPUT else place
        raise KnownError(
            _("De tekst in {bestand} is geen UTF-8.").format(bestand=name),
            _("Bewaar de tekst opnieuw als UTF-8 en probeer het nog eens."),
            code="codering",
        ) from None


def _in_words(text: str, found: list[dict[str, Any]]) -> str:
    if not found:
        return _("We zien geen woorden over gezondheid of privé. Lees de tekst zelf ook nog eens na.")
    count = len(found)
    lines = [ngettext("{n} woord om te bekijken:", "{n} woorden om te bekijken:", count).format(n=count)]
    for hit in found:
        line = text.count("\n", 0, hit["van"]) + 1
        lines += [
            "",
            _("Regel {regel}: {woord}").format(regel=line, woord=_on_one_line(hit["woord"])),
            f"  {hit['waarom']}",
        ]
        if hit["alternatief"]:
            lines.append("  " + _("Schrijf bijvoorbeeld: {zin}").format(zin=hit["alternatief"]))
        else:
            lines.append("  " + _("Laat het woord liever weg."))
    return "\n".join(lines)


def _on_one_line(word: str) -> str:
    """Join a word that was broken over the end of a line."""
    return " ".join(re.sub(r"-\s+", "-", word).split())
