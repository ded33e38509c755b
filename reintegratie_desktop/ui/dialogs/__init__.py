"""The small windows over a page: each asks one thing."""
