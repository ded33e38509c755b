"""Keeps what was worked out of a bundled file beside Python's own compiled modules, so that it is worked out once.

It follows their rules: it is not written when Python was told not to write compiled code, and a folder that cannot be
written only costs time. What is kept holds for exactly the bytes it was made from.
"""

import marshal
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib.util import cache_from_source
from typing import TypeVar

T = TypeVar("T")


def keep_path(name: str) -> str:
    """Return the file in which something is kept: in the folder of our compiled modules, per version of Python."""
    return cache_from_source(__file__).removesuffix(".pyc") + f".{name}"


def write_aside(path: str, content: bytes) -> None:
    """Write a file that is there as a whole or not at all; a disk that refuses is not worth a word."""
    if sys.dont_write_bytecode:
        return
    aside = f"{path}.{os.getpid()}"
    with suppress(OSError):
        with open(aside, "wb") as file:  # noqa: PTH123 - early in a start, before pathlib
            file.write(content)
        os.replace(aside, path)  # noqa: PTH105


def kept(name: str, source: bytes, make: Callable[[bytes], T]) -> T:
    """Return what `make` makes of a source, from what was kept when that was made of the same bytes.

    It is made of what `marshal` can write: texts, numbers, truth values, lists, tuples and dictionaries.
    """
    path = keep_path(name)
    with suppress(OSError, ValueError, EOFError, TypeError), open(path, "rb") as file:  # noqa: PTH123
        known, value = marshal.load(file)  # noqa: S302 - written by us, and kept where Python keeps its own
        if known == source:
            made: T = value
            return made
    made = make(source)
    with suppress(ValueError):  # what cannot be kept is made again the next time
        write_aside(path, marshal.dumps((source, made)))  # type: ignore[arg-type]  # whatever `make` makes
    return made
