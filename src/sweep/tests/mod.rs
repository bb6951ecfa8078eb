//! What the sweep makes of markup: trees as data, and the same text as a browser's parser.

mod declutter;
// Its dev dependencies are for native builds only.
#[cfg(not(target_arch = "wasm32"))]
mod peer;
mod tree;

use super::Sweep;
use crate::limits::Limits;
use crate::tape::Tape;

fn tape(html: &str) -> Tape {
    let mut sweep = Sweep::new(&Limits::default());
    sweep.write(html);
    let swept = sweep.end();
    assert!(!swept.limited, "no limit is met in tests");
    swept.tape
}
