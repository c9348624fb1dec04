"""What the data mean: every variable, every word that is shown, the JSON Schema of every file.

``variables`` and ``words`` give them as objects, ``variable_relation`` and ``word_relation`` as
rows for any data frame. ``explain`` and ``find_variables`` find them by name.
"""

from kzseparatism.codebook.relations import variable_relation, word_relation
from kzseparatism.codebook.variables import (
    Variable,
    derived_variables,
    example,
    find_variables,
    variables,
)
from kzseparatism.codebook.words import Word, explain, words

__all__ = [
    "Variable",
    "Word",
    "derived_variables",
    "example",
    "explain",
    "find_variables",
    "variable_relation",
    "variables",
    "word_relation",
    "words",
]
