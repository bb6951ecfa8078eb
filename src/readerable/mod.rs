//! Whether a page is worth cleaning, at a glance.

pub(crate) mod evidence;
mod skim;
mod weights;

use crate::options::Options;
use evidence::Evidence;
use weights::{BIAS, WEIGHTS};

/// With fewer words of prose a page has nothing to read: so have 1 % of WCXB's articles, and half of its listings.
const LEAST_PROSE: u32 = 60;
/// With less prose than this share of the words in links, a page is a list with a text between: no readable page of WCXB has less.
const LEAST_BESIDE_LINKS: f32 = 0.25;

/// Whether a page looks as if [`clean`](crate::clean) would give something to read: an article, a manual's page, a thread.
/// Lists of other pages and things for sale are not meant, nor pages with hardly any prose.
///
/// It skims the source and takes a small part of the time of `clean`: enough to decide whether to offer a reader's view. It
/// may be wrong both ways (the README says how often). A page beyond [`Limits::max_input_bytes`](crate::Limits) is not.
///
/// ```
/// use readwell::{Options, is_probably_readerable};
///
/// let paragraph = "<p>The ferry to the island sails again from Monday, after nine months of repairs that took twice as long as it \
///                  had been planned, the harbour office said on Friday.</p>";
/// assert!(is_probably_readerable(&paragraph.repeat(4), &Options::default()));
/// assert!(!is_probably_readerable("<ul><li><a href=/1>Ferry returns</a><li><a href=/2>Rain ahead</a></ul>", &Options::default()));
/// ```
#[must_use]
pub fn is_probably_readerable(html: &str, options: &Options) -> bool {
    if html.len() > options.limits.max_input_bytes {
        return false;
    }
    let evidence = Evidence::read(html);
    let sum: f32 = evidence.numbers().iter().zip(WEIGHTS).map(|(number, weight)| number * weight).sum();
    let has_text = evidence.prose >= LEAST_PROSE && evidence.prose as f32 >= LEAST_BESIDE_LINKS * evidence.linked as f32;
    has_text && BIAS + sum > 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENTENCE: &str =
        "The ferry to the island sails again from Monday, after nine months of repairs, the harbour office said on Friday.";

    fn is_readable(html: &str) -> bool {
        is_probably_readerable(html, &Options::default())
    }

    #[test]
    fn prose_is_readable_and_lists_are_not() {
        let article = format!("<nav>{}</nav><p>{SENTENCE}", "<a href=/>Home</a> ".repeat(200)) + &format!("<p>{SENTENCE}").repeat(3);
        assert!(is_readable(&article));
        let list = format!("<p>{SENTENCE}<p>{SENTENCE}<p>{SENTENCE}<p>{SENTENCE}") + &"<li><a href=/x>One more page</a>".repeat(200);
        assert!(!is_readable(&list));
        assert!(!is_readable(&format!("<p>{SENTENCE}")));
        assert!(!is_readable(""));
    }

    #[test]
    fn what_is_not_read_does_not_count() {
        let text = format!("<p>{SENTENCE}</p>").repeat(4);
        for (open, close) in [
            ("<script>", "</script>"),
            ("<!--", "-->"),
            ("<style>", "</STYLE >"),
            ("<footer>", "</footer>"),
            ("<svg>", "</svg>"),
            ("<x y='", "'>"),
        ] {
            assert!(!is_readable(&format!("{open}{text}{close}")), "{open}");
            assert!(is_readable(&format!("{open}{close}{text}")), "{open}");
        }
    }

    #[test]
    fn what_is_never_closed_does_not_take_the_text_with_it() {
        let text = format!("<main>{}", format!("<p>{SENTENCE}</p>").repeat(4));
        for open in ["<nav>", "<aside><div>", "<svg>", "<a href=x>", "<head>", "<script>"] {
            let is_link = open.starts_with("<a ");
            assert_eq!(is_readable(&format!("{open}{text}")), !is_link, "{open}");
        }
    }

    #[test]
    fn words_of_all_scripts_count() {
        assert!(is_readable(&"<p>渡し船は九か月の修理を終えて月曜日から再び島へ向かうと港湾事務所が金曜日に発表した。</p>".repeat(4)));
    }

    #[test]
    fn the_limit_counts() {
        let page = format!("<p>{SENTENCE}</p>").repeat(4);
        let limits = crate::Limits { max_input_bytes: page.len() - 1, ..Default::default() };
        assert!(!is_probably_readerable(&page, &Options { limits, ..Options::default() }));
    }

    #[test]
    fn any_text_is_skimmed_to_its_end() {
        for text in
            ["<", "</", "<!", "<!-", "<!--", "<a", "<a b='", "<a b=\"é", "<é", "<script", "<svg", "</a é", "<!é", "<?", "<a='>", "<p\u{0}>"]
        {
            for around in ["", "é", "<p>", "x<"] {
                is_readable(&format!("{around}{text}"));
                is_readable(&format!("{text}{around}"));
            }
        }
    }

    /// One raw element after the other without an end: each search for an end must not read the rest of the page.
    #[test]
    fn time_grows_with_the_page() {
        let steps = |count: usize| {
            let page = "<script>".repeat(count);
            let start = std::time::Instant::now();
            is_readable(&page);
            start.elapsed().as_secs_f64()
        };
        let (small, large) = (steps(2_000).max(1e-4), steps(128_000));
        assert!(large < 1000.0 * small, "{small} {large}");
    }
}
