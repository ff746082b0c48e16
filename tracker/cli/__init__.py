"""What runs without a window: the commands, and how they speak.

A command asks the rooms below and prints what they answer. Nothing here knows a widget; Qt is
imported only where a report is drawn.
"""
