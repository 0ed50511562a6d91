### The compassionate letter, in our own words, and what becomes of letters that were kept.

answer-letter = A letter to myself
answer-letters = My letters

letter-credit = Inspired by the compassionate letters of Kristin Neff and Christopher Germer, and of Paul Gilbert (Compassion Focused Therapy).

letter-theme =
    This will be a letter to yourself, from somebody who means you well. First, what is it about? Take something that you are hard on yourself for; something of middle weight is best.
    .rather-not = I'd keep that to myself
letter-hurt =
    And how does it hurt to look at yourself that way? A few words are enough.
letter-friend =
    Now picture a friend who may be made up: wise, warm, on your side. They know all your flaws and think no less of you for them. They have lived, too, and know that nobody gets by without flaws.

    I'll be quiet for under a minute.
    .nobody = Nobody comes
letter-somebody =
    That happens to many. It can be a person from a book, an old dog, a tree, or the kindest part of you. All it needs is to look at you warmly.

    I'll be quiet for under a minute.
letter-write =
    Now let this friend write to you: about what hurts, about all that you are, about what they wish for you. You write it down, “Dear” and your name first, if you like.

    Send as many messages as you want; together they are one letter.
    .begin-help = Help me begin
    .not-today = Not today
letter-beginnings =
    Some first lines to borrow:

    “I know how long you have carried this.”
    “With the life you have had, no wonder that…”
    “There is so much more to you than this.”
    “What I wish for you is…”

    Take one, or none, and go on.
    .not-today = Not today
letter-reply =
    Then write back, as you are today. It could be about what has changed, what hasn't, or how it was to read it.

    Send as many messages as you want; together they are one letter.
    .not-today = Not today
letter-another-day =
    Then another day. It can wait.
letter-more =
    That's in the letter. Write on, or tap Done.
letter-more-v2 =
    It's there. There is room for more, and Done is for when it's whole.
letter-more-v3 =
    I have that. Take your time; whatever comes next can come slowly.
letter-more-v4 =
    Added. Tap Done whenever it feels complete.
letter-on =
    Go on where you left off. Done shows it whole again.
letter-unfinished =
    What you wrote of your letter so far is under /letters.
letter-full =
    The letter has all that I can keep in one. Your last message is not in it. Done shows you what is there; the rest could be a second letter.
letter-reread =
    Here is your letter. You could read it slowly, as if it came by post.

    { $letter }

    Would you like to keep it?
    .keep-it = Keep it
    .write-on = Write on
    .let-go = Don't keep it
letter-keep =
    The letter is above. Would you like to keep it?
letter-sure =
    If you let it go, I can't bring it back. Is that what you want?
    .keep-it = No, keep it
    .let-go = Yes, let it go
letter-when =
    It's kept under /letters. Would you like it to come back to you one day? You can also type a day, such as “next Friday” or “12 December”.
    .tomorrow = Tomorrow
    .in-a-week = In a week
    .in-a-month = In a month
    .not-at-all = No, it stays there
letter-day =
    That would be { $day }. Is that the day?
    .another-day = Another day
letter-day-unclear =
    I couldn't find a day in that. It can be any day from tomorrow to two years from now.
letter-close =
    { $before ->
        [none] {""}
       *[other] It was { $before } and is { $after } now. {""}
    }{ $fate ->
        [kept] You put kind words on paper for yourself, and /letters has them. { $day ->
            [none] {""}
           *[other] They come back on { $day }.
        }
        [gone] The page is empty again. You wrote it all the same, and that was the practice.
       *[other] No letter today, and that's fine.
    }

letters-look =
    Letters you write to yourself stay here until you delete them.
letters-gently =
    Kind words can stir things up, too. It's fine to leave them closed for now.
letters-list =
    Which one would you like to open?
    .earlier = Earlier ones
    .write = Write a new one
letters-none =
    There is none yet. Would you like to write one?
    .write = Write one
letters-one =
    The letter of { $written }. What would you like to do with it?
    .read-it = Read it
    .come-back = Let it come back
    .delete-it = Delete it
letters-fetch =
    Here it is. Take your time with it.
letters-letter =
    Written on { $written }.

    { $letter }
    .answer-it = Answer it
    .come-back = Let it come back
    .delete-it = Delete it
    .stirs = It stirs things up
letters-read =
    The letter is above. What would you like to do with it?
letters-gone =
    That letter is no longer here.
letters-delete =
    A deleted letter is gone for good. Would you like to delete it?
    .delete-it = Yes, delete it
    .keep-it = Keep it
letters-deleted =
    It's deleted.
letters-back =
    A letter you wrote wants to come back. Would you like to read it now?
    .read-it = Read it
    .later = Later
    .not-any-more = Not any more
letters-when =
    On which day may it come? You can also type one, such as “next Friday” or “12 December”.
    .tomorrow = Tomorrow
    .in-a-week = In a week
    .in-a-month = In a month
    .not-at-all = Not at all
letters-set =
    Then it comes back on { $day }.
    .another-day = Another day
letters-stays =
    All right. It stays under /letters, and won't come by itself.
