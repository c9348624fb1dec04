"""What the installed command must do in other encodings, and if its output is closed or full.

Run with the interpreter of the wheel, away from the sources. Needs a shell and /dev/full.
"""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

COMMAND = str(Path(sys.executable).with_name("kzseparatism"))
ENCODINGS = ("cp1251", "cp866", "cp1252", "ascii")


def ran(line: str, encoding: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of shell, in which KZ is the command, where the streams have an encoding."""
    environment = {**os.environ, "KZ": COMMAND, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    environment.pop("PYTHONUNBUFFERED", None)
    return subprocess.run(
        ["/bin/sh", "-c", line], capture_output=True, check=False, env=environment
    )


def output(line: str, encoding: str) -> bytes:
    """Return what a line prints; it must end well and complain of nothing."""
    result = ran(line, encoding)
    assert (result.returncode, result.stderr) == (0, b""), (encoding, line, result)
    return result.stdout


def main() -> None:
    """Try each encoding, and each way in which output can fail."""
    actors = json.loads(output("$KZ actors --format json", "utf-8"))
    letters = {letter for actor in actors for letter in actor["name"]}
    assert not "".join(letters).isascii(), "the data have no letter that an encoding could lack"
    for encoding in ENCODINGS:
        assert json.loads(output("$KZ actors --format json", encoding).decode()) == actors
        table = output("$KZ actors --format csv", encoding).decode()
        names = [row["name"] for row in csv.DictReader(io.StringIO(table))]
        assert names == [actor["name"] for actor in actors], encoding
        for line in ("$KZ show KZ-59", "$KZ regions", "$KZ cases --help", "$KZ"):
            assert "\\" not in output(line, encoding).decode(encoding), (encoding, line)
        for line in (
            "$KZ cases >&-",
            "$KZ actors --format json >/dev/full",
            "$KZ --help >/dev/full",
        ):
            result = ran(line, encoding)
            assert result.returncode == 2, (encoding, line, result)
            assert result.stderr.startswith(b"kzseparatism: error: standard output: "), result
            assert result.stderr.count(b"\n") == 1, result
    sys.stdout.write(f"encodings: {', '.join(ENCODINGS)}: no problems\n")


if __name__ == "__main__":
    main()
