"""The sentences of demo clients are whole: nothing that was to be put in stands there in braces."""

from random import Random

import pytest

from app.services.demo.material import load_material


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("preset", ["legal", "general"])
def test_no_sentence_keeps_a_placeholder(language: str, preset: str) -> None:
    material, rng = load_material(language, preset), Random(1)
    stages = [*material.comments, "unheard_of"]
    told = [material.comment(rng, section, stage) for section in ("lead", "deal") for stage in stages * 20]
    told += [material.reason(rng, stage) for stage in [*material.reasons, "unheard_of"] * 20]
    assert [sentence for sentence in (*told, *material.notes) if "{" in sentence] == []
