//! `npm run fuzz 600 rules`, see `invariants::rules` for what is asserted. The first line is the selector.
#![no_main]

use readwell_fuzz::invariants;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let end = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
    invariants::rules(&String::from_utf8_lossy(&bytes[..end]), &bytes[end..]);
});
