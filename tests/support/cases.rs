//! How many made-up cases a property is tried on, and which.

use proptest::test_runner::{Config, RngSeed, contextualize_config};

/// The same `cases` in every run, so that a failure is the change's and never the draw's. The environment's
/// `PROPTEST_CASES` and `PROPTEST_RNG_SEED` draw more and others.
pub fn cases(cases: u32) -> Config {
    contextualize_config(Config { cases, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..Config::default() })
}
