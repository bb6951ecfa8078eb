#!/usr/bin/env python3
"""Trains the block classifier, and says how it scores on sites that it has not seen.

  python model/train.py --corpus FOLDER            cross-validates by site, through the real pipeline
  python model/train.py --corpus FOLDER --write    trains on all pages and writes src/classify/blocks.model

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
from labels import align, f1, words  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
SEED = 7
PARAMS = dict(
    objective="cross_entropy", learning_rate=0.06, num_leaves=10, min_data_in_leaf=200, min_sum_hessian_in_leaf=10,
    feature_fraction=0.2, bagging_fraction=0.6, bagging_freq=1, lambda_l2=20, max_bin=63,
    num_threads=1, seed=SEED, deterministic=True, force_col_wise=True, verbose=-1)
ROUNDS = 200
# Nodes name features by a byte; fewer also cost less.
FEATURES = 150
# Texts of so many words that are on a page twice are one text: all copies count as article if one does.
TWIN_WORDS = 8
# Rows that the tests compare Rust's sums and the trainer's on.
SAMPLES = 200
# Rows of little weight are sampled, and weigh more for it.
SAMPLE_QUANTILE, LEAST_SAMPLE, EASY_SAMPLE = 0.6, 0.03, 0.12
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


def weigh(pages, count, share, of_page, rules):
    """Weights by words, each page about alike; and a sample of the rows that weigh little."""
    truth = np.array([len(words(page["text"])) for page in pages])
    weight = np.where((truth > 0)[of_page] & (count > 0), (count + 1) / np.maximum(truth, LEAST_WORDS)[of_page], 0)
    sums = np.bincount(of_page, weight, len(pages))
    weight *= np.minimum(1, MOST_PAGES * np.median(sums[truth > 0]) / np.maximum(sums, 1e-9))[of_page]
    weight[rules == 0] = 0  # The model is not asked of what the rules drop for what it is.
    chance = np.clip(weight / np.quantile(weight[weight > 0], SAMPLE_QUANTILE), LEAST_SAMPLE, 1)
    kept = (weight > 0) & (np.random.default_rng(SEED).random(len(weight)) < chance)
    weight = np.where(kept, weight / chance, 0)
    return weight / weight[kept].mean()


def fit(rows, share, weight, rounds=ROUNDS):
    """A model of the strongest features, and their places in the row."""
    used = np.where(weight > 0)[0]
    data = dict(label=share[used], weight=weight[used], params=PARAMS)
    first = lgb.train(PARAMS, lgb.Dataset(rows[used], **data), rounds // 2)
    places = np.sort(np.argsort(-first.feature_importance("gain"))[:FEATURES])
    return lgb.train(PARAMS, lgb.Dataset(rows[np.ix_(used, places)], **data), rounds), places


def tool(*arguments, **options):
    command = ["cargo", "run", "--quiet", "--release", "--features", "training", "--example", "training", "--", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, check=True, **options)


def score(pages, ndjson, model):
    """Word F1 of each page, through the real pipeline."""
    out = tool("clean", ndjson, model, stdout=subprocess.PIPE).stdout.decode()
    texts = {line["id"]: line["textContent"] for line in map(json.loads, out.rstrip("\n").split("\n"))}
    return {page["id"]: f1(words(texts[page["id"]]), words(page["text"])) for page in pages}


def table(name, pages, scores):
    cells = [np.mean([scores[p["id"]] for p in pages if kind in (p["type"], None)]) for kind in (None, *corpus.TYPES)]
    print(f"{name:12}" + "".join(f"{x:14.3f}" for x in cells), flush=True)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    ap.add_argument("--corpus", default=os.environ.get("READWELL_CORPUS"), required="READWELL_CORPUS" not in os.environ)
    ap.add_argument("--work", default=ROOT / "target" / "model", type=Path, help="where rows and fold models go")
    ap.add_argument("--write", action="store_true", help="train on all pages and write the model file")
    ap.add_argument("--reuse", action="store_true", help="use the rows of the last run")
    args = ap.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    pages = corpus.load(args.corpus)
    whole = args.work / "pages.ndjson"
    if not args.reuse:
        corpus.write_ndjson(pages, whole)
        tool("rows", whole, args.work / "rows")
    names, lines, rows, _ = corpus.read_rows(args.work / "rows")
    rules = np.concatenate([line["rules"] for line in lines])
    count, share, of_page = labels(pages, lines)
    weight = weigh(pages, count, share, of_page, rules)
    print(f"{len(pages)} pages, {len(rows)} blocks, {(weight > 0).sum()} rows of {rows.shape[1]} features", flush=True)
    if args.write:
        return write(names, rows, share, weight)
    print(f"{'':12}" + "".join(f"{kind:>14}" for kind in ("all", *corpus.TYPES)))
    table("rules", pages, score(pages, whole, "-"))
    folds = np.array([page["fold"] for page in pages])
    scores = {}
    for k in range(corpus.FOLDS):
        booster, places = fit(rows, share, np.where(folds[of_page] == k, 0, weight))
        model = args.work / f"fold{k}.model"
        model.write_bytes(export.encode(booster, places, rows.shape[1]))
        held = [page for page in pages if page["fold"] == k]
        corpus.write_ndjson(held, args.work / "fold.ndjson")
        scores |= (mine := score(held, args.work / "fold.ndjson", model))
        table(f"fold {k}", held, mine)
    table("both", pages, scores)
    (args.work / "scores.json").write_text(json.dumps(scores))


def agree(data, booster, used, rows):
    """The file's sums are LightGBM's own but for the rounding of leaves."""
    some = np.random.default_rng(SEED).choice(len(rows), 500, replace=False)
    apart = np.abs(np.array(export.sums(data, rows[some])) - booster.predict(used[some], raw_score=True)).max()
    print(f"the file and LightGBM differ by at most {apart:.5f}")
    assert apart < 0.02


def write(names, rows, share, weight):
    booster, places = fit(rows, share, weight)
    data = export.encode(booster, places, rows.shape[1])
    (ROOT / "src" / "classify" / "blocks.model").write_bytes(data)
    seeds = range(1, SAMPLES + 1)
    samples = [{"seed": seed, "sum": round(x, 6)} for seed, x in zip(seeds, export.sums(data, map(export.row, seeds)))]
    (ROOT / "src" / "classify" / "blocks.samples.json").write_text("[\n" + ",\n".join(map(json.dumps, samples)) + "\n]\n")
    agree(data, booster, rows[:, places], rows)
    gain = booster.feature_importance("gain")
    print(f"{len(data)} bytes; the strongest features:")
    for i in np.argsort(-gain)[:40]:
        print(f"  {gain[i] / gain.sum():.3f}  {names['block'][places[i]]}")


if __name__ == "__main__":
    sys.exit(main())
