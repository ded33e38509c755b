"""Sentences that come back in several steps of the plan van aanpak."""

from typing import Final

from reintegratie_desktop.text.i18n import N_

WORK_ONLY: Final = N_("Alleen werk, uren en afspraken. Niets over gezondheid.")
KNOWN_ALREADY: Final = N_("Dit weten we al. Klopt het niet? Verander het dan daar waar het vandaan komt.")
OFFICIAL: Final = N_("Dit onderdeel staat ook op het formulier van UWV.")
ARTICLE: Final = N_("Regeling procesgang art. 4 lid 2")
