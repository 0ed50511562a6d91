### The question before and after a practice.

dose-before =
    How strong is it right now, from 0 (calm) to 10 (as bad as it gets)?
dose-before-ground =
    If you like, first a number: how strong is it right now, from 0 (calm) to 10 (as bad as it gets)?
dose-form =
    Thank you. There is a full form, about five minutes, and a short one, about two. Which would you like?
    .full = The full one
    .short = The short one
dose-settle =
    Thank you for being honest. That is strong, so first some ground.

    Feel your feet on the floor, or press your hands together. Notice the pressure, the warmth, the edges. Your eyes can be open. I'll be quiet for a minute.
dose-settled =
    How strong is it now, from 0 to 10?
not-settled =
    It's still strong, so we stay with grounding today. That's a kindness, too.
too-strong =
    That is very strong. A practice like this could open too much now, so we leave it.
too-strong-still =
    That is very strong, and you stayed with it.
dose-fire =
    One question I ask everybody here: are there thoughts of not wanting to be alive?
    .no = No
dose-support =
    Thank you for telling me. When it's this strong, ground comes first. What would help?
dose-after =
    How strong is it now, from 0 to 10?
dose-after-ground =
    If you like: how strong is it now, from 0 to 10?
dose-still-high =
    It's still high, and you stayed with it. Would another kind of ground help, or a person?
rating-rose =
    It's stronger than before. Thank you for telling me.

ladder-closed =
    For now we stay with grounding. That practice goes nearer to old pain than is kind at this pace. It opens again when you say so.
ground-before-more =
    Good to hear. First some ground; when it went calmly, I'll ask you about the next step.
calm-before-more =
    Good to hear. It opens step by step: after the next practice that goes calmly, I'll ask you.
all-is-open =
    Everything is open already.
ladder-gentle =
    That went calmly. Would you like to go on gently, with short practices? Only if it feels right.
    .gently = Yes, gently
ladder-full =
    That went calmly. Would you like everything to be open now?
    .all-open = Yes, open it all
gently-open =
    Gently, then. Short practices are open now.
all-open-now =
    Then everything is open, as slowly as you like.
not-yet =
    Not yet is a good answer.
