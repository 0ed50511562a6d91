"""Every shape that the database ever had, and the way from each to the next, lives in this package."""
