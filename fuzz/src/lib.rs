//! What the fuzz targets assert: what the project's property tests do.

#[path = "../../tests/support/invariants.rs"]
pub mod invariants;
#[path = "../../tests/support/mod.rs"]
pub mod support;
