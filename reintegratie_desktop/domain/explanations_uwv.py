"""What UWV sends, decides and asks money for: nobody has to do anything, but it helps to know when it comes."""

from typing import Final

from reintegratie_desktop.domain.explaining import KOSTEN, TOETS, UNCOOPERATIVE, Explained, Paragraph
from reintegratie_desktop.text.i18n import N_

ABOUT_UWV: Final = (
    Explained(
        "brieven_uwv",
        N_("Welke brieven stuurt UWV?"),
        (
            Paragraph(N_("Tel de dagen vanaf de eerste ziektedag. Dagen van herstel of verlof tellen niet mee.")),
            Paragraph(
                N_(
                    "Tussen {uwv_brief_tweede_jaar_van} en {uwv_brief_tweede_jaar_tot} dagen stuurt UWV jou een brief "
                    "over het tweede jaar. Je hoeft er niets voor te doen."
                ),
                ("uwv_brief_tweede_jaar_van", "uwv_brief_tweede_jaar_tot"),
            ),
            Paragraph(
                N_(
                    "Tussen {uwv_brief_wia_van} en {uwv_brief_wia_tot} dagen krijgt je werknemer een brief over de "
                    "WIA, en jij een kopie."
                ),
                ("uwv_brief_wia_van", "uwv_brief_wia_tot"),
            ),
        ),
        (("uwv-42e-week", ""), ("wia-64", "2")),
        (TOETS,),
        ("uwv_42e_week",),
    ),
    Explained(
        "na_de_wia_aanvraag",
        N_("Wat doet UWV na de WIA-aanvraag?"),
        (
            Paragraph(
                N_(
                    "UWV wil over een loonsanctie beslissen voor er {uwv_beslissing_streven} ziektedagen zijn geteld. "
                    "Na de wachttijd kan het niet meer."
                ),
                ("uwv_beslissing_streven",),
            ),
            Paragraph(
                N_("Krijg je een loonsanctie? Bezwaar maken kan tot {loonsanctie_bezwaar} dagen na het besluit."),
                ("loonsanctie_bezwaar",),
            ),
            Paragraph(
                N_(
                    "Herstel wat mist en meld dat met bewijs. UWV kijkt dan binnen {loonsanctie_beslissing_bekorten} "
                    "dagen of het in orde is."
                ),
                ("loonsanctie_beslissing_bekorten",),
            ),
            Paragraph(
                N_("Is het in orde? Dan beslist UWV binnen {wia_beslissing_na_herstel} dagen over de WIA."),
                ("wia_beslissing_na_herstel",),
            ),
            Paragraph(
                N_("De WIA gaat hoogstens {wia_terugwerkend} weken terug, geteld vanaf de aanvraag."),
                ("wia_terugwerkend",),
            ),
        ),
        (("wia-25", N_("10 tot en met 15")), ("wia-64", "11"), ("awb-6-7", "")),
        (TOETS,),
        ("verslag",),
    ),
    Explained(
        "deskundigenoordeel",
        N_("Wat kost een deskundigenoordeel?"),
        (
            Paragraph(
                N_(
                    "Jij betaalt {deskundigenoordeel_werkgever}. Vraagt je werknemer het aan, dan betaalt je werknemer "
                    "{deskundigenoordeel_werknemer}."
                ),
                ("deskundigenoordeel_werkgever", "deskundigenoordeel_werknemer"),
            ),
            Paragraph(
                N_(
                    "Het oordeel is er meestal na {deskundigenoordeel_weken_vroegst} tot "
                    "{deskundigenoordeel_weken_uiterlijk} weken. UWV en een rechter kijken ernaar, maar je hoeft het "
                    "niet te volgen."
                ),
                ("deskundigenoordeel_weken_vroegst", "deskundigenoordeel_weken_uiterlijk"),
            ),
        ),
        (("kosten-deskundigenoordeel-1", ""), ("uwv-deskundigenoordeel", "")),
        (KOSTEN, TOETS),
        UNCOOPERATIVE,
        while_asked=True,
        doubt="d12",
    ),
)
"""The explanations about UWV, in the order in which they are shown."""
