"""Which terms keep the same company: a vector for each, alike for terms that stand among the same others.

A word of a dozen posts has been seen too seldom for a weight of its own, but its company is known: «сверхурочные»
stands where «переработка» does. Vectors are made as Levy, Goldberg and Dagan do (Improving Distributional Similarity
with Lessons Learned from Word Embeddings, TACL 3, 2015): positive pointwise mutual information of standing together in
one sentence, with smoothed contexts, and a truncated decomposition, singular values counting by their root.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.decomposition import TruncatedSVD
from sklearn.preprocessing import normalize

DIMENSIONS = 60
_SMOOTHING = 0.75  # exponent of a context's frequency: rare contexts say less than they seem to
_LEAST = 1e-9  # of a singular value, to divide by

Array = Any


def vectors(standing: csr_matrix) -> Array:
    """A vector of length 1 for each candidate, or of 0 where it stands alone.

    standing  a row for each sentence, a column for each candidate, 1 where it stands there
    """
    shared = _information(standing)
    if not shared.nnz:
        return np.zeros((shared.shape[0], 1))
    found = TruncatedSVD(min(DIMENSIONS, shared.shape[0]), random_state=0)
    placed = found.fit_transform(shared)
    return normalize(placed / np.sqrt(found.singular_values_.clip(_LEAST)))


def _information(standing: csr_matrix) -> csr_matrix:
    """What it tells of one candidate that another stands in its sentence; 0 where it tells against it."""
    together = (standing.T @ standing).tocoo()
    apart = together.row != together.col
    rows, columns, counts = together.row[apart], together.col[apart], together.data[apart].astype(np.float64)
    size = together.shape[0]
    each = np.bincount(rows, counts, minlength=size)
    context = each**_SMOOTHING
    expected = each[rows] * context[columns] / context.sum()
    information = np.log(counts / expected)
    kept = information > 0
    return csr_matrix((information[kept], (rows[kept], columns[kept])), shape=together.shape)
