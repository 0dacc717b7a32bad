"""Short forms of an employee's name."""


def short_name(name: str) -> str:
    """The family name and the first letter of the given one: "Кравцова Ольга" gives "Кравцова О."."""
    parts = name.split()
    return f"{parts[0]} {parts[1][0]}." if len(parts) > 1 else name


def initials(name: str) -> str:
    """Two letters for the avatar: given name first, as it is spoken."""
    parts = name.split()
    if len(parts) > 1:
        return (parts[1][0] + parts[0][0]).upper()
    return name[:2].upper()
