"""The columns of a section, made once for an office as it stands, with the statements that read pages of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.services.filtering.context import FilterContext
from app.services.listed import ACTIVITIES, LEADS, Listed
from app.services.lists.activity_columns import activity_sources
from app.services.lists.client_columns import client_sources, queue_source
from app.services.lists.reading import PageQuery
from app.services.lists.sources import Source, Sources

QUEUE = "queue"
"""The one column that follows the clock: made for each question."""


@dataclass(slots=True)
class Catalogue:
    """A section's columns. Making all of them takes longer than reading a page does."""

    made_of: tuple[object, ...]
    """Dictionaries, rights, currency and zone: where one of them is another, the columns are made anew."""
    sources: Sources
    pages: dict[tuple[str, ...], PageQuery] = field(default_factory=dict)
    """By the codes of the columns asked."""


class Catalogues:
    """The catalogues of one employee's sections."""

    def __init__(self) -> None:
        self._known: dict[str, Catalogue] = {}

    def sources(self, section: Listed, context: FilterContext) -> Sources:
        """All columns of a section."""
        return _Timed(self._of(section, context).sources, section, context)

    def page(self, section: Listed, context: FilterContext, codes: tuple[str, ...]) -> PageQuery:
        """The statement that reads a page of these columns; codes that the section doesn't have are left out."""
        catalogue = self._of(section, context)
        sources = _Timed(catalogue.sources, section, context)
        if QUEUE in codes and section.code != LEADS:  # a lead's place is its stage's, at any hour
            return PageQuery.of(section, context, [sources[code] for code in codes if code in sources])
        if codes not in catalogue.pages:
            found = [sources[code] for code in codes if code in sources]
            catalogue.pages[codes] = PageQuery.of(section, context, found)
        return catalogue.pages[codes]

    def _of(self, section: Listed, context: FilterContext) -> Catalogue:
        made_of = (context.registry.all, context.rights, context.currency, context.zone)
        known = self._known.get(section.code)
        if known is None or any(one is not other for one, other in zip(known.made_of, made_of, strict=True)):
            maker = activity_sources if section.code == ACTIVITIES else client_sources
            known = self._known[section.code] = Catalogue(made_of, maker(section, context))
        return known


class _Timed(Mapping[str, Source]):
    """A catalogue's columns, with the order of work as it is now."""

    def __init__(self, lasting: Sources, section: Listed, context: FilterContext) -> None:
        self._lasting = lasting
        self._section = section
        self._context = context

    def __getitem__(self, code: str) -> Source:
        if code == QUEUE and self._section.staged:
            return queue_source(self._section, self._context)
        return self._lasting[code]

    def __iter__(self) -> Iterator[str]:
        yield from self._lasting
        if self._section.staged:
            yield QUEUE

    def __len__(self) -> int:
        return len(self._lasting) + self._section.staged
