#!/usr/bin/env python3
"""Sets up, runs, tests and measures the program on a fresh machine. Needs nothing but Python itself.

python3 packaging/dev.py run      install what is needed and open the window
python3 packaging/dev.py test     the same set-up, then lint, types, import rules and all tests
python3 packaging/dev.py bench    print the measurements of the README
python3 packaging/dev.py long     the long proofs, such as fifty crashes while typing
python3 packaging/dev.py pictures screenshots of every screen, into schermbeelden/
python3 packaging/dev.py setup    only the set-up
"""

import ctypes
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = Path(os.environ.get("REINTEGRATIE_VENV", ROOT / ".venv"))
EXAMPLES = ROOT / "voorbeeld-uitvoer"
OLDEST, NEWEST = (3, 11), (3, 13)

# Debian packages that hold the shared libraries Qt needs, with one library of each to see whether it is there.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
SCREEN_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
}


def say(text: str) -> None:
    """Print a line at once, so that it stands before the output of a command it announces."""
    print(text, flush=True)


def stop(text: str) -> None:
    """End with a sentence instead of a traceback."""
    print(text, file=sys.stderr, flush=True)
    raise SystemExit(1)


def run(*command: str | Path, env: dict[str, str] | None = None) -> None:
    """Run a command in the project folder and stop when it fails."""
    result = subprocess.run([str(part) for part in command], cwd=ROOT, env=env, check=False)
    if result.returncode:
        raise SystemExit(result.returncode)


def python() -> Path:
    """Return the Python of the virtual environment."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def has_screen() -> bool:
    """Tell whether a window can be shown."""
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


# --- the machine ------------------------------------------------------------------------------------------------------


def check_python() -> None:
    """Stop when this Python is too old or too new."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        have = ".".join(map(str, sys.version_info[:2]))
        stop(f"Dit programma werkt met Python 3.11, 3.12 of 3.13. Dit is Python {have}. Start dit script daarmee.")


def install_debian(packages: list[str], what: str) -> None:
    """Install Debian packages as root; without root, or elsewhere, print the exact command and stop."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not shutil.which("apt-get"):
        stop(f"{what} ontbreekt. Installeer dit met het pakketbeheer van je systeem: {' '.join(packages)}")
    if os.geteuid() != 0:
        line = f"sudo apt-get update && sudo {' '.join(command)}"
        stop(f"{what} ontbreekt. Voer dit uit en start daarna opnieuw:\n  {line}")
    say(f"{what} ontbreekt; wordt geïnstalleerd: {' '.join(packages)}")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run("apt-get", "update", "-q", env=env)
    run(*command, "-q", env=env)


def has_library(name: str) -> bool:
    """Tell whether the dynamic linker finds a library."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def check_libraries() -> None:
    """Install the shared libraries Qt needs, on Linux."""
    if sys.platform != "linux":
        return
    needed = {**QT_LIBRARIES, **(SCREEN_LIBRARIES if has_screen() else {})}
    missing = sorted({package for library, package in needed.items() if not has_library(library)})
    if missing:
        install_debian(missing, "Een systeembibliotheek voor het venster")


# --- the virtual environment ------------------------------------------------------------------------------------------


def make_environment() -> None:
    """Make the virtual environment and install the locked packages, once per lock file and Python."""
    lock = ROOT / "packaging" / "requirements-dev.lock"
    stamp = VENV / "reintegratie.stamp"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest() + platform.python_version()
    if python().exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    if not python().exists() or not has_pip():
        create_environment()
    say("De bibliotheken worden geïnstalleerd. De eerste keer duurt dat een paar minuten.")
    run(python(), "-m", "pip", "install", "--disable-pip-version-check", "-q", "--require-hashes", "-r", lock)
    stamp.write_text(wanted, encoding="utf-8")


def has_pip() -> bool:
    """Tell whether the environment's own pip works."""
    return subprocess.run([str(python()), "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0


def create_environment() -> None:
    """Create the virtual environment; Debian keeps a needed part of Python in a package of its own."""
    try:
        import ensurepip  # noqa: F401 - only to see whether it is there
    except ImportError:
        version = ".".join(map(str, sys.version_info[:2]))
        install_debian([f"python{version}-venv"], "Het onderdeel venv van Python")
        os.execv(sys.executable, [sys.executable, *sys.argv])  # noqa: S606 - ourselves again, now with ensurepip
    say(f"De omgeving wordt gemaakt in {VENV}.")
    venv.create(VENV, with_pip=True, clear=VENV.exists())


def compile_translations() -> None:
    """Build the .mo catalogues that the program reads."""
    code = (
        "import sys; from pathlib import Path; sys.path.insert(0, 'packaging'); import hatch_build; "
        "hatch_build.compile_catalogues(Path('translations'))"
    )
    run(python(), "-c", code)


def set_up() -> None:
    """Do everything that running and testing need."""
    check_python()
    make_environment()
    check_libraries()
    compile_translations()


# --- the commands -----------------------------------------------------------------------------------------------------


def command_run(arguments: list[str]) -> None:
    """Open the window, or make the example papers where there is no screen."""
    set_up()
    if has_screen():
        run(python(), "-m", "reintegratie_desktop", *arguments)
        return
    say("Er is hier geen beeldscherm, dus het venster kan niet open. In plaats daarvan maken we de voorbeelden.")
    run(python(), "-m", "reintegratie_desktop.app.examples", EXAMPLES)


def command_test(arguments: list[str]) -> None:
    """Check style, types and import rules, and run all tests with their coverage gates."""
    set_up()
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    for report in ROOT.glob(".coverage*"):
        report.unlink()
    run(python(), "-m", "ruff", "check", "--no-cache", ".")
    run(python(), "-m", "ruff", "format", "--check", "--no-cache", ".")
    run(python(), "-m", "mypy")
    run(VENV / ("Scripts" if os.name == "nt" else "bin") / "lint-imports", "--no-cache")
    workers = ["-n", "2", "--dist", "loadfile"] if (os.cpu_count() or 1) > 1 else []
    run(python(), "-m", "pytest", "-q", "-m", "not long", *workers, "--cov", "--cov-report=", *arguments, env=env)
    if arguments:
        return
    perfect = "*/law/*,*/domain/*,*/forms/*"
    run(python(), "-m", "coverage", "report", f"--include={perfect}", "--fail-under=100")
    run(python(), "-m", "coverage", "report", f"--omit={perfect}", "--fail-under=85")


def command_bench(arguments: list[str]) -> None:
    """Print the measurements."""
    set_up()
    run(python(), "packaging/bench.py", *arguments)


def command_long(arguments: list[str]) -> None:
    """Run the long proofs."""
    set_up()
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    run(python(), "-m", "pytest", "-q", "-m", "long", *arguments, env=env)


def command_pictures(arguments: list[str]) -> None:
    """Make a picture of every screen, light and dark, at 100 % and 150 %, in Dutch and English."""
    set_up()
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "REINTEGRATIE_SCHERMBEELDEN": str(ROOT / "schermbeelden")}
    run(python(), "-m", "pytest", "-q", "tests/ui/test_screens.py", *arguments, env=env)


COMMANDS = {
    "run": command_run,
    "test": command_test,
    "bench": command_bench,
    "long": command_long,
    "pictures": command_pictures,
    "setup": lambda _arguments: set_up(),
}


def main() -> None:
    """Run the command that was asked for."""
    command = sys.argv[1] if len(sys.argv) > 1 else ""
    if command not in COMMANDS:
        stop(__doc__ or "")
    COMMANDS[command](sys.argv[2:])


if __name__ == "__main__":
    main()
