### When practice stirs up old pain.

backdraft-stop =
    Then we stop right here. You did well to notice.

    When kindness arrives, old pain sometimes comes out of hiding. It has a name, backdraft, and it is known to pass. You did nothing wrong.

    Let your eyes be open and look around. Would something simple for your body help?
backdraft-stop-again =
    Then we stop right here. You did well to notice.

    This happened not long ago, too. You did nothing wrong. A therapist or counsellor can be beside you in this in a way I can't; a doctor or findahelpline.com can point you to one.

    Let your eyes be open and look around. Would something simple for your body help?
backdraft-still =
    Thank you for saying so. Nothing is asked of you, and I still won't send anything by myself. Would something simple help?
backdraft-body =
    What is the most compassionate thing you can do for your body right now?
    .some-air = A few steps outside
    .something-soft = A pet, or something soft
good-choice =
    Good choice. Take all the time you want with it.
backdraft-pause =
    I won't send you anything from now on, and we'll leave the deeper practices alone until you say so. May I ask how you are, once, tomorrow?
    .tomorrow = Check on me tomorrow
    .no-look-in = No, I'll write when I want
look-in-planned =
    I'll ask once, tomorrow. You won't have to answer.
left-in-peace =
    All right. You'll hear nothing from me until you write.
backdraft-people =
    Talking to somebody can help.

    { $lines ->
        [none] {""}
       *[other] { $lines }
    }
    A helpline near you: { $directory }
    For longer: a doctor, a counsellor or a therapist; you could tell them what came up here.
    In danger: { $emergency ->
        [none] your local emergency number.
       *[other] { $emergency }.
    }
backdraft-rest =
    It's quiet here. Grounding is there when you want it, and everything else waits for your word.
    .come-back = I'd like to come back
practice-rests =
    That practice rests while you do.
check-ins-rest =
    Check-ins rest while you do.
rest-heard =
    I read that. I'm a program, so I can't be with you in it as a person could.
rest-heard-v2 =
    Thank you for writing. I can't answer that well, but I can offer some ground.
backdraft-returned =
    Welcome back. At first only grounding; the rest opens step by step, each time at your word.
backdraft-look-in =
    Hello. You asked me to look in today. Nothing you have to do here.

    How is it now?
    .better = A bit better
    .the-same = The same
    .harder = Harder
look-in-better =
    Good to read. There is no hurry.
look-in-same =
    Thank you for saying so. It may need time, and that's all right.
backdraft-harder =
    Then let's take it lightly. What would help most?
