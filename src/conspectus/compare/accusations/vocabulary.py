"""English words of accusing and answering. Everything about one language that accusations need stands here.

Verbs of judging: Fillmore (1971), Levin (1993, class 33). What people are blamed for stands in ``wrongs.txt``.
"""

from conspectus.compare.words import stem, word_set


def _forms(listed: str) -> frozenset[str]:
    """The words of a list and their stems."""
    return word_set(listed) | frozenset(stem(word) for word in listed.split())


JUDGING = _forms(
    """accuse allege blame sue suing indict charge complain denounce condemn criticize criticise assail lambast
    lambaste slam slammed blast decry decried rebuke castigate berate chide fault lash rip ripped ripping attack deride
    censure upbraid reprimand reproach impeach malign mock ridicule scold scorn vilify disparage denigrate deplore
    prosecute excoriate pillory skewer hammer lament bemoan bash"""
)
"""Verbs that blame somebody."""
CHARGES = _forms(
    """accusation allegation charge indictment lawsuit complaint condemnation criticism blame claim denunciation
    rebuke suspicion"""
)
"""Nouns for words that blame somebody."""
JUDGED = word_set(
    """accused blamed alleged charged indicted denounced condemned sued criticized criticised faulted slammed blasted
    assailed censured impeached prosecuted suspected rebuked arrested convicted sentenced"""
)
"""Participles by which an article itself says that somebody is blamed: "was accused of fraud"."""
COURT = _forms(
    "arrest indict convict conviction guilty plead pleaded sentenced prosecute trial court jury suspect felony prison"
)
"""Words of a criminal case."""
CALLING = _forms("call describe label brand paint portray cast dub view see characterize treat compare liken deem")
"""Verbs that say what somebody or something is: "called it a disgrace"."""
RIGHT = _forms(
    """accurate respect respond honest honesty true truth independent transparent impartial fair comply cooperate answer
    qualified fit care protect duty law legal class standard"""
)
"""Words that blame where they are denied: "not accurate", "did not respond"."""
NEGATIVE = word_set("not n't no never neither nor without yet cannot nothing none nobody lack lacks lacked hardly")
HEDGED = _forms("alleged allegedly suspect suspected possible potential purported supposed supposedly accused reported")
"""Words by which an article leaves open whether it is so."""
SELVES = word_set("i me my mine myself we us our ours ourselves")
"""Words by which somebody speaks of themselves."""
CONDITIONAL = word_set("if unless whether should would could may might")
URGING = word_set("should must ought need needs let")

FLATLY = _forms("deny denial dispute reject rejection dismiss dismissal rebut refute disavow contradict repudiate")
"""Cues that deny."""
PARTLY = _forms("acknowledge concede admit admitted regret regretted apologize apologise apology")
"""Cues that grant a part."""
DENYING = (
    FLATLY
    | PARTLY
    | _forms(
        """rebuff counter push defend defense defence insist maintain argue respond response reply replied answer
        explain stand clarify clarified"""
    )
)
"""Cues and nouns that answer."""
AGAINST = _forms(
    """false untrue baseless unfounded groundless nonsense malarkey ridiculous absurd distort distortion fake hoax smear
    garbage overblown exaggerate unpersuasive mischaracterize misrepresent misperception categorically innocent
    vindicate vindicated
    nothing never not no n't simply merely only solely intention intend context misspoke misspoken mistake wrong hurtful
    inaccurate fear-mongering lack error impropriety independent lawful standard"""
)
"""Words inside an answer that speak against a charge."""
BACKING = _forms(
    "backer supporter defender proponent advocate lawyer attorney counsel ally lobby spokesman spokeswoman"
)
"""Those who speak for somebody or something."""
POINTING = word_set("it that this them those the any all such charge charges claim claims accusation accusations")
"""Words that stand for what was just said, in "denied it" and "rejected the claim"."""
TURNING = word_set("but however still yet though although nevertheless nonetheless")
"""Words that open a sentence which speaks against the one before."""
SILENT = (
    "declined to comment", "no comment", "not immediately respond", "not respond to a request", "not return",
    "not answer", "declined to answer", "refused to comment", "could not be reached", "declined to discuss",
    "declined to say", "not respond to requests", "not respond to a message",
)  # fmt: skip
"""How an article says that somebody gave no answer."""
BEING = word_set("be is are was were been being get gets got stands stand stood face faces faced")
"""Words before a participle that make it passive."""
GROUPS = word_set(
    """critics opponents supporters republicans democrats conservatives liberals officials lawmakers protesters police
    authorities media press rebels militants soldiers troops officers leaders politicians allies activists
    administration aides staffers senators regime people men women journalists prosecutors companies
    corporations banks unions hunters bureaucrats elites environmentalists candidate nominee opponent critic parents
    congress"""
)
"""Nouns for groups of people that may be blamed."""
