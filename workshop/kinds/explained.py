"""What a model's docstrings say of its fields, read only where somebody asks.

pydantic's own `use_attribute_docstrings` reads the source of every model as it is made: 75 ms of each start.
"""

import ast
import inspect
import textwrap
from itertools import pairwise

from pydantic import BaseModel


def explanations(model: type[BaseModel]) -> dict[str, str]:
    """The docstring under each field of `model`, inherited ones too, by the field's name."""
    bases = [
        base for base in reversed(model.__mro__) if issubclass(base, BaseModel) and base is not BaseModel
    ]
    return {name: text for base in bases for name, text in _own(base).items()}


def _own(model: type[BaseModel]) -> dict[str, str]:
    try:
        source = inspect.getsource(model)
    except OSError:  # a plug-in that is shipped without it
        return {}
    (definition,) = ast.parse(textwrap.dedent(source)).body
    assert isinstance(definition, ast.ClassDef)
    found: dict[str, str] = {}
    for field, below in pairwise(definition.body):
        match field, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                found[name] = inspect.cleandoc(text)
    return found
