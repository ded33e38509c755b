"""Money that may come back in one case: how it stands today, until when, and how much when that can be said."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from string import Formatter
from typing import Final

from reintegratie_desktop.domain.costs.entries import Calendar, Entry, Phase, month_end, total
from reintegratie_desktop.domain.costs.facts import REINTEGRATION, Answer, CostFacts, Kind, RefundFacts
from reintegratie_desktop.domain.costs.refund_rules import REFUNDS, RefundRule
from reintegratie_desktop.domain.periods import ONE_DAY, plus, plus_years
from reintegratie_desktop.law.book import Law, Rules
from reintegratie_desktop.law.parameters import DatedValue
from reintegratie_desktop.text.formatting import day_medium, day_numeric, money, number
from reintegratie_desktop.text.i18n import N_, _

_EURO: Final = "euro"


class State(StrEnum):
    """How a refund stands, in the order in which it is shown."""

    KAN = "kan"
    NAKIJKEN = "nakijken"
    LATER = "later"
    VANZELF = "vanzelf"
    NIET = "niet"


class Sure(StrEnum):
    """How sure an amount is."""

    BEREKEND = "berekend"
    HOOGSTENS = "hoogstens"
    """The law names a maximum."""
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class Refund:
    """One way in which money may come back. Texts are translated and ready to show."""

    rule: RefundRule
    state: State
    sure: Sure
    bedrag: Decimal | None
    """None when nothing can be said yet."""
    per_jaar: bool
    deadline: date | None
    deadline_words: str
    conditions: tuple[str, ...]
    notes: tuple[str, ...]
    ontvangen: Decimal
    """What was entered and came in."""
    verwacht: Decimal
    """What was entered and is still expected."""
    source: str
    checked_on: date | None
    to_check: bool


@dataclass(frozen=True, slots=True)
class Claim:
    """What one rule says about one case, before it is put into words."""

    state: State
    sure: Sure = Sure.ONBEKEND
    bedrag: Decimal | None = None
    per_jaar: bool = False
    deadline: date | None = None
    deadline_words: str = ""
    notes: tuple[str, ...] = ()


class RefundMaker:
    """Looks at one case by every rule. `entries` are the costs, `back` what was entered as coming back."""

    def __init__(
        self,
        law: Law,
        days: Calendar,
        facts: CostFacts,
        known: RefundFacts,
        entries: Sequence[Entry],
        back: Sequence[Entry],
    ) -> None:
        self.law, self.days, self.facts, self.known = law, days, facts, known
        self.entries, self.back = entries, back
        self.rules = law.on(days.today)
        self.whole_case = days.last >= days.week_104
        """Whether the wage lasts until the end of week 104."""

    def make(self) -> tuple[Refund, ...]:
        """Return all refunds, those that can be asked now first."""
        order = list(State)
        found = (self._refund(rule) for rule in REFUNDS)
        return tuple(sorted(found, key=lambda refund: order.index(refund.state)))

    def _refund(self, rule: RefundRule) -> Refund:
        claim = {
            "vangnet": self._safety_net,
            "verzekering": self._insurance,
            "regres": self._recourse,
            "compensatie": self._compensation,
            "lkv_herplaatsen": self._replacing,
            "lkv_arbeidsgehandicapt": self._from_the_start,
            "lkv_banenafspraak": self._register,
            "aof": self._low_premium,
        }[rule.id]()
        status = self._status(rule)
        return Refund(
            rule=rule,
            state=claim.state,
            sure=claim.sure,
            bedrag=claim.bedrag,
            per_jaar=claim.per_jaar,
            deadline=claim.deadline,
            deadline_words=claim.deadline_words,
            conditions=tuple(words for text in rule.conditions if (words := self.words(text, self.rules))),
            notes=claim.notes,
            ontvangen=total(self.back, Phase.BETAALD, kinds=(rule.back,) if rule.back else ()),
            verwacht=total(self.back, Phase.VERWACHT, Phase.LATER, kinds=(rule.back,) if rule.back else ()),
            source=self.law.basis(rule.basis).text,
            checked_on=None if status is None else status.checked_on,
            to_check=status is not None and status.to_check,
        )

    def words(self, text: str, rules: Rules) -> str:
        """Return a sentence with the numbers of a day in it; empty when one of them is not known then."""
        values = {key: rules.get(key) for _text, key, _spec, _way in Formatter().parse(text) if key}
        if None in values.values():
            return ""
        return _(text).format(**{key: self._shown(key, value) for key, value in values.items() if value is not None})

    def _shown(self, key: str, found: DatedValue) -> str:
        amount = Decimal(str(found.value))
        return money(amount) if self.law.parameters[key].unit == _EURO else number(amount)

    def _status(self, rule: RefundRule) -> DatedValue | None:
        """Return the value that says when the rule was last checked: that of today, or the newest one."""
        if not rule.status:
            return None
        return self.rules.get(rule.status) or self.law.parameters[rule.status].values[-1]

    # --- the rules, one by one --------------------------------------------------------------------------------------

    def _safety_net(self) -> Claim:
        if self.known.vangnet is Answer.NEE:
            return Claim(State.NIET)
        due = plus(self.days.first, self.law.on(self.days.first).days("vangnet_6_weken"))
        wage = total(self.entries, Phase.BETAALD, kinds=(Kind.LOON,))
        notes = (_("Nooit meer dan het loon tot nu toe."),) if wage else ()
        if due < self.days.today:
            words = _("De laatste dag om te melden was {dag}. Meld toch.").format(dag=day_numeric(due))
            back = self.words(N_("UWV betaalt hoogstens {vangnet_terugwerkend} jaar terug."), self.rules)
            words = f"{words} {back}".strip()
            years = self.rules.get("vangnet_terugwerkend")
            if years is not None:
                assert isinstance(years.value, int)
                recent = self._wage_since(plus_years(self.days.today, -years.value))
                if recent < wage:
                    wage = recent
                    notes = (
                        _(
                            "Gerekend met {jaar} jaar terug. Meldde je op tijd? Dan telt ook het loon van daarvoor."
                        ).format(jaar=years.value),
                    )
        else:
            words = _("Meld uiterlijk {dag}. Soms moet het al op de vierde ziektedag: kijk bij UWV.").format(
                dag=day_numeric(due)
            )
        return Claim(
            by_answer(self.known.vangnet),
            Sure.HOOGSTENS if wage else Sure.ONBEKEND,
            wage or None,
            deadline=due,
            deadline_words=words,
            notes=notes,
        )

    def _wage_since(self, day: date) -> Decimal:
        """Return the wage of the months that were over after a day and are over now."""
        return total((entry for entry in self.entries if entry.day > day), Phase.BETAALD, kinds=(Kind.LOON,))

    def _insurance(self) -> Claim:
        return Claim(
            by_answer(self.facts.verzekering),
            deadline_words=_("De termijn staat in je polis."),
            notes=(_("Wat je verzekeraar betaalt, vul je zelf in bij de kosten."),),
        )

    def _recourse(self) -> Claim:
        state = by_answer(self.known.regres)
        extra = total(self.entries, Phase.BETAALD, kinds=REINTEGRATION)
        notes: tuple[str, ...] = ()
        if extra and state is not State.NIET:
            notes = (_("Aan kosten van re-integratie staat hier {bedrag}.").format(bedrag=money(extra)),)
        words = _("Stel de ander zo snel mogelijk aansprakelijk. Vraag je rechtshulp of verzekeraar erbij.")
        if self.facts.netto_betaald is None or state is State.NIET:
            return Claim(state, deadline_words=words, notes=notes)
        wage = total(self.entries, Phase.BETAALD, kinds=(Kind.LOON,))
        # Net wage is never more than the wage: what was entered above that was meant otherwise.
        net = min(self.facts.netto_betaald, wage)
        return Claim(state, Sure.BEREKEND, net + extra, deadline_words=words, notes=notes)

    def _compensation(self) -> Claim:
        paid, last = self.facts.vergoeding_betaald, self.facts.vergoeding_laatste_dag
        notes = tuple(
            words
            for text in (
                N_(
                    "Een transitievergoeding is een maandloon per dienstjaar, gedeeld door {transitievergoeding_delen}."
                ),
                N_("Dit jaar is zij hoogstens {transitievergoeding_maximum}, of een jaarsalaris als dat hoger is."),
            )
            if (words := self.words(text, self.rules))
        )
        if not self.whole_case:
            return Claim(State.NIET, deadline_words=_("Dit geldt alleen na twee jaar ziekte."))
        months = self.rules.get("transitievergoeding_compensatie_aanvragen")
        if last is None or months is None:
            words = self.words(
                N_("Vraag aan binnen {transitievergoeding_compensatie_aanvragen} maanden na de laatste betaling."),
                self.rules,
            )
            return Claim(State.LATER, deadline_words=words, notes=notes)
        assert isinstance(months.value, int)
        due = plus_months(last, months.value)
        is_late = due < self.days.today
        words = _("De laatste dag om aan te vragen was {dag}.") if is_late else _("Vraag aan uiterlijk op {dag}.")
        return Claim(
            State.NIET if is_late else State.KAN,
            Sure.ONBEKEND if paid is None or is_late else Sure.HOOGSTENS,
            None if is_late else paid,
            deadline=due,
            deadline_words=words.format(dag=day_numeric(due)),
            notes=() if paid is None or is_late else (_("Nooit meer dan wat je betaalde."),),
        )

    def _replacing(self) -> Claim:
        """Return what holds when the employee stays after the wachttijd: by the numbers of that time."""
        begins = max(plus(self.days.week_104, 1), self.days.today)
        words = self.words(
            N_(
                "Je werknemer vraagt de verklaring aan binnen {lkv_verklaring_aanvragen} maanden na de wachttijd, of "
                "na het begin van het werk als dat later is."
            ),
            self.rules,
        )
        if not self.whole_case:
            return Claim(State.NIET, deadline_words=_("Dit geldt alleen na de wachttijd."))
        state = State.LATER if self.days.today <= self.days.week_104 else State.NAKIJKEN
        return self._a_year("lkv_herplaatsen_jaar", begins, state, words)

    def _from_the_start(self) -> Claim:
        hired = self.known.in_dienst
        duration = self.law.on(self.days.first).get("lkv_arbeidsgehandicapt_duur")
        if hired is not None and duration is not None:
            assert isinstance(duration.value, int)
            over = plus_years(hired, duration.value)
            if over <= self.days.first:
                words = _("Dit voordeel stopte op {dag}, voor de eerste ziektedag.").format(
                    dag=day_numeric(over - ONE_DAY)
                )
                return Claim(State.NIET, deadline_words=words)
        return self._a_year("lkv_arbeidsgehandicapt_jaar", self.days.today, State.NAKIJKEN, self._corrections())

    def _register(self) -> Claim:
        return self._a_year("lkv_banenafspraak_jaar", self.days.today, State.NAKIJKEN, self._corrections())

    def _low_premium(self) -> Claim:
        return Claim(State.VANZELF, deadline_words=_("Je hoeft niets te doen."))

    def _a_year(self, key: str, day: date, state: State, words: str) -> Claim:
        """Return the maximum of a year; when none is known for that day, the one of today only as a note."""
        found, now = self.law.on(day).get(key), self.rules.get(key)
        if found is not None:
            assert isinstance(found.value, Decimal | int)
            return Claim(state, Sure.HOOGSTENS, Decimal(found.value), per_jaar=True, deadline_words=words)
        notes = [_("Het bedrag van {jaar} is nog niet bekend.").format(jaar=day.year)]
        if now is not None:
            notes.append(
                _("In {jaar} is het hoogstens {bedrag} per jaar.").format(
                    jaar=self.days.today.year, bedrag=self._shown(key, now)
                )
            )
        return Claim(state, deadline_words=words, notes=tuple(notes))

    def _corrections(self) -> str:
        """Return until when a forgotten request can be mended; early in a year that of the year before comes first."""
        found = self.rules.get("lkv_verbeteren")
        if found is None:
            return ""
        month, _dash, day = str(found.value).partition("-")
        before = date(self.days.today.year, int(month), int(day))
        if before <= self.days.today:
            before = before.replace(year=before.year + 1)
        return _(
            "Vraag het aan in je loonaangifte. Vergat je het in {jaar}? Verbeter de aangifte dan voor {dag}."
        ).format(jaar=before.year - 1, dag=day_medium(before))


def by_answer(answer: Answer) -> State:
    """Return how a refund stands that hangs on one answer."""
    return _BY_ANSWER[answer]


_BY_ANSWER: Final[Mapping[Answer, State]] = {
    Answer.JA: State.KAN,
    Answer.NEE: State.NIET,
    Answer.ONBEKEND: State.NAKIJKEN,
}


def plus_months(day: date, months: int) -> date:
    """Return the same day some months later; the last day of that month when it is shorter."""
    month = day.replace(day=1)
    for _step in range(months):
        month = plus(month_end(month), 1)
    return month.replace(day=min(day.day, monthrange(month.year, month.month)[1]))
