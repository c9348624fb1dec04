"""Give each private person a made-up name, where the file of names is not at hand.

The file stays with the coders. Without it nobody can read the data, so that a machine that checks
them needs one. Usage: python made_up_names.py FOLDER
"""

import json
import sys
from pathlib import Path


def main(folder: Path) -> None:
    """Write the file of names, unless there is one."""
    target = folder / "private_names.json"
    if target.exists():
        return
    actors = json.loads((folder / "actors.json").read_text(encoding="utf-8"))
    private = [actor["id"] for actor in actors if actor.get("private")]
    # Words that stand in no text: a name that does is a problem, and rightly so.
    names = {
        actor_id: {"name": f"Quidam Zzyx{'q' * number}"}
        for number, actor_id in enumerate(private, start=1)
    }
    target.write_text(json.dumps(names, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
