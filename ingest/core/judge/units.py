"""Measures and sums of money that two outlets give in units of their own.

"63,000 miles" here and "101,000 km" there are no two numbers: a reader's own units are the first
thing that a site changes in a story that it reprints.
"""

from __future__ import annotations

import re

from ingest.core.judge.specifics import plain

_SPELLINGS = {
    "mi": "mile miles mi миль мили millas milles meilen",
    "km": "kilometer kilometers kilometre kilometres km kilometern километров kilómetros",
    "mph": "mph",
    "km/h": "km/h kph kmh",
    "ft": "foot feet ft pies pieds",
    "m": "meter meters metre metres m metern метров metros mètres",
    "in": "inch inches",
    "cm": "centimeter centimeters centimetre centimetres cm",
    "lb": "pound pounds lb lbs libras",
    "kg": "kilogram kilograms kilo kilos kg килограммов kilogramm",
    "oz": "ounce ounces oz",
    "g": "gram grams g",
    "t": "ton tons tonne tonnes t тонн toneladas tonnen",
    "gal": "gallon gallons",
    "l": "liter liters litre litres l литров litros",
    "acre": "acre acres",
    "ha": "hectare hectares ha hectáreas hektar",
    "°F": "fahrenheit f °f",
    "°C": "celsius c °c",
    "USD": "dollar dollars usd dólares dolares долларов $ us$",
    "EUR": "euro euros eur евро €",
    "GBP": "sterling gbp £",
    "JPY": "yen jpy иен yenes ¥",
    "CNY": "yuan cny юаней yuanes",
    "RUB": "ruble rubles rouble roubles rub рублей rublos",
    "INR": "rupee rupees inr rs ₹",
    "KRW": "won krw",
}
_UNIT = {spelling: unit for unit, words in _SPELLINGS.items() for spelling in words.split()}
_SCALE = (
    r"(?:(?:hundred|thousand|million|billion|trillion|[mb]n|millones|millionen|milliarden"
    r"|millions|milliards|mil|миллион\w*|миллиард\w*|млн|млрд)\.?\s+(?:de\s+|d['’])?)?"
)
_MEASURE = re.compile(
    r"(us\$|[$€£¥₹])?\s?(\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,]\d+)*)[\s-]?"
    rf"{_SCALE}(°?[^\W\d_]+(?:/h)?|[$€£¥₹])?"
)


def converted(before: str, after: str) -> tuple[frozenset[str], frozenset[str]]:
    """The numbers of two versions of a sentence that have another unit in the other version."""
    one, other = _measures(before), _measures(after)
    if len(one) != len(other):
        return frozenset(), frozenset()
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a[1] != b[1]]
    return frozenset(a for (a, _), _ in pairs), frozenset(b for _, (b, _) in pairs)


def _measures(text: str) -> list[tuple[str, str]]:
    """Each number that has a unit, and the unit."""
    found = []
    for sign, number, word in _MEASURE.findall(text.casefold()):
        unit = _UNIT.get(sign) or _UNIT.get(word)
        if unit:
            found.append((plain(number), unit))
    return found
