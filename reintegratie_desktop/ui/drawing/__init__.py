"""Drawings: the time line of two years, and the hours per week."""
