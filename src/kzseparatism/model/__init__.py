"""The frozen records. They know nothing of files."""

from kzseparatism._hypothesis import register as _register
from kzseparatism.model.actor import Actor, Role
from kzseparatism.model.case import Case
from kzseparatism.model.case_parts import Charge, Sentence, Site, Stage
from kzseparatism.model.discrepancy import Discrepancy
from kzseparatism.model.event import Event
from kzseparatism.model.place import Place, Region, RegionName
from kzseparatism.model.provision import Provision
from kzseparatism.model.record import Record
from kzseparatism.model.source import Citation, LedgerRow, Source
from kzseparatism.model.statement import Statement

__all__ = [
    "Actor",
    "Case",
    "Charge",
    "Citation",
    "Discrepancy",
    "Event",
    "LedgerRow",
    "Place",
    "Provision",
    "Record",
    "Region",
    "RegionName",
    "Role",
    "Sentence",
    "Site",
    "Source",
    "Stage",
    "Statement",
]

_register()  # hypothesis may be there already, and the facade not asked
