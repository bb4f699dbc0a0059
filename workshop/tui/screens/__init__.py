"""The screens: the stage, and the sheets that are laid over it and taken away again."""
