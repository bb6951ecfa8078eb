//! The features of one block.

use super::elements::{FAR, NONE, log, share};
use super::lexicon::{NAME_GROUPS, TEXT_GROUPS, name_group, text_group};
use super::text::{beginning, ending};
use super::{Page, Sink};

/// Levels of ancestors that a row tells of: each holds more text than the last.
const LEVELS: usize = 6;
/// Neighbours on each side that a row tells of.
const NEIGHBOURS: isize = 3;

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
        self.write_neighbours(index, out);
    }

    fn write_text(&self, index: usize, out: &mut impl Sink) {
        let shape = &self.shapes[index];
        let per_len = |count| share(count, shape.len);
        let per_word = |count| share(count, shape.words);
        out.put("len", log(shape.len));
        out.put("words", log(shape.words));
        out.put("link-density", per_len(self.link_lens[index]));
        out.put("links", log(self.links[index]));
        out.put("word-length", share(shape.letters, shape.words));
        out.put("ideographs", per_len(shape.ideographs));
        out.put("digits", per_len(shape.digits));
        out.put("capitalized", per_word(shape.capitalized));
        out.put("shouted", per_word(shape.shouted));
        out.put("short-words", per_word(shape.short_words));
        out.put("stops", log(shape.stops));
        out.put("stops-per-word", per_word(shape.stops));
        out.put("commas", log(shape.commas));
        out.put("commas-per-word", per_word(shape.commas));
        out.put("separators", per_word(shape.separators));
        out.put("currency", log(shape.currency));
        out.put("slashes", per_len(shape.slashes));
        out.put("code-signs", per_len(shape.code_signs));
        out.put("ending", f32::from(ending(shape.last)));
        out.put("beginning", f32::from(beginning(shape.first)));
        out.put("title-words", per_word(shape.title_words));
        out.put("title-covered", share(shape.title_words, self.stated.known.title.len() as u32).min(2.0));
        out.put("summary-words", per_word(shape.summary_words));
        out.put("body-words", if self.stated.known.body.is_empty() { -1.0 } else { per_word(shape.body_words) });
        for group in 0..TEXT_GROUPS {
            out.put(text_group(group), (shape.groups >> group & 1) as f32);
        }
    }

    fn write_near(&self, index: usize, out: &mut impl Sink) {
        let near = self.elements.near(self.containers[index]);
        let inner = self.inner_groups[index];
        for (group, levels) in near.iter().enumerate() {
            let inside = inner >> group & 1 == 1;
            out.put(name_group(group), if inside { -1.0 } else { f32::from(*levels) });
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
        let after = self.total.len.saturating_sub(place.before);
        out.put("depth", f32::from(depth));
        out.put("before", share(place.before, self.total.len));
        out.put("before-len", log(place.before));
        out.put("after-len", log(after));
        out.put("index", share(index as u32, self.len() as u32));
        out.put("long-before", log(place.long_before));
        out.put("long-after", log(all_long - place.long_before.min(all_long)));
        out.put("long-place", share(place.long_before, all_long));
        out.put("since-long", if place.long_before == 0 { -1.0 } else { log(place.since_long) });
        out.put("until-long", if place.long_before >= all_long { -1.0 } else { log(place.until_long) });
        let facts = self.elements.facts.get(self.containers[index] as usize);
        let siblings = facts.and_then(|facts| self.elements.facts.get(facts.parent as usize)).map_or(0, |above| above.children);
        out.put("siblings", log(siblings));
        out.put("sibling-place", facts.map_or(0.0, |facts| share(facts.place, siblings)));
    }

    fn write_heading(&self, index: usize, out: &mut impl Sink) {
        let heading = &self.headings[index];
        out.put("heading-level", f32::from(self.level(index)));
        out.put("owned", log(heading.owned));
        out.put("owned-link-density", share(heading.owned_links, heading.owned));
        out.put("under-level", f32::from(heading.level));
        let under = self.headings.get(heading.block as usize);
        out.put("under-blocks", log(if heading.block == NONE { 9999 } else { index as u32 - heading.block }));
        out.put("under-owned", log(under.map_or(0, |under| under.owned)));
        out.put("under-link-density", under.map_or(-1.0, |under| share(under.owned_links, under.owned)));
        let climb = if heading.block == NONE { FAR } else { self.elements.climb(self.containers[index], heading.block).0 };
        let linked = |block: u32| share(self.link_lens[block as usize], self.shapes[block as usize].len);
        out.put("under-linked", if heading.block == NONE { -1.0 } else { linked(heading.block) });
        out.put("under-climb", f32::from(climb));
        for group in 0..TEXT_GROUPS {
            let nearest = heading.groups >> group & 1;
            let any = heading.all_groups >> group & 1;
            out.put("under-word", (nearest + any) as f32);
        }
    }

    fn write_repeats(&self, index: usize, out: &mut impl Sink) {
        let look = self.looks.get(&self.look(index)).copied().unwrap_or_default();
        out.put("alike", log(look.blocks));
        out.put("alike-words", share(look.words, look.blocks));
        out.put("alike-link-density", share(look.link_len, look.len));
        out.put("alike-share", share(look.len, self.total.len));
        out.put("alike-long", share(look.long, look.blocks));
        out.put("alike-place", share(self.places[index].nth_alike, look.blocks));
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
        for (mark, name) in
            [(best.map_or(NONE, |best| best.first), "best"), (marks.longest, "longest"), (marks.h1, "h1"), (marks.titled, "titled")]
        {
            let (climb, meeting) = match mark {
                NONE => (FAR, NONE),
                _ => self.elements.climb(container, mark),
            };
            out.put(name, f32::from(climb));
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

    fn write_neighbours(&self, index: usize, out: &mut impl Sink) {
        for offset in (-NEIGHBOURS..=NEIGHBOURS).filter(|offset| *offset != 0) {
            let Some(at) = index.checked_add_signed(offset).filter(|at| *at < self.len()) else {
                (0..6).for_each(|_| out.put("neighbour", -1.0));
                continue;
            };
            let shape = &self.shapes[at];
            out.put("neighbour-len", log(shape.len));
            out.put("neighbour-link-density", share(self.link_lens[at], shape.len));
            out.put("neighbour-ending", f32::from(ending(shape.last)));
            out.put("neighbour-heading", f32::from(self.level(at)));
            out.put("neighbour-alike", f32::from(u8::from(self.look(at) == self.look(index))));
            out.put("neighbour-climb", f32::from(self.elements.climb(self.containers[index], at as u32).0));
        }
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

/// How many features [`Page::write_near`] writes.
const _: () = assert!(NAME_GROUPS == 64);
