"""What each section finds and where it is wrong, as measured: an empty list is no sign that there is nothing.

The figures are those of ten stories compared by hand, in points of 100. ``evals/gate.py`` holds them against what it
measures, so that no page promises more than is found.
"""

from conspectus.present.outline import Key

MEASURED: dict[str, int] = {
    "discrepancy_recall_conflict": 100,
    "discrepancy_recall": 42,
    "discrepancy_precision_floor": 59,
    "agreement_recall": 60,
    "silence_recall": 46,
    "silence_contradicted": 7,
    "label_recall": 57,
    "origin_recall": 57,
    "allegation_recall": 50,
}
"""Figure of the scorer of comparisons → points of 100."""
_SAID: dict[Key, str] = {
    "differ": "{discrepancy_recall_conflict} of 100 conflicts (outside politics 43) and {discrepancy_recall} of "
    "100 differences; of 100 shown {discrepancy_precision_floor} are in the list made by hand",
    "agree": "{agreement_recall} of 100 agreements; of 100 shown 4 were wrong (outside politics 24), of 100 under "
    "“Perhaps” 57",
    "only": "{silence_recall} of 100; of 100 shown {silence_contradicted} are told there after all "
    "(outside politics 21)",
    "called": "{label_recall} of 100; of 100 shown 8 hold words for something else",
    "origins": "{origin_recall} of 100",
    "accused": "{allegation_recall} of 100 with their answer; of 100 shown 6 accuse nobody, of 100 under “Perhaps” 37",
    "inside": "3 of 13",
}
LIMITS: dict[Key, str] = {
    key: f"On our test stories we find {said.format_map(MEASURED)}." for key, said in _SAID.items()
}
"""Section → the sentence that stands under its heading."""
