### Soothing rhythm breathing, in our own words. Breath is one choice among three.

answer-breathing = A soothing rhythm

breathing-credit = After the soothing rhythm breathing of Paul Gilbert (Compassion Focused Therapy).

breathing-company =
    Some minutes with a slow, even rhythm. Breath isn't a calm place for everybody; a sound, or something in your hand, is as good. Which one would you like?
    .breath = Breath
    .sound = Sounds
    .hold = Something to hold
breathing-breath =
    Sit so that you feel steady. Eyes open is fine. Let the breath come and go as it wants, and follow it for a while. There is no right way.

    I'll be quiet for under a minute.
    .sound-instead = Sounds instead
    .hold-instead = Something to hold instead
    .enough = Good for now
breathing-slower =
    Now, if it's comfortable, let it grow a little slower and more even, the way out a bit longer than the way in. If it feels tight, let it go back to how it was.

    I'll be quiet for a minute.
    .sound-instead = Sounds instead
    .hold-instead = Something to hold instead
    .enough = Good for now
breathing-sound =
    Sit so that you feel steady. Eyes open is fine. Let one sound come to you: a fan, a clock, the street. Stay with it, and when you drift off, come back.

    I'll be quiet for under a minute.
    .enough = Good for now
breathing-far-sound =
    Now let the sounds grow wider: near ones, far ones, the quiet between them. They come and go at their own pace, and you can slow down with them.

    I'll be quiet for a minute.
    .enough = Good for now
breathing-hold =
    Take something small: a stone, a cup, a sleeve. Sit so that you feel steady; eyes open is fine. Notice its weight, its edges, warm or cool.

    I'll be quiet for under a minute.
    .enough = Good for now
breathing-hold-slowly =
    Now move a thumb over it, slowly: one way, a rest, and back. Let that be the rhythm. A little slower is fine, if you like.

    I'll be quiet for a minute.
    .enough = Good for now
breathing-tone =
    To end, let your face grow friendly, as when you meet somebody you like. If you say a word to yourself, say it in that tone.

    I'll be quiet for under a minute.
    .enough = Good for now
breathing-close =
    { $before ->
        [none] {""}
       *[other] It was { $before } and is { $after } now. {""}
    }You gave yourself a slower moment. That rhythm is there in a queue or on a bus, too.
