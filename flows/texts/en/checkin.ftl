### Check-ins.

checkin-days =
    On which days may I look in? You can also type them.
    .every-day = Every day
    .weekdays = Weekdays
    .weekend = Weekend
    .choose-days = Choose days
checkin-pick-days =
    Tap the days you'd like, then Done.
days-unclear =
    I couldn't tell the days from that. “Mon, Wed and Fri” would work.
checkin-time =
    At what time of day? Tap one, or type it, such as 7:30 or half past eight.
time-unclear =
    I couldn't read that as a time.
checkin-which-time =
    Which one do you mean?
checkin-place =
    Whose clock do you live by? Type your city, or the time it is for you now, or tap a place.
place-unclear =
    I couldn't find that place.
checkin-set =
    Then this is the plan: { $days } at { $time }, by the clock in { $place }. First time: { $next }. You never have to answer.
checkin-settings =
    Your check-ins: { $days } at { $time }, by the clock in { $place }. Next time: { $next }.
checkin-silenced =
    Check-ins are paused. I won't write by myself until you say /resume.
checkin-off =
    Check-ins are off. If you ever want them back: /checkin
checkin-ask =
    Hello. Nothing you have to do here.

    How was the way you spoke to yourself today?
    .kind-enough = Kind enough
    .harsh = Harsh
    .mixed = Mixed
    .later = Later
    .other-times = Other times
    .switch-off = Stop these
checkin-ask-v2 =
    Looking in, as you asked. No answer is fine.

    What tone have you had with yourself today?
    .kind-enough = Kind enough
    .harsh = Harsh
    .mixed = Mixed
    .later = Later
    .other-times = Other times
    .switch-off = Stop these
checkin-kind =
    That's good to notice. Go well.
checkin-harsh =
    That's honest. Would a minute help, or is it enough to have said it?
checkin-mixed =
    Mixed is how most days are. Would a minute help, or is it enough to have said it?
checkin-heard =
    I read that, and thank you. Would a minute help, or is it enough to have said it?
checkin-later =
    When would be better?
    .in-an-hour = In an hour
    .next-time = Next time, then
checkin-snoozed =
    In an hour, then.
checkin-next-time =
    Next time, then. Go well.
