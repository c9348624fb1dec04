"""Settings of the documentation: Sphinx with furo and myst, offline and reproducible."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "kzseparatism"
author = "The kzseparatism authors"
project_copyright = "The kzseparatism authors; texts under CC BY 4.0, code under MIT"
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc", "kzsite.hook"]
exclude_patterns = ["_ext", "_static", "_templates", "generated", "**/README.md"]
templates_path = ["_templates"]
nitpicky = True
smartquotes = False  # a quotation is shown as it stands

myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = "kzseparatism"
html_favicon = "_static/favicon.svg"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_js_files = ["site.js"]
# Pages that no document stands behind: the search is ours, and servers show the other by itself.
html_additional_pages = {"search": "search.html", "404": "404.html"}
# The address of the site, for those who put it on the web: sphinx-build -D html_baseurl=https://...
# Without one, no canonical address and no sitemap is made up.
html_baseurl = ""
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_last_updated_fmt = None  # the same sources give the same site on any day
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"

autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
# Other people's types, and a few of ours that are no public names, have no page to link to.
nitpick_ignore_regex = [
    ("py:class", r"(st|hypothesis\.strategies)\.SearchStrategy|Bound|date|relativedelta|timedelta"),
    ("py:class", r"(collections\.abc|datetime|dateutil\.relativedelta|os|pathlib|pd|pl|types)\..+"),
    ("py:class", r"DateLike|WindowMatch|Entity|Figure|IntoFrameT|nw\.Expr"),
    ("py:class", r"kzseparatism\.model\.(families\.Entity|record\.Record|fields\.Identified)"),
    ("py:class", r"kzseparatism\.(dataset\.About|vocab\.Vocabulary)"),
    (
        "py:class",
        r"kzseparatism\.(dataset|laws\.own_work|table|queries\.searching)\.(_R|_U|T_co)|_P",
    ),
]
