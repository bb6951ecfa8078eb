"""Aligns a page's blocks with its reviewed text: how much of each block's words is article."""
import re
from collections import Counter

WORD = re.compile(r"\w+")
SHINGLE = 3
# A block that the first pass did not touch is article, out of order, when this share of its shingles is still unclaimed.
MOVED = 0.8
MOVED_WORDS = 4
# Inside a gap of the alignment single words match by chance: a block counts from this share on.
GAP = 0.6


def words(text):
    return WORD.findall(text.lower())


def lcs(a, b):
    """Index pairs of a longest common subsequence: bit-parallel, after Hyyrö 2004."""
    if not a or not b:
        return []
    where = {}
    for j, x in enumerate(b):
        where[x] = where.get(x, 0) | 1 << j
    full = (1 << len(b)) - 1
    v, rows, kept = full, [], []
    for i, x in enumerate(a):
        m = where.get(x)
        if m is None:
            continue
        u = v & m
        v = ((v + u) | (v - u)) & full
        rows.append(v)
        kept.append(i)
    pairs, i, j = [], len(rows), len(b)
    while i and j:
        if rows[i - 1] >> (j - 1) & 1:
            j -= 1
        elif i > 1 and not rows[i - 2] >> (j - 1) & 1:
            i -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((kept[i], j))
    return pairs[::-1]


def shingles(ws, n=SHINGLE):
    return [tuple(ws[i:i + n]) for i in range(len(ws) - n + 1)]


def align(blocks, truth):
    """For each block (a list of words) how many of its words are in the truth (a list of words)."""
    page = [w for ws in blocks for w in ws]
    in_page, in_truth = bytearray(len(page)), bytearray(len(truth))
    for i, j in lcs(shingles(page), shingles(truth)):
        for k in range(SHINGLE):
            in_page[i + k] = in_truth[j + k] = 1
    starts = [0]
    for ws in blocks:
        starts.append(starts[-1] + len(ws))
    _fill_gaps(blocks, starts, page, truth, in_page, in_truth)
    hits = [sum(in_page[a:b]) for a, b in zip(starts, starts[1:])]
    left = Counter(s for i, s in enumerate(shingles(truth)) if not any(in_truth[i:i + SHINGLE]))
    for n, ws in enumerate(blocks):
        if hits[n] == 0 and len(ws) >= MOVED_WORDS:
            mine = shingles(ws)
            found = sum(left[s] > 0 for s in mine)
            if found >= MOVED * len(mine):
                left.subtract(mine)
                hits[n] = len(ws)
    return hits


def _fill_gaps(blocks, starts, page, truth, in_page, in_truth):
    """Between two aligned runs, short blocks may be article too: headings, cells, prices."""
    block_of = [n for n, ws in enumerate(blocks) for _ in ws]
    gaps, i, j = [], 0, 0
    while i < len(page) or j < len(truth):
        gi, gj = i, j
        while i < len(page) and not in_page[i]:
            i += 1
        while j < len(truth) and not in_truth[j]:
            j += 1
        if i > gi and j > gj:
            gaps.append((gi, i, gj, j))
        # Both runs hold the same words, though one may be interrupted where the other is not.
        if i < len(page) and j < len(truth):
            i, j = i + 1, j + 1
        elif i == gi and j == gj:
            break
    for a, b, c, d in gaps:
        if (b - a) * (d - c) > 4_000_000:
            continue
        pairs = lcs(page[a:b], truth[c:d])
        matched = Counter(block_of[a + i] for i, _ in pairs)
        for i, j in pairs:
            n = block_of[a + i]
            size = starts[n + 1] - starts[n]
            done = sum(in_page[starts[n]:starts[n + 1]])
            if done or matched[n] >= GAP * size:
                in_page[a + i] = 2
                in_truth[c + j] = 2
    for i, x in enumerate(in_page):
        in_page[i] = bool(x)


def f1(kept, truth):
    """Word F1 of two lists of words, as multisets."""
    if not kept or not truth:
        return float(not kept and not truth)
    common = sum((Counter(kept) & Counter(truth)).values())
    return 2 * common / (len(kept) + len(truth))
