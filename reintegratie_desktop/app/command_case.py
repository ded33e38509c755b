"""The commands `uitvoeren` and `invoeren`: a whole case out of a data file, and into one."""

import sys
from pathlib import Path

import click

from reintegratie_desktop.app import command_file
from reintegratie_desktop.app.command_words import OPTIONS, Command, Option, language_option, password_option
from reintegratie_desktop.text.i18n import N_, _, ngettext, set_language


@click.command(
    "uitvoeren",
    cls=Command,
    options_metavar=OPTIONS,
    help=N_("Zet een heel dossier als JSON buiten het programma. Wie dat bestand heeft, kan alles lezen."),
)
@click.argument("bestand", type=click.Path(path_type=Path))
@click.argument("dossier")
@click.option(
    "--uit",
    required=True,
    type=click.Path(path_type=Path),
    cls=Option,
    metavar="PAD",
    help=N_("Waar de JSON komt. De bijlagen komen in de map bijlagen ernaast."),
)
@password_option
@language_option
def uitvoeren(bestand: Path, dossier: str, *, uit: Path, wachtwoord_bestand: Path | None, taal: str) -> None:
    """Write one case.

    Raises:
        KnownError: the file does not open, has no such case, or nothing can be written there.
    """
    set_language(taal)
    from reintegratie_desktop.services.case_out import write_case  # noqa: PLC0415 - only this command
    from reintegratie_desktop.services.listing import case_id_of  # noqa: PLC0415 - only this command

    desk = command_file.open_desk(bestand, wachtwoord_bestand)
    try:
        written = write_case(desk, case_id_of(desk, dossier), uit)
    finally:
        desk.close()
    files = len(written) - 1
    click.echo(_("Het dossier staat in {pad}.").format(pad=uit))
    if files:
        click.echo(ngettext("{n} bijlage staat ernaast.", "{n} bijlagen staan ernaast.", files).format(n=files))
    click.echo(_("Let op: dit bestand heeft geen wachtwoord. Iedereen die het heeft, kan het lezen."))


@click.command(
    "invoeren",
    cls=Command,
    options_metavar=OPTIONS,
    help=N_("Lees een heel dossier in uit JSON. 'reintegratie schema dossier' zegt hoe dat eruitziet."),
)
@click.argument("bestand", type=click.Path(path_type=Path))
@click.argument("dossier_json")
@password_option
@language_option
def invoeren(bestand: Path, dossier_json: str, *, wachtwoord_bestand: Path | None, taal: str) -> None:
    """Bring in one case, or nothing.

    Raises:
        KnownError: the file does not open, or the case cannot be used; the sentence names the place.
    """
    set_language(taal)
    from reintegratie_desktop.services.case_in import read_case  # noqa: PLC0415 - only this command

    desk = command_file.open_desk(bestand, wachtwoord_bestand)
    try:
        found = read_case(desk, dossier_json, sys.stdin.buffer)
    finally:
        desk.close()
    click.echo(
        ngettext(
            "Dossier {nummer} is ingelezen, met {n} papier.", "Dossier {nummer} is ingelezen, met {n} papieren.",
            found.papers,
        ).format(nummer=found.nummer, n=found.papers)
    )  # fmt: skip
    if found.joined:
        click.echo(_("De werknemer stond al in dit bestand."))
    if found.frozen:
        click.echo(
            ngettext(
                "{n} papier had geen momentopname en is nu vastgesteld.",
                "{n} papieren hadden geen momentopname en zijn nu vastgesteld.",
                found.frozen,
            ).format(n=found.frozen)
        )
