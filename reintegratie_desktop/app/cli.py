"""The command `reintegratie`: everything the window can do without a screen, through the same services."""

import sys
from collections.abc import Sequence
from typing import Final

import click
from typing_extensions import override

from reintegratie_desktop.text.errors import KnownError

UNUSABLE: Final = 2

_COMMANDS: Final = {
    "termijnen": "reintegratie_desktop.app.command_deadlines:termijnen",
    "privacy": "reintegratie_desktop.app.command_privacy:privacy",
    "demo": "reintegratie_desktop.app.command_file:demo",
    "dossiers": "reintegratie_desktop.app.command_file:dossiers",
    "document": "reintegratie_desktop.app.command_file:document",
    "documentsoorten": "reintegratie_desktop.app.command_file:documentsoorten",
    "schema": "reintegratie_desktop.app.command_file:schema",
}


class LazyGroup(click.Group):
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


@click.group(cls=LazyGroup, help="Re-integratie Desktop op de opdrachtregel. Geen scherm, geen internet.")
def group() -> None:
    """Hold the commands."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command; whatever is wrong with the input ends in one Dutch sentence and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        result = group.main(args=arguments, prog_name="reintegratie", standalone_mode=False)
    except KnownError as error:
        _stop(str(error))
    except click.exceptions.Exit as leave:
        sys.exit(leave.exit_code)
    except click.Abort:
        _stop("Afgebroken. Er is niets veranderd.")
    except click.ClickException as error:
        _stop(in_dutch(error))
    except BrokenPipeError:
        sys.exit(0)
    else:
        sys.exit(result if isinstance(result, int) else 0)


def _stop(sentence: str) -> None:
    print(sentence, file=sys.stderr)  # noqa: T201 - this is the command line's voice
    sys.exit(UNUSABLE)


def in_dutch(error: click.ClickException) -> str:
    """Say click's own complaints in Dutch, naming the option or argument."""
    if isinstance(error, click.exceptions.NoSuchOption):
        return f"De optie {error.option_name} kennen we niet. Kijk met --help welke er zijn."
    if isinstance(error, click.exceptions.MissingParameter):
        return f"Er ontbreekt iets: {_name(error.param)}. Kijk met --help hoe de opdracht eruitziet."
    if isinstance(error, click.exceptions.BadParameter):
        return f"Deze waarde past niet bij {_name(error.param)}. Kijk met --help wat er mag."
    if isinstance(error, click.exceptions.FileError):
        return f"Het bestand {error.ui_filename} kunnen we niet lezen. Kijk of het pad klopt."
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return f"Geef een opdracht. Kies uit: {', '.join(_COMMANDS)}."
    if isinstance(error, click.exceptions.NoSuchCommand):
        return f"Deze opdracht kennen we niet. Kies uit: {', '.join(_COMMANDS)}."
    return "Deze opdracht kunnen we zo niet uitvoeren. Kijk met --help hoe die eruitziet."


def _name(parameter: click.Parameter | None) -> str:
    """Return an argument or option as it is typed."""
    if parameter is None:
        return "een waarde"
    return parameter.opts[0] if isinstance(parameter, click.Option) else parameter.human_readable_name


if __name__ == "__main__":
    main()
