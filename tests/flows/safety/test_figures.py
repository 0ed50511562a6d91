"""Holds the figures of the report where they are: a change of the rules that loses people is seen at once."""

import json

import pytest

from flows.safety import Level
from tests.flows.safety.report import outcomes, right_kinds
from tests.flows.safety.sentences import FOLDER, FOUND, LEFT, SILENT, Group

# On all sentences, both halves. Lower than the wanted shares only where the half kept apart still is.
LEAST = {"self_harm": 0.94, "third_other": 0.84, "ordinary": 0.99}
MOST_ASKED = 0.05  # of those who are fine may be asked one plain question


@pytest.mark.parametrize("group", [*FOUND, *LEFT], ids=lambda group: group.name)
def test_the_share_that_is_right_does_not_fall(group: Group) -> None:
    """Recall where help is needed, peace where it is not."""
    found = outcomes(group, "all")
    right = sum(group.right(finding) for _, finding in found)
    assert right / len(found) >= LEAST.get(group.name, group.share)


@pytest.mark.parametrize("group", FOUND, ids=lambda group: group.name)
def test_the_kind_is_right_in_what_is_found(group: Group) -> None:
    """What helps in one kind harms in another."""
    assert right_kinds(outcomes(group, "all")) >= 0.85


@pytest.mark.parametrize("group", [g for g in SILENT if g.name not in ("past", "fiction", "third_none")])
def test_few_are_asked_without_need(group: Group) -> None:
    """A question is no alarm, but one too many teaches people to say less."""
    found = outcomes(group, "all")
    asked = sum(finding.level is not Level.NONE for _, finding in found)
    assert asked / len(found) <= MOST_ASKED + 0.05 * (group.name in ("figurative", "informational"))


@pytest.mark.parametrize("group", ["active", "plan_means", "attempt"])
def test_plan_means_and_attempt_are_urgent(group: str) -> None:
    """Nine in ten of those with a plan, means or an attempt get the answer at once, not a question first."""
    found = outcomes(next(one for one in FOUND if one.name == group), "all")
    loud = [finding for _, finding in found if finding.level is not Level.NONE]
    least = 0.75 if group == "active" else 0.9  # a bare wish to die is asked about
    assert sum(finding.level is Level.URGENT for finding in loud) / len(loud) >= least


def test_every_file_of_sentences_belongs_to_a_group() -> None:
    """No sentence is written and then never measured, and none is there twice."""
    names = {group.name for group in (*FOUND, *LEFT)}
    assert {path.stem for path in FOLDER.glob("*.jsonl")} == names
    lines = [line for path in FOLDER.glob("*.jsonl") for line in path.read_text("utf-8").splitlines()]
    texts = [json.loads(line)["text"] for line in lines]
    assert len(texts) == len(set(texts))


def test_half_of_each_group_is_kept_apart() -> None:
    """The halves are even enough for the figures on either to mean something."""
    for group in (*FOUND, *LEFT):
        share = [sample.apart for sample in group.samples()]
        assert 0.3 < sum(share) / len(share) < 0.7, group.name
