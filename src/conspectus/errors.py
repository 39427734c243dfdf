"""Everything the library raises.

    ConspectusError
    ├── InputError      an input that cannot be used: what, where, what to do
    ├── OptionError     an option or sidecar entry that cannot be used
    ├── ModelError      a language model that is missing or cannot be loaded
    ├── OutputError     a result that cannot be written
    ├── LibraryError    a library that cannot be opened, read or written
    └── RunError        processes that cannot be started or kept working

``str(error)`` is one line for a person: what, where, what to do.
"""


class ConspectusError(Exception):
    """Base of all; the CLI prints its one line and nothing else."""

    def __init__(self, what: str, where: str = "", advice: str = "") -> None:
        self.what, self.where, self.advice = what, where, advice
        super().__init__(what, where, advice)

    def __str__(self) -> str:
        line = f"{self.where}: {self.what}" if self.where else self.what
        return f"{line}; {self.advice}" if self.advice else line


class InputError(ConspectusError):
    """An input cannot be used."""


class OptionError(ConspectusError):
    """An option or a sidecar entry cannot be used."""


class ModelError(ConspectusError):
    """A language model is missing or cannot be loaded."""


class OutputError(ConspectusError):
    """A result cannot be written."""


class LibraryError(ConspectusError):
    """A library cannot be opened, read or written."""


class RunError(ConspectusError):
    """Processes cannot be started or kept working."""
