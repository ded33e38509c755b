"""Where a rule stands: the articles and pages behind the values and the dates.

The titles are Dutch, as they are in the TOML files. In another language a title keeps its Dutch name, with what it
means behind it: `packaging/catalogue.py` hands every title and paragraph of the law to the translators. A law with an
abbreviation is cited by it in every language; where there is room for the whole name, it stands beside it.
"""

from collections.abc import Mapping
from typing import Final

from reintegratie_desktop.law.parameters import LawDataError
from reintegratie_desktop.text.declaring import dataclass, override
from reintegratie_desktop.text.i18n import _, current_language

_KEYS: Final = frozenset({"title", "article", "bwb", "url"})
_SHORT: Final = "short"
_NUMBERED_BY_BOOK: Final = "BW"
"""The one law whose article is written without a word before it: BW 7:629."""


@dataclass(frozen=True)
class Source:
    """One article or page. `bwb` and `url` are empty where there is none, `short` where a law has no abbreviation."""

    id: str
    title: str
    article: str
    bwb: str
    url: str
    short: str = ""

    def cite(self, paragraph: str = "") -> str:
        """Return the line a person reads, translated: `ZW art. 38 lid 1`, and `BW 7:629 lid 1`."""
        line = self.short or _(self.title)
        if self.short == _NUMBERED_BY_BOOK:
            line = f"{line} {self.article}"
        elif self.article:
            line = _("{wet} art. {artikel}").format(wet=line, artikel=self.article)
        return _with_paragraph(line, paragraph)

    @property
    def whole_name(self) -> str:
        """Return the name that `cite` abbreviates, translated, or "" where it cites by the name itself."""
        return _(self.title) if self.short else ""

    def whole(self, paragraph: str = "") -> str:
        """Return the line with the whole name, for who looks it up: `Ziektewet, art. 38 lid 1`."""
        line = _(self.title)
        if self.article:
            line = _("{titel}, art. {artikel}").format(titel=line, artikel=self.article)
        return _with_paragraph(line, paragraph)


def _with_paragraph(line: str, paragraph: str) -> str:
    if not paragraph:
        return line
    return _("{bron} lid {lid}").format(bron=line, lid=paragraph if paragraph.isdigit() else _(paragraph))


class Basis:
    """The grondslag of a date: the sources it rests on, each with its paragraph (`lid`) or ""."""

    def __init__(self, parts: tuple[tuple[Source, str], ...]) -> None:
        self.parts = parts
        self.sources = tuple(source.id for source, _lid in parts)
        self._lines: dict[str, str] = {}
        self._whole: dict[str, str] = {}

    @override
    def __eq__(self, other: object, /) -> bool:
        return isinstance(other, Basis) and self.parts == other.parts

    @override
    def __hash__(self) -> int:
        return hash(self.parts)

    @property
    def text(self) -> str:
        """Return all of it in one line, translated; made once in each language, because every date asks for it."""
        language = current_language()
        line = self._lines.get(language)
        if line is None:
            line = self._lines[language] = "; ".join(source.cite(lid) for source, lid in self.parts)
        return line

    @property
    def whole(self) -> str:
        """Return all of it in one line with whole names, translated; made once in each language too."""
        language = current_language()
        line = self._whole.get(language)
        if line is None:
            line = self._whole[language] = "; ".join(source.whole(lid) for source, lid in self.parts)
        return line


def read_sources(data: Mapping[str, object]) -> dict[str, Source]:
    """Build the sources from their TOML tables.

    Raises:
        LawDataError: a table has other keys than title, article, bwb, url and maybe short, or a value that is no text.
    """
    sources = {}
    for key, table in data.items():
        if not isinstance(table, Mapping) or set(table) - {_SHORT} != _KEYS:
            raise LawDataError(f"{key}: a source has title, article, bwb and url, and maybe short")
        if not all(isinstance(text, str) for text in table.values()) or not table["title"]:
            raise LawDataError(f"{key}: a source holds texts, and a title that is not empty")
        sources[key] = Source(key, table["title"], table["article"], table["bwb"], table["url"], table.get(_SHORT, ""))
    return sources


def read_bases(data: Mapping[str, object], sources: Mapping[str, Source]) -> dict[str, Basis]:
    """Build the grondslagen from their TOML tables.

    Raises:
        LawDataError: a table is not a list of references, or refers to a source that does not exist.
    """
    bases = {}
    for key, table in data.items():
        refs = table.get("refs") if isinstance(table, Mapping) else None
        if not isinstance(refs, list) or not refs or not all(isinstance(ref, Mapping) for ref in refs):
            raise LawDataError(f"{key}: expects refs, a list of source and lid")
        for ref in refs:
            if set(ref) - {"source", "lid"} or ref.get("source") not in sources:
                raise LawDataError(f"{key}: the reference {ref!r} does not name a known source")
        bases[key] = Basis(tuple((sources[ref["source"]], ref.get("lid", "")) for ref in refs))
    return bases
