"""The commands that work on a data file: demo, dossiers, document, and the lists they need."""

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from reintegratie_desktop.app.clock import now
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _, set_language

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

PASSWORD_VARIABLE: Final = "REINTEGRATIE_WACHTWOORD"  # noqa: S105 - a name, no secret

_password_file = click.option(
    "--wachtwoord-bestand", type=click.Path(path_type=Path), help="Bestand met het wachtwoord op de eerste regel."
)
_language = click.option("--taal", default="nl", help="nl of en")
_as_json = click.option("--json", "as_json", is_flag=True, help="Schrijf één JSON-object.")


def _set_language(language: str) -> None:
    set_language(language)


def find_password(password_file: Path | None, *, ask: str = "Wachtwoord") -> str:
    """Return the password from a file, the environment, or a hidden question; never from an argument.

    Raises:
        KnownError: the file cannot be read, or there is no password and nobody to ask.
    """
    if password_file is not None:
        try:
            # With or without the mark that some editors put before the text.
            return password_file.read_text(encoding="utf-8-sig").splitlines()[0]
        except (OSError, UnicodeDecodeError, IndexError) as error:
            raise KnownError(
                _("Het wachtwoord staat niet leesbaar in {bestand}.").format(bestand=password_file),
                _("Zet het wachtwoord op de eerste regel van dat bestand."),
                code="wachtwoord_bestand",
            ) from error
    if PASSWORD_VARIABLE in os.environ:
        return os.environ[PASSWORD_VARIABLE]
    if sys.stdin is not None and sys.stdin.isatty():
        return str(click.prompt(ask, hide_input=True, err=True))
    raise KnownError(
        _("Er is geen wachtwoord gegeven."),
        _("Gebruik --wachtwoord-bestand of zet het in {naam}.").format(naam=PASSWORD_VARIABLE),
        code="geen_wachtwoord",
    )


def _open(path: Path, password_file: Path | None) -> "Workspace":
    from reintegratie_desktop.services.workspace import Workspace  # noqa: PLC0415 - only these commands need the file

    return Workspace.open(path, find_password(password_file), now)


def _print_json(data: object) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=1))


@click.command("demo")
@click.argument("pad", type=click.Path(path_type=Path))
@_password_file
@_language
def demo(pad: Path, wachtwoord_bestand: Path | None, taal: str) -> None:
    """Maak een bestand met de voorbeelddossiers."""
    _set_language(taal)
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


@click.command("dossiers")
@click.argument("bestand", type=click.Path(path_type=Path))
@_as_json
@_password_file
@_language
def dossiers(bestand: Path, *, as_json: bool, wachtwoord_bestand: Path | None, taal: str) -> int:
    """Toon de dossiers met hun volgende stap."""
    _set_language(taal)
    from reintegratie_desktop.services.listing import list_cases  # noqa: PLC0415 - only this command

    desk = _open(bestand, wachtwoord_bestand)
    try:
        cases = list_cases(desk)
    finally:
        desk.close()
    if as_json:
        _print_json({"dossiers": cases})
        return 0
    for case in cases:
        step = case["volgende_stap"]
        following = f"{step['id']} {step['streefdatum']}" if step else _("geen volgende stap")
        click.echo(
            _("{id}  {naam}, {functie}: week {week}, {stap}").format(
                id=case["id"], naam=case["werknemer"], functie=case["functie"], week=case["ziekteweek"], stap=following
            )
        )
    return 0


@click.command("document")
@click.argument("bestand", type=click.Path(path_type=Path))
@click.argument("dossier")
@click.argument("soort")
@click.option("--uit", required=True, type=click.Path(path_type=Path), help="Waar de PDF komt.")
@_password_file
@_language
def document(bestand: Path, dossier: str, soort: str, uit: Path, wachtwoord_bestand: Path | None, taal: str) -> None:
    """Schrijf de nieuwste versie van een document als PDF; een concept krijgt CONCEPT-merken."""
    _set_language(taal)
    from reintegratie_desktop.services.files import check_pdf_target, write_file  # noqa: PLC0415 - only this command
    from reintegratie_desktop.services.listing import check_kind, newest_pdf  # noqa: PLC0415 - only this command

    check_kind(soort)
    check_pdf_target(uit, bestand)
    desk = _open(bestand, wachtwoord_bestand)
    try:
        write_file(uit, newest_pdf(desk, dossier, soort))
    finally:
        desk.close()
    click.echo(_("De PDF staat in {pad}.").format(pad=uit))


@click.command("documentsoorten")
@_as_json
@_language
def documentsoorten(*, as_json: bool, taal: str) -> None:
    """Toon de soorten documenten."""
    _set_language(taal)
    from reintegratie_desktop.services.listing import document_kinds  # noqa: PLC0415 - only this command

    kinds = document_kinds()
    if as_json:
        _print_json({"documentsoorten": kinds})
        return
    for kind in kinds:
        click.echo(f"{kind['soort']}  {kind['titel']}")


@click.command("schema")
@click.argument("naam")
@_language
def schema(naam: str, taal: str) -> None:
    """Toon het JSON-schema van de invoer van een opdracht."""
    _set_language(taal)
    from reintegratie_desktop.services.listing import read_schema  # noqa: PLC0415 - only this command

    click.echo(read_schema(naam))
