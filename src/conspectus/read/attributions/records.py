"""Source, cue and content → the record, with its identity, the reason for a missing source, and the cue's manner."""

from conspectus.model import Article, Attribution, Form, Made
from conspectus.read.attributions.draft import Parts
from conspectus.read.attributions.forms import attribution_id
from conspectus.read.attributions.manner import manner_of
from conspectus.read.attributions.naming import is_title

NO_SOURCE = "no source found in this paragraph or next to it"
A_TITLE = "its words are set like the title of a work, so nobody is taken to say them"
NO_HOLDER = "its sentence names no source"


def record(article: Article, parts: Parts, form: Form, made: Made) -> Attribution:
    """The attribution of ``parts``, which lie in ``article``."""
    unknown = None if parts.source else _why(article, parts)
    manner, polarity, certainty = manner_of(" ".join(article.words(span) for span in parts.cue))
    return Attribution(
        attribution_id(parts.content),
        parts.source,
        parts.cue,
        parts.content,
        form,
        unknown,
        manner,
        polarity,
        certainty,
        made,
    )


def _why(article: Article, parts: Parts) -> str:
    """The reason for a missing source."""
    if parts.cue:
        return NO_HOLDER
    return A_TITLE if is_title(" ".join(article.words(span) for span in parts.content)) else NO_SOURCE
