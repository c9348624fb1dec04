"""Implementations of the queries by other hands: wrong ones, and right ones."""
