"""What people decide about findings: kept line by line, applied to the next run, exported as gold."""

from conspectus.review.apply import bears, corrected, corrections, decided, in_time, right, standing
from conspectus.review.file import append, beside, load
from conspectus.review.lines import Parsed, line, parsed

__all__ = [
    "Parsed", "append", "beside", "bears", "corrected", "corrections", "decided", "in_time", "line", "load", "parsed",
    "right", "standing",
]  # fmt: skip
