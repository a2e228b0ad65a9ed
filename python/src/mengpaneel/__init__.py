"""Mengpaneel from Python: segregation, evidence, perspectives, decisions and what-if for Dutch neighbourhoods.

Every function runs the program once and computes nothing itself, so that a notebook and the command line give the same
figures::

    import mengpaneel as mp

    counts = {"id": ["A", "B", "C"], "low": [80, 50, 20], "high": [20, 50, 80]}
    print(mp.measure(counts, index="H").estimate())
"""

from .commands import *  # noqa: F403
from .commands import __all__ as _functions
from .program import MengpaneelError, version
from .results import Document, Estimate, Table

__version__ = "0.1.0"
__all__ = [*_functions, "Document", "Estimate", "MengpaneelError", "Table", "version"]
