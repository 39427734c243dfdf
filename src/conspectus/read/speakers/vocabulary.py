"""English words about who speaks: roles, bodies, texts, outlets, titles, given names, reasons for anonymity."""

import re


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


ROLES = _words(
    """
    activist actor actress adviser advisor agent aide ally ambassador analyst archbishop archivist attorney
    author baron billionaire bishop boss boy brother candidate captain cardinal chair chairman chairperson
    chairwoman chancellor chief clerk coach cofounder colleague colonel comedian commander commissioner
    comptroller congressman congresswoman consul contender coroner correspondent councillor councilman
    councilwoman counsel counterpart critic curator daughter delegate deputy designer detective diplomat
    director doctor donor driver economist editor engineer envoy executive expert farmer father firefighter
    founder fugitive general girl governor guard head heir historian host hostage husband inspector instructor
    journalist judge justice king lawmaker lawyer leader lieutenant lobbyist majority man manager marshal mayor
    mediator member minister minority monk mother musician neighbor neighbour nominee nun nurse officer official
    operative operator opponent organizer owner paramedic partner passenger pastor patient pilot player poet
    police politician pollster pope premier president priest prime prince princess principal prisoner pro
    producer professor prosecutor queen rector reporter representative republican democrat researcher resident
    scholar scientist secretary senator sergeant sheriff singer sister son speaker spokesman spokesperson
    spokeswoman staffer star strategist student suspect superintendent supervisor surgeon survivor teacher
    teenager trader treasurer trooper tycoon veteran victim volunteer warden whistleblower widow widower wife
    winner witness woman worker writer person parent friend owner postal
    """
)
"""Nouns for a person by what they do or are."""

BODIES = _words(
    """
    academy administration agency alliance ally army assembly association authority bank board body branch
    brigade bureau cabinet camp campaign cathedral center centre chain chamber charity church city club
    coalition college commission committee community company conference congress consortium corporation council
    country county court department diocese directorate district division embassy faction federation firm force
    foundation fund government group guild hospital house industry inquest institute institution intelligence
    judiciary kingdom league legislature majority mayoralty military ministry mission mosque movement museum
    navy nation network-group office opposition organisation organization panel parliament party police pentagon
    plant practice presidency regime registry school secretariat senate service society squad staff state
    station subsidiary syndicate synagogue team think-tank town tribunal unit union university village watchdog
    """
)
"""Nouns for a body of people that speaks as one."""

TEXTS = _words(
    """
    account ad advertisement advisory affidavit album amendment analysis announcement article assessment audit
    autopsy ballot bill biography blog book brief briefing broadcast bulletin caption census-report chapter
    charter circular code column communique complaint constitution correspondence count data database dataset
    diary dispatch document documentary draft editorial email e-mail essay estimate evidence examination excerpt
    filing finding footage form guideline handbook headline history indictment interview investigation inquiry
    invoice journal law lawsuit leaflet ledger legislation letter list listing log map manifesto manual
    manuscript measure memo memoir memorandum message minutes note notice novel observation op-ed opinion order
    ordinance paper-trail passage petition piece placard plan platform play poem policy poll post poster
    preamble press-release profile profile proposal quotation ranking readout record recording regulation
    release reply report research resolution response review ruling rule schedule scripture script search sign
    site-report speech statement statistic statute story study subpoena suit summary survey table tape testimony
    text textbook timeline title transcript treaty tweet update verdict video voicemail warrant website will
    word comment remark
    """
)
"""Nouns for a text or another record that says something."""

OUTLET_NOUNS = _words("newspaper paper magazine broadcaster network channel tabloid outlet newswire weekly daily media")
"""Nouns for an outlet."""

COUNTED = _words(
    """
    a an one two three four five six seven eight nine ten several multiple another couple dozen both
    """
)
SOURCES = _words("source insider")
"""Nouns for people whom the article leaves unnamed by their very name."""

INDEFINITE = _words("a an one another some any every each")
DEFINITE = _words("the this that these those his her its their our your my")

HE = _words("he him his himself")
SHE = _words("she her hers herself")
IT = _words("it its itself")
THEY = _words("they them their theirs themselves")
SELVES = _words("i we me us my our mine ours myself ourselves")
RELATIVES = _words("who which that whom whose")

MALE = _words(
    """
    mr sir lord king prince father brother pastor businessman congressman spokesman chairman husband son
    grandfather councilman policeman salesman cameraman nephew uncle duke baron widower boy man
    """
)
FEMALE = _words(
    """
    mrs ms miss lady dame queen princess mother sister businesswoman congresswoman spokeswoman chairwoman wife
    daughter grandmother councilwoman policewoman actress niece aunt duchess baroness widow girl woman
    """
)
"""Titles and words for kin and callings that tell whether "he" or "she" can be meant."""

MALE_NAMES = _words(
    """
    aaron adam alan albert alex alexander ali andrew andy anthony antonio arthur barack ben benjamin bernard
    bernie bill billy bob bobby brad brandon brian bruce bryan carl carlos chad charles chris christopher chuck
    colin craig dan daniel danny darrell darren dave david dean dennis derek dick don donald doug douglas dwight
    ed eddie edward elijah eli eric ernest ernesto evan francis francisco frank franklin fred frederick gary
    gene george gerald glenn gordon grant greg gregory harold harry hassan henry herman howard hugh ian ibrahim
    isaac ivan jack jacob jake james jamie jared jason jay jeff jeffrey jeremy jerome jerry jesse jesus jim
    jimmy joe joel john johnny jon jonathan jordan jorge jose joseph josh joshua juan justin karl keith ken
    kenneth kevin kyle larry lawrence lee leo leon leonard lindsey louis luis luke marco marcus mario mark
    martin marvin matt matthew max michael miguel mike mitch mitt mohammad mohammed muhammad nathan neil
    nicholas nick norman oliver omar oscar patrick paul pedro pete peter phil philip phillip rafael ralph
    randall randy ray raymond reince rex ricardo richard rick ricky rob robert roberto rod rodney roger ron
    ronald ross roy russell ryan sam samuel scott sean sergei seth shane simon stan stanley stephen steve steven
    stuart ted terrence terry theodore thomas tim timothy todd tom tommy tony travis trey trent tyler vernon
    victor vincent vladimir wade walter warren wayne william xavier zachary
    """
)
FEMALE_NAMES = _words(
    """
    abigail alexandra alexandria alice alicia alison amanda amber amy ana andrea angela anita ann anna anne
    annette annie april ashley audrey barbara beth betsy betty beverly bonnie brenda brittany carla carly carmen
    carol caroline carolyn catherine cathy charlotte cheryl christina christine cindy claire condoleezza
    constance crystal cynthia dana danielle dawn deborah debbie debra denise diana diane dianne donna doris
    dorothy edith eileen elaine eleanor elena elizabeth ellen emily emma erica erin esther ethel eva evelyn
    fatima fiona florence frances gabrielle gail gina gladys gloria grace hannah heather heidi helen hillary
    holly ida irene isabel ivanka jacqueline jane janet janice jean jeanne jennifer jenny jessica jill joan
    joanna joanne josephine joyce juanita judith judy julia julie june karen kate katherine kathleen kathryn
    kathy katie kellyanne kelly kim kimberly kirsten kirstjen kristen laura lauren leslie lillian linda lisa
    lois loretta lori louise lucy lynn madeleine malia margaret maria marian marie marilyn marjorie martha mary
    maureen megan melania melanie melissa michelle mildred molly monica nancy natalie nicole nina norma olivia
    pamela patricia paula peggy penny phyllis rachel randi rebecca regina renee rhonda rita robin rosa rose ruth
    sally samantha sandra sara sarah sasha sharon sheila shirley sofia sonia sophia stacy stephanie sue susan
    suzanne sylvia tammy tara teresa theresa tiffany tina tracy ursula valerie vanessa vera veronica victoria
    virginia vivian wanda wendy yolanda yvonne
    """
)
"""Given names that are nearly always a man's, or a woman's, in English-language news: they only rule candidates out."""

ANONYMITY = re.compile(
    r"""(?:\b(?:who|and)\s+)?(?:\b(?:speaking|spoke|spoken|requested|requesting|asked|granted|insisted|insisting|declined|
    declining|wished|refused|refusing|talked|talking|commented|wishing)\s+){0,2}
    (?:(?:up)?on\s+(?:the\s+)?condition\s+(?:of\s+anonymity|that\s+(?:he|she|they|it)\s+not\s+be\s+(?:named|identified))
    |(?:for\s+)?anonymity\b|anonymously
    |(?:not\s+)?to\s+be\s+(?:named|identified)|not\s+be(?:ing)?\s+(?:named|identified))
    [^.;”"]{0,160}
    |\bbecause\s+(?:he|she|they|it|of\s+the\s+sensitivity|(?:the\s+)?[\w’' -]{1,40})[^.;”"]{0,60}?
    (?:authori[sz]ed|permitted|allowed|sensitiv\w+|fear\w*|retaliat\w+|reprisal\w*|confidential\w*)[^.;”"]{0,120}
    |\bwho\s+(?:was|were|is|are)\s+not\s+(?:authori[sz]ed|permitted|allowed)\s+to\s+(?:speak|discuss|comment|talk)
    [^.;”"]{0,120}""",
    re.VERBOSE,
)
"""What an article says for leaving a source without a name."""

ABBREVIATED = {
    "gov": "governor", "sen": "senator", "sens": "senator", "rep": "representative", "reps": "representative",
    "gen": "general", "lt": "lieutenant", "col": "colonel", "sgt": "sergeant", "dr": "doctor",
    "prof": "professor", "det": "detective", "capt": "captain", "cmdr": "commander", "ceo": "executive",
    "rev": "pastor", "atty": "attorney",
}  # fmt: skip
"""Titles as they are printed before names, and the roles they stand for."""

HONORIFICS = _words("mr mrs ms miss sir")
"""Titles that only people bear."""

NICKNAMES = {
    "abe": "abraham", "al": "albert", "andy": "andrew", "ben": "benjamin", "bernie": "bernard",
    "beth": "elizabeth", "betsy": "elizabeth", "bill": "william", "billy": "william", "bob": "robert",
    "bobby": "robert", "chris": "christopher", "chuck": "charles", "dan": "daniel", "dave": "david",
    "dick": "richard", "don": "donald", "doug": "douglas", "ed": "edward", "fred": "frederick",
    "greg": "gregory", "jack": "john", "jeff": "jeffrey", "jim": "james", "jimmy": "james", "joe": "joseph",
    "jon": "jonathan", "josh": "joshua", "kate": "katherine", "ken": "kenneth", "larry": "lawrence",
    "liz": "elizabeth", "matt": "matthew", "mike": "michael", "mitch": "mitchell", "nick": "nicholas",
    "pat": "patrick", "pete": "peter", "phil": "philip", "ray": "raymond", "rick": "richard", "rob": "robert",
    "ron": "ronald", "sam": "samuel", "steve": "steven", "stephen": "steven", "sue": "susan", "ted": "edward",
    "tim": "timothy", "tom": "thomas", "tony": "anthony", "vince": "vincent", "will": "william",
}  # fmt: skip
"""Short given names and the longer ones they stand for."""
