"""The reader: tokens as the entities that a slot wants, whatever way they are told."""
