"""The questions that people ask of the dataset: pure functions, in a documented order."""
