//! lol_html as a rewriter: the page's own bytes less the clutter, as a stream.

/// What [`Declutter`] drops beyond what it always drops.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeclutterOptions {
    /// Whether styles and style sheets go too.
    pub styles: bool,
}

/// The sweep alone.
pub struct Declutter<S> {
    sink: S,
}

impl<S: FnMut(&[u8])> Declutter<S> {
    /// A sweep that hands what is left of the page to `sink`.
    pub fn new(_options: DeclutterOptions, sink: S) -> Self {
        Self { sink }
    }

    /// Takes the next bytes of the page.
    pub fn write(&mut self, chunk: &[u8]) {
        (self.sink)(chunk);
    }

    /// Says that the page is complete.
    pub fn end(self) {}
}
