### Answers to questions about the program itself; nobody is moved by them.

aside-help =
    Here is what I can do.

    /break: a self-compassion break, three to five minutes
    /ground: find the ground again
    /checkin: I look in at times you choose
    /pause and /resume: check-ins off and on
    /backdraft: a practice stirred up something old
    /sos: numbers of people who help
    /country: change your country
    /home and /stop: leave whatever is open
    /privacy, /export, /delete: your data

aside-privacy =
    What I keep: your answers about age, country and readiness, where we are in a talk, your check-in times, kind words you chose or wrote, when you practised and your numbers from 0 to 10, and that a hard moment came up, without its words. All of it is encrypted.

    Why: to guide you, and nothing else. How long: until you erase it with /delete. What you write inside a practice goes when the practice ends. A message that I fail to process is kept sealed for up to 30 days, so that the fault can be mended.

    Who can read it: bot chats on Telegram are not end-to-end encrypted, so Telegram could. { $operator ->
        [none] Whoever runs this bot
       *[other] { $operator } runs this bot and
    } holds the key and could, too.{ $contact ->
        [none] {""}
       *[other] {" "}Contact: { $contact }
    }

    /export sends you everything. /delete erases everything and takes back your consent. This is for wellbeing and practice between sessions; it is not a medical device.

aside-about =
    I'm a program with written texts, not a person and not therapy. No model makes up my sentences; people wrote each one. I was inspired by Mindful Self-Compassion, the work of Kristin Neff and Christopher Germer, and I'm not affiliated with it.
