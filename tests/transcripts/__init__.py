"""Conversations that a clinician can read, each played through the pure core and through the whole program."""
