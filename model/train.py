#!/usr/bin/env python3
"""Trains the classifiers of blocks and of pages, and says how it scores on sites that it has not seen.

  python model/train.py --corpus FOLDER            cross-validates by site, through the real pipeline
  python model/train.py --corpus FOLDER --write    trains on all pages and writes src/classify/{blocks,pages}.model

FOLDER has WCXB's layout: ID.html.gz and ID.json. The features come from the Rust core (examples/training.rs).
"""
import argparse
import json
import os
import subprocess
import sys
from multiprocessing import Pool
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
import lightgbm as lgb  # noqa: E402
import numpy as np  # noqa: E402

import corpus  # noqa: E402
import export  # noqa: E402
import disguise  # noqa: E402
from labels import align, f1, words  # noqa: E402

SEED = 7
PARAMS = dict(
    objective="cross_entropy", learning_rate=0.05, num_leaves=16, min_data_in_leaf=200, min_sum_hessian_in_leaf=10,
    feature_fraction=0.2, bagging_fraction=0.6, bagging_freq=1, lambda_l2=20, max_bin=63,
    num_threads=1, seed=SEED, deterministic=True, force_col_wise=True, verbose=-1)
ROUNDS = 280
# A part of what is learned comes from disguised pages, so that no word and no name is relied on: which disguises, and how
# much of all weight each has. Half of their rows do.
DISGUISES = {"nameless": (0.1, [disguise.nameless]), "foreign": (0.05, [disguise.foreign]),
             "both": (0.15, [disguise.nameless, disguise.foreign])}
DISGUISED_SAMPLE = 0.5
TYPE_PARAMS = dict(
    objective="multiclass", num_class=len(corpus.TYPES), learning_rate=0.1, num_leaves=6, min_data_in_leaf=10,
    feature_fraction=0.2, bagging_fraction=0.7, bagging_freq=1, lambda_l2=5, max_bin=63,
    num_threads=1, seed=SEED, deterministic=True, force_col_wise=True, verbose=-1)
TYPE_ROUNDS = 50
# Nodes name features by a byte; fewer also cost less.
FEATURES = 150
# Texts of so many words that are on a page twice are one text: all copies count as article if one does.
TWIN_WORDS = 8
# Rows that the tests compare Rust's sums and the trainer's on.
SAMPLES = 200
# Rows of little weight are sampled, and weigh more for it.
SAMPLE_QUANTILE, LEAST_SAMPLE = 0.6, 0.03
# A page of less text weighs as if it had this many words; none weighs more than so many median pages.
LEAST_WORDS, MOST_PAGES = 60, 3


def label(job):
    texts, truth = job
    blocks = [words(t) for t in texts]
    return [len(b) for b in blocks], align(blocks, truth) if truth else [0] * len(blocks)


def labels(pages, lines):
    """For each block: how many words, what share of them is article, and the number of its page."""
    jobs = [(line["texts"], words(page["text"])) for page, line in zip(pages, lines)]
    with Pool(2) as pool:
        done = pool.map(label, jobs, chunksize=8)
    count = np.concatenate([np.array(c) for c, _ in done]).astype(float)
    hits = np.concatenate([np.array(h) for _, h in done]).astype(float)
    of_page = np.repeat(np.arange(len(pages)), [len(c) for c, _ in done])
    share = np.where(count > 0, hits / np.maximum(count, 1), 0)
    return count, join_twins(count, share, of_page, lines), of_page


def join_twins(count, share, of_page, lines):
    twins, best = {}, {}
    texts = (" ".join(words(t)) for line in lines for t in line["texts"])
    keys = [twins.setdefault((p, t), len(twins)) for p, t in zip(of_page, texts)]
    for key, value in zip(keys, share):
        best[key] = max(value, best.get(key, 0))
    return np.where(count >= TWIN_WORDS, [best[k] for k in keys], share)


def weigh(pages, count, share, of_page):
    """Weights by words, each page about alike; and a sample of the rows that weigh little."""
    truth = np.array([len(words(page["text"])) for page in pages])
    weight = np.where((truth > 0)[of_page] & (count > 0), (count + 1) / np.maximum(truth, LEAST_WORDS)[of_page], 0)
    sums = np.bincount(of_page, weight, len(pages))
    weight *= np.minimum(1, MOST_PAGES * np.median(sums[truth > 0]) / np.maximum(sums, 1e-9))[of_page]
    chance = np.clip(weight / np.quantile(weight[weight > 0], SAMPLE_QUANTILE), LEAST_SAMPLE, 1)
    kept = (weight > 0) & (np.random.default_rng(SEED).random(len(weight)) < chance)
    weight = np.where(kept, weight / chance, 0)
    return weight / weight[kept].mean()


class Rows:
    """Rows with their labels and weights, and the page of each."""

    def __init__(self, values, share, weight, of_page):
        self.values, self.share, self.weight, self.of_page = values, share, weight, of_page

    def but(self, pages):
        """Those that weigh something, without those of some pages."""
        kept = (self.weight > 0) & ~np.isin(self.of_page, pages)
        return Rows(self.values[kept], self.share[kept], self.weight[kept], self.of_page[kept])

    @staticmethod
    def join(parts):
        return Rows(*(np.concatenate([getattr(part, name) for part in parts]) for name in ("values", "share", "weight", "of_page")))


def disguised(name, plain, lines, work, reuse):
    """The rows of the pages in a disguise; a page whose blocks come out otherwise in it is left out."""
    part, disguises = DISGUISES[name]
    if not reuse:
        corpus.disguise_ndjson(work / "pages.ndjson", work / f"{name}.ndjson", disguises)
        corpus.core("rows", work / f"{name}.ndjson", work / name)
    _, others, values, _ = corpus.read_rows(work / name)
    counts, others = [np.array([len(line["texts"]) for line in some]) for some in (lines, others)]
    same = counts == others
    mine, theirs = np.repeat(same, counts), np.repeat(same, others)
    chosen = np.random.default_rng(SEED).random(mine.sum()) < DISGUISED_SAMPLE
    weight = np.where(chosen, plain.weight[mine] * part / DISGUISED_SAMPLE, 0)
    return Rows(values[theirs], plain.share[mine], weight, plain.of_page[mine])


def gather(plain, lines, work, reuse):
    """All rows to learn from: the plain ones, and those in disguise. Little of them is left after `but`."""
    others = [disguised(name, plain, lines, work, reuse).but([]) for name in DISGUISES]
    plain = Rows(plain.values, plain.share, plain.weight * (1 - sum(part for part, _ in DISGUISES.values())), plain.of_page)
    return Rows.join([plain.but([]), *others])


def fit(rows):
    """A model of the strongest features, and their places in the row."""
    data = dict(label=rows.share, weight=rows.weight, params=PARAMS)
    first = lgb.train(PARAMS, lgb.Dataset(rows.values, **data), ROUNDS // 3)
    places = np.sort(np.argsort(-first.feature_importance("gain"))[:FEATURES])
    return lgb.train(PARAMS, lgb.Dataset(rows.values[:, places], **data), ROUNDS), places


def fit_types(rows, types):
    """A model of the page's type; its classes are in the order of learned.rs: by name."""
    kinds = sorted(corpus.TYPES)
    return lgb.train(TYPE_PARAMS, lgb.Dataset(rows, [kinds.index(kind) for kind in types]), TYPE_ROUNDS)


def clean(ndjson, *models):
    """Each page's text and type, through the real pipeline."""
    out = corpus.core("clean", ndjson, *(models or "-"), stdout=subprocess.PIPE).stdout.decode()
    return {line["id"]: line for line in map(json.loads, out.rstrip("\n").split("\n"))}


def score(pages, lines):
    return {page["id"]: f1(words(lines[page["id"]]["textContent"]), words(page["text"])) for page in pages}


def right_types(pages, lines):
    return {page["id"]: lines[page["id"]]["pageType"] == page["type"] for page in pages}


def table(name, pages, scores):
    cells = [np.mean([scores[p["id"]] for p in pages if kind in (p["type"], None)]) for kind in (None, *corpus.TYPES)]
    print(f"{name:14}" + "".join(f"{x:14.3f}" for x in cells), flush=True)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    ap.add_argument("--corpus", default=os.environ.get("READWELL_CORPUS"), required="READWELL_CORPUS" not in os.environ)
    ap.add_argument("--work", default=corpus.ROOT / "target" / "model", type=Path, help="where rows and fold models go")
    ap.add_argument("--write", action="store_true", help="train on all pages and write the model files")
    ap.add_argument("--reuse", action="store_true", help="use the rows of the last run")
    args = ap.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    pages = corpus.load(args.corpus)
    if not args.reuse:
        corpus.write_ndjson(pages, args.work / "pages.ndjson")
        corpus.core("rows", args.work / "pages.ndjson", args.work / "rows")
    names, lines, values, wholes = corpus.read_rows(args.work / "rows")
    count, share, of_page = labels(pages, lines)
    plain = Rows(values, share, weigh(pages, count, share, of_page), of_page)
    rows = gather(plain, lines, args.work, args.reuse)
    print(f"{len(pages)} pages, {len(values)} blocks, {len(rows.values)} rows of {values.shape[1]} features", flush=True)
    types = np.array([page["type"] for page in pages])
    if args.write:
        return write(names, rows, fit_types(wholes, types), wholes.shape[1])
    validate(pages, rows, wholes, types, args.work)


def validate(pages, rows, wholes, types, work):
    """Word F1 and page types by the rules, and by models that have not seen the page's site."""
    print(f"{'':14}" + "".join(f"{kind:>14}" for kind in ("all", *corpus.TYPES)))
    by_rules = clean(work / "pages.ndjson")
    table("rules", pages, score(pages, by_rules))
    folds = np.array([page["fold"] for page in pages])
    found = {}
    for k in range(corpus.FOLDS):
        booster, places = fit(rows.but(np.where(folds == k)[0]))
        models = [work / f"fold{k}.blocks.model", work / f"fold{k}.pages.model"]
        models[0].write_bytes(export.encode(booster, places, rows.values.shape[1]))
        models[1].write_bytes(export.encode(fit_types(wholes[folds != k], types[folds != k]), range(wholes.shape[1]), wholes.shape[1]))
        held = [page for page in pages if page["fold"] == k]
        corpus.write_ndjson(held, work / "fold.ndjson")
        found |= (mine := clean(work / "fold.ndjson", *models))
        table(f"fold {k}", held, score(held, mine))
    scores = score(pages, found)
    table("both", pages, scores)
    table("types, rules", pages, right_types(pages, by_rules))
    table("types, both", pages, right_types(pages, found))
    (work / "scores.json").write_text(json.dumps(scores))
    (work / "found.ndjson").write_text("".join(json.dumps(line) + "\n" for line in found.values()))


def agree(data, booster, places, values):
    """The file's sums are LightGBM's own but for the rounding of leaves."""
    some = values[np.random.default_rng(SEED).choice(len(values), 500, replace=False)]
    apart = np.abs(np.array(export.sums(data, some)) - booster.predict(some[:, places], raw_score=True)).max()
    print(f"the file and LightGBM differ by at most {apart:.5f}")
    assert apart < 0.02


def write(names, rows, types, types_width):
    booster, places = fit(rows)
    data = export.encode(booster, places, rows.values.shape[1])
    (corpus.ROOT / "src" / "classify" / "blocks.model").write_bytes(data)
    (corpus.ROOT / "src" / "classify" / "pages.model").write_bytes(export.encode(types, range(types_width), types_width))
    seeds = range(1, SAMPLES + 1)
    samples = [{"seed": seed, "sum": round(x, 6)} for seed, x in zip(seeds, export.sums(data, map(export.row, seeds)))]
    (corpus.ROOT / "src" / "classify" / "blocks.samples.json").write_text("[\n" + ",\n".join(map(json.dumps, samples)) + "\n]\n")
    agree(data, booster, places, rows.values)
    gain = booster.feature_importance("gain")
    print(f"{len(data)} bytes; the strongest features:")
    for i in np.argsort(-gain)[:40]:
        print(f"  {gain[i] / gain.sum():.3f}  {names['block'][places[i]]}")


if __name__ == "__main__":
    sys.exit(main())
