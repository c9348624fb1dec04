"""Everything that must hold, each thing alone: ``nox --list`` names the sessions.

``.ci/run`` calls them all. Run one with ``nox -s lint``, say. Each makes an environment of its own.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import nox

nox.needs_version = ">=2025.2"
nox.options.default_venv_backend = "venv"
nox.options.reuse_existing_virtualenvs = True
nox.options.sessions = ["lint", "types", "tests"]

ROOT = Path(__file__).parent
GROUPS = nox.project.load_toml(ROOT / "pyproject.toml")
PINNED = ("-c", str(ROOT / "constraints.txt"))
PYTEST = ("python", "-m", "pytest", "-q", "-p", "no:cacheprovider")

# What differs from one Python, or from one version of a dependency, to another. How well the laws
# find mistakes, how the strategies are distributed and what the pages print is the same everywhere.
QUICK = (
    *("tests", "src", "README.md", "-m", "", "--hypothesis-profile=quick"),
    *("--ignore=tests/test_coursework.py", "--ignore=tests/site", "--ignore=tests/explorer"),
    *("--ignore-glob=tests/test_docs*", "--ignore-glob=tests/test_laws*"),
    *("--ignore-glob=tests/test_strategies*", "--ignore=tests/property/test_strategies_valid.py"),
    "--ignore=tests/test_frames_laws.py",
)
# What is tried in a session of its own, or runs programs of others that are not the library.
UNWATCHED = ("test_coursework.py", "site", "explorer")
# What takes longest, and reaches no branch that other tests do not reach: each wrong implementation
# judged by one law, and by all; the README's command and the thorough tests have them.
LONG = (
    "test_the_definition_alone_rejects_a_wrong_implementation",
    "test_all_laws_together_name_the_one_that_tells_the_mistake",
)
LOWEST = ("attrs==24.1.0", "cattrs==24.1.0", "python-dateutil==2.9.0", "hypothesis==6.150.0")


def group(*names: str) -> list[str]:
    """Return what the dependency groups of these names ask for."""
    return [*nox.project.dependency_groups(GROUPS, *names)]


def interpreter(version: str) -> str | None:
    """Return a Python of another version, on the path or kept by pyenv, or None."""
    places = [f"python{version}"]
    if shutil.which("pyenv"):
        asked = subprocess.run(["pyenv", "root"], capture_output=True, text=True, check=False)
        kept = Path(asked.stdout.strip(), "versions")
        places += map(str, sorted(kept.glob(f"{version}.*/bin/python{version}")))
    code = f"import sys; sys.exit(sys.version_info[:2] != ({version.replace('.', ', ')}))"
    for place in places:
        found = shutil.which(place)
        # What is on the path may be a signpost of pyenv to a version that is not there.
        if found:
            tried = subprocess.run([found, "-c", code], capture_output=True, check=False)
            if tried.returncode == 0:
                return found
    return None


def built(session: nox.Session) -> str:
    """Return the wheel that the session ``build`` has made."""
    wheels = sorted(map(str, (ROOT / "dist").glob("*.whl")))
    if len(wheels) != 1:
        session.error(f"dist/ has {len(wheels)} wheels and should have one: run nox -s build")
    return wheels[0]


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests, and say which branches of the code they reach."""
    session.install(*PINNED, "-e", ".[test,statistics]", *group("plots"))
    # The pages are run by the README's command alone.
    these = ["tests", "src", *(f"--ignore=tests/{name}" for name in UNWATCHED)]
    these += [f"--deselect=tests/test_laws_bite.py::{name}" for name in LONG]
    # Fewer made-up examples than the README's command has: they reach the same branches, and to
    # watch them takes long. Not by pytest-cov: the plugin of hypothesis imports the package before
    # that could look.
    quick = ("-m", "", "-n", "0", "--hypothesis-profile=quick")
    session.run("coverage", "run", *PYTEST[1:], *quick, *these, *session.posargs)
    session.run(*PYTEST, "-m", "thorough", "-n", "2", "tests")
    session.run("coverage", "report", "--skip-covered", "--fail-under=98")


@nox.session
def lint(session: nox.Session) -> None:
    """Read the code for mistakes, form, the direction of imports and undeclared dependencies."""
    session.install(*PINNED, "-e", ".[test]", *group("lint"))
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("lint-imports")
    session.run("deptry", "src")
    session.run("kzseparatism", "format", "--check", "src/kzseparatism/data")


@nox.session
def types(session: nox.Session) -> None:
    """Check the types of everything, and that those of the package as installed are complete."""
    session.install(*PINNED, ".[test]", *group("lint", "docs", "plots", "site"))
    session.run("mypy")
    session.run("mypy", "tests/site/conftest.py")
    session.run("mypy", "tests/explorer/conftest.py", env={"MYPYPATH": "tests"})
    with TemporaryDirectory() as elsewhere, session.chdir(elsewhere):
        # From here pyright sees what is installed, and not the sources.
        session.run("pyright", "--verifytypes", "kzseparatism", "--ignoreexternal")


@nox.session
def build(session: nox.Session) -> None:
    """Build the wheel and the archive of the sources into dist/, and check their metadata."""
    session.install(*PINNED, *group("lint"))
    shutil.rmtree(ROOT / "dist", ignore_errors=True)
    session.run("python", "-m", "build", "--outdir", "dist", ".", silent=True)
    session.run("twine", "check", "--strict", *map(str, (ROOT / "dist").iterdir()))


@nox.session(requires=["build"])
def wheel(session: nox.Session) -> None:
    """Try the wheel in a clean environment, away from the sources."""
    session.install(*PINNED, built(session))
    session.chdir(session.create_tmp())
    session.run("python", str(ROOT / "tests/wheel/installed.py"))
    session.run("kzseparatism", "cases", "--region", "North Kazakhstan", silent=True)
    window = ("--from", "2021-09", "--to", "2022-08", "--match", "certain")
    session.run("python", "-m", "kzseparatism", "statements", *window, silent=True)
    session.run("kzseparatism", "check")


@nox.session(requires=["build"])
def encodings(session: nox.Session) -> None:
    """Try the command of the wheel in other encodings, and where its output is closed or full."""
    session.install(*PINNED, built(session))
    session.chdir(session.create_tmp())
    session.run("python", str(ROOT / "tests/wheel/terminals.py"))


@nox.session(requires=["build"])
def downstream(session: nox.Session) -> None:
    """Run the example project with the wheel, and nothing of ours beside it."""
    beside_the_wheel(session, "downstream", "hypothesis")


@nox.session(requires=["build"])
def second(session: nox.Session) -> None:
    """Ask a second dataset everything, with the wheel, and nothing of ours beside it."""
    extras = ("hypothesis", "workshop", "export", "plots")
    beside_the_wheel(session, "second-dataset", *extras)


def beside_the_wheel(session: nox.Session, example: str, *extras: str) -> None:
    """Run the tests of a copy of an example, in an environment with the wheel alone."""
    session.install(*PINNED, f"{built(session)}[{','.join(extras)}]", "pytest")
    copy = Path(session.create_tmp()) / "example"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(ROOT / "examples" / example, copy)
    session.chdir(copy)
    session.run(*PYTEST)


@nox.session
def site(session: nox.Session) -> None:
    """Build the site, with warnings as errors, and look at it in a browser (Chromium)."""
    if not any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))):
        session.error("the tests of the site need Chromium: install it, and run this again")
    session.install(*PINNED, "-e", ".[test,export,statistics]", *group("docs", "site"))
    work = Path(session.create_tmp())
    pages, html = work / "docs", work / "html"
    for old in (pages, html):
        shutil.rmtree(old, ignore_errors=True)
    shutil.copytree(ROOT / "docs", pages)  # the pages that are made stay out of the sources
    for path in (*ROOT.glob("*.md"), ROOT / "LICENSE"):
        shutil.copy(path, work)  # the site shows some of them
    # An address that nobody can have, so that what depends on one is tried too.
    strict = ("-W", "--keep-going", "-n", "-q", "-D", "html_baseurl=https://kzseparatism.example/")
    session.run("sphinx-build", *strict, "-b", "html", "-d", str(work / "trees"), pages, html)
    session.run(*PYTEST, "tests/site", env={"KZSEPARATISM_SITE": str(html)})


@nox.session
def engines(session: nox.Session) -> None:
    """Try the laws of the queries on the frames of every engine but Spark."""
    session.install(*PINNED, "-e", ".[test]", *group("engines"))
    tests = (
        "tests/test_frames.py",
        "tests/test_frames_laws.py",
        "tests/test_relations_dataframes.py",
    )
    session.run(*PYTEST, "-m", "", "-n", "2", *tests, env={"KZSEPARATISM_ENGINES": "1"})


@nox.session
def spark(session: nox.Session) -> None:
    """Ask the same of Spark itself, in local mode; needs Java."""
    if not shutil.which("java"):
        session.error("Spark needs Java: install it, and run this again")
    session.install(*PINNED, "-e", ".[test]", *group("spark"))
    session.run(*PYTEST, "-n", "0", "tests/test_frames_spark.py", env={"KZSEPARATISM_SPARK": "1"})


@nox.session
def workshop(session: nox.Session) -> None:
    """Try what coders do: the workbook in LibreOffice, and articles from web pages."""
    session.install(*PINNED, "-e", ".[test,articles]")
    office = shutil.which("soffice") or ""
    if not office:
        session.warn("LibreOffice is not found here, and the workbook not tried in it")
    env = {"KZSEPARATISM_SOFFICE": office}
    tests = ("tests/test_workshop_libreoffice.py", "tests/test_workshop_beginning.py")
    session.run(*PYTEST, "-n", "0", *tests, env=env)


@nox.session
def explorer(session: nox.Session) -> None:
    """Ask the explorer questions, and look at it, in a browser (Chromium)."""
    if not any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))):
        session.error("the tests of the explorer need Chromium: install it, and run this again")
    session.install(*PINNED, "-e", ".[test]", *group("site"))
    session.run(*PYTEST, "tests/explorer", "-n", "2", env={"KZSEPARATISM_EXPLORER": "1"})


@nox.session
def formats(session: nox.Session) -> None:
    """Let the programs that exported files are for judge them, R among them."""
    if not shutil.which("Rscript"):
        session.warn("R is not found here, and does not read the files: it needs haven and readr")
    session.install(*PINNED, "-e", ".[test,export,statistics]", *group("formats"))
    tests = map(str, sorted(ROOT.glob("tests/test_exporting*.py")))
    session.run(*PYTEST, "-m", "", "-n", "0", *tests, *session.posargs)


@nox.session
def lowest(session: nox.Session) -> None:
    """Run the quick tests with the lowest versions of the dependencies that are allowed."""
    session.install(*LOWEST, "-e", ".[test]")
    session.run(*PYTEST, *QUICK, *session.posargs)


@nox.session(python=interpreter("3.12") or False)
def py312(session: nox.Session) -> None:
    """Run the quick tests on Python 3.12."""
    other_python(session, "3.12")


@nox.session(python=interpreter("3.13") or False)
def py313(session: nox.Session) -> None:
    """Run the quick tests on Python 3.13."""
    other_python(session, "3.13")


def other_python(session: nox.Session, version: str) -> None:
    """Run the quick tests on another version of Python, if it is here."""
    if not session.python:
        session.skip(f"Python {version} is not found here, and not tested")
    session.install(*PINNED, "-e", ".[test]")
    session.run(*PYTEST, *QUICK, *session.posargs)
