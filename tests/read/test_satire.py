"""Only an article's own label makes it satire."""

import pytest
from factories import article

from conspectus import Models, read

STORY = "The mayor said the bridge would be painted gold."
LABELLED = [
    ("Satire: mayor paints bridge gold", STORY),
    ("Mayor paints bridge gold (satire)", STORY),
    ("Mayor paints bridge gold", f"{STORY}\n\nThis is satire."),
    ("Mayor paints bridge gold", f"All articles on this site are satirical.\n\n{STORY}"),
]
PLAIN = [
    (
        "Mayor reads satire",
        "The mayor said that the satirical paper had been unfair to her, and that she would sue it over its parody.",
    ),
    ("Mayor paints bridge gold", f"{STORY} She likes satire."),
    ("", STORY),
]


@pytest.mark.parametrize(("title", "body"), LABELLED)
def test_an_article_that_calls_itself_satire_is_marked(models: Models, title: str, body: str) -> None:
    notes = read(article(body, title), models).notes
    assert [note.code for note in notes] == ["satire"]
    assert notes[0].span is not None


@pytest.mark.parametrize(("title", "body"), PLAIN)
def test_style_makes_nothing_satire(models: Models, title: str, body: str) -> None:
    assert read(article(body, title), models).notes == ()


def test_other_notes_are_kept(models: Models) -> None:
    found = read(
        article("The mayor said “the bridge is gold.\n\nThe council said it was not.\n\nThis is satire."), models
    )
    assert [note.code for note in found.notes][-1] == "satire"
    assert len(found.notes) > 1
