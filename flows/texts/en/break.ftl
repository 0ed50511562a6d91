### The self-compassion break, in our own words. The three short phrases are the traditional ones (Neff, Germer).

break-credit = Inspired by the self-compassion break of Kristin Neff and Christopher Germer.

break-notice =
    Thank you. If you like, let your shoulders drop a little.

    What is here right now? One or two words are enough: a feeling, or something in your body.
    .shame = Shame
    .sadness = Sadness
    .fear = Fear
    .anger = Anger
    .tightness = Tightness
break-locate =
    Where in your body do you notice it most?
    .chest = Chest
    .throat = Throat
    .stomach = Stomach
    .shoulders = Shoulders
    .head = Head
break-mindful =
    You could say to yourself, slowly:

    “This is a moment of suffering.”

    Or simply: “This hurts right now.”
    .own-words = My own words
break-mindful-own =
    What would you say? Put what is here into a few words of your own.
break-humanity =
    Now the second step.

    “Suffering is a part of life.” Somewhere, many people are awake with something like this. Hard hours belong to being a person; they are no fault in you.

    I'll be quiet for half a minute.
break-touch =
    The third step is kindness. If it feels right, rest a hand where it soothes you. No touch is fine, too.
    .heart = Heart
    .belly = Belly
    .cheek = Cheek
    .own-hand = Holding my own hand
    .no-touch = No touch
break-resting =
    Rest there for a moment, in whatever way feels kind. I'll be quiet for half a minute.
break-kindness =
    What do you need to hear right now? Perhaps what you'd say to a good friend.
    .may-i-be-kind = May I be kind to myself
    .did-what-i-could = I did what I could
    .not-alone = I'm not alone in this
    .write-it = I'll write it
break-write =
    Write it the way you'd say it to them.
    .may-i-be-kind = May I be kind to myself
break-need =
    “{ $phrase }”

    I'll keep that for you. And what do you need right now?
    .a-voice = Somebody's voice
    .rest = Rest
break-close =
    { $before ->
        [none] {""}
       *[other] It was { $before } and is { $after } now. {""}
    }You stayed with something hard.

    What you chose to hear:
    “{ $phrase }”
    { $need ->
        [none] It can come along with you.
       *[other] And what you need next:
        “{ $need }”
    }
