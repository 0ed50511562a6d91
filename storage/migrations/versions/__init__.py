"""One file for each step; none is ever changed after it has been published."""
