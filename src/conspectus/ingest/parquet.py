"""Parquet tables, streamed: a row is an article under the field names that JSON has. Needs pyarrow."""

import json
from datetime import date

from conspectus.ingest.draft import Input, Record, Records
from conspectus.model import Rejection

_BATCH = 256


def records(given: Input) -> Records:
    """Each row as an object of JSON."""
    try:
        from pyarrow import parquet
    except ImportError:
        advice = 'pip install "conspectus[parquet]", or save it as JSON lines'
        yield Rejection(given.name, "needs pyarrow", "Parquet is read with pyarrow, which is not installed", advice)
        return
    number = 0
    with parquet.ParquetFile(given.name) as table:
        for batch in table.iter_batches(batch_size=_BATCH):
            for row in batch.to_pylist():
                number += 1
                value = {name: one.isoformat() if isinstance(one, date) else one for name, one in row.items()}
                data = json.dumps(value, ensure_ascii=False, default=str).encode("utf-8", "surrogatepass")
                yield Record(f"{given.name}:{number}", given.name, "line", data)
