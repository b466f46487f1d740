"""What small sentences state to the default extractor."""
