"""What a clinician sees of what the bot would understand, line by line."""

import json
from typing import Any

import pytest

from bot.explain import explain


def explained(line: str) -> dict[str, Any]:
    (answer,) = explain([line])
    read: dict[str, Any] = json.loads(answer)
    return read


def test_the_shape_is_exactly_the_one_that_others_rely_on() -> None:
    """No key more, none less, and null where there is nothing."""
    assert explained("hello") == {
        "text": "hello",
        "crisis": {"level": "none", "kind": None, "rules": []},
        "backdraft": {"degree": "none", "rules": []},
        "unfused": [],
        "feelings": [],
        "suggest": None,
    }


def test_what_is_understood_is_shown_with_its_reason() -> None:
    """Crisis with its kind, backdraft by degree, thoughts and feelings."""
    crisis = explained("I want to kill myself")["crisis"]
    assert crisis == {"level": "urgent", "kind": "suicide", "rules": crisis["rules"]}
    assert "kill-myself: kill myself" in crisis["rules"]
    assert explained("I went completely numb")["backdraft"]["degree"] == "unreal"
    assert explained("I'm a failure")["unfused"] == ["You are having the thought that you are a failure."]
    assert explained("I feel sad")["feelings"] == ["sadness"]


def test_a_line_may_be_json_with_its_language() -> None:
    """The language is the one in which the bot talks; the text is given back as it came."""
    answer = explained('{"text": "no quiero morirme", "lang": "es"}')
    assert answer["text"] == "no quiero morirme"
    assert answer["crisis"] == {"level": "none", "kind": None, "rules": []}


@pytest.mark.parametrize(
    "line", ['{"text": 3}', '{"text": "x"', "{", "[1, 2]", '{"lang": "en"}', '"quoted"', "null"]
)
def test_json_that_is_broken_or_of_another_form_is_a_plain_sentence(line: str) -> None:
    """Nothing that is typed is an error."""
    assert explained(line)["text"] == line


def test_each_line_has_its_answer() -> None:
    """Also an empty one, so that answers can be laid beside what was asked; ends of lines are no part of it."""
    answers = [json.loads(answer)["text"] for answer in explain(["one\n", "\n", "two\r\n", "\ud800"])]
    assert answers == ["one", "", "two", "?"]
