"""Every figure over the dossiers in words: its value, its formula, the numbers in it, and where it is defined."""

from typing import Final

from reintegratie_desktop.domain.insight import Insight, Left, OnTime, Workforce
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.text.declaring import dataclass
from reintegratie_desktop.text.formatting import number
from reintegratie_desktop.text.i18n import N_, _, ngettext

STEP_NAMES: Final = {
    "probleemanalyse": N_("Probleemanalyse"),
    "plan_van_aanpak": N_("Plan van aanpak"),
    "uwv_42e_week": N_("Melding bij UWV na 42 weken"),
    "eerstejaarsevaluatie": N_("Eerstejaarsevaluatie"),
    "riv_aan_werknemer": N_("Re-integratieverslag"),
}
LEFT_WORDS: Final = {
    Left.VERVALLEN: N_("vervallen"),
    Left.NIET_NODIG: N_("niet nodig"),
    Left.ERBUITEN: N_("voor deze periode"),
}
BAND_NAMES: Final = {
    "kort": N_("Kort"),
    "middellang": N_("Middellang"),
    "lang": N_("Lang"),
    "extra_lang": N_("Extra lang"),
}


@dataclass(frozen=True)
class Figure:
    """One figure, ready to show."""

    key: str
    title: str
    value: str
    meaning: str
    formula: str
    filled: str
    """The formula with the numbers of this period; empty when something misses."""
    counted: str
    """What counts and what does not, as short sentences."""
    note: str = ""
    """What has to be filled in first."""


def figures(found: Insight, known: Workforce) -> tuple[Figure, ...]:
    """Return percentage, frequency and mean length, each with its formula; counts where there are few cases."""
    return (_percentage(found, known), _frequency(found, known), _length(found))


def few_words(found: Insight) -> str:
    """Return why there are counts and no shares, or "" when there are cases enough, of people enough."""
    if found.shows_shares:
        return ""
    if found.gevallen >= found.percentage_vanaf:
        return few_people_words(found)
    return _("Bij minder dan {aantal} gevallen zegt een percentage weinig. Daarom zie je aantallen.").format(
        aantal=found.percentage_vanaf
    )


def few_people_words(found: Insight) -> str:
    """Return why the durations are not shown, or "" when enough people were ill."""
    if found.shows_bands:
        return ""
    if found.has_people:
        words = _("In een groep zitten minder dan {aantal} mensen. Dan tonen we de groepen niet.")
        return (words + " " + _("Zo gaat geen getal over één persoon.")).format(aantal=found.tekening_vanaf)
    words = _("Minder dan {aantal} mensen waren ziek. Dan tonen we niet hoe lang.")
    return (words + " " + _("Zo gaat geen getal over één persoon.")).format(aantal=found.tekening_vanaf)


def few_in_band_words(found: Insight) -> str:
    """Return what stands in the place of the numbers of a band with few people."""
    return _("minder dan {aantal} mensen").format(aantal=found.tekening_vanaf)


def on_time_words(step: OnTime, shares_from: int) -> str:
    """Return `3 van 4`, `82%, 9 van 11` when there were enough, or a dash when nothing had to be done."""
    if not step.moest:
        return "–"
    counts = _("{op_tijd} van {moest}").format(op_tijd=step.op_tijd, moest=step.moest)
    if step.moest < shares_from or step.percentage is None:
        return counts
    return _("{deel}%, {aantallen}").format(deel=number(step.percentage), aantallen=counts)


def left_words(step: OnTime) -> str:
    """Return why dossiers were left out: `1 vervallen, 2 voor deze periode`; empty when none was."""
    return ", ".join(f"{count} {_(LEFT_WORDS[why])}" for why, count in step.weg)


def on_time_sentence(step: OnTime, shares_from: int) -> str:
    """Return a row as a sentence: how many counted, how many are still to come, how many were left out and why."""
    parts = [_(STEP_NAMES[step.step])]
    if step.moest:
        parts.append(_("{aantallen} op tijd").format(aantallen=on_time_words(step, shares_from)))
    else:
        parts.append(_("niets in deze periode"))
    if step.nog_niet:
        parts.append(_("{aantal} nog niet aan de beurt").format(aantal=step.nog_niet))
    if step.weg:
        words = ngettext("{aantal} telt niet mee: {waarom}", "{aantal} tellen niet mee: {waarom}", step.weggelaten)
        parts.append(words.format(aantal=step.weggelaten, waarom=left_words(step)))
    return ", ".join(parts)


def band_words(low: int, high: int | None) -> str:
    """Return `8 tot en met 42 dagen`, or `meer dan 365 dagen`."""
    if high is None:
        return _("meer dan {dagen} dagen").format(dagen=low - 1)
    return _("{van} tot en met {tot} dagen").format(van=low, tot=high)


def bands_counted() -> str:
    """Return how the durations are counted."""
    return _(
        "Elk verzuim staat in één groep: die van zijn hele duur, tot het herstel of tot het eind van de periode. "
        "De dagen zijn alleen die in de periode."
    )


def bands_formula() -> str:
    """Return the formula of the share of a group."""
    return _("percentage = dagen in de groep × contracturen ÷ (dagen in de periode × contracturen van iedereen samen)")


def on_time_formula() -> str:
    """Return the formula of the share in time."""
    return _("op tijd = klaar op of voor de uiterste dag ÷ stappen waarvan die dag in de periode viel")


def on_time_counted() -> str:
    """Return how the share in time is counted."""
    return _(
        "Elk dossier van deze periode staat in elke rij één keer. Het telt mee als de uiterste dag van de stap in de "
        "periode viel. Komt die dag nog, dan is de stap nog niet aan de beurt. Een stap vervalt als iemand ervoor "
        "herstelde of uit dienst ging. Soms is een stap niet nodig volgens het advies van de bedrijfsarts."
    )


def sources() -> str:
    """Return where the definitions stand."""
    law = load_law()
    return "; ".join(law.sources[key].cite() for key in ("sivi-verzuimstandaard", "cbs-verzuim"))


def days_words(days: int) -> str:
    """Return `412 dagen`."""
    return ngettext("{dagen} dag", "{dagen} dagen", days).format(dagen=number(str(days)))


def cases_words(count: int) -> str:
    """Return `3 gevallen`."""
    return ngettext("{aantal} geval", "{aantal} gevallen", count).format(aantal=number(str(count)))


def _percentage(found: Insight, known: Workforce) -> Figure:
    formula = _("verzuimde dagen × contracturen ÷ (dagen in de periode × contracturen van iedereen samen)")
    counted = _(
        "Zo telt een deeltijder mee naar de uren van het contract. Wie een deel van de tijd werkt, telt mee als ziek "
        "tot het herstel. Verlof telt niet mee, en na de laatste loondag telt niets meer."
    )
    if not found.shows_shares:
        return Figure(
            key="percentage",
            title=_("Verzuimde dagen"),
            value=days_words(found.dagen) if found.has_people or not found.dagen else "–",
            meaning=_("Kalenderdagen in deze periode, van iedereen samen."),
            note="" if found.has_people or not found.dagen else few_people_words(found),
            formula=_("alle dagen van de eerste ziektedag tot het herstel, weekenden ook"),
            filled="",
            counted=_("Verlof telt niet mee, en na de laatste loondag telt niets meer.")
            + " "
            + _later(found, _("het verzuimpercentage"), formula),
        )
    value, note = "–", ""
    if found.percentage is not None:
        value = _("{deel}%").format(deel=number(found.percentage, decimals=2))
    elif known.uren is None:
        note = _("Vul in hoeveel uur jullie samen werken. Dan rekenen we het percentage uit.")
    else:
        note = _("Van iemand die ziek was staan de contracturen niet in het programma.")
    filled = ""
    if found.gewogen is not None and known.uren is not None:
        filled = _("{teller} ÷ ({dagen} × {uren} uur)").format(
            teller=number(found.gewogen), dagen=days_words(found.span.days), uren=number(known.uren)
        )
    return Figure(
        key="percentage",
        title=_("Verzuimpercentage"),
        value=value,
        meaning=_("Het deel van de werktijd dat door verzuim verloren ging."),
        formula=formula,
        filled=filled,
        counted=counted,
        note=note,
    )


def _frequency(found: Insight, known: Workforce) -> Figure:
    formula = _("meldingen ÷ mensen × dagen in een jaar ÷ dagen in de periode")
    counted = _("Elke melding na een herstel of na verlof telt apart, ook als de weken voor de wet doortellen.")
    reports = ngettext("{aantal} melding", "{aantal} meldingen", found.meldingen).format(aantal=found.meldingen)
    if not found.shows_shares:
        return Figure(
            key="frequentie",
            title=_("Ziekmeldingen"),
            value=reports,
            meaning=_("Meldingen die in deze periode begonnen."),
            formula=_("het aantal eerste ziektedagen in de periode"),
            filled="",
            counted=counted + " " + _later(found, _("de meldingsfrequentie"), formula),
        )
    value, note, filled = "–", "", ""
    if found.frequentie is None or known.mensen is None:
        note = _("Vul in hoeveel mensen hier werken. Dan rekenen we de frequentie uit.")
    else:
        value = number(found.frequentie, decimals=2)
        filled = _("{meldingen} ÷ {mensen} mensen × {jaar} ÷ {dagen}").format(
            meldingen=reports,
            mensen=number(known.mensen),
            jaar=found.span.days_in_year,
            dagen=days_words(found.span.days),
        )
    return Figure(
        key="frequentie",
        title=_("Meldingsfrequentie"),
        value=value,
        meaning=_("Hoe vaak iemand zich gemiddeld per jaar ziek meldt."),
        formula=formula,
        filled=filled,
        counted=counted + " " + _("De contracturen tellen hier niet."),
        note=note,
    )


def _length(found: Insight) -> Figure:
    formula = _("alle dagen van afgesloten verzuim ÷ aantal keren")
    counted = _(
        "Verzuim dat in de periode met herstel eindigde telt helemaal mee, ook de dagen van voor de periode. "
        "Begint er verlof, dan eindigt het verzuim ook. Wat nog loopt telt niet mee."
    )
    ended = ngettext("{n} keer", "{n} keer", found.hersteld).format(n=found.hersteld)
    if not found.shows_length and not (found.shows_shares and found.gemiddelde_duur is None):
        return Figure(
            key="duur",
            title=_("Hersteld"),
            value=ended,
            meaning=_("Hoe vaak verzuim in deze periode eindigde."),
            formula=_("het aantal keren dat verzuim eindigde met herstel, of met verlof"),
            filled="",
            counted=counted + " " + _later(found, _("de gemiddelde duur"), formula),
        )
    if found.gemiddelde_duur is None:
        return Figure(
            key="duur",
            title=_("Gemiddelde duur"),
            value="–",
            meaning=_("In deze periode eindigde geen verzuim met herstel."),
            formula=formula,
            filled="",
            counted=counted,
        )
    return Figure(
        key="duur",
        title=_("Gemiddelde duur"),
        value=_("{dagen} dagen").format(dagen=number(found.gemiddelde_duur, decimals=1)),
        meaning=_("Hoe lang afgesloten verzuim gemiddeld duurde."),
        formula=formula,
        filled=_("{dagen} ÷ {hersteld}").format(dagen=days_words(found.dagen_hersteld), hersteld=ended),
        counted=counted + " " + _("De contracturen tellen hier niet."),
    )


def _later(found: Insight, name: str, formula: str) -> str:
    return _("Vanaf {aantal} gevallen van minstens {mensen} mensen zie je hier {naam}: {formule}.").format(
        aantal=found.percentage_vanaf, mensen=found.tekening_vanaf, naam=name, formule=formula
    )
