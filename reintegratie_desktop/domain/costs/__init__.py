"""What a case costs: the wage, what the employer entered, what a loonsanctie would add, and what may come back."""
