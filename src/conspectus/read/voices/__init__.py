"""What chains and speakers both know about those who speak: their nouns, and which names are outlets."""
