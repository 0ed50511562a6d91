### How would I treat a friend? In our own words.

answer-friend = How would I treat a friend?

friend-credit = Inspired by the exercise with a friend of Kristin Neff and Christopher Germer.

friend-friend =
    Think of somebody you wish well: a friend, a child, or somebody made up. They are in the same spot as you, and they are hard on themselves.

    What would you say to them?
friend-tone =
    Words are one half; the voice is the other. In what tone would you say it?
    .warm = Warm
    .calm = Calm
    .cheerful = Cheering them up
    .firm = Firm and kind
friend-deed =
    And what would you do for them? Small things count.
    .listen = Listen
    .sit-with = Sit with them
    .warm-drink = Make them tea
friend-own =
    Now the other side. You are in that same spot yourself. What do you tend to say to yourself? The real words are fine, even rough ones.
    .rather-not = I'd rather not say
friend-own-heard =
    “{ $words }”
    So that is the other voice. It is one voice in you, not all of you.
friend-own-tone =
    Most people are rougher with themselves than with a friend. In what tone does it come?
    .harsh = Harsh
    .cold = Cold
    .impatient = Impatient
    .mocking = Mocking
    .kind = Kind enough
friend-kind-already =
    Then the two are not far apart today. That is good to know.
friend-fear =
    Often a worry stands between the two voices. What do you fear might happen if you were kinder to yourself?
    .lazy = I'd get lazy
    .weak = I'd seem weak
    .unearned = It wouldn't be earned
friend-change =
    Suppose that for one day you spoke to yourself as you'd speak to that friend. What could be a little different?
friend-keep =
    These were your words for a friend:

    “{ $words }”

    Would you take them for yourself, too? I'd keep them with your kind words.
    .keep-them = Yes, keep them
    .other-words = Other words for me
friend-phrase =
    Is there one kind sentence that you'd like to hear yourself? Write it the way you'd say it to a friend, and I'll keep it with your kind words.
friend-close =
    { $before ->
        [none] {""}
       *[other] It was { $before } and is { $after } now. {""}
    }You looked at both voices, and that takes honesty.

    { $kept ->
        [none] The kind one is yours, too. It can come back on its own time.
       *[other] What you kept:
        “{ $words }”
    }
