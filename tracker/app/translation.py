"""Translations in their source form, Qt's TS files; imported only if one is used.

Reading the source takes milliseconds, so there is no compiled form that could be out of date. The
program's texts are in ``soleus_*.ts``, those of ``resources/plans`` in ``plans_*.ts``.
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
    """The texts of some TS files.

    Args:
        paths: The files, written by a person.
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
                if all(forms):  # unfinished ones are shown in English
                    self._words[name, message.findtext("source", "")] = forms

    def isEmpty(self) -> bool:
        return not self._words

    def translate(
        self, context: str, text: str, _disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        forms = self._words.get((context, text))
        if forms is None:
            return None
        return forms[0 if n == 1 or len(forms) == 1 else 1]  # the rule of German and English


def install(language: str, application: QCoreApplication) -> None:
    """Set an application's language: our texts, and Qt's own for its standard buttons."""
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    of_qt = QTranslator(application)
    of_qt.load(f"qtbase_{language}", folder)  # a system's Qt may lack it
    application.installTranslator(of_qt)
    application.installTranslator(Translation(translation_files(language), application))
