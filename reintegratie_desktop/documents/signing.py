"""The end of a paper: who signs and what that means, what happens when the employee does not, and who gets a copy."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from reintegratie_desktop.documents.answers import chosen_options, field_label
from reintegratie_desktop.documents.model import (
    Cell,
    CellLine,
    Column,
    ColumnKind,
    Copies,
    Option,
    RefusalBlock,
    SignatureBlock,
    SignatureFrame,
    TableBlock,
)
from reintegratie_desktop.documents.typeset import clean
from reintegratie_desktop.domain.snapshot import (
    FieldState,
    FormSnapshot,
    SnapshotField,
    SnapshotOption,
    SnapshotSignature,
)
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import _

REFUSAL_PREFIX: Final = "weigering"
"""A field whose key starts like this tells about not signing."""
COPIES_KEY: Final = "kopie_aan"
"""The field that says to whom copies were given; `extra["copies_field"]` names another."""
NOTED_REFUSAL: Final = "weigering"
"""In `extra`: what was noted beside the finished paper about not signing."""
NOTED_COPIES: Final = "afschriften"
"""In `extra`: copies that were given of a paper whose form does not ask to whom."""
OFFERS: Final = "weigering_aangeboden"
REFUSED: Final = "geweigerd"
SIGNED: Final = "getekend"


def copies_key(snapshot: FormSnapshot) -> str:
    """Return the key of the field that says to whom copies were given."""
    return str(snapshot.extra.get("copies_field") or COPIES_KEY)


def refused(snapshot: FormSnapshot) -> bool:
    """Tell whether someone declined to sign."""
    return any(signature.status == REFUSED for signature in snapshot.signatures)


def may_still_refuse(snapshot: FormSnapshot) -> bool:
    """Tell whether someone who may decline has not signed yet."""
    return any(signature.may_refuse and signature.status not in {REFUSED, SIGNED} for signature in snapshot.signatures)


def signature_block(snapshot: FormSnapshot, fields: Sequence[SnapshotField]) -> SignatureBlock:
    """Return the frames: one for each who signs, with the label of the form's own field above the signature."""
    labels = [field_label(field).text for field in fields]
    if len(labels) != len(snapshot.signatures):
        labels = [_("Handtekening")] * len(snapshot.signatures)
    return SignatureBlock(
        tuple(_frame(snapshot, signature, label) for signature, label in zip(snapshot.signatures, labels, strict=True))
    )


def signatures_of(fields: Sequence[SnapshotField]) -> tuple[SnapshotSignature, ...]:
    """Return who signs when the snapshot tells it only by its signature fields."""
    found = []
    for field in fields:
        answer: Mapping[str, Any] = field.answer if isinstance(field.answer, Mapping) else {}
        found.append(
            SnapshotSignature(
                role=field_label(field).text,
                name=str(answer.get("naam") or ""),
                means=field.help,
                status=str(answer.get("status") or "nog_niet"),
                signed_on=str(answer.get("datum") or ""),
            )
        )
    return tuple(found)


def _frame(snapshot: FormSnapshot, signature: SnapshotSignature, label: str) -> SignatureFrame:
    strong = said = ""
    day = day_numeric(signature.signed_on) if signature.signed_on else ""
    noted = str((snapshot.extra.get("handtekeningen") or {}).get(signature.role) or "")
    if snapshot.draft:
        said = _("Concept: hier nog niet tekenen.")
        day = ""
    elif signature.status == REFUSED:
        strong = _("Niet getekend.")
        if snapshot.extra.get(NOTED_REFUSAL) or any(
            field.key.startswith(REFUSAL_PREFIX) for field in snapshot.fields()
        ):
            said = _("De reden staat hieronder, in de woorden van de werknemer.")
        day = _("{datum} (datum van weigering)").format(datum=day) if day else ""
    elif signature.status == SIGNED:
        strong = _("Getekend.")
        if noted:
            said = _("Op papier getekend. Genoteerd op {dag}.").format(dag=day_numeric(noted))
    return SignatureFrame(
        role=clean(signature.role),
        name=clean(signature.name),
        means=clean(signature.means),
        sign_here=label,
        name_here=_("Naam"),
        strong=strong,
        said=said,
        date_label=_("Datum"),
        date=day,
    )


def refusal_title() -> str:
    """Return the heading above what happens when the employee does not sign."""
    return _("Als de werknemer niet tekent")


def refusal_intro() -> str:
    """Return the calm sentence under that heading."""
    return _(
        "Niet tekenen mag. Het stuk blijft dan in het dossier, met de woorden van de werknemer erbij. "
        "Werkgever en werknemer kunnen allebei een deskundigenoordeel vragen aan UWV."
    )


def noted_refusal(snapshot: FormSnapshot, telling: Sequence[SnapshotField]) -> tuple[SnapshotField, ...]:
    """Return the fields about not signing with what was noted beside the paper; without a note as frozen.

    A form that does not ask about it gets the same three fields: the words, what was offered, and who wrote it down.
    """
    told = snapshot.extra.get(NOTED_REFUSAL)
    if not isinstance(told, Mapping):
        return tuple(telling)
    said = _("Genoteerd op {dag}.").format(dag=day_numeric(str(told["op"])))
    offers = tuple(SnapshotOption(value, text) for value, text in _offers())
    words = next((field for field in telling if field.key != OFFERS), None)
    offered = next((field for field in telling if field.key == OFFERS), None)
    if words is None:
        words = SnapshotField(REFUSAL_PREFIX, _("Werknemer tekent niet: reden"), "long_text", own_words=True)
    if offered is None:
        offered = SnapshotField(OFFERS, _("Wat is de werknemer aangeboden?"), "many", options=offers)
    by = SnapshotField("weigering_door", _("Vastgelegd door"), "text")
    answers = ((words, str(told.get("woorden") or "")), (offered, list(told.get("aangeboden") or ())))
    fields = [_answered(field, answer, said) for field, answer in answers]
    return (*fields, _answered(by, str(told["door"]), "")) if told.get("door") else tuple(fields)


def _answered(field: SnapshotField, answer: str | list[str], said: str) -> SnapshotField:
    state = FieldState.ANSWERED if answer else FieldState.EMPTY
    return replace(field, answer=answer or None, state=state, not_asked_because="", paper_help=said if answer else "")


def _offers() -> tuple[tuple[str, str], ...]:
    return (
        ("gesprek", _("Een gesprek over de reden")),
        ("deskundigenoordeel", _("Gewezen op het deskundigenoordeel van UWV")),
        ("aanpassen", _("Het papier samen aanpassen")),
    )


def noted_copies(snapshot: FormSnapshot) -> Copies | None:
    """Return to whom copies were given of a paper whose form does not ask it; None when nobody got one."""
    given = [item for item in snapshot.extra.get(NOTED_COPIES) or () if isinstance(item, Mapping)]
    if not given or snapshot.draft:
        return None
    rows = []
    for item in given:
        texts = (str(item.get("naam") or ""), day_numeric(str(item["datum"])), str(item.get("hoe") or ""))
        cells = [Cell(options=(Option(clean(str(item.get("aan") or "")), chosen=True),))]
        rows.append((*cells, *(Cell((CellLine(clean(text)),) if text else ()) for text in texts)))
    return Copies(TableBlock(_copy_columns(_("Afschrift gegeven aan")), tuple(rows)))


def _copy_columns(label: str) -> tuple[Column, ...]:
    return (
        Column(label, ColumnKind.TICK),
        Column(_("Naam"), ColumnKind.TEXT),
        Column(_("Datum"), ColumnKind.DATE),
        Column(_("Hoe"), ColumnKind.TEXT),
    )


def refusal_block(fields: Sequence[SnapshotField]) -> RefusalBlock:
    """Return the block to fill in by hand."""
    reason, *others = [field_label(field).text for field in fields] or [""]
    asked = [option.label for field in fields for option in field.options]
    offers = [_("{aanbod}. Datum:").format(aanbod=clean(text[:1].upper() + text[1:])) for text in asked]
    return RefusalBlock(
        title=refusal_title(),
        intro=refusal_intro(),
        refuses=_("De werknemer tekent niet. Datum:"),
        reason=_("{vraag}, in eigen woorden van de werknemer:").format(vraag=reason or _("Reden")),
        asked=". ".join(others),
        offers=tuple(offers)
        or (_("Gewezen op het deskundigenoordeel van UWV. Datum:"), _("Gesprek over de reden aangeboden op:")),
    )


def copies_block(snapshot: FormSnapshot, field: SnapshotField) -> Copies:
    """Return who gets a copy, to be ticked by hand when it is given.

    `extra["kopieen"]` may say more: a list of `{aan, naam, datum, hoe}`. Who has a date there got the copy: then the
    box is crossed.
    """
    everyone = chosen_options(field)
    chosen = [index for index, option in enumerate(everyone) if option.chosen]
    told = {str(item.get("aan")): item for item in snapshot.extra.get("kopieen") or () if isinstance(item, Mapping)}
    values = [option.value for option in field.options]
    rows = []
    for index in chosen or range(len(everyone)):
        option = everyone[index]
        item = told.get(values[index], {}) if index < len(values) else {}
        day = str(item.get("datum") or "")
        ticked = bool(option.chosen and day) and not snapshot.draft
        name = str(item.get("naam") or "") or (_known_name(snapshot, values[index]) if index < len(values) else "")
        cells = [Cell(options=(Option(option.text, ticked),))]
        texts = (name, day_numeric(day) if day else "", str(item.get("hoe") or ""))
        cells += [Cell((CellLine(clean(text)),) if text and not snapshot.draft else ()) for text in texts]
        rows.append(tuple(cells))
    columns = _copy_columns(field_label(field).text)
    return Copies(TableBlock(columns, tuple(rows), by_hand=True))


def _known_name(snapshot: FormSnapshot, who: str) -> str:
    """Return the name of who gets a copy as the paper itself tells it; empty when it does not."""
    if who == "werknemer":
        return snapshot.employee
    if who == "werkgever":
        return snapshot.employer
    for field in snapshot.fields():
        if field.key == who and field.answer:
            answer = field.answer
            return str(answer.get("naam") or "") if isinstance(answer, Mapping) else str(answer)
    return _name_of_present(snapshot, who)


def _name_of_present(snapshot: FormSnapshot, role: str) -> str:
    """Return the name of who was there in a role; empty when nobody was, or when it were more."""
    names = [
        str(row.get("naam") or "")
        for field in snapshot.fields()
        if field.columns and isinstance(field.answer, list)
        for row in field.answer
        if isinstance(row, Mapping) and row.get("rol") == role
    ]
    return names[0] if len(names) == 1 else ""
