"""English words that tell speech printed without quotation marks."""

FIRST_PERSON = frozenset({
    "i", "me", "my", "we", "us", "our", "i'm", "i've", "i'll", "i'd", "we're", "we've", "we'll", "we'd",
})  # fmt: skip
