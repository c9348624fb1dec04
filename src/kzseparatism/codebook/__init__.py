"""What the data mean: every variable, its words, and the JSON Schema of every file."""

from kzseparatism.codebook.variables import Variable, example, find_variables, variables

__all__ = ["Variable", "example", "find_variables", "variables"]
