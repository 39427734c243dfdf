"""English words that tell what a noun can stand for. Everything about one language that labels need stands here."""

from conspectus.compare.words import word_set

KINDS: dict[str, str] = {
    word: kind
    for kind, listed in {
        "remark": """remark comment word quip aside jab insult taunt gibe slur rant tirade diatribe outburst musing
            utterance gaffe joke rhetoric""",
        "post": "post tweet posting message entry rant screed missive",
        "law": "law bill legislation measure act statute proposal",
        "shooting": """shooting massacre rampage killing slaying murder bloodbath slaughter attack assault raid strike
            bombing ambush tragedy atrocity siege incident""",
        "inquiry": "inquiry investigation probe examination",
        "text": "report story article piece expose revelation dispatch column editorial bombshell",
        "policy": "policy program programme initiative scheme strategy plan approach",
        "protest": "protest demonstration rally march riot unrest uprising revolt clash disturbance disorder",
        "claim": "claim allegation accusation charge complaint assertion contention",
        "dispute": """dispute controversy row feud fight battle clash debate quarrel furor furore uproar firestorm
            scandal affair flap spat standoff fracas outcry backlash""",
        "talk": "speech remarks talk lecture sermon keynote oration",
        "migrant": "immigrant migrant alien refugee newcomer foreigner",
        "device": "device bomb explosive package parcel",
        "fighter": "fighter militant rebel gunman terrorist extremist insurgent guerrilla jihadist attacker assailant",
        "defeat": "defeat blow setback loss rebuff",
        "deal": "deal agreement accord pact treaty settlement compromise truce",
        "decision": "decision ruling verdict judgment judgement opinion order",
        "post abroad": "consulate compound outpost mission embassy",
        "departure": "departure resignation exit retirement ouster firing dismissal removal",
        "vote": "vote ballot referendum poll",
        "dealings": "meeting talks conversation encounter negotiation discussion",
        "killed": "victim dead casualty fatality",
        "critic": "critic opponent foe detractor adversary",
        "backer": "supporter backer ally defender fan follower",
        "child": "child daughter son kid teenager teen youngster offspring",
        "shutdown": "shutdown closure closing impasse stalemate",
        "cuts": "cut reduction decrease",
        "trip": "trip visit tour journey",
        "ties": "tie link connection collusion conspiracy",
        "meddling": "meddling interference",
        "rally": "event ceremony gathering rally celebration",
        "ad": "ad advertisement commercial spot",
        "weapon": "gun weapon rifle firearm",
        "ban": "ban prohibition moratorium restriction",
        "site": "mosque centre center church temple",
        "lobby": "group organization organisation association",
        "gathering": "demonstrator protester protestor rioter marcher",
        "aide": "aide staffer assistant adviser advisor",
        "lawyer": "lawyer attorney",
        "marriage": "marriage wedding union",
    }.items()
    for word in listed.split()
}
"""Nouns that may stand for one thing, whatever their other meanings; a later group wins a word that stands in two."""

EMPTY = word_set(
    """time day week month year hour minute moment decade century morning afternoon evening night today tomorrow
    yesterday weekend monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december way thing part lot bit kind sort type number amount rest half
    third quarter majority minority percent percentage share portion piece couple dozen hundred thousand million
    billion dollar euro pound total case point fact matter issue question reason result effort place side end
    beginning start middle top bottom front back name line word term example addition support course need sense
    level rate figure series range set list view idea thought something anything nothing everything someone anyone
    everyone nobody one other self people person man woman member spokesman spokeswoman spokesperson official source
    reporter mr mrs ms use lack chance opportunity role thank spring summer autumn fall winter age life hand
    eye face head mind heart house street road state country nation world city town county area region district
    office interest process action step move interview phone television tv news conference briefing twitter
    facebook tuesday"""
)
"""Heads that by themselves say too little to be one thing across articles."""

LIGHT = word_set(
    """a an the this that these those his her its their our my your some any another other both all each every no
    same such own very few many much several more most one two three four five six seven eight nine ten and or of"""
)
"""Words of a phrase that do not make it another label."""

POINTING = word_set("the this that these those such his her its their")
"""Words before a noun alone that may stand for what was told before."""
SHOWING = word_set("this that these those")
"""Words before any noun that stands for what was told before."""
NEW = word_set("a an")
"""Words before what has not been told of before."""
APART = word_set(
    """other another separate similar different prior parallel various certain further additional comparable unrelated
    numerous countless next previous earlier same"""
)
"""Words anywhere in a phrase that set it apart from what was told."""
ORGANIZED = word_set("organization organisation association business institution outlet")
"""Bodies besides those that names are known by."""
RANKS = word_set("vice deputy assistant associate former ex acting interim")
"""Words before an office that make it another's."""
COUNTING = word_set(
    "one two three four five six seven eight nine ten eleven twelve dozen dozens hundreds thousands both"
)
COURTESY = word_set("mr mrs ms miss mx dr doctor sir dame former deputy vice")
"""Titles that are no office of one person."""
COMMON = word_set("house senate department ministry committee commission council board center national united")
"""Last words of bodies' names that by themselves name another."""
PEOPLE = word_set(
    """billionaire millionaire conservative liberal moderate democrat republican pro veteran rival nominee favorite
    favourite member choice hopeful incumbent independent professional newcomer foe critic heavyweight patriot native
    ceo chairman chairperson head boss counsel executive secretary candidate analyst deputy premier general colonel
    pundit scholar physician surgeon cleric envoy diplomat delegate chancellor"""
)
"""Nouns for people that the endings do not show."""
DEFINITE = word_set("the this that his her its their our")
OTHER = word_set("next new former future other possible another first last old previous late any first-ever")
"""Words that make an office somebody else's."""
NEVER = word_set("no any another every each either neither what which whatever such many few several some most more")
"""First words of phrases that stand for nothing in particular."""
