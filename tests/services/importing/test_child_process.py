import multiprocessing
import pickle
from pathlib import Path

from app.services.importing.known import Known
from app.services.importing.layout import Layout
from app.services.importing.plan import planned_rows
from app.services.importing.reading import inspect
from app.services.importing.survey import Preview, Survey
from tests.services.importing.making import LEGAL_FIELDS, MOSCOW, legal_mapping, planned, samples, written


def summed_up(layout: Layout, known: Known) -> Preview:
    """What the child does: everything it needs comes as arguments."""
    mapping = legal_mapping(layout.path)
    survey = Survey(mapping, known)
    for row in planned_rows(layout, mapping, LEGAL_FIELDS, MOSCOW):
        survey.add(row)
    return survey.result()


def test_a_spawned_process_reads_a_file_as_its_parent_does() -> None:
    layout = inspect(samples() / "leads-export-cp1251.csv")
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        there = pool.apply(summed_up, (layout, Known.of()))
    assert there == summed_up(layout, Known.of())


def test_rows_travel_between_processes(tmp_path: Path) -> None:
    rows = planned(written(tmp_path, "ФИО;Телефон;Сумма\nА;89161234567;не знает\n;;\n"))
    assert pickle.loads(pickle.dumps(rows)) == rows
