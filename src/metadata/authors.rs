//! Who wrote it: people told from organisations, and from the site.

use std::cell::LazyCell;

use foldhash::{HashMap, HashSet};

use super::claims::{Claim, Claims, Field, Kind};
use super::names::{self, Trust};
use super::site::Site;
use super::text::fold;
use super::{says_article, sources, web_address};
use crate::article::{Author, Source};
use crate::urls::Base;

use Source::{BylineText, Citation, DublinCore, JsonLd, Microdata};

/// The authors by the most trusted source that names people; if none does, by the first that names an organisation.
/// Beside people an organisation is the publisher.
pub(super) fn authors(claims: &Claims, base: &Base, site: &Site) -> Option<(Vec<Author>, Source)> {
    let mut groups: Option<(Vec<Author>, Source)> = None;
    for source in sources(Field::Author).iter().filter(|source| !site.is_front_page || matches!(source, JsonLd | Citation)) {
        let (people, organisations) = authors_by(claims, *source, base, site);
        if !people.is_empty() {
            return Some((people, *source));
        }
        if groups.is_none() && !organisations.is_empty() {
            groups = Some((organisations, *source));
        }
    }
    // Templates put the site's name into every page; an article by the site itself says that it is one.
    let is_dated = claims.all(Field::Published).any(|claim| claim.source != Source::Url);
    groups.filter(|(_, source)| is_dated || says_article(claims) || matches!(source, Microdata | BylineText))
}

/// People and organisations that one source names.
fn authors_by(claims: &Claims, source: Source, base: &Base, site: &Site) -> (Vec<Author>, Vec<Author>) {
    let (mut people, mut organisations): (Vec<Author>, Vec<Author>) = (Vec::new(), Vec::new());
    let mut seen: [HashSet<String>; 2] = Default::default();
    let others = LazyCell::new(|| Others::of(claims));
    for claim in claims.of(Field::Author, source) {
        let url = claim.url.as_deref().and_then(|url| web_address(base, url));
        let names = if site.is_exactly(&claim.text) { vec![claim.text.clone()] } else { names_of(claim) };
        let is_group = |name: &str| match claim.kind {
            Kind::Organization => true,
            Kind::Person => site.is_exactly(name),
            Kind::Unknown => names::is_organisation(name) || site.is_exactly(name),
        };
        for name in &names {
            let is_group = is_group(name);
            if seen[usize::from(is_group)].insert(fold(name)) {
                let list = if is_group { &mut organisations } else { &mut people };
                let name = if is_shouted(name) { others.in_case(name) } else { name };
                list.push(Author { name: name.to_owned(), url: url.clone().filter(|_| names.len() == 1) });
            }
        }
    }
    (people, organisations)
}

/// Whether a name is all in capitals.
fn is_shouted(name: &str) -> bool {
    name.contains(' ') && !name.chars().any(char::is_lowercase) && name.chars().any(char::is_uppercase)
}

/// Names that are not, by what they are without their case.
struct Others(HashMap<String, String>);

impl Others {
    fn of(claims: &Claims) -> Self {
        let mut others = HashMap::default();
        for name in claims.all(Field::Author).flat_map(names_of).filter(|name| !is_shouted(name)) {
            others.entry(fold(&name)).or_insert(name);
        }
        Self(others)
    }

    /// A name that is all in capitals, as another source writes it.
    fn in_case<'a>(&'a self, name: &'a str) -> &'a str {
        self.0.get(&fold(name)).map_or(name, String::as_str)
    }
}

fn names_of(claim: &Claim) -> Vec<String> {
    match (claim.kind, claim.source) {
        (Kind::Organization, _) => vec![claim.text.clone()],
        (_, Citation | DublinCore) => names::names(&names::turned(&claim.text), Trust::Field),
        _ => names::names(&claim.text, Trust::Field),
    }
}
