"""Units, currencies and approximators in English, and what they stand for."""

from decimal import Decimal

from conspectus.model import Fate

CURRENCY_SIGNS = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "HK$": "HKD", "NZ$": "NZD", "S$": "SGD",
    "NT$": "TWD", "R$": "BRL", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW",
    "₪": "ILS", "₺": "TRY", "₴": "UAH", "฿": "THB", "₦": "NGN", "Rs": "INR", "Rs.": "INR", "USD": "USD", "EUR": "EUR",
    "GBP": "GBP", "CHF": "CHF", "CNY": "CNY", "JPY": "JPY",
}  # fmt: skip
"""Signs and codes in front of a figure → ISO 4217; a bare "$" is taken for the United States dollar."""
CURRENCY_WORDS = {
    "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "yen": "JPY", "yuan": "CNY", "rupees": "INR",
    "rupee": "INR", "francs": "CHF", "rubles": "RUB", "roubles": "RUB", "pesos": "MXN", "won": "KRW", "lira": "TRY",
    "crowns": "crown", "kronor": "SEK", "kroner": "NOK", "shekels": "ILS", "usd": "USD", "eur": "EUR",
}  # fmt: skip
"""Word → ISO 4217; a name that several countries share stays a name in small letters."""

MEASURES: dict[str, tuple[str, Decimal]] = {
    "mm": ("m", Decimal("0.001")), "millimetre": ("m", Decimal("0.001")), "cm": ("m", Decimal("0.01")),
    "centimetre": ("m", Decimal("0.01")), "metre": ("m", Decimal(1)), "km": ("m", Decimal(1000)),
    "kilometre": ("m", Decimal(1000)), "mile": ("m", Decimal("1609.344")), "foot": ("m", Decimal("0.3048")),
    "feet": ("m", Decimal("0.3048")), "inch": ("m", Decimal("0.0254")), "inche": ("m", Decimal("0.0254")),
    "yard": ("m", Decimal("0.9144")), "gram": ("kg", Decimal("0.001")), "kg": ("kg", Decimal(1)),
    "kilo": ("kg", Decimal(1)), "kilogram": ("kg", Decimal(1)), "ton": ("kg", Decimal("907.18474")),
    "tonne": ("kg", Decimal(1000)), "ounce": ("kg", Decimal("0.0283495")), "acre": ("m2", Decimal("4046.856")),
    "hectare": ("m2", Decimal(10000)), "litre": ("l", Decimal(1)), "gallon": ("l", Decimal("3.785411784")),
    "barrel": ("barrel", Decimal(1)), "mph": ("km/h", Decimal("1.609344")), "kph": ("km/h", Decimal(1)),
    "knot": ("km/h", Decimal("1.852")), "degree": ("°", Decimal(1)), "watt": ("W", Decimal(1)),
    "km/h": ("km/h", Decimal(1)), "kilometre per hour": ("km/h", Decimal(1)), "km per hour": ("km/h", Decimal(1)),
    "mile per hour": ("km/h", Decimal("1.609344")), "mile an hour": ("km/h", Decimal("1.609344")),
    "kilometre an hour": ("km/h", Decimal(1)), "degree celsius": ("°C", Decimal(1)), "°c": ("°C", Decimal(1)),
    "degree fahrenheit": ("°F", Decimal(1)), "°f": ("°F", Decimal(1)), "kilowatt-hour": ("Wh", Decimal(1000)),
    "kilowatt hour": ("Wh", Decimal(1000)), "megawatt-hour": ("Wh", Decimal(10**6)),
    "megawatt hour": ("Wh", Decimal(10**6)), "lb": ("kg", Decimal("0.45359237")), "lbs": ("kg", Decimal("0.45359237")),
    "kilowatt": ("W", Decimal(1000)), "megawatt": ("W", Decimal(10**6)), "gigawatt": ("W", Decimal(10**9)),
}  # fmt: skip
"""Singular name → base unit and the factor to it (SI brochure; US customary units for ton and gallon)."""

FRACTIONS = {
    "half": Decimal("0.5"), "third": Decimal(1) / 3, "quarter": Decimal("0.25"), "fifth": Decimal("0.2"),
    "tenth": Decimal("0.1"),
}  # fmt: skip

BOUNDS = {
    "at least": "at_least", "no fewer than": "at_least", "no less than": "at_least", "not less than": "at_least",
    "a minimum of": "at_least", "more than": "more_than", "over": "more_than", "above": "more_than",
    "upwards of": "more_than", "upward of": "more_than", "in excess of": "more_than", "exceeding": "more_than",
    "just over": "more_than", "well over": "more_than", "well above": "more_than", "slightly more than": "more_than",
    "up to": "at_most", "as many as": "at_most", "as much as": "at_most", "at most": "at_most",
    "no more than": "at_most", "not more than": "at_most", "a maximum of": "at_most", "less than": "less_than",
    "fewer than": "less_than", "under": "less_than", "below": "less_than", "just under": "less_than",
    "well under": "less_than", "slightly less than": "less_than", "nearly": "about", "almost": "about",
    "about": "about", "around": "about", "some": "about", "roughly": "about", "approximately": "about",
    "an estimated": "about", "estimated": "about", "close to": "about", "exactly": "exact", "a total of": "exact",
    "only": "exact", "just": "exact",
}  # fmt: skip
"""Words before a figure → what they make of it."""
PREPOSITIONS = frozenset({"over", "above", "under", "below", "about", "around", "some", "exceeding"})
"""Bounds that before "one" are prepositions mostly ("under one roof")."""

VAGUE = {
    "dozens": (24, 100), "a few dozen": (24, 60), "several dozen": (36, 100), "scores": (40, 200),
    "hundreds": (200, 1000), "a few hundred": (200, 500), "several hundred": (300, 1000), "thousands": (2000, 10**4),
    "a few thousand": (2000, 5000), "several thousand": (3000, 10**4), "tens of thousands": (20_000, 10**5),
    "hundreds of thousands": (200_000, 10**6), "several hundred thousand": (300_000, 10**6),
    "millions": (2 * 10**6, 10**7), "several million": (3 * 10**6, 10**7), "tens of millions": (20 * 10**6, 10**8),
    "hundreds of millions": (200 * 10**6, 10**9), "billions": (2 * 10**9, 10**10),
    "tens of billions": (20 * 10**9, 10**11), "hundreds of billions": (200 * 10**9, 10**12),
    "trillions": (2 * 10**12, 10**13),
}  # fmt: skip
"""Magnitude words → a generous interval."""

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "twentieth": 20,
}  # fmt: skip

CASUALTIES: dict[str, Fate] = {
    "kill": "death", "killed": "death", "die": "death", "died": "death", "dead": "death", "death": "death",
    "fatality": "death", "slain": "death", "slay": "death", "drown": "death", "drowned": "death", "murder": "death",
    "perish": "death", "perished": "death", "injure": "injured", "injured": "injured", "wound": "injured",
    "wounded": "injured", "hurt": "injured", "injury": "injured", "missing": "missing", "unaccounted": "missing",
    "arrest": "arrested", "arrested": "arrested", "detain": "arrested", "detained": "arrested", "rescue": "rescued",
    "rescued": "rescued", "succumb": "death", "suffocate": "death", "hospitalize": "hospitalized",
    "hospitalized": "hospitalized", "hospitalise": "hospitalized", "hospitalised": "hospitalized",
    "capture": "captured", "captured": "captured", "trap": "trapped", "trapped": "trapped", "evacuate": "displaced",
    "evacuated": "displaced", "displace": "displaced", "displaced": "displaced", "homeless": "displaced",
}  # fmt: skip
"""What happened to people → one word for it, so that "12 dead" and "killing 12" count the same thing."""
PERIODS = {
    "minute": "PT1M", "hour": "PT1H", "day": "P1D", "night": "P1D", "week": "P1W", "month": "P1M", "quarter": "P3M",
    "year": "P1Y", "decade": "P10Y",
}  # fmt: skip
"""What a rate is told for → TIMEX3 duration."""
CHANGING = frozenset(
    {"rise", "fall", "drop", "climb", "decline", "jump", "grow", "shrink", "slip", "plunge", "surge", "dip", "soar",
     "tumble", "increase", "decrease", "swell", "widen", "narrow", "expand", "contract", "advance", "retreat"}
)  # fmt: skip
"""Verbs of what changes of itself: the figure behind them is the change."""
CHANGES = frozenset(
    {"rise", "fall", "drop", "decline", "jump", "growth", "surge", "dip", "increase", "decrease", "gain", "cut",
     "reduction", "hike", "raise", "slump", "shrink", "reduce", "lower", "boost"}
)  # fmt: skip
"""Nouns of a change, and verbs of who changes something: "by 12" behind them is one."""
OWN_DEATH = frozenset({"die", "drown", "perish", "succumb", "suffocate"})
"""Whoever is the subject of these suffers them; the subject of "kill" or "arrest" does not."""
PEOPLE = frozenset({"person", "people", "victim", "other", "others", "individual", "soul"})
"""Nouns that say no more than that people are counted; "children" and "soldiers" may be a part of them."""
BODIES = frozenset({"body", "corpse", "remains"})
HARMS: dict[str, Fate] = {"injury": "injured", "wound": "injured", "burn": "injured", "life": "death"}
"""What who is counted suffered, or lost."""
SOUGHT = frozenset({"trace", "find", "locate"})
WHEREABOUTS: dict[tuple[str, str], Fate] = {
    ("in", "custody"): "arrested", ("into", "custody"): "arrested", ("under", "arrest"): "arrested",
    ("behind", "bars"): "arrested", ("in", "detention"): "arrested", ("to", "hospital"): "hospitalized",
    ("to", "hospitals"): "hospitalized", ("in", "hospital"): "hospitalized", ("to", "safety"): "rescued",
    ("pull", "from"): "rescued",
}  # fmt: skip
"""A preposition with its noun, or a verb with its preposition → what happened."""
