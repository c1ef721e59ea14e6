"""Missionfeed: an event-driven news ingestion service for space missions and crews."""

__version__ = "0.1.0"
