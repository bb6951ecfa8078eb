//! The features of a whole page.

use super::elements::{log, share};
use super::known::KINDS;
use super::lexicon::{NAME_GROUPS, TEXT_GROUPS, name_group, text_group};
use super::{Page, Sink};
use crate::html::Tag;

impl Page<'_> {
    /// Writes the page's row.
    pub(crate) fn write_page(&self, out: &mut impl Sink) {
        self.write_totals(out);
        self.write_tags(out);
        self.write_stated(out);
        self.write_groups(out);
    }

    fn write_totals(&self, out: &mut impl Sink) {
        let total = &self.total;
        out.put("page-len", log(total.len));
        out.put("page-blocks", log(total.blocks));
        out.put("page-block-len", share(total.len, total.blocks));
        out.put("page-link-density", total.link_density());
        out.put("page-long", share(total.long_len, total.len));
        out.put("page-long-count", log((0..self.len()).filter(|index| self.is_long(*index)).count() as u32));
        out.put("page-p", share(total.p_len, total.len));
        out.put("page-headings", share(total.headings, total.blocks));
        out.put("page-images", share(total.images, total.blocks));
        out.put("page-controls", log(total.controls));
        out.put("page-links", log(total.links));
        out.put("page-density", share(total.len, total.elements));
        let sums = |of: fn(&super::Shape) -> u32| self.shapes.iter().map(of).sum::<u32>();
        out.put("page-currency", log(sums(|shape| shape.currency)));
        out.put("page-stops", share(sums(|shape| shape.stops), total.words));
        out.put("page-digits", share(sums(|shape| shape.digits), total.len));
        out.put("page-code-signs", share(sums(|shape| shape.code_signs), total.len));
        let best = self.elements.sums.get(self.landmarks.best as usize).copied().unwrap_or_default();
        out.put("page-best-share", share(best.len, total.len));
        out.put("page-best-len", log(best.len));
        out.put("page-best-link-density", best.link_density());
        let longest = self.shapes.get(self.landmarks.longest as usize).map_or(0, |shape| shape.len);
        out.put("page-longest", log(longest));
        let alike = self.looks.values().map(|look| look.long).max().unwrap_or_default();
        out.put("page-alike-long", log(alike));
        let alike = self.looks.values().filter(|look| look.link_len * 2 > look.len).map(|look| look.blocks).max();
        out.put("page-alike-links", log(alike.unwrap_or_default()));
    }

    fn write_tags(&self, out: &mut impl Sink) {
        const TAGS: [(Tag, &str); 16] = [
            (Tag::H1, "page-h1"),
            (Tag::H2, "page-h2"),
            (Tag::H3, "page-h3"),
            (Tag::Article, "page-article"),
            (Tag::Section, "page-section"),
            (Tag::Time, "page-time"),
            (Tag::Pre, "page-pre"),
            (Tag::Code, "page-code"),
            (Tag::Table, "page-table"),
            (Tag::Figure, "page-figure"),
            (Tag::Blockquote, "page-blockquote"),
            (Tag::Form, "page-form"),
            (Tag::Button, "page-button"),
            (Tag::Select, "page-select"),
            (Tag::Iframe, "page-iframe"),
            (Tag::Details, "page-details"),
        ];
        let mut counts = [0; Tag::COUNT];
        for element in self.tape.elements() {
            counts[element.tag as usize] += 1;
        }
        for (tag, name) in TAGS {
            out.put(name, log(counts[tag as usize]));
        }
    }

    fn write_stated(&self, out: &mut impl Sink) {
        for (kind, (name, _)) in KINDS.iter().enumerate() {
            out.put(name, log(self.stated.kinds.0[kind]));
        }
        out.put("page-dated", f32::from(u8::from(self.stated.is_dated)));
        out.put("page-stated-body", log(self.stated.body as u32));
        out.put("path-depth", if self.stated.has_path { self.stated.path_depth as f32 } else { -1.0 });
        out.put("path-hyphens", self.stated.path_hyphens as f32);
        out.put("path-digits", self.stated.path_digits as f32);
        for group in 0..NAME_GROUPS {
            if PATH_GROUPS.contains(&name_group(group)) {
                out.put("path", (self.stated.path_groups >> group & 1) as f32);
            }
        }
    }

    /// How much of the text is under each group of names, and how often a block has each group of words.
    fn write_groups(&self, out: &mut impl Sink) {
        let mut under = [0; NAME_GROUPS];
        let mut words = [0; TEXT_GROUPS];
        for (index, shape) in self.shapes.iter().enumerate() {
            let groups = self.elements.facts.get(self.containers[index] as usize).map_or(0, |facts| facts.all_groups);
            for (group, len) in under.iter_mut().enumerate() {
                *len += (groups >> group & 1) as u32 * shape.len;
            }
            for (group, count) in words.iter_mut().enumerate() {
                *count += (shape.groups >> group & 1) as u32;
            }
        }
        for (group, len) in under.into_iter().enumerate() {
            out.put(name_group(group), share(len, self.total.len));
        }
        for (group, count) in words.into_iter().enumerate() {
            out.put(text_group(group), share(count, self.len() as u32));
        }
    }
}

/// Groups of names that paths of URLs have too.
const PATH_GROUPS: [&str; 8] = ["article", "entry", "thread", "product", "list", "docs", "tag", "price"];
