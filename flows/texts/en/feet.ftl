### Soles of the feet (Singh et al.), in our own words.

feet-credit = After “soles of the feet” by Nirbhay Singh and colleagues.

feet-arrive =
    Let's go to the ground. Eyes open is fine. How would you like to be? If feet don't work for you, pressing your hands together does, too.
    .standing = Standing
    .sitting = Sitting
    .hands = With my hands
feet-feel =
    Notice where you touch something solid: soles on the floor, or palm on palm. Warm or cool, hard or soft, it is all fine. I'll be quiet for half a minute.
feet-rock =
    Now lean a little forward, and a little back. Then side to side. Notice how the pressure moves. Half a minute.
feet-walk =
    If there is room, take a few slow steps: lift, move, place. Or stay, and press and let go. Take your time; I'll be quiet.
feet-appreciate =
    These feet and hands carry you through whole days. You could thank them for a breath or two.
feet-close =
    { $after ->
        [none] That's it.
       *[other] { $before ->
            [none] It's { $after } now.
           *[other] It was { $before } and is { $after } now.
        }
    } The ground stays where it is; you can come back to it anywhere.
