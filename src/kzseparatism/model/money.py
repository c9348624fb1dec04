"""Sums of money: exact amounts, and the currencies of ISO 4217."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any

import attrs

from kzseparatism.errors import InvalidValueError, WrongTypeError
from kzseparatism.model.fields import location

if TYPE_CHECKING:
    from decimal import Decimal

# A comma may stand for thousands or for cents, so that none is read.
AMOUNT = "(0|[1-9][0-9]{0,17})([.][0-9]{1,4})?"
_AMOUNT = re.compile(AMOUNT)
_REMEDY = 'write it in digits, with a point before cents: "1500.50"'


def as_amount(value: Decimal | int | str | None) -> str | None:
    """Return an amount of money in digits, exactly as it was given; None for None.

    An amount is more than nothing. It is text, as no number of JSON or of a spreadsheet is exact
    everywhere; ``Decimal(amount)`` reckons with it. Raises InvalidValueError for other text,
    WrongTypeError for other types, a float among them, for it may not be what was written.

    >>> as_amount("1500.50"), as_amount(20)
    ('1500.50', '20')
    >>> as_amount("1,500")
    Traceback (most recent call last):
    ...
    kzseparatism.errors.InvalidValueError: amount: '1,500' is not an amount; write it in digits, ...
    """
    if value is None:
        return None
    text = value if isinstance(value, str) else _in_digits(value)
    if not _AMOUNT.fullmatch(text):
        negative = text.startswith("-") and _AMOUNT.fullmatch(text[1:])
        complaint = "is below zero" if negative else "is not an amount"
        raise InvalidValueError("amount", value, complaint, _REMEDY)
    if not text.strip("0."):
        raise InvalidValueError("amount", value, "is nothing", "leave it out if none is reported")
    return text


def _in_digits(value: object) -> str:
    # To import it takes as long as to read a table, and whoever has a Decimal has imported it.
    decimal = sys.modules.get("decimal")
    if decimal is not None and isinstance(value, decimal.Decimal):
        return f"{value:f}"
    if isinstance(value, bool) or not isinstance(value, int):
        complaint = "is not exact" if isinstance(value, float) else "is not an amount"
        raise WrongTypeError("amount", value, complaint, _REMEDY)
    # Python writes no number of thousands of digits, and no fine has as many.
    return str(value) if abs(value) < 10**20 else ""


def currency_code(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Hold the code of a currency that ISO 4217 has, or had."""
    where = location(instance, attribute)
    if not isinstance(value, str):
        raise WrongTypeError(where, value, "is not text", 'write a currency code, such as "KZT"')
    if value not in CURRENCIES:
        remedy = "write three capital letters of ISO 4217, such as KZT"
        raise InvalidValueError(where, value, "is not the code of a currency", remedy)


# Those in use, then those that are history: documents tell of fines in old money, too.
_CODES = (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD "
    "BTN BWP BYN BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD "
    "EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD "
    "IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL "
    "MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN "
    "PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN "
    "SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES "
    "VND VUV WST XAD XAF XCD XCG XDR XOF XPF XSU XUA YER ZAR ZMW ZWG "
    "ADP AFA ALK AOK AON AOR ARP ARY ATS AYM AZM BAD BEC BEF BEL BGJ BGK BGL BOP BRB BRC BRE "
    "BRN BRR BUK BYB BYR CHC CSD CSJ CSK CUC CYP DDM DEM ECS ECV EEK ESA ESB ESP FIM FRF GEK "
    "GHC GHP GNE GNS GQE GRD GWE GWP HRD HRK IEP ILP ILR ISJ ITL LAJ LSM LTL LTT LUC LUF LUL "
    "LVL LVR MGF MLF MRO MTL MTP MVQ MXP MZE MZM NIC NLG PEH PEI PES PLZ PTE RHD ROK ROL RUR "
    "SDD SDP SIT SKK SLL SRG STD SUR TJR TMM TPE TRL UAK UGS UGW USS UYN UYP VEB VEF VNC XEU "
    "XFO XFU YDD YUD YUM YUN ZAL ZMK ZRN ZRZ ZWC ZWD ZWL ZWN ZWR"
)
CURRENCIES = frozenset(_CODES.split())
