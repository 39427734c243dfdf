"""English words beside a figure that say of what sort it is; where the sorts differ, so may the figures."""

SORTS: tuple[tuple[str, frozenset[str]], ...] = (
    ("adjusted", frozenset({"inflation", "inflation-adjusted", "adjusted", "adjusting"})),
    ("gross", frozenset({"gross", "grossed", "grossing", "earned", "earning", "earnings", "revenue", "turnover"})),
    ("net", frozenset({"net", "profit", "profits"})),
    ("a cost", frozenset({"cost", "costs", "budget", "budgeted"})),
    ("a debt", frozenset({"debt", "debts", "deficit", "owed", "owes", "loan", "loans"})),
    ("worldwide", frozenset({"worldwide", "global", "globally", "overseas", "abroad"})),
    ("domestic", frozenset({"domestic", "domestically", "nationwide"})),
    ("planned", frozenset({"goal", "target", "planned", "proposed", "expected", "projected", "forecast", "requested"})),
    ("at the opening", frozenset({"opening", "debut"})),
    ("in all", frozenset({"total", "altogether", "overall", "lifetime", "cumulative"})),
)
"""What a sort is called, and the words (in small letters) that show it."""
