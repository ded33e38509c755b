"""What this case costs and what comes back, as far as no paper says so: entered by the employer, kept with the case."""

from datetime import timedelta
from decimal import Decimal
from typing import Final

from reintegratie_desktop.forms import rules_costs
from reintegratie_desktop.forms.conditions import Every, Fact, Filled, Is, Known, Not, Some
from reintegratie_desktop.forms.context import Answers, Context
from reintegratie_desktop.forms.fields import (
    Amount,
    Choice,
    Day,
    Field,
    Need,
    Option,
    Percent,
    Table,
    Text,
    as_decimal,
)
from reintegratie_desktop.forms.flow import Flow, Scope, Section, Step
from reintegratie_desktop.forms.rules import law_days
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.text.formatting import day_medium
from reintegratie_desktop.text.i18n import N_, _

_MOST: Final = Decimal(1_000_000)
_REGRES: Final = Known("ziekmelding", "regres", ("ja", "onbekend"))
_YES, _NO = Option("ja", N_("Ja")), Option("nee", N_("Nee"))
_SHARE_COUNTS: Final = Some(Is("lasten", "ja"), Every(Not(Is("lasten", "nee")), Filled("opslag")))
"""Also where a percentage was entered before this was asked."""


def first_year_asks(_answers: Answers, context: Context) -> bool:
    """Tell whether wage of the first sick year can still be unknown: it runs, or its amounts are not known here."""
    week, first = as_decimal(context.get("zaak", "ziekteweek")), context.day("zaak", "eerste_ziektedag")
    if week is None or first is None:
        return True
    weeks, months = law_days("minimumloon_weken", first), law_days("bedragen_herziening_maanden", first)
    if weeks is None or months is None or week <= weeks:
        return True
    last = first + timedelta(weeks=weeks)
    half_year = last.replace(month=(last.month - 1) // months * months + 1, day=1)
    known = load_law().parameters["maximumdagloon"].known_on(last)
    return known is None or known.starts_on < half_year


def in_words(answers: Answers, _context: Context) -> str:
    """Return the second line of a row: what it is called, and when it comes."""
    begins, ends = answers.get("van"), answers.get("tot_en_met")
    parts = [str(answers.get("omschrijving") or "")]
    if answers.get("per") == rules_costs.MONTHLY:
        parts.append(_("elke maand vanaf {dag}").format(dag=day_medium(begins)) if begins else _("elke maand"))
        parts.append(_("tot en met {dag}").format(dag=day_medium(ends)) if ends else "")
    elif begins:
        parts.append(day_medium(begins))
    return ", ".join(filter(None, parts))


def _columns(kinds: tuple[Option, ...], question: str, note: str) -> tuple[Field, ...]:
    """Return the columns of both tables; only the kinds and their words differ."""
    return (
        Choice(
            key="soort",
            label=N_("Soort"),
            ask=question,
            need=Need.REQUIRED,
            options=kinds,
        ),
        Text(
            key="omschrijving",
            label=N_("Omschrijving"),
            ask=N_("Hoe noem je het?"),
            help=note,
            max_length=60,
            guard=True,
        ),
        Amount(
            key="bedrag",
            label=N_("Bedrag"),
            ask=N_("Hoeveel is het?"),
            help=N_("Zonder btw, als je die terugkrijgt."),
            need=Need.REQUIRED,
            maximum=_MOST,
        ),
        Choice(
            key="per",
            label=N_("Hoe vaak"),
            ask=N_("Komt het één keer of elke maand?"),
            need=Need.REQUIRED,
            default="eenmalig",
            options=(Option("eenmalig", N_("Eén keer")), Option("maand", N_("Elke maand"))),
        ),
        Day(
            key="van",
            label=N_("Datum"),
            label_if=(Is("per", rules_costs.MONTHLY), N_("Vanaf")),
            ask=N_("Op welke dag, of vanaf welke dag?"),
            help=N_("Een dag die nog komt mag ook. Dan telt het als verwacht."),
            need=Need.REQUIRED,
        ),
        Day(
            key="tot_en_met",
            label=N_("Tot en met"),
            ask=N_("Tot en met welke dag komt het elke maand?"),
            help=N_("Weet je het niet? Laat het leeg. Dan telt het zolang je loon betaalt."),
            when=Is("per", "maand"),
            not_asked=N_("Dit komt één keer."),
        ),
    )


_FIRST_YEAR: Final = Fact("loon van het eerste ziektejaar kan nog onbekend zijn", first_year_asks)

_KINDS: Final = (
    Option("arbodienst", N_("Arbodienst en bedrijfsarts")),
    Option("spoor2", N_("Spoor 2")),
    Option("voorziening", N_("Aanpassing van het werk")),
    Option("vervanging", N_("Vervanging")),
    Option("deskundigenoordeel", N_("Deskundigenoordeel")),
    Option("anders", N_("Andere kosten")),
)
_BACK: Final = (
    Option("verzekering", N_("Verzuimverzekering")),
    Option("uwv", N_("Ziekengeld van UWV")),
    Option("regres", N_("Van wie aansprakelijk is")),
    Option("lkv", N_("Loonkostenvoordeel")),
    Option("compensatie", N_("Compensatie transitievergoeding")),
    Option("anders", N_("Iets anders")),
)

COSTS: Final = Step(
    key="kosten",
    title=N_("Kosten"),
    question=N_("Wat betaal je in dit dossier, naast het loon?"),
    why=N_("Dan zie je bij elkaar wat een dossier kost. Het loon vul je hier niet in: dat rekenen we zelf."),
    example=N_("“Spoor 2, € 3.200,00, één keer, 12 april 2027.”"),
    not_written=N_("Waarom iets nodig is. Alleen wat het is, hoeveel, en wanneer."),
    source=N_("BW 7:629 en 7:658a"),
    sections=(
        Section(
            key="kosten",
            title=N_("Kosten naast het loon"),
            fields=(
                Table(
                    key="kosten",
                    label=N_("Kosten naast het loon"),
                    ask=N_("Welke kosten zijn er, of verwacht je?"),
                    help=N_("Eén regel per rekening of per bedrag dat elke maand komt."),
                    row_name=N_("bedrag"),
                    title_column="soort",
                    listed=("bedrag",),
                    summary=in_words,
                    columns=_columns(
                        _KINDS, N_("Wat zijn het voor kosten?"), N_("Bijvoorbeeld de naam van het bureau.")
                    ),
                ),
            ),
        ),
    ),
)

WAGE: Final = Step(
    key="loon",
    title=N_("Rond het loon"),
    question=N_("Wat komt er boven op het loon, en wat verwacht je later te betalen?"),
    why=N_("Het loon is niet alles wat je betaalt. En sommige bedragen van de wet zijn voor later nog niet bekend."),
    example=N_("“Werkgeverslasten 22%.” Je boekhouder kent het percentage."),
    not_written=N_("Het loon zelf. Dat staat bij de loongegevens van dit dossier."),
    source=N_("BW 7:629 lid 1; WML art. 15"),
    sections=(
        Section(
            key="loon",
            title=N_("Rond het loon"),
            fields=(
                Choice(
                    key="lasten",
                    label=N_("Werkgeverslasten meetellen"),
                    ask=N_("Wil je werkgeverslasten meetellen?"),
                    help=N_("Dat zijn premies en pensioen die je boven op het brutoloon betaalt."),
                    options=(_YES, _NO),
                ),
                Percent(
                    key="opslag",
                    label=N_("Werkgeverslasten boven op het brutoloon"),
                    ask=N_("Hoeveel procent werkgeverslasten komt er boven op het brutoloon?"),
                    help=N_("Zonder vakantiebijslag, die vragen we hierna. Je boekhouder kent het percentage."),
                    why=N_(
                        "We verzinnen geen percentage. Alleen wat jij invult telt mee. Telt de vakantiebijslag mee, "
                        "dan rekenen we het percentage ook daarover."
                    ),
                    need=Need.CONDITIONAL,
                    required_when=Is("lasten", "ja"),
                    when=_SHARE_COUNTS,
                    not_asked=N_("Werkgeverslasten tellen niet mee."),
                ),
                Choice(
                    key="bijslag",
                    label=N_("Vakantiebijslag meetellen"),
                    ask=N_("Wil je vakantiebijslag meetellen?"),
                    help=N_("Zit die al in het loon dat je invulde? Dan tellen we haar niet nog een keer."),
                    options=(_YES, _NO),
                ),
                Percent(
                    key="bijslag_deel",
                    label=N_("Vakantiebijslag van het brutoloon"),
                    ask=N_("Hoeveel procent vakantiebijslag krijgt je werknemer?"),
                    help=N_("Kijk in het contract of de cao. Laat je het leeg? Dan telt wat de wet minstens vraagt."),
                    when=Is("bijslag", "ja"),
                    not_asked=N_("Vakantiebijslag telt niet mee."),
                ),
                Amount(
                    key="verwacht_jaar1",
                    label=N_("Verwacht loon per maand, eerste ziektejaar"),
                    ask=N_("Welk loon per maand verwacht je in het eerste ziektejaar?"),
                    help=N_(
                        "Alleen voor maanden die we nog niet kunnen berekenen. Bruto per hele maand, net als je loon."
                    ),
                    why=N_("Voor later zijn het minimumloon en het maximumdagloon nog niet bekend."),
                    maximum=_MOST,
                    when=_FIRST_YEAR,
                    not_asked=N_("Het eerste ziektejaar is voorbij."),
                ),
                Amount(
                    key="verwacht_jaar2",
                    label=N_("Verwacht loon per maand, tweede ziektejaar"),
                    ask=N_("Welk loon per maand verwacht je in het tweede ziektejaar?"),
                    help=N_("Bruto, vaak minder dan in het eerste jaar. Ook een loonsanctie rekent hiermee verder."),
                    why=N_("Voor later zijn het minimumloon en het maximumdagloon nog niet bekend."),
                    maximum=_MOST,
                ),
            ),
        ),
    ),
)

BACK: Final = Step(
    key="terug",
    title=N_("Geld dat terugkomt"),
    question=N_("Krijg je ergens geld terug, of heb je het al gekregen?"),
    why=N_("Zo zie je wat je zelf betaalt. En je ziet op tijd wat je nog kunt aanvragen."),
    example=N_("“Verzuimverzekering, € 1.450,00, elke maand, vanaf 1 maart 2027.”"),
    not_written=N_("Waarom iemand recht heeft op een uitkering, of welke regeling het is."),
    source=N_("BW 6:107a en 7:673e"),
    sections=(
        Section(
            key="terug",
            title=N_("Geld dat terugkomt"),
            fields=(
                Choice(
                    key="verzekering",
                    label=N_("Verzuimverzekering"),
                    ask=N_("Heb je een verzekering voor het loon bij ziekte?"),
                    help=N_("Kijk in je polis wanneer je moet melden, en vanaf welke dag de verzekeraar betaalt."),
                    options=(
                        Option("ja", N_("Ja")),
                        Option("nee", N_("Nee")),
                        Option("onbekend", N_("Weet ik niet")),
                    ),
                ),
                Table(
                    key="terug",
                    label=N_("Wat er terugkomt"),
                    ask=N_("Welke bedragen komen terug?"),
                    help=N_("Alleen wat je kreeg of zeker krijgt. Eén regel per bedrag."),
                    row_name=N_("bedrag"),
                    title_column="soort",
                    listed=("bedrag",),
                    summary=in_words,
                    columns=_columns(_BACK, N_("Waar komt het vandaan?"), N_("Bijvoorbeeld het nummer van je polis.")),
                ),
                Amount(
                    key="netto_betaald",
                    label=N_("Nettoloon tot nu toe"),
                    ask=N_("Hoeveel nettoloon betaalde je tot nu toe over deze ziekte?"),
                    help=N_("Staat op de loonstroken. Van wie aansprakelijk is krijg je alleen het nettoloon terug."),
                    maximum=_MOST,
                    when=_REGRES,
                    not_asked=N_("Er is geen ander die misschien aansprakelijk is."),
                ),
            ),
        ),
        Section(
            key="vergoeding",
            title=N_("Transitievergoeding"),
            fields=(
                Amount(
                    key="vergoeding_betaald",
                    label=N_("Betaalde transitievergoeding"),
                    ask=N_("Heb je een transitievergoeding betaald? Hoeveel bruto?"),
                    help=N_("Alleen als het contract na twee jaar ziekte is gestopt."),
                    maximum=_MOST,
                ),
                Day(
                    key="vergoeding_laatste_dag",
                    label=N_("Laatste betaling van de vergoeding"),
                    ask=N_("Op welke dag betaalde je het laatste deel?"),
                    help=N_("Vanaf die dag loopt de termijn om compensatie te vragen."),
                    need=Need.CONDITIONAL,
                    required_when=Filled("vergoeding_betaald"),
                    when=Filled("vergoeding_betaald"),
                    not_asked=N_("Er is geen transitievergoeding betaald."),
                ),
            ),
        ),
    ),
)

FLOW: Final = Flow(
    key="kosten",
    code="KO",
    version="1.0",
    title=N_("Kosten van dit dossier"),
    purpose=N_("Wat dit dossier kost naast het loon, en wat er terugkomt. BW 7:629."),
    duration=N_("ongeveer 5 minuten"),
    scope=Scope.CASE_RECORD,
    has_paper=False,
    steps=(COSTS, WAGE, BACK),
    rules=rules_costs.RULES,
)
"""The form about costs: nothing in it is needed, everything counts as soon as it is kept."""
