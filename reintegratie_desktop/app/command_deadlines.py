"""The command `termijnen`: all dates of a case from the facts, with the article and the arithmetic of each."""

import json
import sys
import textwrap
from collections.abc import Iterator
from datetime import date
from typing import Final

import click

from reintegratie_desktop.app.clock import today
from reintegratie_desktop.app.command_words import OPTIONS, Command, as_json_option, language_option
from reintegratie_desktop.domain.clock import CaseClock, next_milestone
from reintegratie_desktop.domain.milestone import Milestone, Status
from reintegratie_desktop.domain.milestone_rules import Kind
from reintegratie_desktop.services.deadlines import as_data, deadlines
from reintegratie_desktop.services.json_input import parse_object, read_bytes
from reintegratie_desktop.text.formatting import day_long, day_numeric
from reintegratie_desktop.text.i18n import N_, _, ngettext, set_language

_WIDTH: Final = 96
_INDENT: Final = "    "
_STATUS_WORDS: Final = {
    Status.NOG_NIET: N_("nog niet"),
    Status.KAN_NU: N_("kan nu"),
    Status.VERVALT: N_("vervalt"),
}
_MOMENT_WORDS: Final = {
    Status.NOG_NIET: N_("komt nog"),
    Status.KAN_NU: N_("loopt nu"),
    Status.GEDAAN: N_("voorbij"),
    Status.VERVALT: N_("vervalt"),
}
"""A date on which nobody has to do anything."""


@click.command(
    "termijnen",
    cls=Command,
    options_metavar=OPTIONS,
    help=N_("Reken alle termijnen uit. FEITEN is een JSON-bestand, of - voor standaardinvoer."),
)
@click.argument("feiten")
@as_json_option
@language_option
def termijnen(feiten: str, *, as_json: bool, taal: str) -> int:
    """Print all dates; the exit code is 1 when something is late.

    Raises:
        KnownError: the facts cannot be read or cannot be true, or we do not know the language.
    """
    set_language(taal)
    data = parse_object(read_bytes(feiten, sys.stdin.buffer), feiten)
    day, clocks = deadlines(data, today=today())
    if as_json:
        click.echo(json.dumps(as_data(day, clocks), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(_report(day, clocks)))
    return 1 if any(clock.is_late for clock in clocks) else 0


def _report(day: date, clocks: tuple[CaseClock, ...]) -> Iterator[str]:
    yield _("Stand op {dag}").format(dag=day_long(day))
    for clock in clocks:
        yield ""
        yield _("Eerste ziektedag {dag}, ziekteweek {week} van {totaal}").format(
            dag=day_numeric(clock.eerste_ziektedag), week=clock.ziekteweek, totaal=clock.weken_totaal
        )
        if clock.hersteld_per is not None:
            yield _("Hersteld per {dag}").format(dag=day_numeric(clock.hersteld_per))
        step = next_milestone(clock)
        if step is not None:
            yield _("Volgende stap: {stap}, {dag}").format(stap=_(step.title), dag=day_numeric(step.streefdatum))
        for notice in clock.meldingen:
            yield from _wrapped(notice.text)
        for milestone in clock.termijnen:
            yield ""
            yield from _step(milestone)


def _step(milestone: Milestone) -> Iterator[str]:
    if milestone.waits:
        # A date that nobody has to keep is not named.
        yield f"{_(milestone.title)}: {_state(milestone)}"
        yield from _wrapped(milestone.uitleg)
        yield from _wrapped(milestone.grondslag)
        return
    yield f"{day_numeric(milestone.streefdatum)}  {_(milestone.title)}: {_state(milestone)}"
    if milestone.uiterlijk != milestone.streefdatum:
        yield _INDENT + _("Uiterlijk {dag}").format(dag=day_numeric(milestone.uiterlijk))
    if milestone.venster_van is not None and milestone.venster_van < milestone.streefdatum:
        yield _INDENT + _("Vanaf {dag}").format(dag=day_numeric(milestone.venster_van))
    yield from _wrapped(milestone.uitleg)
    if milestone.status in (Status.TE_LAAT, Status.TE_LAAT_GEDAAN):
        yield from _wrapped(milestone.if_late)
    yield from _wrapped(milestone.grondslag)


def _state(milestone: Milestone) -> str:
    late = milestone.dagen_te_laat
    if milestone.waits:
        return _("nu niet nodig")
    if milestone.status is Status.TE_LAAT:
        return ngettext("{dagen} dag te laat", "{dagen} dagen te laat", late).format(dagen=late)
    if milestone.rule.kind in (Kind.FIRST_DAY, Kind.LAST_DAY):
        return _(_MOMENT_WORDS[milestone.status])
    if milestone.gedaan_op is None:
        return _(_STATUS_WORDS[milestone.status])
    done = _("klaar op {dag}").format(dag=day_numeric(milestone.gedaan_op))
    if not late:
        return done
    return done + ", " + ngettext("{dagen} dag later", "{dagen} dagen later", late).format(dagen=late)


def _wrapped(text: str) -> Iterator[str]:
    yield from textwrap.wrap(text, _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT, break_long_words=False)
