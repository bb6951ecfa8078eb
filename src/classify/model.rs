//! The learned classifier: gradient-boosted trees, read in place from the bytes that model/train.py wrote.
//!
//! The layout, all little-endian: the header ([`HEADER`] bytes: magic, version, then how many features, trees, thresholds
//! and nodes there are, and the scale of the leaves); for each feature its place in the row (u16) and where its
//! thresholds begin (u16); the thresholds (f32); for each tree its first node (u16); the nodes (feature, threshold, and
//! what comes if the value is at most the threshold, and if not: each a byte; negative numbers are leaves); the leaves
//! (i16), one more a tree than it has nodes.

/// The trained classifier of blocks.
pub(crate) static BLOCKS: &[u8] = include_bytes!("blocks.model");

const MAGIC: &[u8; 4] = b"RWGB";
const VERSION: u16 = 1;
const HEADER: usize = 20;

/// A model's tables.
pub(crate) struct Model<'a> {
    features: &'a [[u8; 4]],
    thresholds: &'a [[u8; 4]],
    trees: &'a [[u8; 2]],
    nodes: &'a [[u8; 4]],
    leaves: &'a [[u8; 2]],
    scale: f32,
}

impl<'a> Model<'a> {
    /// The tables of a model file; `None` if it is no such file, or of another version.
    pub(crate) fn new(bytes: &'a [u8]) -> Option<Self> {
        let (header, rest) = bytes.split_at_checked(HEADER)?;
        let short = |at: usize| u16::from_le_bytes([header[at], header[at + 1]]);
        if &header[..4] != MAGIC || short(4) != VERSION {
            return None;
        }
        let [features, trees, thresholds, nodes] = [6, 8, 10, 12].map(|at| usize::from(short(at)));
        let scale = f32::from_le_bytes([header[16], header[17], header[18], header[19]]);
        let (features, rest) = table(rest, features)?;
        let (thresholds, rest) = table(rest, thresholds)?;
        let (trees_table, rest) = table(rest, trees)?;
        let (nodes_table, rest) = table(rest, nodes)?;
        let (leaves, rest) = table(rest, nodes + trees)?;
        rest.is_empty().then_some(Self { features, thresholds, trees: trees_table, nodes: nodes_table, leaves, scale })
    }

    /// The sum of the leaves that a row falls into. `row` gives a feature's value by its place in the row.
    pub(crate) fn sum(&self, row: &[f32]) -> f32 {
        let mut values = [0.0; MAX_FEATURES];
        let mut starts = [0; MAX_FEATURES];
        for (index, [place_low, place_high, start_low, start_high]) in self.features.iter().take(MAX_FEATURES).enumerate() {
            values[index] = row.get(usize::from(u16::from_le_bytes([*place_low, *place_high]))).copied().unwrap_or_default();
            starts[index] = u16::from_le_bytes([*start_low, *start_high]);
        }
        let mut sum = 0;
        for (tree, first) in self.trees.iter().enumerate() {
            let first = usize::from(u16::from_le_bytes(*first));
            let leaf = self.leaf(first, &values, &starts);
            sum += i32::from(self.leaves.get(first + tree + leaf).map_or(0, |leaf| i16::from_le_bytes(*leaf)));
        }
        sum as f32 * self.scale
    }

    /// Which leaf of the tree that begins at a node the values fall into.
    fn leaf(&self, first: usize, values: &[f32; MAX_FEATURES], starts: &[u16; MAX_FEATURES]) -> usize {
        let mut at = 0;
        for _ in 0..MAX_DEPTH {
            let Some([feature, threshold, low, high]) = self.nodes.get(first + at).copied() else { return 0 };
            let threshold = usize::from(starts[usize::from(feature)]) + usize::from(threshold);
            let threshold = self.thresholds.get(threshold).map_or(0.0, |bytes| f32::from_le_bytes(*bytes));
            let next = match values[usize::from(feature)] <= threshold {
                true => low,
                false => high,
            };
            match next.cast_signed() {
                leaf if leaf < 0 => return usize::from(!next),
                _ => at = usize::from(next),
            }
        }
        0
    }

    /// The likelihood that a row's block is article.
    pub(crate) fn likelihood(&self, row: &[f32]) -> f32 {
        1.0 / (1.0 + (-self.sum(row)).exp())
    }
}

/// Nodes name features by a byte.
const MAX_FEATURES: usize = 256;
/// Nodes name nodes by seven bits.
const MAX_DEPTH: usize = 128;

/// Splits a table of so many entries off.
fn table<const SIZE: usize>(bytes: &[u8], entries: usize) -> Option<(&[[u8; SIZE]], &[u8])> {
    let (table, rest) = bytes.split_at_checked(entries * SIZE)?;
    Some((table.as_chunks().0, rest))
}
