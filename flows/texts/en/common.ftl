### Labels of buttons that are the same everywhere, and lines that can stand before any text.

answer-agree = I agree
answer-adult = I'm 18 or older
answer-ready = I'm ready
answer-worse = This makes it worse
answer-not-now = Not now
answer-not-yet = Not yet
answer-skip = Skip
answer-yes = Yes
answer-no = No
answer-sometimes = Sometimes
answer-home = Home
answer-back = Back
answer-done = Done
answer-thanks = Thank you
answer-fine = That's fine
answer-feet = Feel my feet
answer-senses = Five things I can see
answer-ground = Ground me
answer-break = Self-compassion break
answer-body = One kind thing for my body
answer-people = I need a person to talk to
answer-leave-me = Leave me be
answer-nothing = Nothing right now
answer-checkin = Check-ins
answer-help-now = Help now
answer-said-it = I said it
answer-cannot-tell = I can't tell
answer-warm-drink = Something warm to drink
answer-some-air = Some air
answer-choose-country = Choose my country
answer-other-country = Another country
answer-ready-for-more = I feel ready for more
answer-switch-off = Switch off
answer-silence = Pause check-ins
answer-speak-again = Check-ins on again
answer-change-days = Other days
answer-change-time = Another time
answer-change-place = Another place
answer-its-enough = It's enough
answer-a-minute = A minute
answer-contact = I'll contact them
answer-cannot = I can't do that
answer-meant-else = I meant something else
answer-safe = I'm safe for now

honest-notice =
    A word in between, to be honest with you: I'm a program with written texts, not a person and not therapy.

lost-place =
    Something changed on my side since we last spoke, and I lost our place. Nothing you kept is gone.

not-understood =
    I'm a program, and I didn't get that. A button below works best, or /stop to leave.
in-the-quiet =
    I read that. The quiet goes on; “I'm ready” ends it sooner.
not-understood-v2 =
    That went past me; I only know a few things. We are here:

old-button =
    That button belongs to an earlier moment. This is where we are now:
old-button-v2 =
    That moment has passed, and that's fine. Here we are:

saw-edit =
    I saw that you changed a message. I go by what was sent first; the new words can come as a new message.

cannot-listen =
    I can't listen to voice or watch video. Typed words reach me. If you need help right now: /sos
cannot-see =
    I can't see pictures, stickers or files. Typed words reach me.
cannot-see-v2 =
    Only words reach me, I'm afraid. Here is where we are:

only-english =
    I only understand English so far, so I may miss what you said. If you need help now, /sos shows numbers in your country.

unknown-command =
    I don't know that command. /help lists the ones I know.
did-you-mean =
    I don't know that command. Did you mean { $command }?

sorry =
    Sorry, that went wrong on my side, and I couldn't answer properly. You can send it again. If you need help now: /sos

unfused =
    { $thought }
    Thoughts like that can hurt.
heard-back =
    “{ $words }”
    That's what is here. It isn't who you are.
not-knowing =
    Not knowing is fine too. Something is here, and you noticed.

country-set =
    { $country ->
        [none] No country, then.
       *[other] { $country }, noted.
    }{ $emergency ->
        [none] {""}
       *[other] {" "}The emergency number there is { $emergency }.
    }

export-done =
    Here is everything I keep about you, in one file. Take care where you store it.
