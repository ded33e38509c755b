"""The wage on paper, "Loonstaat": amounts per period of pay for who runs the payroll. Nothing on it is about health."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.domain.snapshot import FormSnapshot, SnapshotFact, SnapshotField, SnapshotSection
from reintegratie_desktop.domain.wage.result import Columns
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.services.files import write_file
from reintegratie_desktop.services.names import paper_name
from reintegratie_desktop.services.wage_case import WageOfCase, wage_of
from reintegratie_desktop.services.wage_changes import PER, ChangeLine, changes_of
from reintegratie_desktop.services.wage_view import view_of
from reintegratie_desktop.services.wage_views import NoteLine, RuleLine, WageRow, WageView
from reintegratie_desktop.text.formatting import day_numeric, money, number, sentence_start
from reintegratie_desktop.text.i18n import N_, _, current_language

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

FORM: Final = "loonstaat"
_CODE: Final = "LS"
_VERSION: Final = "1.0"
_TITLE: Final = N_("Loonstaat")
ON_PAPER: Final = (
    "vakantiebijslag",
    "andere_uren",
    "vakantie",
    "vakantie_aftrek",
    "boven_maximum",
    "cao_boven_maximum",
    "cao_onder_wet",
    "loon_onder_minimum",
    "gewerkte_uren_omstreden",
    "eigen_bedrag",
    "eigen_bedrag_anders",
    "te_controleren",
)
"""The notes that say how was reckoned. The others are about the person or the dossier, and stay there."""


def wage_snapshot(desk: "Workspace", case_id: str) -> FormSnapshot:
    """Return the wage of today as a paper that prints the same for ever.

    Raises:
        KnownError: the facts cannot be true together.
    """
    found = wage_of(desk, case_id)
    view = view_of(desk, case_id, found)
    case = desk.store.cases.get(case_id)
    person = paper_name(desk.store.records.werknemer(case.werknemer_id))
    now = view.this_row
    return FormSnapshot(
        form=FORM,
        code=_CODE,
        form_version=_VERSION,
        title=_(_TITLE),
        purpose=_(
            "Bruto bedragen per loonperiode, om over te nemen in de loonadministratie. Loon dat doorloopt volgens BW "
            "7:629."
        ),
        employer=desk.employer_name,
        employee=person,
        case_number=view.number,
        eerste_ziektedag=case.eerste_ziektedag.isoformat(),
        law_date=view.begins.isoformat(),
        rules=load_law().loaded_version,
        made_on=desk.today.isoformat(),
        frozen_at=desk.clock().isoformat(timespec="seconds"),
        version=1,
        sections=tuple(_numbered(_Sections(found, view).all())),
        facts=(
            SnapshotFact(_("Werknemer"), person),
            SnapshotFact(_("Vanaf"), view.begins.isoformat()),
            SnapshotFact(_("Bedragen nagekeken op"), _checked(view)),
            SnapshotFact(sentence_start(now.title), _this_amount(now)),
        ),
        journal_head=desk.store.journal.head(),
        language=current_language(),
        footnotes=(view.rounding,),
    )


def _this_amount(now: WageRow) -> str:
    if now.is_blank:
        return now.state
    return ", ".join(filter(None, (money(now.due), now.open_hours)))


def _checked(view: WageView) -> str:
    """Return the oldest day on which an amount was held against its source."""
    days = [line.checked_on for line in view.amounts if line.checked_on is not None]
    if days:
        return min(days).isoformat()
    return _("zelf ingevuld") if view.amounts else _("nog niet")


def rendering(desk: "Workspace", case_id: str) -> Callable[[], bytes]:
    """Return a function that makes the PDF without touching the file, so that it can run beside the window."""
    return desk.papers.rendering(wage_snapshot(desk, case_id))


def pdf(desk: "Workspace", case_id: str) -> bytes:
    """Return the wage of today as PDF."""
    return rendering(desk, case_id)()


def save_pdf(desk: "Workspace", case_id: str, target: Path) -> None:
    """Save the wage of today as PDF; a half-written file never stands at the target.

    Raises:
        KnownError: the disk is full or the folder cannot be written.
    """
    write_file(target, pdf(desk, case_id))
    note_saved(desk, case_id)


def note_saved(desk: "Workspace", case_id: str) -> None:
    """Write in the journal that the wage was saved as PDF."""
    desk.journal(case_id, "overdracht", _("{papier} als PDF bewaard").format(papier=_(_TITLE)))


def note_printed(desk: "Workspace", case_id: str) -> None:
    """Write in the journal that the wage was printed."""
    desk.journal(case_id, "overdracht", _("{papier} afgedrukt").format(papier=_(_TITLE)))


def file_name(desk: "Workspace", case_id: str) -> str:
    """Return a neutral file name: number, kind and date, without the name of a person."""
    return f"{desk.store.cases.get(case_id).nummer}_{FORM}_{desk.today.isoformat()}.pdf"


def _numbered(sections: Iterator[SnapshotSection]) -> Iterator[SnapshotSection]:
    for place, section in enumerate(sections, start=1):
        yield SnapshotSection(section.key, section.title, str(place), section.fields)


def _text(key: str, label: str, *lines: str) -> SnapshotField:
    return SnapshotField(key=key, label=label, kind="long_text", answer="\n".join(filter(None, lines)))


def _table(key: str, label: str, columns: Sequence[tuple[str, str, str]], rows: list[dict[str, Any]]) -> SnapshotField:
    """Return a table; `columns` are key, label and kind."""
    return SnapshotField(
        key=key,
        label=label,
        kind="table",
        columns=tuple(SnapshotField(key=name, label=head, kind=kind) for name, head, kind in columns),
        answer=rows,
    )


class _Sections:
    """The parts of the paper; a part with nothing to say is left out."""

    def __init__(self, found: WageOfCase, view: WageView) -> None:
        self._facts, self._found, self._view = found.facts, found, view
        self._head = _(view.pay_words.head)

    def all(self) -> Iterator[SnapshotSection]:
        yield SnapshotSection("maanden", _(self._view.pay_words.amounts), fields=tuple(self._periods()))
        if changed := changes_of(self._found, self._view):
            yield SnapshotSection("veranderingen", _("Wat er verandert"), fields=(_changes(changed, self._head),))
        yield SnapshotSection("regels", _("Waar het bedrag op rust"), fields=tuple(self._rules()))
        if self._view.measures:
            yield SnapshotSection("maatregelen", _("Opschorting en loonstop"), fields=(self._measures(),))
        if self._view.missing:
            lines = [*self._not_computed(), *(line.sentence for line in self._view.missing)]
            field = _text("ontbreekt", _("Wat nog mist"), *lines)
            yield SnapshotSection("ontbreekt", _("Nog niet berekend"), fields=(field,))
        if self._view.amounts:
            yield SnapshotSection("bronnen", _("Bedragen en bronnen"), fields=(self._sources(),))
        if notes := [note for note in self._view.notes if note.id in ON_PAPER]:
            lines = [f"{note.text} ({note.source})" if note.source else note.text for note in notes]
            fields = [_text("opmerkingen", _("Bij deze bedragen"), *lines)]
            if words := self._words(notes):
                fields.append(_text("woorden", _("Wat de woorden betekenen"), *words))
            yield SnapshotSection("opmerkingen", _("Goed om te weten"), fields=tuple(fields))

    def _words(self, notes: Sequence[NoteLine]) -> tuple[str, ...]:
        """Return what the hard words on the paper mean, each once; those of the totals stand under the tables."""
        view = self._view
        found = [line.means for line in view.measures]
        found += [word for amount in view.amounts for word in amount.words]
        found += [word for note in notes for word in note.words]
        return tuple(dict.fromkeys(found))

    # --- the periods ------------------------------------------------------------------------------------------------

    def _periods(self) -> Iterator[SnapshotField]:
        rows = [row for row in self._view.rows if not row.is_blank]
        now = [row for row in rows if not row.is_later]
        later = [row for row in rows if row.is_later]
        if not rows:
            yield _text(
                "geen", _("Nog geen bedragen"), _("Er mist een bedrag. Zonder dat kan er niets berekend worden.")
            )
        if now:
            yield self._table("tot_nu", _("Tot en met {maand}").format(maand=now[-1].title), now)
        if later:
            yield self._table("daarna", _("Daarna, als er niets verandert"), later)
        if rows:
            lines = (self._view.holds, *self._view.holds_words)
            yield _text("zonder", _("Wat er in de bedragen zit"), " ".join(lines))

    def _not_computed(self) -> Iterator[str]:
        """Yield the periods without an amount, as a stretch when they follow each other."""
        blank = [row for row in self._view.rows if row.is_blank]
        if len(blank) > 1:
            words = _("Geen bedrag voor {eerste} tot en met {laatste}.")
            yield words.format(eerste=blank[0].title, laatste=blank[-1].title)
        elif blank:
            yield _("Geen bedrag voor {maand}.").format(maand=blank[0].title)

    def _table(self, key: str, label: str, periods: list[WageRow]) -> SnapshotField:
        rows = [_period(row) for row in periods]
        columns = [
            ("maand", self._head, "text"),
            ("uren", _("Contracturen"), "number"),
            ("door", _("Doorbetaald"), "amount"),
            ("vakantie", _("Vakantie"), "amount"),
            ("werk", _("Voor werk"), "amount"),
            ("eraf", _("Eraf"), "amount"),
            ("te_betalen", _("Te betalen"), "amount"),
        ]
        if len(periods) > 1:
            whole = periods[0].columns
            for row in periods[1:]:
                whole += row.columns
            rows.append(_total(whole))
        # A column in which nothing ever happens is no help to who types the others over.
        empty = {name for name in ("vakantie", "werk", "eraf") if not any(Decimal(row[name]) for row in rows)}
        return _table(key, label, [column for column in columns if column[0] not in empty], rows)

    # --- rules, measures, sources -----------------------------------------------------------------------------------

    def _rules(self) -> Iterator[SnapshotField]:
        for index, rule in enumerate(self._view.rules):
            yield _text(f"jaar_{index}", rule.title, rule.period, *_rule_lines(rule))
        yield _text("uren", _("Uren per week"), *self._hours())
        rates = [
            _("Vanaf {dag}: {bedrag} {per}").format(
                dag=day_numeric(rate.van), bedrag=money(rate.bedrag), per=_(PER[rate.per])
            )
            + (", " + _("met vakantiebijslag") if rate.vakantiebijslag_inbegrepen else "")
            for rate in self._facts.loon
        ]
        yield _text("loon", _("Afgesproken loon"), *rates)
        spans = [item.span for item in self._facts.vakantie]
        if spans:
            days = [
                _("{van} tot en met {tot}").format(van=day_numeric(span.van), tot=day_numeric(span.tot_en_met))
                for span in spans
                if span.tot_en_met is not None
            ]
            yield _text("vakantie", _("Vakantie"), *days)
        waiting = self._facts.wachtdagen
        yield _text("wachtdagen", _("Wachtdagen"), str(waiting) if waiting else _("geen"))

    def _hours(self) -> Iterator[str]:
        """Yield the hours a week, from the first day and from each change on."""
        patterns = self._facts.patterns()
        yield _("{uren} uur").format(uren=number(self._facts.uren_per_week))
        for change in self._facts.werkpatroon_wijzigingen:
            hours = patterns.uren_per_week(change.van)
            yield _("Vanaf {dag}: {uren} uur").format(dag=day_numeric(change.van), uren=number(hours))

    def _measures(self) -> SnapshotField:
        return _table(
            "maatregelen",
            _("Opschorting en loonstop"),
            (
                ("wat", _("Wat"), "text"),
                ("wanneer", _("Wanneer"), "text"),
                ("bedrag", _("Bedrag"), "amount"),
                ("grondslag", _("Grondslag"), "text"),
            ),
            [
                {
                    "wat": line.title,
                    "wanneer": line.period,
                    "bedrag": str(line.amount),
                    "grondslag": line.source,
                }
                for line in self._view.measures
            ],
        )

    def _sources(self) -> SnapshotField:
        return _table(
            "bronnen",
            _("Bedragen en bronnen"),
            (
                ("naam", _("Bedrag"), "text"),
                ("waarde", _("Waarde"), "text"),
                ("bron", _("Bron"), "text"),
                ("nagekeken", _("Nagekeken"), "day"),
            ),
            [
                {
                    "naam": line.name,
                    "waarde": line.value,
                    "bron": line.source,
                    "nagekeken": line.checked_on.isoformat() if line.checked_on else _("zelf ingevuld"),
                }
                for line in self._view.amounts
            ],
        )


def _changes(changed: Sequence[ChangeLine], head: str) -> SnapshotField:
    rows = [
        {
            "maand": line.title,
            "nu": str(line.after),
            "verschil": "–" if line.before is None else str(line.after - line.before),
            "waardoor": ". ".join(line.why),
        }
        for line in changed
    ]
    columns = (
        ("maand", head, "text"),
        ("nu", _("Te betalen"), "amount"),
        ("verschil", _("Verschil"), "amount"),
        ("waardoor", _("Waardoor"), "text"),
    )
    return _table("veranderingen", _("Wat er verandert"), columns, rows)


def _rule_lines(rule: RuleLine) -> tuple[str, ...]:
    return rule.rule, rule.agreed, _("Grondslag: {grondslag}.").format(grondslag=rule.source)


def _period(row: WageRow) -> dict[str, Any]:
    # That later periods are expected stands above their table.
    state = "" if row.is_whole else row.state
    days = f"({row.days})" if row.days else ""
    name = " ".join(filter(None, (row.title, days)))
    return {"maand": ", ".join(filter(None, (name, state, row.open_hours))), **_figures(row.columns)}


def _total(columns: Columns) -> dict[str, Any]:
    return {"maand": _("Samen"), **_figures(columns)}


def _figures(columns: Columns) -> dict[str, str]:
    """Return the figures of a row: paid on, for vakantie and for work, minus what comes off, is what is paid."""
    off = columns.aftrek + columns.opgeschort - columns.nabetaald
    return {
        "uren": str(columns.uren),
        "door": str(columns.ziekteloon),
        "vakantie": str(columns.loon_vakantie),
        "werk": str(columns.loon_gewerkt + columns.loon_hersteld),
        "eraf": str(off),
        "te_betalen": str(columns.te_betalen),
    }
