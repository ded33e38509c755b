"""Why a month comes to its amount: every step of the sum, in whole cents, with its article."""

from collections.abc import Iterator
from decimal import Decimal

from reintegratie_desktop.domain.wage.result import Columns, PeriodRow
from reintegratie_desktop.law.book import Law
from reintegratie_desktop.services.wage import COLUMN_BASES
from reintegratie_desktop.services.wage_views import ZERO, StepLine
from reintegratie_desktop.text.formatting import money, number
from reintegratie_desktop.text.i18n import _, ngettext


def steps_of(columns: Columns, row: PeriodRow | None, law: Law, share: Decimal) -> tuple[StepLine, ...]:
    """Return the steps of a month, or of more months together when there is no `row`.

    The steps that count add up to the last one, to the cent. `share` is the part of the law in percent.
    """
    return tuple(_Steps(columns, row, law, share).lines())


class _Steps:
    def __init__(self, columns: Columns, row: PeriodRow | None, law: Law, share: Decimal) -> None:
        self._columns, self._row, self._law = columns, row, law
        self._share = share

    def lines(self) -> Iterator[StepLine]:
        columns = self._columns
        yield StepLine(_("Gewoon loon over deze dagen"), columns.eigen_loon, self._days(), counts=False)
        if columns.begrensd_loon and columns.begrensd_loon < columns.eigen_loon - columns.loon_hersteld:
            detail = _("Boven het maximum vraagt de wet geen deel.")
            yield self._line(_("Loon dat telt voor de wet"), "begrensd_loon", detail, counts=False)
        yield from self._plus()
        yield from self._minus()
        if columns.opgeschort or columns.nabetaald:
            yield StepLine(_("Verschuldigd"), columns.verschuldigd, strong=True, counts=False)
        if columns.opgeschort:
            detail = _("Tijdelijk ingehouden. Dit betaal je later alsnog.")
            yield self._line(_("Opgeschort"), "opgeschort", detail, sign=-1)
        if columns.nabetaald:
            yield self._line(_("Alsnog betaald"), "nabetaald", _("Wat eerder was opgeschort."))
        yield StepLine(_("Te betalen"), columns.te_betalen, strong=True, counts=False)

    def _plus(self) -> Iterator[StepLine]:
        columns = self._columns
        if columns.wettelijk_deel:
            detail = _("{deel}% van het loon, zonder de uren die je als werk betaalt.")
            yield self._line(_("Deel dat de wet vraagt"), "wettelijk_deel", detail.format(deel=number(self._share)))
        if columns.aanvulling_minimumloon:
            detail = _("Met het minimumloon kom je over deze uren op {bedrag}. Daaronder mag je niet komen.")
            yield self._line(
                _("Erbij tot het minimumloon"),
                "aanvulling_minimumloon",
                detail.format(bedrag=money(columns.minimumloon)),
            )
        if columns.aanvulling_cao:
            yield self._line(_("Erbij volgens cao of contract"), "aanvulling_cao", "")
        if columns.loon_gewerkt:
            detail = _("Voor wat het werk waard is.")
            if not columns.loon_hersteld:
                worked = _("{uren} uur gewerkt. {rest}")
                detail = worked.format(uren=number(columns.gewerkte_uren), rest=detail)
            yield self._line(_("Loon voor gewerkte uren"), "loon_gewerkt", detail)
        if columns.loon_vakantie:
            detail = _("Tijdens vakantie betaal je het hele loon.")
            if self._row is not None:
                days = self._row.vakantiedagen
                counted = ngettext("{n} werkdag vakantie.", "{n} werkdagen vakantie.", days).format(n=days)
                detail = f"{counted} {detail}"
            yield self._line(_("Vakantie"), "loon_vakantie", detail)
        if columns.loon_hersteld:
            yield self._line(
                _("Loon in dagen van herstel"), "loon_hersteld", _("Op deze dagen is al het eigen werk gedaan.")
            )

    def _minus(self) -> Iterator[StepLine]:
        off = (
            ("wachtdagen", _("Wachtdagen"), _("Dagen aan het begin zonder loon, zoals schriftelijk afgesproken.")),
            ("loonstop", _("Loonstop"), _("Over deze dagen is geen loon verschuldigd.")),
            ("aftrek_uitkeringen", _("Uitkering"), _("Voor het werk bij jou.")),
            ("aftrek_inkomsten", _("Loon van een ander"), _("Verdiend in de eigen werkuren.")),
        )
        for key, label, detail in off:
            if getattr(self._columns, key):
                yield self._line(label, key, detail, sign=-1)

    def _line(self, label: str, key: str, detail: str, *, sign: int = 1, counts: bool = True) -> StepLine:
        basis = COLUMN_BASES.get(key)
        source = self._law.basis(basis).text if basis else ""
        amount: Decimal = getattr(self._columns, key)
        return StepLine(label, amount if sign > 0 else ZERO - amount, detail, source, counts=counts)

    def _days(self) -> str:
        row = self._row
        if row is None:
            return _("{uren} uur.").format(uren=number(self._columns.uren))
        days = ngettext("{n} werkdag", "{n} werkdagen", row.werkdagen).format(n=row.werkdagen)
        return _("{dagen}, {uren} uur.").format(dagen=days, uren=number(self._columns.uren))
