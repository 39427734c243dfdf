"""English words of accusing and answering. Everything about one language that accusations need stands here."""

from conspectus.compare.words import stem, word_set


def _forms(listed: str) -> frozenset[str]:
    """The words of a list and their stems."""
    return word_set(listed) | frozenset(stem(word) for word in listed.split())


ACCUSING = _forms(
    """accuse accusation allege allegation blame sue suing indict indictment charge lawsuit complaint complain denounce
    condemn condemnation criticize criticise criticism assail lambast lambaste slam slammed blast decry decried rebuke
    castigate berate chide fault lash rip ripped ripping attack deride"""
)
"""Verbs and nouns that accuse."""
ACCUSED = word_set("accused accuse accuses accusing blamed blames alleged charged indicted denounced condemned sued")
"""Words by which an article itself says that somebody is accused."""
WRONG = _forms(
    """lie lying liar false falsehood mislead misled deceive deceit deception deceptive dishonest untrue fabricate
    incorrect inaccurate corrupt corruption bribe bribery illegal unlawful unconstitutional violate violation crime
    criminal felony prison fraud fraudulent theft steal stole stolen cheat cover-up coverup conceal suppress hide hid
    hiding destroy wipe wiped wiping delete abuse harass harassment molest assault misconduct rape discriminate
    discrimination racist racism bigot bigotry sexist hate hatred offensive disgrace disgraceful shame shameful outrage
    outrageous despicable appalling inexcusable reckless irresponsible incompetent incompetence negligent negligence
    fail failure coward cowardice betray betrayal abandon cave charade sham hoax witch partisan partisanship political
    politicize manipulate collude collusion conspire conspiracy obstruct obstruction interfere interference meddle
    meddling tamper threat threaten intimidate intimidation endanger danger dangerous jeopardy jeopardize risk harm
    harmful hurt undermine weaken unravel wrong wrongdoing improper impropriety inappropriate unfair bias biased
    prejudice hypocrite hypocrisy hypocritical extreme extremist radical terrorist terrorism kill murder poach poaching
    gruesome horror horrific tyranny dictator fearmonger distort distortion smear slander defame defamation propaganda
    phony fake bogus scandal scam quid illicit infringe exploit carte license cost disrespect disdain ridicule silly
    stunt prey pander avoid derail whitewash dodge evade overreach capture unfit unqualified unpatriotic un-american
    insult mock malign attack"""
)
"""Words that say somebody did wrong or is to blame."""
RIGHT = _forms(
    """accurate respect respond honest honesty true truth independent transparent impartial fair comply cooperate answer
    qualified fit care protect"""
)
"""Words that accuse where they are denied: "not accurate", "did not respond"."""
NEGATIVE = word_set("not n't no never neither nor without yet cannot")
HEDGED = _forms("alleged allegedly suspect suspected possible potential purported supposed supposedly")
"""Words by which an article leaves open whether it is so."""

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
TURNING = word_set("but however still yet though although nevertheless nonetheless")
"""Words that open a sentence which speaks against the one before."""
