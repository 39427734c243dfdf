"""Weekdays, parts of days and times of day as TIMEX3 values, against the day of publication or the date told last."""

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from conspectus.model import TimeType
from conspectus.read.scan import Expression
from conspectus.read.times.anchor import Anchor, Resolved
from conspectus.read.times.vocabulary import DAYPARTS, WEEKDAYS, ZONES

_STEPS = {"yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}
_NEAREST = 3
_NOON = 12 * 60
_BESIDE = {"the next": 1, "the following": 1, "the previous": -1, "before": -1, "after": 1}


def moved(day: date, days: int) -> str:
    """A day so many days on, or where the calendar ends, that it is past or future."""
    try:
        return (day + timedelta(days)).isoformat()
    except OverflowError:
        return "PAST_REF" if days < 0 else "FUTURE_REF"


def weekday(found: Expression, anchor: Anchor) -> Resolved | None:
    number_of_day = WEEKDAYS[found["wd"].strip(". ")]
    part = f"T{DAYPARTS[found['part']]}" if found["part"] else ""
    kind: TimeType = "TIME" if part else "DATE"
    mod = {"early": "START", "late": "END"}.get(found["mod"])
    if found["plural"]:
        return Resolved("SET", f"XXXX-WXX-{number_of_day + 1}{part}")
    if anchor.day is None:
        return Resolved(kind, f"XXXX-WXX-{number_of_day + 1}{part}", mod, "unknown")
    rel = " ".join(found["rel"].split())
    ahead = (anchor.tense == "future" and not rel and not found["close"]) or (anchor.tense != "past" and rel == "this")
    # "The fair opens Saturday": in the present tense the nearest one.
    near = 1 <= (number_of_day - anchor.day.weekday()) % 7 <= _NEAREST
    ahead = ahead or (anchor.tense == "present" and not rel and not found["close"] and near)
    if rel in ("next", "this coming") or ahead:
        steps = (number_of_day - anchor.day.weekday()) % 7 or (7 if rel in ("next", "this coming") else 0)
    else:
        steps = -((anchor.day.weekday() - number_of_day) % 7 or (7 if rel == "last" else 0))
    return Resolved(kind, f"{moved(anchor.day, steps)}{part}", mod, "inferred")


def clock(found: Expression, anchor: Anchor) -> Resolved | None:
    text = _plain(found["clock"])
    late, early = text.endswith(("pm", "afternoon", "evening")), text.endswith(("am", "morning"))
    digits = re.match(r"(\d+)(?::(\d+))?", text)
    if digits is None:
        return None
    hour, minute = int(digits[1]), int(digits[2] or 0)
    if (late or early) and hour == 12:
        hour = 0
    hour += 12 if late else 0
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    return _at(f"{hour:02}:{minute:02}", found, anchor)


def hours(found: Expression, anchor: Anchor) -> Resolved | None:
    """ "9 to 11 a.m.", "between 9 and 11 a.m.", "open from 9 to 5": one time, from the first to the last."""
    first, last = _plain(found["clock"] or found["first"]), _plain(found["clock2"])
    start, end = _minutes(first), _minutes(last)
    if last.endswith("pm"):
        end += _NOON
        start += _NOON if start + _NOON < end else 0  # "11 to 1 p.m." begins in the morning
    elif not last.endswith("am"):
        if start <= end:
            return None  # "From 8 to 10": nobody can tell of which half of the day
        end += _NOON
    elif start > end:
        start += _NOON  # "10 to 2 a.m."
    one = _at(_clock(start), found, anchor)
    day, zone = one.value.partition("T")[0], one.value.partition("T")[2][5:]
    following = moved(date.fromisoformat(day), int(end < start)) if day[0].isdigit() else day
    return replace(one, value=f"{one.value}/{following}T{_clock(end)}{zone}")


def _plain(clock: str) -> str:
    """ "9.30 p.m." as "9:30 pm"."""
    return re.sub(r"(?<=\d)\.(?=\d)", ":", clock).replace(".", "").strip()


def _minutes(clock: str) -> int:
    """Minutes since the last noon or midnight."""
    hour, _, minute = clock.removesuffix("am").removesuffix("pm").strip().partition(":")
    return int(hour) % 12 * 60 + int(minute or 0)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def noon(found: Expression, anchor: Anchor) -> Resolved | None:
    return _at("24:00" if found["noon"] == "midnight" else "12:00", found, anchor)


def _at(time_of_day: str, found: Expression, anchor: Anchor) -> Resolved:
    day = "XXXX-XX-XX"
    if found["wd"]:
        resolved = weekday(found, anchor)
        day = resolved.value if resolved else day
    elif anchor.tense == "past" and _is_over(anchor):
        day = anchor.told
    elif anchor.day:
        day = anchor.day.isoformat()
    zone = ZONES.get(found["zone"].strip(" ()"), "")
    return Resolved("TIME", f"{day}T{time_of_day}{zone}", None, anchor.basis)


def _is_over(anchor: Anchor) -> bool:
    """The date told last is a day, and not after the publication."""
    day = re.fullmatch(r"\d{4}-\d\d-\d\d", anchor.told)
    return bool(day) and (anchor.day is None or anchor.told <= anchor.day.isoformat())


def today(found: Expression, anchor: Anchor) -> Resolved | None:
    word, part = " ".join(found["word"].split()), found["part"]
    step = _STEPS.get(word, -1 if word == "last" and part in ("night", "evening") else 0)
    if word == "last" and not step:
        return None
    day = moved(anchor.day, step) if anchor.day else "XXXX-XX-XX"
    part = "night" if word == "tonight" else part
    suffix = f"T{DAYPARTS[part]}" if part else ""
    return Resolved("TIME" if suffix else "DATE", day + suffix, None, anchor.basis)


def that_day(found: Expression, anchor: Anchor) -> Resolved | None:
    """ "That day", "the next morning", "the day before": beside the date told last."""
    step = _BESIDE.get(found["side"] or " ".join(found["word"].split()), 0)
    suffix = f"T{DAYPARTS[found['part']]}" if found["part"] else ""
    kind: TimeType = "TIME" if suffix else "DATE"
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", anchor.told):
        return Resolved(kind, f"XXXX-XX-XX{suffix}", None, "unknown")
    return Resolved(kind, f"{moved(date.fromisoformat(anchor.told), step)}{suffix}", None, "inferred")


def day_beside(_found: Expression, _anchor: Anchor) -> Resolved | None:
    """ "The day before the vote": counted from something that is no date."""
    return Resolved("DATE", "XXXX-XX-XX", None, "unknown")


_ON_A_DAY = re.compile(r"(?:\d{4}|XXXX)-(?:\d\d-\d\d|WXX-\d)")


@cache
def _between() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands between a day and the time of day behind it, between this and the day behind it, and between a day
    and a later time of day of the same sentence, outside quotation marks. Made on first use, as the grammar is.
    """
    about = r"(?:(?:at|by|from|until|just|shortly|about|around|roughly|approximately|before|after|nearly) ){0,3}"
    return re.compile(rf",? {about}"), re.compile(r",? (?:on )?"), re.compile(r"[^.!?;\n“”\"]{0,90}")


def on_their_days(found: list[tuple[int, int, Resolved]], text: str) -> list[tuple[int, int, Resolved]]:
    """Times of day beside a day ("May 3 at about 9 a.m.", "9 a.m. on May 3") are that day's.

    So are those behind it in the same sentence: "agreed on Thursday evening and came into force at 10 p.m."
    """
    behind_day, before_day, _ = _between()
    done = list(found)
    for at, (start, end, one) in enumerate(found):
        if one.type != "TIME" or not one.value.partition("T")[2][:1].isdigit():
            continue
        before, after = found[at - 1] if at else None, found[at + 1] if at + 1 < len(found) else None
        if before and _ON_A_DAY.fullmatch(before[2].value) and behind_day.fullmatch(text, before[1], start):
            day = before[2]
        elif after and _ON_A_DAY.fullmatch(after[2].value) and before_day.fullmatch(text, end, after[0]):
            day = after[2]
        else:
            earlier = _said_before(found[:at], start, text)
            if earlier is None:
                continue
            day = earlier
        value = "/".join(f"{day.value}T{part.partition('T')[2]}" for part in one.value.split("/"))
        done[at] = (start, end, replace(one, value=value, basis=day.basis))
    return done


def _said_before(found: list[tuple[int, int, Resolved]], start: int, text: str) -> Resolved | None:
    """The day named last before a time of day, where nothing ends the sentence between the two."""
    for _, end, one in reversed(found):
        day, _, part = one.value.partition("T")
        if _ON_A_DAY.fullmatch(day) and day[0].isdigit() and (not part or part.isalpha()):
            return replace(one, value=day) if _between()[2].fullmatch(text, end, start) else None
    return None
