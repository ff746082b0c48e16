"""What a column can mean in a table of sets, bodyweights or runs, whoever wrote it."""

from enum import StrEnum, auto
from typing import Final


class Role(StrEnum):
    """What a column can mean."""

    SESSION_ID = auto()
    DATE = auto()  # the day, or the moment at which the session began
    TIME = auto()
    UTC = auto()  # the same moment in UTC, which gives the offset of DATE and TIME
    WORKOUT = auto()  # its title; not read, it only helps to recognise the format
    NAME = auto()  # an exercise in the app's words, to be mapped
    EXERCISE = auto()  # an exercise in our terms
    SIDE = auto()
    SET_NO = auto()
    MARK = auto()  # the kind of line or set
    SETS = auto()  # the number of sets, or all of them in one cell, like 40x12, 40x10
    DONE = auto()  # whether the set was done
    SKIPPED = auto()  # whether the set was skipped
    REPS = auto()
    LOAD = auto()  # in the unit of UNIT; unknown where there is none
    UNIT = auto()
    LOAD_KG = auto()
    LOAD_LB = auto()
    SECONDS = auto()  # duration of a rest or a hold
    BODYWEIGHT = auto()  # in the unit of UNIT
    BODYWEIGHT_KG = auto()
    BODYWEIGHT_LB = auto()
    RIR = auto()
    RPE = auto()
    EFFORT = auto()  # RIR or RPE, whichever the runner uses: below 6 in reserve, otherwise exertion
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
    MEASUREMENT = auto()  # what body measurement it is
    BODY_FAT = auto()  # not read, it only helps to recognise the format
    ACTIVITY = auto()  # the kind of sport
    DISTANCE = auto()  # in the unit of the account, which the file does not state
    DISTANCE_M = auto()
    DISTANCE_KM = auto()
    DISTANCE_UNIT = auto()  # of exercises that cover ground; it helps to recognise the format
    DURATION_S = auto()
    DURATION = auto()  # like 1:02:03
    TELLING = auto()  # not read, it only helps to recognise the format
    OTHER = auto()  # not read


# The same roles in pounds, for our tables whose column names say so.
IN_POUNDS: Final = {Role.LOAD_KG: Role.LOAD_LB, Role.BODYWEIGHT_KG: Role.BODYWEIGHT_LB}
