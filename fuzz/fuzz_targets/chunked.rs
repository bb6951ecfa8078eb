//! `cargo fuzz run chunked`, see `invariants::chunked` for what is asserted.
#![no_main]

#[path = "../../tests/support/mod.rs"]
mod support;
#[path = "../../tests/support/invariants.rs"]
mod invariants;

use readwell::grammar;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| invariants::chunked(bytes));
