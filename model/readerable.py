"""Fits the weights of `isProbablyReaderable`: a logistic regression over the numbers that the Rust core counts in a page's source.

    python model/readerable.py --corpus FOLDER            # five folds by site
    python model/readerable.py --corpus FOLDER --write    # also writes src/readerable/weights.rs
"""
import argparse
import json
import os
import subprocess
from pathlib import Path

import numpy as np

import corpus

READABLE = ("article", "documentation", "forum")
NOT_READABLE = ("product", "listing", "collection")

# The penalty on squared weights of numbers scaled to a deviation of one, and what the unreadable pages weigh, of which
# there are fewer.
PENALTY, WEIGHT_OF_UNREADABLE = 3.0, 1.5


def fit(numbers, readable):
    """Weights and bias by Newton's method."""
    mean, deviation = numbers.mean(0), numbers.std(0) + 1e-6
    x = np.c_[(numbers - mean) / deviation, np.ones(len(numbers))]
    worth = np.where(readable, 1.0, WEIGHT_OF_UNREADABLE)
    penalty = np.diag([PENALTY] * numbers.shape[1] + [0.0])
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (worth * (p - readable)) + penalty @ weights
        weights -= np.linalg.solve((x.T * (worth * p * (1 - p))) @ x + penalty, gradient)
    slopes = weights[:-1] / deviation
    return slopes, weights[-1] - slopes @ mean


def report(name, says, types):
    yes = np.isin(types, READABLE)
    judged = yes | np.isin(types, NOT_READABLE)
    by_type = " ".join(f"{kind} {says[types == kind].mean():.2f}" for kind in sorted(set(types)))
    print(f"{name}: precision {(says & yes).sum() / (says & judged).sum():.3f} recall {says[yes].mean():.3f}; {by_type}")


def write(names, weights, bias):
    cells = [f"{weight:.4f}," for weight in weights]
    width = max(map(len, cells))
    rows = "\n".join(f"    {cell:{width}} // {name}" for cell, name in zip(cells, names))
    (corpus.ROOT / "src/readerable/weights.rs").write_text(f"""//! What the evidence weighs. Written by model/readerable.py.

use super::evidence::NUMBERS;

pub(super) const BIAS: f32 = {bias:.4f};

pub(super) const WEIGHTS: [f32; NUMBERS] = [
{rows}
];
""")


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--corpus", default=os.environ.get("READWELL_CORPUS"), required="READWELL_CORPUS" not in os.environ)
    ap.add_argument("--work", default=corpus.ROOT / "target" / "model", type=Path)
    ap.add_argument("--write", action="store_true")
    args = ap.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)

    pages = corpus.load(args.corpus)
    corpus.write_ndjson(pages, args.work / "pages.ndjson")
    lines = corpus.core("evidence", args.work / "pages.ndjson", stdout=subprocess.PIPE).stdout.splitlines()
    evidence = [json.loads(line)["evidence"] for line in lines]
    names = [name for name, _ in evidence[0]]
    numbers = np.array([[value for _, value in page] for page in evidence])
    types, folds = np.array([page["type"] for page in pages]), np.array([page["fold"] for page in pages])
    readable, known = np.isin(types, READABLE), np.isin(types, READABLE + NOT_READABLE)

    says = np.zeros(len(pages), bool)
    for k in range(corpus.FOLDS):
        weights, bias = fit(numbers[known & (folds != k)], readable[known & (folds != k)])
        says[folds == k] = numbers[folds == k] @ weights + bias > 0
    report("five folds by site", says, types)
    weights, bias = fit(numbers[known], readable[known])
    report("all pages, seen", numbers @ weights + bias > 0, types)
    if args.write:
        write(names, weights, bias)


if __name__ == "__main__":
    main()
