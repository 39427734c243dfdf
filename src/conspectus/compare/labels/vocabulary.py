"""English words that tell what a noun can stand for. Everything about one language that labels need stands here."""

from conspectus.compare.words import stem, word_set

_SORTS: tuple[str, ...] = (
    """remark comment word quip aside jab insult taunt gibe slur rant tirade diatribe outburst musing utterance
    gaffe joke rhetoric""",
    "post tweet posting message entry rant screed missive",
    "law bill legislation measure act statute proposal",
    """shooting massacre rampage killing slaying murder bloodbath slaughter attack assault raid strike bombing
    ambush tragedy atrocity siege incident""",
    "inquiry investigation probe examination",
    "report story article piece expose revelation dispatch column editorial bombshell",
    "policy program programme initiative scheme",
    "strategy plan approach scheme",
    "protest demonstration rally march riot unrest uprising revolt clash disturbance disorder",
    "claim allegation accusation charge complaint assertion contention",
    """dispute controversy row feud fight battle clash debate quarrel furor furore uproar firestorm scandal
    affair flap spat standoff fracas outcry backlash""",
    "speech remarks talk lecture sermon keynote oration",
    "immigrant migrant alien refugee newcomer foreigner",
    "device bomb explosive package parcel",
    "fighter militant rebel gunman terrorist extremist insurgent guerrilla jihadist attacker assailant",
    "defeat blow setback loss rebuff",
    "deal agreement accord pact treaty settlement compromise truce",
    "decision ruling verdict judgment judgement opinion order",
    "consulate compound outpost mission embassy",
    "departure resignation exit retirement ouster firing dismissal removal",
    "vote ballot referendum poll",
    "meeting talks conversation encounter negotiation discussion",
    "victim dead casualty fatality",
    "critic opponent foe detractor adversary",
    "supporter backer ally defender fan follower",
    "child daughter son kid teenager teen youngster offspring",
    "shutdown closure closing impasse stalemate",
    "cut reduction decrease",
    "trip visit tour journey",
    "tie link connection collusion conspiracy",
    "meddling interference",
    "event ceremony gathering rally celebration",
    "ad advertisement commercial spot",
    "gun weapon rifle firearm",
    "ban prohibition moratorium restriction",
    "mosque centre center church temple",
    "group organization organisation association",
    "demonstrator protester protestor rioter marcher",
    "aide staffer assistant adviser advisor",
    "lawyer attorney",
    "marriage wedding union",
    "memo memorandum document letter note dossier paper directive",
    "suit lawsuit complaint case filing litigation",
    "statue monument memorial sculpture artifact",
    "storm hurricane cyclone typhoon",
    "gunman shooter perpetrator killer assassin suspect",
    "book memoir",
    "budget blueprint",
    "tariff tax levy duty barrier",
    "interview appearance",
    "funeral service burial",
    "subsidy credit aid",
    "company firm giant corporation chain",
    "race contest election",
    "bid candidacy run campaign",
    "wall fence",
    "troops soldiers forces",
    "accuser survivor woman",
    "fine penalty punishment sentence",
    "hearing session testimony",
    "address speech",
    "warning threat",
    "effort push drive bid campaign",
    "arrest detention capture apprehension",
    "death killing murder slaying",
    "crash collision accident wreck",
    "fire blaze inferno",
    "disaster catastrophe",
    "failure error mistake lapse blunder",
    "vandalism destruction",
    "province territory",
    "spending funding money fund",
    "school academy college",
    "measure amendment resolution initiative proposition provision bill rule",
    "report assessment document study review analysis finding",
    "decision move step announcement declaration directive order proclamation action",
    "plan proposal idea framework blueprint bill",
    "scandal affair debacle fiasco controversy mess episode",
    "meeting summit session talks huddle",
    "interview conversation exchange discussion",
    "immigrant migrant dreamer recipient beneficiary",
    "material document record file email message",
    "remark statement comment declaration",
    "letter message note appeal plea",
    "site post facility complex",
    "strike airstrike bombardment bombing attack",
    "killing shooting death slaying murder homicide",
    "offer overture proposal",
    "loss defeat failure",
    "requirement rule mandate regulation",
    "rise increase hike jump surge",
    "decline drop fall decrease reduction",
    "worker responder employee staffer",
    "teenager boy girl youth student",
    "reporter journalist correspondent",
    "exit departure withdrawal pullout",
    "withdrawal pullout retreat",
    "arrangement deal bargain",
)
"""Nouns that may stand for one thing, a kind a line, whatever their other meanings."""
KINDS: dict[str, frozenset[int]] = {
    word: frozenset(at for at, listed in enumerate(_SORTS) if word in listed.split())
    for kind in _SORTS
    for word in kind.split()
}
"""For each noun the kinds that it is of."""
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
    facebook access evidence"""
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
ORGANIZED = word_set(
    """organization organisation association business institution outlet agency group lobby company firm network paper
    chain giant institute foundation charity tank coalition force unit station website site regulator watchdog alliance
    bloc body arm think-tank operator maker provider retailer publisher broadcaster gang cartel militia movement
    subsidiary conglomerate startup nonprofit advocate powerhouse"""
)
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
BEARING = word_set("his her their its")
"""Words that say whose something is, by a pronoun."""
SPEAKING = word_set("my our")
"""Those by which a speaker says it of themselves."""
TELLING = word_set("of into about against on for over between with toward towards to that who which at in from by")
"""Words behind a noun that may bring in which one it is."""
LOOSE = word_set(
    """remark comment word insult slur jab rant talk remarks meeting conversation encounter discussion negotiation tie
    link connection cut reduction claim allegation accusation charge complaint attack strike raid killing shooting
    bombing dispute controversy protest demonstration rally riot clash restriction ban"""
)
"""Nouns of which one may be told as many, and many as one."""
CALLINGS = word_set("officer lawyer agent actor actress detective")
"""Titles by which one may be known that nobody names."""
DENYING = word_set("neither nor not never hardly")
"""Words right before a phrase that say it does not hold."""
ORDER = word_set("original initial first second third fourth fifth last final latest earlier later current early late")
"""Words that tell one of several from the others."""
OFFICES = word_set("whip leader counsel chair head speaker member nominee candidate contender rival opponent")
"""Nouns that anybody may bear in turn, besides titles: they stand for whom the words around tell, or for the office."""
SAME: dict[str, str] = {
    stem(word): stem(listed.split()[0])
    for listed in (
        "gay sex homosexual lesbian", "illegal undocumented unlawful unauthorized illegally", "us american america",
        "legal lawful", "lethal deadly fatal", "gun firearm", "secret covert clandestine", "health healthcare medical",
        "muslim islamic", "democrat democratic", "republican gop",
    )
    for word in listed.split()[1:]
}  # fmt: skip
"""Words that say the same beside a noun ("gay marriage", "same-sex marriage")."""
JOINING = word_set("and or")
"""Words right before a phrase that go on a list: what follows is no description of what stands before."""
MEDIA = word_set("news times post journal network radio tv television magazine press herald tribune gazette business")
"""Last words of outlets' names."""
