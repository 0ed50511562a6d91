"""The registry: every practice there is, in the order in which they are offered."""

from flows.practice import Practice
from flows.practices.breathing import BREATHING
from flows.practices.critic import CRITIC
from flows.practices.friend import FRIEND
from flows.practices.kindness import KINDNESS
from flows.practices.letter import LETTER
from flows.practices.self_compassion_break import BREAK
from flows.practices.senses import SENSES
from flows.practices.soften import SOFTEN
from flows.practices.soles import FEET
from flows.practices.touch import TOUCH

PRACTICES: tuple[Practice, ...] = (BREAK, FEET, SENSES)
# Written and walked by tests, but not offered before they stand in transcripts that a clinician has read.
COMING: tuple[Practice, ...] = (SOFTEN, LETTER, FRIEND, CRITIC, TOUCH, KINDNESS, BREATHING)
