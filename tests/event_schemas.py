"""Checks CloudEvents against the schemas that consumers are given (``docs/schemas``)."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

SCHEMAS = Path(__file__).parent.parent / "docs" / "schemas"


@cache
def validators() -> dict[str, Draft202012Validator]:
    """Event type -> validator."""
    loaded = [json.loads(path.read_text(encoding="utf-8")) for path in SCHEMAS.glob("*.json")]
    for schema in loaded:
        Draft202012Validator.check_schema(schema)
    registry: Registry[Any] = Registry().with_resources(
        (schema["$id"], Resource.from_contents(schema)) for schema in loaded
    )
    return {
        schema["properties"]["type"]["const"]: Draft202012Validator(
            schema, registry=registry, format_checker=FormatChecker()
        )
        for schema in loaded
        if "properties" in schema
    }


def check_event(event: dict[str, Any]) -> None:
    """Raise unless ``event`` is what its schema promises."""
    validators()[event["type"]].validate(event)
