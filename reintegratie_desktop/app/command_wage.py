"""The command `loon`: the wage during illness per week and month, with the source of each amount."""

import json
import sys

import click

from reintegratie_desktop.app.clock import today
from reintegratie_desktop.app.command_words import OPTIONS, Command, as_json_option, language_option
from reintegratie_desktop.services.json_input import parse_object, read_bytes
from reintegratie_desktop.services.wage import as_data
from reintegratie_desktop.services.wage import loon as wage_of
from reintegratie_desktop.services.wage_text import report
from reintegratie_desktop.text.i18n import N_, set_language


@click.command(
    "loon",
    cls=Command,
    options_metavar=OPTIONS,
    help=N_("Reken het loon bij ziekte uit. FEITEN is een JSON-bestand, of - voor standaardinvoer."),
)
@click.argument("feiten")
@as_json_option
@language_option
def loon(feiten: str, *, as_json: bool, taal: str) -> int:
    """Print the wage; the exit code is 1 when an amount misses, so that not every day is computed.

    Raises:
        KnownError: the facts cannot be read or cannot be true, or we do not know the language.
    """
    set_language(taal)
    data = parse_object(read_bytes(feiten, sys.stdin.buffer), feiten)
    result = wage_of(data, today=today())
    if as_json:
        click.echo(json.dumps(as_data(result), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(report(result)))
    return 0 if result.is_complete else 1
