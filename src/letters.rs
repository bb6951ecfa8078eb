//! What is a letter or a digit, told fast.

use std::sync::OnceLock;

/// Characters of a page of the table: their low byte tells them apart.
const PAGE: u32 = 256;

/// `char::is_alphanumeric`, which searches its tables anew for each character beyond ASCII. Here that is done once for
/// each page of characters that turns up, in the plane that nearly all text is in.
pub(crate) fn is_alphanumeric(c: char) -> bool {
    static PAGES: [OnceLock<[u64; 4]>; 256] = [const { OnceLock::new() }; 256];
    let code = u32::from(c);
    match PAGES.get((code / PAGE) as usize) {
        _ if c.is_ascii() => c.is_ascii_alphanumeric(),
        Some(page) => {
            let bits = page.get_or_init(|| read(code / PAGE * PAGE));
            bits[(code % PAGE / u64::BITS) as usize] >> (code % u64::BITS) & 1 == 1
        }
        None => c.is_alphanumeric(),
    }
}

/// A bit for each character of the page that starts with this one.
fn read(first: u32) -> [u64; 4] {
    let mut bits = [0; 4];
    for offset in (0..PAGE).filter(|offset| char::from_u32(first + offset).is_some_and(char::is_alphanumeric)) {
        bits[(offset / u64::BITS) as usize] |= 1 << (offset % u64::BITS);
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_what_the_standard_library_says() {
        assert!(('\0'..=char::MAX).all(|c| is_alphanumeric(c) == c.is_alphanumeric()));
    }
}
