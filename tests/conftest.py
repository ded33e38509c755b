"""Shared set-up of all tests: no screen, no home folder of a person, Dutch as the language, a fixed day."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from reintegratie_desktop.text.i18n import set_language

VANDAAG = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _dutch(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Start every test in Dutch with an empty home folder."""
    home: Path = tmp_path_factory.mktemp("thuis")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    set_language("nl")
    yield
    set_language("nl")


@pytest.fixture
def today() -> date:
    """Return the day on which the tests take place, a Monday."""
    return VANDAAG
