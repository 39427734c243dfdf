"""The language models a reading needs, loaded once by the caller and passed in."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from conspectus.errors import ModelError
from conspectus.options import ReadOptions
from conspectus.read.known import Known

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline

    from conspectus.read.attributions.trained.network import Network


@dataclass(frozen=True, slots=True)
class Models:
    """A spaCy pipeline with the name and version that findings carry, and the attribution networks.

    ``known`` remembers what they have read: with a new one they read alike, and from the beginning.
    """

    nlp: "Pipeline"
    name: str
    version: str
    attribution: "Network"
    known: Known = field(default_factory=Known, repr=False, compare=False)


def load_models(options: ReadOptions = ReadOptions()) -> Models:
    """Load the models that ``options`` name. About a second; ModelError when one is missing."""
    import importlib.util

    import spacy

    from conspectus.read.attributions.trained.network import load

    source = options.pipeline
    found = importlib.util.find_spec(source) if source.isidentifier() else None
    if found and found.submodule_search_locations:
        folder = f"{next(iter(found.submodule_search_locations))}/_model"
        source = folder if _is_folder(folder) else source
    try:
        nlp = spacy.load(source)
    except (OSError, ValueError) as error:
        raise ModelError(
            f"no spaCy pipeline of this name can be loaded ({error})",
            options.pipeline,
            "install it, or give an installed pipeline or a model folder with --pipeline",
        ) from error
    return Models(nlp, options.pipeline, str(nlp.meta.get("version", "unknown")), load())


def _is_folder(path: str) -> bool:
    import os

    return os.path.isdir(path)
