"""Knowing when a human is needed: one function, `screen`, and the values it answers with."""

from flows.safety.finding import Finding, Kind, Level
from flows.safety.screening import screen

__all__ = ["Finding", "Kind", "Level", "screen"]
