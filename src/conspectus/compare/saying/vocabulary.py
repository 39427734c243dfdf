"""English words of saying. Everything about one language that the checks of this folder need stands here."""

from conspectus.compare.words import stem, word_set


def _forms(listed: str) -> frozenset[str]:
    """The words of a list and their stems."""
    return word_set(listed) | frozenset(stem(word) for word in listed.split())


SPEAKING = _forms(
    """say said saying says tell told telling tells add added note noted state stated write wrote written tweet
    tweeted post posted announce argue claim declare explain insist warn confirm acknowledge admit report comment
    remark reply respond testify recall concede contend assert assure accuse allege deny complain describe call urge
    ask describe suggest continue speak spoke quote quoted repeat repeated reveal disclose mention boast joke vow
    promise praise congratulate criticize criticise condemn denounce object voice according statement"""
)
"""Words of a cue by which something is said, not only thought, wanted or done."""
PASSING = _forms(
    """say said says tell told telling add write wrote state announce report claim insist explain confirm note reveal
    disclose quote cite paraphrase recall according statement"""
)
"""Of these the words by which somebody passes on what another says; who criticizes or praises it does not."""
UNNAMED = word_set(
    """source sources official officials people person persons aide aides insider insiders reports executives diplomats
    reporters members outlets agencies"""
)
"""Nouns for people who stay unnamed, and for the outlets that have it from them."""
