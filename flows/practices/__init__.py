"""The registry: every practice there is, in the order in which they are offered."""

from flows.practice import Practice
from flows.practices.self_compassion_break import BREAK
from flows.practices.senses import SENSES
from flows.practices.soles import FEET

PRACTICES: tuple[Practice, ...] = (BREAK, FEET, SENSES)
