//! The features of one block.

use super::elements::{FAR, NONE, log, share};
use super::lexicon::{COMMENT, NEAR};
use super::text::ending;
use super::{Page, Sink};

/// Levels of ancestors that a row tells of: each holds more text than the last.
const LEVELS: usize = 6;

impl Page<'_> {
    /// Writes one block's row.
    pub(crate) fn write_block(&self, index: usize, out: &mut impl Sink) {
        self.write_text(index, out);
        self.write_near(index, out);
        self.write_levels(index, out);
        self.write_place(index, out);
        self.write_heading(index, out);
        self.write_repeats(index, out);
        self.write_landmarks(index, out);
        self.write_window(index, out);
    }

    fn write_text(&self, index: usize, out: &mut impl Sink) {
        let shape = &self.shapes[index];
        let per_len = |count| share(count, shape.len);
        let per_word = |count| share(count, shape.words);
        out.put("len", log(shape.len));
        out.put("words", log(shape.words));
        out.put("link-density", per_len(self.link_lens[index]));
        out.put("digits", per_len(shape.digits));
        out.put("capitalized", per_word(shape.capitalized));
        out.put("stops", log(shape.stops));
        out.put("stops-per-word", per_word(shape.stops));
        out.put("commas", log(shape.commas));
        out.put("slashes", per_len(shape.slashes));
        out.put("code-signs", per_len(shape.code_signs));
        out.put("ending", f32::from(ending(shape.last)));
        out.put("title-words", per_word(shape.title_words));
        out.put("title-covered", share(shape.title_words, self.stated.title.len() as u32).min(2.0));
    }

    fn write_near(&self, index: usize, out: &mut impl Sink) {
        let levels = self.elements.near(self.containers[index]);
        let inner = self.inner_groups[index];
        for (group, levels) in NEAR.iter().zip(levels) {
            let inside = inner & group.bit != 0;
            out.put(group.name, if inside { -1.0 } else { f32::from(*levels) });
        }
    }

    fn write_levels(&self, index: usize, out: &mut impl Sink) {
        let mut levels = self.elements.levels(self.containers[index]);
        let mut at = NONE;
        let before = self.places[index].before;
        for _ in 0..LEVELS {
            at = levels.next().unwrap_or(at);
            let Some(sums) = self.elements.sums.get(at as usize) else {
                (0..12).for_each(|_| out.put("level", -1.0));
                continue;
            };
            let facts = &self.elements.facts[at as usize];
            let start = self.places.get(facts.first as usize).map_or(0, |place| place.before);
            out.put("level-share", share(sums.len, self.total.len));
            out.put("level-link-density", sums.link_density());
            out.put("level-blocks", log(sums.blocks));
            out.put("level-block-len", share(sums.len, sums.blocks));
            out.put("level-long", share(sums.long_len, sums.len));
            out.put("level-p", share(sums.p_len, sums.len));
            out.put("level-headings", share(sums.headings, sums.blocks));
            out.put("level-linked-headings", share(sums.linked_headings, sums.blocks));
            out.put("level-images", share(sums.images, sums.blocks));
            out.put("level-alike", log(facts.alike));
            out.put("level-place", share(before - start.min(before), sums.len));
            out.put("level-density", share(sums.len, sums.elements));
        }
    }

    fn write_place(&self, index: usize, out: &mut impl Sink) {
        let place = &self.places[index];
        let depth = self.tape.elements().get(self.containers[index] as usize).map_or(0, |element| element.depth);
        let all_long = self.places.last().map_or(0, |last| last.long_before);
        out.put("depth", f32::from(depth));
        out.put("before", share(place.before, self.total.len));
        out.put("before-len", log(place.before));
        out.put("index", share(index as u32, self.len() as u32));
        out.put("long-before", log(place.long_before));
        out.put("long-place", share(place.long_before, all_long));
        let facts = self.elements.facts.get(self.containers[index] as usize);
        let siblings = facts.and_then(|facts| self.elements.facts.get(facts.parent as usize)).map_or(0, |above| above.children);
        out.put("siblings", log(siblings));
    }

    fn write_heading(&self, index: usize, out: &mut impl Sink) {
        let heading = &self.headings[index];
        out.put("under-level", f32::from(heading.level));
        let under = self.headings.get(heading.block as usize);
        out.put("under-blocks", log(if heading.block == NONE { 9999 } else { index as u32 - heading.block }));
        out.put("under-owned", log(under.map_or(0, |under| under.owned)));
        out.put("under-link-density", under.map_or(-1.0, |under| share(under.owned_links, under.owned)));
        let says_comment = |groups| u8::from(groups & COMMENT != 0);
        out.put("under-comment", f32::from(says_comment(heading.groups) + says_comment(heading.all_groups)));
    }

    fn write_repeats(&self, index: usize, out: &mut impl Sink) {
        let look = self.looks.get(&self.look(index)).copied().unwrap_or_default();
        out.put("alike", log(look.blocks));
        out.put("alike-words", share(look.words, look.blocks));
        out.put("alike-link-density", share(look.link_len, look.len));
        out.put("alike-share", share(look.len, self.total.len));
        out.put("alike-long", share(look.long, look.blocks));
        out.put("twins", log(self.twins[index].count - 1));
        out.put("nth-twin", log(self.twins[index].nth));
    }

    fn write_landmarks(&self, index: usize, out: &mut impl Sink) {
        let marks = &self.landmarks;
        let best = self.elements.facts.get(marks.best as usize);
        let at = index as u32;
        let inside = best.map_or(-1.0, |best| match at {
            _ if at < best.first => 0.0,
            _ if at > best.last => 2.0,
            _ => 1.0,
        });
        out.put("in-best", inside);
        out.put("best-share", self.elements.sums.get(marks.best as usize).map_or(0.0, |sums| share(sums.len, self.total.len)));
        let container = self.containers[index];
        for mark in [best.map_or(NONE, |best| best.first), marks.longest, marks.h1, marks.titled] {
            let (climb, meeting) = match mark {
                NONE => (FAR, NONE),
                _ => self.elements.climb(container, mark),
            };
            out.put("climb", f32::from(climb));
            out.put("meeting-share", self.elements.sums.get(meeting as usize).map_or(-1.0, |sums| share(sums.len, self.total.len)));
        }
        for (mark, name) in [(marks.longest, "from-longest"), (marks.h1, "from-h1"), (marks.titled, "from-titled")] {
            let distance = match mark {
                NONE => 99.0,
                _ => (log(at.abs_diff(mark))).copysign(if at < mark { -1.0 } else { 1.0 }),
            };
            out.put(name, distance);
        }
    }

    fn write_window(&self, index: usize, out: &mut impl Sink) {
        let (mut len, mut link_len, mut blocks) = (0, 0, 0);
        for at in index.saturating_sub(WINDOW)..(index + WINDOW + 1).min(self.len()) {
            len += self.shapes[at].len;
            link_len += self.link_lens[at];
            blocks += 1;
        }
        out.put("window-link-density", share(link_len, len));
        out.put("window-block-len", share(len, blocks));
    }
}

/// Blocks on each side that count as around a block.
const WINDOW: usize = 8;
