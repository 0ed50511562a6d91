"""What is made of words when nothing is open: distress is met with an offer, and a harsh thought handed back."""

from flows.moment import Moment
from flows.speaking import quoted
from flows.talk import Said
from flows.understand.backdraft import Degree, notice
from flows.understand.distress import is_distress
from flows.understand.unfuse import unfuse


def words(moment: Moment) -> str:
    return moment.incoming.text if isinstance(moment.incoming, Said) else ""


def overwhelmed(moment: Moment) -> bool:
    """Too much, or unreal: before any practice, the ground."""
    return notice(words(moment)).degree in (Degree.OVERWHELMED, Degree.UNREAL)


def distressed(moment: Moment) -> bool:
    return is_distress(words(moment)) or bool(unfuse(words(moment)))


def troubled(moment: Moment) -> bool:
    return overwhelmed(moment) or distressed(moment)


def hand_back(moment: Moment) -> None:
    """A fused sentence is handed back as a thought that one is having."""
    thoughts = unfuse(words(moment))
    if thoughts:
        moment.say_first("unfused", {"thought": thoughts[0]})


def name_it(moment: Moment) -> None:
    """What was named in a practice is heard back: unfused where it was fused, else in the person's own words."""
    thoughts = unfuse(moment.note)
    if thoughts:
        moment.say_first("unfused", {"thought": thoughts[0]})
    else:
        moment.say_first("heard-back", {"words": quoted(moment.note)})
