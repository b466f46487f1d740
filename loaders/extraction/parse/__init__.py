"""From a passage to a tree that is put right: spaCy's parse and what is mended in it."""
