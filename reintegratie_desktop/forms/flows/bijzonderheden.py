"""The particulars of a case: facts that belong to no paper and move its dates. Only what plays a part is asked."""

from typing import Final

from reintegratie_desktop.domain.situations import SITUATIONS
from reintegratie_desktop.forms.conditions import Is
from reintegratie_desktop.forms.fields import Many, Note, YesNo
from reintegratie_desktop.forms.flow import Flow, Scope, Section, Step
from reintegratie_desktop.forms.particulars import FORM, NO_RISK, PLAYS, VANGNET
from reintegratie_desktop.forms.particulars_choices import plays_options, start_with
from reintegratie_desktop.forms.particulars_steps_case import CASE_STEPS
from reintegratie_desktop.forms.particulars_steps_uwv import UWV_STEPS
from reintegratie_desktop.forms.rules_particulars import RULES
from reintegratie_desktop.text.i18n import N_

__all__ = ["FLOW"]


_UWV_PAYS: Final = Is(PLAYS, VANGNET, NO_RISK)


def _question(key: str, label: str, help_text: str, when: Is | None = None) -> YesNo:
    """Make a question out of a declared situation."""
    situation = SITUATIONS[key]
    return YesNo(
        key=f"vraag_{key}",
        label=label,
        ask=situation.question,
        help=help_text,
        why=situation.yes,
        when=when,
        not_asked=N_("Er betaalt geen UWV mee.") if when else "",
    )


def _known(key: str, label: str) -> Note:
    return Note(key=f"weten_{key}", label=label, body=SITUATIONS[key].yes)


_QUESTIONS: Final = Step(
    key="vragen",
    title=N_("Nog een paar vragen"),
    question=N_("Speelt een van deze dingen? Je mag alles overslaan."),
    why=N_("Een ja verandert soms wat je moet doen. Onder de vraag staat dan wat, en in welk artikel."),
    example=N_("Twee banen bij jou: dan krijgt elke baan een eigen dossier."),
    not_written=N_("Alleen ja of nee. Geen uitleg over de persoon."),
    source=N_("BW 7:629; Regeling procesgang art. 5"),
    sections=(
        Section(
            key="vragen",
            number="10",
            title=N_("Nog een paar vragen"),
            fields=(
                _question("werken_zonder_loonwaarde", N_("Werken om te wennen"), N_("Ook wel: zonder loonwaarde.")),
                _question("inlener", N_("Via een uitzendbureau"), N_("Ook bij een detacheringsbureau.")),
                _question("twee_banen", N_("Twee banen bij jou"), N_("Met twee contracten.")),
                _question("nieuw_werk_afgesproken", N_("Nieuw werk afgesproken"), N_("In een nieuw contract.")),
                _question("afwijken_van_termijn", N_("Afwijken van een termijn"), N_("Dat doe je samen.")),
                _question(
                    "loonstop_melden",
                    N_("Loon gestopt"),
                    N_("Als iemand niet meewerkt."),
                    _UWV_PAYS,
                ),
                _known("gedeeltelijk", N_("Een deel van het werk doen")),
                _known("werken_tijdens_herstel", N_("Werken is nog geen herstel")),
                _known("vakantie", N_("Vakantie")),
                _known("eerste_dag_bij_uwv", N_("Welke eerste ziektedag je aan UWV geeft")),
            ),
        ),
    ),
)

FLOW = Flow(
    key=FORM,
    code="BD",
    version="1.0",
    title=N_("Bijzonderheden van dit dossier"),
    purpose=N_("Wat in dit dossier anders is dan gewoonlijk. De datums gaan meteen mee."),
    scope=Scope.CASE_RECORD,
    has_paper=False,
    duration=N_("ongeveer 3 minuten"),
    rules=RULES,
    steps=(
        Step(
            key="speelt",
            title=N_("Wat speelt er?"),
            question=N_("Wat is er anders in dit dossier? Meestal is dat niets."),
            why=N_("De meeste dossiers hebben geen bijzonderheden. Wat je aankruist, vragen we daarna."),
            example=N_("Het contract loopt af in mei, en UWV stuurde een brief met een andere datum."),
            not_written=N_("Nooit waarom iemand ziek is. Kruis alleen aan wat er speelt, niet waarom."),
            source=N_("BW 7:629; ZW art. 38; WIA art. 23"),
            sections=(
                Section(
                    key="speelt",
                    number="1",
                    title=N_("Wat speelt er?"),
                    fields=(
                        Many(
                            key=PLAYS,
                            label=N_("Wat er anders is"),
                            ask=N_("Kruis aan wat speelt. Speelt er niets, dan ben je klaar."),
                            why=N_("Elk van deze dingen verandert een datum, of wat je bij UWV meldt."),
                            from_answers=plays_options,
                            default=start_with,
                        ),
                    ),
                ),
            ),
        ),
        *CASE_STEPS,
        *UWV_STEPS,
        _QUESTIONS,
    ),
)
