"""Turns over the wire: whatever fingers, devices and old messages do, one thing moves a person once."""

from tests.blackbox.served import DAY, Served
from tests.botapi import Message, Person

OLD = ("belongs to an earlier moment", "That moment has passed")


def said_since(person: Person, last: Message) -> list[Message]:
    """What the bot has written since then."""
    return [message for message in person.chat if message.from_bot and message.id > last.id]


def is_old(message: Message) -> bool:
    return any(words in message.text for words in OLD)


async def test_four_taps_at_once(served: Served) -> None:
    """In one batch: one message, four answers to the taps."""
    ada = served.api.person(1001)
    hello = await served.says(ada, "/start")
    with served.api.holding():
        taps = [ada.taps("Yes, I agree") for _ in range(4)]
    for tap in taps:
        await tap.answered
    await served.api.settled()
    assert [message.labels for message in said_since(ada, hello)] == [["I'm 18 or older", "I'm younger"]]


async def test_four_taps_one_after_the_other(served: Served) -> None:
    """In batches of their own: the same."""
    ada = served.api.person(1001)
    hello = await served.says(ada, "/start")
    for _ in range(4):
        await ada.taps("Yes, I agree", hello).answered
    await served.api.settled()
    assert len(said_since(ada, hello)) == 1


async def test_two_devices(served: Served) -> None:
    """One says yes, the other no, at the same time: the first counts and the second is only answered."""
    ada = served.api.person(1001)
    hello = await served.says(ada, "/start")
    with served.api.holding():
        yes, no = ada.taps("Yes, I agree"), ada.taps("No, thank you")
    await yes.answered
    await no.answered
    await served.api.settled()
    assert [message.labels for message in said_since(ada, hello)] == [["I'm 18 or older", "I'm younger"]]


async def test_yesterdays_button_in_todays_same_state(served: Served) -> None:
    """It is met with where we are now; today's buttons still work after it."""
    ada = await served.at_home(1001)
    yesterday = await served.says(ada, "/break")
    await served.says(ada, "/stop")
    await served.pass_time(DAY)
    today = await served.says(ada, "/break")
    assert yesterday.labels == today.labels
    ada.hears_no_more()
    ada.taps("4", yesterday)
    met = await ada.hears()
    assert is_old(met)
    assert [button.data for row in met.buttons for button in row] == [
        button.data for row in today.buttons for button in row
    ]
    assert "full form" in (await served.taps(ada, "4")).text


async def test_a_button_older_than_anything(served: Served) -> None:
    """Of a conversation that was erased; and one that nobody ever made."""
    ada = await served.at_home(1001)
    menu = ada.last
    await served.says(ada, "/delete")
    await served.taps(ada, "Yes, erase everything")
    ada.hears_no_more()
    ada.taps("Ground me", menu)
    assert "Is that all right with you?" in (await ada.hears()).text
    served.api.updates.inject(
        {"callback_query": {"id": "7", "from": ada.user, "chat_instance": "1", "data": "drop table"}}
    )
    assert is_old(await ada.hears())


async def test_a_left_over_silence(served: Served) -> None:
    """The practice was left within the silence: its end says nothing, today or tomorrow."""
    ada = await served.at_home(1001)
    await served.says(ada, "/feet")
    await served.taps(ada, "Skip", "Sitting")
    stopped = await served.says(ada, "/stop")
    await served.clock.advance(40)
    await served.quiet()
    await served.pass_time(DAY)
    assert said_since(ada, stopped) == []


async def test_going_on_at_the_very_end_of_a_silence(served: Served) -> None:
    """The tap lies in the queue when the silence ends: both want the same, and it is one move."""
    ada = await served.at_home(1001)
    await served.says(ada, "/feet")
    silent = await served.taps(ada, "Skip", "Sitting")
    with served.api.holding():
        tap = ada.taps("I'm ready")
        await served.clock.advance(31)
        await served.quiet()
    await tap.answered
    await served.api.settled()
    said = said_since(ada, silent)
    assert "lean a little" in said[0].text
    assert {button.data for message in said for row in message.buttons for button in row} == {
        button.data for row in said[0].buttons for button in row
    }


async def test_an_update_delivered_twice_and_in_any_order(served: Served) -> None:
    """Telegram does so now and then, and it begins at another number after a quiet week."""
    ada = served.api.person(1001)
    await served.says(ada, "/start")
    with served.api.holding():
        first = served.api.person(1002).says("/start")
        second = served.api.person(1003).says("/start")
        served.api.updates.reorder([second, first])
    await served.api.person(1002).hears()
    await served.api.person(1003).hears()
    served.api.updates.again(first)
    await served.api.settled()
    served.api.updates.restart(at=17)
    await served.says(ada, "/help")
    served.api.updates.restart(at=2**30)
    await served.says(ada, "/help")
    served.api.updates.again(second)
    await served.api.settled()
    counts = [
        sum(message.from_bot for message in served.api.person(number).chat) for number in (1001, 1002, 1003)
    ]
    assert counts == [3, 1, 1]


async def test_a_quiet_week_and_a_lower_number(served: Served) -> None:
    """No number is too low: nobody is ignored because somebody was heard at a higher one."""
    ada = await served.at_home(1001)
    for at in (900_000_000, 17, 2_000_000, 5):
        await served.pass_time(8 * DAY)
        served.api.updates.restart(at=at)
        assert "Here is what I can do" in (await served.says(ada, "/help")).text
