"""The commands that work on a data file: demo, dossiers, document, and the lists they need."""

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from reintegratie_desktop.app.clock import now
from reintegratie_desktop.app.command_words import (
    OPTIONS,
    Command,
    Option,
    as_json_option,
    language_option,
    password_option,
)
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import N_, _, set_language

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

_LANGUAGE_NAMES: Final = {"nl": N_("Nederlands"), "en": N_("Engels")}
PASSWORD_VARIABLE: Final = "REINTEGRATIE_WACHTWOORD"  # noqa: S105 - a name, no secret


def find_password(password_file: Path | None, *, ask: str = "Wachtwoord") -> str:
    """Return the password from a file, the environment, or a hidden question; never from an argument.

    Raises:
        KnownError: the file cannot be read, or there is no password and nobody to ask.
    """
    if password_file is not None:
        try:
            # With or without the mark that some editors put before the text.
            first = next(iter(password_file.read_text(encoding="utf-8-sig").splitlines()), "")
        except (OSError, UnicodeDecodeError):
            first = ""
        if first:
            return first
        raise KnownError(
            _("Het wachtwoord staat niet leesbaar in {bestand}.").format(bestand=password_file),
            _("Zet het wachtwoord op de eerste regel van dat bestand."),
            code="wachtwoord_bestand",
        )
    if given := os.environ.get(PASSWORD_VARIABLE):
        return given
    if sys.stdin is not None and sys.stdin.isatty():
        return str(click.prompt(ask, hide_input=True, err=True))
    raise KnownError(
        _("Er is geen wachtwoord gegeven."),
        _("Gebruik --wachtwoord-bestand of zet het in {naam}.").format(naam=PASSWORD_VARIABLE),
        code="geen_wachtwoord",
    )


def open_desk(path: Path, password_file: Path | None) -> "Workspace":
    """Open a data file for a command; the command closes it.

    Raises:
        KnownError: there is no password, or the file does not open with it.
    """
    from reintegratie_desktop.services.workspace import Workspace  # noqa: PLC0415 - only these commands need the file

    return Workspace.open(path, find_password(password_file), now)


def _print_json(data: object) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=1))


@click.command("demo", cls=Command, options_metavar=OPTIONS, help=N_("Maak een bestand met de voorbeelddossiers."))
@click.argument("pad", type=click.Path(path_type=Path))
@password_option
@language_option
def demo(pad: Path, wachtwoord_bestand: Path | None, taal: str) -> None:
    """Make the file; without a password it gets the one of the examples."""
    set_language(taal)
    from reintegratie_desktop.services.examples import (  # noqa: PLC0415 - only this command
        EXAMPLE_PASSWORD,
        make_example_file,
    )

    try:
        password = find_password(wachtwoord_bestand)
        told = ""
    except KnownError as error:
        if error.code != "geen_wachtwoord":
            raise
        password = EXAMPLE_PASSWORD
        told = " " + _("Het wachtwoord is: {woord}").format(woord=password)
    make_example_file(pad, password, now).close()
    click.echo(_("De voorbeelddossiers staan in {pad}.").format(pad=pad) + told)


@click.command("dossiers", cls=Command, options_metavar=OPTIONS, help=N_("Toon de dossiers met hun volgende stap."))
@click.argument("bestand", type=click.Path(path_type=Path))
@as_json_option
@password_option
@language_option
def dossiers(bestand: Path, *, as_json: bool, wachtwoord_bestand: Path | None, taal: str) -> int:
    """Print every case."""
    set_language(taal)
    from reintegratie_desktop.services.listing import case_lines, list_cases  # noqa: PLC0415 - only this command

    desk = open_desk(bestand, wachtwoord_bestand)
    try:
        if as_json:
            _print_json({"dossiers": list_cases(desk)})
        else:
            click.echo("\n".join(case_lines(desk)) or _("Er staan nog geen dossiers in dit bestand."))
    finally:
        desk.close()
    return 0


@click.command(
    "document",
    cls=Command,
    options_metavar=OPTIONS,
    help=N_("Schrijf de nieuwste versie van een document als PDF. Een concept krijgt CONCEPT-merken."),
)
@click.argument("bestand", type=click.Path(path_type=Path))
@click.argument("dossier")
@click.argument("soort")
@click.option(
    "--uit", required=True, type=click.Path(path_type=Path), cls=Option, metavar="PAD", help=N_("Waar de PDF komt.")
)
@click.option(
    "--nummer",
    type=click.IntRange(min=1),
    cls=Option,
    metavar="N",
    help=N_("Het hoeveelste van deze soort, het oudste is 1. Handig bij gesprekken."),
)
@click.option(
    "--tweetalig",
    default="",
    cls=Option,
    metavar="TAAL",
    help=N_("Een kopie met deze taal naast het Nederlands, zoals en."),
)
@password_option
@language_option
def document(
    bestand: Path,
    dossier: str,
    soort: str,
    *,
    uit: Path,
    nummer: int | None,
    tweetalig: str,
    wachtwoord_bestand: Path | None,
    taal: str,
) -> None:
    """Write one paper."""
    set_language(taal)
    from reintegratie_desktop.services.files import check_pdf_target, write_file  # noqa: PLC0415 - only this command
    from reintegratie_desktop.services.listing import check_kind, printed_paper  # noqa: PLC0415 - only this command

    check_kind(soort)
    check_pdf_target(uit, bestand)
    desk = open_desk(bestand, wachtwoord_bestand)
    try:
        paper = printed_paper(desk, dossier, soort, nummer, tweetalig)
        write_file(uit, paper.pdf)
    finally:
        desk.close()
    told = _("De PDF staat in {pad}.").format(pad=uit)
    if paper.language != taal:
        # A finished paper is printed as it was frozen, so that it stays the one that was signed.
        name = _(_LANGUAGE_NAMES[paper.language])
        told += " " + _("Dit papier is af in het {taal} en blijft in die taal.").format(taal=name)
    click.echo(told)


@click.command("documentsoorten", cls=Command, options_metavar=OPTIONS, help=N_("Toon de soorten documenten."))
@as_json_option
@language_option
def documentsoorten(*, as_json: bool, taal: str) -> None:
    """Print the kinds."""
    set_language(taal)
    from reintegratie_desktop.services.listing import document_kinds  # noqa: PLC0415 - only this command

    kinds = document_kinds()
    if as_json:
        _print_json({"documentsoorten": kinds})
        return
    for kind in kinds:
        click.echo(f"{kind['soort']}  {kind['titel']}")


@click.command(
    "schema", cls=Command, options_metavar=OPTIONS, help=N_("Toon het JSON-schema van de invoer van een opdracht.")
)
@click.argument("naam")
@language_option
def schema(naam: str, taal: str) -> None:
    """Print one schema."""
    set_language(taal)
    from reintegratie_desktop.services.listing import read_schema  # noqa: PLC0415 - only this command

    click.echo(read_schema(naam))
