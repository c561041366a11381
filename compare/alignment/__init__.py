"""Alignment of measures across cities: the same, related or different, with a score and what differs.

``pairs`` lays two plans side by side; ``profile`` is what it knows of a measure, ``features`` what two have in common,
``rule`` weighs that (its weights: weights.yaml), ``substance`` is who leads, what is aimed at, by when, how firmly.
"""

from compare.alignment.pairs import Prepared, align, alignments

__all__ = ["Prepared", "align", "alignments"]
