//! `npm run fuzz 600 declutter`, see `invariants::declutter` for what is asserted.
#![no_main]

use readwell_fuzz::invariants;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| invariants::declutter(bytes));
