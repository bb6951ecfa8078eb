//! How fast each stage is natively: `npm run bench` runs this and prints one table with the others.
//!
//! Reads pages from standard input, a JSON object with an `html` a line, and a number of rounds as its argument. Prints each
//! stage's milliseconds for all pages, a JSON array for each round.

use std::hint::black_box;
use std::io;
use std::time::Instant;

use readwell::stages::{Pages, STAGES};
use serde::Deserialize;

#[derive(Deserialize)]
struct Line {
    html: String,
}

fn main() {
    let rounds: usize = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(7);
    let lines = io::stdin().lines().map(|line| line.expect("UTF-8"));
    let pages = Pages::new(lines.map(|line| serde_json::from_str::<Line>(&line).expect("a page a line").html).collect());
    // The first round warms up.
    for round in 0..=rounds {
        let times: Vec<(&str, f64)> = STAGES
            .iter()
            .map(|(name, stage)| {
                let begin = Instant::now();
                black_box(pages.run(*stage));
                (*name, begin.elapsed().as_secs_f64() * 1e3)
            })
            .collect();
        if round > 0 {
            println!("{}", serde_json::to_string(&times).expect("plain data"));
        }
    }
}
