"""Feeds as a way in: ``polling`` asks one feed and stores what is new of it."""
