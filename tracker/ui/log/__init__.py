"""The Log page: the day, the sets of a session, and the bar that runs beside a session."""
