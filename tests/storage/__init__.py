"""What is remembered, tested on a real database file."""
