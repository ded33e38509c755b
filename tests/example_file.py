"""The file with the example cases, made once for each day and language and copied for whoever wants one of its own."""

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from reintegratie_desktop.services.examples import EXAMPLE_PASSWORD, make_example_file
from reintegratie_desktop.services.workspace import Clock, Workspace
from reintegratie_desktop.store.keys import KdfParams, key_file_for
from reintegratie_desktop.text.i18n import current_language

_made: dict[tuple[datetime, str, str], tuple[bytes, bytes]] = {}
"""The data file and its key file, by moment, password and language. Telling the stories takes seconds, copying none."""


def example_file(path: Path, clock: Clock, password: str = EXAMPLE_PASSWORD) -> Workspace:
    """Put the example cases in a file of its own, as they are at this moment, and open it."""
    wanted = clock(), password, current_language()
    if wanted not in _made:
        with TemporaryDirectory() as folder:
            first = Path(folder) / path.name
            make_example_file(first, password, clock, kdf=KdfParams.for_tests()).close()
            _made[wanted] = first.read_bytes(), key_file_for(first).read_bytes()
    for file, content in zip((path, key_file_for(path)), _made[wanted], strict=True):
        file.write_bytes(content)
    return Workspace.open(path, password, clock)
