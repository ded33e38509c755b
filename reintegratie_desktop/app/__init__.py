"""Starts the window and the command line: builds objects, asks the clock, reads the environment; nothing else does."""
