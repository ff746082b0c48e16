"""What other apps' names of exercises mean: a table of words and one of rules, easy to extend.

No single word decides: "Calf Press on Seated Leg Press" is done with straight knees, "Standing
Reverse Calf Raise" trains the shin. A name that does not give the knee position is unclear, and is
left to the runner.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from tracker.domain.exercise import Exercise, Side
from tracker.exchange.importing.letters import plain_letters
from tracker.worded import worded

LONGEST_NAME: Final = 500  # characters; what is longer names no exercise, and is not looked into


class Sides(StrEnum):
    """The legs that a line of a file stands for."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"  # both at once: one set of both legs
    EACH = "each"  # each leg separately: one set left and one right
    ALTERNATING = "alternating"  # taking turns line by line: first left, then right; see ``turns``

    @property
    def sets(self) -> tuple[Side, ...]:
        """The side of each set that a line becomes; alternating sides must be resolved before."""
        return (Side.LEFT, Side.RIGHT) if self is Sides.EACH else (Side(self.value),)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name stands for in our terms."""

    exercise: Exercise
    sides: Sides

    @property
    def takes_turns(self) -> bool:
        """Whether the legs took turns, so that a line does not say which it was."""
        return self.sides is Sides.ALTERNATING

    def __str__(self) -> str:
        return f"{self.exercise}:{self.sides}"


@dataclass(frozen=True, slots=True)
class Guess:
    """What a name seems to mean.

    Args:
        meaning: Its meaning; None if it is not a calf raise, or does not say enough.
        is_calf_work: Whether it trains the calf muscles, as far as the name tells.
        reason: Why there is no meaning, for a person; empty if there is one.
        exercise: The exercise, if only the leg is unknown.
    """

    meaning: Meaning | None
    is_calf_work: bool
    reason: str = ""
    exercise: Exercise | None = None

    @property
    def is_unclear(self) -> bool:
        """Whether the runner should be asked."""
        return self.is_calf_work and self.meaning is None


class Trait(StrEnum):
    """Something that a name may say."""

    CALF = "calf"
    SEATED = "seated"
    STANDING = "standing"
    BENT = "knee bent"
    SHIN = "shin"
    PRESS = "press"
    NO_RAISE = "no raise"
    TOTAL = "total of others"
    LEFT = "left"
    RIGHT = "right"
    EACH_SIDE = "each side"
    BOTH_LEGS = "both legs"
    ONE_LEG = "one leg"
    SHORT = "short for a leg, perhaps"


# Words by trait; case, accents and punctuation do not matter. A star stands for any letters, a
# dollar for the end of the name, a caret for its start. In order: English, German, French, Spanish,
# Portuguese, Italian, Dutch, Swedish, Russian, Chinese, Japanese.
WORDS: Final[dict[Trait, tuple[str, ...]]] = {
    Trait.CALF: (
        *("calf", "calfs", "calves", "heel raise*", "heel drop*", "heel lift*"),
        *("soleus", "soleo*", "gastroc*", "tiptoe*", "tip toe*"),
        *("wade", "waden*", "*wadenheben", "fersenheb*", "fersensenk*", "zehenst*"),
        *("mollet*",),
        *("pantorrilla*", "gemelo*", "elevacion de talones", "elevaciones de talones"),
        *("panturrilha*", "gemeos"),
        *("polpacci*",),
        *("kuit*",),
        *("vadpress", "vadlyft", "tahavning*", "tahaevning*", "tahev*", "laeghaevning*"),
        *("wspiecia na palce", "lydki", "lydek", "vypony", "lytka", "lytek", "vadli*", "baldir*"),
        *("икры", "икр", "икроножн*", "на носки", "на носках"),
        *("*提踵*", "*小腿*"),
        *("*カーフ*",),
    ),
    Trait.SEATED: (
        *("seated", "sitting"),
        *("sitzend*", "im sitzen", "sitz"),
        *("assis", "assise", "assises"),
        *("sentado*", "sentada*"),
        *("seduto", "seduta", "da seduti"),
        *("zittend*",),
        *("sittande", "siddende", "sittende", "siedzac", "vsede", "v sede", "ulo", "oturarak"),
        *("сидя", "сидячи"),
        *("*坐姿*", "*坐式*"),
        *("*シーテッド*", "*座位*"),
    ),
    Trait.STANDING: (
        *("standing",),
        *("stehend*", "im stehen"),
        *("debout",),
        *("de pie", "parado"),
        *("em pe",),
        *("in piedi",),
        *("staand*",),
        *("staende", "stojac", "vestoje", "ve stoje", "allo", "ayakta"),
        *("стоя", "стоячи"),
        *("*站姿*", "*站立*", "*立姿*"),
        *("*スタンディング*",),
    ),
    Trait.BENT: (
        *("bent knee*", "knee* bent", "flexed knee*"),
        *("gebeugt* knie*", "knie* gebeugt"),
        *("genou* flechi*",),
        *("rodilla* flexionada*",),
        *("joelho* flexionado*",),
        *("ginocchi* fless*",),
    ),
    Trait.SHIN: (
        *("reverse", "tibialis", "tibial", "shin", "dorsiflexion", "toe raise*"),
        *("schienbein*", "umgekehrt*"),
        *("inverse*", "tibia*"),
        *("inversa", "inverso"),
    ),
    Trait.PRESS: (
        *("press", "leg press", "sled", "hack"),
        *("beinpresse", "*presse"),
        *("presse",),
        *("prensa",),
        *("leg press", "prensa de pernas"),
        *("pressa",),
        *("жим*",),
    ),
    Trait.NO_RAISE: (
        *("stretch*", "massage", "foam roll*", "roll*", "jump*", "hop", "hops", "walk*"),
        *("dehn*", "*dehnung", "sprung*"),
        *("etirement*",),
        *("estiramiento*",),
        *("alongamento*",),
        *("allungamento*",),
    ),
    # Not “Total Gym”, which is a machine.
    Trait.TOTAL: (
        *("total$", "totals$", "subtotal$", "sum$", "^total of", "^sum of"),
        *("gesamt$", "^gesamt", "summe$", "^summe"),
        *("suma$", "somma$", "totale$", "totaal$", "summa$", "итого$", "^итого", "合计$", "合計$"),
    ),
    Trait.LEFT: (
        *("left", "l", "lt", "lh"),
        *("links", "linke*", "li"),
        *("gauche", "g$", "^g"),
        *("izquierd*", "izq"),
        *("esquerd*", "esq"),
        *("sinistr*", "sx", "sin$"),
        *("vanster", "va$", "venstre", "vasen", "vasem*"),
        *("lewa", "lewy", "lewe", "leva", "leve", "levou", "levy"),
        *("левая", "левой", "левую", "лев", "л", "ліва", "лівою", "*左*"),
    ),
    Trait.RIGHT: (
        *("right", "r", "rt", "rh"),
        *("rechts", "rechte*", "re"),
        *("droit", "droite", "d$", "^d"),
        *("derech*", "der$", "dcha", "gemel* der", "pantorrilla* der", "sentad* der"),
        *("direit*", "dir$", "panturrilha* dir"),
        *("destr*", "dx"),
        *("hoger", "ho$", "hojre", "hoyre", "oikea*", "oikei*", "jobb", "sag"),
        *("prawa", "prawy", "prawe", "prava", "prave", "pravou", "pravy"),
        *("правая", "правой", "правую", "прав", "пр", "права", "правою", "*右*"),
    ),
    Trait.EACH_SIDE: (
        *("each side", "each leg", "per side", "per leg", "both sides"),
        *("je seite", "pro seite", "je bein", "pro bein", "jede seite", "jedes bein"),
        *("chaque cote", "chaque jambe", "par cote", "par jambe"),
        *("cada lado", "cada pierna", "por lado", "por pierna"),
        *("cada perna", "por perna"),
        *("ogni lato", "per lato", "per gamba", "ogni gamba"),
        *("per been", "per kant", "per ben", "per sida"),
        *("каждой", "каждая"),
    ),
    Trait.BOTH_LEGS: (
        *("both legs", "two legs", "double leg", "bilateral"),
        *("beide beine", "beidbeinig"),
    ),
    Trait.ONE_LEG: (
        *("single leg*", "one leg*", "single", "unilateral", "1 leg*", "sl"),
        *("einbeinig*", "ein bein", "einseitig*"),
        *("unilateral*", "une jambe"),
        *("una pierna", "a una pierna"),
        *("uma perna",),
        *("una gamba", "monopodalic*"),
        *("een been", "ett ben"),
        *("*单腿*", "*片足*"),
    ),
    # Short forms that mean a leg in some languages and something else in others: German "in der",
    # French "au sol".
    Trait.SHORT: (
        *(f"{letter}$" for letter in "ehijnopsvп"),
        *(f"^{letter}" for letter in "hijnpvп"),
        *("d", "g", "h", "sol$", "^sol", "bal$", "^bal"),
    ),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """What a name means if it has some traits and lacks others.

    Args:
        having: Traits that it must have.
        exercise: Which exercise it then is; None if unclear.
        is_calf_work: Whether it trains the calf.
        reason: Why it is unclear, for a person.
    """

    having: frozenset[Trait]
    exercise: Exercise | None = None
    is_calf_work: bool = True
    reason: str = ""


# The first rule that fits decides.
RULES: Final[tuple[Rule, ...]] = (
    Rule(frozenset({Trait.SHIN}), None, False, "trains the shin"),
    Rule(frozenset({Trait.NO_RAISE}), None, False, "no calf raise"),
    Rule(frozenset({Trait.TOTAL}), reason=worded("a total of other lines?")),
    Rule(frozenset({Trait.PRESS}), reason=worded("a press, mostly with straight knees")),
    Rule(frozenset({Trait.SEATED, Trait.STANDING}), reason=worded("seated or standing?")),
    Rule(frozenset({Trait.SEATED}), Exercise.SEATED),
    Rule(frozenset({Trait.STANDING, Trait.BENT}), Exercise.STANDING_BENT),
    Rule(frozenset({Trait.STANDING}), Exercise.STANDING),
    Rule(frozenset(), reason=worded("seated or standing?")),
)


def _plain(text: str) -> str:
    """Remove case, accents and punctuation, leaving words separated by single spaces."""
    letters = plain_letters(text)
    return " ".join(re.findall(r"(?:[^\W_]|\*)+", letters))


@cache
def _patterns() -> dict[Trait, re.Pattern[str]]:
    def pattern(word: str) -> str:
        plain = re.escape(_plain(word)).replace(r"\*", r"\w*")
        begins = "^" if word.startswith("^") else r"(?<!\w)"
        return rf"{begins}{plain}(?!\w)" + ("$" if word.endswith("$") else "")

    return {trait: re.compile("|".join(map(pattern, words))) for trait, words in WORDS.items()}


# An abbreviated side in brackets is one wherever the brackets are.
_IN_BRACKETS: Final = {
    **dict.fromkeys(("l", "li", "g", "sx", "izq", "esq"), "left"),
    **dict.fromkeys(("r", "re", "d", "dx", "der", "dir"), "right"),
}
_BRACKETED: Final = re.compile(rf"[(\[]\s*({'|'.join(_IN_BRACKETS)})\.?\s*[)\]]", re.IGNORECASE)
_ELIDED: Final = re.compile(r"\b[ld]['’]", re.IGNORECASE)


def traits_of(name: str) -> frozenset[Trait]:
    """Return what a name says."""
    plain = _told_by(name)
    return frozenset(trait for trait, pattern in _patterns().items() if pattern.search(plain))


def _told_by(name: str) -> str:
    """Return the words of a name as the patterns expect them; none of one that is too long."""
    if len(name) > LONGEST_NAME:
        return ""
    told = _BRACKETED.sub(lambda found: f" {_IN_BRACKETS[found[1].casefold()]} ", name)
    return _plain(_ELIDED.sub(" ", told.replace("*", " ")))


def guess(name: str, *, has_legs: bool = False, asks_leg: bool = False) -> Guess:
    """Guess what a name of an exercise means.

    Args:
        name: The name in a file.
        has_legs: Whether the file gives legs elsewhere, so that names need not.
        asks_leg: Whether a name without a leg does not mean both, because such files never name
            legs.

    >>> str(guess("Seated Calf Raise Machine (Each Side)").meaning)
    'seated:each'
    >>> guess("Machine Calf Raises").is_unclear
    True
    >>> guess("Romanian Deadlift").is_calf_work
    False
    """
    if not _patterns()[Trait.CALF].search(_told_by(name)):  # as of most names
        return Guess(None, False, worded("no calf raise"))
    traits = traits_of(name)
    rule = next(rule for rule in RULES if rule.having <= traits)
    if rule.exercise is None:
        return Guess(None, rule.is_calf_work, rule.reason)
    sides = sides_said(traits)
    if sides is None:
        is_one = not traits.isdisjoint({Trait.ONE_LEG, Trait.SHORT})
        if asks_leg or (is_one and not has_legs):
            return leg_asked(rule.exercise)
        sides = Sides.BOTH
    return Guess(Meaning(rule.exercise, sides), True)


def sides_said(traits: frozenset[Trait]) -> Sides | None:
    """Return the legs that a text names; None if it names none.

    >>> str(sides_said(traits_of("rechter Fuß"))), sides_said(traits_of("foot"))
    ('right', None)
    """
    has_left, has_right = Trait.LEFT in traits, Trait.RIGHT in traits
    if Trait.EACH_SIDE in traits or (has_left and has_right):
        return Sides.EACH
    if has_left or has_right:
        return Sides.LEFT if has_left else Sides.RIGHT
    return Sides.BOTH if Trait.BOTH_LEGS in traits else None


def leg_asked(exercise: Exercise) -> Guess:
    """Return the guess for a name that gives the exercise but no leg."""
    return Guess(None, True, worded("which leg?"), exercise)
