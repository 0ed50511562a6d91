"""What happens to messages when they do not get through: nothing is lost, nobody waits for another's trouble."""

import asyncio
import logging
from datetime import timedelta

import pytest

from bot.sending.backoff import Backoff
from bot.sending.outcomes import AwayError, UnacceptableError, UnreachableError
from flows.talk import Rank
from tests.bot.sending.post import most_within, open_office, row, slow_down
from tests.clock import settle


async def test_a_refused_message_does_not_stop_those_behind_it(caplog: pytest.LogCaptureFixture) -> None:
    async with open_office() as office:
        office.post.trouble["ada"].append(UnacceptableError("message is too long"))
        with caplog.at_level(logging.DEBUG):
            office.sender.put([row(1, text="a secret of mine"), row(2)])
            await settle()
        outcomes = office.sender.take_outcomes()
        assert (outcomes.refused, outcomes.delivered) == ([1], [2])
        assert "message is too long" in caplog.text
        assert "secret" not in caplog.text


async def test_a_fault_of_ours_in_one_message_does_not_stop_those_behind_it() -> None:
    async with open_office() as office:
        broken = row(1)
        object.__setattr__(broken, "payload", b"no message at all")
        office.sender.put([broken, row(2)])
        await settle()
        outcomes = office.sender.take_outcomes()
        assert (outcomes.refused, outcomes.delivered) == ([1], [2])


async def test_somebody_who_cannot_be_reached_is_reported_once() -> None:
    async with open_office() as office:
        office.post.trouble["ada"].extend([UnreachableError(), UnreachableError()])
        office.sender.put([row(1), row(2), row(3, "bo")])
        await settle()
        outcomes = office.sender.take_outcomes()
        assert outcomes.unreachable == [("telegram", "ada")]
        assert outcomes.refused == [1, 2]
        assert outcomes.delivered == [3]


async def test_whoever_waits_for_news_gets_each_outcome_once() -> None:
    async with open_office() as office:
        assert not office.sender.news.is_set()
        office.sender.put([row(1)])
        await office.sender.news.wait()
        assert office.sender.take_outcomes().delivered == [1]
        assert not office.sender.news.is_set()
        assert not office.sender.take_outcomes()


async def test_what_was_withdrawn_is_not_sent_and_care_is() -> None:
    async with open_office() as office:
        office.post.gate.clear()
        later = office.clock.now() + timedelta(seconds=5)
        office.sender.put([row(1, rank=Rank.PRACTICE), row(2, rank=Rank.PRACTICE), row(3)])
        office.sender.put([row(4, rank=Rank.NUDGE, not_before=later), row(5, "bo", Rank.NUDGE)])
        await settle()
        office.sender.withdraw(b"ada")
        office.sender.put([row(6, rank=Rank.PRACTICE)])
        office.post.gate.set()
        await office.clock.advance(10)
        assert office.post.to("ada") == ["1", "3", "6"]
        assert office.post.to("bo") == ["5"]
        assert office.sender.depth == 0


async def test_a_withdrawn_message_that_failed_is_not_tried_again() -> None:
    """It was under way when the practice stopped; Telegram then asked us to wait."""
    async with open_office() as office:
        office.post.gate.clear()
        office.post.trouble["ada"] = slow_down(1)
        office.sender.put([row(1, rank=Rank.PRACTICE), row(2)])
        await settle()
        office.sender.withdraw(b"ada")
        office.post.gate.set()
        await office.clock.advance(5)
        assert office.post.to("ada") == ["2"]


async def test_withdrawing_from_somebody_who_waits_for_nothing_is_no_harm() -> None:
    async with open_office() as office:
        office.sender.withdraw(b"nobody")
        assert office.sender.depth == 0


async def test_what_is_no_longer_worth_sending_is_not_sent() -> None:
    async with open_office() as office:
        soon = office.clock.now() + timedelta(seconds=3)
        office.post.trouble["ada"] = slow_down(5)
        office.sender.put([row(1), row(2, expires=soon), row(3, "bo", expires=soon)])
        await office.clock.advance(10)
        assert office.post.texts() == ["3", "1"]
        outcomes = office.sender.take_outcomes()
        assert outcomes.expired == [2]
        assert sorted(outcomes.delivered) == [1, 3]


async def test_a_single_chat_in_trouble_is_tried_less_and_less_often() -> None:
    async with open_office() as office:
        office.post.trouble["ada"].extend(AwayError("HTTP 500") for _ in range(6))
        office.sender.put([row(1), row(2)])
        office.sender.put([row(3, "bo")])
        await office.clock.advance(60)
        tries = [one.at for one in office.post.tried if one.who == "ada"]
        assert tries == [0, 1, 3, 7, 15, 23, 31, 31]
        assert office.post.to("ada") == ["1", "2"]
        assert office.post.times("bo") == [0]
        assert office.sender.uncertain == 0


async def test_an_outage_of_ten_minutes_loses_nothing_and_ends_without_a_burst(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with open_office(rate=30) as office:
        office.post.down = True
        office.sender.put([row(n, f"person{n % 100}") for n in range(300)])
        await office.clock.advance(600)
        assert office.post.sent == []
        knocks = [one for one in office.post.tried if one.at > 60]
        assert len(knocks) < 100, "an outage is met with one knock at a time"
        office.post.down = False
        await office.clock.advance(30)
        assert len(office.post.sent) == 300
        assert most_within(office.post.sent, 1.0) <= 30
        for n in range(100):
            assert office.post.to(f"person{n}") == [str(n), str(n + 100), str(n + 200)]
    assert len(caplog.records) == 2, "one line when it begins, one when it ends"


async def test_after_an_outage_everybody_is_served_at_once_again() -> None:
    """Nobody waits out a pause that belonged to the outage."""
    async with open_office() as office:
        office.post.down = True
        office.sender.put([row(n, f"person{n}") for n in range(20)])
        await office.clock.advance(100)
        office.post.down = False
        await office.clock.advance(8)
        assert len(office.post.sent) == 20
        assert len({one.at for one in office.post.sent}) == 1


async def test_a_send_whose_answer_never_came_is_repeated_and_counted() -> None:
    async with open_office() as office:
        office.post.trouble["ada"].append(AwayError("TimedOut", uncertain=True))
        office.sender.put([row(1)])
        await office.clock.advance(5)
        assert office.post.texts() == ["1"]
        assert office.sender.uncertain == 1


async def test_draining_finishes_what_is_under_way_and_starts_nothing() -> None:
    async with open_office() as office:
        office.post.gate.clear()
        office.sender.put([row(1), row(2), row(3, "bo")])
        await settle()
        draining = asyncio.create_task(office.sender.drain(5.0))
        await settle()
        office.post.gate.set()
        await draining
        assert sorted(office.post.texts()) == ["1", "3"]
        assert sorted(office.sender.take_outcomes().delivered) == [1, 3]
        office.sender.put([row(4, "cy")])
        await settle()
        assert office.sender.depth == 2, "what was not sent stays in the table"


async def test_draining_gives_up_what_takes_too_long() -> None:
    async with open_office() as office:
        office.post.gate.clear()
        office.sender.put([row(1)])
        await settle()
        await office.sender.drain(0.01)
        assert office.sender.uncertain == 1
        assert not office.sender.take_outcomes()


async def test_somebody_who_talks_long_before_a_planned_message_costs_no_memory() -> None:
    async with open_office() as office:
        tomorrow = office.clock.now() + timedelta(days=1)
        office.sender.put([row(0, not_before=tomorrow)])
        for n in range(1, 1000):
            office.sender.put([row(n)])
            await asyncio.sleep(0)
        await settle()
        agenda = office.sender._schedule._agenda
        assert len(agenda._waiting) + len(agenda._ready) < 200


def test_the_pause_after_failures_doubles_up_to_its_limit() -> None:
    steady = Backoff(first=0.5, longest=10.0, jitter=lambda: 0.0)
    assert [steady.seconds(n) for n in (1, 2, 3, 4, 5, 6, 1000)] == [0.5, 1, 2, 4, 8, 10, 10]
    hasty = Backoff(first=0.5, longest=10.0, jitter=lambda: 1.0)
    assert [hasty.seconds(n) for n in (1, 6)] == [0.25, 5]
