"""What stands around a clause: headings, labels, topics, who was named and who met."""
