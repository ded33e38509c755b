"""Starts the window and the command line; the only place that builds objects, asks the clock and reads the environment."""
