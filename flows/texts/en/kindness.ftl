### Kindness in daily life, in our own words: one small act.

answer-kindness = One small kind act

kindness-credit = Inspired by self-compassion in daily life of Kristin Neff and Christopher Germer.

kindness-area =
    One small kind act for yourself, no more. Where would it be welcome today?
    .body = Body
    .mind = Mind
    .feelings = Feelings
    .others = With others
    .spirit = What matters to me
kindness-body =
    What would your body like? Pick one, or type your own.
    .drink = A glass of water
    .stretch = A slow stretch
    .lie-down = Lie down a while
    .wash = Warm water on my hands
    .walk = A few steps outside
kindness-mind =
    What would give your mind a rest? Pick one, or type your own.
    .one-less = One thing less today
    .away-phone = Phone away for a while
    .music = One song I like
    .window = Look out of the window
    .ask-less = Good enough is enough
kindness-feelings =
    What would your feelings like? Pick one, or type your own.
    .kind-line = One kind line to myself
    .let-cry = Let tears come, if they do
    .soft-thing = Something soft to hold
    .talk-to = Tell somebody how I am
    .old-photo = Look at a dear photo
kindness-others =
    What would be good between you and others? Pick one, or type your own.
    .thank = Thank somebody
    .message = Write to a friend
    .ask-help = Ask for help with one thing
    .say-no = Say no to one thing
    .smile = A smile for a stranger
kindness-spirit =
    What would feed what matters most to you? Pick one, or type your own.
    .sky = Look at the sky
    .candle = Light a candle
    .quiet = Sit in quiet, or pray
    .plant = Tend to a plant
    .what-matters = Write down what I value
kindness-act =
    One small kind act for yourself: which would be easy today? Pick one, or type your own.
    .drink = A glass of water
    .stretch = A slow stretch
    .window = Look out of the window
    .message = Write to a friend
    .sky = Look at the sky
kindness-when =
    “{ $act }”

    Small is good. Is there a moment for it now?
    .now = Now
    .later = Later today
kindness-doing =
    Go ahead, with no hurry. While you do it, you could think: this is for me. I'll be here when you're back.
    .did-it = I did it
    .did-not = It didn't work out
kindness-trying =
    That happens. The wish to be kind to yourself was there all the same.
kindness-close =
    { $before ->
        [none] {""}
       *[other] It was { $before } and is { $after } now. {""}
    }{ $outcome ->
        [did] You did something kind for yourself:
        “{ $act }”
        [later] For later today, if it still fits:
        “{ $act }”
        [tried] It can have another try on another day, or not at all.
       *[other] Not now is a fine answer. It can wait for another day.
    }
