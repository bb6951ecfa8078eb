//! The features of a block that come from a first opinion on all blocks: what the first model says of its neighbours,
//! its ancestors, its section, its look-alikes.

use foldhash::{HashMap, HashMapExt};

use super::elements::{NONE, share};
use super::{Page, Sink};

/// A first opinion on each block, and sums over it.
pub(crate) struct Scores<'a> {
    own: &'a [f32],
    /// Up to each block: the text's length, and as much of it as is expected to be article.
    len: Vec<f32>,
    hope: Vec<f32>,
    looks: HashMap<u64, Mean>,
    twins: HashMap<u64, f32>,
    /// The first and last block that is more likely article than not.
    first: usize,
    last: usize,
    /// The element whose text is best kept whole.
    best: u32,
    threshold: f32,
}

#[derive(Clone, Copy, Default)]
struct Mean {
    hope: f32,
    len: f32,
}

impl Mean {
    fn value(self) -> f32 {
        match self.len > 0.0 {
            true => self.hope / self.len,
            false => -1.0,
        }
    }
}

/// More likely article than not.
const LIKELY: f32 = 0.5;

impl<'a> Scores<'a> {
    pub(crate) fn new(page: &Page<'_>, own: &'a [f32]) -> Self {
        let (mut len, mut hope) = (vec![0.0], vec![0.0]);
        let (mut len_sum, mut hope_sum) = (0.0, 0.0);
        let mut looks: HashMap<u64, Mean> = HashMap::new();
        let mut twins: HashMap<u64, f32> = HashMap::new();
        for (index, score) in own.iter().enumerate() {
            let shape = &page.shapes[index];
            let words = shape.words as f32 + 0.1;
            len_sum += words;
            hope_sum += words * score;
            len.push(len_sum);
            hope.push(hope_sum);
            let mean = looks.entry(page.look(index)).or_default();
            mean.len += words;
            mean.hope += words * score;
            let twin = twins.entry(shape.hash).or_default();
            *twin = twin.max(*score);
        }
        let first = own.iter().position(|score| *score >= LIKELY).unwrap_or(own.len());
        let last = own.iter().rposition(|score| *score >= LIKELY).unwrap_or_default();
        let threshold = super::best_cut(own, |index| page.words(index) as f32);
        let mut scores = Self { own, len, hope, looks, twins, first, last, best: NONE, threshold };
        scores.best = scores.find_best(page);
        scores
    }

    /// The element with the most to win: article inside it, less the rest inside it.
    fn find_best(&self, page: &Page<'_>) -> u32 {
        let mut best = (0.0, NONE);
        for (index, facts) in page.elements.facts.iter().enumerate() {
            if facts.first > facts.last {
                continue;
            }
            let mean = self.range(facts.first as usize, facts.last as usize + 1);
            let win = mean.hope - mean.len * self.threshold;
            if win >= best.0 {
                best = (win, index as u32);
            }
        }
        best.1
    }

    fn range(&self, start: usize, end: usize) -> Mean {
        let end = end.min(self.own.len());
        let start = start.min(end);
        Mean { hope: self.hope[end] - self.hope[start], len: self.len[end] - self.len[start] }
    }

    fn element(&self, page: &Page<'_>, element: u32) -> Mean {
        match page.elements.facts.get(element as usize) {
            Some(facts) if facts.first <= facts.last => self.range(facts.first as usize, facts.last as usize + 1),
            _ => Mean::default(),
        }
    }

    fn score(&self, index: usize) -> f32 {
        self.own.get(index).copied().unwrap_or(-1.0)
    }

    fn total(&self) -> Mean {
        self.range(0, self.own.len())
    }
}

/// Neighbours on each side whose scores a row has.
const NEIGHBOURS: isize = 3;
/// Levels of ancestors whose mean scores a row has.
const LEVELS: usize = 6;

impl Page<'_> {
    /// Writes one block's row of second features.
    pub(crate) fn write_scores(&self, index: usize, scores: &Scores<'_>, out: &mut impl Sink) {
        out.put("score", scores.own[index]);
        for offset in (-NEIGHBOURS..=NEIGHBOURS).filter(|offset| *offset != 0) {
            let at = index.checked_add_signed(offset).unwrap_or(usize::MAX);
            out.put("score-neighbour", scores.score(at));
        }
        for (before, after) in [(2, 0), (0, 2), (6, 0), (0, 6), (15, 0), (0, 15), (40, 40)] {
            let mean = match (before, after) {
                (_, 0) => scores.range(index.saturating_sub(before), index),
                (0, _) => scores.range(index + 1, index + 1 + after),
                _ => scores.range(index.saturating_sub(before), index + 1 + after),
            };
            out.put("score-window", mean.value());
        }
        self.write_level_scores(index, scores, out);
        self.write_section_scores(index, scores, out);
        self.write_page_scores(index, scores, out);
    }

    fn write_level_scores(&self, index: usize, scores: &Scores<'_>, out: &mut impl Sink) {
        let mut levels = self.elements.levels(self.containers[index]);
        let total = scores.total();
        let mut at = NONE;
        for _ in 0..LEVELS {
            at = levels.next().unwrap_or(at);
            let mean = scores.element(self, at);
            out.put("score-level", mean.value());
            out.put("score-level-share", mean.hope / total.hope.max(1.0));
        }
        out.put("score-alike", scores.looks.get(&self.look(index)).copied().unwrap_or_default().value());
        let twin = scores.twins.get(&self.shapes[index].hash).copied().unwrap_or_default();
        out.put("score-twin", twin - scores.own[index]);
    }

    fn write_section_scores(&self, index: usize, scores: &Scores<'_>, out: &mut impl Sink) {
        let heading = self.headings[index].block as usize;
        out.put("score-heading", scores.score(heading));
        let section = match self.headings[index].block {
            NONE => Mean::default(),
            block => scores.range(block as usize, self.section_end(block as usize)),
        };
        out.put("score-section", section.value());
        let own = match self.level(index) {
            0 => Mean::default(),
            _ => scores.range(index + 1, self.section_end(index)),
        };
        out.put("score-owned", own.value());
        out.put("score-owned-len", own.len.min(5000.0));
    }

    fn write_page_scores(&self, index: usize, scores: &Scores<'_>, out: &mut impl Sink) {
        let total = scores.total();
        let words = self.shapes[index].words as f32;
        out.put("score-page", total.value());
        out.put("score-expected", (total.hope + 1.0).ln());
        out.put("score-threshold", scores.threshold);
        out.put("score-before", scores.hope[index] / total.hope.max(1.0));
        out.put("score-part", words / total.hope.max(1.0));
        let (first, last) = (scores.first, scores.last);
        let outside = match index {
            _ if first > last => -999.0,
            _ if index < first => index as f32 - first as f32,
            _ if index > last => index as f32 - last as f32,
            _ => 0.0,
        };
        out.put("score-outside", outside);
        let best = self.elements.facts.get(scores.best as usize);
        let climb = best.map_or(-1.0, |best| f32::from(self.elements.climb(self.containers[index], best.first).0));
        out.put("score-best-climb", climb);
        let inside = best.map_or(-1.0, |best| match index as u32 {
            at if at < best.first => 0.0,
            at if at > best.last => 2.0,
            _ => 1.0,
        });
        out.put("score-in-best", inside);
        out.put("score-best", scores.element(self, scores.best).value());
        out.put("score-best-share", share(scores.element(self, scores.best).hope as u32, total.hope.max(1.0) as u32));
    }
}
