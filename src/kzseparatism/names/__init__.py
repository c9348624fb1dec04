"""Names: how they are spelt, and which record a name leads to."""
