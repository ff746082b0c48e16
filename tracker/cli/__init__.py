"""What runs without a window: the commands, and how they speak.

A command asks the rooms below and prints what they answer. Nothing here knows a widget; Qt is
imported only where a report is drawn.
"""

from typing import Final

# Each command: its module, and its line in the help.
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
