"""The words of English time expressions and what they stand for."""

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DAYPARTS = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "overnight": "NI", "daytime": "DT",
    "midday": "MI", "lunchtime": "MI",
}  # fmt: skip
UNITS = {
    "second": "TS", "sec": "TS", "minute": "TM", "min": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W",
    "fortnight": "2W", "weekend": "WE", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
    "centuries": "CE",
}  # fmt: skip
"""Singular noun → unit of a TIMEX3 duration; "TH" marks a part of the time of day (PT1H)."""

PRESENT = (
    "now", "currently", "presently", "at present", "at the moment", "nowadays", "these days", "to date", "so far",
)  # fmt: skip
PAST = ("recently", "lately", "in the past", "previously", "long ago", "at the time", "formerly")
FUTURE = ("soon", "in the future", "in the near future", "in the coming future")
DECADES = {
    "twenties": "192", "thirties": "193", "forties": "194", "fifties": "195", "sixties": "196", "seventies": "197",
    "eighties": "198", "nineties": "199",
}  # fmt: skip
"""Decades by name, those of the twentieth century."""
ZONES = {
    "gmt": "Z", "utc": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00",
    "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "cet": "+01:00", "cest": "+02:00", "bst": "+01:00",
}  # fmt: skip
"""Time zones → offset from UTC (North America's and Europe's, as English-language news abbreviates them)."""
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
CENTURIES = {
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21, "seventeenth": 17, "sixteenth": 16,
}  # fmt: skip
SETS = {"daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P3M", "annually": "P1Y",
        "annual": "P1Y", "yearly": "P1Y", "hourly": "PT1H"}  # fmt: skip
PARTS_OF_DATES = {
    "early": "START", "early in": "START", "late": "END", "late in": "END", "mid": "MID", "the beginning of": "START",
    "the start of": "START", "the end of": "END", "the middle of": "MID",
}  # fmt: skip
"""Words before a month or year → the part of it, as a TIMEX3 modifier."""
MODS = {
    "about": "APPROX", "around": "APPROX", "approximately": "APPROX", "roughly": "APPROX",
    "some": "APPROX", "nearly": "LESS_THAN", "almost": "LESS_THAN", "less than": "LESS_THAN", "under": "LESS_THAN",
    "more than": "MORE_THAN", "over": "MORE_THAN", "at least": "EQUAL_OR_MORE", "up to": "EQUAL_OR_LESS",
    "at most": "EQUAL_OR_LESS", "fewer than": "LESS_THAN", "just over": "MORE_THAN", "just under": "LESS_THAN",
    "well over": "MORE_THAN", "as many as": "EQUAL_OR_LESS", "no less than": "EQUAL_OR_MORE",
    "not more than": "EQUAL_OR_LESS", "no more than": "EQUAL_OR_LESS",
}  # fmt: skip
"""Words before a length of time → TIMEX3 modifier."""
