"""Telling a trait from a behaviour lives here: "I'm lazy" is a verdict on a person, "I put things off" is not."""

import re
from typing import Final

from flows.understand.unfuse import unfuse

LONGEST: Final = 4096

_VERDICTS: Final = (
    r"lazy|stupid|dumb|ugly|fat|weak|worthless|useless|selfish|boring|weird|needy|clumsy|foolish|pathetic"
    r"|incompetent|inadequate|inferior|hopeless|unlovable|unlikable|disgusting|broken|crazy|insecure|immature"
    r"|undisciplined|unreliable|irresponsible|cowardly|sensitive|emotional|shy|awkward|difficult|cold|mean"
    r"|evil|rotten|ungrateful|unworthy|dramatic|slow|soft|damaged|defective"
)
_NOUNS: Final = (
    r"failure|loser|idiot|fool|coward|fraud|mess|burden|disappointment|moron|monster|imposter|impostor"
    r"|liar|quitter|procrastinator|perfectionist|pushover|freak|waste"
)
_QUALITIES: Final = (
    r"laziness|stupidity|ugliness|weakness|selfishness|cowardice|incompetence|clumsiness|neediness"
    r"|insecurity|perfectionism|shyness|personality|character|nature|whole self"
)
_DEGREE: Final = (
    r"(?:(?:so|too|very|really|such|always|simply|totally|quite|rather|kind of|a bit|basically|a|an|the|this)"
    r"\s+)*"
)
_SPECIFIC: Final = r"(?!\s+(?:to|with|at|about|when|whenever|in|on|around|towards?)\b)"
_BEING: Final = r"(?:\bi\s?(?:am|'?m)|\bbeing|\bthat i'?m|\bi was born|\bi feel like)\s+"
_TRAITS: Final = tuple(
    map(
        re.compile,
        (
            rf"{_BEING}{_DEGREE}(?:{_VERDICTS}|{_NOUNS})\b{_SPECIFIC}",
            rf"{_BEING}{_DEGREE}(?:bad|terrible|horrible|awful|lousy|rotten|worthless|useless)(?: \w+)?$",
            rf"{_BEING}{_DEGREE}not (?:good|smart|clever|strong|pretty|thin) ?enough\b",
            rf"{_BEING}not enough\b",
            rf"\bmy (?:own )?(?:{_QUALITIES})\b",
            rf"^{_DEGREE}(?:{_VERDICTS}|{_NOUNS}|{_QUALITIES})$",
            r"\b(?:who|how|what) i am\b|\beverything about me\b|\ball of me\b|^(?:me|myself|everything)$",
        ),
    )
)


def names_trait(text: str) -> bool:
    """Tell whether a text judges the person rather than naming something they do. Never raises."""
    plain = " ".join(text[:LONGEST].casefold().replace("’", "'").split()).strip(' .!…"“”')
    return bool(unfuse(text)) or any(trait.search(plain) for trait in _TRAITS)
