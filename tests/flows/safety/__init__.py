"""Tests of knowing when a human is needed."""
