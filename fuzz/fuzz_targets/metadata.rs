//! `npm run fuzz 600 metadata`, see `invariants::metadata` for what is asserted.
#![no_main]

use readwell_fuzz::invariants;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| invariants::metadata(bytes));
