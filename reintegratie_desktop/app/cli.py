"""The command `reintegratie`: everything the window can do without a screen, through the same services."""

import sys
from collections.abc import Sequence
from typing import Final

import click
from typing_extensions import override

from reintegratie_desktop import __version__
from reintegratie_desktop.app.command_words import Group, Option, in_words, language_of
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import N_, _, set_language

UNUSABLE: Final = 2

_COMMANDS: Final = {
    "termijnen": "reintegratie_desktop.app.command_deadlines:termijnen",
    "verlof": "reintegratie_desktop.app.command_leave:verlof",
    "loon": "reintegratie_desktop.app.command_wage:loon",
    "toets": "reintegratie_desktop.app.command_check:toets",
    "regels": "reintegratie_desktop.app.command_rules:regels",
    "agenda": "reintegratie_desktop.app.command_agenda:agenda",
    "privacy": "reintegratie_desktop.app.command_privacy:privacy",
    "demo": "reintegratie_desktop.app.command_file:demo",
    "dossiers": "reintegratie_desktop.app.command_file:dossiers",
    "document": "reintegratie_desktop.app.command_file:document",
    "riv": "reintegratie_desktop.app.command_report:riv",
    "uitvoeren": "reintegratie_desktop.app.command_case:uitvoeren",
    "invoeren": "reintegratie_desktop.app.command_case:invoeren",
    "documentsoorten": "reintegratie_desktop.app.command_file:documentsoorten",
    "schema": "reintegratie_desktop.app.command_file:schema",
}


class LazyGroup(Group):
    """Loads only the command that is asked for, so that a small one starts fast."""

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        place = _COMMANDS.get(cmd_name)
        if place is None:
            return None
        module_name, _colon, attribute = place.partition(":")
        from importlib import import_module  # noqa: PLC0415 - beside its only use

        command = getattr(import_module(module_name), attribute)
        assert isinstance(command, click.Command)
        return command


@click.group(
    cls=LazyGroup,
    help=N_("Re-integratie Desktop op de opdrachtregel. Geen scherm, geen internet."),
    options_metavar="",
    subcommand_metavar=N_("OPDRACHT ..."),
)
@click.version_option(
    __version__, message="Re-integratie Desktop %(version)s", help=N_("Toon de versie en stop."), cls=Option
)
def group() -> None:
    """Hold the commands."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command; whatever is wrong with the input ends in one clear sentence and exit code 2."""
    words = sys.argv[1:] if arguments is None else arguments
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        set_language(language_of(words))
        result = group.main(args=words, prog_name="reintegratie", standalone_mode=False)
    except KnownError as error:
        _stop(str(error))
    except click.exceptions.Exit as leave:
        sys.exit(leave.exit_code)
    except click.Abort:
        _stop(_("Afgebroken. Er is niets veranderd."))
    except click.ClickException as error:
        _stop(in_words(error, tuple(_COMMANDS)))
    except BrokenPipeError:
        sys.exit(0)
    else:
        sys.exit(result if isinstance(result, int) else 0)


def _stop(sentence: str) -> None:
    print(sentence, file=sys.stderr)  # noqa: T201 - this is the command line's voice
    sys.exit(UNUSABLE)


if __name__ == "__main__":
    main()
