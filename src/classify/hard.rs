//! Hard reasons: what goes whatever it reads like, because of what its element is.

use super::outline::{Outline, Sums};
use crate::article::Removed;
use crate::clutter::{clutter, is_folded, tokens};
use crate::html::{Attr, Tag};
use crate::marks::{Mark, Marks};
use crate::tape::{ElementId, Event, Tape};

/// How much hard reasons may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Strictness {
    /// All of them count.
    Full,
    /// Only what no page means for readers: code, controls, navigation.
    Structural,
}

/// What comments are to a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comments {
    /// What a forum is for.
    Content,
    /// What readers left under an article, or under single posts.
    Aside,
}

/// Why each element goes, by its own start tag or by one that it is in; `None` for what may stay. What is known of an
/// element beside its markup goes before what that says.
pub(crate) fn reasons(outline: &Outline<'_>, comments: Comments, strictness: Strictness, marks: Option<&Marks>) -> Vec<Option<Removed>> {
    let page = outline.page();
    let folded = folded(outline.tape);
    let mut reasons: Vec<Option<Removed>> = Vec::with_capacity(outline.tape.elements().len());
    for (index, element) in outline.tape.elements().iter().enumerate() {
        let id = ElementId(index as u32);
        let inherited = element.parent.and_then(|parent| reasons[parent.index()]);
        let own = || own(outline, id, comments, page).filter(|reason| counts(*reason, strictness));
        reasons.push(match marks.map_or(Mark::None, |marks| marks.of(id)) {
            _ if inherited == Some(Removed::SiteRule) => inherited,
            Mark::Removed => Some(Removed::SiteRule),
            Mark::Content => None,
            Mark::None => inherited.or_else(own),
            Mark::Hidden => {
                inherited.or_else(own).or_else(|| unseen(outline, id, page, folded[index]).filter(|reason| counts(*reason, strictness)))
            }
            // What is on the screen is not hidden, whatever its names say, nor by a box around it that lets it through.
            Mark::Shown => {
                let is_around = |reason: &Removed| *reason != Removed::Hidden || !is_unseen(element.parent, marks);
                inherited
                    .filter(is_around)
                    .or_else(|| own().filter(|reason| *reason != Removed::Hidden || is_kept_from_listeners(outline, id)))
            }
        });
    }
    reasons
}

const fn counts(reason: Removed, strictness: Strictness) -> bool {
    match strictness {
        Strictness::Full => true,
        Strictness::Structural => is_sure(reason),
    }
}

/// Whether a reason is right also where it takes most of a page.
pub(crate) const fn is_sure(reason: Removed) -> bool {
    matches!(
        reason,
        Removed::Code
            | Removed::Form
            | Removed::Navigation
            | Removed::Footer
            | Removed::Consent
            | Removed::Dialog
            | Removed::Comments
            | Removed::SiteRule
    )
}

fn own(outline: &Outline<'_>, id: ElementId, comments: Comments, page: Sums) -> Option<Removed> {
    let tape = outline.tape;
    let tag = tape.tag(id);
    let reason = clutter(tag, tape.attrs(id)).or_else(|| by_content(outline, id, tag))?;
    if reason == Removed::Comments && comments == Comments::Content || reason == Removed::Hidden && is_unfolded_beside(outline, id) {
        return None;
    }
    (!holds_the_page(outline, id, reason, page) && !is_around_main(outline, id, reason)).then_some(reason)
}

/// Whether an element is named for the page's layout, since the main landmark is in it: `row-offcanvas`, `wrap-footer`.
fn is_around_main(outline: &Outline<'_>, id: ElementId, reason: Removed) -> bool {
    matches!(reason, Removed::Navigation | Removed::Footer | Removed::Header | Removed::Sidebar | Removed::Form) && outline.holds_main(id)
}

fn is_unseen(id: Option<ElementId>, marks: Option<&Marks>) -> bool {
    id.zip(marks).is_some_and(|(id, marks)| marks.of(id) == Mark::Hidden)
}

fn is_kept_from_listeners(outline: &Outline<'_>, id: ElementId) -> bool {
    outline.tape.attr(id, Attr::AriaHidden) == Some("true")
}

/// Why an element goes that is not on the screen: it is hidden, unless readers may unfold it or it is the page itself.
fn unseen(outline: &Outline<'_>, id: ElementId, page: Sums, is_folded: bool) -> Option<Removed> {
    (!is_folded && !holds_the_page(outline, id, Removed::Hidden, page)).then_some(Removed::Hidden)
}

/// Of each element, whether it is in a part that readers unfold, or that is only for those who run no scripts; empty where
/// it is not known how elements are shown.
fn folded(tape: &Tape) -> Vec<bool> {
    let mut folded: Vec<bool> = Vec::new();
    let elements = tape.elements().iter().enumerate().filter(|_| tape.has_hints());
    for (index, element) in elements {
        let id = ElementId(index as u32);
        let is_in = element.parent.is_some_and(|parent| folded[parent.index()]);
        folded.push(is_in || matches!(element.tag, Tag::Details | Tag::Noscript) || is_folded(tape.attrs(id)));
    }
    folded
}

/// An element with more of the page's prose than this is the page itself, whatever its names say.
const MOST: f32 = 0.5;
/// With less prose than this a page has none to lose.
const LITTLE_PROSE: u32 = 60;

/// Whether an element holds most of the page's prose, so that what its start tag says can't be meant: an unclosed nav,
/// a form around the whole page, a wrapper named for its layout. Overlays and readers' comments may well hold most.
fn holds_the_page(outline: &Outline<'_>, id: ElementId, reason: Removed, page: Sums) -> bool {
    let sums = outline.of(id);
    let most = |part: u32, whole: u32| part as f32 > MOST * whole as f32;
    // A table or list that readers sort or search by a form around it.
    if reason == Removed::Form && most(sums.words, page.words) {
        return true;
    }
    page.prose >= LITTLE_PROSE
        && most(sums.prose, page.prose)
        && match reason {
            Removed::Consent | Removed::Dialog | Removed::Comments => false,
            Removed::Navigation | Removed::Footer => most(sums.words, page.words),
            _ => true,
        }
}

/// A form with less prose is for filling in; with more, it is a page that lives in a form.
const FORM_PROSE: u32 = 60;
/// What asks for scripts or counts a visit is short; forums put the whole thread there for those who run none.
const NOSCRIPT_PROSE: u32 = 60;
/// A button's caption; longer text in a button is a question that it folds away.
const BUTTON_WORDS: u32 = 4;
/// A hidden copy or icon text; assistive technology is kept from longer content only by mistake.
const ARIA_HIDDEN_PROSE: u32 = 40;

fn by_content(outline: &Outline<'_>, id: ElementId, tag: Tag) -> Option<Removed> {
    let tape = outline.tape;
    let sums = || outline.of(id);
    let reason = match tag {
        Tag::Template if tape.attr(id, Attr::ShadowRootMode).is_none() => Some(Removed::Hidden),
        // Its text is for browsers without scripts; its pictures are what scripts load later. With prose it is the page itself.
        Tag::Noscript if sums().prose < NOSCRIPT_PROSE => Some(Removed::Code),
        Tag::A if is_mark(outline, id) => Some(Removed::Navigation),
        // Their text is for browsers without players.
        Tag::Video | Tag::Audio | Tag::Object | Tag::Canvas | Tag::Map => Some(Removed::Code),
        // The labels of tabs name parts of which only one is shown; accordions have the role by mistake, around their text.
        _ if tape.attr(id, Attr::Role) == Some("tablist") && sums().prose == 0 => Some(Removed::Navigation),
        Tag::Aside if !is_note(outline, id) && !is_inset(outline, id) => Some(Removed::Sidebar),
        Tag::Ul | Tag::Ol if is_language_menu(outline, id) => Some(Removed::Navigation),
        Tag::Form if sums().prose < FORM_PROSE && has_control(outline, id) => Some(Removed::Form),
        Tag::Button if text_words(outline, id) <= BUTTON_WORDS && !in_heading(outline, id) => Some(Removed::Form),
        Tag::Header if is_site_header(outline, id) => Some(Removed::Header),
        _ => None,
    };
    let is_hidden = || is_kept_from_listeners(outline, id) && !is_folded(tape.attrs(id)) && sums().prose < ARIA_HIDDEN_PROSE;
    reason.or_else(|| is_hidden().then_some(Removed::Hidden))
}

/// Whether an aside is a part of the text: what a post quotes, the notes at its foot.
fn is_note(outline: &Outline<'_>, id: ElementId) -> bool {
    let is_named = |class: &str| tokens(class).any(|token| matches!(token.as_str(), "footnote" | "footnotes"));
    outline.parts(id).quotes > 0 || outline.tape.attr(id, Attr::Class).is_some_and(is_named)
}

/// Whether an aside stands between the paragraphs of a text and says something itself, with hardly a link.
fn is_inset(outline: &Outline<'_>, id: ElementId) -> bool {
    let is_text = |sums: Sums| 2 * sums.prose > sums.words && sums.link_density() < INSET_LINKS;
    let [before, after] = neighbours(outline, id);
    is_text(outline.of(id)) && [before, after].iter().all(|id| id.is_some_and(|id| is_text(outline.of(id))))
}

/// Teasers and appeals have more links.
const INSET_LINKS: f32 = 0.1;

/// The elements with text before and after one, in the element that holds them all.
fn neighbours(outline: &Outline<'_>, id: ElementId) -> [Option<ElementId>; 2] {
    let element = outline.tape.element(id);
    let (mut before, mut after) = (element.enter, element.exit);
    let last = |_| {
        before = before.checked_sub(1)?;
        match outline.tape.events()[before as usize] {
            Event::Enter(_) => None,
            Event::Text(_) => Some(None),
            Event::Exit(other) => {
                before = outline.tape.element(other).enter;
                Some(Some(other))
            }
        }
    };
    let next = |_| {
        after += 1;
        match *outline.tape.events().get(after as usize)? {
            Event::Exit(_) => None,
            Event::Text(_) => Some(None),
            Event::Enter(other) => {
                after = outline.tape.element(other).exit;
                Some(Some(other))
            }
        }
    };
    let has_text = |id: &ElementId| !outline.range(*id).is_empty();
    [(0..NEAR).map_while(last).flatten().find(has_text), (0..NEAR).map_while(next).flatten().find(has_text)]
}

/// How many texts and elements may stand between neighbours.
const NEAR: usize = 8;

/// A question or heading that readers press has fewer words.
const PRESSED_WORDS: u32 = 30;

/// Whether readers unfold a hidden text by a button right before it.
fn is_unfolded_beside(outline: &Outline<'_>, id: ElementId) -> bool {
    let is_button = |event: &Event| matches!(*event, Event::Enter(child) if outline.tape.tag(child) == Tag::Button);
    outline.of(id).prose > 0
        && outline.tape.tag(id) != Tag::Template
        && neighbours(outline, id)[0].is_some_and(|before| {
            outline.of(before).words <= PRESSED_WORDS
                && (outline.tape.tag(before) == Tag::Button || outline.tape.inside(before).iter().any(is_button))
        })
}

/// A menu of languages has this many: two may be a sentence's.
const LANGUAGES: usize = 3;
/// The events of a menu's first links, with what is in them.
const MENU_EVENTS: usize = 60;

/// Whether a list links to the same page in other languages: each of its first links says which it leads to.
fn is_language_menu(outline: &Outline<'_>, id: ElementId) -> bool {
    let tape = outline.tape;
    let mut links = tape.inside(id).iter().take(MENU_EVENTS).filter_map(|event| match *event {
        Event::Enter(link) if tape.tag(link) == Tag::A => Some(link),
        _ => None,
    });
    let says = |link: Option<ElementId>| link.is_some_and(|link| tape.attr(link, Attr::Hreflang).is_some());
    (0..LANGUAGES).all(|_| says(links.next()))
}

/// Whether a link shows but a sign: a heading's own address, a footnote's way back.
fn is_mark(outline: &Outline<'_>, id: ElementId) -> bool {
    let events = outline.tape.inside(id);
    let [Event::Text(text)] = events else { return false };
    matches!(outline.tape.text(*text).trim(), "¶" | "#" | "§" | "🔗" | "↩" | "↑")
}

fn has_control(outline: &Outline<'_>, id: ElementId) -> bool {
    outline.tape.inside(id).iter().any(|event| match *event {
        Event::Enter(child) => match outline.tape.tag(child) {
            Tag::Input => outline.tape.attr(child, Attr::Type) != Some("hidden"),
            tag => matches!(tag, Tag::Textarea | Tag::Select | Tag::Button),
        },
        _ => false,
    })
}

/// Words of an element that may be a part of a block.
fn text_words(outline: &Outline<'_>, id: ElementId) -> u32 {
    let texts = outline.tape.inside(id).iter().filter_map(|event| match *event {
        Event::Text(text) => Some(crate::blocks::count(outline.tape.text(text)).words),
        _ => None,
    });
    texts.sum()
}

fn in_heading(outline: &Outline<'_>, id: ElementId) -> bool {
    outline.tape.ancestors(id).take(4).any(|id| outline.tape.tag(id).is_heading() || outline.tape.tag(id) == Tag::Dt)
}

/// A header outside of any article, without a first-level heading: the site's, not the text's.
fn is_site_header(outline: &Outline<'_>, id: ElementId) -> bool {
    let tape = outline.tape;
    let holds = tape.inside(id).iter().any(|event| matches!(*event, Event::Enter(child) if tape.tag(child) == Tag::H1));
    let within = tape.ancestors(id).any(|id| matches!(tape.tag(id), Tag::Main | Tag::Article | Tag::Section));
    !within && !holds
}
