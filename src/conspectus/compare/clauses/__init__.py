"""Which clauses of two articles tell the same: candidates, what speaks for and against each pair, a trained scorer."""
