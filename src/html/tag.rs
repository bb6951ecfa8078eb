//! The closed set of element names, and what HTML says of each.

use super::lookup::Lookup;

/// What HTML says of an element, as a set of bits.
#[derive(Clone, Copy)]
struct Facts(u16);

const NONE: Facts = Facts(0);
/// Has no content and no end tag.
const VOID: Facts = Facts(1);
/// Starts and ends a line of its own: text on its two sides never joins.
const BLOCK: Facts = Facts(1 << 1);
/// h1 to h6.
const HEADING: Facts = Facts(1 << 2 | 1 << 1);
/// Its content is text for programs, not for readers.
const RAW: Facts = Facts(1 << 3);
/// Formatting that HTML lets cross other elements (`<b><i></b></i>`).
const FORMATTING: Facts = Facts(1 << 4);
/// A `MathML` element.
const MATH: Facts = Facts(1 << 5);

impl Facts {
    const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

macro_rules! tags {
    ($($variant:ident $name:literal $facts:ident;)*) => {
        /// An element's name: one of those that HTML and `MathML` define and this crate has a use for, or [`Tag::Other`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub(crate) enum Tag {
            $(#[doc = $name] $variant,)*
            /// Any other name: custom elements, SVG's own and typing mistakes.
            Other,
        }

        const TABLE: &[(&str, Facts)] = &[$(($name, $facts),)* ("", NONE)];

        const NAMES: &[&str] = &[$($name,)*];
        const ALL: &[Tag] = &[$(Tag::$variant,)*];
        static LOOKUP: Lookup = Lookup::new(&[$($name,)*]);

        impl Tag {
            /// The tag of a lower-case name.
            pub(crate) fn from_name(name: &str) -> Self {
                LOOKUP.find(NAMES, name).map_or(Self::Other, |index| ALL[index])
            }
        }
    };
}

tags! {
    A "a" FORMATTING; Abbr "abbr" NONE; Acronym "acronym" NONE; Address "address" BLOCK; Area "area" VOID;
    Article "article" BLOCK; Aside "aside" BLOCK; Audio "audio" NONE; B "b" FORMATTING; Base "base" VOID;
    Bdi "bdi" NONE; Bdo "bdo" NONE; Big "big" FORMATTING; Blockquote "blockquote" BLOCK; Body "body" BLOCK; Br "br" VOID;
    Button "button" NONE; Canvas "canvas" NONE; Caption "caption" BLOCK; Center "center" BLOCK; Cite "cite" NONE;
    Code "code" FORMATTING; Col "col" VOID; Colgroup "colgroup" BLOCK; Data "data" NONE; Datalist "datalist" NONE;
    Dd "dd" BLOCK; Del "del" NONE; Details "details" BLOCK; Dfn "dfn" NONE; Dialog "dialog" BLOCK; Dir "dir" BLOCK;
    Div "div" BLOCK; Dl "dl" BLOCK; Dt "dt" BLOCK; Em "em" FORMATTING; Embed "embed" VOID; Fieldset "fieldset" BLOCK;
    Figcaption "figcaption" BLOCK; Figure "figure" BLOCK; Font "font" FORMATTING; Footer "footer" BLOCK;
    Form "form" BLOCK; Frame "frame" VOID; Frameset "frameset" BLOCK; H1 "h1" HEADING; H2 "h2" HEADING; H3 "h3" HEADING;
    H4 "h4" HEADING; H5 "h5" HEADING; H6 "h6" HEADING; Head "head" BLOCK; Header "header" BLOCK;
    Hgroup "hgroup" BLOCK; Hr "hr" VOID; Html "html" BLOCK; I "i" FORMATTING; Iframe "iframe" RAW; Img "img" VOID;
    Input "input" VOID; Ins "ins" NONE; Kbd "kbd" NONE; Label "label" NONE; Legend "legend" BLOCK; Li "li" BLOCK;
    Link "link" VOID; Listing "listing" BLOCK; Main "main" BLOCK; Map "map" NONE; Mark "mark" NONE;
    Marquee "marquee" BLOCK; Menu "menu" BLOCK; Meta "meta" VOID; Meter "meter" NONE; Nav "nav" BLOCK;
    Nobr "nobr" FORMATTING; Noembed "noembed" RAW; Noframes "noframes" RAW; Noscript "noscript" RAW;
    Object "object" NONE; Ol "ol" BLOCK; Optgroup "optgroup" NONE; Option "option" NONE; Output "output" NONE;
    P "p" BLOCK; Param "param" VOID; Picture "picture" NONE; Plaintext "plaintext" BLOCK; Pre "pre" BLOCK;
    Progress "progress" NONE; Q "q" NONE; Rb "rb" NONE; Rp "rp" NONE; Rt "rt" NONE; Rtc "rtc" NONE; Ruby "ruby" NONE;
    S "s" FORMATTING; Samp "samp" NONE; Script "script" RAW; Search "search" BLOCK; Section "section" BLOCK;
    Select "select" NONE; Slot "slot" NONE; Small "small" FORMATTING; Source "source" VOID; Span "span" NONE;
    Strike "strike" FORMATTING; Strong "strong" FORMATTING; Style "style" RAW; Sub "sub" NONE; Summary "summary" BLOCK;
    Sup "sup" NONE; Svg "svg" NONE; Table "table" BLOCK; Tbody "tbody" BLOCK; Td "td" BLOCK; Template "template" NONE;
    Textarea "textarea" RAW; Tfoot "tfoot" BLOCK; Th "th" BLOCK; Thead "thead" BLOCK; Time "time" NONE; Title "title" RAW;
    Tr "tr" BLOCK; Track "track" VOID; Tt "tt" FORMATTING; U "u" FORMATTING; Ul "ul" BLOCK; Var "var" NONE;
    Video "video" NONE; Wbr "wbr" VOID; Xmp "xmp" RAW;
    ForeignObject "foreignobject" BLOCK; Desc "desc" NONE;
    Annotation "annotation" MATH; AnnotationXml "annotation-xml" MATH; Math "math" MATH; Merror "merror" MATH;
    Mfrac "mfrac" MATH; Mi "mi" MATH; Mmultiscripts "mmultiscripts" MATH; Mn "mn" MATH; Mo "mo" MATH; Mover "mover" MATH;
    Mpadded "mpadded" MATH; Mprescripts "mprescripts" MATH; Mroot "mroot" MATH; Mrow "mrow" MATH; Ms "ms" MATH;
    Mspace "mspace" MATH; Msqrt "msqrt" MATH; Mstyle "mstyle" MATH; Msub "msub" MATH; Msubsup "msubsup" MATH;
    Msup "msup" MATH; Mtable "mtable" MATH; Mtd "mtd" MATH; Mtext "mtext" MATH; Mtr "mtr" MATH; Munder "munder" MATH;
    Munderover "munderover" MATH; Semantics "semantics" MATH;
}

impl Tag {
    /// How many tags there are; every `tag as usize` is below it.
    pub(crate) const COUNT: usize = TABLE.len();

    /// The lower-case name; empty for [`Tag::Other`].
    pub(crate) const fn name(self) -> &'static str {
        TABLE[self as usize].0
    }

    const fn facts(self) -> Facts {
        TABLE[self as usize].1
    }

    pub(crate) const fn is_void(self) -> bool {
        self.facts().has(VOID)
    }

    /// Whether text before and after it never joins into one word. `br` and `hr` do this too, though they are void.
    pub(crate) const fn is_block(self) -> bool {
        self.facts().has(BLOCK) || matches!(self, Self::Hr)
    }

    pub(crate) const fn is_heading(self) -> bool {
        self.facts().has(HEADING)
    }

    /// 1 to 6 for headings.
    pub(crate) const fn heading_level(self) -> Option<u8> {
        match self {
            Self::H1 => Some(1),
            Self::H2 => Some(2),
            Self::H3 => Some(3),
            Self::H4 => Some(4),
            Self::H5 => Some(5),
            Self::H6 => Some(6),
            _ => None,
        }
    }

    /// Whether the tokenizer reads its content as text without tags.
    pub(crate) const fn is_raw(self) -> bool {
        self.facts().has(RAW)
    }

    pub(crate) const fn is_formatting(self) -> bool {
        self.facts().has(FORMATTING)
    }

    pub(crate) const fn is_math(self) -> bool {
        self.facts().has(MATH)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_finds_its_own_tag() {
        for (index, (name, _)) in TABLE.iter().enumerate() {
            assert_eq!(Tag::from_name(name) as usize, index, "{name}");
        }
        assert_eq!(Tag::from_name("x-card"), Tag::Other);
    }

    #[test]
    fn facts_follow_the_table() {
        assert!(Tag::H3.is_heading() && Tag::H3.is_block() && Tag::H3.heading_level() == Some(3));
        assert!(Tag::Br.is_void() && !Tag::Br.is_block() && Tag::Hr.is_block());
        assert!(Tag::Nav.is_block() && !Tag::Nav.is_heading());
    }
}
