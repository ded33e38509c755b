"""Widgets that paint and report; they reach the file and the papers only through services."""
