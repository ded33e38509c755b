"""Papers that were frozen under an earlier version of their form still print the same: text and place of every word.

The snapshots in `golden/momentopnamen` are never made anew. `GOLDEN_SCHRIJVEN=1` writes the two fingerprints again, for
a change of the look of all papers that is meant.
"""

import hashlib
import io
import json
import os
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from reintegratie_desktop.documents.pdf import render
from reintegratie_desktop.domain.snapshot import FormSnapshot

FOLDER = Path(__file__).parents[1] / "golden" / "momentopnamen"
PAPERS = ("ziekmelding_1.0", "plan_van_aanpak_1.0", "gesprek_1.0")


def read(name: str) -> dict[str, Any]:
    data = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    assert isinstance(data, dict)
    return data


def fingerprints(pdf: bytes) -> dict[str, str]:
    """Return the SHA-256 of the text, and of the text with the place of every piece of it in whole points."""
    texts, places = [], []
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        for number, page in enumerate(document, start=1):
            text = page.get_textpage()
            texts.append(text.get_text_range().replace("\r\n", "\n"))
            for index in range(text.count_rects()):
                box = text.get_rect(index)
                places.append(f"{number} {[round(side) for side in box]} {text.get_text_bounded(*box)}")
    finally:
        document.close()
    return {
        "tekst_sha256": hashlib.sha256("\f".join(texts).encode()).hexdigest(),
        "opmaak_sha256": hashlib.sha256("\n".join(places).encode()).hexdigest(),
    }


@pytest.mark.parametrize("name", PAPERS)
def test_an_old_snapshot_prints_the_same(name: str) -> None:
    golden = read(name)
    snapshot = FormSnapshot.from_dict(golden["momentopname"])
    assert snapshot.form_version == "1.0"
    found = fingerprints(render(snapshot))
    if os.environ.get("GOLDEN_SCHRIJVEN") == "1":
        text = json.dumps({**golden, **found}, ensure_ascii=False, indent=1, sort_keys=True)
        (FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8")
    else:
        assert found == {key: golden[key] for key in found}


@pytest.mark.parametrize("name", PAPERS)
def test_a_fingerprint_sees_one_changed_word(name: str) -> None:
    changed = {**read(name)["momentopname"], "title": "Een ander papier"}
    assert fingerprints(render(FormSnapshot.from_dict(changed))) != fingerprints(
        render(FormSnapshot.from_dict(read(name)["momentopname"]))
    )
