"""The training itself: what a calf session is and what its numbers mean.

The standard library, and numpy for whole columns. No Qt, no SQL, no clock, no words for the screen.

[D] in a docstring marks what was decided for this program: there is no source to cite.
"""
