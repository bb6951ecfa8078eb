//! The learned classifier: gradient-boosted trees, from the bytes that model/train.py wrote.
//!
//! The layout, all little-endian: the header ([`HEADER`] bytes: magic, version, then how many features, trees, thresholds
//! and nodes there are, how wide a row is, and the scale of the leaves); for each feature its place in the row (u16) and where its
//! thresholds begin (u16); the thresholds (f32); for each tree its first node (u16); the nodes (feature, threshold, and
//! what comes if the value is at most the threshold, and if not: each a byte; negative numbers are leaves); the leaves
//! (i16), one more a tree than it has nodes. Where there are several classes, the trees take turns.

/// The trained classifier of blocks.
pub(crate) static BLOCKS: &[u8] = include_bytes!("blocks.model");
/// The trained classifier of pages.
pub(crate) static PAGES: &[u8] = include_bytes!("pages.model");

const MAGIC: &[u8; 4] = b"RWGB";
const VERSION: u16 = 1;
const HEADER: usize = 20;

/// A model's trees, each node beside its threshold.
pub(crate) struct Model {
    /// The places in the row of the features that are read.
    places: Vec<u16>,
    trees: Vec<Tree>,
    nodes: Vec<Node>,
    scale: f32,
}

/// A tree's nodes are those from its first on; children count from there.
struct Tree {
    first: u16,
    len: u16,
    depth: u8,
}

/// A leaf is its own child, and its threshold is what it adds: so all rows can take as many steps as the deepest needs.
#[derive(Clone, Copy)]
struct Node {
    threshold: f32,
    feature: u8,
    low: u8,
    high: u8,
}

/// Rows that go down a tree together: their steps do not wait for each other.
pub(crate) const LANES: usize = 8;

impl Model {
    /// Reads a model file; `None` if it is no such file, or of another version.
    pub(crate) fn new(bytes: &[u8]) -> Option<Self> {
        let (header, rest) = bytes.split_at_checked(HEADER)?;
        let short = |at: usize| u16::from_le_bytes([header[at], header[at + 1]]);
        if &header[..4] != MAGIC || short(4) != VERSION {
            return None;
        }
        let [features, trees, thresholds, nodes] = [6, 8, 10, 12].map(|at| usize::from(short(at)));
        let (features, rest) = table::<4>(rest, features)?;
        let (thresholds, rest) = table::<4>(rest, thresholds)?;
        let (firsts, rest) = table::<2>(rest, trees)?;
        let (nodes, rest) = table::<4>(rest, nodes)?;
        let (leaves, rest) = table::<2>(rest, nodes.len() + trees)?;
        let mut model = Self {
            places: features.iter().map(|[low, high, ..]| u16::from_le_bytes([*low, *high])).collect(),
            trees: Vec::with_capacity(trees),
            nodes: Vec::with_capacity(nodes.len() + leaves.len()),
            scale: f32::from_le_bytes([header[16], header[17], header[18], header[19]]),
        };
        let starts: Vec<u16> = features.iter().map(|[.., low, high]| u16::from_le_bytes([*low, *high])).collect();
        let firsts: Vec<usize> = firsts.iter().map(|first| usize::from(u16::from_le_bytes(*first))).collect();
        for (tree, first) in firsts.iter().enumerate() {
            let end = firsts.get(tree + 1).copied().unwrap_or(nodes.len());
            let leaves = leaves.get(first + tree..=end + tree)?;
            model.add(nodes.get(*first..end)?, leaves, |feature, threshold| {
                let bytes = thresholds.get(usize::from(*starts.get(usize::from(feature))?) + usize::from(threshold))?;
                Some(f32::from_le_bytes(*bytes))
            })?;
        }
        rest.is_empty().then_some(model)
    }

    /// Adds a tree: its nodes, then its leaves. A child stands after its parent.
    fn add(&mut self, nodes: &[[u8; 4]], leaves: &[[u8; 2]], threshold: impl Fn(u8, u8) -> Option<f32>) -> Option<()> {
        let first = u16::try_from(self.nodes.len()).ok()?;
        let inner = u8::try_from(nodes.len()).ok()?;
        let len = inner.checked_add(u8::try_from(leaves.len()).ok()?)?;
        let child = |child: u8| match child.cast_signed() {
            leaf if leaf < 0 => inner + !child,
            _ => child,
        };
        let mut depths = vec![0_u8; usize::from(len)];
        for (at, [feature, cut, low, high]) in nodes.iter().enumerate() {
            let (low, high) = (child(*low), child(*high));
            for child in [low, high] {
                let depth = depths[at] + 1;
                *depths.get_mut(usize::from(child)).filter(|_| usize::from(child) > at)? = depth;
            }
            self.nodes.push(Node { threshold: threshold(*feature, *cut)?, feature: *feature, low, high });
        }
        for (own, leaf) in (inner..len).zip(leaves) {
            self.nodes.push(Node { threshold: f32::from(i16::from_le_bytes(*leaf)), feature: 0, low: own, high: own });
        }
        let depth = depths.into_iter().max()?;
        self.trees.push(Tree { first, len: u16::from(len), depth });
        Some(())
    }

    /// For each row and class, the sum of the leaves that the row falls into. Leaves are whole numbers, so that the sums are
    /// the same in any order.
    pub(crate) fn sums<const CLASSES: usize, const ROWS: usize>(&self, rows: [&[f32]; ROWS]) -> [[f32; CLASSES]; ROWS] {
        let mut values = [[0.0; ROWS]; MAX_FEATURES];
        for (values, place) in values.iter_mut().zip(&self.places) {
            *values = rows.map(|row| row.get(usize::from(*place)).copied().unwrap_or_default());
        }
        let mut sums = [[0.0; CLASSES]; ROWS];
        for (index, tree) in self.trees.iter().enumerate() {
            let nodes = &self.nodes[usize::from(tree.first)..usize::from(tree.first + tree.len)];
            let mut at = [0_u8; ROWS];
            for _ in 0..tree.depth {
                for (row, at) in at.iter_mut().enumerate() {
                    let node = nodes[usize::from(*at)];
                    *at = if values[usize::from(node.feature)][row] <= node.threshold { node.low } else { node.high };
                }
            }
            for (sums, at) in sums.iter_mut().zip(at) {
                sums[index % CLASSES] += nodes[usize::from(at)].threshold;
            }
        }
        sums.map(|sums| sums.map(|sum| sum * self.scale))
    }

    /// The likelihoods that rows' blocks are article.
    pub(crate) fn likelihoods(&self, rows: [&[f32]; LANES]) -> [f32; LANES] {
        self.sums(rows).map(|[sum]: [f32; 1]| 1.0 / (1.0 + (-sum).exp()))
    }
}

/// Nodes name features by a byte.
const MAX_FEATURES: usize = 256;

/// Splits a table of so many entries off.
fn table<const SIZE: usize>(bytes: &[u8], entries: usize) -> Option<(&[[u8; SIZE]], &[u8])> {
    let (table, rest) = bytes.split_at_checked(entries * SIZE)?;
    Some((table.as_chunks().0, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows that no page has, and what the trainer says that the built-in model sums them up to: `train.py --write` makes them.
    const SAMPLES: &str = include_str!("blocks.samples.json");

    #[derive(serde::Deserialize)]
    struct Sample {
        /// Seed of the row: see [`row`].
        seed: u32,
        sum: f32,
    }

    /// The trainer's rows: values of many sizes from a linear congruential generator.
    fn row(seed: u32) -> Vec<f32> {
        let mut state = seed;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) as f32 / 16_777_216.0
        };
        (0..WIDTH).map(|_| if next() < 0.5 { next() } else { next() * 12.0 - 1.0 }).collect()
    }

    /// More features than any row has.
    const WIDTH: usize = 512;

    #[test]
    fn rust_and_the_trainer_agree() {
        let model = Model::new(BLOCKS).expect("the built-in model is one");
        let samples: Vec<Sample> = serde_json::from_str(SAMPLES).expect("the samples are JSON");
        assert!(samples.len() >= 100);
        for sample in samples {
            let [[sum]] = model.sums([&row(sample.seed)]);
            assert!((sum - sample.sum).abs() < 1e-4, "seed {}: {sum} is not {}", sample.seed, sample.sum);
        }
    }

    #[test]
    fn other_bytes_are_no_model() {
        assert!(Model::new(b"").is_none());
        assert!(Model::new(&BLOCKS[..BLOCKS.len() - 1]).is_none());
        let mut other = BLOCKS.to_vec();
        other[4] ^= 1;
        assert!(Model::new(&other).is_none());
    }

    /// The row has as many features as the model was trained on: a feature added or taken away needs a new model.
    #[test]
    fn the_model_reads_within_the_row() {
        let mut sweep = crate::sweep::Sweep::new(&crate::Limits::default());
        sweep.write("<p>One block.");
        let tape = sweep.end().tape;
        let blocks = crate::blocks::blocks(&tape);
        let page = crate::features::Page::new(&tape, &blocks);
        let scores = crate::features::Scores::new(&page, &[1.0]);
        let mut row: Vec<f32> = Vec::new();
        crate::classify::learned::write_row(&page, &scores, crate::article::PageType::Article, 0, &mut row);
        let model = Model::new(BLOCKS).expect("the built-in model is one");
        let width = usize::from(u16::from_le_bytes([BLOCKS[14], BLOCKS[15]]));
        assert_eq!(row.len(), width, "train the model again: model/README.md");
        assert!(model.places.iter().all(|place| usize::from(*place) < width));
    }
}
