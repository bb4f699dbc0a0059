"""Paper for the room: a poster that says how to join, and forms for those who use no phone."""
