"""From a snapshot to the tree of a paper. Everything on paper comes from here, and everything here from the snapshot.

Besides the fields of the form, a snapshot may carry in `extra`:

| key | what |
|---|---|
| `mag`, `nooit`, `zo` | the three cards of an agenda: lists of sentences |
| `punten_werknemer` | what the employee wants to talk about: points behind those of the agenda |
| `niet_besproken` | the points of the agenda that stayed open; the agenda itself already says so |
| `zegt` | what to say when someone tells something private |
| `copies_field` | the key of the field with the copies given, when that is not `kopie_aan` |
| `kopieen` | a list of `{aan, naam, datum, hoe}`: who got a copy, when and how |
| `handtekeningen` | what was noted after finishing: the role of who signs to the ISO date it was noted |
| `weigering` | noted after finishing: `{woorden, aangeboden, door, op}` of an employee who does not sign |
| `afschriften` | as `kopieen`, of a paper whose form does not ask who gets a copy; `aan` and `hoe` in words |
| `bewaard_op` | ISO date and time a draft was last saved |
| `later` | what was noted after finishing: the key of a field to `{antwoord, op}`, `op` an ISO date |
| `moet_kloppen` | in a draft, what cannot be right: the key of a field to the places in it, "" for the field itself |
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from reintegratie_desktop.documents.answers import field_block
from reintegratie_desktop.documents.blank import blank
from reintegratie_desktop.documents.hours import chart_blocks
from reintegratie_desktop.documents.letter import letter_page, running_head
from reintegratie_desktop.documents.model import (
    AgendaPage,
    Block,
    Card,
    Document,
    DraftMarks,
    Fact,
    FieldBlock,
    Footer,
    Label,
    Paragraphs,
    RefusalBlock,
    RefusalNotes,
    Section,
    SignatureBlock,
    State,
    Subheading,
    TitleBlock,
)
from reintegratie_desktop.documents.signing import (
    REFUSAL_PREFIX,
    copies_block,
    copies_key,
    may_still_refuse,
    noted_copies,
    noted_refusal,
    refusal_block,
    refusal_intro,
    refusal_title,
    refused,
    signature_block,
    signatures_of,
)
from reintegratie_desktop.documents.tables import table_blocks
from reintegratie_desktop.documents.typeset import clean, paragraphs
from reintegratie_desktop.domain.letters import LAYOUT as LETTER
from reintegratie_desktop.domain.snapshot import FieldState, FormSnapshot, SnapshotField, SnapshotSection
from reintegratie_desktop.text.formatting import day_numeric, sentence_start
from reintegratie_desktop.text.i18n import _, speaking

_ISO_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
LOCALES: Final = {"nl": "nl-NL", "en": "en-GB"}
_GROUP: Final = 4
_HEAD_LETTERS: Final = 16
_BOTH_SIGN: Final = 2


def build(snapshot: FormSnapshot, *, by_hand: bool = False) -> Document:
    """Return the tree of a paper; with `by_hand`, empty answers become room to write.

    Raises:
        KnownError: the words of the snapshot's language are not there.
    """
    # A paper keeps its own language, whatever the screen speaks; a paper is often made in a thread of its own.
    with speaking(snapshot.language):
        return tree(snapshot, by_hand=by_hand)


def tree(snapshot: FormSnapshot, *, by_hand: bool = False) -> Document:
    """Return the tree of a paper in the words of the language that is spoken here."""
    agenda = _agenda(snapshot) if snapshot.layout == "agenda" else None
    if by_hand and agenda is None:
        snapshot = blank(snapshot)
    letter = letter_page(snapshot, by_hand=by_hand) if snapshot.layout == LETTER else None
    title = clean(snapshot.title)
    employee = clean(snapshot.employee)
    case = clean(snapshot.case_number)
    number = _("dossier {nummer}").format(nummer=case) if case else ""
    whose = ", ".join(filter(None, (employee, number)))
    return Document(
        head=TitleBlock(
            employer="" if agenda else clean(snapshot.employer),
            confidential="" if agenda else _("Vertrouwelijk: personeelsdossier"),
            title=title,
            purpose=clean(snapshot.purpose),
            facts=_facts(snapshot),
        ),
        sections=() if agenda or letter else tuple(_sections(snapshot, by_hand=by_hand)),
        footer=_footer(snapshot, by_hand=by_hand),
        running=running_head(snapshot) if letter else (title, whose),
        file_title=" – ".join(filter(None, (title, employee, number))),
        author=clean(snapshot.employer),
        language=LOCALES.get(snapshot.language, snapshot.language),
        created=_created(snapshot),
        continued=_("(vervolg)"),
        ticked=_("aangekruist: "),
        not_ticked=_("niet aangekruist: "),
        initials=_initials(snapshot) if agenda is None else (),
        draft=_draft_marks() if snapshot.draft else None,
        footnotes=tuple(clean(text) for text in snapshot.footnotes if text.strip()),
        agenda=agenda,
        letter=letter,
    )


def _draft_marks() -> DraftMarks:
    return DraftMarks(_("CONCEPT"), _("Nog niet vastgesteld. Niet ondertekenen, niet versturen."))


def _created(snapshot: FormSnapshot) -> str:
    """Return the moment the file says it was made: that of the snapshot, so that two files are equal."""
    moment = snapshot.frozen_at or str(snapshot.extra.get("bewaard_op") or "") or snapshot.made_on or snapshot.law_date
    return datetime.fromisoformat(moment or "2000-01-01").replace(tzinfo=None).isoformat(timespec="seconds")


def _facts(snapshot: FormSnapshot) -> tuple[Fact, ...]:
    facts = [Fact(clean(fact.label), _value(fact.value)) for fact in snapshot.facts]
    if not facts:
        facts = [
            Fact(_("Werknemer"), clean(snapshot.employee)),
            Fact(_("Eerste ziektedag"), _value(snapshot.eerste_ziektedag)),
            Fact(_("Opgesteld op"), _value(snapshot.made_on)),
        ]
    if snapshot.replaces:
        facts.append(Fact(_("Vervangt"), _value(snapshot.replaces)))
    return tuple(Fact(fact.label, fact.value or _("niet ingevuld")) for fact in facts)


def _value(text: str) -> str:
    """Return a fact with every ISO date in it as people read it."""
    return _ISO_DAY.sub(lambda found: day_numeric(found[0]), clean(text))


def _footer(snapshot: FormSnapshot, *, by_hand: bool) -> Footer:
    words = (
        _("{titel} ({code}), formulierversie {versie}, geladen regels {regels}, geldig op {datum}")
        if snapshot.rules
        else _("{titel} ({code}), formulierversie {versie}, regels geldig op {datum}")
    )
    first = words.format(
        titel=clean(snapshot.title),
        code=clean(snapshot.code),
        versie=clean(snapshot.form_version),
        regels=clean(snapshot.rules),
        datum=_value(snapshot.law_date),
    )
    case = clean(snapshot.case_number)
    if snapshot.layout == LETTER:
        second = _letter_foot(snapshot, case, by_hand=by_hand)
    elif by_hand and snapshot.layout != "agenda":
        second = _("Dossier {nummer}, leeg formulier").format(nummer=case)
    elif snapshot.draft:
        second = _("Dossier {nummer}, concept van {datum}, geen logboekkop").format(nummer=case, datum=_saved(snapshot))
    elif snapshot.layout == "agenda":
        second = _("Dossier {nummer}, agenda van {datum}").format(nummer=case, datum=_value(snapshot.made_on))
    else:
        second = _("Dossier {nummer}, versie {versie} van {datum}").format(
            nummer=case, versie=snapshot.version, datum=_value(snapshot.made_on)
        )
    if snapshot.journal_head and not (snapshot.draft or by_hand):
        second += ", " + _("logboekkop {kop}").format(kop=_grouped(snapshot.journal_head))
    return Footer((first, second), clean(snapshot.employer), _("Pagina {pagina} van {totaal}"))


def _letter_foot(snapshot: FormSnapshot, case: str, *, by_hand: bool) -> str:
    """Return the second line of the foot of a letter: its case, unless it must not be known, and its date."""
    words = [_("Dossier {nummer}").format(nummer=case)] if case else []
    if by_hand:
        words.append(_("lege brief"))
    elif snapshot.draft:
        words.append(_("concept van {datum}, geen logboekkop").format(datum=_saved(snapshot)))
    else:
        words.append(_("brief van {datum}").format(datum=_value(snapshot.made_on)))
        if snapshot.version > 1:
            words.append(_("versie {nummer}").format(nummer=snapshot.version))
    return sentence_start(", ".join(words))


def _saved(snapshot: FormSnapshot) -> str:
    moment = snapshot.frozen_at or str(snapshot.extra.get("bewaard_op") or "")
    if not moment:
        return _value(snapshot.made_on)
    when = datetime.fromisoformat(moment)
    return f"{day_numeric(when.date())} {when:%H:%M}"


def _grouped(digest: str) -> str:
    head = clean(digest)[:_HEAD_LETTERS]
    return " ".join(head[start : start + _GROUP] for start in range(0, len(head), _GROUP))


def _initials(snapshot: FormSnapshot) -> tuple[str, ...]:
    if snapshot.draft or len(snapshot.signatures) != _BOTH_SIGN:
        return ()
    return tuple(_initial_word(signature.role) for signature in snapshot.signatures)


def _initial_word(role: str) -> str:
    plain = role.casefold()
    if "werknemer" in plain or "employee" in plain:
        return _("paraaf wn")
    if "werkgever" in plain or "employer" in plain:
        return _("paraaf wg")
    return _("paraaf")


def _sections(snapshot: FormSnapshot, *, by_hand: bool) -> Iterator[Section]:
    signing = [field for field in snapshot.fields() if _is_frame(field)]
    if signing and not snapshot.signatures:
        snapshot = replace(snapshot, signatures=signatures_of(signing))
    place = _signing_place(snapshot) if snapshot.signatures else -1
    for index, section in enumerate(snapshot.sections):
        frames = signature_block(snapshot, signing) if index == place else None
        blocks = list(_blocks(snapshot, section, frames, by_hand=by_hand))
        if index == 0 and snapshot.reason.strip():
            reason = Paragraphs(paragraphs(snapshot.reason))
            blocks.insert(0, FieldBlock(Label(_("Reden van deze versie")), (reason,)))
        if blocks and isinstance(blocks[0], Subheading) and blocks[0].text == clean(section.title):
            # The heading of the section says it already.
            blocks[0] = replace(blocks[0], text="")
        if blocks:
            yield Section(clean(section.title), tuple(blocks), clean(section.number))
    if snapshot.signatures and place < 0:
        end: list[Block] = [signature_block(snapshot, ())]
        if refused(snapshot) and not by_hand:
            end += _refusal_notes(noted_refusal(snapshot, ()))
        elif may_still_refuse(snapshot):
            end.append(refusal_block(()))
        yield Section(_("Ondertekening"), tuple(end))
    copies = None if by_hand else noted_copies(snapshot)
    if copies is not None:
        yield Section(_("Afschriften"), (copies,))


def _refusal_notes(fields: Sequence[SnapshotField]) -> list[Block]:
    if not fields:
        return []
    told = tuple(field_block(field, by_hand=False) for field in fields)
    return [RefusalNotes(Subheading(refusal_title(), (refusal_intro(),)), told)]


def _is_frame(field: SnapshotField) -> bool:
    return field.kind == "signature" and field.state is not FieldState.NOT_ASKED


def _signing_place(snapshot: FormSnapshot) -> int:
    """Return the section the frames belong in: where the form asks to sign, or tells about not signing; else -1."""
    for index, section in enumerate(snapshot.sections):
        if any(_is_frame(field) for field in section.fields):
            return index
    for index, section in enumerate(snapshot.sections):
        if any(field.key.startswith(REFUSAL_PREFIX) for field in section.fields):
            return index
    for index, section in enumerate(snapshot.sections):
        if "ondertekening" in f"{section.key} {section.title}".casefold():
            return index
    return -1


def _blocks(
    snapshot: FormSnapshot, section: SnapshotSection, frames: SignatureBlock | None, *, by_hand: bool
) -> Iterator[Block]:
    telling = [field for field in section.fields if field.key.startswith(REFUSAL_PREFIX)]
    to_fill_in = _refusal_by_hand(snapshot, telling)
    signing_here = frames is not None
    noted: tuple[SnapshotField, ...] = ()
    told_elsewhere = any(field.key.startswith(REFUSAL_PREFIX) for field in snapshot.fields())
    if refused(snapshot) and not by_hand and (telling or (signing_here and not told_elsewhere)):
        noted = noted_refusal(snapshot, telling)
    last: list[Block] = []
    for field in section.fields:
        copies = field.key == copies_key(snapshot) and field.kind == "many" and field.state is not FieldState.NOT_ASKED
        if frames is not None and (_is_frame(field) or field in telling or copies):
            yield frames
            frames = None
        if _is_frame(field):
            continue
        if field in telling and (refused(snapshot) or to_fill_in is not None):
            continue
        if copies:
            last.append(copies_block(snapshot, field))
        else:
            yield from _noted(snapshot, field, by_hand=by_hand)
    if frames is not None:
        yield frames
    yield from _refusal_notes(noted)
    if to_fill_in is not None and (signing_here or telling):
        yield to_fill_in
    yield from last


def _refusal_by_hand(snapshot: FormSnapshot, telling: list[SnapshotField]) -> RefusalBlock | None:
    if refused(snapshot) or not may_still_refuse(snapshot):
        return None
    if any(field.state is FieldState.ANSWERED and field.answer for field in telling):
        return None
    return refusal_block(telling)


def _noted(snapshot: FormSnapshot, field: SnapshotField, *, by_hand: bool) -> Iterator[Block]:
    """Yield a field with what was noted later in place of its empty answer, or with what is wrong in a draft."""
    note = (snapshot.extra.get("later") or {}).get(field.key)
    if note is not None and field.state is FieldState.EMPTY and not by_hand:
        answered = replace(field, answer=note["antwoord"], state=FieldState.ANSWERED)
        said = _("Later ingevuld op {datum}.").format(datum=day_numeric(note["op"]))
        for block in _field_blocks(answered, by_hand=False):
            yield _said_under(block, said) if isinstance(block, FieldBlock) else block
        return
    blocks = _field_blocks(field, by_hand=by_hand)
    wrong = () if by_hand or not snapshot.draft else (snapshot.extra.get("moet_kloppen") or {}).get(field.key, ())
    said = _("Moet nog kloppen")
    places = tuple(sentence_start(clean(place)) for place in wrong if place)
    if wrong and len(blocks) == 1 and isinstance(blocks[0], FieldBlock):
        yield replace(blocks[0], parts=(*blocks[0].parts, State(said)))
        return
    yield from blocks
    if places:
        yield FieldBlock(Label(said), (Paragraphs(places, tight=True),))
    elif wrong:
        yield FieldBlock(Label(clean(field.label)), (State(said),))


def _said_under(block: FieldBlock, said: str) -> FieldBlock:
    return replace(block, label=replace(block.label, help=(*block.label.help, said)))


def _field_blocks(field: SnapshotField, *, by_hand: bool) -> tuple[Block, ...]:
    if field.kind == "note":
        return ()
    if field.kind in {"table", "rows"}:
        return table_blocks(field, by_hand=by_hand)
    if field.kind == "chart_hours":
        return chart_blocks(field, by_hand=by_hand)
    return (field_block(field, by_hand=by_hand),)


def _agenda(snapshot: FormSnapshot) -> AgendaPage:
    points: list[str] = []
    for field in snapshot.fields():
        if field.key == "agenda" and isinstance(field.answer, list):
            points = [clean(str(item)).replace("\n", " ").strip() for item in field.answer if str(item).strip()]
    points += _lines(snapshot, "punten_werknemer")
    cards = (
        Card(_("Dit mag je vragen"), _lines(snapshot, "mag")),
        Card(_("Dit vraag je nooit"), _lines(snapshot, "nooit"), warning=True),
        Card(_("Zo doe je het"), _lines(snapshot, "zo")),
    )
    return AgendaPage(
        points=tuple(points),
        cards=cards,
        say_lead=_("Vertelt iemand zelf iets over zijn gezondheid?"),
        say=clean(str(snapshot.extra.get("zegt") or "")).replace("\n", " "),
        notes=_("Aantekeningen. Alleen over werk, afspraken en mogelijkheden."),
    )


def _lines(snapshot: FormSnapshot, key: str) -> tuple[str, ...]:
    found = snapshot.extra.get(key) or ()
    return tuple(clean(str(text)).replace("\n", " ").strip() for text in found if str(text).strip())
