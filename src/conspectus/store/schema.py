"""What the file holds. Every released schema has a number; ``MIGRATIONS`` lead from each to the next."""

APPLICATION = 0x436F6E73
"""SQLite's application id of a library ("Cons"): what tells it from any other SQLite file."""

_FIRST = """
CREATE TABLE raws (sha256 TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE articles (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, body TEXT NOT NULL,
  outlet TEXT, published TEXT, day INTEGER, url TEXT, sha256 TEXT NOT NULL REFERENCES raws(sha256),
  record TEXT NOT NULL, signature BLOB NOT NULL, added TEXT NOT NULL,
  story TEXT, nearest TEXT, likeness REAL, why TEXT
);
CREATE INDEX articles_day ON articles(day);
CREATE INDEX articles_url ON articles(url);
CREATE INDEX articles_story ON articles(story);
CREATE VIRTUAL TABLE words USING fts5(title, body, content='articles', content_rowid='number');
CREATE TABLE appearances (
  article TEXT NOT NULL, name TEXT NOT NULL, outlet TEXT, published TEXT, url TEXT, added TEXT NOT NULL,
  UNIQUE (article, name, outlet, published, url)
);
CREATE TABLE rejections (
  name TEXT NOT NULL, code TEXT NOT NULL, reason TEXT NOT NULL, advice TEXT NOT NULL, at TEXT NOT NULL,
  UNIQUE (name, code, reason)
);
CREATE TABLE stories (id TEXT PRIMARY KEY, reason TEXT NOT NULL, follows TEXT) WITHOUT ROWID;
CREATE TABLE forwards (old TEXT PRIMARY KEY, new TEXT NOT NULL, why TEXT NOT NULL, at TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE placements (
  number INTEGER PRIMARY KEY, article TEXT NOT NULL, story TEXT NOT NULL, who TEXT, at TEXT NOT NULL
);
CREATE TABLE seen (one INTEGER PRIMARY KEY CHECK (one = 1), articles INTEGER, upto INTEGER, counts BLOB);
CREATE TABLE results (
  kind TEXT NOT NULL, subject TEXT NOT NULL, key TEXT NOT NULL, made TEXT NOT NULL, data BLOB NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (kind, subject)
) WITHOUT ROWID;
CREATE TABLE decisions (number INTEGER PRIMARY KEY, story TEXT NOT NULL, finding TEXT, line TEXT NOT NULL UNIQUE);
CREATE INDEX decisions_finding ON decisions(finding);
"""

_DEPARTURES = """
CREATE TABLE departures (
  number INTEGER PRIMARY KEY, story TEXT NOT NULL, new TEXT NOT NULL, articles INTEGER NOT NULL, why TEXT NOT NULL,
  at TEXT NOT NULL
);
CREATE INDEX departures_story ON departures(story);
"""
"""Where articles of a story that goes on went, by grouping or by a person."""

_RARE = """
CREATE TABLE rare (word INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (word, number)) WITHOUT ROWID;
"""
"""The articles without a day under the words that weigh most in them (``store.undated``)."""

MIGRATIONS: tuple[str, ...] = (_FIRST, _DEPARTURES, _RARE)
"""The n-th makes schema n + 1 of schema n; an empty file has schema 0."""

VERSION = len(MIGRATIONS)
