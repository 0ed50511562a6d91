"""How fast messages go out: Telegram's limits, and what it tells us to wait for."""

import random

from bot.sending.limits import Limits
from flows.talk import Rank
from tests.bot.sending.post import most_within, open_office, row, slow_down
from tests.clock import settle


async def test_no_second_sees_more_than_the_rate() -> None:
    async with open_office(rate=30) as office:
        office.sender.put([row(n, f"person{n}") for n in range(200)])
        await settle()
        assert len(office.post.sent) == 30
        await office.clock.advance(10)
        assert len(office.post.sent) == 200
        assert most_within(office.post.sent, 1.0) == 30
        assert office.post.sent[-1].at == 6.0


async def test_one_chat_gets_five_at_once_and_then_one_a_second() -> None:
    async with open_office(rate=30) as office:
        office.sender.put([row(n) for n in range(8)])
        await office.clock.advance(10)
        assert office.post.times("ada") == [0, 0, 0, 0, 0, 1, 2, 3]


async def test_a_chat_that_rested_may_have_five_at_once_again() -> None:
    async with open_office(rate=30) as office:
        office.sender.put([row(n) for n in range(5)])
        await office.clock.advance(5)
        office.sender.put([row(n) for n in range(5, 10)])
        await settle()
        assert office.post.times("ada")[5:] == [5, 5, 5, 5, 5]


async def test_a_chat_that_waits_holds_up_nobody_else() -> None:
    async with open_office(rate=30) as office:
        office.sender.put([row(n) for n in range(20)])
        office.sender.put([row(n, f"person{n}") for n in range(20, 40)])
        await settle()
        assert len(office.post.sent) == 5 + 20


async def test_rate_zero_lifts_both_limits() -> None:
    async with open_office(rate=0) as office:
        office.sender.put([row(n, "ada" if n % 2 else f"person{n}") for n in range(300)])
        await settle()
        assert len(office.post.sent) == 300


async def test_less_than_one_a_second_can_be_set() -> None:
    async with open_office(rate=0.5) as office:
        office.sender.put([row(n, f"person{n}") for n in range(3)])
        await office.clock.advance(10)
        assert [one.at for one in office.post.sent] == [0, 2, 4]


async def test_a_reply_overtakes_the_nudges_that_wait_for_the_rate() -> None:
    async with open_office(rate=10) as office:
        office.sender.put([row(n, f"sleeper{n}", Rank.NUDGE) for n in range(100)])
        await office.clock.advance(0.5)
        office.sender.put([row(1000, "ada")])
        await office.clock.advance(0.5)
        assert office.post.times("ada") == [1.0]
        assert len(office.post.sent) == 20


async def test_retry_after_is_obeyed_to_the_second_and_for_that_chat_only() -> None:
    async with open_office(rate=0) as office:
        office.post.trouble["ada"] = slow_down(7)
        office.sender.put([row(1), row(2), row(3, "bo"), row(4, "bo")])
        await office.clock.advance(6.99)
        assert office.post.to("ada") == []
        assert office.post.to("bo") == ["3", "4"]
        await office.clock.advance(0.01)
        assert office.post.times("ada") == [7, 7]
        assert [one.text for one in office.post.tried if one.who == "ada"] == ["1", "1", "2"]


async def test_retry_after_for_several_chats_holds_the_whole_bot() -> None:
    async with open_office(rate=0) as office:
        for who in ("ada", "bo", "cy"):
            office.post.trouble[who] = slow_down(4)
        office.sender.put([row(1, "ada"), row(2, "bo"), row(3, "cy")])
        await settle()
        office.sender.put([row(4, "dee")])
        await office.clock.advance(3.9)
        assert office.post.sent == []
        await office.clock.advance(0.1)
        assert sorted(office.post.texts()) == ["1", "2", "3", "4"]


async def test_several_chats_over_a_long_time_do_not_hold_the_bot() -> None:
    async with open_office(rate=0) as office:
        for n, who in enumerate(("ada", "bo", "cy")):
            office.post.trouble[who] = slow_down(30)
            office.sender.put([row(n, who)])
            await office.clock.advance(6)
        office.sender.put([row(4, "dee")])
        await settle()
        assert office.post.texts() == ["4"]


def test_what_is_remembered_of_chats_does_not_grow() -> None:
    """A million chats in turn leave no more behind than those of the last seconds."""
    limits = Limits(1_000_000)
    for n in range(100_000):
        limits.take(n.to_bytes(4, "big"), n / 100)
        if n % 10 == 0:
            limits.hold(n.to_bytes(4, "big"), n / 100, 1.0)
    assert len(limits) <= 2048


def test_the_limits_agree_with_a_bucket_counted_by_hand() -> None:
    """Ten thousand random sends: never more than the window and the bucket allow."""
    chance = random.Random(7)
    limits, now = Limits(30), 0.0
    sent: list[tuple[float, bytes]] = []
    for _ in range(10_000):
        now += chance.choice((0.0, 0.001, 0.01, 0.2))
        chat = chance.choice((b"a", b"b", b"c", b"d", b"e", b"f", b"g", b"h"))
        if limits.wait_for_all(now) == 0 and limits.wait_for(chat, now) == 0:
            limits.take(chat, now)
            sent.append((now, chat))
    for index, (time, chat) in enumerate(sent):
        assert index < 30 or time - sent[index - 30][0] > 1.0 - 2e-6
        own = [when for when, who in sent[: index + 1] if who == chat]
        assert all(len(own) - start <= 5 + (time - own[start]) + 1e-5 for start in range(len(own))[-40:])
