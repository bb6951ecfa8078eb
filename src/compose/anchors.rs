//! Ids and the links to them: each id once, each link within the article to an id that is there.

use foldhash::{HashMap, HashMapExt, HashSet};

use super::Composer;
use super::footnote::Notes;
use super::presence::Presence;
use crate::document::{Anchor, Block, BlockKind, Document, Href, Inline, each_block, each_block_mut, each_id_mut, each_line_mut};
use crate::html::{Attr, Tag};
use crate::render::inline_text;
use crate::tape::{ElementId, Tape};
use crate::urls::{Base, decode_fragment};

/// The names that links within the page lead to; footnotes have ids of their own.
pub(super) fn targets(tape: &Tape, presence: &Presence<'_>, notes: &Notes, base: &Base) -> HashSet<String> {
    let ids = (0..tape.elements().len()).map(|index| ElementId(index as u32));
    ids.filter(|id| tape.tag(*id) == Tag::A && presence.element(*id))
        .filter(|id| notes.reference(*id).is_none() && !notes.is_back_link(*id))
        .filter_map(|id| base.fragment_within(tape.attr(id, Attr::Href)?))
        .map(decode_fragment)
        .collect()
}

impl Composer<'_> {
    /// Keeps the names that links lead to, for the next block.
    pub(super) fn remember_names(&mut self, id: ElementId) {
        let named = [Attr::Id, Attr::Name].iter().filter_map(|attr| self.tape.attr(id, *attr)).map(str::trim);
        let is_heading = self.tape.tag(id).is_heading();
        let wanted: Vec<_> = named.filter(|name| is_heading || self.targets.contains(*name)).map(str::to_owned).collect();
        self.names.extend(wanted);
    }

    /// The id for a block that starts here: the first of the names that wait; the others become other names of it.
    pub(super) fn take_id(&mut self) -> Option<Anchor> {
        let mut anchors = std::mem::take(&mut self.names).into_iter().filter_map(|name| Anchor::new(&name));
        let first = anchors.next()?;
        for other in anchors {
            self.aliases.entry(other).or_insert_with(|| first.clone());
        }
        Some(first)
    }
}

/// Gives headings their ids, makes ids unique, and settles where links within the page lead: to a place in the article, or
/// to the page itself, or nowhere.
pub(super) fn settle(document: &mut Document, aliases: &HashMap<Anchor, Anchor>, base: &Base) {
    let mut used = HashMap::new();
    name_headings(&mut document.blocks);
    each_id_mut(&mut document.blocks, &mut |id| *id = id.take().map(|anchor| unique(anchor, &mut used)));
    each_line_mut(&mut document.blocks, &mut |line| links(line, &used, aliases, base));
    drop_self_links(&mut document.blocks);
}

/// Headings without an id are named after their text.
fn name_headings(blocks: &mut [Block]) {
    each_block_mut(blocks, &mut |block| {
        if let (BlockKind::Heading { inlines, .. }, None) = (&block.kind, &block.id) {
            block.id = Anchor::new(&inline_text(inlines).to_lowercase());
        }
    });
}

/// Ids that the HTML renderer makes for footnotes begin like these.
const RESERVED: [&str; 2] = ["rw-note-", "rw-ref-"];

/// The anchor, or one like it that is not used yet. `used` has the last number given to each.
fn unique(anchor: Anchor, used: &mut HashMap<Anchor, usize>) -> Anchor {
    let is_reserved = RESERVED.iter().any(|start| anchor.as_str().starts_with(start));
    let anchor =
        if is_reserved { Anchor::new(&format!("x-{}", &anchor.as_str()[Anchor::PREFIX.len()..])).unwrap_or(anchor) } else { anchor };
    let mut free = anchor.clone();
    let mut number = used.get(&anchor).copied().unwrap_or(1);
    while used.contains_key(&free) {
        number += 1;
        free = anchor.numbered(number);
    }
    used.insert(anchor, number);
    used.entry(free.clone()).or_insert(1);
    free
}

fn links(line: &mut Vec<Inline>, ids: &HashMap<Anchor, usize>, aliases: &HashMap<Anchor, Anchor>, base: &Base) {
    let mut settled = Vec::with_capacity(line.len());
    for mut inline in std::mem::take(line) {
        match &mut inline {
            Inline::Styled(_, inner) | Inline::Foreign { inlines: inner, .. } => links(inner, ids, aliases, base),
            Inline::Link { href, inlines, .. } => {
                if let Href::Within(anchor) = href {
                    let known =
                        [Some(&*anchor), aliases.get(anchor)].into_iter().flatten().find(|anchor| ids.contains_key(anchor)).cloned();
                    let elsewhere = || base.here(&anchor.as_str()[Anchor::PREFIX.len()..]).map(Href::Url);
                    let Some(found) = known.map(Href::Within).or_else(elsewhere) else {
                        settled.append(inlines);
                        continue;
                    };
                    *href = found;
                }
            }
            _ => {}
        }
        settled.push(inline);
    }
    *line = settled;
}

/// A heading that links to itself is only a heading.
fn drop_self_links(blocks: &mut [Block]) {
    let mut own = Vec::new();
    each_block(blocks, &mut |block| {
        if let (BlockKind::Heading { inlines, .. }, Some(id)) = (&block.kind, &block.id)
            && matches!(inlines.as_slice(), [Inline::Link { href: Href::Within(anchor), .. }] if anchor == id)
        {
            own.push(id.clone());
        }
    });
    if own.is_empty() {
        return;
    }
    let own: HashSet<_> = own.into_iter().collect();
    each_line_mut(blocks, &mut |line| {
        if let [Inline::Link { href: Href::Within(anchor), inlines, .. }] = line.as_mut_slice()
            && own.contains(anchor)
        {
            *line = std::mem::take(inlines);
        }
    });
}
