"""The rules in use: every value to look at, and taking a newer signed file in use or leaving it again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from dateutil.relativedelta import relativedelta

from reintegratie_desktop.domain.explaining import REGELS
from reintegratie_desktop.law import signed
from reintegratie_desktop.law.book import Law, load_law, shipped_law
from reintegratie_desktop.law.calendar import WEEKDAYS
from reintegratie_desktop.law.installed import (
    OLDER,
    SAME,
    check_newer,
    edition_of,
    not_used_words,
    opened,
    read_content,
)
from reintegratie_desktop.law.parameters import DatedValue, Parameter
from reintegratie_desktop.law.place import installed_path, is_there
from reintegratie_desktop.services.explained import explanations
from reintegratie_desktop.services.files import write_file, writing_error
from reintegratie_desktop.services.rule_words import (
    DOUBTS,
    EXPLAINED,
    SUBJECTS,
    holiday_words,
    since_words,
    subject_words,
    value_words,
)
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.formatting import day_medium, day_month
from reintegratie_desktop.text.i18n import _

_HOLIDAYS: Final = "feestdagen"
_OLD: Final = relativedelta(years=1)
"""A value that was checked longer ago than this needs to be looked at again."""


@dataclass(frozen=True)
class RuleValue:
    """One value of a rule in time, ready to show."""

    value: str
    since: str
    source: str
    url: str
    checked: str
    to_check: tuple[str, ...]
    """Why somebody should look at it again; empty when nobody has to."""
    holds: bool
    """This is the value of today."""
    whole_name: str = ""
    """The name of the law that `source` abbreviates, or an empty text."""


@dataclass(frozen=True)
class RuleLine:
    """One rule: what holds today, and everything that is known of it. Texts are ready to show."""

    key: str
    subject: str
    label: str
    value: str
    """What holds today; empty for a question the sources leave open."""
    source: str
    since: str
    """From when that holds, when it changes, and when it was checked."""
    to_check: bool
    values: tuple[RuleValue, ...] = ()
    """From new to old."""
    parts: tuple[tuple[str, str], ...] = ()
    """Of an open question or an explanation: a heading, which may be empty, and a text each."""

    @property
    def explains(self) -> bool:
        """Tell whether there is something to read instead of a value."""
        return not self.values

    @property
    def spoken(self) -> str:
        """Return the rule as one sentence for a screen reader."""
        flag = _("te controleren") if self.to_check else ""
        return ", ".join(part for part in (self.label, self.value, flag, self.source, self.since, self.subject) if part)


@dataclass(frozen=True)
class Remark:
    """Something to know about the rules in use: a sentence, a second one, and whether it is a warning."""

    sentence: str
    more: str
    warns: bool


@dataclass(frozen=True)
class RulesView:
    """The page of the rules."""

    in_use: str
    """Which rules are in use, as a sentence."""
    version: str
    loaded: bool
    can_go_back: bool
    """There is a loaded file, used or not, that can be taken away."""
    refuses_because: str
    """Why this build accepts no rules files; empty when it does."""
    remarks: tuple[Remark, ...]
    lines: tuple[RuleLine, ...]

    @property
    def to_check(self) -> int:
        """Return how many rules somebody should look at again."""
        return sum(line.to_check for line in self.lines)


@dataclass(frozen=True)
class Change:
    """Other rules were taken in use: which, and how many values are other ones than before."""

    version: str
    values: int


def rules_view(today: date) -> RulesView:
    """Return every rule as it stands today."""
    law = load_law()
    order = {subject: place for place, subject in enumerate(SUBJECTS)}
    by_subject = sorted(law.parameters.values(), key=lambda item: order.get(law.subjects.get(item.key, ""), len(order)))
    lines = [_parameter_line(law, parameter, today) for parameter in by_subject]
    place = next((index for index, line in enumerate(lines) if _comes_after_holidays(law, line)), len(lines))
    lines[place:place] = _holiday_lines(law, today)
    return RulesView(
        in_use=_in_use(law),
        version=edition_of(law).version,
        loaded=law.loaded,
        can_go_back=is_there(installed_path()),
        refuses_because="" if signed.shipped_keys() else _why_none_accepted(),
        remarks=tuple(_remarks(law, today)),
        lines=(*lines, *_explained_lines(today), *_doubt_lines(law)),
    )


def matching(
    lines: Iterable[RuleLine], words: str = "", *, only_to_check: bool = False, only_explaining: bool = False
) -> tuple[RuleLine, ...]:
    """Return the rules in which every word stands, in their order; when asked, only those to check or to read."""
    wanted = words.casefold().split()
    return tuple(
        line
        for line in lines
        if (line.to_check or not only_to_check)
        and (line.explains or not only_explaining)
        and all(word in _searched(line) for word in wanted)
    )


def load_rules(place: Path, today: date) -> Change:
    """Take a signed file with newer rules in use; the file is copied, so that the one chosen may go away.

    Raises:
        KnownError: the file is no file with rules, is not signed by whom this program knows, was changed, is not newer,
            needs another program or clock, or cannot be kept. Nothing changed then.
    """
    before = load_law()
    try:
        content = read_content(place)
        law = opened(content, shipped_law())
        check_newer(law, before)
        _check_clock(law, today)
        _keep(content)
    except KnownError as error:
        unchanged = _("Er is niets veranderd.")
        raise KnownError(error.message, f"{error.next_step} {unchanged}", code=error.code) from error
    return _renewed(before)


def back_to_shipped() -> Change:
    """Take the loaded file away and count with the rules of the program again.

    Raises:
        KnownError: the file cannot be taken away.
    """
    before, place = load_law(), installed_path()
    try:
        place.unlink(missing_ok=True)
    except OSError as error:
        raise writing_error(error, place.parent) from error
    return _renewed(before)


def _keep(content: bytes) -> None:
    place = installed_path()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise writing_error(error, place.parent) from error
    write_file(place, content)


def _renewed(before: Law) -> Change:
    load_law.cache_clear()
    law = load_law()
    old = {key: _times(parameter) for key, parameter in before.parameters.items()}
    changed = sum(_times(parameter) != old.get(key) for key, parameter in law.parameters.items())
    return Change(edition_of(law).version, changed)


def _times(parameter: Parameter) -> list[tuple[date, object]]:
    return [(value.starts_on, value.value) for value in parameter.values]


def _check_clock(law: Law, today: date) -> None:
    day = edition_of(law).date
    if day > today:
        raise KnownError(
            _("Deze regels zijn van {dag}, en volgens je computer is het vandaag {vandaag}.").format(
                dag=day_medium(day), vandaag=day_medium(today)
            ),
            _("Kijk of de datum van je computer klopt, en probeer het daarna opnieuw."),
            code="regels_klok",
        )


# --- what is said ---------------------------------------------------------------------------------------------------


def _in_use(law: Law) -> str:
    edition = edition_of(law)
    words = (
        _("Je gebruikt de regels {versie} van {dag}, die je hebt geladen.")
        if law.loaded
        else _("Je gebruikt de regels {versie} van {dag}, die bij het programma horen.")
    )
    return words.format(versie=edition.version, dag=day_medium(edition.date))


def _why_none_accepted() -> str:
    return _(
        "Deze versie van het programma neemt nog geen bestanden met regels aan: er is nog geen sleutel om te zien van "
        "wie zo’n bestand komt. Nieuwe regels komen mee met een nieuwe versie van het programma."
    )


def _remarks(law: Law, today: date) -> Iterator[Remark]:
    error = law.not_used
    if error is not None and error.code in (OLDER, SAME):
        yield Remark(
            _("Het bestand met regels dat je laadde, is niet meer nodig."),
            _("Het programma heeft zelf minstens zo nieuwe regels."),
            warns=False,
        )
    elif error is not None:
        yield Remark(not_used_words(), f"{error.message} {error.next_step}", warns=True)
    day = edition_of(law).date
    if day > today:
        yield Remark(
            _("Volgens je computer is het {vandaag}, en deze regels zijn van {dag}.").format(
                vandaag=day_medium(today), dag=day_medium(day)
            ),
            _("Kijk of de datum van je computer klopt. Alle termijnen hangen daarvan af."),
            warns=True,
        )


# --- lines ----------------------------------------------------------------------------------------------------------


def why_to_check(checked_on: date, today: date, *, marked: bool) -> tuple[str, ...]:
    """Return the reasons to look at a value again; empty when there is none."""
    reasons = []
    if marked:
        reasons.append(_("wel nagekeken, maar de bron geeft nog geen zekerheid"))
    if checked_on + _OLD < today:
        reasons.append(_("langer dan een jaar geleden nagekeken"))
    return tuple(reasons)


def what_to_do(url: str = "") -> str:
    """Return what somebody does with a value or a choice that is to be checked; `url` is where its source is shown."""
    if url:
        return _("Bel UWV of kijk op het adres hieronder voordat je erop rekent.")
    return _("Bel UWV voordat je erop rekent.")


def _parameter_line(law: Law, parameter: Parameter, today: date) -> RuleLine:
    past = [value for value in parameter.values if value.starts_on <= today]
    now = past[-1] if past else parameter.values[0]
    values = tuple(_value(law, parameter, value, today, holds=value is now) for value in reversed(parameter.values))
    shown = next(value for value in values if value.holds)
    later = next((value.starts_on for value in parameter.values if value.starts_on > max(now.starts_on, today)), None)
    changes = _("verandert op {dag}").format(dag=day_medium(later)) if later is not None else ""
    return RuleLine(
        key=parameter.key,
        subject=subject_words(law.subjects.get(parameter.key, "")),
        label=parameter.name,
        value=shown.value,
        source=shown.source,
        since=_sentence(", ".join(filter(None, (shown.since, changes, _checked(now.checked_on))))),
        to_check=any(value.to_check for value in values),
        values=values,
    )


def _value(law: Law, parameter: Parameter, value: DatedValue, today: date, *, holds: bool) -> RuleValue:
    source = law.sources[value.source]
    return RuleValue(
        value=value_words(value.value, parameter.unit, parameter.key),
        since=since_words(value.starts_on, parameter.key),
        source=source.cite(),
        url=source.url,
        checked=_checked(value.checked_on),
        to_check=why_to_check(value.checked_on, today, marked=value.to_check),
        holds=holds,
        whole_name=source.whole_name,
    )


def _checked(day: date) -> str:
    return _("nagekeken op {dag}").format(dag=day_medium(day))


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _comes_after_holidays(law: Law, line: RuleLine) -> bool:
    order = list(SUBJECTS)
    subject = law.subjects.get(line.key, "")
    return subject not in order or order.index(subject) > order.index(_HOLIDAYS)


def _holiday_lines(law: Law, today: date) -> Iterator[RuleLine]:
    calendar = law.calendar
    weekend = ", ".join(_(WEEKDAYS[day]) for day in sorted(calendar.weekend))
    named = [("weekend", _("Weekend"), weekend)]
    for holiday in calendar.holidays:
        label, words = holiday_words(holiday)
        if holiday.easter is not None:
            now = _("dit jaar {dag}").format(dag=day_month(holiday.in_year(today.year)))
            words = f"{words} ({now})"
        named.append((holiday.id, label, words))
    source = law.sources[calendar.source]
    reasons = why_to_check(calendar.checked_on, today, marked=False)
    checked = _checked(calendar.checked_on)
    for key, label, words in named:
        value = RuleValue(words, _("elk jaar"), source.cite(), source.url, checked, reasons, holds=True)
        yield RuleLine(
            key=key,
            subject=subject_words(_HOLIDAYS),
            label=label,
            value=words,
            source=source.cite(),
            since=_sentence(f"{value.since}, {checked}"),
            to_check=bool(reasons),
            values=(value,),
        )


def _explained_lines(today: date) -> Iterator[RuleLine]:
    for one in explanations(REGELS, today):
        yield RuleLine(
            key=one.id,
            subject=_(EXPLAINED),
            label=one.title,
            value="",
            source=one.source,
            since="",
            to_check=False,
            parts=(*(("", paragraph) for paragraph in one.paragraphs), (_("Waar dat staat"), one.source)),
        )


def _doubt_lines(law: Law) -> Iterator[RuleLine]:
    for doubt in law.doubts.values():
        yield RuleLine(
            key=doubt.id,
            subject=_(DOUBTS),
            label=_(doubt.question),
            value="",
            source=_(doubt.where),
            since="",
            to_check=doubt.to_check,
            parts=((_("Wat dit programma doet"), _(doubt.default)), (_("Waar je dat merkt"), _(doubt.where))),
        )


def _searched(line: RuleLine) -> str:
    texts = [line.label, line.value, line.source, line.key, line.subject, line.since]
    texts += [f"{value.value} {value.since} {value.source} {value.whole_name}" for value in line.values]
    texts += [text for _heading, text in line.parts]
    return " ".join(texts).casefold().replace("\u00a0", " ")
