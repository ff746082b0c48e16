"""The Log page: the day, the sets of a session, and the bar for a session under way."""
