"""From what a cue or a label states to claims with quote, speaker, time and modality."""
