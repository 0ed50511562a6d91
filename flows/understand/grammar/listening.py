"""Everything that decides whether a phrase that was found is really said lives here: idioms, exceptions, denials."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from flows.understand.grammar.rules import Grammar, Hit
from flows.understand.grammar.words import SENTENCE, Reading, Typed, signs

IDIOM: Final = "idiom"
ALWAYS: Final = "always"
FIRM: Final = "firm"
WITHIN: Final = "within"
_REACH: Final = 9  # words: a denial further away than this is about something else
_VIEW: Final = 28  # words on either side: people who write without full stops still end their sentences
_NEAR: Final = 9  # words on either side in which a phrase can be made something else


@dataclass(frozen=True, slots=True)
class Text:
    """One text, read once by one grammar: its row of symbols, and what was found in it besides idioms."""

    grammar: Grammar
    reading: Reading
    row: str
    hits: tuple[Hit, ...]
    idioms: tuple[tuple[int, int], ...]

    def sentence(self, hit: Hit) -> tuple[int, int]:
        """Give back where the sentence around a hit begins and ends, no further than one can see."""
        first, last = max(0, hit.start - _VIEW), min(len(self.row), hit.end + _VIEW)
        start = self.row.rfind(SENTENCE, first, hit.start) + 1
        end = self.row.find(SENTENCE, hit.end, last)
        return max(start, first), last if end < 0 else end

    def sign(self, name: str, start: int, end: int) -> bool:
        """Tell whether a sign of that name stands between two places."""
        return self.grammar.sign(name, self.row, start, end)

    def places(self, name: str, start: int, end: int) -> list[int]:
        """Give back where the signs of that name between two places end."""
        pattern = self.grammar.signs.get(name)
        return [match.end() for match in pattern.finditer(self.row, start, end)] if pattern else []

    def set_aside(self, hit: Hit) -> bool:
        """Tell whether an idiom covers the hit, or words nearby make it something else."""
        start, end = self.sentence(hit)
        near = max(start, hit.start - _NEAR), min(end, hit.end + _NEAR)
        if hit.rule.unless is not None and hit.rule.unless.search(self.row, *near):
            return True
        return FIRM not in hit.rule.flags and any(
            begin < hit.end and hit.start < stop for begin, stop in self.idioms
        )

    def denied(self, hit: Hit) -> bool:
        """Tell whether an odd number of denials reach the hit, or one that follows takes it back."""
        if ALWAYS in hit.rule.flags:
            return False
        start, end = self.sentence(hit)
        if self.sign("upheld", hit.end, min(end, hit.end + _REACH)):
            return False
        if self.sign("taken-back", hit.end, min(end, hit.end + _REACH)):
            return True
        start = self._scope(max(start, hit.start - _REACH), hit.start)
        stop = hit.end if WITHIN in hit.rule.flags else hit.start
        return len(self.places("denial", start, stop)) % 2 == 1

    def _scope(self, start: int, end: int) -> int:
        """Find where the words begin that a denial before the phrase can reach."""
        pauses = [
            at for at in self.reading.commas if start < at <= end and not self.sign("denial", at - 1, at)
        ]
        start = max([start, *pauses, *self.places("barrier", start, end)])
        for place in self.places("fresh", start, end):
            if not self.sign("leads-on", max(start, place - 2), place - 1):
                start = max(start, place - 1)
        return start

    def quote(self, hit: Hit) -> str:
        """Give back the rule and the words it saw."""
        return f"{hit.rule.name}: {self.reading.quote(hit.start, hit.end)}"

    def said(self) -> Iterator[Hit]:
        """Give back the hits that are meant: no idiom, no exception, not denied."""
        return (hit for hit in self.hits if not self.set_aside(hit) and not self.denied(hit))


def listen(grammar: Grammar, typed: str | Typed) -> Text:
    """Read a text, or its signs, by the rules of a grammar. Takes any text of any length and never raises."""
    reading = grammar.wording.read(signs(typed) if isinstance(typed, str) else typed)
    row = grammar.row(reading)
    hits = tuple(grammar.hits(reading, row))
    return Text(
        grammar=grammar,
        reading=reading,
        row=row,
        hits=tuple(hit for hit in hits if hit.rule.level != IDIOM),
        idioms=tuple((hit.start, hit.end) for hit in hits if hit.rule.level == IDIOM),
    )
