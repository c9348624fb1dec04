"""The pages of the site that are made from the live dataset: records, lists, sources, codebook.

Nothing here knows of Sphinx but ``hook``. A page is a path and its Markdown (MyST).
"""
