"""English words of relays: verbs that tell an outlet something, verbs that quote a speaker, who has a say."""

from conspectus.read.voices.vocabulary import BODIES, OUTLET_NOUNS, ROLES, SOURCES, TEXTS


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


QUOTING = frozenset(("quote", "cite", "paraphrase"))
"""Verbs that pass on what somebody said: "was quoted as saying"."""

CITING = frozenset(("cite", "quote"))
"""Verbs beside a cue that name whose words these are: "the Mail, citing the Courier, reported"."""

TELLING = frozenset(("tell", "inform", "confirm", "say", "speak", "reveal", "admit", "acknowledge"))
"""Verbs that take the outlet they are told to as an object: "told the Hessel Chronicle", "said to the agency"."""

SELVES = frozenset(("i", "we", "me", "us", "myself", "ourselves"))
"""First words of a source that is the speaker around it."""

SPEAKING = _words(
    """
    say tell speak talk write testify recall acknowledge admit confirm deny complain ask warn inform insist
    argue announce state explain claim allege assure promise boast joke tweet describe mention reply respond
    call repeat report disclose reveal concede confess swear vow urge demand advise suggest declare
    """
)
"""Verbs of speaking: "she said he had told her" has two voices, "she said he thinks" may well have one."""

THIRD = frozenset(("he", "she", "it", "they"))
ANYONE = _words(
    """
    you everybody everyone anybody anyone nobody somebody someone one that this which it there all what these
    those
    """
)
"""First words of sources that name nobody; "you said" is still somebody's."""

CALLING = _words("call describe label brand dub term characterize characterise see view")

HELD_OF = _words(
    """
    accuse allege believe think say report quote rumour rumor suspect understand tell inform warn criticize
    criticise blame charge advise ask urge
    """
)
"""Passives that pass on what somebody unnamed holds or said: "is believed to", "was told that"."""

LEARNING = frozenset(("learn", "hear"))
"""Verbs whose "from" names who said it: "had learned from a witness that"."""

HEARING = frozenset(("hear", "overhear"))
"""Verbs that hold a saying without a tense of its own: "heard the guide tell them that"."""

VOICES = (
    ROLES
    | BODIES
    | TEXTS
    | SOURCES
    | OUTLET_NOUNS
    | _words(
        """
    ally applicant citizen client crew defendant guest guide migrant people person plaintiff pupil refugee relative
    rescuer resident student survivor suspect tenant victim villager worker
    """
    )
)
"""Nouns for people, bodies and texts, which can have a say."""
