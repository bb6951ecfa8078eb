//! Bylines and dates far from the title: below the article, or in the page's footer. They count only if the page has no
//! others, and if all of a kind agree.

use super::claims::{Claims, Field};
use super::dates;
use super::marks::{Mark, Marks, USERNAME_WEIGHT};
use super::names::{self, Trust};
use super::text::fold;
use super::visible::{MAX_LINE_CHARS, Neighbourhood, is_date_line, lines, says_modified};
use super::words::{MODIFIED, PUBLISHED_ALONE};
use crate::article::Source;

/// Most authors that one box at the end of an article names.
const MAX_BOXED: usize = 3;

/// Marks of dates that are surer than what only speaks of time.
const DATE_WEIGHT: i32 = 3;

/// Words before a date that say which date it is: "This page was last updated on".
const MAX_LABEL_WORDS: usize = 6;

impl Neighbourhood<'_> {
    /// What an article says below its text, where the page says nothing above; then when the page says it was changed.
    pub(super) fn far(&self, marks: &Marks, is_article: bool, claims: &mut Claims) {
        let lacks = |claims: &Claims, field| claims.all(field).next().is_none();
        if is_article && lacks(claims, Field::Author) {
            self.far_author(marks, claims);
        }
        if is_article && lacks(claims, Field::Published) {
            self.far_date(marks, claims);
        }
        if lacks(claims, Field::Published) && lacks(claims, Field::Modified) {
            self.labelled_date(claims);
        }
    }

    /// An author's box at the end of an article, if all boxes name the same author.
    fn far_author(&self, marks: &Marks, claims: &mut Claims) {
        let boxes =
            marks.0.iter().filter(|mark| mark.field == Field::Author && mark.weight > USERNAME_WEIGHT && !self.margins.hold(mark.element));
        let named: Vec<(Mark, Vec<String>)> =
            boxes.map(|mark| (*mark, names::names(&lines(self.tape, mark.element).join(" | "), Trust::Line))).collect();
        let mut named = named.into_iter().filter(|(_, names)| !names.is_empty());
        if let Some((mark, names)) = named.next()
            && names.len() <= MAX_BOXED
            && named.all(|(_, others)| others == names)
        {
            self.author(mark, claims);
        }
    }

    /// An element for a date outside the margins, if all such name the same day.
    fn far_date(&self, marks: &Marks, claims: &mut Claims) {
        let of_dates = marks.0.iter().filter(|mark| mark.field == Field::Published && mark.weight >= DATE_WEIGHT);
        let mut dated = of_dates.filter(|mark| !self.is_elsewhere(mark.element)).filter_map(|mark| {
            let day = dates::parse(&lines(self.tape, mark.element).join(" | "), self.order)?.date;
            Some((*mark, day))
        });
        if let Some((mark, day)) = dated.next()
            && dated.all(|(_, other)| other == day)
        {
            self.date(mark, claims);
        }
    }

    /// A line anywhere that begins by saying of which day the page is, if there is but one day: "Page last modified: 5 May
    /// 2020". Footers say it too.
    fn labelled_date(&self, claims: &mut Claims) {
        let short = self.blocks.iter().filter(|block| block.chars <= MAX_LINE_CHARS);
        let mut dated = short.filter_map(|block| {
            let text = block.text(self.tape);
            let (moment, start) = dates::find(&text, self.order).map(|(moment, at)| (moment, at.start))?;
            let label = fold(&text[..start]);
            let words = || label.split(' ');
            let is_label = words().count() <= MAX_LABEL_WORDS && words().any(|word| MODIFIED.has(word) || PUBLISHED_ALONE.has(word));
            let is_line = is_date_line(&text, start) && !block.container.is_some_and(|container| self.is_comment(container));
            (is_label && is_line).then(|| (moment.date, says_modified(&text[..start]), text))
        });
        if let Some((day, is_change, text)) = dated.next()
            && dated.all(|(other, ..)| other == day)
        {
            claims.add(if is_change { Field::Modified } else { Field::Published }, Source::BylineText, &text);
        }
    }
}
