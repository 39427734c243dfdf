"""The part each paragraph plays on the page."""

import pytest
from factories import article, marked

from conspectus.text.blocks import blocks

LEAD = "The old dam above the town of Veldt broke on Monday after a week of rain, the mayor said."
MORE = "It was built in 1911 and had been repaired twice, according to the harbour office of the town."

BYLINES = [
    "By Jonna Reth",
    "By JONNA RETH",
    "By Jonna Reth and Tomas de Brandl",
    "By Jonna Reth, Pavel Runge and Ilse Varga",
    "By Jonna Reth, Staff Writer",
    "By Jonna Reth | Veldt Courier",
    "BY JONNA RETH OF THE VELDT COURIER",
    "By The Associated Press",
    "By Reuters Staff",
    "Jonna Reth in Veldt",
    "Jonna Reth in Port Hessel and Pavel Runge in Tirren",
    "Jonna Reth, Staff Writer",
    "Jonna Reth is a senior writer for the Veldt Courier.",
    "(Reporting by Jonna Reth; editing by Pavel Runge)",
    "Additional reporting by Ilse Varga in Tirren.",
    "Associated Press writers Jonna Reth and Pavel Runge contributed to this report.",
    "The Northern Wire contributed to this story.",
    "Jonna Reth reported from Veldt.",
    "Contributing: Pavel Runge, Veldt Courier",
    "With files from Northern Wire",
    "This article is based in part on wire service reports.",
    "Follow Jonna Reth on Twitter: @jonnareth",
]
CAPTIONS = [
    "Photo: The dam on Monday.",
    "(Photo by Ilse Varga)",
    "Image caption The dam on Monday",
    "FILE - The dam above Veldt in 2029.",
    "FILE PHOTO: The dam above Veldt in 2029.",
    "The dam above Veldt in 2029. Getty Images",
    "The dam above Veldt in 2029. (AP Photo/Ilse Varga, File)",
    "The dam above Veldt. Photograph: Ilse Varga/Northern Wire",
    "Enlarge this image toggle caption Ilse Varga/Northern Wire",
    "Ilse Varga/AFP/Getty Images",
    "Credit: Ilse Varga",
]
UPDATES = [
    "Updated 4:15 pm, May 3, 2031",
    "Last updated at 16:15",
    "UPDATE: The road has been opened.",
    "UPDATE 2 - The road has been opened.",
    "Update at 9:30 a.m. ET. Road opened:",
    "Correction: The dam was built in 1911, not 1912.",
    "Correction (May 4, 2031): The dam was built in 1911.",
    "CLARIFICATION: The road belongs to the county.",
    "Editor's note: This text was written before the storm.",
    "Editor’s Note: This text was written before the storm.",
    "This article has been updated with the mayor's words.",
    "This story was amended on 4 May 2031 to correct a name.",
    "An earlier version of this article misstated the year of the dam.",
    "This is a developing story. Please come back.",
    "Originally published on May 3, 2031",
]
POSTS = [
    "What a night in Veldt. pic.twitter.com/abcdefgh",
    "The dam has gone. — Orla Venn (@orlavenn) May 3, 2031",
    "The dam has gone. — Orla Venn (@orlavenn) 3 May 2031",
    "@orlavenn Where do we sleep tonight?",
    "View this post on Instagram",
    "A post shared by Orla Venn (@orlavenn)",
]
TEXTS = [
    "By Monday the river had risen to the second step of the town hall.",
    "By Christmas Eve",
    "By Then It Was Late",
    "By the numbers",
    "BY THE NUMBERS",
    "BY FRIDAY NIGHT THE WATER HAD GONE",
    "Mayor Meets Political Reporters",
    "Venn in Veldt told the council that the dam would hold, and it did not.",
    "The company contributed to this outcome when it closed the weir.",
    "Reporting from the dam, Jonna Reth saw eleven houses go.",
    "The photo by Ilse Varga shows the dam in 2029, before anything had happened to it.",
    "Photographs of the dam were shown to the council on Tuesday.",
    "File the papers by Monday, the council told the company.",
    "Images of the flood went round the world, the mayor said.",
    "Updated figures will come next week.",
    "The council updated the plan on May 3.",
    "Corrections officers guarded the road to the dam on Monday.",
    "Editors of the Veldt Courier noted that the dam was old.",
    "This story of a dam began in 1911.",
    "Published reports said that the dam was old.",
    "The mayor (Orla Venn) wrote on May 3, 2031 that the dam was safe.",
    "Her account, @orlavenn, was closed on Monday.",
    "Getty Images sued the town over a picture of the dam, the mayor said.",
]


def role(words: str) -> str:
    """The role of a paragraph that stands second among running text, near the top."""
    found = article(f"{LEAD}\n{words}\n{MORE}\n{LEAD}\n{MORE}\n{LEAD}\n{MORE}")
    (one,) = [block for block in found.blocks if found.words(block.span) == words]
    return one.role


@pytest.mark.parametrize("words", BYLINES)
def test_bylines(words: str) -> None:
    assert role(words) == "byline"


@pytest.mark.parametrize("words", CAPTIONS)
def test_captions(words: str) -> None:
    assert role(words) == "caption"


@pytest.mark.parametrize("words", UPDATES)
def test_updates(words: str) -> None:
    assert role(words) == "update"


@pytest.mark.parametrize("words", POSTS)
def test_posts(words: str) -> None:
    assert role(words) == "post"


@pytest.mark.parametrize("words", TEXTS)
def test_sentences_that_look_alike_are_text(words: str) -> None:
    assert role(words) == "text"


PAGES = {
    "plain text with all parts": f"""
<headline>Dam breaks above Veldt</headline>
<byline>By Jonna Reth</byline>
<update>Updated 4:15 pm</update>
<caption>Photo: The dam in 2029.</caption>
<dateline>VELDT, May 3 (NW) —</dateline> <text>{LEAD}</text>
<text>{MORE}</text>
<byline>(Reporting by Jonna Reth; editing by Pavel Runge)</byline>
""",
    "headline with a question": f"<headline>‘Who let the dam break?’</headline>\n<text>{LEAD}</text>",
    "headline in title case": f"<headline>Dam Breaks Above the Town of Veldt.</headline>\n<text>{LEAD}</text>",
    "headline again in the body": f"""
<headline>Dam breaks above Veldt</headline>
<text>{LEAD}</text>
<headline>Dam Breaks Above Veldt</headline>
<text>{MORE}</text>
""",
    "no headline": f"<text>{LEAD}</text>\n<text>{MORE}</text>",
    "dateline first": f"<dateline>VELDT —</dateline> <text>{LEAD}</text>\n<text>{MORE}</text>",
    "byline first": f"<byline>By Jonna Reth</byline>\n<text>{LEAD}</text>",
    "one line": "<text>Dam breaks above Veldt</text>",
    "post signed below": f"""
<text>{LEAD}</text>
<post>The dam has gone. Stay on the hill.</post>
<post>— Orla Venn (@orlavenn) May 3, 2031</post>
<text>{MORE}</text>
""",
    "broken at a width": """
<headline>DAM BREAKS ABOVE VELDT</headline>

<byline>By Jonna Reth</byline>

<dateline>VELDT, Belmark (NW) --</dateline> <text>The old dam above the town of Veldt broke on
Monday after a week of rain, and the water took eleven houses with
it, the mayor said. Nobody was hurt.</text>

<update>This story has been updated with the words of the mayor, who said
on Tuesday that the road was open again.</update>
""",
    "dateline on a line of its own": f"<dateline>VELDT, May 3 —</dateline>\n<text>{LEAD}</text>",
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_blocks_of_a_page(page: str) -> None:
    body, wanted = marked(page)
    found: dict[str, list[tuple[int, int]]] = {}
    for block in blocks("id", body, ""):
        found.setdefault(block.role, []).append((block.span.start, block.span.end))
    assert found == wanted


@pytest.mark.parametrize(
    ("title", "line", "wanted"),
    [
        ("Dam breaks above Veldt", "Dam breaks above Veldt", "headline"),
        ("‘Dam breaks’ above Veldt ", "'DAM BREAKS' ABOVE VELDT", "headline"),
        ("Old dam breaks above Veldt | Veldt Courier", "Old dam breaks above Veldt", "headline"),
        ("Dam breaks above Veldt", "Eleven houses gone", "text"),
        ("Dam breaks above Veldt after a week of rain", "Dam breaks above Veldt", "text"),
    ],
)
def test_the_title_repeated_in_the_body(title: str, line: str, wanted: str) -> None:
    found = article(f"{line}\n{LEAD}", title)
    assert [block.role for block in found.blocks] == [wanted, "text"]
