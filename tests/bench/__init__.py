"""The load side of `make bench`: a lean Telegram, its people, and the bots that are measured."""
