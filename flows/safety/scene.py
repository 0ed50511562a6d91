"""Everything around a phrase that changes what it means lives here: who, denied or not, when, in earnest or not."""

from dataclasses import dataclass

from flows.safety.finding import Level
from flows.understand.grammar.rules import Grammar, Hit
from flows.understand.grammar.words import SENTENCE, Reading

_REACH = 9  # words: a denial further away than this is about something else
_VIEW = 28  # words on either side: people who write without full stops still end their sentences
_NEAR = 9  # words on either side in which a phrase can be made something else


@dataclass(frozen=True, slots=True)
class Scene:
    """One text, read once, with its row of symbols and the idioms that stand in it."""

    grammar: Grammar
    reading: Reading
    row: str
    idioms: tuple[tuple[int, int], ...]

    def level(self, hit: Hit) -> tuple[Level, str]:
        """Give back what the phrase means here, and the one word for why it is less than it says."""
        if self._set_aside(hit):
            return Level.NONE, "idiom"
        if "always" not in hit.rule.flags and self.denied(hit):
            return Level.NONE, "denied"
        return self._by_person(hit) if "said" not in hit.rule.flags else self._by_time(hit)

    def _by_person(self, hit: Hit) -> tuple[Level, str]:
        start, end = self._sentence(hit)
        if self.about_self(hit):
            asked = "topic" in hit.rule.flags and self._sign("asks", start, end)
            named = self._sign("self", start, end) or self._sign("inside-self", hit.start, hit.end)
            return (Level.NONE, "a question") if asked and not named else self._by_time(hit)
        if self._sign("worried", start, end):
            return Level.OTHER, "somebody else"
        if any(self._sign(name, start, end) for name in ("fiction", "asks", "informs", "anybody")):
            return Level.NONE, "nobody in need"
        return (Level.NONE, "lost") if self._sign("lost", hit.start, end) else (Level.OTHER, "somebody else")

    def _by_time(self, hit: Hit) -> tuple[Level, str]:
        level = Level(hit.rule.level)
        if level is Level.OTHER or "any-time" in hit.rule.flags:
            return level, ""
        start, end = self._sentence(hit)
        if self._long_ago(hit, start, end):
            return Level.CHECK, "long ago"
        if level is Level.URGENT and "solid" not in hit.rule.flags and self._loose(start, end):
            return Level.CHECK, "loosely said"
        return level, ""

    def _sentence(self, hit: Hit) -> tuple[int, int]:
        """Give back where the sentence around a hit begins and ends, no further than one can see."""
        first, last = max(0, hit.start - _VIEW), min(len(self.row), hit.end + _VIEW)
        start = self.row.rfind(SENTENCE, first, hit.start) + 1
        end = self.row.find(SENTENCE, hit.end, last)
        return max(start, first), last if end < 0 else end

    def _set_aside(self, hit: Hit) -> bool:
        start, end = self._sentence(hit)
        near = max(start, hit.start - _NEAR), min(end, hit.end + _NEAR)
        if hit.rule.unless is not None and hit.rule.unless.search(self.row, *near):
            return True
        return any(begin < hit.end and hit.start < stop for begin, stop in self.idioms)

    def denied(self, hit: Hit) -> bool:
        """Tell whether the phrase is denied: an odd number of denials reach it, or one that follows takes it back."""
        start, end = self._sentence(hit)
        if self._sign("taken-back", hit.end, min(end, hit.end + _REACH)):
            return True
        start = self._scope(max(start, hit.start - _REACH), hit.start)
        pattern = self.grammar.signs.get("denial")
        return pattern is not None and len(pattern.findall(self.row, start, hit.start)) % 2 == 1

    def _scope(self, start: int, end: int) -> int:
        """Find where the words begin that a denial before the phrase can reach."""
        barrier = self.grammar.signs.get("barrier")
        for match in barrier.finditer(self.row, start, end) if barrier else ():
            start = match.end()
        subject = self.grammar.signs.get("self")
        for match in subject.finditer(self.row, start, end) if subject else ():
            if not self._sign("leads-on", max(start, match.start() - 1), match.start()):
                start = max(start, match.start())
        return start

    def about_self(self, hit: Hit) -> bool:
        """Tell whether the person speaks of themselves: by the phrase, else by the last one named before it."""
        if "others" in hit.rule.flags:
            return False
        if "object" not in hit.rule.flags:
            if self._sign("inside-other", hit.start, hit.end):
                return False
            if self._sign("inside-self", hit.start, hit.end):
                return True
        start, _ = self._sentence(hit)
        mine, others = self._named("self", start, hit.start), self._named("other", start, hit.start)
        if not others:
            return True
        if self._sign("joins", hit.start - 1, hit.start) or hit.start in self.reading.commas:
            return bool(mine) and mine[0] < others[0]
        return bool(mine) and mine[-1] > others[-1]

    def _named(self, name: str, start: int, end: int) -> list[int]:
        pattern = self.grammar.signs.get(name)
        return [match.end() for match in pattern.finditer(self.row, start, end)] if pattern else []

    def _long_ago(self, hit: Hit, start: int, end: int) -> bool:
        if self._sign("former", max(start, hit.start - 3), hit.start):
            return True
        if self._sign("present", max(start, hit.start - 1), hit.end):
            return False
        return self._sign("past", start, end) and not self._sign("back-again", start, end)

    def _loose(self, start: int, end: int) -> bool:
        return self._sign("loose", start, min(end + 4, len(self.row)))

    def _sign(self, name: str, start: int, end: int) -> bool:
        return self.grammar.sign(name, self.row, max(start, 0), end)
