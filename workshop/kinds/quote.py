"""`quote`: somebody's words, large."""

from typing import ClassVar

from workshop.core.blocks import Blocks, Quote
from workshop.core.gathered import Asked
from workshop.kinds.kind import Kind
from workshop.kinds.values import Line, Prose


class QuoteStep(Kind):
    """A quotation with who said it. Write it without quotation marks: the language's own are added.

    - quote: To do nothing is also a good remedy
      by: Hippocrates
    """

    name: ClassVar[str] = "quote"

    quote: Prose
    """The words."""
    by: Line | None = None
    """Who said or wrote them."""
    context: Line | None = None
    """Where they come from: a book, a year, an occasion."""

    def ask(self, asked: Asked) -> Blocks:
        """The quotation."""
        return (Quote(self.quote, self.by or "", self.context or ""),)
