### The first three minutes.

welcome-hello =
    Hello. I'm selfkind: a program with written texts for short self-compassion practices. I was inspired by Mindful Self-Compassion. I'm not a person, and this is not therapy.

    To guide you I keep your answers, encrypted. Some say how you are, so I need your clear yes. You can erase everything at any time.

    Is that all right with you?
    .agree = Yes, I agree
    .tell-more = Tell me more first
    .decline = No, thank you

welcome-hello-v2 =
    One thing comes first. To guide you I keep your answers, encrypted; some say how you are. You can erase everything at any time.

    I'm a program with written texts, not a person and not therapy. Is that all right with you?

welcome-kept =
    { aside-privacy }

    Is that all right with you?
    .agree = Yes, I agree
    .decline = No, thank you

consent-first =
    I read that, and can't answer it before your yes or no. If you need help now: /sos

welcome-declined =
    That's a whole answer. I'll forget this talk within a day. If you change your mind, it's one tap. For help in a bad hour, /sos works without any yes.
    .agree = I've changed my mind: I agree

welcome-declined-v2 =
    Your no stands, and that's fine. If you change your mind, it's one tap. For help in a bad hour: /sos

welcome-age =
    Thank you. This is made for adults. Which is true for you?
    .adult = I'm 18 or older
    .younger = I'm younger

young-card =
    Thank you for telling me. My practices are made for adults, so I won't go on here. You deserve people who are there for your age.

    { $lines ->
        [none] { $country ->
            [none] Tell me your country and I'll show who is there.
           *[other] Child helplines of many countries: childhelplineinternational.org
        }
       *[other] { $lines }
    }

    In danger: { $emergency ->
        [none] your local emergency number.
       *[other] { $emergency }.
    } An adult you trust can help, too.

young-card-v2 =
    I can't do more for you here than this, and you deserve more than a program.

    { $lines ->
        [none] { $country ->
            [none] Tell me your country and I'll show who is there.
           *[other] Child helplines of many countries: childhelplineinternational.org
        }
       *[other] { $lines }
    }

    In danger: { $emergency ->
        [none] your local emergency number.
       *[other] { $emergency }.
    } An adult you trust can help, too.

country-ask =
    Which country are you in? I ask so that the numbers are right in a bad hour.
    .skip = Skip
country-type =
    What is your country called? Type its name.
country-which =
    Which one is it?
country-unclear =
    I couldn't find that one.

welcome-readiness =
    One question, so that I begin at the right pace. Is any of this true for you these days?

    • a recent trauma
    • losing time, or feeling unreal
    • a crisis right now
    • psychosis or mania
    • heavy use of alcohol or drugs
    .none-of-these = None of these
    .at-least-one = At least one
    .rather-not = I'd rather not say

ready-unsaid =
    That's fine. We'll go gently, then.

welcome-grounding-first =
    Thank you for telling me. Kindness can stir up old pain, so we'll stay with grounding for now. That's care, not a verdict. A doctor or a therapist can be with you in what I can't.

    When you feel ready for more, you can tell me at any time.
    .people = Who can help me?

welcome-begin =
    Thank you. This may be for you if you're hard on yourself, if nothing is ever good enough, or if you care for others all day.

    Where would you like to begin?
    .try-break = Try the short break
    .ground = Ground me first
    .look-in = Look in on me at set times
    .look-round = I'll look round
