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


UWV_ANSWERS: dict[str, dict[str, Any]] = {
    "uwv_42e_week": {
        "loonheffingennr": "123456789L01",
        "werkt_nu": "ja_uren",
        "uren_nu": "12",
        "gemeld_op": "2026-12-16",
        "gemeld_via": "werkgeversportaal",
        "verzekeraar_gemeld": "2026-12-17",
    },
    "deskundigenoordeel": {
        "vraag": "werknemer_genoeg",
        "datum_per": "2026-11-02",
        "geschil": "Wij boden 12 uur sorteerwerk aan. Onze werknemer vindt dat werk niet passend.",
        "standpunt_wg": "Op 3, 10 en 17 november was er geen bericht.",
        "standpunt_wn": "Het sorteren staat te ver van mijn eigen werk.",
        "doel": "vastgelopen_re_integratie",
        "b_ba": ["eigen_stuk"],
        "b_pa": ["eigen_stuk"],
        "b_pva": ["eigen_stuk"],
        "b_ev": ["eigen_stuk"],
        "ingediend": "2026-11-20",
        "kosten": "400",
        "wn_geinformeerd": "2026-11-19",
        "uitslag_datum": "2026-12-11",
        "uitslag": "voldoende",
        "vervolg": "Vanaf maandag 12 uur sorteerwerk, op 20 januari kijken we samen.",
    },
    "participatieverzoek": {
        "einddatum": "2027-03-31",
        "brutoloon": "10000",
        "traject": "Zoeken naar licht werk in een tuincentrum, met twee proefplekken.",
        "kosten": "8000",
        "start": "2027-01-18",
        "duurt_door": "ja",
        "bureau": "Koers & Werk (fictief)",
        "akkoord_wn": True,
        "b_pa": ["eigen_stuk"],
        "b_pva": ["eigen_stuk"],
        "b_voorstel": {"sha256": "0" * 64, "naam": "offerte.pdf", "grootte": 12000},
        "b_loon": True,
        "ingediend": "2026-12-01",
        "bevestiging": "2026-12-14",
        "besluit": "akkoord",
    },
    "ziek_uit_dienst": {
        "einddatum": "2026-12-15",
        "reden": "einde_contract",
        "herstel_3m": "ja",
        "erd_zw": False,
        "vk_gedaan": "Elke week gebeld. Vanaf 5 oktober acht uur licht werk.",
        "vk_verwachting": "2027-02-01",
        "gemeld_op": "2026-12-15",
        "gemeld_via": "werkgeversportaal",
        "kopieen": "2026-12-15",
        "mi": True,
        "geupload": "2026-12-16",
        "eindafrekening": True,
    },
    "herstelmelding": {
        "soort": "gedeeltelijk_hervat",
        "datum": "2026-12-14",
        "gemeld_op": "2026-12-14",
        "gemeld_door": "bedrijfsarts",
        "alle_taken": "nee",
        "alle_uren": "nee",
        "uren_week": "12",
        "grondslag": "loonwaarde",
        "loonwaarde": "22.5",
        "arbeidstherapie": "10",
        "therapeutisch_tot": "2027-01-15",
        "arbo_gemeld": "2026-12-15",
        "verzekeraar": "2026-12-16",
    },
}
"""Answers with which the papers for UWV can be finished on 17 December 2026, in a case that began on 2 March."""
