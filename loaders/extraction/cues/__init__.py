"""Cues: triggers, their slots, and the facts that filled slots state."""
