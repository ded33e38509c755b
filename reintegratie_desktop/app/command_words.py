"""Commands and options that explain themselves in Dutch, or in the language of `--taal`, instead of click's English."""

import copy
import inspect
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click
from click.types import OptionHelpExtra
from typing_extensions import override

from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import LANGUAGES, N_, _

LOOK_IN_HELP: Final = N_("Kijk met --help hoe de opdracht eruitziet.")
VALUE_MISSES: Final = N_("Na {optie} ontbreekt de waarde.")
_HELP_TEXT: Final = N_("Toon deze uitleg en stop.")


def language_of(arguments: Sequence[str]) -> str:
    """Return the language asked for with `--taal`, so that also a complaint about the call is in that language.

    Dutch when there is none, or one we do not know: the command itself says so.
    """
    for index, argument in enumerate(arguments):
        name, sign, value = argument.partition("=")
        if name == "--taal":
            asked = value if sign else "".join(arguments[index + 1 : index + 2])
            return asked if asked in LANGUAGES else LANGUAGES[0]
    return LANGUAGES[0]


class Option(click.Option):
    """An option with its help in the language in use."""

    @override
    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        shown = copy.copy(self)
        shown.help = _(self.help) if self.help else ""
        if self.required:
            shown.help = _("{uitleg} Deze optie is nodig.").format(uitleg=shown.help)
        return click.Option.get_help_record(shown, ctx)

    @override
    def get_help_extra(self, ctx: click.Context) -> OptionHelpExtra:
        return {}


OPTIONS: Final = N_("[OPTIES]")
as_json_option: Final = click.option(
    "--json", "as_json", is_flag=True, cls=Option, help=N_("Schrijf één JSON-object en verder niets.")
)
language_option: Final = click.option(
    "--taal", default=LANGUAGES[0], cls=Option, metavar="nl|en", help=N_("De taal van de tekst.")
)
password_option: Final = click.option(
    "--wachtwoord-bestand",
    type=click.Path(path_type=Path),
    cls=Option,
    metavar="PAD",
    help=N_("Bestand met het wachtwoord op de eerste regel."),
)


class _Spoken(click.Command):
    """What commands and groups have in common: the words around their help."""

    @override
    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _(_HELP_TEXT)
        return option

    @override
    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(_(piece) for piece in self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=_("Gebruik:") + " ")

    @override
    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(inspect.cleandoc(_(self.help) if self.help else ""))

    @override
    def get_short_help_str(self, limit: int = 45) -> str:
        """Return the first sentence, whole: a list that cuts its explanation short explains nothing."""
        text = _(self.help) if self.help else ""
        return text.partition(". ")[0].rstrip(".") + "."

    @override
    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [item for item in self.get_params(ctx) if isinstance(item, click.Option)]
        records = [record for option in options if (record := option.get_help_record(ctx))]
        with formatter.section(_("Opties")):
            formatter.write_dl(records)


class Command(_Spoken):
    """One command; an argument too many is named."""

    @override
    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.allow_extra_args = True
        try:
            super().parse_args(ctx, args)
        except click.exceptions.BadOptionUsage as error:
            flags = [
                name for item in self.params if isinstance(item, click.Option) and item.is_flag for name in item.opts
            ]
            sentence = _("Bij {optie} hoort geen waarde.") if error.option_name in flags else _(VALUE_MISSES)
            raise KnownError(sentence.format(optie=error.option_name), _(LOOK_IN_HELP), code="opdracht") from error
        if ctx.args:
            raise KnownError(
                _("Met '{woord}' kunnen we hier niets.").format(woord=ctx.args[0]), _(LOOK_IN_HELP), code="opdracht"
            )
        return ctx.args


class Group(_Spoken, click.Group):
    """Commands under one name."""

    @override
    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    @override
    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section(_("Opdrachten")):
            formatter.write_dl([(name, found.get_short_help_str()) for name, found in commands if found])


def in_words(error: click.ClickException, commands: Sequence[str]) -> str:
    """Say click's own complaints in the language in use, naming the option or argument."""
    look = _(LOOK_IN_HELP)
    if isinstance(error, click.exceptions.NoSuchOption):
        return _("De optie {optie} kennen we niet. Kijk met --help welke er zijn.").format(optie=error.option_name)
    if isinstance(error, click.exceptions.MissingParameter):
        return _("Er ontbreekt iets: {naam}.").format(naam=_name(error.param)) + f" {look}"
    if isinstance(error, click.exceptions.BadParameter):
        return _("Deze waarde past niet bij {naam}.").format(naam=_name(error.param)) + f" {look}"
    choose = _("Kies uit: {namen}.").format(namen=", ".join(commands))
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return _("Geef een opdracht.") + f" {choose}"
    if isinstance(error, click.exceptions.NoSuchCommand):
        return _("De opdracht {naam} kennen we niet.").format(naam=repr(error.command_name)) + f" {choose}"
    return _("Deze opdracht kunnen we zo niet uitvoeren.") + f" {look}"


def _name(parameter: click.Parameter | None) -> str:
    """Return an argument or option as it is typed."""
    if parameter is None:
        return _("een waarde")
    return parameter.opts[0] if isinstance(parameter, click.Option) else parameter.human_readable_name
