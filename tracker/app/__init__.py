"""The running program without its window: the open log, the session, settings, theme, jobs.

QtCore and QtGui are known here, a widget never.
"""
