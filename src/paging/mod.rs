//! A text that its site cuts into pages: which of them comes after this one, and which before it.
//!
//! A link is to another part of the same text if the two addresses are the same but for a page's number, and the numbers
//! follow each other. What a link says of itself ("next") is believed only beside that: sites say the same of the next post,
//! of older comments and of what is below in a list.

mod address;
mod words;

use url::Url;

use address::{Reading, readings};
use words::{LISTS, NEXT, OTHER_PAGERS, PREVIOUS};

use crate::clutter::tokens;
use crate::html::{Attr, Tag};
use crate::tape::{ElementId, Tape};
use crate::urls::{Base, SafeUrl};

/// The pages beside a page.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Neighbours {
    pub(crate) next: Option<SafeUrl>,
    pub(crate) previous: Option<SafeUrl>,
}

/// A link that says no more than this says what it is.
const MAX_LABEL_BYTES: usize = 60;

/// The pages beside this one. `address`: its own, or what it says of it.
pub(crate) fn neighbours(tape: &Tape, base: &Base, address: &str) -> Neighbours {
    let Ok(page) = Url::parse(address) else { return Neighbours::default() };
    if page.path().split('/').any(|part| LISTS.has(part)) {
        return Neighbours::default();
    }
    let here = readings(&page);
    let links = links(tape, base, &here);
    let find = |way| {
        let fits = |link: &&Link| {
            here.iter().any(|here| link.readings.iter().any(|there| follows(here, there, way, link.way, &links)))
                && !is_in_other_pager(tape, link.id)
        };
        links.iter().find(fits).map(|link| link.url.clone())
    };
    Neighbours { next: find(Way::Next), previous: find(Way::Previous) }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Next,
    Previous,
}

struct Link {
    id: ElementId,
    url: SafeUrl,
    readings: Vec<Reading>,
    /// What it says of itself.
    way: Option<Way>,
}

/// Whether a page comes before or after another of the same text.
fn follows(here: &Reading, there: &Reading, way: Way, said: Option<Way>, links: &[Link]) -> bool {
    let names_number = if here.number.is_some() { here.is_named } else { there.is_named };
    if here.text != there.text || (here.number.is_some() && there.number.is_some() && here.is_named != there.is_named) {
        return false;
    }
    let is_sure = names_number || here.number.is_none() || links.iter().any(|link| link.readings[0].text == here.text);
    let is_said = said == Some(way);
    is_sure
        && match (way, here.number, there.number) {
            // Some sites count from 0, and the page without a number is their first all the same.
            (Way::Next, None, Some(number)) => number == 2 || number == 1 && is_said && names_number,
            (Way::Next, Some(here), Some(there)) => there == here + 1,
            (Way::Previous, Some(here), Some(there)) => there + 1 == here && (there > 0 || is_said),
            (Way::Previous, Some(here), None) => here == 2 || here == 1 && is_said,
            _ => false,
        }
}

/// The links that may be to pages of the same text. Few are: the others are told by their looks, before they are parsed.
fn links(tape: &Tape, base: &Base, here: &[Reading]) -> Vec<Link> {
    let names: Vec<_> = here.iter().map(Reading::name).filter(|name| !name.is_empty()).collect();
    let is_like = |href: &str| names.iter().any(|name| href.contains(name)) || !href.starts_with(['/', 'h', 'H', '#']);
    let ids = (0..tape.elements().len()).map(|index| ElementId(index as u32));
    let links = ids.filter(|id| matches!(tape.tag(*id), Tag::A | Tag::Link)).filter_map(|id| {
        let href = tape.attr(id, Attr::Href).filter(|href| is_like(href) && !href.contains("#comment"))?;
        let way = way(tape, id);
        // A style sheet is no page.
        if tape.tag(id) == Tag::Link && way.is_none() {
            return None;
        }
        let url = base.link(href.split('#').next().unwrap_or_default())?;
        let readings = readings(&Url::parse(url.as_str()).ok()?);
        Some(Link { id, url, readings, way })
    });
    links.collect()
}

fn is_in_other_pager(tape: &Tape, id: ElementId) -> bool {
    tape.ancestors(id).any(|id| {
        let names = [Attr::Class, Attr::Id].into_iter().filter_map(|attr| tape.attr(id, attr));
        !matches!(tape.tag(id), Tag::Body | Tag::Html) && names.flat_map(tokens).any(|token| OTHER_PAGERS.has(token.as_str()))
    })
}

/// What a link says of itself: by its relation, its class or its words.
fn way(tape: &Tape, id: ElementId) -> Option<Way> {
    let named = |name: &str| match name {
        "next" => Some(Way::Next),
        "prev" | "previous" => Some(Way::Previous),
        _ => None,
    };
    let relation = tape.attr(id, Attr::Rel).and_then(|rel| rel.to_ascii_lowercase().split_ascii_whitespace().find_map(named));
    if relation.is_some() || tape.tag(id) == Tag::Link {
        return relation;
    }
    let class = || tape.attr(id, Attr::Class).and_then(|class| tokens(class).find_map(|token| named(token.as_str())));
    let text = tape.text_content(id);
    let labels = [tape.attr(id, Attr::AriaLabel), tape.attr(id, Attr::Title), Some(text.as_str())];
    class().or_else(|| labels.into_iter().flatten().find_map(of_label))
}

fn of_label(label: &str) -> Option<Way> {
    if label.len() > MAX_LABEL_BYTES {
        return None;
    }
    let letters = label.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    match () {
        () if NEXT.has(&letters) => Some(Way::Next),
        () if PREVIOUS.has(&letters) => Some(Way::Previous),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::sweep::Sweep;

    #[track_caller]
    fn check(address: &str, html: &str, next: Option<&str>, previous: Option<&str>) {
        let mut sweep = Sweep::new(&Limits::default());
        sweep.write(html);
        let base = Base::new(Some(address)).expect("absolute");
        let found = neighbours(&sweep.end().tape, &base, address);
        let path = |url: &Option<SafeUrl>| url.as_ref().map(|url| url.as_str().replace("https://a.example", ""));
        assert_eq!((path(&found.next).as_deref(), path(&found.previous).as_deref()), (next, previous), "{address} {html}");
    }

    #[test]
    fn pages_of_a_text() {
        let at = |path: &str| format!("https://a.example{path}");
        let pager = "<link rel=prev href='/the-ferry/'><div class=pager><a href='/the-ferry/'>1</a> 2 <a href='/the-ferry/3/'>3</a></div>";
        check(&at("/the-ferry/2/"), pager, Some("/the-ferry/3/"), Some("/the-ferry/"));
        check(&at("/the-ferry/"), "<p>1 <a href='2/'>2</a> <a href='3/'>3</a>", Some("/the-ferry/2/"), None);
        check(&at("/news/ferry"), "<a href='?page=2'>Weiter »</a>", Some("/news/ferry?page=2"), None);
        check(
            &at("/news/ferry?page=2"),
            "<a href='?page=1'>‹</a><a href='?page=3'>›</a>",
            Some("/news/ferry?page=3"),
            Some("/news/ferry?page=1"),
        );
        check(&at("/a-ferry/page/2"), "<a href='/a-ferry'>1</a><a href='/a-ferry/page/3?x=1'>3</a>", None, Some("/a-ferry"));
        check(&at("/ferry.html"), "<a href='/ferry-seite-2.html'>Nächste Seite</a>", Some("/ferry-seite-2.html"), None);
        check(&at("/the-ferry_2.html"), "<a href='/the-ferry.html'>前へ</a>", None, Some("/the-ferry.html"));
        check(
            &at("/a/the-ferry,2.htm"),
            "<a href='the-ferry,3.htm'>3</a><a href='the-ferry.htm'>1</a>",
            Some("/a/the-ferry,3.htm"),
            Some("/a/the-ferry.htm"),
        );
        check(
            &at("/the-ferry/part-two"),
            "<a href='/the-ferry/part-one'>Part one</a><a href='/the-ferry/part-three'>Part three</a>",
            Some("/the-ferry/part-three"),
            Some("/the-ferry/part-one"),
        );
        check(&at("/the-ferry"), "<a href='/the-ferry/part/two'>Read on</a>", Some("/the-ferry/part/two"), None);
        check(&at("/die-faehre-teil-i.html"), "<a href='die-faehre-teil-ii.html'>weiter</a>", Some("/die-faehre-teil-ii.html"), None);
        check(&at("/a/ferry?x=1&seite=2"), "<a href='?x=1&seite=3'>3</a>", Some("/a/ferry?x=1&seite=3"), None);
        // Drupal counts from 0.
        check(&at("/node/a-ferry"), "<ul class=pager><li><a rel=next href='?page=1'>Next</a></ul>", Some("/node/a-ferry?page=1"), None);
        check(&at("/node/a-ferry?page=1"), "<a class=prev href='/node/a-ferry'>‹</a>", None, Some("/node/a-ferry"));
    }

    #[test]
    fn other_pages_are_none_of_it() {
        let none = |path: &str, html: &str| check(&format!("https://a.example{path}"), html, None, None);
        // The next post, as WordPress writes it.
        none("/the-ferry/", "<link rel=next href='/the-bridge/'><a rel=next href='/the-bridge/'>Next</a>");
        none("/", "<a class=next href='/page/2/'>Older posts</a>");
        none("/issues/", "<a class=next href='/issues/page/2/'>Older issues</a>");
        none("/tag/the-ferry", "<a href='/tag/the-ferry?page=2'>2</a>");
        none("/?p=12", "<a href='/?p=13'>Next</a>");
        none("/news/12", "<a href='/news/13'>Next</a>");
        none("/the-ferry-tales/one", "<a href='/the-ferry-tales/two'>Next</a>");
        none("/world-war-i", "<a href='/world-war-ii'>Next</a>");
        none("/archive/2024/05", "<a href='/archive/2024/06'>Next</a>");
        none("/iphone-11.html", "<a href='/iphone-12.html'>Next</a>");
        none("/the-ferry/", "<div class=comments><a class=next href='/the-ferry/?page=2'>Next</a></div>");
        none("/the-ferry/", "<a href='/the-ferry/comment-page-2/#comments'>Older comments</a>");
        none("/the-ferry/", "<a href='https://b.example/the-ferry/2/'>2</a>");
        none("/the-ferry/", "<link rel=stylesheet href='/the-ferry/2/'><a href='/the-ferry/?page=1'>1</a>");
    }
}
