"""What a column can mean, in a table of sets, bodyweights or runs, whoever wrote it."""

from enum import StrEnum, auto
from typing import Final


class Role(StrEnum):
    """What a column can mean."""

    SESSION_ID = auto()
    DATE = auto()  # the day, or the moment at which the session began
    TIME = auto()
    UTC = auto()  # the same moment in UTC, which tells the offset of DATE and TIME
    WORKOUT = auto()  # its title; not read, it only helps to recognise the format
    NAME = auto()  # an exercise in the words of the app: to be mapped
    EXERCISE = auto()  # an exercise in our terms
    SIDE = auto()
    SET_NO = auto()
    MARK = auto()  # what kind of line or set it is
    SETS = auto()  # how many were done, or all of them in one cell, as 40x12, 40x10
    DONE = auto()  # whether it was; no set otherwise
    SKIPPED = auto()  # whether it was left out
    REPS = auto()
    LOAD = auto()  # in the unit of UNIT; unknown where there is none
    UNIT = auto()
    LOAD_KG = auto()
    LOAD_LB = auto()
    SECONDS = auto()  # of a rest, or of holding still
    BODYWEIGHT = auto()  # in the unit of UNIT
    BODYWEIGHT_KG = auto()
    BODYWEIGHT_LB = auto()
    RIR = auto()
    RPE = auto()
    EFFORT = auto()  # either of the two, as the runner likes: below 6 in reserve, else exertion
    TEMPO = auto()  # all four phases in one cell, from the raise on
    TEMPO_RAISE_S = auto()
    TEMPO_TOP_S = auto()
    TEMPO_LOWER_S = auto()
    TEMPO_BOTTOM_S = auto()
    REST_S = auto()
    HOLD_S = auto()
    EQUIPMENT = auto()
    PAIN = auto()
    FORMULA = auto()
    NOTE = auto()
    SESSION_NOTE = auto()
    CATEGORY = auto()  # a group of exercises; not read, but never a number
    MEASUREMENT = auto()  # what was measured of the body
    BODY_FAT = auto()  # not read, it only helps to recognise the format
    ACTIVITY = auto()  # what kind of sport
    DISTANCE = auto()  # in the unit of the account, which the file does not say
    DISTANCE_M = auto()
    DISTANCE_KM = auto()
    DISTANCE_UNIT = auto()  # of exercises that cover ground; it helps to recognise the format
    DURATION_S = auto()
    DURATION = auto()  # as 1:02:03
    TELLING = auto()  # not read, it only helps to recognise the format
    OTHER = auto()  # not read


# The same in pounds, where a table of ours says so in the names of its columns.
IN_POUNDS: Final = {Role.LOAD_KG: Role.LOAD_LB, Role.BODYWEIGHT_KG: Role.BODYWEIGHT_LB}
