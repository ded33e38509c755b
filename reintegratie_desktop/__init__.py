"""Re-integratie Desktop: guides small Dutch employers through the Wet verbetering poortwachter, offline."""

__version__ = "0.1.0"
