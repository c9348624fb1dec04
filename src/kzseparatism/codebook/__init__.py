"""What the data mean: every variable, every word that is shown, the JSON Schema of every file."""

from kzseparatism.codebook.variables import Variable, example, find_variables, variables
from kzseparatism.codebook.words import Word, explain, words

__all__ = ["Variable", "Word", "example", "explain", "find_variables", "variables", "words"]
