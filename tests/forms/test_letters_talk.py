"""The letters around a talk: the invitation, the formal call, the confirmation of what was agreed."""

from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.forms.context import Context, Issue
from reintegratie_desktop.forms.fields import Table
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flows import flow
from tests.forms.letter_answers import EMPLOYER, SENT, TALK, around
from tests.forms.test_letters import filled, findings, found, text_of

INVITATION, CALL, CONFIRMATION = "brief_uitnodiging", "brief_oproep", "brief_bevestiging_afspraken"


def messages(key: str, context: Context | None = None, **changes: Any) -> dict[str, str]:
    """Return the sentence at each field."""
    return {finding.field: finding.message for finding in findings(key, context, **changes)}


# --- the invitation ---------------------------------------------------------------------------------------------------


def test_the_invitation_in_words() -> None:
    assert text_of(INVITATION, agenda=["De uren", "Wie helpt?"]) == (
        "Beste Jasper,\n\n"
        "Graag spreek ik je op vrijdag 20 maart 2026 om 10.00 uur (op kantoor, kamer 2). We nemen ongeveer 45 minuten."
        "\n\nIk wil het hebben over:\n– De uren\n– Wie helpt?\nHeb je zelf punten, laat ze me weten.\n\n"
        "Je mag iemand meenemen. Komt het niet uit, bel me dan op 0600000071 (Noor Blom); dan zoeken we een ander "
        "moment.\n\n"
        "Over je gezondheid hoef je niets te vertellen; we praten over werk en over wat jij van ons nodig hebt.\n\n"
        "Groet,"
    )
    assert found(INVITATION) == []


def test_a_new_invitation_starts_with_the_agreed_talk() -> None:
    answers, _carried = flow(INVITATION).start(around())
    assert answers["datumtijd"] == "2026-03-27T10:00"
    assert answers["plaats"] == "Proefkade 18, 9999 ZZ Demodorp"
    assert answers["aanwezig"] == ["Jasper van Houten", "Femke Raad"]
    assert answers["antwoord"] == "0600000071 (Noor Blom)"
    full = flow(INVITATION).computed(answers, around())
    assert full["duur"] == "45 minuten"
    assert "Eerdere afspraken: op schema, iets veranderd?" in full["agenda"]
    empty, _carried = flow(INVITATION).start(Context(today=SENT))
    assert not {"datumtijd", "plaats", "aanwezig", "antwoord"} & empty.keys()


@pytest.mark.parametrize("moment", ["2026-03-13T10:00", "2026-03-27T"])
def test_a_moment_that_is_past_or_half_known_is_not_taken_over(moment: str) -> None:
    answers, _carried = flow(INVITATION).start(around(gesprek={**TALK, "volgende": moment}))
    assert "datumtijd" not in answers


def test_agenda_and_duration_follow_the_kind() -> None:
    form, answers, context = filled(INVITATION, soort="nazorg")
    full = form.computed(answers, context)
    assert (full["duur"], full["agenda"][0]) == ("20 minuten", "Hoe gaat het echt, op het werk?")
    nothing = form.computed({**answers, "soort": None}, context)
    assert nothing.get("duur") is nothing.get("agenda") is None


def test_three_working_days_to_prepare() -> None:
    assert found(INVITATION, datumtijd="2026-03-19T10:00") == []
    assert messages(INVITATION, datumtijd="2026-03-18T10:00") == {
        "datumtijd": "Geef liefst drie werkdagen om zich voor te bereiden. Dat is vanaf do 19 maart."
    }
    assert found(INVITATION, datumtijd="2026-03-15T10:00") == [("datumtijd", Level.BLOCK)]


# --- the call ---------------------------------------------------------------------------------------------------------


def test_the_call_in_words() -> None:
    assert text_of(CALL) == (
        "Beste Jasper,\n\n"
        "Hierbij vraag ik je te komen op dinsdag 24 maart 2026 om 09.30 uur, Arboplein 1 in Demodorp, voor het "
        "spreekuur van de bedrijfsarts. Deze afspraak hoort bij onze verplichtingen tijdens je verzuim.\n\n"
        "Kun je echt niet komen, bel dan voor maandag 23 maart 2026 om 12.00 uur; dan kijken we samen naar een andere "
        "vorm of tijd.\n\n"
        "Op dinsdag 10 maart 2026 was je er niet. Kom je niet en laat je niets weten, dan kan dat gevolgen hebben voor "
        "je loon. Je krijgt dan eerst een waarschuwing.\n\n"
        "Met vriendelijke groet,"
    )
    assert "was je er niet" not in text_of(CALL, eerder_gemist=None)
    assert found(CALL) == []


def test_the_ground_follows_from_what_it_is_about() -> None:
    form, answers, context = filled(CALL, grond=None)
    assert form.computed(answers, context)["grond"] == "Verzuimprotocol van 1 maart 2021, artikel .."
    talk = {**answers, "oproep_voor": "evaluatie"}
    assert form.computed(talk, context)["grond"] == "Regeling procesgang art. 4"
    assert form.computed({**answers, "oproep_voor": None}, context).get("grond") is None
    assert "[..]" in text_of(CALL, oproep_voor=None)


def test_without_a_protocol_the_call_says_what_that_means() -> None:
    bare = around(werkgever={**EMPLOYER, "verzuimprotocol": None})
    assert found(CALL, bare) == [("grond", Level.WARN)]
    assert found(CALL, bare, grond=None) == [("grond", Level.MISSING), ("grond", Level.WARN)]
    assert found(CALL, bare, oproep_voor="evaluatie") == []


def test_who_cannot_come_can_call_in_time() -> None:
    assert found(CALL, verhinderd="2026-03-24T09:30") == [("verhinderd", Level.BLOCK)]
    assert found(CALL, verhinderd="2026-03-16T12:00") == [("verhinderd", Level.WARN)]
    assert found(CALL, datumtijd="2026-03-13T10:00") == [("datumtijd", Level.BLOCK), ("verhinderd", Level.BLOCK)]
    assert found(CALL, eerder_gemist="2026-03-17") == [("eerder_gemist", Level.BLOCK)]


# --- the confirmation -------------------------------------------------------------------------------------------------


def test_the_confirmation_in_words() -> None:
    assert text_of(CONFIRMATION) == (
        "Beste Jasper,\n\n"
        "Fijn dat we elkaar spraken op vrijdag 13 maart 2026. Dit hebben we afgesproken:\n[tabel: afspraken]\n\n"
        "Onze volgende afspraak is vrijdag 27 maart 2026 om 10.00 uur. Loopt er iets anders of gaat het te snel of te "
        "langzaam, bel me dan eerder.\n\n"
        "Klopt er iets niet, laat het weten voor maandag 23 maart 2026.\n\n"
        "Groet,"
    )
    assert found(CONFIRMATION) == []


def test_the_agreements_come_from_the_talk_that_is_chosen() -> None:
    form, answers, context = filled(CONFIRMATION)
    full = form.computed(answers, context)
    assert [row["wie"] for row in full["afspraken"]] == ["Jasper", "Femke"]
    assert set(full["afspraken"][0]) == {"wat", "wie", "wanneer"}
    assert full["reactie_tot"] == "2026-03-23"
    earlier = {**answers, "gesprek": {"soort": "gesprek", "versie": "1", "datum": "2026-03-02"}}
    assert form.computed(earlier, context).get("afspraken") is None
    assert form.computed({**answers, "verzenddatum": None}, context).get("reactie_tot") is None


def test_other_words_may_and_other_agreements_may_not() -> None:
    _form, answers, context = filled(CONFIRMATION)
    rows = flow(CONFIRMATION).computed(answers, context)["afspraken"]
    reworded = [{**rows[0], "wat": "Je begint met de voorraad"}, {**rows[1], "wie": "Ik"}]
    assert found(CONFIRMATION, afspraken=reworded) == []
    more = [*rows, {"wat": "Ook op zaterdag", "wie": "Jasper", "wanneer": "2026-03-21"}]
    assert messages(CONFIRMATION, afspraken=more) == {
        "afspraken[2].wat": (
            "Deze afspraak staat niet in het verslag van 13-03-2026. Maak daar eerst een nieuwe versie van."
        )
    }
    assert found(CONFIRMATION, afspraken=rows[:1]) == [("afspraken", Level.HINT)]


def test_a_confirmation_follows_the_talk_soon() -> None:
    assert found(CONFIRMATION, verzenddatum="2026-03-12", reactie_tot="2026-03-20") == [("verzenddatum", Level.BLOCK)]
    assert found(CONFIRMATION, verzenddatum="2026-03-17") == []
    assert found(CONFIRMATION, verzenddatum="2026-03-18") == [("verzenddatum", Level.HINT)]
    assert found(CONFIRMATION, reactie_tot="2026-03-13") == [("reactie_tot", Level.BLOCK)]
    assert found(CONFIRMATION, volgende="2026-03-13T10:00") == [("volgende", Level.BLOCK)]


def test_a_talk_is_confirmed_once() -> None:
    def talk(made: date, version: int) -> Issue:
        return Issue(version, made)

    first, second = date(2026, 3, 2), date(2026, 3, 13)
    known = Context(today=date(2026, 3, 16), issues={"gesprek": (talk(first, 1), talk(second, 2))})
    told = {"gesprek": {"soort": "gesprek", "versie": "2", "datum": "2026-03-13"}}
    start = flow(CONFIRMATION).field("gesprek").start_value
    assert start(known) == told["gesprek"], "the newest one"
    known = Context(today=known.today, issues=known.issues, history={CONFIRMATION: ({"gesprek": None}, told)})
    assert start(known) == {"soort": "gesprek", "versie": "1", "datum": "2026-03-02"}, "that of 13 March was confirmed"
    both = ({"gesprek": {"datum": "2026-03-02"}}, told)
    assert start(Context(today=known.today, issues=known.issues, history={CONFIRMATION: both})) is None
    table = flow(CONFIRMATION).field("afspraken")
    assert isinstance(table, Table) and not table.adds, "a new agreement is refused, so no button offers it"


def test_without_a_talk_there_is_no_letter() -> None:
    bare = Context(today=date(2026, 3, 16))
    missing = [field for field, level in found(CONFIRMATION, bare) if level is Level.MISSING]
    assert {"gesprek", "afspraken", "volgende"} <= set(missing)
