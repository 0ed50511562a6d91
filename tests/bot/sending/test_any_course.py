"""Whatever happens in whatever order: every message has one end, and each chat keeps its order."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sending.outcomes import AwayError, DeliveryError, TooFastError, UnacceptableError, UnreachableError
from flows.talk import Rank
from tests.bot.sending.post import Office, open_office, row

PEOPLE = ("ada", "bo", "cy", "dee")
TROUBLES = (
    TooFastError(3),
    AwayError("HTTP 500"),
    AwayError("TimedOut", uncertain=True),
    UnacceptableError("other"),
    UnreachableError(),
)
WHO = st.sampled_from(PEOPLE)
EVENTS = st.one_of(
    st.tuples(st.just("put"), WHO, st.sampled_from(Rank), st.sampled_from((None, 2.0, 20.0))),
    st.tuples(st.just("trouble"), WHO, st.sampled_from(TROUBLES)),
    st.tuples(st.just("withdraw"), WHO),
    st.tuples(st.just("down"), st.booleans()),
    st.tuples(st.just("later"), st.sampled_from((0.0, 0.5, 1.0, 7.0))),
)


@dataclass(slots=True)
class Course:
    """One run: what was put, and how each row ended."""

    office: Office
    put: dict[int, str] = field(default_factory=dict)
    withdrawable: dict[str, set[int]] = field(default_factory=lambda: {who: set() for who in PEOPLE})
    may_be_gone: set[int] = field(default_factory=set)

    async def take(self, event: tuple[object, ...]) -> None:
        match event:
            case ("put", str(who), Rank() as rank, float() | None as lifetime):
                self._put(who, rank, lifetime)
            case ("trouble", str(who), DeliveryError() as error):
                self.office.post.trouble[who].append(error)
            case ("withdraw", str(who)):
                self.office.sender.withdraw(who.encode())
                self.may_be_gone |= self.withdrawable[who]
            case ("down", bool(down)):
                self.office.post.down = down
            case ("later", float(seconds)):
                await self.office.clock.advance(seconds)

    def _put(self, who: str, rank: Rank, lifetime: float | None) -> None:
        number = len(self.put)
        expires = None if lifetime is None else self.office.clock.now() + timedelta(seconds=lifetime)
        self.put[number] = who
        if rank is not Rank.CARE:
            self.withdrawable[who].add(number)
        self.office.sender.put([row(number, who, rank, expires=expires)])

    def check(self) -> None:
        assert self.office.sender.depth == 0
        outcomes = self.office.sender.take_outcomes()
        ended = Counter([*outcomes.delivered, *outcomes.expired, *outcomes.refused])
        assert not ended or max(ended.values()) == 1, "no row ends twice"
        assert set(self.put) - set(ended) <= self.may_be_gone, "only what was withdrawn has no outcome"
        assert sorted(outcomes.delivered) == sorted(int(one.text) for one in self.office.post.sent)
        for who in PEOPLE:
            read = [int(text) for text in self.office.post.to(who)]
            assert read == sorted(read)
            assert {self.put[number] for number in read} <= {who}


@settings(max_examples=120, deadline=None)
@given(st.lists(EVENTS, max_size=40), st.sampled_from((0, 1, 30)), st.sampled_from((1, 3, 50)))
def test_every_message_has_one_end_and_each_chat_its_order(
    events: list[tuple[object, ...]], rate: float, concurrency: int
) -> None:
    async def run() -> None:
        async with open_office(rate, concurrency) as office:
            course = Course(office)
            for event in events:
                await course.take(event)
            office.post.down = False
            await office.clock.advance(300)
            course.check()

    asyncio.run(run())
