### Meeting the inner critic, in our own words. A voice that sounds like somebody who did harm is never thanked.

answer-critic = Meeting the inner critic

critic-credit = Inspired by work with the inner critic of Kristin Neff and Christopher Germer, and by the language of parts of Richard Schwartz (Internal Family Systems).

critic-behaviour =
    Take something you do, or leave undone, that you are hard on yourself for. Something of middle weight is best. What is it?
    .putting-off = I put things off
    .snapping = I snap at people
    .not-finishing = I don't finish things
    .saying-yes = I say yes too often
critic-deed-heard =
    “{ $words }”
    That is something you do at times. It isn't all of you.
critic-trait-heard =
    “{ $words }”
critic-trait =
    That sounds like a verdict on all of you. Behind it there is often one thing that you do. What do you do, or leave undone, at such times?
critic-says =
    When that happens, what does the strict voice in you say? Word for word is fine, or close to it.
    .rather-not = I'd rather not say
critic-voice-heard =
    “{ $words }”
    That's how the voice puts it. It is one voice, not the whole of you.
critic-tone =
    A voice has a tone, too. How does it sound?
    .harsh = Harsh
    .cold = Cold
    .let-down = Let down
    .mocking = Mocking
    .worried = Worried
critic-hurt =
    Now leave the voice, and turn to the one who has to hear it. How is it to be spoken to like that?
    .sad = It makes me sad
    .small = I feel small
    .ashamed = I feel ashamed
    .angry = I get angry
critic-shared =
    That is hard to hear. And you are not alone with it: nearly everybody knows a voice like that, and many take it for the truth.

    I'll be quiet for half a minute.
critic-voice =
    One question with care; any answer is fine, and so is none.

    Does this voice sound like somebody who hurt you?
    .rather-not = I'd rather not say
critic-apart =
    Thank you. Then we leave that voice where it is. You owe it nothing.

    If somebody is hurting you now, /sos shows people who can help. If you like, we turn to a kinder voice.
    .go-on = To the kinder voice
    .enough = I'd rather close here
critic-protect =
    One way to see it: this voice is one part of you. It began long ago, and it tries to keep you safe in the only way it knows. What might it be trying to keep you from?
    .failing = Failing
    .rejection = Being left out
    .being-hurt = Being hurt
    .falling-behind = Falling behind
    .nothing-good = I see nothing good in it
critic-thank =
    It may have worked hard for that, even where it went wrong. If it feels true, you could tell it: “I hear you. You can rest a while.”
    .not-this-time = Not this time
critic-words =
    There is another part of you: wise, warm, on your side. It sees what you did, and it wishes you well all the same. What would it say?
    .on-your-side = I'm on your side
    .may-learn = You may be learning
    .enough-as-is = You are enough as you are
    .write-it = I'll write it
critic-write =
    Write it as that kind part would say it.
    .on-your-side = I'm on your side
critic-close =
    { $before ->
        [none] {""}
       *[other] It was { $before } and is { $after } now. {""}
    }{ $phrase ->
        [none] You listened with care, and you stopped when it was enough. Both are kind.
       *[other] The kinder voice has spoken, too:
        “{ $phrase }”

        I keep that with your kind words.
    }
