"""Adoption of reform models: which grade a city has (``grades``), which components its plans do and which measure does
what of them (``components``), each with the places that prove it (``evidence``)."""

from compare.adoption.components import measures_that_do
from compare.adoption.grades import adoption, adoptions, grade_of

__all__ = ["adoption", "adoptions", "grade_of", "measures_that_do"]
