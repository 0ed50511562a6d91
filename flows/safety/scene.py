"""Everything around a phrase that changes what it means for safety lives here: who, when, in earnest or not."""

from flows.safety.finding import Level
from flows.understand.grammar.listening import Text
from flows.understand.grammar.rules import Hit

Judged = tuple[Level, str]


def judge(text: Text, hit: Hit) -> Judged:
    """Give back the level of a hit in its text, and in a word or two why that is less than the rule says."""
    if text.set_aside(hit):
        return Level.NONE, "idiom"
    if text.denied(hit):
        return Level.NONE, "denied"
    return _by_time(text, hit) if "said" in hit.rule.flags else _by_person(text, hit)


def _by_person(text: Text, hit: Hit) -> Judged:
    start, end = text.sentence(hit)
    if about_self(text, hit):
        asked = "topic" in hit.rule.flags and text.sign("asks", start, end)
        named = text.sign("self", start, end) or text.sign("inside-self", hit.start, hit.end)
        return (Level.NONE, "a question") if asked and not named else _by_time(text, hit)
    if "self-only" in hit.rule.flags:
        return Level.NONE, "somebody else"
    if text.sign("worried", start, end):
        return Level.OTHER, "somebody else"
    nobody = ("fiction",) if "others" in hit.rule.flags else ("fiction", "asks", "informs", "anybody")
    if any(text.sign(name, start, end) for name in nobody):
        return Level.NONE, "nobody in need"
    return (Level.NONE, "lost") if text.sign("lost", hit.start, hit.end) else (Level.OTHER, "somebody else")


def about_self(text: Text, hit: Hit) -> bool:
    """Tell whether the person speaks of themselves: by the phrase, else by the last one named before it."""
    if "others" in hit.rule.flags:
        return False
    if "object" not in hit.rule.flags:
        if text.sign("inside-other", hit.start, hit.end):
            return False
        if text.sign("inside-self", hit.start, hit.end):
            return True
    return _last_named_is_self(text, hit)


def _last_named_is_self(text: Text, hit: Hit) -> bool:
    start, _ = text.sentence(hit)
    mine, others = text.places("self", start, hit.start), text.places("other", start, hit.start)
    if not others:
        return True
    if text.sign("joins", hit.start - 1, hit.start) or hit.start in text.reading.commas:
        return bool(mine) and mine[0] < others[0]
    return bool(mine) and mine[-1] > others[-1]


def _by_time(text: Text, hit: Hit) -> Judged:
    level = Level(hit.rule.level)
    if level is Level.OTHER or "any-time" in hit.rule.flags:
        return level, ""
    start, end = text.sentence(hit)
    if _long_ago(text, hit, start, end):
        return Level.CHECK, "long ago"
    loose = "solid" not in hit.rule.flags and text.sign("loose", start, min(end + 4, len(text.row)))
    return (Level.CHECK, "loosely said") if loose and level is Level.URGENT else (level, "")


def _long_ago(text: Text, hit: Hit, start: int, end: int) -> bool:
    if text.sign("former", max(start, hit.start - 3), hit.start):
        return True
    if text.sign("present", max(start, hit.start - 1), hit.end):
        return False
    return text.sign("past", start, end) and not text.sign("back-again", start, end)
