"""Rules by which numbers are no targets; the first that fits names why a number was passed over."""

from loaders.rules.not_target_conditions import CONDITIONS
from loaders.rules.not_target_names import NAMES
from loaders.rules.not_target_states import STATES
from loaders.rules.not_target_times import TIMES

RULES = (*TIMES, *STATES, *CONDITIONS, *NAMES)
