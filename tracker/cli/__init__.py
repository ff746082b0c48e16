"""What runs without a window: the commands, and their output.

A command queries the rooms below and prints the answers. Nothing here uses widgets, and Qt is
imported only to draw a report.
"""

from typing import Final

# The module of each command, and its line in the help.
COMMANDS: Final = {
    "export": ("exporting", "write CSV files, or the whole log as JSON"),
    "report": ("reporting", "write the report for the physio as PDF"),
    "import": ("importing", "add the training in another program's file, or one of ours"),
    "merge": ("merging", "join copies of a log to it, as two machines leave them"),
    "demo": ("demo", "write a log of made-up training"),
    "check": ("checking", "say whether a log is sound"),
    "recover": ("recovering", "make a log of what can be read of a damaged one"),
    "desktop": ("desktop", "put Soleus into the desktop's menu"),
}
