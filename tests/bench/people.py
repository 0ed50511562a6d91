"""What simulated people do lives here: they look at the last message, tap one of its buttons or type."""

import re
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Button:
    """What is read on it, and what comes back when it is tapped."""

    label: str
    data: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A message of the bot, as the person last saw it."""

    number: int
    text: str
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class Walk:
    """How somebody goes through a conversation. Patterns are searched in labels, without regard to case.

    Of the first pattern of `prefer` that matches any label, one match is tapped; otherwise any button that no
    pattern of `avoid` matches. Where nothing can be tapped, the next of `texts` is typed, round and round.
    """

    texts: tuple[str, ...]
    prefer: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    beginning: tuple[str, ...] = ()
    """Typed first, before anything is looked at."""
    warm_up: int = 0
    """Answers that each person gets before anything is measured: their way through the first questions."""

    def choose(self, shown: Shown | None, rng: Random) -> Button | None:
        """The button to tap, if there is one."""
        buttons = shown.buttons if shown else ()
        for pattern in self.prefer:
            wanted = [button for button in buttons if re.search(pattern, button.label, re.IGNORECASE)]
            if wanted:
                return rng.choice(wanted)
        unwanted = re.compile("|".join(self.avoid) or r"(?!)", re.IGNORECASE)
        others = [button for button in buttons if not unwanted.search(button.label)]
        return rng.choice(others) if others else None

    def say(self, number: int) -> str:
        """What is typed the `number`-th time, from 0."""
        if number < len(self.beginning):
            return self.beginning[number]
        return self.texts[(number - len(self.beginning)) % len(self.texts)]


ECHO = Walk(texts=("hello bot",))

PRACTICE = Walk(
    beginning=("/start",),
    texts=("/break", "tired, and a knot in my stomach", "I did what I could"),
    prefer=(
        r"(?<!don't )(?<!not )\bagree\b",
        r"(?<!under )\b18\b",
        r"none of (these|this|them)",
        r"^skip$",
        r"\bbreak\b",
        r"^[34]$",
        r"\bfull\b",
        r"\bready\b|\bgo on\b|\bcontinue\b",
    ),
    avoid=(
        r"worse",
        r"\bstop\b",
        r"\bdelete\b|\berase\b",
        r"\bperson\b|\bhelp\b",
        r"\bdecline\b|\bunder\b|\bnot now\b|\blater\b",
    ),
    warm_up=12,
)
