"""The full-screen talk: one point at a time, big type, no hurry. It stands on top of a form and returns to it."""
