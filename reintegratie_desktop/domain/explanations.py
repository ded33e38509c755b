"""What the program explains and does not compute: a cao, measures with the wage, money around the end, help, consent.

Each explanation is declared once and shown where a user meets the subject. Numbers and amounts come from the dated
values of the law, so an explanation never names one that is out of date.
"""

from typing import Final

from reintegratie_desktop.domain.explaining import KOSTEN, LOON, REGELS, TOETS, Explained, Paragraph
from reintegratie_desktop.domain.explaining import UNCOOPERATIVE as _UNCOOPERATIVE
from reintegratie_desktop.domain.explanations_file import ABOUT_THE_FILE
from reintegratie_desktop.domain.explanations_uwv import ABOUT_UWV
from reintegratie_desktop.text.i18n import N_

EXPLANATIONS: Final = {
    one.id: one
    for one in (
        Explained(
            "cao",
            N_("Wat zegt je cao over loon bij ziekte?"),
            (
                Paragraph(
                    N_("De wet vraagt {loondoorbetaling_deel}% van het loon. Veel cao's vragen meer."),
                    ("loondoorbetaling_deel",),
                ),
                Paragraph(N_("Vaak is het in het eerste jaar meer dan in het tweede. Kijk in je cao of het contract.")),
                Paragraph(N_("Minder dan de wet mag niet. Vul bij de loongegevens in wat bij jullie geldt.")),
            ),
            (("bw-629", "1"),),
            (LOON,),
        ),
        Explained(
            "loon_gewerkte_uren",
            N_("Hoeveel betaal je voor gewerkte uren?"),
            (
                Paragraph(N_("Staat er niets in de cao of het contract, dan zijn juristen het er niet over eens.")),
                Paragraph(N_("Sommigen zeggen: het volle loon. Anderen zeggen: het loon bij ziekte.")),
                Paragraph(N_("Spreek het daarom af voor je werknemer begint, en leg het vast.")),
            ),
            (("bw-629", "1"),),
            (LOON,),
        ),
        Explained(
            "werkt_niet_mee",
            N_("Werkt je werknemer niet mee?"),
            (
                Paragraph(
                    N_("UWV verwacht dat je dan iets doet. Doe je niets, dan kan UWV je langer loon laten betalen.")
                ),
                Paragraph(
                    N_(
                        "Begin met een gesprek. Waarschuw daarna op papier. Komen jullie er niet uit, vraag dan een "
                        "deskundigenoordeel bij UWV. Pas daarna komt een maatregel met het loon."
                    )
                ),
                Paragraph(
                    N_(
                        "Laat een maatregel meteen op papier weten: de reden, de regel, vanaf welke dag, en hoe het "
                        "weer goed komt. Anders mag je het loon niet inhouden."
                    )
                ),
                Paragraph(N_("Opschorten en stoppen zijn twee verschillende dingen. Zet ze niet samen in één brief.")),
            ),
            (("beoordelingskader", ""), ("bw-629", "7")),
            (LOON, TOETS),
            _UNCOOPERATIVE,
            while_asked=True,
        ),
        Explained(
            "loon_opschorten",
            N_("Loon opschorten: later betalen"),
            (
                Paragraph(
                    N_(
                        "Dit mag alleen als je werknemer zich niet houdt aan redelijke regels op papier, zoals op het "
                        "spreekuur komen of bereikbaar zijn."
                    )
                ),
                Paragraph(
                    N_("Houdt je werknemer zich weer aan de regels, en klopt de ziekmelding, dan betaal je alles na.")
                ),
            ),
            (("bw-629", "6"),),
            (LOON, TOETS),
            _UNCOOPERATIVE,
            while_asked=True,
        ),
        Explained(
            "loon_stoppen",
            N_("Loon stoppen: niet betalen over die tijd"),
            (
                Paragraph(N_("Dit mag alleen om een reden die in de wet staat. Over die dagen betaal je niet na.")),
                Paragraph(
                    N_(
                        "De redenen zijn: opzet of verkeerde informatie bij de aanstelling, het herstel tegenhouden, "
                        "passend werk weigeren, en redelijke regels of maatregelen weigeren."
                    )
                ),
                Paragraph(N_("Ook: niet meewerken aan het plan van aanpak, en de WIA te laat aanvragen.")),
                Paragraph(N_("Vraag juridisch advies voor je het loon stopt.")),
            ),
            (("bw-629", "3"),),
            (LOON, TOETS),
            _UNCOOPERATIVE,
            while_asked=True,
        ),
        Explained(
            "naar_de_rechter",
            N_("Gaat je werknemer naar de rechter voor loon?"),
            (
                Paragraph(N_("Dan hoort er een deskundigenoordeel van UWV bij.")),
                Paragraph(
                    N_("Dat hoeft niet als jullie het over de ziekte eens zijn, of als wachten niet redelijk is.")
                ),
            ),
            (("bw-629a", ""),),
            (LOON, TOETS),
            ("plan_getekend",),
            while_asked=True,
        ),
        Explained(
            "transitievergoeding",
            N_("Transitievergoeding bij ontslag na twee jaar"),
            (
                Paragraph(N_("Ook bij ontslag na twee jaar ziekte betaal je een transitievergoeding.")),
                Paragraph(
                    N_("Dat is per dienstjaar een maandloon, gedeeld door {transitievergoeding_delen}."),
                    ("transitievergoeding_delen",),
                ),
                Paragraph(
                    N_("Het hoogste bedrag is nu {transitievergoeding_maximum}, of een jaarsalaris als dat hoger is."),
                    ("transitievergoeding_maximum",),
                ),
            ),
            (("bw-673", ""),),
            (KOSTEN, TOETS),
            ("verslag",),
        ),
        Explained(
            "compensatie",
            N_("Transitievergoeding terugvragen bij UWV"),
            (
                Paragraph(
                    N_(
                        "Betaal eerst alles. Vraag daarna compensatie aan, binnen "
                        "{transitievergoeding_compensatie_aanvragen} maanden na de laatste betaling."
                    ),
                    ("transitievergoeding_compensatie_aanvragen",),
                ),
                Paragraph(
                    N_(
                        "UWV beslist in {transitievergoeding_compensatie_beslissing} weken en betaalt binnen "
                        "{transitievergoeding_compensatie_betaling} werkdagen."
                    ),
                    ("transitievergoeding_compensatie_beslissing", "transitievergoeding_compensatie_betaling"),
                ),
                Paragraph(N_("Je krijgt nooit meer terug dan het bedrag op de dag dat de twee jaar om waren.")),
                Paragraph(
                    N_(
                        "Bewaar het contract, het bewijs van het einde, de loonstroken, de berekening en het bewijs "
                        "van betaling."
                    )
                ),
            ),
            (("uwv-compensatie", ""), ("bw-673e", "")),
            (KOSTEN, TOETS),
            ("verslag",),
        ),
        Explained(
            "compensatie_later",
            N_("Blijft compensatie bestaan?"),
            (
                Paragraph(
                    N_("Nu geldt: {transitievergoeding_compensatie} werkgevers kunnen compensatie aanvragen."),
                    ("transitievergoeding_compensatie",),
                ),
                Paragraph(
                    N_(
                        "Er was een plan om dat alleen voor kleine werkgevers te laten gelden. Klein is dan: een "
                        "loonsom van twee jaar eerder tot {kleine_werkgever_grens}. Dat plan is niet ingegaan."
                    ),
                    ("kleine_werkgever_grens",),
                ),
                Paragraph(
                    N_(
                        "Het kabinet wil de regeling afschaffen. De Tweede Kamer moet nog beslissen. Kijk bij UWV "
                        "voor je iets afspreekt."
                    )
                ),
            ),
            (("uwv-compensatie", ""), ("bw-673e", "")),
            (KOSTEN,),
        ),
        Explained(
            "lkv",
            N_("Loonkostenvoordeel: geld terug voor een werknemer die terugkomt"),
            (
                Paragraph(
                    N_(
                        "Plaats je na de wachttijd iemand met een arbeidsbeperking terug in je bedrijf? Dan krijg je "
                        "{lkv_herplaatsen_uur} per uur, hoogstens {lkv_herplaatsen_jaar} per jaar, "
                        "{lkv_herplaatsen_duur} jaar lang."
                    ),
                    ("lkv_herplaatsen_uur", "lkv_herplaatsen_jaar", "lkv_herplaatsen_duur"),
                ),
                Paragraph(
                    N_("Geldt dit ook voor werk dat al in de wachttijd werd gedaan? {lkv_herplaatsen_zelfde_werk}."),
                    ("lkv_herplaatsen_zelfde_werk",),
                ),
                Paragraph(
                    N_(
                        "Neem je iemand met een arbeidsbeperking nieuw in dienst? Dan is het "
                        "{lkv_arbeidsgehandicapt_uur} per uur, hoogstens {lkv_arbeidsgehandicapt_jaar} per jaar, "
                        "{lkv_arbeidsgehandicapt_duur} jaar lang."
                    ),
                    ("lkv_arbeidsgehandicapt_uur", "lkv_arbeidsgehandicapt_jaar", "lkv_arbeidsgehandicapt_duur"),
                ),
                Paragraph(N_("Voor deze twee is een doelgroepverklaring nodig.")),
                Paragraph(
                    N_(
                        "Voor de banenafspraak is het {lkv_banenafspraak_uur} per uur, hoogstens "
                        "{lkv_banenafspraak_jaar} per jaar. Is een verklaring nodig? {lkv_banenafspraak_verklaring}."
                    ),
                    ("lkv_banenafspraak_uur", "lkv_banenafspraak_jaar", "lkv_banenafspraak_verklaring"),
                ),
                Paragraph(N_("Het voordeel voor oudere werknemers die na 2023 begonnen, is gestopt.")),
            ),
            (("lkv-2026", ""), ("lkv-oudere", "")),
            (KOSTEN, TOETS),
            ("resultaat",),
        ),
        Explained(
            "premiekorting",
            N_("Bestaat er nog premiekorting?"),
            (
                Paragraph(N_("Nee. Daarvoor kwam het loonkostenvoordeel.")),
                Paragraph(
                    N_(
                        "Kleine werkgevers betalen wel een lagere Aof-premie: nu {premie_aof_laag}% in plaats van "
                        "{premie_aof_hoog}%. Klein is: een loonsom van twee jaar eerder tot {kleine_werkgever_grens}."
                    ),
                    ("premie_aof_laag", "premie_aof_hoog", "kleine_werkgever_grens"),
                ),
            ),
            (("rendement-lkv", ""), ("loonregels-2026", ""), ("whk-2026", "")),
            (KOSTEN,),
        ),
        Explained(
            "verhaal",
            N_("Is iemand anders aansprakelijk?"),
            (
                Paragraph(
                    N_(
                        "Was het een verkeersongeval en is een ander aansprakelijk? Dan kun je het nettoloon en "
                        "redelijke kosten van re-integratie van die ander terugvragen."
                    )
                ),
                Paragraph(N_("Belasting en premies krijg je niet terug.")),
                Paragraph(N_("Van een collega vraag je niets terug, behalve bij opzet of roekeloosheid.")),
                Paragraph(
                    N_("Vraag je verzekeraar of een jurist om hulp. Schrijf in dit programma niet op wat er gebeurde.")
                ),
            ),
            (("bw-6-107a", ""),),
            (KOSTEN,),
        ),
        Explained(
            "verzuimverzekering",
            N_("Heb je een verzuimverzekering?"),
            (
                Paragraph(N_("Een verzekering is niet verplicht. Kijk in je polis wat hij betaalt, en vanaf wanneer.")),
                Paragraph(
                    N_(
                        "Bij een MKB verzuim-ontzorgverzekering helpt de verzekeraar ook met een casemanager en met "
                        "begeleiding. Volg je het advies en krijg je toch een loonsanctie, dan betaalt hij die."
                    )
                ),
                Paragraph(N_("Geef een verzekeraar alleen datums, uren en loon, en nooit iets over gezondheid.")),
            ),
            (("verzuim-ontzorg", ""),),
            (KOSTEN,),
        ),
        Explained(
            "medezeggenschap",
            N_("Moeten je werknemers instemmen?"),
            (
                Paragraph(
                    N_(
                        "Heb je een ondernemingsraad? Dan moet die instemmen met regels over verzuim, re-integratie, "
                        "persoonsgegevens en systemen die werknemers volgen. Dit programma kan daar ook onder vallen."
                    )
                ),
                Paragraph(
                    N_(
                        "Heb je {medezeggenschap_vanaf} tot {ondernemingsraad_vanaf} mensen in dienst en een "
                        "personeelsvertegenwoordiging? Dan stemt die in met regels over verzuim en re-integratie."
                    ),
                    ("medezeggenschap_vanaf", "ondernemingsraad_vanaf"),
                ),
                Paragraph(
                    N_(
                        "Is er geen van beide, dan bespreek je het op de personeelsvergadering, "
                        "{personeelsvergadering_per_jaar} keer per jaar."
                    ),
                    ("personeelsvergadering_per_jaar",),
                ),
                Paragraph(
                    N_(
                        "Zonder instemming geldt een regel niet, als de raad dat binnen {ondernemingsraad_bezwaar} "
                        "maand laat weten."
                    ),
                    ("ondernemingsraad_bezwaar",),
                ),
            ),
            (("wor-27", ""), ("wor-35b", ""), ("wor-35c", ""), ("wor-35d", "")),
            (REGELS,),
        ),
        *ABOUT_UWV,
        *ABOUT_THE_FILE,
    )
}
"""Every explanation by its id, in the order in which they are shown."""
