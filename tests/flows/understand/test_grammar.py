"""The little language of phrases, and how typing becomes words."""

import re

import pytest

from flows.understand.grammar.characters import plain
from flows.understand.grammar.errors import GrammarError
from flows.understand.grammar.listening import listen
from flows.understand.grammar.loading import grammar
from flows.understand.grammar.patterns import anchors, expression, longest, parse, width
from flows.understand.grammar.rules import Grammar
from flows.understand.grammar.words import SENTENCE, signs


def of(*phrases: str, **more: object) -> Grammar:
    """Make a grammar of one rule that says these phrases."""
    return grammar({"language": "en", "rules": [{"name": "it", "level": "x", "says": phrases}], **more})


def found(rules: Grammar, text: str) -> list[str]:
    heard = listen(rules, text)
    return [heard.reading.quote(hit.start, hit.end) for hit in heard.said()]


@pytest.mark.parametrize(
    ("phrase", "text", "seen"),
    [
        ("i want to (go|be gone)", "today I want to be gone.", ["i want to be gone"]),
        ("take my own? life", "take my life", ["take my life"]),
        ("told <2> to go", "she told me really to go", ["told me really to go"]),
        ("told <2> to go", "told me again and again to go", []),
        ("told <2> to go", "I was told. You have to go", []),
        ("@ go", "please go. go now", ["go"]),
        ("go .", "go now. please go", ["go"]),
        ("done / bye", "I'm done. Bye now!", ["done bye"]),
    ],
)
def test_phrases_mean_what_they_say(phrase: str, text: str, seen: list[str]) -> None:
    """Alternatives, parts that may be missing, gaps, and both ends of a sentence."""
    assert found(of(phrase), text) == seen


def test_shortcuts_stand_for_phrases() -> None:
    """A shortcut may use those above it."""
    rules = of("$want rest", shortcuts={"verb": "want|need", "want": "i ($verb) some?"})
    assert found(rules, "I need some rest") == ["i need some rest"]


@pytest.mark.parametrize("phrase", ["(go", "go)", "? go", "$nowhere", "walk(ed|ing)"])
def test_a_phrase_that_is_not_well_formed_is_refused(phrase: str) -> None:
    """And the message shows the phrase."""
    with pytest.raises(GrammarError, match=re.escape(phrase)):
        of(phrase)


def test_a_phrase_without_any_word_of_its_own_is_refused() -> None:
    """It would have to be tried at every place of every text."""
    with pytest.raises(GrammarError, match="needs"):
        of("<3>")


def test_what_a_phrase_costs_is_known_before_it_is_used() -> None:
    """Its rarest words, its length and the ways to try it at one place."""
    part = parse("i (want|need) <2> (rest|to sleep)?", {})
    assert anchors(part)[0] == {"want", "need"}
    assert longest(part) == 6
    assert width(part) == 6
    assert "*" not in expression(part, lambda word: word[0])


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("K\u200bILL", "kill"),
        ("ｋｉｌｌ", "kill"),
        ("𝓴𝓲𝓵𝓵", "kill"),
        ("kíll", "kill"),
        ("kіll", "kill"),
        ("k i l l", "kill"),
        ("k.i.l.l me", "kill me"),
        ("don’t", "don't"),
        ("a b", "a b"),
        ("привет", "привет"),
    ],
)
def test_characters_become_plain_letters(typed: str, read: str) -> None:
    """Signs, fancy letters, accents and look-alikes are what they stand for; other scripts stay."""
    assert plain(typed) == read


def test_sentences_and_pauses() -> None:
    """Full stops end a sentence, dots in a row and a line break only pause, single words join what was said slowly."""
    assert signs("No! Go on... now\nplease. I am. So. Sad.").count(SENTENCE) == 2
    assert SENTENCE not in signs("I. want. this")[:-1]


WORDS = {
    "words": {
        "expand": {"wanna": "want to"},
        "suffixes": {"n't": "not"},
        "rewrite": {"no one": "nobody"},
        "fillers": ["really just"],
        "near": ["suffocate"],
        "nearer": ["suicidal"],
        "real": ["sufficate"],
        "cores": ["sleep"],
    }
}


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("I just really wanna sleep", "i want to sleep"),
        ("don't", "do not"),
        ("no one", "nobody"),
        ("sleeeeep", "sleep"),
        ("sl33p", "sleep"),
        ("sleepin", "sleeping"),
        ("suicdial", "suicidal"),
        ("sufocate", "suffocate"),
        ("sufficate", "sufficate"),
        ("s**cidal", "suicidal"),
        ("wanttosleep", "want to sleep"),
        ("asleepy", "asleepy"),
        ("42", "#"),
    ],
)
def test_words_become_those_that_were_meant(typed: str, words: str) -> None:
    """Slang, contractions, stretched and numbered letters, typos of words that matter, run-ons; real words stay."""
    rules = of("i do want to (sleep|sleeping)", **WORDS)
    assert " ".join(rules.wording.read(signs(typed)).words) == words


SIGNS = {"signs": {"denial": ["not|never"], "barrier": ["but"], "fresh": ["i"], "leads-on": ["think"]}}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("I want rest", True),
        ("I do not want rest", False),
        ("I never do not want rest", True),
        ("I do not think I want rest", False),
        ("I am not here I want rest", True),
        ("not now, want rest", True),
        ("not bad but I want rest", True),
        ("I would not. I want rest", True),
    ],
)
def test_a_denial_reaches_as_far_as_it_is_meant(text: str, said: bool) -> None:
    """Two undo each other; a pause, a contrast, a new statement and a full stop end it."""
    assert bool(found(of("want rest", **SIGNS), text)) is said


def test_an_idiom_and_an_exception_set_a_phrase_aside() -> None:
    """What is only a manner of speaking is not meant."""
    rules = grammar(
        {
            "language": "en",
            "rules": [
                {"name": "figure", "level": "idiom", "says": ["killing time"]},
                {"name": "act", "level": "x", "says": ["killing"], "unless": ["weeds"]},
            ],
        }
    )
    assert found(rules, "killing time") == []
    assert found(rules, "killing weeds") == []
    assert found(rules, "killing") == ["killing"]
