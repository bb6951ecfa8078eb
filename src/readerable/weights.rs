//! What the evidence weighs. Written by model/readerable.py.

use super::evidence::NUMBERS;

pub(super) const BIAS: f32 = 1.0105;

pub(super) const WEIGHTS: [f32; NUMBERS] = [
    -0.1284, // prose
    -0.1944, // words
    0.1699,  // runs
    0.4831,  // prose runs
    4.6731,  // share of prose
    -3.4095, // share of links
    -0.7831, // carts
    1.3613,  // dated
    -0.7028, // <img>
    0.2182,  // <time>
    -0.0338, // <article>
    0.4141,  // <form>
    -0.3278, // <h1>
    -0.4843, // <h2>
    0.0785,  // <h3>
    0.2114,  // <li>
    0.7790,  // <pre>
    0.3273,  // <code>
    -0.4647, // <button>
    -0.0970, // <input>
    0.3024,  // <p>
    -0.1153, // <table>
    2.1316,  // kind article
    -1.7767, // kind product
    1.0346,  // kind forum
    -0.3236, // kind list
    -2.8636, // kind faq
    -0.0262, // kind service
    0.2854,  // kind website
    0.8955,  // kind webpage
    -1.2095, // kind breadcrumb
    0.9490,  // kind review
    -2.4723, // kind media
    1.0144,  // kind recipe
];
