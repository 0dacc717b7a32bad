"""Words of the domain: enums, errors, text and number forms, clock and calendar arithmetic.

No Qt, no SQL, standard library only. Everything above may import it; it imports nothing of the house.
"""
