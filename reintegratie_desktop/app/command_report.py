"""The command `riv`: the whole re-integratieverslag as one PDF, and its parts as files of their own."""

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
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import N_, _, ngettext, set_language


@click.command(
    "riv",
    cls=Command,
    options_metavar=OPTIONS,
    help=N_("Maak het re-integratieverslag als één PDF. DOSSIER is het nummer, zoals 2026-001."),
)
@click.argument("bestand", type=click.Path(path_type=Path))
@click.argument("dossier")
@click.option(
    "--uit", required=True, type=click.Path(path_type=Path), cls=Option, metavar="PAD", help=N_("Waar de PDF komt.")
)
@click.option(
    "--los",
    type=click.Path(path_type=Path, file_okay=False),
    cls=Option,
    metavar="MAP",
    help=N_("Zet de stukken ook los in een nieuwe map in deze map, elk hoogstens 10 MB."),
)
@click.option(
    "--met",
    multiple=True,
    type=click.Choice(["gesprekken", "brieven", "later"]),
    cls=Option,
    metavar="SOORT",
    help=N_("Neem ook de gesprekken, de brieven of wat na het voorblad kwam mee."),
)
@click.option("--vraag-bsn", is_flag=True, cls=Option, help=N_("Vraag het burgerservicenummer voor op het voorblad."))
@as_json_option
@password_option
@language_option
def riv(
    bestand: Path,
    dossier: str,
    *,
    uit: Path,
    los: Path | None,
    met: tuple[str, ...],
    vraag_bsn: bool,
    as_json: bool,
    wachtwoord_bestand: Path | None,
    taal: str,
) -> int:
    """Write the report; the exit code is 1 when something is missing that no reason was written down for.

    Raises:
        KnownError: the file does not open, has no such case, or nothing can be written there.
    """
    set_language(taal)
    from reintegratie_desktop.services import bundle, bundle_files  # noqa: PLC0415 - only this command
    from reintegratie_desktop.services.files import check_pdf_target  # noqa: PLC0415 - only this command
    from reintegratie_desktop.services.listing import case_id_of  # noqa: PLC0415 - only this command

    check_pdf_target(uit, bestand)
    if los is not None and not los.is_dir():
        raise KnownError(_("Deze map bestaat niet: {map}.").format(map=los), _("Kies een andere map."), code="map_weg")
    desk = command_file.open_desk(bestand, wachtwoord_bestand)
    try:
        case_id = case_id_of(desk, dossier)
        number = str(click.prompt(_("Burgerservicenummer"), hide_input=True, err=True)) if vraag_bsn else ""
        source = bundle.gather(desk, case_id, extra=met, bsn=number)
        made = bundle.make(source)
        loose = bundle_files.loose_files(source) if los is not None else ()
        written = list(bundle_files.save_report(made, uit))
        bundle_files.note_saved(desk, case_id)
        if los is not None:
            folder = bundle_files.save_loose(loose, los, bundle_files.report_name(source).removesuffix(".pdf"))
            assert folder is not None
            written.append(folder)
            bundle_files.note_loose(desk, case_id)
    finally:
        desk.close()
    if as_json:
        click.echo(json.dumps(bundle_files.as_data(source, made, written), ensure_ascii=False, indent=1))
    else:
        for path in written:
            click.echo(_("Klaar: {pad}.").format(pad=path))
        click.echo(ngettext("Het verslag telt {n} pagina.", "Het verslag telt {n} pagina’s.", made.pages).format(
            n=made.pages
        ))  # fmt: skip
        for line in filter(None, (bundle_files.too_large_line(loose),)):
            click.echo(line)
        if source.later and not source.has_later:
            click.echo(_("Niet in het verslag, want van na het voorblad:"))
            for paper in source.later:
                click.echo(f"  {day_numeric(paper.day)} {paper.title}")
        for gap in source.gaps:
            click.echo(f"  {gap.part}: {gap.what}")
        if source.is_complete:
            click.echo(_("Er ontbreekt niets zonder reden."))
    return 0 if source.is_complete else 1
