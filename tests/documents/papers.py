"""Invented papers to print, frozen as the program freezes them. No real person or firm is in them."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from reintegratie_desktop.domain.snapshot import (
    FieldState,
    FormSnapshot,
    SnapshotField,
    SnapshotOption,
    SnapshotSection,
)

GOLDEN = Path(__file__).resolve().parent.parent / "golden"


def load(name: str) -> FormSnapshot:
    """Return a frozen example: plan_van_aanpak, plan_geweigerd, gespreksagenda, gespreksverslag, probleemanalyse."""
    return FormSnapshot.from_dict(json.loads((GOLDEN / f"{name}.json").read_text("utf-8")))


def options(*labels: str) -> tuple[SnapshotOption, ...]:
    return tuple(SnapshotOption(label.casefold().replace(" ", "_"), label) for label in labels)


def field(key: str, label: str, kind: str = "text", answer: Any = None, **more: Any) -> SnapshotField:
    state = more.pop("state", FieldState.EMPTY if answer in (None, "", []) else FieldState.ANSWERED)
    return SnapshotField(key, label, kind, answer, state=state, **more)


def paper(*fields: SnapshotField, **more: Any) -> FormSnapshot:
    """Return a small paper with these fields."""
    base: dict[str, Any] = {
        "form": "proef",
        "code": "PRF",
        "form_version": "1.0",
        "title": "Proefpapier",
        "purpose": "Om te zien hoe het drukt.",
        "employer": "Bouwmaterialen Van Elzen B.V. (fictief)",
        "employee": "K. Haddou",
        "case_number": "2026-003",
        "eerste_ziektedag": "2026-01-05",
        "law_date": "2026-01-05",
        "made_on": "2026-02-17",
        "frozen_at": "2026-02-17T16:40:12",
        "version": 1,
        "journal_head": "9f2c41ab77d0e3b5aa00",
        "sections": (SnapshotSection("a", "Gegevens", "A", tuple(fields)),),
    }
    return FormSnapshot(**{**base, **more})


def change(snapshot: FormSnapshot, **by_key: Any) -> FormSnapshot:
    """Return the paper with other answers in these fields."""
    return replace(
        snapshot,
        sections=tuple(
            replace(
                section,
                fields=tuple(
                    replace(item, answer=by_key[item.key], state=FieldState.ANSWERED) if item.key in by_key else item
                    for item in section.fields
                ),
            )
            for section in snapshot.sections
        ),
    )


def emptied(snapshot: FormSnapshot) -> FormSnapshot:
    """Return the paper with nothing filled in."""
    kept = {FieldState.NOT_PRINTED, FieldState.NOT_ASKED}
    return replace(
        snapshot,
        sections=tuple(
            replace(
                section,
                fields=tuple(
                    item if item.state in kept else replace(item, answer=None, state=FieldState.EMPTY)
                    for item in section.fields
                ),
            )
            for section in snapshot.sections
        ),
    )


def drafted(snapshot: FormSnapshot) -> FormSnapshot:
    """Return the paper as a draft."""
    return replace(
        snapshot,
        draft=True,
        frozen_at="",
        journal_head="",
        extra={**snapshot.extra, "bewaard_op": "2026-02-16T14:05:00"},
    )


def long_text(words: int = 1500) -> str:
    """Return that many words, in paragraphs of sixty."""
    sentence = "Ik begin graag rustig met het boeken van de voorraad en ik kijk elke vrijdag terug met Łukasz . "
    every = (sentence * (words // 19 + 2)).replace(" .", ".").split()[:words]
    return "\n\n".join(" ".join(every[start : start + 60]) for start in range(0, words, 60))
