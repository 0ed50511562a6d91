"""What every sentence of the bot has to keep to is checked here, sentence by sentence."""

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.resources import files

from bot.program import texts
from flows.book import manuscript
from flows.machine import Book
from flows.moment import Moment
from flows.person import Person, Visit
from flows.practice import Dialogue, Practice, Step
from flows.safety import Kind
from flows.speaking import rows_of, text_of, values_of
from flows.talk import Answer, Line, Said
from flows.texts import Language

WORDS = 60
LABEL = 34  # characters of a button that a phone shows
GRADE = 7.0  # Flesch-Kincaid, per practice
DERIVED = 7  # practices that may be derived from Mindful Self-Compassion
LONG = ("crisis-", "aside-", "welcome-", "young-", "delete-", "backdraft-people")  # said once, read slowly
TWO_QUESTIONS = ("crisis-",)
FORBIDDEN = {
    r"\b(just|should|must)\b": "presses",
    r"!": "shouts",
    r"\bMSC\b": "names a trademark",
    r"\bI (feel|care about|love|understand exactly|treat (?:you|people)|cure|heal|diagnose|counsel|promise)\b": (
        "claims of itself what it cannot do"
    ),
    r"\bI(?:'m| am) (a (?:person|therapist|counsellor|doctor|friend)|therapy|always here)\b": (
        "claims to be what it is not"
    ),
    r"\b(sign that it works|keeps? (?:your )?secrets?|streak|everything will be fine)\b": "promises too much",
}
SAMPLE = datetime(2026, 1, 1, 12, tzinfo=UTC)


def lint() -> list[str]:
    """Every complaint, one line each; empty when all is well."""
    language, pages = texts().of("en"), manuscript()
    complaints = [
        *_wording(language),
        *_labels(language, pages),
        *_unused(language, pages),
        *_credits(language, pages),
        *_grades(language, pages),
    ]
    return sorted(set(complaints))


def _wording(language: Language) -> Iterator[str]:
    for name in language.variables:
        text = language.plain(name)
        for pattern, fault in FORBIDDEN.items():
            if name.startswith("answer-"):
                continue  # what is on a button is said by the person
            if found := re.search(pattern, text):
                yield f"{name} {fault}: “{found[0]}”"
        if not name.startswith(LONG) and len(text.split()) > WORDS:
            yield f"{name} has {len(text.split())} words; {WORDS} are enough"
        if not name.startswith(TWO_QUESTIONS) and text.count("?") > 1:
            yield f"{name} asks more than one question"


def _labels(language: Language, pages: Book) -> Iterator[str]:
    """Every state has its words and every button its label, and all that a text mentions is supplied."""
    for place, step, dialogue in pages.steps():
        for moment in _samples(place, dialogue):
            title = text_of(step, dialogue, moment)
            if not language.has(title):
                yield f"{place} has no text {title}"
                continue
            yield from _unsupplied(language, place, title, step, moment)
            for answer in (answer for row in rows_of(step, dialogue, moment) for answer in row):
                yield from _label(language, place, title, answer)


def _samples(place: str, dialogue: Dialogue) -> Iterator[Moment]:
    notes = {step.note_as: "words" for step in dialogue.steps if step.note_as}
    visit = Visit("break", SAMPLE, before=5, notes=notes)
    kinds = tuple(Kind) if place == "crisis.card" else ("",)
    for kind in kinds:
        yield Moment(Person(state=place, visit=visit, hold=str(kind)), Said("words"), SAMPLE)


def _unsupplied(language: Language, place: str, title: str, step: Step, moment: Moment) -> Iterator[str]:
    if step.values and not step.values(moment):
        return  # it needs a person whose times are set: the transcripts show them
    missing = language.variables[title] - {*values_of(step, moment), "operator", "contact"}
    if missing:
        yield f"{place} does not supply {', '.join(sorted(missing))} of {title}"


def _label(language: Language, place: str, title: str, answer: Answer) -> Iterator[str]:
    if answer.label is None and not language.has(title, answer.name):
        yield f"{place} has no label for {answer.name}"
    elif len(answer.label or language.label(title, answer.name)) > LABEL:
        yield f"{place}: the label of {answer.name} is longer than {LABEL} characters"


def _unused(language: Language, pages: Book) -> Iterator[str]:
    used = _strings() | {f"aside-{name}" for name in ("help", "privacy", "about")}
    for place, step, dialogue in pages.steps():
        used |= {text_of(step, dialogue, moment) for moment in _samples(place, dialogue)}
        used |= {f"answer-{answer}" for answer in step.answers} | {step.again}
    used |= {practice.credit for practice in pages.practices}
    for name in language.variables:
        base, _, number = name.rpartition("-v")
        if name not in used and not (number.isdigit() and base in used):
            yield f"{name} is never said"


def _strings() -> set[str]:
    """Every string in the code of the core: what rules say by name."""
    found: set[str] = set()
    folders = [files("flows"), files("flows.dialogues"), files("flows.practices")]
    for file in (file for folder in folders for file in folder.iterdir() if file.name.endswith(".py")):
        tree = ast.parse(file.read_text("utf-8"))
        values = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
        found |= {value for value in values if isinstance(value, str)}
    return found | {f"answer-{value}" for value in found}


def _credits(language: Language, pages: Book) -> Iterator[str]:
    for practice in pages.practices:
        if not language.has(practice.credit) or not practice.origin:
            yield f"{practice.name} does not say whose idea it is"
    derived = [practice.name for practice in pages.practices if "MSC" in practice.origin]
    if len(derived) > DERIVED:
        yield f"{len(derived)} practices are derived from Mindful Self-Compassion; {DERIVED} are allowed"


def _grades(language: Language, pages: Book) -> Iterator[str]:
    from textstat import flesch_kincaid_grade

    for practice in pages.practices:
        grade = flesch_kincaid_grade(" ".join(_spoken(language, practice)))
        if grade > GRADE:
            yield f"{practice.name} reads at grade {grade:.1f}; {GRADE:g} is the most"


def _spoken(language: Language, practice: Practice) -> Iterator[str]:
    for step in practice.steps:
        moment = next(_samples(f"{practice.name}.{step.name}", practice))
        yield language.render(Line(text_of(step, practice, moment), values_of(step, moment)))
