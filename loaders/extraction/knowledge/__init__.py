"""What is known while a tree is read: the ontology, the document so far, the place of reading."""
