"""Soleus, a desktop strength log for runners."""

__version__ = "0.1.0"


class TrackerError(Exception):
    """A fault of the world (a disk, a lock, a bad file), told in words for a person."""
