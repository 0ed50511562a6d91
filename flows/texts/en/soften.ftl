### Soften, soothe, allow, in our own words. It makes room for a feeling; it is not meant to remove it.

answer-soften = Soften, soothe, allow

soften-credit = Inspired by “soften, soothe, allow” of Christopher Germer and Kristin Neff.

soften-choose =
    Let's take something that is a little hard or fairly hard, and leave the hardest for another day. Nothing has to be solved.

    Take your time, and tap when you have it.
    .have-it = I have it
    .ground-first = Some ground first
soften-name =
    What feeling is here with you? One word is enough.
    .sadness = Sadness
    .fear = Fear
    .anger = Anger
    .shame = Shame
    .loneliness = Loneliness
soften-locate =
    Feelings live in the body, in everybody's. You could go slowly from head to toe. Where is this one easiest to notice?
    .chest = Chest
    .throat = Throat
    .stomach = Stomach
    .shoulders = Shoulders
    .head = Head
soften-soften =
    First, soften. Let the body around that place grow a little looser, as it would in a warm bath. If no place stands out, lean back a bit, all of you.

    Nothing has to go away. I'll be quiet for under a minute.
    .resists = It resists
    .enough = Good for now
soften-edges =
    Then leave the middle as it is. Soften only around the edges, as much as it lets you. A tiny bit is plenty; none at all is fine, too.

    I'll be quiet for under a minute.
    .enough = Good for now
soften-soothe =
    Next, soothe. Which touch would be kind right now? No touch is a good answer, too.
    .there = A hand on that place
    .heart = A hand on my heart
    .own-hand = One hand in the other
    .no-touch = No touch
    .enough = Good for now
soften-soothing =
    Let the warmth of your hand arrive, as if you were tending to somebody dear who is having a hard day.

    I'll be quiet for under a minute.
    .enough = Good for now
soften-warmth =
    Then without touch. You could send a kind thought there, or picture a warm light, or lean into what holds you: the chair, a blanket, the floor.

    I'll be quiet for under a minute.
    .enough = Good for now
soften-soothe-briefly =
    Next, soothe. If you like, rest a hand wherever it feels kind. No touch is fine: a warm thought that goes there does, too.

    I'll be quiet for under a minute.
    .enough = Good for now
soften-allow =
    Last, allow. The feeling may stay, move or fade; there is room for it either way. You don't have to like it, and you don't have to do anything about it.

    I'll be quiet for under a minute.
    .enough = Good for now
soften-close =
    { $before ->
        [none] {""}
       *[other] It was { $before } and is { $after } now. {""}
    }{ $feeling ->
        [none] You made some room.
       *[other] You made room for this:
        “{ $feeling }”
    }

    It's not about making a feeling leave. Being kind while it is here is the whole of it.
