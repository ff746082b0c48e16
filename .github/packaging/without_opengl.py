"""What stands in the bundle for Qt's OpenGL, ten megabytes; PyInstaller runs it before the program.

pyqtgraph names both modules when it is imported, and uses them only where a chart is drawn by
OpenGL, as none of ours is.
"""

import sys
from types import ModuleType

for name, parts in (("QtOpenGL", ()), ("QtOpenGLWidgets", ("QOpenGLWidget",))):
    module = ModuleType(f"PySide6.{name}")
    vars(module).update({part: type(part, (), {}) for part in parts})
    sys.modules[module.__name__] = module
