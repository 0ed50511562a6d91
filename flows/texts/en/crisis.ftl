### When somebody's life or safety may be at stake. Numbers first; never methods, promises, or blame.

-program = I'm a program, so I can't call anybody for you.

crisis-card-suicide =
    Please reach a person now. Emergency: { $emergency ->
        [none] your local emergency number
       *[other] { $emergency }
    }
    { $lines ->
        [none] A helpline near you: { $directory }
       *[other] { $lines }
    }

    I'm glad you said it. { -program } Is there somebody who can be with you, even on the phone? And can you put some distance between you and anything you could hurt yourself with? You don't have to carry this hour alone.

    Will you contact one of them?
crisis-card-self-harm =
    A person can help you through this. Emergency, if you're badly hurt: { $emergency ->
        [none] your local emergency number
       *[other] { $emergency }
    }
    { $lines ->
        [none] A helpline near you: { $directory }
       *[other] { $lines }
    }

    Thank you for telling me. { -program } If a wound needs care, please get it seen to. Moving away from what you'd use, or holding something very cold, can carry you over the strongest minutes. Being near somebody you trust helps, too.

    Will you contact one of them?
crisis-card-danger =
    Your safety comes first. Emergency: { $emergency ->
        [none] your local emergency number
       *[other] { $emergency }
    }
    { $lines ->
        [none] A helpline near you: { $directory }
       *[other] { $lines }
    }

    What is being done to you is not your fault. { -program } This chat can be read by anyone who opens your phone. If that's a risk, write from a safer moment or device, and delete this chat afterwards.

    Will you contact one of them when it's safe?
crisis-card-medical =
    Call now: { $emergency ->
        [none] your local emergency number
       *[other] { $emergency }
    }
    { $lines ->
        [none] {""}
       *[other] Poison centre: { $lines }
    }
    Say what happened, how much and when, even if you feel all right. Unlock the door if you can. { -program }

    Will you call?
crisis-card-harm-to-others =
    Please step away from them now, into another room or outside. Emergency: { $emergency ->
        [none] your local emergency number
       *[other] { $emergency }
    }
    { $lines ->
        [none] A line to talk to: { $directory }
       *[other] { $lines }
    }

    You said it before it happened; that matters. { -program } Somebody on the phone can help you through the next minutes.

    Will you contact one of them?
crisis-sometimes =
    Thank you for saying so. Sometimes counts.
crisis-contacting =
    Good. I'll be quiet and here. Nothing else will come from me until you say so.
    .reached = I've talked to somebody
    .not-reached = It didn't work
crisis-barriers =
    What makes it hard? Whatever it is, others have met it, too.
    .talking = I can't talk out loud
    .burden = I don't want to be a burden
    .afraid = I'm afraid of what happens then
    .no-use = It won't help
    .nobody-answers = Nobody answers
barrier-talking =
    Many lines can be texted or have a chat. Or show somebody this screen; that says enough.
barrier-burden =
    The people on these lines are there for exactly this. You take nothing from anybody by calling.
barrier-afraid =
    You can ask them first what happens with what you say, and leave out your name. Or ask somebody you trust to make the call with you.
barrier-no-use =
    It may not change everything. It can make this one hour easier to get through, and that is enough for now.
barrier-nobody =
    Then please try another line, or the emergency number. Or knock on the nearest door you trust.
crisis-hold =
    Everything else is paused until you tell me that you're safe for now. Emergency: { $emergency ->
        [none] your local emergency number
       *[other] { $emergency }
    }
    { $lines ->
        [none] A helpline near you: { $directory }
       *[other] { $lines }
    }
    I'm a program. A person can do more for you than I can.
crisis-hold-v2 =
    I'm still here, and only for this. Emergency: { $emergency ->
        [none] your local emergency number
       *[other] { $emergency }
    }
    { $lines ->
        [none] A helpline near you: { $directory }
       *[other] { $lines }
    }
    Is there one of them you could reach in the next minutes? I'm a program and can't do it for you.
glad-reached =
    I'm glad you reached somebody.
crisis-safe =
    Safe for now, for the next hours?
    .safe-now = Yes, for now
    .not-sure = I'm not sure
released =
    I'm glad. We'll go slowly: grounding only, until you feel ready for more. The numbers stay one tap away under /sos.
released-unsettled =
    I'm glad. The numbers stay one tap away under /sos.
crisis-check =
    I want to ask plainly, because I can't see you: are you thinking of ending your life?

    Numbers of people who help: /sos
    .no = No, I meant something else
crisis-check-v2 =
    One plain question, so that I don't miss anything: are there thoughts of ending your life?

    Numbers of people who help: /sos
    .no = No, I meant something else
check-again =
    A yes or a no is enough. If you need numbers now: /sos
glad-asked =
    Thank you for clearing that up. I'd rather ask once too often.
crisis-worried =
    Worrying about somebody is heavy.

    You can ask them directly: “Are you thinking of ending your life?” Asking does not plant the idea. Then listen, stay with them, and call together.
    { $lines ->
        [none] A helpline near you: { $directory }
       *[other] { $lines }
    }
    In danger right now: { $emergency ->
        [none] your local emergency number
       *[other] { $emergency }
    }

    And how are you with this?
    .about-me = It's about me, too
crisis-sos =
    Numbers of people who help. Emergency: { $emergency ->
        [none] your local emergency number
       *[other] { $emergency }
    }
    { $lines ->
        [none] A helpline near you: { $directory }
       *[other] { $lines }
    }
    { $lines ->
        [none] {""}
       *[other] More, in every country: { $directory }
    }

    I'm a program and can't call for you. Is it one of these?
    .in-danger = I might end my life
    .somebody-hurts = Somebody is hurting me
    .hurt-now = I'm hurt, or took too much
