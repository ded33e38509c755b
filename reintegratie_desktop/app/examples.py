"""Makes the example file and all its papers in a folder: `python -m reintegratie_desktop.app.examples FOLDER`."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from reintegratie_desktop.app.clock import now
from reintegratie_desktop.services.examples import EXAMPLE_PASSWORD, make_example_file
from reintegratie_desktop.services.files import SUFFIX, write_file, writing_error
from reintegratie_desktop.services.workspace import Clock, Workspace
from reintegratie_desktop.store.keys import KdfParams, key_file_for
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _, ngettext

LIST_NAME: Final = "inhoud.txt"
"""Names what was made in the folder, so that a next time only that is cleared."""

FILE_NAME: Final = f"voorbeeld{SUFFIX}"
_TALK: Final = "gesprek"


def make_examples(folder: Path, clock: Clock, *, kdf: KdfParams | None = None) -> list[Path]:
    """Make the example file and its papers as PDF, and return where they are; what was made before is replaced.

    Raises:
        KnownError: the folder cannot be written, or another file stands where the example file comes.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _clear(folder)
    except OSError as error:
        raise writing_error(error, folder) from error
    desk = make_example_file(folder / FILE_NAME, EXAMPLE_PASSWORD, clock, kdf=kdf)
    made = [desk.path, key_file_for(desk.path)]
    try:
        _note(folder, made)
        for name, content in example_papers(desk):
            made.append(folder / name)
            _note(folder, made)
            write_file(made[-1], content)
    finally:
        desk.close()
    return made


def example_papers(desk: Workspace) -> Iterator[tuple[str, bytes]]:
    """Yield a file name and a PDF: the newest version of every paper, and of an open talk the agenda and the draft."""
    for case in desk.store.cases.all():
        for paper in reversed(desk.papers.views(case.id)):
            if paper.is_newest:
                yield desk.papers.file_name(paper.id), desk.papers.pdf(paper.id)
        for draft in desk.store.drafts.list(case.id):
            session = desk.open_form(draft.form, case.id, slot=draft.slot)
            start = f"{case.nummer}_{draft.form}"
            yield f"{start}_concept.pdf", session.render_pdf()
            if draft.form == _TALK:
                yield f"{start}_agenda.pdf", session.render_pdf(layout="agenda")
                empty = desk.open_form(_TALK, case.id)
                yield f"{start}_om_in_te_vullen.pdf", empty.render_pdf(by_hand=True)


def _note(folder: Path, made: Sequence[Path]) -> None:
    # Before a file is written, so that one that was broken off halfway is cleared the next time too.
    write_file(folder / LIST_NAME, "".join(f"{path.name}\n" for path in made).encode())


def _clear(folder: Path) -> None:
    """Remove what this program made in the folder before, and nothing else."""
    listed = folder / LIST_NAME
    if not listed.exists():
        return
    for line in listed.read_text(encoding="utf-8").splitlines():
        if line and Path(line).name == line and (folder / line).is_file():
            (folder / line).unlink()
    listed.unlink()


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the examples in the folder that is given and say where they are."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if len(given) != 1 or given[0].startswith("-"):
        print(_("Geef één map op: hier komen de voorbeelden te staan."), file=sys.stderr)  # noqa: T201
        return 2
    folder = Path(given[0])
    try:
        made = make_examples(folder, now)
    except KnownError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 2
    papers = sum(path.suffix == ".pdf" for path in made)
    sentence = ngettext("{n} papier als PDF staat in {map}.", "{n} papieren als PDF staan in {map}.", papers)
    print(sentence.format(n=papers, map=folder))  # noqa: T201
    print(  # noqa: T201
        _("Het bestand met de voorbeelddossiers is {bestand}. Het wachtwoord is: {woord}").format(
            bestand=made[0].name, woord=EXAMPLE_PASSWORD
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
