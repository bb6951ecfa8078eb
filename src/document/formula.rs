//! Formulas: presentation `MathML` of a closed subset, or TeX, or both.

/// A formula. One of the two is always there: see [`Formula::new`].
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Formula {
    tex: Option<String>,
    nodes: Vec<MathNode>,
}

impl Formula {
    /// `None` when there is neither source nor markup.
    pub(crate) fn new(tex: Option<String>, nodes: Vec<MathNode>) -> Option<Self> {
        let tex = tex.map(|tex| tex.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|tex| !tex.is_empty());
        (tex.is_some() || !nodes.is_empty()).then_some(Self { tex, nodes })
    }

    /// Its TeX source, white space collapsed.
    pub(crate) fn tex(&self) -> Option<&str> {
        self.tex.as_deref()
    }

    /// Its markup; empty when only TeX is known.
    pub(crate) fn nodes(&self) -> &[MathNode] {
        &self.nodes
    }

    /// What can be written on a line: the source, or else the markup's characters.
    pub(crate) fn text(&self) -> String {
        let mut out = String::new();
        match &self.tex {
            Some(tex) => out.push_str(tex),
            None => self.nodes.iter().for_each(|node| node.push_text(&mut out)),
        }
        out
    }
}

/// A part of a formula's markup.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum MathNode {
    /// An element that holds text alone.
    Token(MathTag, Vec<(MathAttr, String)>, String),
    /// An element that holds elements alone.
    Row(MathTag, Vec<(MathAttr, String)>, Vec<MathNode>),
}

impl MathNode {
    fn push_text(&self, out: &mut String) {
        match self {
            Self::Token(_, _, text) => out.push_str(text),
            Self::Row(_, _, nodes) => nodes.iter().for_each(|node| node.push_text(out)),
        }
    }
}

macro_rules! math_tags {
    ($($variant:ident $name:literal $is_token:literal;)*) => {
        /// The `MathML` elements that an article can hold inside `math`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum MathTag {
            $(#[doc = $name] $variant,)*
        }

        impl MathTag {
            pub(crate) fn from_name(name: &str) -> Option<Self> {
                Some(match name {
                    $($name => Self::$variant,)*
                    _ => return None,
                })
            }

            pub(crate) const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// Whether it holds text, not elements.
            pub(crate) const fn is_token(self) -> bool {
                match self {
                    $(Self::$variant => $is_token,)*
                }
            }
        }
    };
}

math_tags! {
    Mi "mi" true; Mo "mo" true; Mn "mn" true; Ms "ms" true; Mtext "mtext" true; Mspace "mspace" true;
    Mrow "mrow" false; Mfrac "mfrac" false; Msqrt "msqrt" false; Mroot "mroot" false; Msub "msub" false; Msup "msup" false;
    Msubsup "msubsup" false; Munder "munder" false; Mover "mover" false; Munderover "munderover" false;
    Mmultiscripts "mmultiscripts" false; Mprescripts "mprescripts" false; Mtable "mtable" false; Mtr "mtr" false; Mtd "mtd" false;
    Mstyle "mstyle" false; Mpadded "mpadded" false; Merror "merror" false;
}

macro_rules! math_attrs {
    ($($variant:ident $name:literal;)*) => {
        /// The attributes that those elements can have.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum MathAttr {
            $(#[doc = $name] $variant,)*
        }

        impl MathAttr {
            pub(crate) const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    };
}

math_attrs! {
    Mathvariant "mathvariant"; Stretchy "stretchy"; Accent "accent"; Columnalign "columnalign"; Linethickness "linethickness"; Fence "fence";
    Separator "separator"; Displaystyle "displaystyle"; Scriptlevel "scriptlevel"; Width "width"; Height "height";
    Rowspan "rowspan"; Columnspan "columnspan"; Lspace "lspace"; Rspace "rspace"; Minsize "minsize"; Maxsize "maxsize";
    Form "form"; Movablelimits "movablelimits"; Largeop "largeop"; Symmetric "symmetric"; Accentunder "accentunder";
}

impl MathAttr {
    /// A value that is a plain word, number or length; anything else is none.
    pub(crate) fn value(source: &str) -> Option<String> {
        let value = source.trim();
        let is_plain = value.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b' ' | b'.' | b'%' | b'-' | b'+'));
        (is_plain && (1..=64).contains(&value.len())).then(|| value.to_owned())
    }
}
