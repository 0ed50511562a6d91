"""What a person can do with everything that is kept about them."""

from flows.moment import Moment
from flows.person import Person
from flows.talk import Erase, Withdraw


def erase(moment: Moment) -> None:
    """All of it goes; who writes again is somebody new."""
    moment.person = Person(state=moment.state, turn=moment.person.turn)
    moment.do(Withdraw(), Erase())
