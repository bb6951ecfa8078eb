//! What kind of page it is, told by what it says of itself, its address and its shape.

use super::outline::{Outline, Sums};
use crate::article::PageType;
use crate::blocks::Block;
use crate::clutter::tokens;
use crate::html::{Attr, Tag};
use crate::tape::{ElementId, Tape};

/// Points for each kind of page.
#[derive(Clone, Copy, Debug, Default)]
struct Votes([f32; KINDS.len()]);

const KINDS: [PageType; 7] = [
    PageType::Article,
    PageType::Forum,
    PageType::Documentation,
    PageType::Product,
    PageType::Listing,
    PageType::Collection,
    PageType::Service,
];

impl Votes {
    fn add(&mut self, kind: PageType, points: f32) {
        if let Some(index) = KINDS.iter().position(|other| *other == kind) {
            self.0[index] += points;
        }
    }

    fn of(self, kind: PageType) -> f32 {
        KINDS.iter().position(|other| *other == kind).map_or(0.0, |index| self.0[index])
    }

    fn winner(self) -> PageType {
        let mut best = (PageType::Other, 0.0);
        for (kind, points) in KINDS.into_iter().zip(self.0) {
            if points > best.1 {
                best = (kind, points);
            }
        }
        best.0
    }
}

/// Comments with so many times the prose of the rest are what the page is for,
const COMMENTS_RULE: u32 = 3;
/// unless the rest is an article by itself.
const ARTICLE_WORDS: u32 = 120;

/// Tells what kind of page it is. `comments`: what its comments hold, which the outline leaves out. `url` is the page's own address, if it is known.
pub(crate) fn page_type(outline: &Outline<'_>, comments: Sums, url: Option<&str>) -> PageType {
    let mut votes = Votes::default();
    let tape = outline.tape;
    structured_data(tape, &mut votes);
    names(tape, &mut votes);
    if let Some(url) = url {
        address(url, &mut votes);
    }
    shape(outline, &mut votes);
    if comments.prose > COMMENTS_RULE * outline.page().prose && outline.page().prose < ARTICLE_WORDS {
        votes.add(PageType::Forum, MAX_NAMED);
    }
    votes.winner()
}

/// Structured data gives no kind of page more points than this, however often it names it.
const MAX_NAMED: f32 = 4.0;
/// More points than two articles can give.
const MANY_ARTICLES: f32 = 9.5;

/// What `@type` of structured data says. A type within another counts like the outer one, so what pages nest is left out.
fn structured_data(tape: &Tape, votes: &mut Votes) {
    let mut products = 0;
    let mut named = Votes::default();
    let mut live_blog = false;
    for (index, element) in tape.elements().iter().enumerate() {
        let id = ElementId(index as u32);
        if let Some(item) = tape.attr(id, Attr::Itemtype) {
            let name = item.rsplit('/').next().unwrap_or_default();
            products += u32::from(name == "Product");
            of_schema(name, votes, 0.5);
        }
        if element.tag == Tag::Script {
            let text = tape.text_content(id);
            for name in types(&text) {
                products += u32::from(name == "Product");
                live_blog |= name == "LiveBlogPosting";
                of_schema(name, &mut named, 1.0);
            }
        }
    }
    for (kind, points) in KINDS.into_iter().zip(named.0) {
        votes.add(kind, points.min(MAX_NAMED));
    }
    if live_blog {
        votes.add(PageType::Article, MAX_NAMED);
    } else if named.of(PageType::Article) > MANY_ARTICLES {
        votes.add(PageType::Article, -MAX_NAMED);
        votes.add(PageType::Listing, MAX_NAMED);
    }
    match products {
        0 => {}
        1 | 2 => votes.add(PageType::Product, 3.0),
        _ => votes.add(PageType::Collection, 2.0),
    }
}

/// The string values of `"@type"`, without parsing: pages break their JSON in many ways.
fn types(json: &str) -> impl Iterator<Item = &str> {
    json.split("\"@type\"").skip(1).filter_map(|rest| {
        let rest = rest.trim_start().strip_prefix(':')?.trim_start().trim_start_matches(['[', ' ', '\n']);
        rest.strip_prefix('"')?.split('"').next()
    })
}

fn of_schema(name: &str, votes: &mut Votes, weight: f32) {
    let (kind, points) = match name {
        "NewsArticle" | "Article" | "BlogPosting" | "ReportageNewsArticle" | "OpinionNewsArticle" | "LiveBlogPosting" | "Recipe" => {
            (PageType::Article, 3.0)
        }
        "DiscussionForumPosting" | "QAPage" => (PageType::Forum, 6.0),
        "TechArticle" | "APIReference" => (PageType::Documentation, 3.0),
        "ItemList" | "OfferCatalog" => (PageType::Collection, 1.0),
        "CollectionPage" => (PageType::Listing, 1.5),
        "Service" | "SoftwareApplication" | "LocalBusiness" => (PageType::Service, 2.0),
        _ => return,
    };
    votes.add(kind, points * weight);
}

/// `og:type`, the generator, and the names on `html` and `body`.
fn names(tape: &Tape, votes: &mut Votes) {
    for (index, element) in tape.elements().iter().enumerate() {
        let id = ElementId(index as u32);
        match element.tag {
            Tag::Meta => {
                let name = tape.attr(id, Attr::Property).or_else(|| tape.attr(id, Attr::Name)).unwrap_or_default();
                let content = tape.attr(id, Attr::Content).unwrap_or_default();
                if name.eq_ignore_ascii_case("og:type") {
                    match content.trim() {
                        "article" => votes.add(PageType::Article, 2.0),
                        "product" | "og:product" => votes.add(PageType::Product, 3.0),
                        "product.group" => votes.add(PageType::Collection, 3.0),
                        _ => {}
                    }
                } else if name.eq_ignore_ascii_case("generator") {
                    of_words(content, GENERATORS, votes);
                }
            }
            Tag::Html | Tag::Body => {
                of_words(tape.attr(id, Attr::Class).unwrap_or_default(), BODY_NAMES, votes);
                of_words(tape.attr(id, Attr::Id).unwrap_or_default(), BODY_NAMES, votes);
            }
            _ => {}
        }
    }
}

fn of_words(text: &str, table: &[(&str, PageType, f32)], votes: &mut Votes) {
    let mut seen = 0_u64;
    for token in tokens(text) {
        if let Ok(index) = table.binary_search_by_key(&token.as_str(), |(word, ..)| word)
            && seen & (1 << index) == 0
        {
            seen |= 1 << index;
            votes.add(table[index].1, table[index].2);
        }
    }
}

/// The words of the host and path, and the place where they stand.
fn address(url: &str, votes: &mut Votes) {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let path = path.split(['?', '#']).next().unwrap_or_default();
    of_words(host, HOST_WORDS, votes);
    let mut parts = path.split('/').filter(|part| !part.is_empty()).peekable();
    if parts.peek().is_none() {
        votes.add(PageType::Service, 2.0);
        votes.add(PageType::Listing, 1.0);
    }
    while let Some(part) = parts.next() {
        // The last part is mostly the title in words; before it stands where in the site the page is.
        if parts.peek().is_some() || !part.contains('-') {
            of_words(part, PATH_WORDS, votes);
        }
    }
}

/// Less of a page's words in prose than this is no article, whatever the page says.
const ARTICLE_PROSE: f32 = 0.3;
/// As many prices as a page of one product may show: its own, in parts and variants.
const PRODUCT_PRICES: usize = 8;

/// Prose in paragraphs makes an article; links, prices and cards make a listing.
fn shape(outline: &Outline<'_>, votes: &mut Votes) {
    let page = outline.page();
    let prose = page.prose as f32 / page.words.max(1) as f32;
    let count = |tag: Tag| outline.tape.elements().iter().filter(|element| element.tag == tag).count();
    votes.add(PageType::Article, if prose < ARTICLE_PROSE { (prose - ARTICLE_PROSE) * 10.0 } else { prose });
    votes.add(PageType::Listing, (page.link_density() - 0.3) * 2.0);
    match count(Tag::Article) {
        1 => votes.add(PageType::Article, 0.5),
        0..=5 => {}
        _ => votes.add(PageType::Listing, 0.7),
    }
    match outline.blocks.iter().filter(|block| is_price(outline, block)).count() {
        0 => {}
        prices if prices <= PRODUCT_PRICES => votes.add(PageType::Product, 0.5),
        _ => votes.add(PageType::Collection, 2.0),
    }
    if count(Tag::Pre) + count(Tag::Code) > 8 {
        votes.add(PageType::Documentation, 0.7);
    }
    if count(Tag::Time) == 0 && prose < 0.6 {
        votes.add(PageType::Service, 0.5);
    }
}

/// A short line with an amount of money.
fn is_price(outline: &Outline<'_>, block: &Block) -> bool {
    const MAX_WORDS: u32 = 6;
    if block.words == 0 || block.words > MAX_WORDS {
        return false;
    }
    let text = outline.text(block);
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    text.match_indices(['$', '€', '£', '¥', '₹', '₽', '₩', '₪'])
        .any(|(at, sign)| digit(text[at + sign.len()..].trim_start().chars().next()) || digit(text[..at].trim_end().chars().next_back()))
}

/// Software that runs forums, manuals or shops, as `<meta name=generator>` names it.
const GENERATORS: &[(&str, PageType, f32)] = &[
    ("discourse", PageType::Forum, 4.0),
    ("docusaurus", PageType::Documentation, 4.0),
    ("hugo", PageType::Documentation, 0.3),
    ("mediawiki", PageType::Documentation, 1.0),
    ("mkdocs", PageType::Documentation, 4.0),
    ("phpbb", PageType::Forum, 4.0),
    ("sphinx", PageType::Documentation, 4.0),
    ("vbulletin", PageType::Forum, 4.0),
    ("woocommerce", PageType::Product, 0.5),
    ("xenforo", PageType::Forum, 4.0),
];

const BODY_NAMES: &[(&str, PageType, f32)] = &[
    ("archive", PageType::Listing, 2.0),
    ("category", PageType::Listing, 1.0),
    ("collection", PageType::Collection, 2.0),
    ("docs", PageType::Documentation, 2.0),
    ("forum", PageType::Forum, 2.0),
    ("home", PageType::Service, 1.0),
    ("phpbb", PageType::Forum, 3.0),
    ("product", PageType::Product, 1.5),
    ("question", PageType::Forum, 2.0),
    ("thread", PageType::Forum, 2.0),
    ("topic", PageType::Forum, 0.5),
];

const HOST_WORDS: &[(&str, PageType, f32)] = &[
    ("answers", PageType::Forum, 2.0),
    ("bbs", PageType::Forum, 3.0),
    ("blog", PageType::Article, 1.5),
    ("boards", PageType::Forum, 3.0),
    ("community", PageType::Forum, 2.5),
    ("dev", PageType::Documentation, 0.5),
    ("developer", PageType::Documentation, 2.0),
    ("developers", PageType::Documentation, 2.0),
    ("discuss", PageType::Forum, 3.0),
    ("discussion", PageType::Forum, 3.0),
    ("doc", PageType::Documentation, 3.0),
    ("docs", PageType::Documentation, 3.0),
    ("forum", PageType::Forum, 4.0),
    ("forums", PageType::Forum, 4.0),
    ("wiki", PageType::Documentation, 2.0),
];

const PATH_WORDS: &[(&str, PageType, f32)] = &[
    ("article", PageType::Article, 2.0),
    ("articles", PageType::Article, 2.0),
    ("blog", PageType::Article, 2.5),
    ("boards", PageType::Forum, 2.0),
    ("browse", PageType::Listing, 1.5),
    ("cat", PageType::Collection, 1.5),
    ("catalog", PageType::Collection, 1.0),
    ("categories", PageType::Listing, 1.5),
    ("category", PageType::Listing, 1.5),
    ("collections", PageType::Collection, 3.0),
    ("comments", PageType::Forum, 2.0),
    ("community", PageType::Forum, 1.0),
    ("discussion", PageType::Forum, 2.5),
    ("discussions", PageType::Forum, 2.5),
    ("docs", PageType::Documentation, 3.0),
    ("documentation", PageType::Documentation, 3.0),
    ("forum", PageType::Forum, 3.5),
    ("forums", PageType::Forum, 3.5),
    ("guides", PageType::Documentation, 0.5),
    ("handbook", PageType::Documentation, 1.0),
    ("itm", PageType::Product, 3.0),
    ("manual", PageType::Documentation, 1.5),
    ("news", PageType::Article, 1.0),
    ("pdp", PageType::Product, 3.0),
    ("product", PageType::Product, 3.0),
    ("products", PageType::Product, 1.5),
    ("questions", PageType::Forum, 3.5),
    ("reference", PageType::Documentation, 1.5),
    ("service", PageType::Service, 2.0),
    ("services", PageType::Service, 2.0),
    ("showthread", PageType::Forum, 5.0),
    ("solutions", PageType::Service, 2.0),
    ("t", PageType::Forum, 1.0),
    ("talk", PageType::Forum, 1.0),
    ("thread", PageType::Forum, 3.5),
    ("threads", PageType::Forum, 3.5),
    ("topic", PageType::Forum, 2.0),
    ("viewtopic", PageType::Forum, 5.0),
    ("wiki", PageType::Documentation, 1.0),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_short() {
        for table in [GENERATORS, BODY_NAMES, HOST_WORDS, PATH_WORDS] {
            assert!(table.is_sorted_by_key(|(word, ..)| word) && table.len() <= 64);
        }
    }

    #[test]
    fn types_are_found_in_broken_json_too() {
        let found: Vec<_> = types(r#"{"@type": ["Article", "x"], "author": {"@type":"Person"},,}"#).collect();
        assert_eq!(found, ["Article", "Person"]);
    }

    #[test]
    fn addresses_vote_by_whole_words() {
        let of = |url: &str| {
            let mut votes = Votes::default();
            address(url, &mut votes);
            votes.winner()
        };
        assert_eq!(of("https://example.org/forum/viewtopic.php?t=1"), PageType::Forum);
        assert_eq!(of("https://docs.example.org/start/"), PageType::Documentation);
        assert_eq!(of("https://example.org/2020/the-product-of-a-forum"), PageType::Other);
        assert_eq!(of("https://example.org/"), PageType::Service);
    }
}
