"""Given names that may be one person's: "Chuck" and "Charles", "D." and "Dana"."""

_NICKNAMES = {
    "abe": "abraham", "al": "albert", "andy": "andrew", "ben": "benjamin", "bernie": "bernard",
    "beth": "elizabeth", "betsy": "elizabeth", "bill": "william", "billy": "william", "bob": "robert",
    "bobby": "robert", "chris": "christopher", "chuck": "charles", "dan": "daniel", "dave": "david",
    "dick": "richard", "don": "donald", "doug": "douglas", "ed": "edward", "fred": "frederick",
    "greg": "gregory", "jack": "john", "jeff": "jeffrey", "jim": "james", "jimmy": "james", "joe": "joseph",
    "jon": "jonathan", "josh": "joshua", "kate": "katherine", "ken": "kenneth", "larry": "lawrence",
    "liz": "elizabeth", "matt": "matthew", "mike": "michael", "mitch": "mitchell", "nick": "nicholas",
    "pat": "patrick", "pete": "peter", "phil": "philip", "ray": "raymond", "rick": "richard", "rob": "robert",
    "ron": "ronald", "sam": "samuel", "steve": "steven", "stephen": "steven", "sue": "susan", "ted": "edward",
    "tim": "timothy", "tom": "thomas", "tony": "anthony", "vince": "vincent", "will": "william",
}  # fmt: skip
"""Short given names and the longer ones they stand for."""


def same_given(one: str, other: str) -> bool:
    """Two given names, in small letters and without a full stop, may be one: an initial, a beginning, a nickname."""
    if _NICKNAMES.get(one, one) == _NICKNAMES.get(other, other):
        return True
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and (len(short) == 1 or len(short) > 2)
