"""What is written down when the employee does not sign: the same questions for every paper.

Not signing is allowed. The paper stays in the file with the employee's own words, and what was offered.
"""

from typing import Final

from reintegratie_desktop.forms.fields import By, LongText, Many, Need, Option
from reintegratie_desktop.text.i18n import N_

OFFERS: Final = (
    Option("gesprek", N_("Een gesprek over de reden")),
    Option("deskundigenoordeel", N_("Gewezen op het deskundigenoordeel van UWV")),
    Option("aanpassen", N_("Het papier samen aanpassen")),
)
"""What can be offered; the first two also stand on every paper to fill in by hand."""

WORDS: Final = LongText(
    key="weigering",
    label=N_("Werknemer tekent niet: reden"),
    ask=N_("Waarom tekent je medewerker niet?"),
    help=N_("In de woorden van je medewerker. Wil hij of zij niets zeggen, schrijf dat dan op."),
    why=N_("Zo blijft bewaard wat je medewerker ervan vindt."),
    example=N_("“Ik vind drie ochtenden te veel. Met twee wil ik wel beginnen.”"),
    need=Need.REQUIRED,
    by=By.WN,
    guard=True,
    own_words=True,
    writing_lines=3,
)
OFFERED: Final = Many(
    key="weigering_aangeboden",
    label=N_("Wat is de werknemer aangeboden?"),
    ask=N_("Wat heb je aangeboden?"),
    help=N_("Een gesprek lost vaak meer op dan een tweede verzoek om te tekenen."),
    why=N_("Jullie kunnen allebei een oordeel van een deskundige vragen aan UWV."),
    options=OFFERS,
)
