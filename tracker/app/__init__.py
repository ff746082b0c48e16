"""The running program without its window: the open log, the session, settings, theme, jobs.

It may use QtCore and QtGui, but no widgets.
"""
