"""The program as an operator runs it, held to what it promises: real processes, a real database, a strict Telegram."""
