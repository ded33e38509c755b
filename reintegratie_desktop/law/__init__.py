"""The numbers of the law as dated data with a source, and working days."""
