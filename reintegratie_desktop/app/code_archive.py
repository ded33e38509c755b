"""One file with the compiled modules of the first screen, so that a start opens one file instead of two hundred.

Python keeps each compiled module in a file of its own and looks for it in every folder of its path. That is a sixth of
our start, and more where a scanner looks at every file that opens. The archive stands beside those files and follows
their rules: an entry holds as long as the source has the size and the time it was compiled with, another Python or
another path makes it void, and it is not written when Python was told not to write compiled code. PySide compiles a
dozen of its own modules from source at every start; what comes out of that is kept in the same way.

The archive also names the libraries of the first screen, Qt among them. They are loaded in a thread of their own, while
Python, which does not need its lock for that, goes on.
"""

import builtins
import marshal
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib.machinery import ExtensionFileLoader, ModuleSpec, SourceFileLoader
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from types import CodeType, ModuleType
from typing import Any, Final

Stamp = tuple[int, int]
"""The time and the size of a file."""
Module = tuple[str, Stamp, bool, str, bytes]
"""Source and its stamp, whether it is a package, the file Python itself would use, and the code."""
Library = tuple[str, Stamp]
"""A module that is a library of the computer, and its stamp."""
Compiled = tuple[bytes, bytes]
"""A fingerprint of a source, and its code."""

_EMBEDDED: Final = "shibokensupport/"
"""How PySide names the modules it carries inside its library."""
_FOR_BUILDERS: Final = "shibokensupport/signature/lib/pyi_generator.py"
"""Writes the type stubs of PySide when that is built. It is loaded at every start and used by nothing in a program."""


def archive_path() -> str:
    """Return where the archive stands: where Python keeps our compiled modules."""
    return cache_from_source(__file__).removesuffix(".pyc") + ".archief"


def _identity() -> tuple[Any, ...]:
    """Return what must be the same for the archive to hold."""
    return (MAGIC_NUMBER, sys.version, sys.flags.optimize, sys.prefix, tuple(sys.path))


class _Loader(SourceFileLoader):
    """Loads a module as Python would, with the code from the archive the first time."""

    def __init__(self, name: str, path: str, code: bytes) -> None:
        super().__init__(name, path)
        self.kept: bytes | None = code

    def get_code(self, fullname: str) -> CodeType | None:  # type: ignore[explicit-override]  # its home is archived too
        kept, self.kept = self.kept, None
        if kept is None:
            return super().get_code(fullname)
        code = marshal.loads(kept)  # noqa: S302 - written by us, and as well kept as Python's own compiled files
        assert isinstance(code, CodeType)
        return code


class CodeArchive:
    """The archive of one process. It finds modules for Python, and remembers which ones a first screen needed."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._libraries: dict[str, Library] = {}
        self._modules: dict[str, Module] = {}
        self._compiled: dict[str, Compiled] = {}
        self._new: dict[str, Compiled] = {}
        self._before: frozenset[str] = frozenset()
        self._wanted: list[str] = []

    def install(self) -> None:
        """Look in the archive before anywhere else, and begin to load its libraries."""
        self._before = frozenset(sys.modules)
        sys.meta_path.insert(0, self)
        # Whatever is wrong with the file: without it the start is slower, nothing else.
        with suppress(OSError, ValueError, EOFError, TypeError), open(self._path, "rb") as file:  # noqa: PTH123
            identity, libraries = marshal.load(file)  # noqa: S302 - written by us, and kept where Python keeps its own
            if identity == _identity():
                self._libraries = libraries
                # In the order Python comes to them: loading one makes all other loading wait.
                load_beside([path for path, _stamp in libraries.values()])
                self._modules, self._compiled = marshal.load(file)  # noqa: S302

    def remove(self) -> None:
        """Leave the finding of modules to Python again."""
        with suppress(ValueError):
            sys.meta_path.remove(self)

    def find_spec(
        self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return how a module is loaded from the archive; None when Python must look for it."""
        if name in self._modules:
            source, stamp, is_package, cached, code = self._modules[name]
            if _stamp(source) == stamp:
                spec = ModuleSpec(name, _Loader(name, source, code), origin=source, is_package=is_package)
                spec.has_location = True
                spec.cached = cached
                if is_package:
                    spec.submodule_search_locations = [os.path.dirname(source)]  # noqa: PTH120 - pathlib comes later
                return spec
            del self._modules[name]
        elif name in self._libraries:
            path, stamp = self._libraries[name]
            if _stamp(path) == stamp:
                spec = ModuleSpec(name, ExtensionFileLoader(name, path), origin=path)
                spec.has_location = True
                return spec
            del self._libraries[name]
        return None

    @contextmanager
    def keeping_embedded(self) -> Iterator[None]:
        """Use and keep what PySide compiles from its embedded sources inside this block, and leave out its tools."""
        plain: Callable[..., Any] = builtins.compile

        def compiled(source: Any, filename: Any, mode: str, *rest: Any, **options: Any) -> Any:  # noqa: ANN401
            if not isinstance(source, bytes) or not str(filename).startswith(_EMBEDDED) or rest or options:
                return plain(source, filename, mode, *rest, **options)
            if filename == _FOR_BUILDERS:
                return plain("", filename, mode)
            mark = source_hash(source)
            known = self._compiled.get(filename)
            if known is not None and known[0] == mark:
                return marshal.loads(known[1])  # noqa: S302 - see above
            code = plain(source, filename, mode)
            self._new[filename] = (mark, marshal.dumps(code))
            return code

        builtins.compile = compiled
        try:
            yield
        finally:
            builtins.compile = plain

    def note(self) -> None:
        """Remember that everything loaded by now was needed for the first screen."""
        self._wanted = [name for name in sys.modules if name not in self._before]

    def write(self) -> None:
        """Write the archive anew when the first screen needed something that is not in it."""
        from reintegratie_desktop.bundled.keeping import write_aside  # noqa: PLC0415 - out of the archive itself

        libraries = {name: found for name in self._wanted if (found := self._library(name)) is not None}
        modules = {name: kept for name in self._wanted if (kept := self._module(name)) is not None}
        if self._new or libraries.keys() - self._libraries.keys() or modules.keys() - self._modules.keys():
            first = (_identity(), self._libraries | libraries)
            rest = (self._modules | modules, self._compiled | self._new)
            write_aside(self._path, marshal.dumps(first) + marshal.dumps(rest))

    def _library(self, name: str) -> Library | None:
        """Return what the archive keeps of a module that is a library, None for another."""
        spec = getattr(sys.modules.get(name), "__spec__", None)
        if spec is None or type(spec.loader) is not ExtensionFileLoader or spec.name != name or spec.origin is None:
            return None
        stamp = _stamp(spec.origin)
        return None if stamp is None else (spec.origin, stamp)

    def _module(self, name: str) -> Module | None:
        """Return what the archive keeps of a loaded module, None when it was not loaded from a source file."""
        if name in self._modules:
            return self._modules[name]
        spec = getattr(sys.modules.get(name), "__spec__", None)
        if spec is None or type(spec.loader) is not SourceFileLoader or spec.name != name or spec.origin is None:
            return None
        stamp = _stamp(spec.origin)
        if stamp is None or spec.cached is None:
            return None
        code = marshal.dumps(spec.loader.get_code(name))
        return (spec.origin, stamp, spec.submodule_search_locations is not None, spec.cached, code)


def load_beside(paths: Iterable[str]) -> None:
    """Load libraries in a thread of their own. Python finds them loaded when it comes to them, or waits for the rest.

    Where this is not possible nothing happens: Python loads them itself.
    """
    if os.name != "posix":
        return
    import ctypes  # noqa: PLC0415 - loads in a tenth of the time that is won
    from _thread import start_new_thread  # noqa: PLC0415 - ends with the last library; nobody waits for it

    # Called as a plain function Python lets go of its lock meanwhile; when it loads a library itself it does not.
    load = ctypes.CDLL(None).dlopen
    load.restype, load.argtypes = ctypes.c_void_p, (ctypes.c_char_p, ctypes.c_int)
    flags = sys.getdlopenflags()
    # A library that is gone gives no handle and no error; Python will look for it.
    start_new_thread(lambda: [load(os.fsencode(path), flags) for path in paths], ())


def _stamp(path: str) -> Stamp | None:
    """Return the time and the size of a file, as Python's own compiled files keep them of their source."""
    try:
        now = os.stat(path)  # noqa: PTH116 - pathlib comes later
    except OSError:
        return None
    return int(now.st_mtime), now.st_size
