"""The three sums of the page: what it cost so far, what is still expected, and what a loonsanctie would add."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from reintegratie_desktop.domain.costs.entries import Phase, total
from reintegratie_desktop.domain.costs.facts import KIND_NAMES, CostFacts, Kind
from reintegratie_desktop.domain.costs.overview import CostOverview
from reintegratie_desktop.domain.costs.sanction import Outcome, Sanction
from reintegratie_desktop.domain.periods import ONE_DAY
from reintegratie_desktop.law.book import Law
from reintegratie_desktop.services.costs_scope import scope_sentences, scope_source, scope_words
from reintegratie_desktop.services.costs_views import FigureKey, FigureView, sum_lines
from reintegratie_desktop.services.wage_hours import open_hours_in_words
from reintegratie_desktop.text.formatting import day_medium, day_month, money, sentence_start
from reintegratie_desktop.text.i18n import _


def figures(found: CostOverview, entered: CostFacts, law: Law, *, leaves: bool) -> tuple[FigureView, ...]:
    """Return the sums at the top of the page, in order; `leaves` says that the employment ends while ill."""
    computed = found.sanction.outcome is Outcome.BEREKEND
    last = _sanction(found, entered, law) if computed else _no_sanction(found, entered, law, leaves=leaves)
    return _so_far(found, entered, law), _expected(found, entered, law), last


def together_words(found: CostOverview) -> str:
    """Return the message over the chart: everything up to week 104, or up to the last cost, in one sentence."""
    counted = (entry.day for entry in found.entries if entry.phase is not Phase.LATER)
    amount = money(found.betaald + found.verwacht)
    if not found.is_complete:
        amount = _("minstens {bedrag}").format(bedrag=amount)
    return _("Samen {bedrag} tot en met {dag}").format(
        bedrag=amount, dag=day_medium(max((found.days.horizon, *counted)))
    )


def with_open_hours(
    shown: Sequence[FigureView], found: CostOverview, mondays: Sequence[date]
) -> tuple[FigureView, ...]:
    """Return the sums, each with the weeks in its wage of which the worked hours still miss."""
    paid = [entry.day for entry in found.entries if entry.kind is Kind.LOON and entry.phase is Phase.BETAALD]
    until = max(paid, default=found.days.first - ONE_DAY)
    spans = {
        FigureKey.NU: (found.days.first, until),
        FigureKey.STRAKS: (until + ONE_DAY, found.days.today),
    }
    return tuple(
        replace(figure, open_hours=sentence_start(open_hours_in_words(mondays, *spans[figure.key])))
        if figure.key in spans
        else figure
        for figure in shown
    )


def _kinds(found: CostOverview, phase: Phase) -> Iterator[tuple[str, str]]:
    for kind in Kind:
        amount = total(found.entries, phase, kinds=(kind,))
        if amount:
            yield _(KIND_NAMES[kind]), money(amount)


def _so_far(found: CostOverview, entered: CostFacts, law: Law) -> FigureView:
    paid = [entry.day for entry in found.entries if entry.kind is Kind.LOON and entry.phase is Phase.BETAALD]
    sub = _("Tot en met vandaag")
    if paid:
        sub = _("Loon tot en met {dag}, het andere tot en met vandaag").format(dag=day_medium(max(paid)))
    elif found.has_wage:
        sub = _("Nog geen hele maand loon, het andere tot en met vandaag")
    words = [_("Het loon van een maand telt hier als die maand voorbij is.")]
    if found.ontvangen:
        words.append(
            _("Daarvan kwam {bedrag} al terug. Dat is hier niet afgetrokken.").format(bedrag=money(found.ontvangen))
        )
    return FigureView(
        key=FigureKey.NU,
        title=_("Tot nu toe"),
        amount=money(found.betaald),
        scope=scope_words(found, entered, law),
        sub=sub,
        sum=sum_lines(list(_kinds(found, Phase.BETAALD)), (_("Samen"), money(found.betaald))),
        words=(*words, *scope_sentences(found, entered, law)),
        source=_sources(law.basis("loon_deel").text, scope_source(found, entered, law)),
    )


def _expected(found: CostOverview, entered: CostFacts, law: Law) -> FigureView:
    last = found.days.horizon
    ends_at_104 = last == found.days.week_104
    sub = _("Tot en met {dag}, het einde van week 104") if ends_at_104 else _("Tot en met {dag}, de laatste loondag")
    words = []
    if gaps := [gap for gap in found.gaps if gap.van <= last]:
        words.append(
            _("Het loon van {van} tot en met {tot} zit er niet in, want de bedragen van de wet zijn nog niet bekend.")
            .format(van=day_medium(gaps[0].van), tot=day_medium(gaps[-1].tot_en_met))
        )  # fmt: skip
    if found.is_estimated:
        words.append(_("Voor maanden die we nog niet kunnen berekenen, tellen we het loon dat jij verwacht."))
    if not found.has_wage:
        words.append(_("Het loon zit er nog niet in."))
    amount = shown = money(found.verwacht)
    if not found.is_complete:
        # Nothing is known yet: "at least nothing" would read as if it will cost nothing.
        shown = _("minstens {bedrag}").format(bedrag=amount) if found.verwacht else _("nog onbekend")
    return FigureView(
        key=FigureKey.STRAKS,
        title=_("Nog te verwachten"),
        amount=shown,
        scope=scope_words(found, entered, law),
        sub=sub.format(dag=day_medium(last)),
        sum=sum_lines(list(_kinds(found, Phase.VERWACHT)), (_("Samen"), amount)),
        words=(*words, *scope_sentences(found, entered, law)),
        source=_sources(law.basis("einde_loondoorbetaling").text, scope_source(found, entered, law)),
    )


def _no_sanction(found: CostOverview, entered: CostFacts, law: Law, *, leaves: bool) -> FigureView:
    """Return what stands where a loonsanctie is not computed: the wage goes on already, stops, or is not known."""
    source, last = law.basis("kosten_loonsanctie").text, day_medium(found.days.last)
    if found.sanction.outcome is Outcome.LOOPT_AL:
        known = money(found.later)
        return FigureView(
            key=FigureKey.LOONSANCTIE,
            title=_("Nog na week 104"),
            amount=_("minstens {bedrag}").format(bedrag=known) if found.gaps else known,
            scope=scope_words(found, entered, law),
            sub=_("Het loon loopt door tot en met {dag}").format(dag=last),
            sum=sum_lines(list(_kinds(found, Phase.LATER)), (_("Samen"), known)),
            words=(
                _("In dit dossier gaat het loon na week 104 door. Dit is wat dat nog kost."),
                _("Wat je al betaalde, staat bij Tot nu toe."),
            ),
            source=source,
        )
    stops = found.sanction.outcome is Outcome.STOPT_EERDER
    words = _("Er is nog geen hele maand loon bekend om mee verder te rekenen.")
    if stops:
        words = _("Het loon stopt op {dag}, voor het einde van week 104. Dan is er niets te verlengen.").format(
            dag=last
        )
    return FigureView(
        key=FigureKey.LOONSANCTIE,
        title=_("Als UWV een loonsanctie geeft"),
        amount=_("niet van toepassing") if stops else _("nog onbekend"),
        scope="",
        sub=_("Het loon stopt al eerder") if stops else _("Eerst is een hele maand loon nodig"),
        sum=(),
        words=(words, *(_left_words(found, law) if leaves and stops else ())),
        source=source,
    )


def _sanction(found: CostOverview, entered: CostFacts, law: Law) -> FigureView:
    sanction = found.sanction
    lines = [(_(KIND_NAMES[kind]), money(amount)) for kind in Kind if (amount := sanction.of(kind))]
    monthly = money(sanction.per_maand)
    if sanction.maand is None:
        short = _("Als het loon {bedrag} per maand is, zoals jij verwacht").format(bedrag=monthly)
        base = _("We rekenen met het loon per maand dat jij verwacht: {bedrag}.").format(bedrag=monthly)
    else:
        month = month_words(sanction.maand)
        short = _("Als het loon blijft als in {maand}: {bedrag} per maand").format(maand=month, bedrag=monthly)
        base = _("We rekenen met wat de wet minstens vraagt, zoals in {maand}: {bedrag} per maand.").format(
            maand=month, bedrag=monthly
        )
    return FigureView(
        key=FigureKey.LOONSANCTIE,
        title=_("Als UWV een loonsanctie geeft"),
        amount=f"+ {money(sanction.totaal)}",
        scope=scope_words(found, entered, law),
        base=short,
        sub=_("Hoogstens {weken} weken langer: van {van} tot en met {tot}").format(
            weken=sanction.weken, van=day_medium(sanction.van), tot=day_medium(sanction.tot_en_met)
        ),
        sum=sum_lines(lines, (_("Samen"), money(sanction.totaal))),
        words=(
            base,
            *_work_words(sanction),
            _("Geeft je cao meer, dan wordt het meer. Herstel je eerder wat mist, dan stopt de loonsanctie eerder."),
            *scope_sentences(found, entered, law),
        ),
        source=_sources(law.basis("kosten_loonsanctie").text, scope_source(found, entered, law)),
    )


def _work_words(sanction: Sanction) -> tuple[str, ...]:
    """Return how much of the month is pay for hours that are worked."""
    if not sanction.werk:
        return ()
    return (_("Daarvan is {bedrag} loon voor uren die iemand werkt.").format(bedrag=money(sanction.werk)),)


def _left_words(found: CostOverview, law: Law) -> tuple[str, ...]:
    """Return what can follow when somebody leaves while ill: UWV may recover ziekengeld."""
    weeks = law.on(found.days.first).get("no_risk_verhaal")
    if weeks is None:
        return ()
    return (
        _(
            "Gaat iemand ziek uit dienst en deed je te weinig, dan kan UWV tot {weken} weken ziekengeld verhalen."
        ).format(weken=weeks.value),
    )


def _sources(*texts: str) -> str:
    return "; ".join(filter(None, texts))


def month_words(day: date) -> str:
    """Return `december 2026` for a day in that month."""
    return f"{day_month(day.replace(day=1)).partition(' ')[2]} {day.year}"
