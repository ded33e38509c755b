"""How each kind of answer prints: as text, as boxes, or as room to write.

The kinds arrive as words in the snapshot, with answers as JSON. An answer of an unexpected shape prints as it is:
a paper of years ago may be odd, but it never loses what was written.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from reintegratie_desktop.documents.model import (
    DigitBoxes,
    FieldBlock,
    Label,
    Option,
    Options,
    Paragraphs,
    Part,
    Spread,
    State,
    WeekGrid,
    WritingLines,
)
from reintegratie_desktop.documents.typeset import clean, paragraphs
from reintegratie_desktop.domain.snapshot import FieldState, SnapshotField
from reintegratie_desktop.text.formatting import (
    NO_BREAK,
    day_numeric,
    day_weekday,
    moment_as_typed,
    money,
    number,
    percent,
)
from reintegratie_desktop.text.i18n import N_, _

DAYS: Final = (N_("ma"), N_("di"), N_("wo"), N_("do"), N_("vr"), N_("za"), N_("zo"))
CHOICES: Final = frozenset({"choice", "many", "yes_no", "tick", "limited"})
_ROW_OPTIONS: Final = 5
_ROW_LETTERS: Final = 72
_BOX_LETTERS: Final = 6
_COLUMN_OPTIONS: Final = 4
_LONG_LIST: Final = 5
_THREE_COLUMNS: Final = 10
_TWO_DAYS: Final = 2
_MOBILE: Final = re.compile(r"(?<![\w+])06[ -]?(\d{4})(\d{4})(?!\w)")
_LONG_LINES: Final = 3
_BSN_DIGITS: Final = 9


def field_label(field: SnapshotField, *, says_whose: bool = True) -> Label:
    """Return the question as it prints: number, label, and what a reader of the paper needs under it."""
    text = clean(field.label)
    if field.number and not text.startswith(field.number):
        text = f"{clean(field.number)} {text}"
    help_lines = [clean(field.paper_help)] if field.paper_help else []
    own_words = _("Eigen woorden van de werknemer. De werkgever kan deze tekst niet wijzigen.")
    if field.own_words and says_whose and own_words not in field.paper_help:
        help_lines.append(own_words)
    return Label(text, tuple(help_lines))


def in_words(key: str) -> str:
    """Return a key such as `plan_van_aanpak` as words."""
    return clean(key).replace("_", " ")


def field_block(field: SnapshotField, *, by_hand: bool) -> FieldBlock:
    """Return a question with its answer, or with the reason why there is none."""
    # Where nothing was said there are no words that could be changed.
    says_whose = by_hand or not is_empty(field)
    label, parts = field_label(field, says_whose=says_whose), answer_parts(field, by_hand=by_hand)
    first = parts[0]
    if field.kind == "limited" and isinstance(first, Options) and len(label.help) == 1:
        # "Beperkt?" belongs to the boxes, and a line for it alone under each question makes the paper long.
        return FieldBlock(replace(label, help=()), (replace(first, lead=label.help[0]), *parts[1:]))
    return FieldBlock(label, parts)


def is_empty(field: SnapshotField) -> bool:
    """Tell whether there is nothing to print as an answer, whatever the snapshot calls it."""
    return field.state is FieldState.EMPTY or not _says_something(field.answer)


def _says_something(value: object) -> bool:
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, Mapping):
        return any(_says_something(item) for item in value.values())
    if isinstance(value, Sequence):
        return any(_says_something(item) for item in value)
    return value is not None


def answer_parts(field: SnapshotField, *, by_hand: bool) -> tuple[Part, ...]:
    """Return what stands in the answer column."""
    if field.state is FieldState.NOT_ASKED:
        return (State(not_asked(field)),)
    if field.state is FieldState.NOT_PRINTED:
        if by_hand:
            return (DigitBoxes(_BSN_DIGITS),)
        return (State(_("Niet afgedrukt. Alleen nodig op de versie voor UWV.")),)
    if field.kind in CHOICES:
        return _choice_parts(field, by_hand=by_hand)
    if is_empty(field):
        return _room_to_write(field) if by_hand else (State(_("Niet ingevuld")),)
    if field.kind == "work_pattern" and isinstance(field.answer, list):
        return (Paragraphs((_pattern(field.answer),)),)
    if field.kind == "lines" and isinstance(field.answer, list):
        lines = tuple(f"– {clean(str(item)).strip()}" for item in field.answer if _says_something(item))
        return (Paragraphs(lines, tight=True, columns=_list_columns(lines)),)
    if field.kind == "attachment" and isinstance(field.answer, Mapping):
        return (Paragraphs(tuple(_attachment(field.answer)), tight=True),)
    return (Paragraphs(paragraphs(as_text(field, field.answer)) or ("",)),)


def not_asked(field: SnapshotField) -> str:
    """Return the sentence for a field that was not asked because of an earlier answer."""
    reason = clean(field.not_asked_because).strip()
    if not reason:
        return _("Niet van toepassing")
    if reason.casefold().startswith(_("Niet van toepassing").casefold()):
        return reason
    if reason[1:2].islower() or reason[1:2] == " ":
        reason = reason[0].lower() + reason[1:]
    return _("Niet van toepassing: {reden}").format(reden=reason)


def _choice_parts(field: SnapshotField, *, by_hand: bool) -> tuple[Part, ...]:
    nothing = State(_("Geen keuze gemaakt"))
    if field.kind == "tick":
        sentence = clean(field.options[0].label) if field.options else _("Ja")
        return (Options((Option(sentence, field.answer is True),)),)
    if field.kind == "yes_no":
        chosen = _yes_no(field.answer)
        return (chosen,) if by_hand or isinstance(field.answer, bool) else (chosen, nothing)
    if field.kind == "limited":
        answer = field.answer if isinstance(field.answer, Mapping) else {}
        parts: list[Part] = [_yes_no(answer.get("beperkt"))]
        if not by_hand and not isinstance(answer.get("beperkt"), bool):
            parts.append(nothing)
        if _says_something(answer.get("toelichting")):
            parts.append(Paragraphs(paragraphs(str(answer["toelichting"]))))
        elif by_hand:
            parts.append(WritingLines(1))
        return tuple(parts)
    options = chosen_options(field)
    if not options:
        return _room_to_write(field) if by_hand else (nothing,)
    shown = Options(options, _spread(options))
    return (shown,) if by_hand or any(option.chosen for option in options) else (shown, nothing)


def chosen_options(field: SnapshotField) -> tuple[Option, ...]:
    """Return all options in the order of the form; an answer the list does not know comes behind them."""
    raw = field.answer if isinstance(field.answer, list) else [field.answer]
    answers = [str(item) for item in raw if _says_something(item)]
    known = {option.value for option in field.options}
    options = [Option(clean(option.label), option.value in answers) for option in field.options]
    options += [Option(in_words(answer), chosen=True) for answer in answers if answer not in known]
    return tuple(options)


def _yes_no(answer: object) -> Options:
    return Options((Option(_("Ja"), answer is True), Option(_("Nee"), answer is False)), Spread.ROW)


def _spread(options: tuple[Option, ...]) -> Spread:
    lengths = [len(option.text) for option in options]
    if len(options) <= _ROW_OPTIONS and sum(lengths) + _BOX_LETTERS * len(options) <= _ROW_LETTERS:
        return Spread.ROW
    if len(options) < _COLUMN_OPTIONS:
        return Spread.LIST
    from reintegratie_desktop.documents.rows import too_wide_for  # noqa: PLC0415 - measuring needs the fonts

    # A long list may break one of its lines to become half as high.
    most = len(options) // _LONG_LIST
    if len(options) >= _THREE_COLUMNS and sum(too_wide_for(3, option.text) for option in options) <= len(options) // 2:
        return Spread.THREE
    wide = sum(too_wide_for(2, option.text) for option in options)
    return Spread.COLUMNS if wide <= most else Spread.LIST


def _list_columns(lines: Sequence[str]) -> int:
    """Return 2 for a list of short lines that would be high otherwise."""
    from reintegratie_desktop.documents.rows import too_wide_for  # noqa: PLC0415 - measuring needs the fonts

    wide = sum(too_wide_for(2, line) for line in lines)
    return 2 if len(lines) >= _LONG_LIST and wide <= len(lines) // 2 else 1


def _room_to_write(field: SnapshotField) -> tuple[Part, ...]:
    match field.kind:
        case "long_text":
            return (WritingLines(field.writing_lines or _LONG_LINES),)
        case "lines":
            return (WritingLines(field.writing_lines or 4),)
        case "day":
            return (WritingLines(field.writing_lines or 1, _("Datum")),)
        case "day_time":
            return (WritingLines(field.writing_lines or 1, _("Datum en tijd")),)
        case "person":
            return (WritingLines(1, _("Naam")), WritingLines(1, _("Functie")))
        case "address":
            return (WritingLines(1, _("Straat en nummer")), WritingLines(1, _("Postcode en plaats")))
        case "amount":
            return (WritingLines(1, "€"),)
        case "work_pattern":
            return (WeekGrid(tuple(_(day) for day in DAYS), ("",) * len(DAYS)),)
        case _:
            return (WritingLines(field.writing_lines or 1, clean(field.unit) if field.kind == "percent" else ""),)


def as_text(field: SnapshotField, answer: object) -> str:
    """Return an answer as text, for the answer column and for a table cell alike."""
    if answer is None:
        return ""
    if isinstance(answer, bool):
        return _("Ja") if answer else _("Nee")
    writer = _WRITERS.get(field.kind)
    if writer is not None:
        try:
            return clean(writer(field, answer))
        except (ValueError, InvalidOperation, TypeError, AttributeError, KeyError):
            # Not the shape this kind has today: print what is there.
            return clean(_plain(answer))
    return clean(_plain(answer))


def _plain(answer: object) -> str:
    if isinstance(answer, Mapping):
        return ", ".join(_plain(item) for item in answer.values() if _says_something(item))
    if isinstance(answer, list | tuple):
        return ", ".join(_plain(item) for item in answer if _says_something(item))
    if isinstance(answer, bool):
        return _("Ja") if answer else _("Nee")
    return "" if answer is None else str(answer)


def _hours(value: object) -> str:
    try:
        return number(Decimal(str(value or "0")))
    except InvalidOperation:
        return clean(str(value))


def _day_time(value: str) -> str:
    try:
        moment = datetime.fromisoformat(value) if "T" in value else None
    except ValueError:
        moment = None
    if moment is None:
        # A draft may know the day and not the time yet.
        return moment_as_typed(value).replace(" ", NO_BREAK)
    weekday = day_weekday(moment.date()).split(" ")[0]
    words = _("{dag} om {tijd} uur").format(dag=day_numeric(moment.date()), tijd=moment.strftime("%H.%M"))
    return f"{weekday} {words}".replace(" ", NO_BREAK)


def _time(value: str) -> str:
    moment = time.fromisoformat(value)
    return _("{tijd} uur").format(tijd=moment.strftime("%H.%M")).replace(" ", NO_BREAK)


def _number(field: SnapshotField, value: str) -> str:
    unit = f"{NO_BREAK}{field.unit}" if field.unit else ""
    return f"{number(Decimal(value))}{unit}"


def _person(value: Mapping[str, Any]) -> str:
    parts = [str(value.get(part) or "").strip() for part in ("naam", "functie", "telefoon", "email")]
    parts[2] = grouped_phone(parts[2]).replace(" ", NO_BREAK)
    return ", ".join(part for part in parts if part)


def grouped_phone(text: str) -> str:
    """Return text with its mobile numbers in groups, as people read them out: 06 0000 0021."""
    return _MOBILE.sub(rf"06{NO_BREAK}\1{NO_BREAK}\2", text)


def _pattern(hours: Sequence[object]) -> str:
    """Return the hours of a week as "ma t/m vr 7,6 uur; za 4 uur": days beside each other with equal hours as one."""
    texts = [_hours(item) for item in hours]
    said, start = [], 0
    for index in range(1, len(texts) + 1):
        if index < len(texts) and texts[index] == texts[start]:
            continue
        if texts[start] != "0":
            first, last = _day_name(start), _day_name(index - 1)
            between = _("{van} t/m {tot}") if index - start > _TWO_DAYS else _("{van} en {tot}")
            days = first if start == index - 1 else between.format(van=first, tot=last)
            said.append(_("{dagen} {uren} uur").format(dagen=days, uren=texts[start]).replace(" ", NO_BREAK))
        start = index
    return "; ".join(said) or _("geen vaste uren")


def _day_name(index: int) -> str:
    return _(DAYS[index]) if index < len(DAYS) else str(index + 1)


def _address(value: Mapping[str, Any]) -> str:
    code = str(value.get("postcode") or "").strip().replace(" ", NO_BREAK)
    town = f"{code} {str(value.get('plaats') or '').strip()}".strip()
    return ", ".join(part for part in (str(value.get("straat") or "").strip(), town) if part)


def _reference(value: Mapping[str, Any]) -> str:
    kind = in_words(str(value.get("soort") or ""))
    text = kind[:1].upper() + kind[1:]
    if value.get("versie"):
        text += ", " + _("versie {nummer}").format(nummer=value["versie"])
    if value.get("datum"):
        text += " " + _("van {datum}").format(datum=day_numeric(str(value["datum"])))
    return text


def _attachment(value: Mapping[str, Any]) -> list[str]:
    name = clean(str(value.get("naam") or "")).strip()
    size = value.get("grootte")
    if isinstance(size, int) and not isinstance(size, bool):
        name += f" ({number(Decimal(max(1, round(size / 1024))))}{NO_BREAK}kB)"
    lines = [name.strip()]
    digest = str(value.get("sha256") or "")
    groups = [digest[start : start + 4] for start in range(0, len(digest), 4)]
    if groups:
        lines.append("SHA-256")
        lines += [" ".join(groups[start : start + 8]) for start in range(0, len(groups), 8)]
    return [line for line in lines if line]


def _options_text(field: SnapshotField, answer: object) -> str:
    labels = {option.value: option.label for option in field.options}
    answers = answer if isinstance(answer, list) else [answer]
    return ", ".join(labels.get(str(item), in_words(str(item))) for item in answers if _says_something(item))


def _limited(value: Mapping[str, Any]) -> str:
    said = value.get("beperkt")
    word = "" if said is None else _("Ja") if said else _("Nee")
    return ", ".join(part for part in (word, str(value.get("toelichting") or "")) if part)


_WRITERS: Final[dict[str, Callable[[SnapshotField, Any], str]]] = {
    "text": lambda _field, value: grouped_phone(_plain(value)),
    "day": lambda _field, value: day_numeric(date.fromisoformat(value)),
    "day_time": lambda _field, value: _day_time(value),
    "time": lambda _field, value: _time(value),
    "number": _number,
    "percent": lambda _field, value: percent(value),
    "amount": lambda _field, value: money(value),
    "choice": _options_text,
    "many": _options_text,
    "person": lambda _field, value: _person(value),
    "address": lambda _field, value: _address(value),
    "reference": lambda _field, value: _reference(value),
    "attachment": lambda _field, value: ", ".join(_attachment(value)),
    "limited": lambda _field, value: _limited(value),
}
