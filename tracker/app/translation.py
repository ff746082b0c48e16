"""Translations as they are written, in Qt's TS files; imported only where one is spoken.

Reading the source takes milliseconds, so nothing compiled is kept beside it that could be older.
The program's words are in ``soleus_*.ts``, those of ``resources/plans`` in ``plans_*.ts``.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

from tracker.app.resources import ROOT


def translation_files(language: str) -> list[Path]:
    """List the TS files of a language."""
    return sorted((ROOT / "translations").glob(f"*_{language}.ts"))


class Translation(QTranslator):
    """The words of some TS files.

    Args:
        paths: The files, filled by a person.
    """

    def __init__(self, paths: Iterable[Path], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: dict[tuple[str, str], Sequence[str]] = {}
        contexts = (each for path in paths for each in ElementTree.parse(path).iter("context"))
        for context in contexts:
            name = context.findtext("name", "")
            for message in context.iter("message"):
                forms = [each.text or "" for each in message.iter("numerusform")]
                forms = forms or [message.findtext("translation", "")]
                if all(forms):  # one that is still to be written is shown in English
                    self._words[name, message.findtext("source", "")] = forms

    def isEmpty(self) -> bool:
        return not self._words

    def translate(
        self, context: str, text: str, _disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        forms = self._words.get((context, text))
        if forms is None:
            return None
        return forms[0 if n == 1 or len(forms) == 1 else 1]  # as German counts, and English


def install(language: str, application: QCoreApplication) -> None:
    """Let an application speak a language: our words, and Qt's own for its standard buttons."""
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    of_qt = QTranslator(application)
    of_qt.load(f"qtbase_{language}", folder)  # a system's Qt may come without it
    application.installTranslator(of_qt)
    application.installTranslator(Translation(translation_files(language), application))
