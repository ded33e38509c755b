"""The command `regels`: every value of the law with its source, and taking newer rules in use."""

import json
from pathlib import Path
from typing import Final

import click

from reintegratie_desktop.app.clock import today
from reintegratie_desktop.app.command_words import (
    LOOK_IN_HELP,
    OPTIONS,
    Command,
    Option,
    as_json_option,
    language_option,
)
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import N_, _, ngettext, set_language

_WIDTH: Final = 96
_LOAD: Final = "--laden"
_BACK: Final = "--meegeleverd"


@click.command(
    "regels",
    cls=Command,
    options_metavar=OPTIONS,
    help=N_("Toon de regels waarmee we rekenen: elke waarde met haar bron en wanneer ze is nagekeken."),
)
@click.option(
    _LOAD,
    "place",
    type=click.Path(path_type=Path),
    cls=Option,
    metavar=N_("BESTAND"),
    help=N_(
        "Neem een ondertekend bestand met nieuwere regels in gebruik. Deze versie kent nog geen sleutel en neemt er "
        "nog geen aan."
    ),
)
@click.option(_BACK, "back", is_flag=True, cls=Option, help=N_("Ga terug naar de regels van het programma."))
@as_json_option
@language_option
def regels(place: Path | None, *, back: bool, as_json: bool, taal: str) -> int:
    """Print the rules, or take others in use; the exit code is 1 when a loaded file cannot be used.

    Raises:
        KnownError: the file is refused, or both options are given; nothing changed then.
    """
    set_language(taal)
    from reintegratie_desktop.services import rules, rules_data  # noqa: PLC0415 - after the language is known

    if place is not None and back:
        raise KnownError(
            _("{laden} en {terug} kunnen niet samen.").format(laden=_LOAD, terug=_BACK),
            _(LOOK_IN_HELP),
            code="opdracht",
        )
    change = None
    if place is not None:
        try:
            change = rules.load_rules(place, today())
        except KnownError as error:
            told = _("Bij {bestand}: {zin}").format(bestand=place.name, zin=error.message)
            raise KnownError(told, error.next_step, code=error.code) from error
    elif back:
        change = rules.back_to_shipped()
    view = rules.rules_view(today())
    if as_json:
        data = rules_data.as_data(view, today())
        if change is not None:
            data = {**data, "veranderde_waarden": change.values}
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
    elif change is not None:
        click.echo(view.in_use)
        click.echo(
            ngettext("{n} waarde is anders dan eerst.", "{n} waarden zijn anders dan eerst.", change.values).format(
                n=change.values
            )
        )
    else:
        click.echo("\n".join(rules_data.as_text(view, width=_WIDTH)))
    return 1 if any(remark.warns for remark in view.remarks) else 0
