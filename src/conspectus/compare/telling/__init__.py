"""Whether two clauses or phrases that score alike do tell one thing: weighed once more, before they are shown."""
