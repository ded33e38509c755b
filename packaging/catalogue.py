#!/usr/bin/env python3
"""Brings the translation catalogues up to date with the sentences in the code.

    .venv/bin/python packaging/catalogue.py

The Dutch sentences are the message ids. The Dutch catalogue repeats them, so that a translator sees a complete example;
in the English one new sentences stand with an empty translation until somebody writes it. A test fails while one is
empty, fuzzy, left over, or has other placeholders than its sentence.
"""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
DOMAIN = "reintegratie"
UNUSED = (
    '"POT-Creation-Date',
    '"PO-Revision-Date',
    '"Project-Id',
    '"Report-Msgid',
    '"Last-Tr',
    '"Language-Team',
    '"Generated',
)
LAW = ROOT / "resources" / "wet"
NAME_OF_A_LAW = (
    "Vertaler: de naam van een wet of pagina. Laat hem Nederlands en zet de betekenis erachter, tussen haakjes."
)
HEADER = "# Re-integratie Desktop. Licence: EUPL-1.2."


def extract() -> Catalog:
    """Return every translatable sentence of the package."""
    found = Catalog(project="Re-integratie Desktop", charset="utf-8")
    package = ROOT / "reintegratie_desktop"
    for _name, _line, message, comments, context in extract_from_dir(
        package, method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=("Vertaler:",)
    ):
        if message and message != ("", ""):
            found.add(message, None, auto_comments=comments, context=context)
    for sentence, comment in law_texts():
        found.add(sentence, None, auto_comments=(comment,))
    return found


def law_texts() -> Iterator[tuple[str, str]]:
    """Yield the words of the law data that people read, each with a comment for the translator.

    They are the labels of the values, the doubts, the titles of the sources, and the paragraphs with words in them.
    """
    for path in sorted(LAW.glob("*.toml")):
        tables = {
            key: table for key, table in tomllib.loads(path.read_text("utf-8")).items() if isinstance(table, dict)
        }
        for table in tables.values():
            if "label" in table:
                yield table["label"], f"Vertaler: een regel in wet/{path.name}."
            for part in ("question", "default", "where"):
                if part in table:
                    yield table[part], f"Vertaler: waar de wet ruimte laat, in wet/{path.name}."
            if "title" in table:
                yield table["title"], NAME_OF_A_LAW
            for ref in table.get("refs", ()):
                if not ref.get("lid", "0").isdigit():
                    yield ref["lid"], "Vertaler: een lid van een artikel."


def po_path(language: str) -> Path:
    """Return where the catalogue of a language stands."""
    return ROOT / "translations" / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def read(language: str) -> Catalog:
    """Return the catalogue of a language; an empty one when there is none."""
    path = po_path(language)
    if not path.exists():
        return Catalog(locale=language, domain=DOMAIN)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def updated(language: str, found: Catalog) -> Catalog:
    """Return the catalogue of a language with exactly the sentences found; nothing is guessed for new ones."""
    known = read(language)
    fresh = Catalog(locale=language, domain=DOMAIN, charset="utf-8", fuzzy=False, header_comment=HEADER)
    for message in found:
        if not message.id:
            continue
        old = known.get(message.id if isinstance(message.id, str) else message.id[0], message.context)
        fresh.add(
            message.id,
            message.id if language == "nl" else (old.string if old and old.id == message.id else None),
            auto_comments=message.auto_comments,
            context=message.context,
        )
    return fresh


def is_translated(message: Message) -> bool:
    """Tell whether a message has all its translations."""
    strings = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
    return bool(strings) and all(strings) and not message.fuzzy


def save(catalogue: Catalog, path: Path) -> None:
    """Write a catalogue, sorted and without line numbers, so that a change stays small."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=120, sort_output=True, no_location=True, omit_header=False)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith(UNUSED)), encoding="utf-8")


def main() -> None:
    """Update the catalogues and tell what is still to translate."""
    found = extract()
    for language in ("nl", "en"):
        catalogue = updated(language, found)
        save(catalogue, po_path(language))
        empty = sum(1 for message in catalogue if message.id and not is_translated(message))
        print(f"{language}: {len(catalogue)} zinnen, {empty} nog te vertalen")
    sys.exit(0)


if __name__ == "__main__":
    main()
