"""The letter that holds somebody liable: net wage and reasonable costs, and nothing about health."""

from decimal import Decimal
from typing import Any, Final

from reintegratie_desktop.domain.letters import table_line
from reintegratie_desktop.forms import letter_carry
from reintegratie_desktop.forms.context import Answers, Context
from reintegratie_desktop.forms.fields import (
    Address,
    Amount,
    By,
    Carry,
    Choice,
    Computed,
    Day,
    Need,
    Number,
    Table,
    Text,
    YesNo,
    options_of,
)
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.forms.letter_head import letter_flow
from reintegratie_desktop.forms.letter_text import address_lines, day, lines, money, paragraphs, regards, words
from reintegratie_desktop.forms.rules_letters_firm import CLAIM
from reintegratie_desktop.text.i18n import N_, _


def text(answers: Answers, context: Context) -> str:
    """Return the letter."""
    return paragraphs(
        _greeting(context),
        _(
            "Op {datum} was onze medewerker betrokken bij {voorval}. Wij houden u aansprakelijk voor onze schade op "
            "grond van artikel 6:107a BW. Wij betalen het loon door vanaf {vanaf}."
        ).format(
            datum=day(answers.get("voorval_op")),
            voorval=words(answers, "voorval"),
            vanaf=day(context.get("zaak", "eerste_ziektedag")),
        ),
        table_line("periode"),
        _("De schade tot nu toe: nettoloon {nettoloon}, re-integratiekosten {kosten}. Wij vullen dit aan.").format(
            nettoloon=money(answers.get("nettoloon")), kosten=money(f"{letter_carry.costs_so_far(answers):f}")
        ),
        table_line("kosten") if letter_carry.costs_so_far(answers) else "",
        _("Wilt u de aansprakelijkheid bevestigen voor {datum} en deze brief aan uw verzekeraar geven?").format(
            datum=day(answers.get("betaaltermijn"))
        ),
        _("Over de gezondheid van onze medewerker geven wij geen informatie; dat kunnen en mogen wij niet."),
        regards(),
    )


def _greeting(_context: Context) -> str:
    return _("Geachte heer/mevrouw,")


def _receiver(answers: Answers, _context: Context) -> str:
    name = str(answers.get("derde") or "").split(",", 1)[0]
    return lines(name, *address_lines(answers.get("derde_adres")))


def _costs(value: Any, _context: Context) -> list[dict[str, Any]]:  # noqa: ANN401 - a JSON value
    """Return the costs of the case that can be recovered: of one bill each, and nothing for a replacement."""
    kinds = {"arbodienst": "arbodienst", "spoor2": "re_integratiebedrijf", "voorziening": "werkplek"}
    rows = value if isinstance(value, list) else []
    return [
        {"soort": kinds[row["soort"]], "bedrag": row.get("bedrag"), "factuur": row.get("omschrijving") or ""}
        for row in rows
        if isinstance(row, dict) and row.get("soort") in kinds and row.get("per") != "maand"
    ]


CONTENT: Final = Step(
    key="voorval",
    title=N_("Het voorval"),
    question=N_("Wie is aansprakelijk, en wat is er gebeurd?"),
    why=N_("Het loon dat je doorbetaalt, mag je verhalen op wie het verzuim veroorzaakte."),
    example=N_("“een aanrijding op de Proefkade in Demodorp, waarbij een bestelbus geen voorrang gaf”"),
    not_written=N_("Wat iemand eraan overhield. Alleen de dag, de plaats en wat er gebeurde."),
    source=N_("BW 6:107a"),
    sections=(
        Section(
            key="inhoud",
            title=N_("Het voorval"),
            fields=(
                Text(
                    key="derde",
                    label=N_("Verzekeraar, schadenummer"),
                    ask=N_("Wie is aansprakelijk, of wie is de verzekeraar?"),
                    help=N_("De naam, dan een komma, dan het schadenummer."),
                    example=N_("Voorbeeld Verzekeringen, schadenummer 26-1187"),
                    need=Need.REQUIRED,
                    max_length=200,
                ),
                Address(
                    key="derde_adres",
                    label=N_("Adres"),
                    ask=N_("Naar welk adres gaat de brief?"),
                    help=N_("Komt in het venster van de envelop."),
                    need=Need.REQUIRED,
                ),
                Day(
                    key="voorval_op",
                    label=N_("Dag van het voorval"),
                    ask=N_("Op welke dag gebeurde het?"),
                    help=N_("Meestal op of vlak voor de eerste ziektedag."),
                    need=Need.REQUIRED,
                ),
                Text(
                    key="voorval",
                    label=N_("Voorval"),
                    ask=N_("Maak af: “Onze medewerker was betrokken bij …”"),
                    help=N_("Plaats en korte feiten. Niet wat iemand eraan overhield."),
                    need=Need.REQUIRED,
                    max_length=400,
                    guard=True,
                ),
                YesNo(
                    key="wn_info",
                    label=N_("Werknemer geïnformeerd, eigen claim bekend"),
                    ask=N_("Weet je medewerker van deze brief, en weet jij of je medewerker zelf een claim heeft?"),
                    help=N_("Dan lopen jullie elkaar niet in de weg."),
                    need=Need.REQUIRED,
                    must_be=True,
                    must_be_hint=N_("Vertel het eerst aan je medewerker. Daarna kan de brief weg."),
                    printed=False,
                ),
            ),
        ),
    ),
)
DAMAGE: Final = Step(
    key="schade",
    title=N_("De schade"),
    question=N_("Welke uren zijn gemist, en wat heb je betaald?"),
    why=N_("Je krijgt het nettoloon en redelijke kosten terug. Premies, belasting en een vervanger niet."),
    example=N_("“Nettoloon € 6.480,00, arbodienst € 310,00.”"),
    not_written=N_("Stukken van de bedrijfsarts. Alleen hoe lang en hoeveel uur."),
    source=N_("BW 6:107a lid 2 en 3"),
    sections=(
        Section(
            key="schade",
            title=N_("De schade"),
            fields=(
                Table(
                    key="periode",
                    label=N_("Periode en uren verzuim"),
                    ask=N_("Hoeveel uur per week is er niet gewerkt?"),
                    help=N_("Uit de weekstaat. Weken zonder gewerkte uren tellen als alle contracturen."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    row_name=N_("periode"),
                    columns=(
                        Day(key="van", label=N_("Van"), need=Need.REQUIRED),
                        Day(key="tot", label=N_("Tot en met"), need=Need.REQUIRED),
                        Number(
                            key="uren",
                            label=N_("Uren per week niet gewerkt"),
                            need=Need.REQUIRED,
                            minimum=Decimal(0),
                        ),
                    ),
                    derive=letter_carry.missed_hours,
                ),
                Amount(
                    key="nettoloon",
                    label=N_("Doorbetaald nettoloon"),
                    ask=N_("Hoeveel nettoloon betaalde je door?"),
                    help=N_("Staat op de loonstroken, onder aan de streep."),
                    need=Need.REQUIRED,
                    carry=(Carry("kosten", "netto_betaald"),),
                ),
                Table(
                    key="kosten",
                    label=N_("Re-integratiekosten"),
                    ask=N_("Welke kosten had je voor de re-integratie?"),
                    help=N_("Alleen redelijke kosten, met een rekening erbij."),
                    row_name=N_("rekening"),
                    columns=(
                        Choice(
                            key="soort",
                            label=N_("Soort"),
                            need=Need.REQUIRED,
                            options=options_of(
                                ("arbodienst", N_("Arbodienst")),
                                ("re_integratiebedrijf", N_("Re-integratiebedrijf")),
                                ("werkplek", N_("Werkplek")),
                                ("vervoer", N_("Vervoer")),
                                ("scholing", N_("Scholing")),
                                ("dossier", N_("Dossier")),
                            ),
                        ),
                        Amount(key="bedrag", label=N_("Bedrag"), need=Need.REQUIRED),
                        Text(key="factuur", label=N_("Factuur"), max_length=100, guard=True),
                    ),
                    carry=(Carry("kosten", "kosten", convert=_costs),),
                ),
                Computed(
                    key="voorlopig",
                    label=N_("Voorlopig totaal"),
                    help=N_("Het nettoloon en de kosten samen."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    shows="amount",
                    compute=letter_carry.claim_so_far,
                ),
                Day(
                    key="betaaltermijn",
                    label=N_("Reactie binnen"),
                    ask=N_("Voor welke dag vraag je een antwoord?"),
                    help=N_("Een paar weken is gewoon."),
                    need=Need.REQUIRED,
                ),
                Choice(
                    key="status",
                    label=N_("Stand van zaken"),
                    ask=N_("Hoe staat het ervoor?"),
                    help=N_("Weet je het nog niet? Laat het leeg. Het komt niet in de brief."),
                    options=options_of(
                        ("concept", N_("Concept")),
                        ("verzonden", N_("Verzonden")),
                        ("erkend", N_("Erkend")),
                        ("afgewezen", N_("Afgewezen")),
                        ("betaald", N_("Betaald")),
                    ),
                    later=True,
                ),
            ),
        ),
    ),
)

FLOW: Final = letter_flow(
    key="brief_regres",
    code="L8",
    title=N_("Brief: aansprakelijkstelling (regres)"),
    purpose=N_("De werkgever stelt een ander aansprakelijk. BW 6:107a."),
    subject=N_("Aansprakelijkstelling"),
    text=text,
    content=(CONTENT, DAMAGE),
    head=("derde", "voorlopig"),
    to=_receiver,
    send_by="aangetekend",
    greeting=_greeting,
    rules=CLAIM,
    about_employee=False,
    duration=N_("ongeveer 15 minuten"),
)
"""The claim: 17 fields."""
