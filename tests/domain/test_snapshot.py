"""A snapshot is a paper copy: the same after a round trip through JSON, and honest about what it does not hold."""

import json

import pytest

from reintegratie_desktop.domain.snapshot import (
    FieldState,
    FormSnapshot,
    SnapshotFact,
    SnapshotField,
    SnapshotOption,
    SnapshotSection,
    SnapshotSignature,
)

SNAPSHOT = FormSnapshot(
    form="plan_van_aanpak",
    code="PVA",
    form_version="1.0",
    title="Plan van aanpak",
    purpose="Afspraken over terugkeer in werk.",
    employer="Groothandel De Kist B.V.",
    employee="J. van Houten",
    case_number="2026-007",
    eerste_ziektedag="2026-10-05",
    law_date="2026-10-05",
    made_on="2026-11-13",
    frozen_at="2026-11-13T10:00:00",
    version=1,
    sections=(
        SnapshotSection(
            "afspraken",
            "Afspraken",
            "7",
            (
                SnapshotField(
                    "activiteiten",
                    "Activiteiten",
                    "rows",
                    [{"a_cat": "7A"}],
                    columns=(SnapshotField("a_cat", "Soort", "choice", options=(SnapshotOption("7A", "7A Inhoud"),)),),
                ),
                SnapshotField("bsn", "Burgerservicenummer", "text", state=FieldState.NOT_PRINTED),
            ),
        ),
    ),
    facts=(SnapshotFact("Werknemer", "J. van Houten"),),
    signatures=(SnapshotSignature("Werkgever", "Noor Blom", "Betekent: akkoord."),),
    extra={"kopieen": []},
)


def test_a_snapshot_survives_json_unchanged() -> None:
    assert FormSnapshot.from_dict(json.loads(json.dumps(SNAPSHOT.to_dict()))) == SNAPSHOT


def test_a_field_is_found_by_its_key() -> None:
    assert SNAPSHOT.field("bsn").state is FieldState.NOT_PRINTED


def test_a_field_that_is_not_there_is_no_answer() -> None:
    with pytest.raises(KeyError, match="onbekend"):
        SNAPSHOT.field("onbekend")
