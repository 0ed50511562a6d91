"""In what order messages go out: each chat's own order always, and the urgent before the rest."""

from datetime import timedelta

from flows.talk import Rank
from tests.bot.sending.post import open_office, row, slow_down
from tests.clock import settle


async def test_each_chat_reads_its_messages_in_the_order_they_were_meant() -> None:
    """Also when ten chats are written to at once and each stumbles now and then."""
    async with open_office() as office:
        people = [f"person{n}" for n in range(10)]
        for who in people:
            office.post.trouble[who] = slow_down(1.0, times=2)
        office.sender.put([row(n, people[n % 10]) for n in range(100)])
        await office.clock.advance(10)
        for n, who in enumerate(people):
            assert office.post.to(who) == [str(number) for number in range(n, 100, 10)]


async def test_one_chat_has_one_message_under_way_at_a_time() -> None:
    async with open_office() as office:
        office.post.gate.clear()
        office.sender.put([row(1), row(2), row(3, "bo")])
        await settle()
        assert office.post.under_way == 2
        assert office.sender.sending == 2


async def test_there_are_never_more_sends_under_way_than_allowed() -> None:
    async with open_office(concurrency=7) as office:
        office.post.gate.clear()
        office.sender.put([row(n, f"person{n}") for n in range(40)])
        await settle()
        assert office.post.under_way == 7
        office.post.gate.set()
        await settle()
        assert len(office.post.sent) == 40
        assert office.post.most_under_way == 7


async def test_replies_go_before_nudges() -> None:
    """A crowd of nudges waits; whoever is talking now is answered first."""
    async with open_office(concurrency=1) as office:
        office.post.gate.clear()
        office.sender.put([row(n, f"sleeper{n}", Rank.NUDGE) for n in range(5)])
        await settle()
        office.sender.put([row(10, "ada", Rank.PRACTICE), row(11, "bo", Rank.CARE)])
        office.post.gate.set()
        await settle()
        assert office.post.texts() == ["0", "11", "10", "1", "2", "3", "4"]


async def test_an_urgent_answer_lifts_what_stands_before_it_in_its_own_chat() -> None:
    async with open_office(concurrency=1) as office:
        office.post.gate.clear()
        office.sender.put([row(n, f"sleeper{n}", Rank.NUDGE) for n in range(3)])
        await settle()
        office.sender.put([row(7, "ada", Rank.NUDGE), row(8, "ada", Rank.CARE)])
        office.post.gate.set()
        await settle()
        assert office.post.texts() == ["0", "7", "8", "1", "2"]


async def test_rows_that_are_taken_over_late_still_come_in_their_order() -> None:
    async with open_office() as office:
        office.post.gate.clear()
        office.sender.put([row(5), row(9)])
        office.sender.put([row(7), row(6)])
        await settle()
        office.post.gate.set()
        await settle()
        assert office.post.texts() == ["5", "6", "7", "9"]


async def test_a_row_that_is_here_already_is_not_sent_twice() -> None:
    async with open_office() as office:
        office.post.gate.clear()
        office.sender.put([row(1), row(2)])
        office.sender.put([row(1), row(2), row(3)])
        assert office.sender.depth == 3
        office.post.gate.set()
        await settle()
        assert office.post.texts() == ["1", "2", "3"]
        assert office.sender.depth == 0


async def test_a_message_for_later_waits_and_stops_nobody() -> None:
    async with open_office() as office:
        later = office.clock.now() + timedelta(seconds=30)
        office.sender.put([row(1, not_before=later), row(2)])
        await office.clock.advance(29.9)
        assert office.post.texts() == ["2"]
        office.sender.put([row(3)])
        await office.clock.advance(0.1)
        assert office.post.texts() == ["2", "3", "1"]


async def test_a_text_in_several_parts_comes_whole_before_the_next() -> None:
    """A part that has arrived is not sent again when the next one stumbles."""
    async with open_office() as office:
        office.sender.put([row(1, text="a/b/c"), row(2, "bo"), row(3)])
        office.post.trouble["ada"] = slow_down(2.0)
        await office.clock.advance(1.9)
        assert office.post.to("ada") == []
        await office.clock.advance(0.1)
        assert office.post.to("ada") == ["a", "b", "c", "3"]
        assert sorted(office.sender.take_outcomes().delivered) == [1, 2, 3]
