"""Signatures put aside until their day comes: words have to be counted over all articles before any can be weighed.

Beyond a fixed size they go to a file without a name, which ends with the process. It has no text: hashes of words, and
counts.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import FileIO
from tempfile import TemporaryFile

from conspectus.group.signature import Signature, packed, unpacked

IN_MEMORY = 16_000_000
"""Bytes from which on a file is used: those of about 5,000 articles."""


@dataclass(slots=True)
class Kept:
    """Signatures by the order in which they were put in: in memory, or as a place in the file (start, size)."""

    held: list[bytes | tuple[int, int]] = field(default_factory=list)
    size: int = 0
    file: FileIO | None = None

    def put(self, one: Signature) -> None:
        """Keep one more; in memory where the disk has no room either."""
        data = packed(one)
        if self.size < IN_MEMORY or not self._written(data):
            self.held.append(data)
        else:
            self.held.append((self.size, len(data)))
        self.size += len(data)

    def __getitem__(self, number: int) -> Signature:
        where = self.held[number]
        if isinstance(where, bytes):
            return unpacked(where)
        assert self.file is not None
        self.file.seek(where[0])
        return unpacked(self.file.read(where[1]))

    def _written(self, data: bytes) -> bool:
        try:
            if self.file is None:
                self.file = TemporaryFile(buffering=0)  # noqa: SIM115 (closed by kept)
            self.file.seek(self.size)
            return self.file.write(data) == len(data)
        except OSError:
            return False


@contextmanager
def kept() -> Iterator[Kept]:
    """Nothing yet; what is put in is gone at the end."""
    held = Kept()
    try:
        yield held
    finally:
        if held.file is not None:
            held.file.close()
