"""The laws of the queries, each with its sentence, for the page of the reference about them."""

from __future__ import annotations

from kzseparatism import laws


def lawbook() -> str:
    """Return a section for the laws of each query: its name, and a table of what they state."""
    queries = {name: getattr(laws, name) for name in laws.__all__}
    return "\n".join(
        _section(name, judged) for name, judged in queries.items() if isinstance(judged, laws.Laws)
    )


def _section(name: str, judged: laws.Laws) -> str:
    rows = [f"| `{law.name}` | {law.states} | {_needs(law)} |" for law in judged]
    return "\n".join(
        [
            f"### {name}",
            "",
            "| law | what it says | options that it needs |",
            "|---|---|---|",
            *rows,
            "",
        ]
    )


def _needs(law: laws.Law) -> str:
    return ", ".join(f"`{option}`" for option in sorted(law.needs)) or "none"
