### Cards to read, one idea each. Every claim has its source in docs/sources.md; a new claim needs one, too.

answer-more = More
answer-try-it = Try it
answer-more-topics = More topics

learn-again =
    We were reading. These are the ways on:
learn-again-v2 =
    The card is still there to read. From here you can go on:

## The pages

learn-basics =
    Short cards to read, one idea each. Reading is enough; nothing has to be tried.

    First, what self-compassion is. Which card would you like?
    .pillars = What is self-compassion?
    .mindfulness = Mindfulness
    .humanity = Common humanity
    .self-kindness = Self-kindness
    .misread = What it is not
learn-workings =
    Next, how it may work. Which card would you like?
    .systems = Threat, drive and soothing
    .criticism = Why criticism feels safe
    .body = What happens in the body
    .backdraft = Backdraft
    .approaches = Two approaches, side by side
learn-changes =
    What people report, and what studies say. Which card would you like?
    .burnout = Burnout and boundaries
    .relationships = Relationships
    .mood = Anxiety and low mood
    .stance = A new way with oneself
    .found = What studies found
    .limits = What studies don't show
learn-onward =
    And where to go from here. Which card would you like?
    .for-me = Is it for me now?
    .professional = Finding a professional
    .courses = Courses
    .teachers = Who may teach
    .books = Books

## What it is

learn-pillars =
    Self-compassion is to meet your own pain the way a good friend would.

    The psychologist Kristin Neff sees three parts in it: to notice what hurts, to know that others hurt too, and to be kind. She calls them mindfulness, common humanity and self-kindness. Each has an opposite.
learn-pillars-more =
    The three lean on each other. Without noticing, there is nothing to be kind to. Without others in view, kindness can turn into feeling sorry for yourself. Without kindness, noticing can stay cold.

    In my practices they come in this order: name it, see that it is human, be kind.

learn-mindfulness =
    To be mindful here means: see what goes on inside, and neither drown in it nor push it away. “I notice panic.”

    The opposite is over-identification. The feeling becomes all of you: “I'm a mess.”

    Between these two sentences there is a little room.
learn-mindfulness-more =
    A thought can sound like a fact. You can put a few words in front of it: “I'm having the thought that”.

    So “I'm a failure” turns into “I'm having the thought that I'm a failure”.

    The thought may stay. But now somebody is looking at it.

learn-humanity =
    To fail, to hurt and to fall short is part of being a person. It comes to all of us, in different ways. That is common humanity.

    Its opposite is isolation: the sense that I alone am broken, while everybody else copes. Shame grows in that corner.
learn-humanity-more =
    This is not “others have it worse”. Pain needs no ranking.

    And it doesn't say that all lives are alike. Some people carry far more than others, and some of it was done to them.

    The point is smaller: in an hour like this you have company, even if you can't see it.

learn-self-kindness =
    Self-kindness is the tone you would use with a friend who has a hard time. It asks: “What do you need right now?”

    The opposite is self-judgement, the voice that says: “Something is wrong with you.”

    Kindness doesn't call a mistake good. It stays with you while you look at it.
learn-self-kindness-more =
    If kind words feel false, tone can come before words: a softer voice, a slower pace, a warm cup.

    To some people kindness feels strange, or even unsafe. That seems more common in those who judge themselves harshly. It is no failing. Small doses count.

learn-misread =
    Three things are often mistaken for it.

    Self-pity says “poor me” and forgets that others hurt, too. Indulgence wants what feels good now; kindness looks at what is good for you in the long run. And you aren't let off: you can own a mistake without a beating.
learn-misread-more =
    Does kindness make us lazy? In four experiments, people asked to be kind to themselves about a mistake or a failed test wanted more to do better. After the test, they also studied longer. In another study, they could own their part without being swamped.

    These were short experiments. They say little about a whole life.

## How it may work

learn-systems =
    Paul Gilbert describes three systems behind our feelings.

    Threat looks out for danger: fear, anger, disgust. Drive goes after things: to want, to win, to get done. Soothing comes when we feel safe and cared for: calm, warmth, rest.

    All three are needed. It gets hard when the third has no room.
learn-systems-more =
    It is a map and not a scan of the brain. The real thing is less tidy.

    On this map, harsh words to yourself wake the threat system from inside. A warm tone or a slow rhythm may wake the soothing one. Gilbert's idea is that this side can be trained.

learn-criticism =
    The inner critic often wants to protect. If I find the fault first, nobody can surprise me with it. If I'm hard on myself, I'll try harder, or stay small and out of danger.

    So it can feel like safety, even while it hurts. To let go of it can feel like taking off armour.
learn-criticism-more =
    Paul Gilbert's team asked 246 students why they criticise themselves. Two kinds of reason came out: to get better, and to punish. The second may be the more harmful one.

    At times the voice is borrowed from somebody who hurt us. A voice like that is owed no thanks.

learn-body =
    Going over what went wrong can put the body on guard: the heart beats faster, the skin sweats. Kindness may do the reverse.

    In one experiment, people heard a short self-compassion exercise. Their hearts grew slower and their skin calmer. Other tasks didn't do this.
learn-body-more =
    The picture is mixed. In one study, a hand on the heart went with less of a stress hormone after a hard task, yet people felt as stressed as the rest. In another, a short training calmed some signs of stress, but not that hormone.

    These were lab studies. Your body may differ, and no touch is fine.

learn-backdraft =
    Firefighters know it: open the door of a burning room, and the fire flares. Christopher Germer took the word from them. When kindness comes in, old pain may come out: sorrow, fear, shame, or feeling numb.

    It is known, and it tends to pass. It is no failure, and it is no goal.
learn-backdraft-more =
    If it comes: stop. Open your eyes, look around, feel the floor, drink something warm. No practice needs to be finished. /backdraft does this with me.

    There is hardly any research on it yet; we go by what teachers and therapists have seen. If it keeps coming, a therapist can be beside you in it.

learn-approaches =
    Mindful Self-Compassion, by Neff and Germer, is an eight-week course. Its roots are in mindfulness and Buddhist thought, and it teaches skills for daily life.

    Compassion Focused Therapy, by Gilbert, is a therapy. Its roots are in how our minds evolved. It was made for people with much shame and self-criticism. To them, kindness can feel like a threat.
learn-approaches-more =
    The two share a lot, and many therapists mix them. One asks: how can I be a good friend to myself? The other trains the soothing side, so that threat isn't always in charge.

    I borrow from both. I'm neither the course nor the therapy, and I'm not linked with those who offer them.

## What people report, and what studies say

learn-burnout =
    After a mindfulness course, ten people who had been through cancer spoke of change: less pushing, more time for themselves, clearer limits with others. Some therapists say the same of people near burnout.

    That is what people report; nobody can promise it. And no way of thinking makes up for a job with too few hands.
learn-burnout-more =
    A review looked at ten studies of self-compassion training and work. All ten were hopeful. Their quality was medium, and all were with people in caring jobs.

    In one small study, 23 health workers had lower burnout scores afterwards. There was no other group to compare them with.

learn-relationships =
    Some therapists say that people who learn it need less praise from outside. They say it gets easier to be with others.

    One study asked 104 couples. Some of them were kinder to themselves than others. Their partners saw them as more caring and less controlling.
learn-relationships-more =
    A review of 72 papers found much the same: links with closer bonds, warmer parenting, and making up after a fight. But a link can run both ways. Being loved well may also make it easier to be kind to yourself.

    And kindness to yourself never means staying with somebody who harms you.

learn-mood =
    People who are kinder to themselves tend to report less anxiety, low mood and stress. Over 20 groups of people, the link was strong.

    A link is not a cause. It is also easier to be kind to yourself on a good day.
learn-mood-more =
    Training has been tested, too. On average, anxiety and low mood eased more than without it; the effect was small to medium. An average says nothing about one person.

    If fear or low mood stays for weeks, or life gets too heavy, a doctor or a therapist is a good next step. /sos works at any time.

learn-stance =
    In a Norwegian study, 94 students wrote about what changed after three meetings. What came up most: they were more friendly to themselves, noticed when they were too hard on themselves, and felt less alone with pain.

    They also wrote of letting painful feelings be.
learn-stance-more =
    In another study, 15 people spoke about training online. It had become a way to live, they said, and old habits die hard.

    Both can be true: something shifts, and the critic still calls. All 15 had finished the training; we don't hear from those who left.

learn-found =
    Three reviews put many trials together.

    Ferrari (2019), 27 trials: medium effects on stress, low mood, anxiety and self-criticism.
    Wakelin (2021), 19 trials with 1,350 people: a medium drop in self-criticism.
    Wilson (2018), 22 trials: small to medium effects on anxiety and low mood.

    Medium means: worth noticing, and no cure.
learn-found-more =
    The numbers (Hedges' g; 0.2 is small, 0.5 medium, 0.8 large):

    Ferrari: self-compassion 0.75, stress 0.67, low mood 0.66, anxiety 0.57, self-criticism 0.56.
    Wakelin: self-criticism 0.51.
    Wilson: self-compassion 0.52, anxiety 0.46, low mood 0.40.

    Ferrari's numbers for eating and brooding are far larger. I'd read those with care.

learn-limits =
    Is it better than another good treatment? That is unproven. In Wilson's review, the gain was clear over all comparisons together. Against other active treatments, no difference was found. Wakelin, too, found less there.

    Not all agree: Kirby and Gilbert say Wilson mixed therapies that don't belong together.
learn-limits-more =
    More limits: trials that found nothing may be missing from Ferrari's review. A later one, of 56 trials (Han and Kim, 2023), found small to medium effects and a high risk of bias. Few trials were online. People knew what they were getting, which can colour answers.

    And nobody has tested me.

## Going on

learn-for-me =
    It may suit you if you're hard on yourself, or if nothing is ever good enough. It may suit you if care for others wears you out.

    The ground comes first with any of these:

    • a new trauma, or a crisis
    • losing time, or feeling unreal
    • psychosis or mania
    • heavy drink or drugs
learn-for-me-more =
    Ground first is no lesser path. It means feet, eyes and ears; kindness towards old pain can wait. With a therapist beside you, more may be possible sooner.

    How I sort this is a careful rule of our own, and no test. You can tell me at any time that you feel ready for more.

learn-professional =
    A start can be your doctor. At work or school there may be a counsellor. Your country may have a list of licensed therapists.

    You may ask what licence they have. You may ask how they work, and what it costs. And you may ask if they know harsh self-criticism and shame well.
learn-professional-more =
    You may talk to two or three before you choose. How safe you feel with them counts for a lot, and it's fine to say that it doesn't fit.

    A short note is enough to begin: “I'm very hard on myself, and it's getting too much. Is there room for me?”

learn-courses =
    Mindful Self-Compassion is taught in groups, on site or online: eight weekly meetings and a half-day. It is a training and not therapy. You need no practice before you come.

    The Center for Mindful Self-Compassion lists courses and teachers: centerformsc.org. I'm not linked with it.
learn-courses-more =
    On your own, there is the workbook by Neff and Germer, and self-compassion.org has exercises by Kristin Neff.

    For Gilbert's approach, the Compassionate Mind Foundation is a start: compassionatemind.co.uk.

    With any teacher, you can ask what they do when old pain comes up.

learn-teachers =
    To teach the eight-week course, people first take it themselves and keep a daily practice. Then come the teacher training, a practicum, and a first course with guidance. After that they are trained teachers.

    To be certified comes later, after three courses or more. The Center for Mindful Self-Compassion runs all this.
learn-teachers-more =
    The Center asks that only those on this path use the course's name. Single practices are another matter: therapists and coaches may use them in their own work, and are asked to name the source. To sell them, say in an app, takes the Center's leave.

    Such a certificate is no licence for therapy.

learn-books =
    These are good to begin with.

    “Self-Compassion” is by Kristin Neff.
    “The Mindful Path to Self-Compassion” is by Christopher Germer.
    “The Mindful Self-Compassion Workbook” is by both, and goes step by step.
    “The Compassionate Mind” is by Paul Gilbert. It tells of threat, drive and soothing.
learn-books-more =
    “I Thought It Was Just Me” is by Brené Brown, on shame.
    “No Bad Parts” is by Richard Schwartz, on inner parts. There is little research on it so far.
    “The Body Keeps the Score” is by Bessel van der Kolk, on trauma. It tells of violence, and experts dispute some of it.

    Any book may be put down.
