"""The names, places and sentences of which demo clients are made, from resources/demo."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from resources import resource_text


@dataclass(frozen=True, slots=True)
class Material:
    """One language's material for one preset."""

    surnames: Sequence[str]
    women_surnames: str
    """What a woman's surname ends with."""
    women: Sequence[str]
    men: Sequence[str]
    fathers: Sequence[str]
    father_endings: Mapping[str, str]
    cities: Sequence[tuple[str, str]]
    """City and region."""
    banks: Sequence[str]
    months: Sequence[str]
    """As they stand in "since March"."""
    lead_titles: Sequence[str]
    jobs: Mapping[str, str]
    questionnaire: str
    unknown_phone: str
    referrers: Sequence[str]
    comments: Mapping[str, Sequence[str]]
    """By stage code; `lead` and `deal` for every other stage."""
    reasons: Mapping[str, Sequence[str]]
    notes: Sequence[str]

    def comment(self, rng: Random, section: str, stage_code: str) -> str:
        """What an employee writes after talking to a client who stands on a stage."""
        fitting = self.comments.get(stage_code) or self.comments.get(section) or self.comments["new"]
        return self._told(rng, rng.choice(fitting))

    def reason(self, rng: Random, stage_code: str) -> str:
        """Why a client is closed as failed."""
        return self._told(rng, rng.choice(self.reasons.get(stage_code) or self.reasons["any"]))

    def _told(self, rng: Random, sentence: str) -> str:
        """The sentence with a bank, city, month and sum put in where it names one."""
        if "{" not in sentence:
            return sentence
        return sentence.format(
            bank=rng.choice(self.banks), city=rng.choice(self.cities)[0], month=rng.choice(self.months),
            sum=f"{rng.randrange(30, 300) * 10}\u00a0000",
        )


def load_material(language: str, preset: str) -> Material:
    """The material in a language; a preset without sentences of its own speaks as general sales do."""
    content = tomllib.loads(resource_text("demo", f"{language}.toml"))
    people, titles = content["people"], content["titles"]
    spoken = content.get(preset, content["general"])
    return Material(
        surnames=people["surnames"],
        women_surnames=people["women_surnames"],
        women=people["women"],
        men=people["men"],
        fathers=people["fathers"],
        father_endings=people["father_endings"],
        cities=[(city, region) for city, region in content["places"]["cities"]],
        banks=content["money"]["banks"],
        months=content["money"]["months"],
        lead_titles=titles["lead"],
        jobs=titles["jobs"],
        questionnaire=titles["questionnaire"],
        unknown_phone=titles["unknown_phone"],
        referrers=content["referrers"]["names"],
        comments=spoken["comments"],
        reasons=spoken["reasons"],
        notes=spoken["notes"]["about"],
    )
