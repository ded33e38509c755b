"""People and rules: cases, periods, the clock and its dates, snapshots. Frozen data and pure functions."""
