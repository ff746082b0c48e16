"""Words that people and programs write in cells: legs, yes and no, done or not."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from tracker.domain.file_words import Topic
from tracker.exchange.importing.formats import heading_of
from tracker.exchange.importing.names import Sides, sides_said, traits_of
from tracker.exchange.importing.words import YES as SAID_YES
from tracker.exchange.importing.words import UnknownWordError, folded
from tracker.worded import worded

_SIDES: Final = {
    **dict.fromkeys(
        (
            *("l", "left", "links", "linke", "linkes", "linkes bein", "li", "left leg", "lt"),
            *("gauche", "g", "jambe gauche", "izq", "izquierda", "izquierdo", "i"),
            *("sx", "sinistra", "sinistro", "sin", "esq", "esquerda", "esquerdo", "e"),
            *("v", "va", "sol", "bal", "vas"),
        ),
        Sides.LEFT,
    ),
    **dict.fromkeys(
        (
            *("r", "right", "rechts", "rechte", "rechtes", "rechtes bein", "re", "right leg", "rt"),
            *("droite", "droit", "d", "jambe droite", "der", "dcha", "derecha", "derecho"),
            *("dx", "destra", "destro", "dex", "dir", "direita", "direito"),
            *("h", "ho", "p", "п", "oik"),
        ),
        Sides.RIGHT,
    ),
    **dict.fromkeys(
        (
            *("both", "both legs", "b", "two", "bilateral", "double", "two legs"),
            *("beide", "beidbeinig", "beidseitig", "les deux", "deux", "ambas", "ambos"),
            *("entrambe", "entrambi", "ambedue", "beiden", "bada", "обе", "両"),
        ),
        Sides.BOTH,
    ),
    **dict.fromkeys(
        (
            *("each", "each side", "each leg", "per side", "per leg", "l/r", "r/l", "l+r", "l&r"),
            *("l r", "li/re", "je", "je seite", "je bein", "jede seite", "pro seite", "pro bein"),
            *("chaque", "chaque cote", "g/d", "cada", "cada lado", "cada pierna", "sx/dx"),
            *("per lato", "per gamba", "ogni gamba", "izq/der", "per been", "per ben"),
        ),
        Sides.EACH,
    ),
}
YES: Final = frozenset(
    {
        *("1", "true", "yes", "y", "ja", "j", "si", "s", "oui", "o", "sim", "x", "✓", "✔", "wahr"),
        *("vrai", "verdadero", "vero", "da", "tak", "да", "так", "是", "はい", "on"),
        *("evet", "kylla", "igen", "ano", "ναι", "t"),
    }
)
NO: Final = frozenset(
    {
        *("0", "false", "no", "n", "nein", "non", "nao", "nej", "nee", "falsch", "faux", "falso"),
        *("nie", "ei", "нет", "ні", "否", "いいえ", "off", "-", "", "✗", "✘"),
        *("hayır", "hayir", "nem", "ne", "οχι", "f"),
    }
)
_DONE: Final = YES | {
    *("done", "complete", "completed", "finished", "performed", "ok", "success", "logged"),
    *("erledigt", "fertig", "gemacht", "absolviert", "fait", "termine", "hecho", "completado"),
    *("fatto", "completato", "feito", "concluido", "gedaan", "klar", "partial"),
}
_NOT_DONE: Final = (NO - {""}) | {
    *("skipped", "skip", "missed", "not done", "planned", "scheduled", "pending", "todo"),
    *("incomplete", "cancelled", "canceled", "failed to start", "open"),
    *("ausgelassen", "ubersprungen", "geplant", "offen", "nicht gemacht", "saute", "prevu"),
    *("omitido", "saltado", "pendiente", "saltato", "saltata", "previsto", "pulado"),
    *("overgeslagen", "hoppade over"),
}


_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


def sides_of(cell: str, said: Mapping[str, str] = _NOTHING) -> Sides | None:
    """Read which leg a set was done with; None if the cell is empty.

    Args:
        cell: The cell as in the file.
        said: What the runner said about words on no list.

    Raises:
        UnknownWordError: In words for a person, if it is not a leg.

    >>> [str(sides_of(each)) for each in ("L", "rechts", "dx", "je Seite", "beide")]
    ['left', 'right', 'right', 'each', 'both']
    """
    if folded(cell) in said:
        return Sides(said[folded(cell)])
    word = heading_of(cell).strip(".()")
    if word in {"", "-", "--"}:
        return None
    sides = _SIDES.get(word) or sides_said(traits_of(cell))
    if sides is None:
        raise UnknownWordError(worded("“{}” is no leg.", cell.strip()), Topic.SIDE, cell)
    return sides


def was_done(cell: str, said: Mapping[str, str] = _NOTHING) -> bool:
    """Read whether a set was done; an empty cell counts as done.

    Args:
        cell: The cell as in the file.
        said: Yes or no for words on no list.

    Raises:
        UnknownWordError: In words for a person, if the cell is unclear.
    """
    if folded(cell) in said:
        return said[folded(cell)] == SAID_YES
    word = heading_of(cell)
    if word and word not in _DONE and word not in _NOT_DONE:
        raise UnknownWordError(
            worded("“{}” does not say whether the set was done.", cell.strip()), Topic.YES_NO, cell
        )
    return word not in _NOT_DONE


def was_skipped(cell: str, said: Mapping[str, str] = _NOTHING) -> bool:
    """Read whether a set was skipped, from ``yes`` or from ``skipped``.

    Args:
        cell: The cell as in the file.
        said: Yes or no for words on no list.

    Raises:
        UnknownWordError: In words for a person, if the cell is unclear.
    """
    if folded(cell) in said:
        return said[folded(cell)] == SAID_YES
    word = heading_of(cell)
    return word in YES or (word not in NO and not was_done(cell))
