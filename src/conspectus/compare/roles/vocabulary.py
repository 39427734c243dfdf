"""English nouns for what a person is by office or trade. Everything about one language that roles need stands here."""

from conspectus.compare.words import word_set

_GROUPS: dict[str, str] = {
    "lawyer": "lawyer attorney counsel solicitor barrister counselor",
    "spokesperson": "spokesman spokeswoman spokesperson spokespeople",
    "chair": "chairman chairwoman chairperson chair",
    "executive": "executive ceo",
    "adviser": "adviser advisor consultant strategist",
    "aide": "aide assistant staffer",
    "pundit": "analyst commentator pundit columnist",
    "contributor": "contributor correspondent reporter journalist",
    "doctor": "doctor physician surgeon neurosurgeon",
    "clergy": "pastor preacher minister priest reverend clergyman vicar",
    "coach": "coach manager",
    "scholar": "professor lecturer scholar academic",
    "owner": "owner proprietor",
    "founder": "founder co-founder cofounder",
    "contender": "candidate contender hopeful nominee",
    "student": "student pupil",
}
_ALONE = word_set(
    """activist actor actress admiral agent ambassador archbishop archivist artist author banker bishop brigadier broker
    captain chancellor clerk colonel comedian commander commissioner corporal congressman congresswoman coroner curator
    dentist deputy detective developer diplomat director donor driver economist editor engineer envoy farmer
    firefighter general governor guard historian host inspector investor judge justice king lieutenant
    lobbyist major marshal mayor mediator model musician negotiator novelist nurse officer operator organizer organiser
    paramedic pilot plumber policeman policewoman premier president prince princess principal producer
    prosecutor publisher queen ranger rector researcher sailor salesman scientist secretary senator sergeant
    sheriff singer soldier speaker superintendent teacher trader trainer treasurer warden welder writer"""
)
OFFICES: dict[str, str] = {
    **{word: word for word in _ALONE},
    **{word: name for name, listed in _GROUPS.items() for word in listed.split()},
}
"""Noun → the sort of office it names; nouns of one sort may be two words for one post."""
TWO_WORDS: dict[str, str] = {
    "press secretary": "spokesperson", "communications director": "spokesperson", "police officer": "officer",
    "chief executive": "executive", "managing director": "executive", "executive director": "executive",
    "prime minister": "premier", "foreign minister": "foreign minister", "vice president": "vice president",
    "attorney general": "attorney general", "solicitor general": "solicitor general",
    "district attorney": "prosecutor", "prosecuting attorney": "prosecutor", "chief justice": "chief justice",
    "general manager": "general manager", "of staff": "chief of staff",
}  # fmt: skip
"""Two words that name an office together."""
RANKS = word_set("admiral brigadier captain colonel corporal general lieutenant major marshal sergeant")
"""Ranks of an army, of which nobody has two."""
LAWMAKERS = word_set("senator sen representative rep congressman congresswoman lawmaker legislator deputy mp")
"""Seats that a person keeps beside an office: no difference."""
LOWER = word_set("assistant deputy vice associate acting interim junior sub under")
"""Words that make an office another, lower or for a time only."""
FORMER = word_set("former ex retired then onetime late ousted fired")
"""Words by which an office is over."""
KEPT_TITLES = word_set(
    """president premier governor mayor justice judge general ambassador secretary minister king queen prince princess
    captain colonel chancellor speaker bishop archbishop commissioner sheriff sergeant lieutenant doctor clergy coach"""
) | {"vice president", "chief justice", "attorney general"}
"""Sorts of office that are titles before a name, also of those who held them once."""
