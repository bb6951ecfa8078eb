/// Digits after these tell nothing of a size, and a sum of so many is exact.
const MAX_DIGITS: usize = 15;

/// A number as attributes have it: digits, perhaps with a fraction. (`str::parse` knows more, and brings 18 KB of tables and
/// code for that, which every download of the wasm file would pay for.)
pub(crate) fn decimal(text: &str) -> Option<f64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if whole.len() > MAX_DIGITS || !whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let fraction = &fraction[..fraction.len().min(MAX_DIGITS - whole.len())];
    let number = [whole, fraction].concat().parse::<u64>().ok()?;
    Some(number as f64 / fraction.bytes().fold(1.0, |power, _| power * 10.0))
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn numbers_are_what_rust_says_they_are() {
        for text in ["0", "600", "1.5", "0.75", ".5", "2.", "0333", "100000.25", "1.33333333333333"] {
            assert_eq!(decimal(text), text.parse().ok(), "{text}");
        }
    }

    #[test]
    fn long_fractions_are_cut() {
        assert_eq!(decimal("633.33333333333337123"), Some(633.333_333_333_333));
    }

    #[test]
    fn what_else_rust_takes_for_numbers_is_none_here() {
        for text in ["", ".", "-1", "+1", "1e3", "inf", "NaN", "1.2.3", "1,5", " 1", "12px", "1234567890123456", "٣"] {
            assert_eq!(decimal(text), None, "{text}");
        }
    }
}
