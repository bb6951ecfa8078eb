//! Who wrote it: people told from organisations, and from the site.

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
    for claim in claims.of(Field::Author, source) {
        let url = claim.url.as_deref().and_then(|url| web_address(base, url));
        let names = if site.is_exactly(&claim.text) { vec![claim.text.clone()] } else { names_of(claim) };
        let is_group = |name: &str| match claim.kind {
            Kind::Organization => true,
            Kind::Person => site.is_exactly(name),
            Kind::Unknown => names::is_organisation(name) || site.is_exactly(name),
        };
        for name in &names {
            let list = if is_group(name) { &mut organisations } else { &mut people };
            if !list.iter().any(|author| fold(&author.name) == fold(name)) {
                list.push(Author { name: in_case(name, claims), url: url.clone().filter(|_| names.len() == 1) });
            }
        }
    }
    (people, organisations)
}

/// A name that is all in capitals, as another source writes it.
fn in_case(name: &str, claims: &Claims) -> String {
    let is_shouted = |name: &str| name.contains(' ') && !name.chars().any(char::is_lowercase) && name.chars().any(char::is_uppercase);
    if !is_shouted(name) {
        return name.to_owned();
    }
    let others = claims.all(Field::Author).flat_map(names_of);
    others.into_iter().find(|other| !is_shouted(other) && fold(other) == fold(name)).unwrap_or_else(|| name.to_owned())
}

fn names_of(claim: &Claim) -> Vec<String> {
    match (claim.kind, claim.source) {
        (Kind::Organization, _) => vec![claim.text.clone()],
        (_, Citation | DublinCore) => names::names(&names::turned(&claim.text), Trust::Field),
        _ => names::names(&claim.text, Trust::Field),
    }
}
