"""English words about who speaks: pronouns, titles, given names, reasons for anonymity."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


COUNTED = _words(
    """
    a an one two three four five six seven eight nine ten several multiple another couple dozen both
    """
)

INDEFINITE = _words("a an one another some any every each")
DEFINITE = _words("the this that these those his her its their our your my")

HE = _words("he him his himself")
SHE = _words("she her hers herself")
IT = _words("it its itself")
THEY = _words("they them their theirs themselves")
SELVES = _words("i we me us my our mine ours myself ourselves")
RELATIVES = _words("who which that whom whose")

RANKS = _words("prime vice deputy lieutenant attorney press")
"""Words right before a role that make another of it: a prime minister is not "the minister"."""

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

ANONYMITY = r"""
    (?:\b(?:who|and)\s+)?(?:\b(?:speaking|spoke|spoken|requested|requesting|asked|granted|insisted|insisting|declined|
    declining|wished|refused|refusing|talked|talking|commented|wishing)\s+){0,2}
    (?:(?:up)?on\s+(?:the\s+)?condition\s+(?:of\s+anonymity|that\s+(?:he|she|they|it|(?:his|her|their)\s+names?)\s+not\s+be\s+
    (?:named|identified|used|published|printed|disclosed))
    |(?:(?:for|on|upon)\s+)?anonymity\b|anonymously
    |(?:not\s+)?to\s+be\s+(?:named|identified)|not\s+be(?:ing)?\s+(?:named|identified))
    [^.;”"]{0,160}
    |\bbecause\s+(?:he|she|they|it|of\s+the\s+sensitivity|(?:the\s+)?[\w’' -]{1,40})[^.;”"]{0,60}?
    (?:authori[sz]ed|permitted|allowed|sensitiv\w+|fear\w*|retaliat\w+|reprisal\w*|confidential\w*)[^.;”"]{0,120}
    |\bwho\s+(?:was|were|is|are)\s+not\s+(?:authori[sz]ed|permitted|allowed)\s+to\s+(?:speak|discuss|comment|talk)
    [^.;”"]{0,120}
    |\bwhose\s+names?\s+(?:(?:is|are|was|were|has|have|been|being|not)\s+)+(?:withheld|published|printed|disclosed|used)
    [^.;”"]{0,120}
    |\b(?:who\s+|and\s+)?(?:(?:did|does|do)\s+not\s+want|asked(?:\s+that)?|requested(?:\s+that)?|wanted)\s+(?:his|her|their)\s+
    (?:(?:first|last|full|real)\s+)?names?\s+(?:(?:not|to|be)\s+)*(?:withheld|published|printed|disclosed|used)[^.;”"]{0,120}
    |\bwho\s+(?:gave|provided|offered)\s+only\s+(?:his|her|their)\s+(?:first|given|last|middle)\s+names?\b[^.;”"]{0,120}"""
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
