"""Writes a LightGBM model in the layout that src/classify/model.rs reads, and scores rows as that file does."""
import struct
from collections import Counter

import numpy as np

MAGIC, VERSION = b"RWGB", 4

# The bounds of src/classify/model.rs.
MAX_TREES, MAX_LEAVES = 512, 16


def floor32(x):
    """The greatest f32 that is not above x: an f32 value is at most the one exactly when it is at most the other."""
    y = np.float32(x)
    return np.nextafter(y, np.float32(-np.inf)) if float(y) > x else y


def flatten(tree):
    """A tree's nodes as [feature, threshold, first leaf, leaves], the leaves being those that a greater value rules out;
    and its leaves' values from left to right."""
    nodes, leaves = [], []

    def visit(node):
        if "leaf_value" in node:
            leaves.append(node["leaf_value"])
            return
        assert node["decision_type"] == "<=", node["decision_type"]
        first = len(leaves)
        visit(node["left_child"])
        nodes.append([node["split_feature"], floor32(node["threshold"]), first, len(leaves) - first])
        visit(node["right_child"])

    visit(tree["tree_structure"])
    return nodes, leaves


def encode(booster, places, width):
    """The bytes of a model. `places` maps the booster's features to places in the whole row of `width` features."""
    trees = [flatten(tree) for tree in booster.dump_model()["tree_info"]]
    scale = max(abs(leaf) for _, leaves in trees for leaf in leaves) / 32767
    trees = [(nodes, [round(leaf / scale) for leaf in leaves]) for nodes, leaves in trees]
    return layout(trees, places, width, scale)


def layout(trees, places, width, scale):
    """The bytes of trees whose leaves are whole numbers."""
    assert len(trees) <= MAX_TREES and max(len(leaves) for _, leaves in trees) <= MAX_LEAVES
    nodes = sorted((f, cut, tree, first, count) for tree, (nodes, _) in enumerate(trees) for f, cut, first, count in nodes)
    at_cuts = sorted(Counter(node[:2] for node in nodes).items())
    used = sorted(Counter(f for (f, _), _ in at_cuts).items())
    assert max(count for _, count in at_cuts) < 256
    out = struct.pack("<4s5HHf", MAGIC, VERSION, len(used), len(trees), len(at_cuts), len(nodes), width, scale)
    out += b"".join(struct.pack("<HH", places[f], count) for f, count in used)
    out += np.array([cut for (_, cut), _ in at_cuts], "<f4").tobytes()
    out += bytes(count for _, count in at_cuts)
    out += np.array([tree for _, _, tree, _, _ in nodes], "<u2").tobytes()
    out += np.array([2 ** (first + count) - 2 ** first for *_, first, count in nodes], "<u2").tobytes()
    out += bytes(len(leaves) for _, leaves in trees)
    return out + np.array([leaf for _, leaves in trees for leaf in leaves], "<i2").tobytes()


def sums(data, rows):
    """What a model file sums each row up to: the trainer's own reading of the layout, to compare with Rust's."""
    magic, version, features, trees, thresholds, count, _, scale = struct.unpack_from("<4s5HHf", data)
    assert (magic, version) == (MAGIC, VERSION)
    at = 20

    def table(kind, entries):
        nonlocal at
        values = np.frombuffer(data, kind, entries, at)
        at += values.nbytes
        return values

    used = table(np.dtype([("place", "<u2"), ("cuts", "<u2")]), features)
    cuts, ends = table("<f4", thresholds), np.cumsum(table("u1", thresholds))
    nodes = list(zip(table("<u2", count).tolist(), table("<u2", count).tolist()))
    sizes = table("u1", trees).tolist()
    leaves = table("<i2", count + trees)
    firsts = np.cumsum([0, *sizes[:-1]]).tolist()
    starts = np.cumsum([0, *used["cuts"]]).tolist()
    out = []
    for row in rows:
        live = [2 ** MAX_LEAVES - 1] * trees
        for place, start, end in zip(used["place"], starts, starts[1:]):
            passed = start + int(np.sum(row[place] > cuts[start:end]))
            for tree, ruled_out in nodes[ends[start - 1] if start else 0:ends[passed - 1] if passed else 0]:
                live[tree] &= ~ruled_out
        out.append(sum(int(leaves[start + (alive & -alive).bit_length() - 1]) for start, alive in zip(firsts, live)) * scale)
    return out


def row(seed, width=512):
    """A row of values of many sizes, the same as the Rust test makes of a seed."""
    state, out = seed, []

    def draw():
        nonlocal state
        state = (state * 1664525 + 1013904223) % 2 ** 32
        return np.float32(state >> 8) / np.float32(16777216)

    for _ in range(width):
        out.append(draw() if draw() < np.float32(0.5) else draw() * np.float32(12) - np.float32(1))
    return out
