"""The parts of a re-integratieverslag in the order of UWV, declared once: which papers, which letter of article 6.

A form that is not made by this version yet is simply never found; when it comes, its papers fall into place.
"""

from collections.abc import Mapping
from typing import Any, Final

from reintegratie_desktop.text.declaring import dataclass
from reintegratie_desktop.text.i18n import N_

MEDICAL: Final = "medische_informatie"
TALKS: Final = "gesprekken"
LETTERS: Final = "brieven"
REPORT: Final = "re_integratieverslag"
"""The form of the cover; it is not a part of the report, it is its first page."""


@dataclass(frozen=True)
class Wanted:
    """Papers of one form; with `soort` only those that answer so, or begin so."""

    form: str
    soort: str = ""
    without: str = ""
    """The kind that stands elsewhere."""

    def takes(self, form: str, answers: Mapping[str, Any]) -> bool:
        """Tell whether a paper is one of these."""
        kind = str(answers.get("soort") or "")
        if form != self.form or not kind.startswith(self.soort):
            return False
        return not (self.without and kind.startswith(self.without))


@dataclass(frozen=True)
class PartKind:
    """One part. Titles are Dutch; translate them."""

    key: str
    title: str
    article: str
    main: tuple[Wanted, ...]
    changes: tuple[Wanted, ...] = ()
    paper_title: str = ""
    """What the paper of the part is called; its own title when empty."""
    change_title: str = ""
    """What an adjustment is called, with {n} for its place; its own title when empty."""
    every_version: bool = False
    """A later version with a later date is an adjustment of the first, and stands behind it."""
    always: bool = False
    """It stands in the list, also when it is not in the report."""
    points: tuple[str, ...] = ()
    """Points of the check that are about this part."""
    author: tuple[tuple[str, str], ...] = ()
    """Answers that say who made it, with how that is said."""
    optional: bool = False
    """Only when the user wants it."""
    apart: str = ""
    """Why it is never in the report."""
    theirs: str = ""
    """What somebody else made and belongs here; without that file the part is not there. Empty when it is ours."""
    theirs_day: str = ""
    """The answer that holds the date of that file; the day of our paper when empty."""
    ours: str = ""
    """What our own paper beside it is called."""
    registers: bool = False
    """Our paper says only that somebody else gave the part to UWV."""


_DOCTOR: Final = (("bedrijfsarts", N_("{naam}, bedrijfsarts")),)
_FIRST_YEAR: Final = "eerstejaars"
_TAKEN_OVER: Final = N_("Wat de werkgever daaruit vastlegde")

PARTS: Final = (
    PartKind(
        key="probleemanalyse",
        title=N_("Probleemanalyse"),
        article="f",
        main=(Wanted("probleemanalyse"),),
        changes=(Wanted("bijstelling_probleemanalyse"),),
        paper_title=N_("Probleemanalyse"),
        change_title=N_("Bijstelling probleemanalyse {n}"),
        every_version=True,
        always=True,
        points=("probleemanalyse", "contact_bedrijfsarts"),
        author=_DOCTOR,
        theirs=N_("het advies van de bedrijfsarts"),
        theirs_day="datum_document",
        ours=_TAKEN_OVER,
    ),
    PartKind(
        key="plan_van_aanpak",
        title=N_("Plan van aanpak"),
        article="g",
        main=(Wanted("plan_van_aanpak"),),
        changes=(Wanted("bijstelling_plan_van_aanpak"),),
        paper_title=N_("Plan van aanpak"),
        change_title=N_("Bijstelling plan van aanpak {n}"),
        every_version=True,
        always=True,
        points=(
            "plan_van_aanpak", "plan_getekend", "plan_meningen", "casemanager", "bijstelling_plan",
            "bijstelling_te_laat",
        ),
    ),
    PartKind(
        key="evaluatie",
        title=N_("(Eerstejaars)evaluatie"),
        article="h",
        main=(Wanted("evaluatie", _FIRST_YEAR), Wanted("gesprek", _FIRST_YEAR)),
        changes=(Wanted("evaluatie", without=_FIRST_YEAR), Wanted("gesprek", "zesweken")),
        paper_title=N_("Eerstejaarsevaluatie"),
        change_title=N_("Evaluatie {n}"),
        always=True,
        points=("eerstejaarsevaluatie", "eerstejaars_meningen", "evaluaties", "evaluatie_te_laat"),
    ),
    PartKind(
        key="actueel_oordeel",
        title=N_("Actueel oordeel"),
        article="i, j, k",
        main=(Wanted("actueel_oordeel"),),
        always=True,
        points=("actueel_oordeel",),
        author=_DOCTOR,
        theirs=N_("het oordeel van de bedrijfsarts"),
        theirs_day="datum",
        ours=_TAKEN_OVER,
    ),
    PartKind(
        key="eindevaluatie",
        title=N_("Eindevaluatie"),
        article="h, i, k",
        main=(Wanted("eindevaluatie"),),
        always=True,
        points=("eindevaluatie",),
    ),
    PartKind(
        key="oordeel_werknemer",
        title=N_("Oordeel van de werknemer"),
        article="l",
        main=(Wanted("oordeel_werknemer"),),
        paper_title=N_("Registratie dat de werknemer het oordeel gaf"),
        always=True,
        points=("oordeel_werknemer",),
        registers=True,
    ),
    PartKind(
        key=MEDICAL,
        title=N_("Medische informatie"),
        article="",
        main=(),
        always=True,
        apart=N_("Niet in dit verslag. De werknemer stuurt die zelf."),
    ),
    PartKind(
        key="arbeidsdeskundig_onderzoek",
        title=N_("Arbeidsdeskundig rapport"),
        article="",
        main=(Wanted("arbeidsdeskundig_onderzoek"),),
        author=(
            ("arbeidsdeskundige", N_("{naam}, arbeidsdeskundige")),
            ("bureau", N_("{naam}, arbeidsdeskundig bureau")),
        ),
        theirs=N_("het rapport van de arbeidsdeskundige"),
        theirs_day="rapport",
        ours=N_("Aanvraag arbeidsdeskundig onderzoek"),
    ),
    PartKind(
        key="spoor1",
        title=N_("Onderzoek naar werk in het bedrijf"),
        article="",
        main=(Wanted("spoor1_onderzoek"),),
        points=("spoor1_onderzoek",),
    ),
    PartKind(
        key="spoor2",
        title=N_("Spoor 2"),
        article="",
        main=(Wanted("spoor2_start"),),
        changes=(Wanted("zoekprofiel"), Wanted("voortgangsrapportage"), Wanted("werkervaringsplaats")),
        points=("spoor2_start",),
        author=(("bureau", N_("{naam}, re-integratiebureau")), ("adviseur", N_("{naam}, re-integratiebureau"))),
    ),
    PartKind(
        key="deskundigenoordeel",
        title=N_("Deskundigenoordeel"),
        article="",
        main=(Wanted("deskundigenoordeel"),),
        theirs=N_("het oordeel van UWV"),
        theirs_day="uitslag_datum",
        author=(("", N_("UWV")),),
        ours=N_("Aanvraag deskundigenoordeel"),
    ),
    PartKind(
        key=LETTERS,
        title=N_("Brieven"),
        article="",
        main=tuple(
            Wanted(form)
            for form in (
                "brief_uitnodiging", "brief_oproep", "brief_bevestiging_afspraken", "brief_waarschuwing",
                "brief_loonopschorting", "brief_loonstop",
            )
        ),
        optional=True,
    ),
    PartKind(
        key=TALKS,
        title=N_("Gespreksverslagen"),
        article="",
        main=(Wanted("gesprek"),),
        optional=True,
    ),
    PartKind(
        key="uren",
        title=N_("Overzicht gewerkte uren"),
        article="art. 3",
        main=(Wanted("opbouwschema"),),
        paper_title=N_("Overzicht gewerkte uren"),
        points=("gewerkte_uren",),
    ),
    PartKind(
        key="contact",
        title=N_("Contact- en gesprekkenlijst"),
        article="art. 3",
        main=(Wanted("logboek"),),
        points=("contact_werknemer",),
    ),
)  # fmt: skip
"""The order is that of the list of UWV; what follows the seventh is extra. A paper stands in the first part it fits."""

LATER: Final = "later"
"""Chosen with the optional parts: what came after the report was handed over goes along too."""
OPTIONAL: Final = (*(kind.key for kind in PARTS if kind.optional), LATER)


def part_of_point(rule: str) -> str:
    """Return the part a point of the check is about; empty when it is about the whole case."""
    return next((kind.key for kind in PARTS if rule in kind.points), "")
