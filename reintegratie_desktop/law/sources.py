"""Where a rule stands: the articles and pages behind the values and the dates."""

from collections.abc import Mapping

from reintegratie_desktop.law.parameters import LawDataError
from reintegratie_desktop.text.declaring import dataclass


@dataclass(frozen=True)
class Source:
    """One article or page. `bwb` and `url` are empty where there is none."""

    id: str
    title: str
    article: str
    bwb: str
    url: str

    def cite(self, paragraph: str = "") -> str:
        """Return the line a person reads: `Ziektewet, art. 38 lid 1`."""
        article = f", art. {self.article}" if self.article else ""
        return f"{self.title}{article}{f' lid {paragraph}' if paragraph else ''}"


@dataclass(frozen=True)
class Basis:
    """The grondslag of a date: one line to read, and the ids of the sources in it."""

    text: str
    sources: tuple[str, ...]


def read_sources(data: Mapping[str, object]) -> dict[str, Source]:
    """Build the sources from their TOML tables.

    Raises:
        LawDataError: a table has other keys than title, article, bwb and url, or a value that is no text.
    """
    sources = {}
    for key, table in data.items():
        if not isinstance(table, Mapping) or set(table) != {"title", "article", "bwb", "url"}:
            raise LawDataError(f"{key}: a source has title, article, bwb and url")
        if not all(isinstance(text, str) for text in table.values()) or not table["title"]:
            raise LawDataError(f"{key}: a source holds texts, and a title that is not empty")
        sources[key] = Source(key, table["title"], table["article"], table["bwb"], table["url"])
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
        text = "; ".join(sources[ref["source"]].cite(ref.get("lid", "")) for ref in refs)
        bases[key] = Basis(text, tuple(ref["source"] for ref in refs))
    return bases
