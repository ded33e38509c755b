"""The command `agenda`: the dates of all cases, or of one, as a file for Outlook, Apple and Google."""

import json
from pathlib import Path

import click

from reintegratie_desktop.app import command_file
from reintegratie_desktop.app.command_words import (
    OPTIONS,
    Command,
    Option,
    as_json_option,
    language_option,
    password_option,
)
from reintegratie_desktop.text.i18n import N_, _, ngettext, set_language


@click.command(
    "agenda",
    cls=Command,
    options_metavar=OPTIONS,
    help=N_("Schrijf de datums als agendabestand, zonder namen. Nog een keer inlezen werkt de agenda bij."),
)
@click.argument("bestand", type=click.Path(path_type=Path))
@click.option(
    "--uit",
    required=True,
    type=click.Path(path_type=Path),
    cls=Option,
    metavar="PAD",
    help=N_("Waar het bestand komt, zoals agenda.ics."),
)
@click.option("--dossier", default="", cls=Option, metavar=N_("NUMMER"), help=N_("Alleen dit dossier, zoals 2026-001."))
@as_json_option
@password_option
@language_option
def agenda(
    bestand: Path, *, uit: Path, dossier: str, as_json: bool, wachtwoord_bestand: Path | None, taal: str
) -> None:
    """Write the calendar file.

    Raises:
        KnownError: the file does not open, has no such case, or the calendar file cannot be written.
    """
    set_language(taal)
    from reintegratie_desktop.services.agenda import check_target, save_agenda  # noqa: PLC0415 - only this command
    from reintegratie_desktop.services.listing import case_id_of  # noqa: PLC0415 - only this command

    check_target(uit, bestand)
    desk = command_file.open_desk(bestand, wachtwoord_bestand)
    try:
        made = save_agenda(desk, uit, case_id_of(desk, dossier) if dossier else "")
    finally:
        desk.close()
    if as_json:
        click.echo(json.dumps({"bestand": str(uit), "dossiers": made.cases, "datums": made.dates}, ensure_ascii=False))
        return
    told = ngettext("{n} datum staat in {pad}.", "{n} datums staan in {pad}.", made.dates)
    click.echo(told.format(n=made.dates, pad=uit) + " " + _("Lees dit bestand in je agenda in."))
