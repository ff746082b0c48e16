"""The Plan page: the plan that runs, its editor, and the plans that could."""
