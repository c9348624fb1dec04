"""What type checkers make of the public interface: checked, never run."""

from datetime import date
from typing import assert_type

from hypothesis.strategies import SearchStrategy

import kzseparatism as kz
from kzseparatism import laws, strategies

assert_type(kz.load(), kz.Dataset)
assert_type(kz.load().cases, kz.Table[kz.Case])
assert_type(kz.cases, kz.Table[kz.Case])
assert_type(kz.cases_by_region("KZ-59"), kz.Table[kz.Case])
assert_type(kz.statements_between("2021", date(2022, 1, 1)), kz.Table[kz.Statement])
assert_type(kz.statements[0], kz.Statement)
assert_type(kz.statements["some-id"], kz.Statement)
assert_type(kz.statements[:5], kz.Table[kz.Statement])
assert_type(kz.statements.get("some-id"), kz.Statement | None)
assert_type(kz.statements.where(lambda s: s.disputed), kz.Table[kz.Statement])
assert_type(kz.statements.where(medium="video", outlet="facebook"), kz.Table[kz.Statement])
assert_type(kz.cited_by("worldcrunch").only(kz.Statement), kz.Table[kz.Statement])
assert_type(kz.statements & kz.statements[:5], kz.Table[kz.Statement])
assert_type(kz.statements - kz.statements[:5], kz.Table[kz.Statement])
assert_type(kz.statements.head(3), kz.Table[kz.Statement])
assert_type(kz.statements | kz.statements, kz.Table[kz.Statement])
assert_type(kz.statements[0].date, kz.FuzzyDate | None)
assert_type(kz.cases[0].status, kz.CaseStatus)
assert_type(kz.cases[0].stages, tuple[kz.Stage, ...])
assert_type(kz.find_actor("Putin"), kz.Actor)
assert_type(kz.find_region("KZ-59"), kz.Region)
assert_type(kz.timeline()[0].date, kz.FuzzyDate)
assert_type(kz.check(kz.load()), tuple[kz.Problem, ...])
assert_type(kz.verify("articles"), kz.Verification)
assert_type(kz.FuzzyDate.parse("2023"), kz.FuzzyDate)
assert_type(kz.cite("bibtex"), str)

assert_type(kz.sentences(at_least="P3Y"), kz.Table[kz.CasePart[kz.Sentence]])
assert_type(kz.stages("trial")[0].part, kz.Stage)
assert_type(kz.charges("separatism")[0].case, kz.Case)
assert_type(kz.statements_by(kz.cases[0].defendants), kz.Table[kz.Statement])
assert_type(kz.search("separatism", among=kz.cases), kz.Table[kz.Hit[kz.Case]])
assert_type(kz.search("separatism", among=kz.statements)[0].record, kz.Statement)
assert_type(kz.counts(kz.stages(), by="year"), kz.Table[kz.Count])
assert_type(kz.statements_between("2023", "2023", match="coded"), kz.Table[kz.Statement])
assert_type(kz.why("some-id", "2023"), str)

chained = kz.statements_by("Putin", among=kz.statements_between("2014", match="certain"))
assert_type(chained, kz.Table[kz.Statement])

assert_type(kz.laws.table, laws.Laws)
assert_type(kz.strategies.cases(), SearchStrategy[kz.Case])
assert_type(strategies.statements(), SearchStrategy[kz.Statement])
assert_type(strategies.datasets(max_size=1), SearchStrategy[kz.Dataset])
assert_type(strategies.fuzzy_dates(allow_ranges=False), SearchStrategy[kz.FuzzyDate])
assert_type(laws.statements_between, laws.Laws)
assert_type(laws.statements_between["nothing_is_lost"], laws.Law)
assert_type(laws.statements_between[:2], tuple[laws.Law, ...])
assert_type(laws.check(kz.find_actor, laws.find_actor, without=["match"]), None)
assert_type(laws.table[0].broken_by(kz.Table), laws.BrokenLaw | None)
