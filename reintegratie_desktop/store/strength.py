"""How hard a password is to guess, in plain Dutch."""

from dataclasses import dataclass
from typing import Final

from reintegratie_desktop.text.i18n import N_, _

ENOUGH: Final = 3
LONG: Final = 15
"""From this many characters a password is not advised to grow further."""
_CHECKED_CHARACTERS: Final = 72
"""The estimate looks at the start only; what comes after it can only help."""

_LABELS: Final = (
    N_("Heel makkelijk te raden"),
    N_("Makkelijk te raden"),
    N_("Kan beter"),
    N_("Sterk"),
    N_("Heel sterk"),
)

_DUTCH_WORDS: Final = """
    welkom wachtwoord geheim geheimpje hallo inloggen toegang beveiligd bedrijf winkel kantoor bakkerij werkgever
    werknemer personeel verzuim ziek ziekte dossier dossiers reintegratie poortwachter arbodienst nederland
    amsterdam rotterdam utrecht eindhoven groningen tilburg breda ajax feyenoord lente zomer herfst winter januari
    februari maart april juni juli augustus september oktober november december maandag dinsdag woensdag donderdag
    vrijdag zaterdag zondag koningsdag sinterklaas kerst vakantie appeltaart fiets tulp oranje liefde schatje mama
    papa
"""
"""Words that Dutch people try first and that an English word list lacks."""


@dataclass(frozen=True)
class Strength:
    """`score` runs from 0 (guessed at once) to 4 (out of reach); `label` names it and `advice` says what helps."""

    score: int
    label: str
    advice: str

    @property
    def is_enough(self) -> bool:
        """Tell whether a file may be protected with this password without a warning."""
        return self.score >= ENOUGH


def password_strength(password: str, known_words: tuple[str, ...] = ()) -> Strength:
    """Estimate how hard a password is to guess. `known_words` are names that stand in the file itself."""
    from zxcvbn import zxcvbn  # noqa: PLC0415 - its word lists take time to load and are needed on one screen

    start = password[:_CHECKED_CHARACTERS]
    result = zxcvbn(start, user_inputs=[*_DUTCH_WORDS.split(), *known_words]) if start else {"score": 0}
    score = int(result["score"])
    return Strength(score, _(_LABELS[score]), _advice(password, score))


def _advice(password: str, score: int) -> str:
    if not password:
        return _("Neem vier of meer woorden die niets met elkaar te maken hebben.")
    if score < ENOUGH and len(password) >= LONG:
        return _("Dit is lang, maar voorspelbaar. Neem woorden die niets met elkaar te maken hebben.")
    if score < ENOUGH:
        return _("Maak het langer. Vier of meer woorden die niets met elkaar te maken hebben, werken het best.")
    if len(password) < LONG:
        return _("Dit is goed. Met nog een woord erbij wordt het sterker.")
    return _("Dit is een goed wachtwoord. Schrijf het niet op bij de computer.")
