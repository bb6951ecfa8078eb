"""Writes a LightGBM model in the layout that src/classify/model.rs reads, and scores rows as that file does."""
import struct

import numpy as np

MAGIC, VERSION = b"RWGB", 1


def floor32(x):
    """The greatest f32 that is not above x: an f32 value is at most the one exactly when it is at most the other."""
    y = np.float32(x)
    return np.nextafter(y, np.float32(-np.inf)) if float(y) > x else y


def flatten(tree):
    """A tree's nodes, root first: [feature, threshold, low, high], children as indices or ~leaf; and its leaves."""
    nodes, leaves = [], []

    def visit(node):
        if "leaf_value" in node:
            leaves.append(node["leaf_value"])
            return ~(len(leaves) - 1)
        assert node["decision_type"] == "<=", node["decision_type"]
        at = len(nodes)
        nodes.append([node["split_feature"], floor32(node["threshold"]), 0, 0])
        nodes[at][2] = visit(node["left_child"])
        nodes[at][3] = visit(node["right_child"])
        return at

    visit(tree["tree_structure"])
    return nodes, leaves


def encode(booster, places, width):
    """The bytes of a model. `places` maps the booster's features to places in the whole row of `width` features."""
    trees = [flatten(t) for t in booster.dump_model()["tree_info"]]
    # A tree without a split is a constant: the same leaf on both sides of another tree's cut.
    feature, cut = next(nodes[0][:2] for nodes, _ in trees if nodes)
    trees = [(nodes, leaves) if nodes else ([[feature, cut, ~0, ~1]], leaves * 2) for nodes, leaves in trees]
    used = sorted({node[0] for nodes, _ in trees for node in nodes})
    cuts = {f: sorted({node[1] for nodes, _ in trees for node in nodes if node[0] == f}) for f in used}
    assert len(used) <= 256 and max(map(len, cuts.values())) <= 256
    starts, n = {}, 0
    for f in used:
        starts[f] = n
        n += len(cuts[f])
    scale = max(abs(x) for _, leaves in trees for x in leaves) / 32767
    count = sum(len(nodes) for nodes, _ in trees)
    out = struct.pack("<4s5HHf", MAGIC, VERSION, len(used), len(trees), n, count, width, scale)
    out += b"".join(struct.pack("<HH", places[f], starts[f]) for f in used)
    out += np.array([c for f in used for c in cuts[f]], "<f4").tobytes()
    first = 0
    for nodes, _ in trees:
        out += struct.pack("<H", first)
        first += len(nodes)
    for nodes, _ in trees:
        for f, cut, low, high in nodes:
            out += struct.pack("<BBbb", used.index(f), cuts[f].index(cut), low, high)
    for _, leaves in trees:
        out += np.array([round(x / scale) for x in leaves], "<i2").tobytes()
    return out


def sums(data, rows):
    """What a model file sums each row up to: the trainer's own reading of the layout, to compare with Rust's."""
    magic, version, features, trees, thresholds, count, _, scale = struct.unpack_from("<4s5HHf", data)
    assert (magic, version) == (MAGIC, VERSION)
    at = 20
    table = np.frombuffer(data, "<u2", features * 2, at).reshape(-1, 2); at += features * 4
    cuts = np.frombuffer(data, "<f4", thresholds, at); at += thresholds * 4
    firsts = np.frombuffer(data, "<u2", trees, at); at += trees * 2
    nodes = np.frombuffer(data, "u1", count * 4, at).reshape(-1, 4); at += count * 4
    leaves = np.frombuffer(data, "<i2", count + trees, at)
    out = []
    for row in rows:
        total = 0
        for tree, first in enumerate(firsts.astype(int)):
            node = 0
            while node >= 0:
                f, cut, low, high = nodes[first + node].astype(int)
                node = low if row[table[f][0]] <= cuts[table[f][1] + cut] else high
                node = node - 256 if node > 127 else node
            total += int(leaves[first + tree + ~node])
        out.append(total * scale)
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
