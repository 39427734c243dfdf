"""The attribution reader as a spaCy component."""

from typing import Any

import pytest

from conspectus import load_models


@pytest.fixture(scope="module")
def nlp() -> Any:
    pipeline = load_models().nlp
    pipeline.add_pipe("conspectus_attribution")
    return pipeline


def test_attributions_stand_in_character_offsets_of_the_doc(nlp: Any) -> None:
    doc = nlp("Velmora\u00a0is small.\n\n“The bridge is old and weak,” said Dana Orlu. The council denied that.")
    quoted = next(a for a in doc._.attributions if a.form == "direct")
    assert [doc.text[s.start : s.end] for s in quoted.source] == ["Dana Orlu"]
    assert [doc.text[s.start : s.end] for s in quoted.content] == ["“The bridge is old and weak,”"]


def test_a_doc_without_words_has_none(nlp: Any) -> None:
    assert nlp("")._.attributions == ()
    assert nlp(" \n ")._.attributions == ()


def test_the_component_says_what_it_needs(nlp: Any) -> None:
    assert nlp.analyze_pipes()["problems"]["conspectus_attribution"] == []


def test_many_docs_can_be_piped(nlp: Any) -> None:
    texts = ["Orlu said the bridge would close.", "The river was calm."]
    assert [len(doc._.attributions) for doc in nlp.pipe(texts)] == [1, 0]
