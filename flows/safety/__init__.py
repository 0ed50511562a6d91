"""Knowing when a human is needed: one function, `screen`, and the values it answers with."""

from flows.safety.finding import Finding, Kind, Level
from flows.safety.screen import screen

__all__ = ["Finding", "Kind", "Level", "screen"]
