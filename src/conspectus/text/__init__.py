"""Text before any reading: the normalised view, paragraphs, quotation marks, roles of blocks."""
