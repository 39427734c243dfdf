"""What part a paragraph plays on the page, told from its wording alone: byline, caption, update, post.

The patterns are the set phrases of news pages, not of any one outlet. Substring tests stand before the
costly patterns, since nearly every paragraph plays none of these parts.
"""

import re

from conspectus.model import Role

_WORD = r"[^\W\d_a-z][\w.'’\-]*"
_LINK = r"(?:de|la|van|von|der|den|bin|al|el|da|di|dos|du|le)"
_NAME = rf"{_WORD}(?: (?:{_LINK} )*{_WORD}){{1,3}}"
_PLACE = rf"{_WORD}(?: {_WORD}){{0,2}}"
_NAMES = rf"{_NAME}(?:, {_NAME})*(?:,? (?:and|&|with) {_NAME})?"
_AGENCY = r"(?:[Tt]he )?(?:Associated Press|Reuters|AFP|Agence France[- ]Presse|AP|UPI|Bloomberg|Xinhua|PA)"
_MONTHS = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_NO_NAME = (
    rf"(?i:{_MONTHS}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|christmas|easter|ramadan|new year|election|labor"
    r"|the(?! associated| reuters)|this|that|all|then|now|early|late|mid)\b"
)
_JOB = (
    r"(?:(?:[Ss]taff|[Ss]enior|[Cc]hief|[Pp]olitical|[Aa]ssistant|[Aa]ssociate) )*"
    r"(?:[Cc]orrespondent|[Ww]riter|[Rr]eporter|[Ee]ditor|[Cc]olumnist|[Cc]ontributor|[Pp]roducer)s?"
)

_BY = re.compile(
    rf"(?:By|BY|by):? (?!{_NO_NAME})(?:{_NAMES}|{_AGENCY}(?: {_JOB}| [Ss]taff)?|{_JOB})"
    r"(?:(?:,| \||:| ?[-–—]|  | (?:of|OF|for|in)) ?[^.!?]{2,60})?\s*$"
)
_BIO = re.compile(
    rf"(?:{_NAMES}(?:,| is (?:an? |the )?| are | \|) ?(?:[\w’']+ ){{0,2}}?{_JOB}|{_AGENCY}(?: {_JOB})?)"
    r"(?: (?:at|for|of|with) [^.!?]{2,60})?\.?$"
)
_SENT = re.compile(rf"{_NAME} in {_PLACE}(?:(?:,|;|,? and) {_NAME} in {_PLACE})*\.?$")
_WORKED = re.compile(
    r"\W{0,4}(?:(?:Additional |With )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) by\b"
    r"|(?:Compiled|Edited|Written|Reported|Translated|Story|Words|Text) by\b|Contributing: "
    r"|With (?:files|contributions|reporting|material) from\b"
    r"|(?:This|The) (?:article|story|report|post|piece) (?:was (?:written|reported|compiled|produced) by"
    r"|(?:is|was) based (?:in part )?on (?:\w+ ){0,2}reports?|(?:includes?|contains?) (?:material|reports?|wire|news) )"
    r"|(?:On Twitter, )?[Ff]ollow [^.!?]{2,80}(?:@\w|[Tt]witter|Facebook)|Contact the (?:reporter|writer|author)s?\b)"
)
_GAVE = re.compile(
    r"\bcontributed (?:from [^.]{2,60} )?(?:reporting|(?:reporting )?"
    r"to (?:this|the) (?:report|story|article|post|piece|dispatch|column|coverage))\b.{0,60}$"
)
_REPORTED = re.compile(rf"(?:{_NAMES}|{_NAME}|{_WORD}) reported from [^.!?]{{2,60}}\.?(?:$|\s)")

_CAPTION = re.compile(
    r"\(?\s?(?:(?:[Cc]over |[Mm]ain |[Ff]eatured? )?"
    r"(?:Photo(?:graph)?(?:er)?|PHOTO|Image|Picture|Illustration|Credit)s?"
    r"(?: (?:by|credits?|courtesy|copyright|source|from))?(?: of)?\s?:"
    r"|(?:Photo(?:graph)?|Image|Picture|Illustration)s? (?:by|credit|courtesy|copyright)\b"
    r"|(?:Image|Media|Photo|Video) (?:caption|copyright|source)\b"
    r"|(?:FILE|File)(?: (?:PHOTO|photo|[Pp]icture|image))?\s?(?:[-–—:]|--)\s"
    r"|(?:Enlarge this image|[Tt]oggle caption|Facebook Twitter Pinterest|Slideshow \(|Hide [Cc]aption)\b)"
)
_AGENCY_PHOTO = r"(?:Getty(?: Images)?|AP|AFP|Reuters|REUTERS|EPA|Bloomberg|GETTY IMAGES|Shutterstock|Newscom|Corbis)"
_PHOTO_HINTS = ("hoto", "mage", "icture", "etty", "REUTERS/", "PHOTO")
_CREDITED = re.compile(
    r"(?:\((?:\w+ )?(?:[Pp]hoto(?:graph)?|PHOTO|[Ii]mage|[Pp]icture)\b[^()]{1,80}\)"
    r"|\b(?:Photograph|Photo|Picture): [^.:]{2,80}|\bGetty Images|\b(?:REUTERS|AP Photo)/[\w .\-]{2,40})\W*$"
)
_CREDIT_LINE = re.compile(
    rf"\W{{0,2}}(?:{_NAME} ?/ ?(?:[\w ]{{2,20}}/ ?)?{_AGENCY_PHOTO}|{_AGENCY_PHOTO})(?: {_NAME} ?/.{{0,60}})?\W*$"
)

_CHANGED = (
    r"(?:updated|amended|corrected|revised|edited|changed|misstated|incorrectly|misidentified|originally|said|stated"
    r"|clarified|more than \d+ \w+ old)"
)
_UPDATE = re.compile(
    r"\W{0,3}(?:(?:Last |Most recent )?[Uu]pdated?\b(?=.{0,40}\d)|UPDATED?\b ?(?:\d|[IVX]+\b|\w+)?\s?(?:[:,\-–—(\]]|\d)"
    r"|Update(?: at\b|\s?\d*\s?(?:\([^)]{1,40}\))?:)"
    r"|(?:Correction|CORRECTION|Clarification|CLARIFICATION|Corrections and clarifications)s?\b"
    r"(?:\s?\([^)]{1,40}\)|,? ?\w{3,9}\.? \d.{0,20}?)?\s?[:\-–—]"
    r"|(?:Editor|EDITOR|Publisher|PUBLISHER)[’']?[sS]?[’']? (?:Note|NOTE|note)\b"
    r"|(?:This|An earlier version of this|A previous version of this|The original version of this)"
    rf" (?:article|story|post|piece|report|column|page|headline)\b.{{0,60}}\b{_CHANGED}\b"
    r"|This is a (?:developing|breaking)\b|(?:First |Originally )?[Pp]ublished(?::| on| at)? .{0,20}\d)"
)
DATE = rf"(?:{_MONTHS}\.? \d{{1,2}}|\d{{1,2}} {_MONTHS}\.?),? \d{{4}}"
_SIGNED = re.compile(rf"[—–-] ?[^()\n]{{2,60}} \(@\w{{1,20}}\) {DATE}\W*")
_POST = re.compile(
    r"@\w{2,20}\b|View this post on\b|A (?:post|photo|video) (?:shared|posted) by\b"
    r"|https?://(?:\w+\.)?(?:twitter|x|facebook|instagram)\.com/\S+$"
)
_HANDLE = re.compile(r"[^()\n@]{2,60} \(@\w{1,20}\) ")
_SIGNATURE = re.compile(rf"\W{{0,3}}[^()\n]{{2,60}} \(@\w{{1,20}}\) {DATE}\W*$")


def role_of(words: str, *, edge: bool) -> Role | None:
    """The role that a paragraph's words show, or None where it is running text.

    ``edge``: it stands near the top or the end, where lines that only name people and places are credits.
    """
    size = len(words)
    if size <= 160 and (_BY.match(words) or (edge and (_SENT.match(words) or _BIO.match(words)))):
        return "byline"
    if size <= 500 and _is_credit(words):
        return "byline"
    if _is_post(words):
        return "post"
    if _CAPTION.match(words) or _is_photo_credit(words):
        return "caption"
    return "update" if _UPDATE.match(words) else None


def is_signature(words: str) -> bool:
    """True for the line under an embedded post that stands alone: who posted it, and when."""
    return "(@" in words and bool(_SIGNATURE.match(words))


def _is_credit(words: str) -> bool:
    if _WORKED.match(words):
        return True
    return ("contributed " in words and bool(_GAVE.search(words))) or (
        " reported from " in words and bool(_REPORTED.match(words))
    )


def _is_photo_credit(words: str) -> bool:
    if len(words) <= 100 and _CREDIT_LINE.match(words):
        return True
    return len(words) <= 600 and any(hint in words for hint in _PHOTO_HINTS) and bool(_CREDITED.search(words))


def _is_post(words: str) -> bool:
    if "pic.twitter.com/" in words or ("(@" in words and (_SIGNED.search(words) or _HANDLE.match(words))):
        return True
    return bool(_POST.match(words))
