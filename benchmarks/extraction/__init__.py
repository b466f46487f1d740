"""How fast documents are read, beside plain spaCy, and how much memory it takes."""
