"""What Telegram shows of the bot before anybody writes: the command menu and the two descriptions."""

COMMANDS = (
    ("break", "A self-compassion break"),
    ("ground", "Find the ground again"),
    ("sos", "Numbers of people who help"),
    ("checkin", "Times at which I look in"),
    ("backdraft", "A practice stirred something up"),
    ("pause", "Pause check-ins"),
    ("resume", "Check-ins on again"),
    ("home", "Leave what is open"),
    ("stop", "Stop everything, keep data"),
    ("country", "Change your country"),
    ("help", "What I can do"),
    ("privacy", "What is kept, and who can read it"),
    ("export", "Everything kept about you"),
    ("delete", "Erase everything"),
)
DESCRIPTION = (
    "Short, structured self-compassion practices, between sessions or on your own. "
    "I'm a program with written texts, inspired by Mindful Self-Compassion; not a person and not therapy. "
    "For adults. /sos shows numbers of people who help."
)
SHORT_DESCRIPTION = "Short self-compassion practices. A program, not therapy."
