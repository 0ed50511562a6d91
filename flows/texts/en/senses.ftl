### Five senses, 5-4-3-2-1 (common practice), in our own words.

senses-credit = The 5-4-3-2-1 practice is widely used; its author is not known.

senses-see =
    Let your eyes be open. Look around slowly and name five things you can see. In your head, aloud, or typed.
senses-feel =
    Now four things that your body can feel: the chair, your clothes, the air, the floor.
senses-hear =
    Three things you can hear. Far ones count.
senses-smell =
    Two things you can smell, or two smells you like.
senses-taste =
    One thing you can taste. A sip of water counts.
senses-close =
    { $after ->
        [none] That's it.
       *[other] { $before ->
            [none] It's { $after } now.
           *[other] It was { $before } and is { $after } now.
        }
    } You are here, in this room, on this day.
