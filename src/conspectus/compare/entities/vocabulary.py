"""English words that tell what a mention is made of. Everything about one language that entities need stands here."""

from conspectus.compare.words import stem, word_set

BEFORE = word_set(
    """in at to of near from off into inside outside on around by for through out across against over under within
    between behind the a an this that these those his her their its our my your some any another other both all"""
)
"""Words that open a mention and say nothing about who or what it is."""
AFTER = word_set(
    """in at to of near from off into inside outside on around by for through out across against over under within
    between behind who which that whose where and or when while with as"""
)
"""Words behind a head that only tell more about it."""
PRONOUNS = {
    **dict.fromkeys(word_set("he him his himself"), "he"),
    **dict.fromkeys(word_set("she her hers herself"), "she"),
    **dict.fromkeys(word_set("they them their theirs themselves"), "they"),
    **dict.fromkeys(word_set("it its itself"), "it"),
    **dict.fromkeys(word_set("i me my mine myself we us our ours ourselves you your yours yourself"), "speaker"),
    **dict.fromkeys(word_set("who whom whose which that"), "relative"),
    **dict.fromkeys(word_set("where there here"), "there"),
}
"""Pronouns and what they may stand for."""
MEN = word_set(
    """man boy father husband son brother gunman actor boyfriend king prince gentleman uncle grandfather salesman
    businessman congressman policeman fireman"""
)
WOMEN = word_set(
    """woman girl mother wife daughter sister actress girlfriend queen princess lady aunt grandmother businesswoman
    congresswoman policewoman receptionist widow starlet"""
)
BODIES = word_set(
    """police navy army company club team court government ministry agency office party group department court union
    jury council committee commission senate parliament firm bank school university hospital force guard crew family
    magazine newspaper network station franchise corporation authority bureau"""
)
TITLES = word_set(
    """mr mrs ms miss mx dr doctor prof professor sir dame lord lady rev reverend father sister brother pastor bishop
    archbishop cardinal pope president premier chancellor minister secretary senator sen representative rep congressman
    congresswoman governor gov mayor judge justice attorney ambassador king queen prince princess general gen colonel
    col major maj captain capt lieutenant lt sergeant sgt corporal officer detective inspector constable sheriff chief
    commander admiral adm coach vice deputy prime foreign former agent actor actress lawyer spokesman spokeswoman
    spokesperson director manager chairman chairwoman"""
)
"""Words printed before a person's name that are no part of it; each is a description of the person."""
QUALIFIERS = word_set(
    """former acting interim deputy vice senior junior top chief longtime late new ex retired assistant
    associate special press foreign prime defense interior finance"""
)
"""Words in lower case between which and a role nothing stands ("former mayor")."""
SUFFIXES = word_set("jr sr ii iii iv phd md qc kc mp inc ltd llc co corp plc")
SPELLINGS = {"centre": "center", "defence": "defense", "harbour": "harbor", "theatre": "theater", "labour": "labor"}
SMALL = word_set("of the and for de la le van von der den bin al el &")
"""Words in lower case that may stand inside a name, and give its initials no letter."""

PERSON_ENDINGS = ("er", "or", "ist", "man", "woman", "ian", "ee", "ess", "eur", "star", "ant", "mate", "kin")
"""Endings of nouns for a person; ``THINGS`` has the common ones that are none."""
PEOPLE = word_set(
    """suspect victim chief boss judge aide pilot cop teen teenager youth boy girl child mother father son daughter wife
    husband brother sister friend nurse patient guard guest star icon champion legend idol killer felon criminal head
    cardinal captain mom dad person resident student client accused convict heir king queen prince actress starlet
    host coach figure president sergeant detective spokesman spokesperson spokeswoman attorney mafioso inmate rep
    native author clerk hero swimmer slugger ace"""
)
THINGS = word_set(
    """center computer weapon door floor prison water letter chamber number power tower matter order tracker motor error
    corridor harbor sector tenor theater quarter paper newspaper river corner trailer laser liver career soldier layer
    committee coffee fee degree guarantee tree plant restaurant december october november september semester summer
    winter weather cover tanker supertanker helicopter freighter disaster murder border fender server browser explorer
    computer router summer chapter register wheelchair minor floor color labor humor rumor process business access
    success congress address dress press illness darkness wilderness fitness witness"""
) - {"soldier", "witness"}

_MAY_BE_ONE = (
    """police officer cop deputy trooper patrolman constable policeman policemen policewoman policewomen detective
    sergeant authority""",
    "robber thief thieves burglar raider bandit looter mugger",
    "killer murderer gunman gunmen shooter attacker assailant suspect perpetrator sniper assassin",
    "suspect accused defendant man men woman women arrestee culprit",
    "protester demonstrator rioter activist marcher youth anarchist crowd mob",
    "lawyer attorney counsel solicitor barrister advocate",
    "prosecutor attorney lawyer",
    "spokesman spokeswoman spokesperson representative rep publicist official",
    "company firm giant maker corporation manufacturer business businesses group provider operator",
    "store shop boutique supermarket market outlet branch jeweler jeweller retailer",
    "prison jail penitentiary cell unit facility lockup",
    "clinic facility center centre hospital rehab",
    "child children kid boy girl teen teenager youth son daughter youngster baby infant toddler",
    "mother mom mum woman women parent",
    "father dad man men parent",
    "wife wives spouse husband partner widow girlfriend boyfriend fiance fiancee",
    "woman women lady girl female",
    "man men guy male gentleman boy",
    "boss bosses leader chief head kingpin don godfather chieftain",
    "worker employee staffer colleague coworker staff personnel",
    "student pupil schoolboy schoolgirl classmate teenager",
    "soldier troop serviceman servicemen fighter militant rebel",
    "house home residence apartment flat building mansion",
    "building complex tower block structure headquarters",
    "city town capital municipality village",
    "country nation state republic",
    "area region district neighborhood neighbourhood province zone",
    "street road avenue highway block intersection",
    "player athlete star rookie veteran quarterback striker goalkeeper",
    "team club side squad franchise",
    "boxer fighter champion challenger opponent heavyweight contender",
    "actor actress actresses star celebrity performer entertainer icon",
    "singer musician artist star",
    "director filmmaker producer helmer",
    "scientist researcher expert biologist doctor physicist specialist analyst",
    "doctor physician surgeon medic",
    "victim deceased dead casualty fatality body",
    "victim survivor wounded injured",
    "guard officer warden jailer",
    "inmate prisoner convict fugitive escapee felon",
    "driver motorist chauffeur",
    "judge justice magistrate court",
    "reporter journalist correspondent newspaper magazine",
    "network station channel broadcaster",
    "user customer client consumer subscriber",
    "resident villager neighbor neighbour local inhabitant citizen",
    "hacker attacker criminal",
    "firefighter crew fireman firemen responder",
    "church churches chapel cathedral mosque temple",
    "official authority government administration administrator",
    "minister secretary",
    "agency bureau department administration office service",
    "studio company distributor",
    "passenger traveler traveller tourist visitor",
    "fan supporter follower",
    "relative family kin sister brother cousin",
    "candidate nominee contender",
    "lawmaker legislator senator congressman congressmen representative",
    "aide adviser advisor assistant counselor",
    "people person individual man men woman women",
    "pirate hijacker gunman gunmen",
    "ship vessel boat tanker freighter ferry",
    "plane aircraft jet airliner",
    "car vehicle suv truck van",
    "bank branch lender",
    "school college academy university campus",
    "hotel motel inn resort",
    "mountain peak summit slope",
    "island isle",
    "sea ocean gulf water",
    "coast shore beach",
)
"""Nouns that may stand for one person, body or place, a kind a line, whatever their other meanings."""
_LISTED = tuple(frozenset(kind.split()) for kind in _MAY_BE_ONE)
KINDS: dict[str, frozenset[int]] = {
    stem(word): frozenset(at for at, listed in enumerate(_LISTED) if word in listed)
    for kind in _MAY_BE_ONE
    for word in kind.split()
}
"""For the stem of each noun the kinds that it is of."""

CHANGING = word_set(
    """attorney lawyer judge spokesman spokeswoman spokesperson sergeant brother sister mother father son daughter wife
    husband friend officer reporter source detective guard prosecutor lieutenant member person witness customer user
    owner"""
)
"""Nouns that seldom stand for whom a story is about: they are said of the people around."""
SOLE_BODIES = word_set("company team club firm giant")
"""Nouns that stand for the one body a story is about."""


def is_person(noun: str) -> bool:
    """Whether a noun is for one person, by the word lists and its ending."""
    if noun in THINGS or noun in BODIES:
        return False
    return noun in PEOPLE or noun in MEN or noun in WOMEN or noun.endswith(PERSON_ENDINGS)
