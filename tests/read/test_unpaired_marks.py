"""Quotation marks without a partner are told, with their place; proper ones are not."""

import pytest
from factories import article

from conspectus import Models, read
from conspectus.present.noted import messages

TOLD = {
    "never closed": (
        "“The bridge will close, Orlu said.\n\nThe river was calm.",
        [("unclosed quotation", "“The bridge will close, Orlu said.", "the end of its paragraph")],
    ),
    "the next one opens first": (
        "“The bridge will close, Orlu said. “Soon and for good,” she added.",
        [("unclosed quotation", "“The bridge will close, Orlu said.", "the next mark that opens one")],
    ),
    "never opened": (
        "The bridge will close,” Orlu said.",
        [("stray quotation mark", "”", "The bridge will close,” Orlu said.")],
    ),
    "in the body and the title": (
        "The bridge will close,” Orlu said.",
        [("unclosed quotation", "“Bridge closes", "“Bridge closes"), ("stray quotation mark", "”", "close,”")],
    ),
    "pairs": ("“The bridge will close,” Orlu said. ‘Soon.’ It is 12\" wide and the mayor's.", []),
    "taken up in the next paragraph": ("“The bridge is old.\n\n“It will close,” Orlu said.", []),
    "no marks": ("The bridge will close, Orlu said.", []),
}


@pytest.mark.parametrize("name", TOLD)
def test_a_mark_without_partner_is_told_with_its_place(models: Models, name: str) -> None:
    body, expected = TOLD[name]
    one = article(body, "“Bridge closes" if "title" in name else "")
    notes = read(one, models).notes
    assert [(note.code, one.words(note.span)) for note in notes if note.span] == [row[:2] for row in expected]
    for note, (_, _, said) in zip(notes, expected, strict=True):
        assert said in note.message


def test_many_notes_of_one_kind_are_counted(models: Models) -> None:
    one = article("\n\n".join(f"The bridge of street {n} will close,” Orlu said." for n in range(9)))
    notes = read(one, models).notes
    assert len(notes) == 9
    shown = list(messages(notes))
    assert shown[:3] == [note.message for note in notes[:3]]
    assert shown[3:] == ["6 more like these (stray quotation mark); the JSON holds them all with their places"]
