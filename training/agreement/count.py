"""Words of many articles → for each stem how many articles have it, and its printed forms.

count.py ARTICLES.jsonl OUT.json      (a Python that has conspectus installed)
"""

import json
import re
import sys
from collections import Counter, defaultdict
from functools import cache

from conspectus.compare.words import normal, stem

_WORD = re.compile(r"[^\W_]+(?:[.&'’-][^\W_]+)*")
_normal = cache(normal)
_LEAST = 8
"""A stem in fewer articles is left out: it is rare, and that is all there is to know."""


def main(articles: str, out: str) -> None:
    found_in: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    total = 0
    with open(articles, encoding="utf8") as lines:
        for line in lines:
            one = json.loads(line)
            stems = set()
            for raw, count in Counter(_WORD.findall(f"{one['title']}\n{one['text']}")).items():
                word = _normal(raw)
                if len(word) > 1 and " " not in word and not word[0].isdigit():
                    stems.add(stem(word))
                    forms[stem(word)][word] += count
            found_in.update(stems)
            total += 1
    kept = sorted(one for one, count in found_in.items() if count >= _LEAST)
    table = {one: {"articles": found_in[one], "forms": dict(forms[one].most_common(3))} for one in kept}
    with open(out, "w", encoding="utf8") as file:
        json.dump({"total": total, "stems": table}, file, ensure_ascii=False)
    print(f"{len(kept)} stems of {total} articles")


if __name__ == "__main__":
    main(*sys.argv[1:])
