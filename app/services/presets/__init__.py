"""Presets: what a new database starts with, read from resources/presets and checked whole. No database here.

May import core and the package `resources`.
"""

from app.services.presets.loading import available_presets, load_preset
from app.services.presets.records import (
    Preset,
    PresetActivity,
    PresetBlock,
    PresetDepartment,
    PresetError,
    PresetField,
    PresetItem,
    PresetOption,
    PresetPlace,
    PresetRequirement,
    PresetResult,
    PresetRight,
    PresetRole,
    PresetRule,
    PresetSource,
    PresetStage,
    PresetSummary,
    PresetTemplate,
)

__all__ = [
    "Preset",
    "PresetActivity",
    "PresetBlock",
    "PresetDepartment",
    "PresetError",
    "PresetField",
    "PresetItem",
    "PresetOption",
    "PresetPlace",
    "PresetRequirement",
    "PresetResult",
    "PresetRight",
    "PresetRole",
    "PresetRule",
    "PresetSource",
    "PresetStage",
    "PresetSummary",
    "PresetTemplate",
    "available_presets",
    "load_preset",
]
