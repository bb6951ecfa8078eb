//! lol_html as a rewriter: the page's own bytes less the clutter, as a stream.

/// What [`Declutter`] drops beyond what it always drops.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeclutterOptions {
    /// Whether styles and style sheets go too.
    pub styles: bool,
}

/// The sweep alone.
pub struct Declutter {}
