"""One function finds a bundled file in a checkout, in a wheel and in a frozen build."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from reintegratie_desktop.bundled import bundled_path

ROOT = Path(__file__).resolve().parents[2]
PROBE = (
    "from reintegratie_desktop.bundled import bundled_path; "
    "from reintegratie_desktop.text.i18n import set_language, _; "
    "print(bundled_path('resources', 'wet', 'termijnen.toml').read_text(encoding='utf-8')[:1]); set_language('en'); "
    "print(_('Eerste ziektedag'))"
)


def test_a_checkout_holds_its_files_at_the_top() -> None:
    assert bundled_path("resources", "wet") == ROOT / "resources" / "wet"


def test_what_is_not_there_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"resources/geen\.toml"):
        bundled_path("resources", "geen.toml")


def test_a_wheel_holds_its_files_inside_the_package(tmp_path: Path) -> None:
    subprocess.run(
        [
            sys.executable,
            "-c",
            "from hatchling.build import build_wheel; import sys; build_wheel(sys.argv[1])",
            tmp_path,
        ],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    wheel = next(tmp_path.glob("*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    told = subprocess.run(
        [sys.executable, "-c", PROBE], cwd=tmp_path / "site", check=True, capture_output=True, text=True
    )
    assert told.stdout.split("\n")[:2] == ["#", "First day of sickness"]


def test_a_frozen_build_unpacks_its_files_beside_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "resources" / "wet", tmp_path / "resources" / "wet")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert bundled_path("resources", "wet") == tmp_path / "resources" / "wet"
