"""The command `verlof`: zwangerschaps- en bevallingsverlof around an expected day of birth."""

import json
import textwrap
from collections.abc import Iterator
from typing import Final

import click

from reintegratie_desktop.app.command_words import OPTIONS, Command, Option, as_json_option, language_option
from reintegratie_desktop.domain.leave import LeavePart, MaternityLeave
from reintegratie_desktop.services.leave import BORN, EXPECTED, WEEKS, as_data, duration, leave, leave_why
from reintegratie_desktop.text.formatting import day_long
from reintegratie_desktop.text.i18n import N_, _, set_language

_WIDTH: Final = 96
_DAY: Final = N_("DATUM")


@click.command("verlof", cls=Command, options_metavar=OPTIONS, help=N_("Reken zwangerschaps- en bevallingsverlof uit."))
@click.option(EXPECTED, "expected", required=True, cls=Option, metavar=_DAY, help=N_("De uitgerekende datum."))
@click.option(
    WEEKS,
    "weeks",
    cls=Option,
    metavar="N",
    help=N_("Hoeveel weken voor de dag na de uitgerekende datum het verlof begint. Zonder: zo vroeg als het mag."),
)
@click.option("--meerling", "multiple", is_flag=True, cls=Option, help=N_("Er komt meer dan één kind."))
@click.option(BORN, "born", cls=Option, metavar=_DAY, help=N_("De dag van de bevalling, als die er is geweest."))
@as_json_option
@language_option
def verlof(expected: str, *, weeks: str | None, multiple: bool, born: str | None, as_json: bool, taal: str) -> int:
    """Print the leave.

    Raises:
        KnownError: an option cannot be read, the leave cannot begin then, or we do not know the language.
    """
    set_language(taal)
    found = leave(expected, weeks_before=weeks, multiple=multiple, born=born)
    if as_json:
        click.echo(json.dumps(as_data(found), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(_report(found)))
    return 0


def _report(found: MaternityLeave) -> Iterator[str]:
    yield _("Uitgerekend op {dag}").format(dag=day_long(found.uitgerekend))
    yield _("Het verlof mag beginnen van {vroegst} tot en met {uiterlijk}.").format(
        vroegst=day_long(found.venster_van), uiterlijk=day_long(found.venster_tot)
    )
    yield ""
    yield from _part(_("Zwangerschapsverlof"), found.zwangerschapsverlof)
    yield from _part(_("Bevallingsverlof"), found.bevallingsverlof)
    yield _("Samen {duur}").format(duur=duration(found.dagen))
    yield ""
    for sentence in leave_why(found):
        yield from textwrap.wrap(sentence, _WIDTH)


def _part(name: str, part: LeavePart) -> Iterator[str]:
    if part.van is None or part.tot_en_met is None:
        yield _("{naam}: geen").format(naam=name)
        return
    yield _("{naam}: {duur}, {van} tot en met {tot}").format(
        naam=name, duur=duration(part.dagen), van=day_long(part.van), tot=day_long(part.tot_en_met)
    )
