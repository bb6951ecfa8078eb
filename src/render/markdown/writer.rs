//! Lines of Markdown within quotes, items and notes: each line after a container's first begins with its prefix.

use crate::document::ListKind;

#[derive(Default)]
pub(super) struct Writer {
    out: String,
    /// The prefixes of all open containers.
    prefix: String,
    depth: usize,
    /// Whether the prefix of the current line is still to be written.
    at_start: bool,
    /// The list that the last text belongs to, in the current container.
    list: Option<Markers>,
}

/// How a list's items are marked. Two lists of one kind in a row need different markers, or they would be one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Markers {
    numbered: bool,
    /// `*` and `1)` for `-` and `1.`.
    pub(super) alternate: bool,
}

impl Writer {
    /// Text that may hold line feeds.
    pub(super) fn text(&mut self, text: &str) {
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.line_break();
            }
            if !line.is_empty() {
                self.list = None;
                self.start_line();
                self.out.push_str(line);
            }
        }
    }

    pub(super) fn line_break(&mut self) {
        if self.at_start {
            self.out.push_str(self.prefix.trim_end());
        }
        self.out.push('\n');
        self.at_start = true;
    }

    pub(super) fn blank_line(&mut self) {
        self.line_break();
        self.line_break();
    }

    pub(super) const fn is_nested(&self) -> bool {
        self.depth > 0
    }

    /// Content whose first line begins with `first` and whose others begin with `rest`.
    pub(super) fn nested(&mut self, first: &str, rest: &str, content: impl FnOnce(&mut Self)) {
        self.start_line();
        self.out.push_str(first);
        let outer = self.prefix.len();
        self.prefix.push_str(rest);
        self.depth += 1;
        self.list = None;
        content(self);
        self.list = None;
        self.depth -= 1;
        self.prefix.truncate(outer);
    }

    /// The markers for a list that starts here.
    pub(super) fn markers(&self, kind: ListKind) -> Markers {
        let numbered = matches!(kind, ListKind::Numbers(_));
        Markers { numbered, alternate: self.list == Some(Markers { numbered, alternate: false }) }
    }

    /// Ends a list with those markers.
    pub(super) const fn end_list(&mut self, markers: Markers) {
        self.list = Some(markers);
    }

    fn start_line(&mut self) {
        if std::mem::take(&mut self.at_start) {
            self.out.push_str(&self.prefix);
        }
    }

    pub(super) fn finish(self) -> String {
        self.out
    }
}
