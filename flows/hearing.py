"""What words can mean in the state they arrive in: meanings in the order in which they are tried.

Crisis is asked before this file is (see `Engine`). Then: the practice makes it worse; one of the buttons, typed;
a wish for something else; the number or the words that the state asked for.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, utils

from flows.moment import Moment
from flows.practice import CLOSED, Dialogue, Practice, Step
from flows.safety import screen
from flows.speaking import answers_of, text_of
from flows.talk import Answer
from flows.texts import Language
from flows.understand.backdraft import Degree, notice
from flows.understand.distress import is_distress
from flows.understand.language import reads
from flows.understand.unfuse import unfuse
from flows.understand.wishes import wish

LISTENING = ("door.listen", CLOSED)  # where words were not asked for, and a wish is a wish
LIKE = 88  # of 100: how near typed words must be to a button's label
NUMBER = re.compile(r"(?<![\w.,])(10|[0-9])(?![\w.,]\d|\w)")
NUMBER_WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing the words may mean: the trigger to try, and what the answer was."""

    trigger: str
    answer: str = ""
    note: str = ""
    rating: int | None = None


def meanings(
    text: str, moment: Moment, step: Step, dialogue: Dialogue, language: Language
) -> Iterator[Meaning]:
    """Everything that `text` can mean here, best first."""
    free = bool(step.free_text) and step.free_text not in LISTENING
    if _makes_worse(text, dialogue, free):
        yield Meaning("worse")
    yield from typed_answers(text, moment, step, dialogue, language)
    wanted = wish(text)
    if wanted and (not free or wanted in ("stop", "sos")):
        yield Meaning(f"/{wanted}")
    if step.scale and (rating := rating_in(text)) is not None:
        yield Meaning("rated", str(rating), str(rating), rating)
    yield Meaning("said", note=text)
    if wanted:
        yield Meaning(f"/{wanted}")


def chosen(answer: str, moment: Moment, step: Step, dialogue: Dialogue, language: Language) -> Meaning:
    """What a tapped button of this step means."""
    options = {option.name: option for option in (step.options(moment.person) if step.options else ())}
    if answer in options:
        return Meaning("picked", answer, options[answer].label or answer)
    if step.scale and answer.isdecimal():
        return Meaning("rated", answer, answer, int(answer))
    text = text_of(step, dialogue, moment)
    note = language.label(text, answer) if language.has(text, answer) else answer
    return Meaning(f"chose:{answer}", answer, note)


def prepare() -> None:
    """Read all rules and lexicons now, which otherwise the first words would wait for: about a second."""
    for understand in (screen, reads, notice, wish, is_distress, unfuse):
        understand("hello")


def typed_answers(
    text: str, moment: Moment, step: Step, dialogue: Dialogue, language: Language
) -> Iterator[Meaning]:
    """The buttons whose labels, or names, were typed."""
    title = text_of(step, dialogue, moment)
    for answer in answers_of(step, dialogue, moment):
        label = answer.label or language.label(title, answer.name)
        if _same(text, label) or _same(text, answer.name):
            yield _as_tapped(answer, moment, step, dialogue, language)


def rating_in(text: str) -> int | None:
    """The one number from 0 to 10 in these words ("maybe a 7", "7/10", "seven"); None without or with two."""
    found = {int(n) for n in NUMBER.findall(text.replace("/10", ""))}
    found |= {NUMBER_WORDS.index(w) for w in re.findall(r"[a-z]+", text.lower()) if w in NUMBER_WORDS}
    return found.pop() if len(found) == 1 else None


def _as_tapped(answer: Answer, moment: Moment, step: Step, dialogue: Dialogue, language: Language) -> Meaning:
    return (
        Meaning("worse") if answer.name == "worse" else chosen(answer.name, moment, step, dialogue, language)
    )


def _same(typed: str, label: str) -> bool:
    return len(typed) <= 2 * len(label) + 4 and (
        fuzz.ratio(typed, label, processor=utils.default_process) >= LIKE
    )


def _makes_worse(text: str, dialogue: Dialogue, free: bool) -> bool:
    """In a practice, any word of it stops; where feelings were asked for, an uneasy one is an answer."""
    degree = notice(text).degree
    if degree is Degree.NONE or not isinstance(dialogue, Practice):
        return False
    return degree is not Degree.UNEASY or not free
