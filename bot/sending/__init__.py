"""Everything that decides when a stored message goes out lives here; how it goes is the carrier's affair."""
