"""Publication dates as they are written, and what of them is certain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.ingest.dates import iso_date

READ = [
    ("20310523T104000Z", "2031-05-23T10:40:00Z"), ("20310523104000", "2031-05-23T10:40:00"), ("2031-5-3", "2031-05-03"),
    ("2031-05-23t10:40z", "2031-05-23T10:40Z"), ("2031-05-23 10:40:00+02", "2031-05-23T10:40:00+02:00"),
    ("2031-05-23T10:40:00 -05:30", "2031-05-23T10:40:00-05:30"), ("2031/05/23", "2031-05-23"),
    ("23/05/2031", "2031-05-23"), ("05/23/2031", "2031-05-23"), ("05/05/2031", "2031-05-05"), ("2032-02-29", "2032-02-29"),
    ("23rd of May 2031", "2031-05-23"), ("MAY 23, 2031", "2031-05-23"), ("Fri. 23 May 2031", "2031-05-23"),
    ("3 Sep 2031", "2031-09-03"), ("June 2031", "2031-06"), ("23 May 2031 10:40 GMT", "2031-05-23T10:40+00:00"),
    ("Fri, 23 May 2031 10:40:00 EST", "2031-05-23T10:40:00-05:00"), ("1937300000000", "2031-05-23T10:53:20Z"),
]  # fmt: skip
UNCERTAIN = [
    "03/04/2031", "3.4.2031", "23/05/31", "2031-02-29", "31/31/2031", " ", "2031-05-23T10:40+99:00", "20311340",
    "Mayor 2031", "Marathon 2031", "Decade 23, 2031", "before 23 May 2031", "Updated May 23, 2031", "May 23",
    "2031-05-23 (updated)", "Fri, 23 May 31 10:40:00 +0200", "nan", "inf", "1e9", "-5", "0000", "٢٠٣١-٠٥-٢٣",
    "2031-W21", "2031-05-23/2031-05-24", "99999999999999999999", "23 Mai 2031",
]  # fmt: skip


@pytest.mark.parametrize(("written", "iso"), READ)
def test_a_date_keeps_the_precision_it_has(written: str, iso: str) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize("written", UNCERTAIN)
def test_what_is_not_certain_stays_unknown(written: str) -> None:
    assert iso_date(written) is None


@given(written=st.text(max_size=30) | st.text("0123456789-/.:TZ+ May", max_size=20))
def test_reading_never_fails_and_is_settled(written: str) -> None:
    iso = iso_date(written)
    assert iso is None or iso_date(iso) == iso
