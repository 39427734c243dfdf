"""Hand-written rows of the value tests, by what they try."""
