"""What the words of the wage mean, in a short sentence each, to stand where the word is used."""

from collections.abc import Iterable
from typing import Final

from reintegratie_desktop.text.i18n import N_, _

WORDS: Final = {
    "ziekteloon": N_("Ziekteloon: wat je betaalt voor uren die door ziekte niet zijn gewerkt."),
    "loonwaarde": N_("Loonwaarde: wat het werk waard is, vergeleken met het gewone loon voor die uren."),
    "arbeidstherapeutisch": N_("Arbeidstherapeutisch: uitproberen wat lukt. Het werk hoeft nog niets op te leveren."),
    "dagloon": N_("Dagloon: het loon van één werkdag, zoals UWV het berekent."),
    "wachtdagen": N_("Wachtdagen: de eerste dagen van de ziekte, zonder loon als dat is afgesproken."),
    "opschorting": N_("Opschorting: het loon tijdelijk niet betalen. Later betaal je het alsnog."),
    "loonstop": N_("Loonstop: over die dagen betaal je geen loon, ook later niet."),
    "loonsanctie": N_("Loonsanctie: UWV laat je langer loon betalen, omdat er te weinig is gedaan."),
    "wia": N_("WIA: een uitkering van UWV voor wie lang ziek is."),
    "vakantiebijslag": N_("Vakantiebijslag: het vakantiegeld boven op het loon."),
    "werkgeverslasten": N_("Werkgeverslasten: de premies die jij boven op het loon betaalt."),
}
"""The explanation of each word; Dutch, translated where it is shown."""

OF_NOTES: Final = {
    "wachtdagen": ("wachtdagen",),
    "wachtdag_zonder_uren": ("wachtdagen",),
    "boven_maximum": ("dagloon",),
    "betaling_niet_ingevuld": ("loonwaarde", "arbeidstherapeutisch"),
    "loonwaarde_als_ziekteloon": ("loonwaarde", "ziekteloon"),
    "aftrek": ("ziekteloon",),
    "opschorting_loopt": ("opschorting",),
    "loonstop": ("loonstop",),
    "loonsanctie": ("loonsanctie",),
    "wia_te_laat": ("wia",),
}
"""The hard words in each note of a wage, by its id."""

OF_AMOUNTS: Final = {"maximumdagloon": ("dagloon",)}
"""The hard words in the name of a dated amount, by its key."""

OF_TOTALS: Final = ("vakantiebijslag", "werkgeverslasten")
"""The hard words in the line that says what the amounts hold."""


def meaning(words: Iterable[str]) -> tuple[str, ...]:
    """Return what some words mean, each once, translated."""
    return tuple(_(WORDS[word]) for word in dict.fromkeys(words))


def words_of_notes(notes: Iterable[str]) -> tuple[str, ...]:
    """Return the hard words in some notes, by the ids of the notes, each once."""
    return tuple(dict.fromkeys(word for note in notes for word in OF_NOTES.get(note, ())))
