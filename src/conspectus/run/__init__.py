"""The seam to machines: the verbs as pure functions over Arrow record batches, run in one process or in several.

``run.steps`` has the functions, ``run.tables`` the schemas, ``run.local`` the processes. An engine that maps a function
over record batches (Spark's ``mapInArrow``, for one) can call the same steps. Needs pyarrow.
"""

from conspectus.run.local import Died, Work, carried_out

__all__ = ["Died", "Work", "carried_out"]
