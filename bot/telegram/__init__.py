"""Everything that knows Telegram lives here: what comes from it, what goes to it, and in which shape."""
