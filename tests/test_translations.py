"""Every word of the program is in every translation, whole, and nothing in one is stale."""

import ast
import json
import re
import shlex
import shutil
import subprocess
import sysconfig
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tracker.app.plan_templates import WORDS, template_files
from tracker.disk import DOINGS
from tracker.domain.entry import NAMED
from tracker.ui.window.actions import MENUS, RANGE, RECENT, THEME, Command, Submenu

ROOT = Path(__file__).parent.parent
TRANSLATIONS = sorted((ROOT / "resources" / "translations").glob("soleus_*.ts"))
TEXTS = ("report.html", "figures.html")
OUTSIDE = {"_tr", "_noop", "tr", "noop"}  # of tracker/app/language.py
TOLD_BY = ("disk.py", "domain", "storage", "exchange", "app", "words", "report", "ui")
PLACE = re.compile(r"\{\{?\w*(?::[^{}]*)?\}?\}|%L?n|<[^>]+>|\n|\t")

pytestmark = pytest.mark.parametrize("file", TRANSLATIONS, ids=lambda file: file.stem)


def messages(file: Path) -> dict[tuple[str, str], str]:
    """Return the translation of each message, by its context and its English text.

    Of a counted message, return the plural form; the singular must have the same placeholders.
    """
    found = {}
    for context in ElementTree.parse(file).iter("context"):
        for message in context.iter("message"):
            forms = [each.text or "" for each in message.iter("numerusform")]
            source = message.findtext("source", "")
            places = [sorted(set(PLACE.findall(form)) - {"%Ln"}) for form in forms]
            assert places == places[:1] * len(places), source
            assert all(forms), source
            translated = forms[-1] if forms else message.findtext("translation", "")
            found[context.findtext("name", ""), source] = translated
    return found


def asked_for() -> Iterator[tuple[str, str]]:
    """Return each message as the running program requests it: its context and its English text."""
    for path in sorted((ROOT / "tracker").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
        owner = {id(inner): each.name for each in classes for inner in ast.walk(each)}
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            match node.func:
                case ast.Attribute(value=ast.Name(id="self"), attr="tr"):
                    # Qt finds nothing else than words that stand there.
                    assert isinstance(node.args[0], ast.Constant), (path, node.lineno)
                    yield owner[id(node)], str(node.args[0].value)
                case ast.Name(id="plural"):
                    words, comment, _number = node.args
                    assert isinstance(words, ast.Constant), (path, node.lineno)
                    assert isinstance(comment, ast.Constant)
                    assert comment.value is None
                    yield "", str(words.value)
                case ast.Name(id="worded") if path.name != "worded.py":
                    assert isinstance(node.args[0], ast.Constant), (path, node.lineno)
                    yield "", str(node.args[0].value)
                case ast.Name(id=name) if name in OUTSIDE:
                    if isinstance(node.args[0], ast.Constant):
                        yield "", str(node.args[0].value)


def test_lupdate_finds_nothing_new_and_nothing_stale(file: Path, tmp_path: Path) -> None:
    guide = (ROOT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
    line = next(each for each in guide.splitlines() if "pyside6-lupdate " in each)
    command = line.removeprefix(".venv/bin/")
    copy = tmp_path / file.name
    shutil.copy(file, copy)
    program, *arguments = shlex.split(command)
    found = shutil.which(program, path=sysconfig.get_path("scripts"))
    assert found is not None
    done = [found, *arguments[:-1], str(copy)]
    assert arguments[-1].startswith("resources/translations/")
    subprocess.run(done, cwd=ROOT, capture_output=True, check=True)
    assert messages(copy).keys() == messages(file).keys()
    assert copy.read_bytes() == file.read_bytes()


def test_all_that_the_program_asks_for_is_there(file: Path) -> None:
    assert set(asked_for()) == messages(file).keys()


# What is no word for a person: faults of our own, and of damaged bytes, told in words elsewhere.
OUR_OWN = {
    "domain/change.py",
    "domain/frozen.py",
    "storage/checking.py",
    "storage/columns.py",
    "storage/remembering.py",
    "storage/row_times.py",
    "storage/rows.py",
}


def texts_raised() -> Iterator[tuple[str, int]]:
    """Return where a room raises an error with a literal text: file and line."""
    for path in sorted((ROOT / "tracker").rglob("*.py")):
        within = path.relative_to(ROOT / "tracker")
        if within.parts[0] not in TOLD_BY or within.as_posix() in OUR_OWN:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
                for words in node.exc.args[:1]:
                    is_text = isinstance(words, ast.Constant) and isinstance(words.value, str)
                    if is_text or isinstance(words, ast.JoinedStr):
                        yield within.as_posix(), node.lineno


def test_what_is_refused_is_worded_so_that_it_can_be_said(file: Path) -> None:
    assert list(texts_raised()) == []


def test_what_a_refusal_names_is_worded_too(file: Path) -> None:
    """The checks take plain words, as an entry is made too often to word them each time."""
    named, doings = set(map(str, NAMED)), set(map(str, DOINGS))
    checks = {"require_within": named, "require_day": named, "require_keepable": named}
    checks |= {"_bounded": named, "_whole": named, "could_not_be": doings, "in_words": doings}
    checks |= {"disk_in_words": doings, "header_of": doings, "require_plain_file": doings}
    found = 0
    for path in sorted((ROOT / "tracker").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                for words in node.args if name in checks else ():
                    if isinstance(words, ast.Constant) and isinstance(words.value, str):
                        assert words.value in checks[name], (path, node.lineno)
                        found += 1
    assert found > len(NAMED)
    assert named | doings <= {source for _, source in messages(file)}


def test_every_message_is_finished(file: Path) -> None:
    assert "unfinished" not in file.read_text(encoding="utf-8")
    assert all(messages(file).values())


def test_places_and_marks_are_those_of_the_english(file: Path) -> None:
    for (_, source), translated in messages(file).items():
        assert Counter(PLACE.findall(translated)) == Counter(PLACE.findall(source)), source
        assert translated[:1].isspace() == source[:1].isspace(), source
        assert translated[-1:].isspace() == source[-1:].isspace(), source
        assert translated.endswith("…") == source.endswith("…"), source


def test_letters_for_alt_are_where_the_english_has_them_once_each(file: Path) -> None:
    for (_, source), translated in messages(file).items():
        assert translated.count("&") == source.count("&"), source


def test_no_two_entries_of_a_menu_have_the_same_letter(file: Path) -> None:
    known = messages(file)
    submenus = {RECENT: "Open &recent", THEME: "&Theme", RANGE: "&Range of Progress"}

    def letters(entries: tuple[Command | Submenu | str | None, ...]) -> list[str]:
        words = [
            known[("Menus", submenus[each]) if isinstance(each, str) else ("", each.text)]
            for each in entries
            if each is not None
        ]
        return [word.partition("&")[2][0].lower() for word in words]

    menus = [letters(entries) for _, entries in MENUS]
    inner = (each for _, entries in MENUS for each in entries if isinstance(each, Submenu))
    menus += [letters(each.commands) for each in inner]
    menus.append([known["", title].partition("&")[2][0].lower() for title, _ in MENUS])
    for menu in menus:
        assert len(set(menu)) == len(menu), menu


def shape(text: str) -> list[str]:
    """List what a text contains besides words: tags, blocks, values, sources."""
    text = re.sub(r' width="\d+%"', "", text)
    return sorted(re.findall(r"<!--.*?-->|</?[a-z0-9]+[^>]*>|\$[a-z]+|\b(?:19|20)\d\d\b", text))


@pytest.mark.parametrize("name", TEXTS)
def test_longer_texts_have_all_that_the_english_has(file: Path, name: str) -> None:
    language = file.stem.removeprefix("soleus_")
    english = ROOT / "resources" / name
    translated = english.with_suffix(f".{language}.html")
    assert shape(translated.read_text("utf-8")) == shape(english.read_text("utf-8"))


def words_of(part: object) -> Iterator[str]:
    """Return the words of a template, at any depth."""
    match part:
        case dict():
            yield from (str(part[name]) for name in WORDS if name in part)
            yield from (word for each in part.values() for word in words_of(each))
        case list():
            yield from (word for each in part for word in words_of(each))


def test_every_word_of_a_template_is_there_and_nothing_else(file: Path) -> None:
    words = {
        ("plans", word)
        for template in template_files()
        for word in words_of(json.loads(template.read_text("utf-8")))
    }
    translated = messages(file.with_name(file.name.replace("soleus", "plans")))
    assert translated.keys() == words
    assert all(translated.values())
