//! How sure the classifier is of what it kept.

use super::Label;
use super::outline::Outline;
use crate::article::Removed;

/// What is kept after a first attempt that took too much is less sure by this factor.
pub(crate) const AFTER_RETRY: f32 = 0.6;
/// So many words of prose are enough to be an article; fewer make it less sure.
const ENOUGH_PROSE: f32 = 150.0;

/// From 0 to 1: the share of kept words that reads as prose, and the share of the prose that no hard reason took and
/// that was kept, half of each; less where there is little prose in all.
pub(crate) fn quality(outline: &Outline<'_>, labels: &[Label]) -> f32 {
    let kept = outline.of_labels(labels, |label| *label == Label::Content).page();
    let left = outline.of_labels(labels, |label| *label == Label::Boilerplate(Removed::Boilerplate)).page();
    if kept.words == 0 {
        return 0.0;
    }
    let pure = kept.prose as f32 / kept.words as f32;
    let whole = kept.prose as f32 / (kept.prose + left.prose).max(1) as f32;
    let enough = (kept.prose as f32 / ENOUGH_PROSE).min(1.0);
    (0.5 * pure + 0.5 * whole) * (0.4 + 0.6 * enough)
}
