"""The Plan page: the current plan, its editor, and plans to choose from."""
