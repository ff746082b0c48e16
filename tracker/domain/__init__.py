"""The training itself: what a calf session is and what its numbers mean.

Uses the standard library, and numpy for whole columns. No Qt, no SQL, no clock, no on-screen text.

[D] in a docstring marks a choice made for this program, with no source to cite.
"""
