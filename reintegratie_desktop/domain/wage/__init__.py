"""The wage during illness: what the employer owes per day, added up per week and per month (BW 7:629)."""
