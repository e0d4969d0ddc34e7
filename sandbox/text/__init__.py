"""Message text: parsing of markup into entities, and entities into safe HTML."""
