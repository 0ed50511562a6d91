### Supportive touch, in our own words. No touch is an answer at every step.

answer-touch = A kind touch

touch-credit = Inspired by the supportive touch of Kristin Neff and Christopher Germer.

touch-gesture =
    A kind touch can be soothing, and people differ in which. You could try one, and let go whenever you like. No touch is a whole answer, too.
    .heart = A hand on the heart
    .both-hands = Both hands there
    .cheek = A hand on the cheek
    .belly = A hand on the belly
    .arms = Arms around myself
    .own-hand = One hand in the other
    .no-touch = No touch
touch-feel =
    Rest there for a few breaths' time. Notice the warmth and the weight of it, light or firm, as you'd touch somebody dear.

    I'll be quiet for half a minute.
    .let-go = Let go now
touch-how =
    How was that? There is no right way to find it.
    .soothing = It was soothing
    .nothing-much = Nothing much
    .unpleasant = Not for me
    .enough = Good for now
touch-not-that =
    Then that one isn't for you, and it's good to know. The hands can rest wherever they like. What would be kind now?
    .try-another = Try another one
    .no-touch = No touch
    .enough = Good for now
touch-another =
    Which one would you like to try?
    .heart = A hand on the heart
    .both-hands = Both hands there
    .cheek = A hand on the cheek
    .belly = A hand on the belly
    .arms = Arms around myself
    .own-hand = One hand in the other
    .no-touch = No touch
    .enough = Good for now
touch-without =
    Then without touch. Would something else be kind to you right now?
    .blanket = A blanket or a scarf
    .warm-cup = A warm cup
    .look = Something dear to look at
touch-beside =
    Take it to you, and let it be good company. If it isn't near, the thought of it is fine.

    I'll be quiet for half a minute.
    .enough = Good for now
touch-moment =
    It can come along through the day, and nobody needs to see it. When might it be welcome?
    .waking = On waking up
    .before-sleep = Before sleep
    .hard-talk = In a hard talk
    .waiting = While I wait
touch-close =
    { $before ->
        [none] {""}
       *[other] It was { $before } and is { $after } now. {""}
    }{ $kept ->
        [none] { $instead ->
            [none] You listened to what you want and what you don't. That is kind, too.
           *[other] What was good company:
            “{ $instead }”
        }
       *[other] What felt kind:
        “{ $kept }”
        { $moment ->
            [none] {""}
           *[other] And perhaps then:
            “{ $moment }”
        }
    }
