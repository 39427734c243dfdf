"""Web archives for tests: invented pages, record by record."""

PAGE = """<html><head><title>{title}</title><meta property="article:published_time" content="2031-05-20T08:00:00Z"></head>
<body><article><h1>{title}</h1><p>The ferry {title} turned over in the Carrow Strait on Tuesday, the coast guard said in the
evening.</p><p>Four lifeboats were sent from Port Tarn, and the search lasted six hours in heavy rain.</p></article></body></html>"""


def record(url: str, body: bytes, kind: str = "text/html", status: int = 200, encoding: str = "") -> bytes:
    head = f"HTTP/1.1 {status} OK\r\nContent-Type: {kind}\r\n{encoding}Content-Length: {len(body)}\r\n\r\n"
    block = head.encode() + body
    warc = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2031-05-22T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{abs(hash(url)) % 10**12:012d}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return warc.encode() + block + b"\r\n\r\n"


def page(title: str) -> bytes:
    return PAGE.format(title=title).encode()
