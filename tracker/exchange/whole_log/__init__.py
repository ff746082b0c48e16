"""A whole log as JSON, written and read, and merging two logs by the ids of their entries."""
