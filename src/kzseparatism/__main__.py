"""``python -m kzseparatism``."""

import sys

from kzseparatism.cli import main

sys.exit(main())
