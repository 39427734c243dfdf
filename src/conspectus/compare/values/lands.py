"""Lands with a code of their own (ISO 3166-1) that belong to another country or are claimed by one.

An article may name either for the same ground, so the two never exclude each other. Nothing is said of who is right.
"""

_BELONG = {
    "AU": "CC CX HM NF",
    "CN": "HK MO TW",
    "DK": "FO GL",
    "FI": "AX",
    "FR": "BL GF GP MF MQ NC PF PM RE TF WF YT",
    "GB": "AI BM FK GG GI GS IM IO JE KY MS PN SH TC VG",
    "IL": "PS",
    "MA": "EH",
    "NL": "AW BQ CW SX",
    "NO": "BV SJ",
    "NZ": "CK NU TK",
    "RS": "XK",
    "US": "AS GU MP PR UM VI",
}
CLAIMED_LANDS = frozenset(frozenset((land, code)) for land, codes in _BELONG.items() for code in codes.split())
"""Pairs of countries' ids: a land, and the country that it belongs to or that claims it."""

CLAIMED_REGIONS = tuple((region, "RU") for region in ("UA.05", "UA.08", "UA.11", "UA.14", "UA.20", "UA.26"))
"""Ids of first-level regions (as GeoNames numbers them), each with the country that claims it."""
