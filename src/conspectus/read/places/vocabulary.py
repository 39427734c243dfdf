"""English words beside the names of places."""

WHERE = frozenset(
    {"in", "at", "near", "from", "to", "outside", "across", "around", "throughout", "into", "toward", "towards", "via",
     "inside", "between", "within", "through"}
)  # fmt: skip
"""Prepositions before a place; what follows them in capitals and is the name of a place is taken for one."""
SIDES = frozenset(
    {"northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "northeastern",
     "northwestern", "southeastern", "southwestern", "northeast", "northwest", "southeast", "southwest", "downtown",
     "uptown", "mainland", "rural", "upstate", "greater", "the", "inner", "nearby", "neighboring", "neighbouring",
     "modern", "post-war", "occupied"}
)  # fmt: skip
"""Words before a name that are no part of it."""
REGIONS = frozenset(
    {"state", "province", "region", "oblast", "governorate", "prefecture", "county", "district", "department", "canton",
     "territory", "republic"}
)  # fmt: skip
"""Nouns around the name of a region ("Kano State", "the province of Henan")."""
CITIES = frozenset({"city", "town", "village", "capital", "port"})
SPEAKING = frozenset(
    {"say", "announce", "warn", "deny", "accuse", "agree", "reject", "urge", "insist", "vow", "demand", "claim",
     "refuse", "condemn", "criticize", "criticise", "respond", "retaliate", "threaten", "pledge", "promise", "propose",
     "offer", "impose", "sanction", "recognize", "recognise", "sign", "negotiate", "believe", "argue", "fear", "hope",
     "want",
     "seek", "decide", "welcome", "dismiss", "blame", "declare", "object", "oppose", "consider",
     "react", "signal", "maintain", "contend", "beat", "defeat", "thrash", "trounce",
     "sue", "ban", "vote", "approve"}
)  # fmt: skip
"""What a government or a team does, and no city."""
ADDRESSED = frozenset({"beat", "defeat", "accuse", "blame", "urge", "thrash", "warn", "criticize", "criticise"})
"""What is done to a government or a team."""
DEALINGS = frozenset(
    {"talk", "relation", "tie", "tension", "agreement", "deal", "treaty", "alliance", "negotiation", "dispute", "row",
     "rift", "cooperation", "standoff", "diplomacy", "rapprochement"}
)  # fmt: skip
"""What there is between governments."""
STANDS = frozenset(
    {"decision", "policy", "position", "stance", "refusal", "response", "demand", "claim", "insistence", "ally",
     "envoy", "proposal", "offer", "threat", "pressure", "influence", "interest", "ambition", "denial", "opposition",
     "support", "strategy", "rival", "sanction", "diplomat"}
)  # fmt: skip
"""What belongs to a government ("Moscow's refusal")."""
