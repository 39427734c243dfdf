"""Loading the language models for a command, which runs once and ends."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conspectus.options import ReadOptions
    from conspectus.read import Models


def loaded(options: "ReadOptions") -> "Models":
    """The models; ModelError when one is missing.

    They stay until the command ends, so that Python need not look through them for garbage again and again: a tenth of
    the time that comparing takes. A library must not decide that for the process it runs in.
    """
    import gc

    from conspectus.read import load_models

    models = load_models(options)
    gc.freeze()
    return models
