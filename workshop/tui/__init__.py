"""The screens in the terminal: the stage that the room sees, and the desk that it does not."""
