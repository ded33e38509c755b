"""How questions are declared: fields, steps and flows, the wizard as a state machine, validation as findings."""
