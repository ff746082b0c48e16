"""The training itself: what a calf session is and what its numbers mean."""
