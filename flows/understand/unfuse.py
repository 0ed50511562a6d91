"""Handing a self-judgement back as a thought lives here: "I'm a failure" is a thought one is having."""

import re


def unfuse(text: str) -> tuple[str, ...]:
    """Give back each self-judgement as a thought that one is having; nothing when there is none. Never raises."""
    found = re.findall(r"\bi(?:'|’)?\s?a?m (such )?a (failure|fraud|mess)\b", text.casefold())
    return tuple(f"You are having the thought that you are {such}a {what}." for such, what in found)
