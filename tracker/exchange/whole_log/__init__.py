"""A whole log as JSON, there and back, and one log joined to another by the ids of its entries."""
