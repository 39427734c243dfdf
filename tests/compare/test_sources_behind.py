"""A source that holds two names stands for the one that is its own, not for whom it only speaks of."""

from dataclasses import replace

import pytest
from factories import article

from conspectus import Models, read
from conspectus.compare.sources import called, source_of
from conspectus.model import Span, Speaker


def test_who_sentences_is_not_who_is_sentenced(models: Models) -> None:
    one = read(article("Sentencing Dorn, Judge Ilse Varga said: “You betrayed the trust of a town.”"), models)
    words = "Sentencing Dorn, Judge Ilse Varga"
    source = (Span(one.article.id, "body", 0, len(words)),)
    name = Span(one.article.id, "body", words.index("Ilse"), len(words))
    said = replace(one.attributions[0], source=source)
    dorn = replace(one.names[0], span=Span(one.article.id, "body", 11, 15), label="PERSON", full=None)
    made = replace(one, names=(dorn, *one.names), speakers=(Speaker(source, "person", (name,), "named here", None),))
    assert (source_of(made, said).sort, source_of(made, said).keys) == ("person", {"varga"})
    assert called(made, said) == "Ilse Varga"


@pytest.mark.parametrize("source", ["Marek Dorn’s barrister, Ilse Varga,", "Marek Dorn's lawyer Ilse Varga"])
def test_who_speaks_is_not_whose_lawyer_she_is(models: Models, source: str) -> None:
    one = read(article(f"{source} said: “He paid nothing to anybody at all.”"), models)
    said = next(found for found in one.attributions if found.form == "direct")
    assert (source_of(one, said).sort, source_of(one, said).keys) == ("person", {"varga"})
    assert called(one, said) == source.strip(",")
