"""The queries that have laws, and what each is asked about; the laws register themselves."""

from __future__ import annotations

from kzseparatism.laws.law import Laws
from kzseparatism.laws.records import event, statement
from kzseparatism.laws.subject import CasesWithStages, DatedRecords, RecordsNearDates
from kzseparatism.laws.territory import CasesWithSites

statements_between = Laws("statements_between", DatedRecords(statement))
events_between = Laws("events_between", DatedRecords(event))
cases_between = Laws("cases_between", CasesWithStages())
BETWEEN = (statements_between, events_between, cases_between)
statements_around = Laws("statements_around", RecordsNearDates(statement))
cases_by_region = Laws("cases_by_region", CasesWithSites())
find_actor = Laws("find_actor")
find_region = Laws("find_region")
status_on = Laws("status_on")
table = Laws("table")
fuzzy_date = Laws("fuzzy_date")
