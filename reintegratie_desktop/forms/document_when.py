"""When a paper is of use, in a few words for somebody who does not know its name; the dates stand in the dossier."""

from collections.abc import Collection
from typing import Final

from reintegratie_desktop.text.i18n import N_

_WARNING: Final = "brief_waarschuwing"
_AFTER_WARNING: Final = ("brief_loonopschorting", "brief_loonstop")
_WARN_FIRST: Final = N_("Begin met de waarschuwing. Die is in dit dossier nog niet gemaakt.")

WHEN: Final = {
    "taakprofiel": N_("Voor het eerste spreekuur. De bedrijfsarts weet dan wat het werk is."),
    "contactplan": N_("In de eerste dagen, of later als het contact stroef loopt."),
    "opbouwschema": N_("Zodra er weer uren gewerkt worden."),
    "bijstelling_probleemanalyse": N_("Na elk volgend spreekuur met een ander advies."),
    "evaluatie": N_("Ook de eerstejaarsevaluatie maak je hier."),
    "deskundigenoordeel": N_("Als jullie het niet eens worden, of niet weten of het genoeg is."),
    "spoor1_onderzoek": N_("Als het eigen werk niet of nog niet helemaal lukt."),
    "spoor2_start": N_("Als er in je eigen bedrijf geen passend werk is of komt."),
    "werkervaringsplaats": N_("Als iemand ander werk kan proberen bij een ander bedrijf."),
    "arbeidsdeskundig_onderzoek": N_("Als jullie niet weten of het eigen werk nog past, of welk ander werk."),
    "brief_uitnodiging": N_("Voor elk gesprek dat je wilt plannen."),
    "brief_oproep": N_("Als iemand niet kwam, of niet reageert op een uitnodiging."),
    "brief_bevestiging_afspraken": N_("Na een gesprek waarvan geen verslag is gemaakt."),
    _WARNING: N_("Als iemand zich niet aan een afspraak houdt. Praat eerst."),
    "brief_instemming_or": N_(
        "De OR is de ondernemingsraad, de PVT de personeelsvertegenwoordiging. Bij een nieuwe arbodienst of nieuwe "
        "regels over verzuim."
    ),
    "brief_regres": N_("Dit heet regres: je vraagt het terug bij wie het verzuim veroorzaakte."),
}
"""For the papers whose line says what they are for, and not when somebody needs them."""


def when_of(key: str, made: Collection[str]) -> str:
    """Return when a paper is of use, untranslated; "" where its line says it. `made` are the papers of the case."""
    return _WARN_FIRST if first_of(key, made) else WHEN.get(key, "")


def first_of(key: str, made: Collection[str]) -> str:
    """Return the paper that is to be made before this one; "" when nothing comes first. `made` as in `when_of`."""
    return _WARNING if key in _AFTER_WARNING and _WARNING not in made else ""
