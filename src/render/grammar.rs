//! The closed grammar of an article's HTML, as tables. Nothing outside them is ever written.

/// Every element that `content` can hold, with every attribute that it can have there.
///
/// | where | elements |
/// |---|---|
/// | blocks | `p`, `h2`–`h6`, `ul`, `ol`, `li`, `dl`, `dt`, `dd`, `blockquote`, `pre`, `figure`, `figcaption`, `table` and its parts, `details`, `summary`, `aside` (callouts), `section` (footnotes), `div` (a part with its own language or direction), `hr`, `audio`, `video`; `iframe` only if [`Options::iframes`](crate::Options::iframes) asks for it |
/// | inline | `a`, `abbr`, `br`, `cite`, `code`, `del`, `em`, `img`, `ins`, `kbd`, `mark`, `q`, `ruby`, `rp`, `rt`, `samp`, `small`, `span` (with its own language or direction), `strong`, `sub`, `sup`, `var` |
/// | formulas | `math` and presentation `MathML` |
///
/// ```
/// let of = |name| readwell::grammar::ELEMENTS.iter().find(|(element, _)| *element == name).map(|(_, attributes)| *attributes);
/// assert_eq!(of("a"), Some(&["href", "id", "title"][..]));
/// assert_eq!(of("script"), None);
/// ```
pub const ELEMENTS: &[(&str, &[&str])] = &[
    ("a", &["href", "id", "title"]),
    ("abbr", &[]),
    ("aside", &["class", "dir", "id", "lang"]),
    ("audio", &["controls", "dir", "id", "lang", "preload", "src"]),
    ("blockquote", &["cite", "dir", "id", "lang"]),
    ("br", &[]),
    ("caption", &[]),
    ("cite", &[]),
    ("code", &["class"]),
    ("dd", &[]),
    ("del", &[]),
    ("details", &["dir", "id", "lang"]),
    ("div", &["dir", "id", "lang"]),
    ("dl", &["dir", "id", "lang"]),
    ("dt", &["id"]),
    ("em", &[]),
    ("figcaption", &[]),
    ("figure", &["class", "dir", "id", "lang"]),
    ("h2", &["dir", "id", "lang"]),
    ("h3", &["dir", "id", "lang"]),
    ("h4", &["dir", "id", "lang"]),
    ("h5", &["dir", "id", "lang"]),
    ("h6", &["dir", "id", "lang"]),
    ("hr", &["id"]),
    ("iframe", &["allow", "loading", "referrerpolicy", "sandbox", "src", "title"]),
    ("img", &["alt", "height", "src", "width"]),
    ("ins", &[]),
    ("kbd", &[]),
    ("li", &["id", "value"]),
    ("mark", &[]),
    ("math", &["alttext", "display", "id"]),
    ("merror", MATH),
    ("mfrac", MATH),
    ("mi", MATH),
    ("mmultiscripts", MATH),
    ("mn", MATH),
    ("mo", MATH),
    ("mover", MATH),
    ("mpadded", MATH),
    ("mprescripts", MATH),
    ("mroot", MATH),
    ("mrow", MATH),
    ("ms", MATH),
    ("mspace", MATH),
    ("msqrt", MATH),
    ("mstyle", MATH),
    ("msub", MATH),
    ("msubsup", MATH),
    ("msup", MATH),
    ("mtable", MATH),
    ("mtd", MATH),
    ("mtext", MATH),
    ("mtr", MATH),
    ("munder", MATH),
    ("munderover", MATH),
    ("ol", &["dir", "id", "lang", "reversed", "start", "type"]),
    ("p", &["dir", "id", "lang"]),
    ("pre", &["dir", "id", "lang"]),
    ("q", &[]),
    ("rp", &[]),
    ("rt", &[]),
    ("ruby", &[]),
    ("samp", &[]),
    ("section", &["class", "dir", "id", "lang"]),
    ("small", &[]),
    ("span", &["dir", "lang"]),
    ("strong", &[]),
    ("sub", &[]),
    ("summary", &[]),
    ("sup", &[]),
    ("table", &["dir", "id", "lang"]),
    ("tbody", &[]),
    ("td", &["colspan", "rowspan"]),
    ("th", &["colspan", "rowspan"]),
    ("thead", &[]),
    ("tr", &[]),
    ("ul", &["dir", "id", "lang"]),
    ("var", &[]),
    ("video", &["controls", "dir", "id", "lang", "poster", "preload", "src"]),
];

/// The attributes of `MathML` elements: words, numbers and lengths.
const MATH: &[&str] = &[
    "accent",
    "accentunder",
    "columnalign",
    "columnspan",
    "displaystyle",
    "fence",
    "form",
    "height",
    "largeop",
    "linethickness",
    "lspace",
    "mathvariant",
    "maxsize",
    "minsize",
    "movablelimits",
    "rowspan",
    "rspace",
    "scriptlevel",
    "separator",
    "stretchy",
    "symmetric",
    "width",
];

/// The schemes of the URLs in each URL attribute; `href` can also be a `#fragment` of the article. A `data:` URL is a
/// raster picture (PNG, JPEG, GIF, WebP, AVIF) of at most 32 KiB.
///
/// ```
/// assert!(readwell::grammar::SCHEMES.iter().all(|(_, schemes)| !schemes.contains(&"javascript")));
/// ```
pub const SCHEMES: &[(&str, &[&str])] = &[
    ("href", &["http", "https", "mailto", "tel"]),
    ("cite", &["http", "https"]),
    ("src", &["http", "https", "data"]),
    ("poster", &["http", "https", "data"]),
];

/// The hosts of the players that an `iframe` can show: the `src` of one is https on one of them, and its sandbox lets it run
/// scripts in its own origin alone.
///
/// ```
/// assert!(readwell::grammar::PLAYER_HOSTS.contains(&"www.youtube-nocookie.com"));
/// ```
pub const PLAYER_HOSTS: &[&str] = &[
    "datawrapper.dwcdn.net",
    "embed.ted.com",
    "flo.uri.sh",
    "geo.dailymotion.com",
    "open.spotify.com",
    "player.vimeo.com",
    "public.flourish.studio",
    "streamable.com",
    "w.soundcloud.com",
    "www.instagram.com",
    "www.loom.com",
    "www.tiktok.com",
    "www.youtube-nocookie.com",
];

/// The values of `class`; `language-` is followed by a language's name.
///
/// ```
/// assert!(readwell::grammar::CLASSES.contains(&"footnotes"));
/// ```
pub const CLASSES: &[&str] = &[
    "callout callout-note",
    "callout callout-tip",
    "callout callout-important",
    "callout callout-warning",
    "callout callout-caution",
    "embed",
    "footnotes",
    "language-",
    "math",
];

/// What every `id` starts with, so that none shadows a name of the page that shows the article.
///
/// ```
/// assert_eq!(readwell::grammar::ID_PREFIX, "rw-");
/// ```
pub const ID_PREFIX: &str = crate::document::Anchor::PREFIX;

/// The deepest nesting of elements.
///
/// ```
/// assert!(readwell::grammar::MAX_DEPTH <= 256);
/// ```
pub const MAX_DEPTH: usize = 256;
