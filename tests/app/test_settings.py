"""What the program remembers on this computer, and the one place that knows the time."""

import json
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from reintegratie_desktop.app import clock
from reintegratie_desktop.app.settings import Settings, settings_path


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    path = tmp_path / "nieuw" / "instellingen.json"
    Settings(language="en", theme="donker", last_file="/a/b.reintegratie", show_paper=False).save(path)
    assert Settings.load(path) == Settings("en", "donker", "/a/b.reintegratie", show_paper=False)


def test_settings_stand_in_the_folder_of_the_user_and_name_nobody() -> None:
    Settings().save()
    text = settings_path().read_text(encoding="utf-8")
    assert set(json.loads(text)) == {"language", "theme", "last_file", "show_paper"}


@pytest.mark.parametrize("content", ["", "{", "[]", '"x"', '{"onbekend": 1, "language": "en"}'])
def test_unreadable_settings_give_the_defaults_and_unknown_ones_are_left_out(tmp_path: Path, content: str) -> None:
    path = tmp_path / "instellingen.json"
    path.write_text(content, encoding="utf-8")
    assert Settings.load(path).theme == "systeem"


def test_the_clock_is_the_local_one() -> None:
    assert abs(clock.now() - datetime.now()) < timedelta(minutes=1)
    assert clock.today() - date.today() in (timedelta(0), timedelta(days=1), timedelta(days=-1))
