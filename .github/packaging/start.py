"""Where the bundle's program begins: at the same door as the installed one."""

import sys

from tracker.__main__ import run

sys.exit(run())
