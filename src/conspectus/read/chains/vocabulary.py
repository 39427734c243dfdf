"""English words of relays: outlets by name, verbs that tell an outlet something, verbs that quote a speaker."""

import re


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


OUTLET_WORDS = _words(
    """
    agency broadcaster broadcasting bulletin chronicle courier daily dispatch examiner gazette globe guardian
    herald independent inquirer journal magazine mail mirror monitor network news newspaper newswire observer
    post press radio record register reporter review standard star sun telegraph television times tribune tv
    weekly wire
    """
)
"""The last word of a name that is an outlet's, where the name is a body's: "Hessel Chronicle", "the Times"."""

OUTLETS = _words(
    """
    abc afp jazeera ap axios bbc bloomberg breitbart buzzfeed cbc cbs cnbc cnn c-span espn huffpost itv msnbc
    nbc newsmax newsweek npr pbs politico propublica reuters rt slate tass tmz univision upi usa vice vox wired
    xinhua
    """
)
"""Outlets whose names hold no word that tells it."""

OUTLET_NAME = re.compile(r"\b(?:Al Jazeera|Associated Press|Agence France-Presse|USA Today|The Hill|Fox News)\b")

QUOTING = frozenset(("quote", "cite", "paraphrase"))
"""Verbs that pass on what somebody said: "was quoted as saying"."""

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

PERSONS = _words(
    """
    adviser aide ambassador analyst attorney ally agent agency administration authority board bureau campaign
    candidate child chief citizen coach colleague commission committee company council couple court critic
    defendant department detective diplomat director economist expert family father filing friend government
    group guard guest governor head historian hospital judge jury justice king lawyer leader letter lawmaker
    mayor member minister ministry mother neighbor neighbour office official opponent opposition panel parent
    party pastor people person pilot police president priest prime professor prosecutor queen report resident
    review scholar school secretary senator sheriff sister brother son daughter wife husband spokesman
    spokeswoman spokesperson source staff statement student study survey survivor team union university victim
    widow witness woman man worker employee voter
    """
)
"""Words for people, bodies and texts that can have a say, beside names and the words in -er, -or, -ist, -man."""
