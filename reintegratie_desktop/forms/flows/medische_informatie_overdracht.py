"""That the bedrijfsarts gave the closed part of the file to the employee: ticks only, and no file at all."""

from typing import Final

from reintegratie_desktop.forms import rules_judgement as rules
from reintegratie_desktop.forms.fields import Carry, Day, Need, Note, YesNo
from reintegratie_desktop.forms.flow import Flow, Section, Step
from reintegratie_desktop.text.i18n import N_

FLOW: Final = Flow(
    key="medische_informatie_overdracht",
    code="MI",
    version="1.0",
    title=N_("Medische informatie: overdracht"),
    purpose=N_(
        "De bedrijfsarts geeft het stuk “Medische informatie” aan de werknemer. De werknemer stuurt het zelf naar UWV. "
        "De werkgever krijgt, leest en bewaart het niet."
    ),
    date_field="gevraagd",
    duration=N_("ongeveer 2 minuten"),
    takes_files=False,
    rules=(
        rules.in_this_case("gevraagd", "datum"),
        rules.handed_over,
    ),
    steps=(
        Step(
            key="registratie",
            title=N_("Registratie"),
            question=N_("Is het stuk van de bedrijfsarts bij je medewerker?"),
            why=N_("UWV heeft dit stuk nodig. Het loopt buiten jou om, maar jij zorgt dat het geregeld is."),
            example=N_("“Gevraagd op 2 november. Volgens de bedrijfsarts gegeven op 16 november.”"),
            not_written=N_("Wat er in het stuk staat. Bewaar het nergens, ook niet als het per ongeluk bij jou komt."),
            source=rules.ARTICLE_6,
            sections=(
                Section(
                    key="registratie",
                    number="A",
                    title=N_("Registratie"),
                    fields=(
                        Note(
                            key="geen_bestand",
                            label=N_("Hier kan geen bestand bij"),
                            body=N_(
                                "Kreeg je het stuk toch? Lees het niet en geef het aan je medewerker, of stuur het "
                                "terug naar de bedrijfsarts."
                            ),
                        ),
                        Day(
                            key="gevraagd",
                            label=N_("Aan bedrijfsarts gevraagd op"),
                            ask=N_("Op welke dag vroeg je de bedrijfsarts om het stuk aan je medewerker te geven?"),
                            help=N_("Vaak tegelijk met het actueel oordeel."),
                            why=N_("Zo is te zien dat je er op tijd om vroeg."),
                            need=Need.REQUIRED,
                            carry=(Carry("actueel_oordeel", "aangevraagd_op"),),
                        ),
                        YesNo(
                            key="overgedragen",
                            later=True,
                            label=N_("Overgedragen aan werknemer (volgens bedrijfsarts/werknemer)"),
                            ask=N_("Heeft je medewerker het stuk?"),
                            help=N_(
                                "Vraag alleen ja of nee. Weet je het nog niet? Laat het leeg en vul het later aan."
                            ),
                            why=N_("Zonder dit stuk kan UWV de aanvraag niet behandelen."),
                            need=Need.REQUIRED,
                            carry=(Carry("actueel_oordeel", "overgedragen_med", rules.only_when_given),),
                        ),
                        Day(
                            key="datum",
                            later=True,
                            label=N_("Datum overdracht"),
                            ask=N_("Op welke dag kreeg je medewerker het?"),
                            help=N_("Weet je de dag niet? Laat het leeg."),
                            why=N_("Handig als UWV vraagt waar het stuk blijft."),
                        ),
                        YesNo(
                            key="uitleg",
                            label=N_("Uitleg gegeven: zelf versturen, medisch geheim"),
                            ask=N_("Heb je uitgelegd dat je medewerker dit zelf verstuurt, en dat het geheim is?"),
                            help=N_("In een gesloten envelop met “medisch geheim”, of in het portaal van UWV."),
                            why=N_("Anders komt het stuk toch bij jou terecht."),
                            need=Need.REQUIRED,
                        ),
                    ),
                ),
            ),
        ),
    ),
)
"""Four ticks; the part itself never enters this program."""
