"""A closer look: a small encoder reads two clauses or phrases in their sentences; do both tell the same?"""
