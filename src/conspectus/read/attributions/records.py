"""Source, cue and content → the record, with its identity, the reason for a missing source, and the cue's manner."""

from conspectus.model import Article, Attribution, Form, Made
from conspectus.read.attributions.draft import Parts
from conspectus.read.attributions.forms import attribution_id
from conspectus.read.attributions.manner import manner_of

NO_SOURCE = "no source found in this paragraph or next to it"
NO_HOLDER = "its sentence names no source"


def record(article: Article, parts: Parts, form: Form, made: Made) -> Attribution:
    """The attribution of ``parts``, which lie in ``article``."""
    unknown = None if parts.source else (NO_HOLDER if parts.cue else NO_SOURCE)
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
