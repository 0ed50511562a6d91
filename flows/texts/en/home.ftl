### Where nothing is open.

home-menu =
    I'm here. What would be welcome?
    .what-else = What else?
home-menu-v2 =
    Nothing is asked of you here. What would help?
    .what-else = What else?
home-menu-v3 =
    You're at home. Pick something, or tell me how it is.
    .what-else = What else?

home-what-else =
    /backdraft if a practice stirred something up. /pause and /resume for check-ins. /country, /privacy, /export and /delete for what is yours. /help lists it all.

home-unknown =
    I'm a program and only know a few things, so I may have missed what you meant. Perhaps one of these?
home-unknown-v2 =
    I read that, and have no good answer to it. These I can do:

home-offer =
    Would three quiet minutes for yourself be welcome?
    .shorter = Something shorter
home-offer-v2 =
    That sounds hard. Would you like a few quiet minutes for yourself?
    .shorter = Something shorter

home-overwhelmed =
    That sounds like a lot at once. Nothing has to be worked out now. Would some ground help?
    .from-practice = It came up in a practice
home-enough =
    Then that's that. I'm here when you want.
home-enough-v2 =
    All right. Go well.
home-stopped =
    We've stopped. Nothing is open, and what you kept is still there. Check-ins you set stay on, unless you pause them.

again-ask =
    We began something a while ago and left it open. That's fine. A lot can change, so would you like to begin it afresh?
    .begin-again = Begin afresh

ground-choose =
    Let's find some ground. Eyes can stay open. Which one?

delete-confirm =
    This erases everything I keep about you: your settings, your check-ins, your kind words, your numbers. It can't be undone, and messages in this chat stay until you delete the chat.

    Erase it all?
    .keep = Keep everything
    .erase = Yes, erase everything
delete-kept =
    Nothing was erased.
delete-erased =
    It's done. Everything I kept about you is erased. If you ever write again, we start as strangers. Go well.
