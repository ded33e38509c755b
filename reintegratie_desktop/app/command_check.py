"""The command `toets`: is this case in order? Each point with its reason, its article, and how to repair it."""

import json
from pathlib import Path
from typing import Final

import click

from reintegratie_desktop.app import command_file
from reintegratie_desktop.app.command_words import (
    OPTIONS,
    Command,
    as_json_option,
    language_option,
    password_option,
)
from reintegratie_desktop.text.i18n import N_, set_language

_WIDTH: Final = 96


@click.command(
    "toets",
    cls=Command,
    options_metavar=OPTIONS,
    help=N_("Kijk na of een dossier op orde is voor UWV. DOSSIER is het nummer, zoals 2026-001."),
)
@click.argument("bestand", type=click.Path(path_type=Path))
@click.argument("dossier")
@as_json_option
@password_option
@language_option
def toets(bestand: Path, dossier: str, *, as_json: bool, wachtwoord_bestand: Path | None, taal: str) -> int:
    """Print the check; the exit code is 1 when something is late or missing.

    Raises:
        KnownError: the file does not open, or has no such case.
    """
    set_language(taal)
    from reintegratie_desktop.services.file_check import as_data, as_text, check_case  # noqa: PLC0415 - only this
    from reintegratie_desktop.services.listing import case_id_of  # noqa: PLC0415 - only this command

    desk = command_file.open_desk(bestand, wachtwoord_bestand)
    try:
        view = check_case(desk, case_id_of(desk, dossier))
    finally:
        desk.close()
    if as_json:
        click.echo(json.dumps(as_data(view), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(as_text(view, width=_WIDTH)))
    return 0 if view.in_order else 1
