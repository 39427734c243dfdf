"""What part a paragraph plays on the page, told from its wording alone: byline, caption, update, post."""

import re

from conspectus.model import Role

_NAME = r"[^\W\d_a-z][\w.'’\-]*(?: (?:(?:de|la|van|von|der|den|bin|al|el|da|di|dos|du|le) )*[^\W\d_a-z][\w.'’\-]*){1,3}"
_NAMES = rf"{_NAME}(?:, {_NAME})*(?:,? (?:and|&|with) {_NAME})?"
_AGENCIES = r"(?:The )?(?:Associated Press|Reuters|AFP|Agence France[- ]Presse|AP|UPI|Bloomberg|Xinhua|PA)"
_TIMES = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter|Ramadan|New Year|Thanksgiving)"  # fmt: skip
_JOBS = r"(?:[Ss]taff|[Ss]enior|[Cc]hief|[Pp]olitical|[Cc]orrespondents?|[Ww]riters?|[Rr]eporters?|[Ee]ditors?|[Cc]olumnists?|[Cc]ontributors?|[Pp]roducers?)"  # fmt: skip

_BYLINE = re.compile(
    rf"(?:By|BY|by):? (?!{_TIMES}\b)(?:{_NAMES}|{_AGENCIES})(?:,? (?:of )?{_AGENCIES}|(?:,| \||  ?[-–—]) ?[^.!?]{{2,60}}|\s?\n.{{0,60}})?\s*$"
    rf"|(?:{_NAMES}),? (?:[\w’']+ ){{0,3}}{_JOBS}(?: {_JOBS}| (?:at|for|of) [\w .’']{{2,40}})*$"
    rf"|{_AGENCIES}(?: {_JOBS})?$"
)
_CREDIT = re.compile(
    rf"[(\[*_—–\- ]*(?:(?:Additional |With )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) by|(?:Compiled|Edited|Written|Reported|Translated|Story|Words) by)\b.{{0,400}}$"
    rf"|.{{0,300}}\bcontributed (?:\w+ )?(?:to|reporting)\b.{{0,60}}$"
    rf"|[(\[*_—–\- ]*With (?:files|contributions|reporting) (?:from|by)\b"
    rf"|(?:{_NAMES}|{_AGENCIES}) reported from\b.{{0,200}}$"
)
_SENT = re.compile(rf"(?:{_NAME} in {_NAME.replace('{1,3}', '{0,2}')})(?:(?:,|;| and) {_NAME} in {_NAME.replace('{1,3}', '{0,2}')})*\.?$")  # fmt: skip

_CAPTION = re.compile(
    r"\(?\s*(?:Photo(?:graph)?s?|Image|Picture|Illustration|Credit|Video)(?: (?:by|credit|courtesy|copyright|source|from))?(?: of)?\s?:"
    r"|\(?(?:Photo(?:graph)?s?|Image|Picture|Illustration)s? (?:by|credit|courtesy|copyright)\b"
    r"|(?:Image|Media|Photo|Video) (?:caption|copyright|source)\b"
    r"|(?:FILE|File)(?: (?:PHOTO|photo|[Pp]icture|image))?\s?(?:[-–—:]|--)\s"
    r"|(?:Getty Images|AFP/Getty(?: Images)?|AP Photo|Reuters/\w+|REUTERS/[\w ]+)\W*$"
)
_CAPTIONED = re.compile(
    r"\((?:AP )?(?:Photo|PHOTO|Image|Picture)[^()]{2,80}\)\W*$|(?:Getty Images|REUTERS/[\w .]{2,40}|AP Photo/[\w .]{2,40})\)?\W*$"
)
_UPDATE = re.compile(
    r"\W{0,3}(?:(?:Last )?[Uu]pdated?\b(?=.{0,40}\d)|UPDATED?\b ?\d*\s?(?:[:,\-–—(\]]|\d)|Update\s?\d*\s?(?:\([^)]{1,40}\)|\d.{0,30})?:"
    r"|(?:Correction|CORRECTION|Clarification|CLARIFICATION|Corrections and clarifications)s?\b\s?(?:\([^)]{1,40}\)|,? ?\w{3,9}\.? \d.{0,20})?\s?[:\-–—]"
    r"|(?:Editor|EDITOR|Publisher)s?[’']?[sS]? ?[’']?(?:Note|NOTE|note)\b"
    r"|(?:This|An earlier version of this|A previous version of this|The original version of this) (?:article|story|post|piece|report|column|page|headline)\b.{0,60}\b(?:updated|amended|corrected|revised|edited|changed|misstated|incorrectly|misidentified|said|stated|clarified)\b"
    r"|This is a (?:developing|breaking)\b|(?:First )?[Pp]ublished:? .{0,20}\d)"
)
_POST = re.compile(
    r".{0,400}pic\.twitter\.com/|@\w{2,20}\b|.{0,400}[—–-] ?[^()\n]{2,60} \(@\w{1,20}\) \w+ \d{1,2}, \d{4}"
    r"|View this post on\b|A (?:post|photo|video) (?:shared|posted) by\b",
    re.DOTALL,
)
SIGNATURE = re.compile(r"\W{0,3}[^()\n]{2,60} \(@\w{1,20}\) \w+ \d{1,2}, \d{4}\W*$")
"""The line under an embedded post that stands as a paragraph of its own: who posted it, and when."""


def role_of(words: str, *, edge: bool) -> Role | None:
    """The role a paragraph's words show, or None. ``edge``: it stands near the top or the end."""
    if len(words) <= 400 and (_CREDIT.match(words) or (_BYLINE.match(words) and len(words) <= 160)):
        return "byline"
    if edge and len(words) <= 120 and _SENT.match(words):
        return "byline"
    if _CAPTION.match(words) or (len(words) <= 600 and _CAPTIONED.search(words)):
        return "caption"
    if _UPDATE.match(words):
        return "update"
    if _POST.match(words):
        return "post"
    return None
