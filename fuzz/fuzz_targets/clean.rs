//! `cargo fuzz run clean`, see `invariants::clean` for what is asserted.
#![no_main]

#[path = "../../tests/support/mod.rs"]
mod support;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| support::invariants::clean(bytes));
