//! The time of day and the zone that stand with a date.

use super::tokens::Token::{self, Mark, Number, Space, Word};
use super::tokens::number;

/// How many tokens after a date its time is looked for: `… 2024 um 10.30 Uhr`, `… 2024 | 10:30 am`.
const TIME_DISTANCE: usize = 7;

/// The time that belongs to a date at `start..end`: after it, or right before it.
pub(super) fn time(tokens: &[Token], start: usize, end: usize) -> (Option<String>, Option<String>) {
    if let Some(Number(digits)) = tokens.get(start).filter(|_| end == start + 1)
        && let Some(clock) = digits.get(8..14)
    {
        let (h, m, s) = (&clock[..2], &clock[2..4], &clock[4..6]);
        return (Some(format!("{h}:{m}:{s}")), None);
    }
    let after = (end..tokens.len().min(end + TIME_DISTANCE)).find_map(|at| clock(&tokens[at..]));
    let Some((time, rest)) = after.or_else(|| before(tokens, start)) else { return (None, None) };
    let zone = zone(rest);
    (Some(time), zone)
}

fn before(tokens: &[Token], start: usize) -> Option<(String, &[Token])> {
    (start.saturating_sub(8)..start).find_map(|at| clock(&tokens[at..])).map(|(time, rest)| (time, &rest[..rest.len().min(4)]))
}

/// `10:30`, `10:30:15.250`, `10:30 pm`, `6 pm`; `10.30 Uhr`, `10h30`.
fn clock(tokens: &[Token]) -> Option<(String, &[Token])> {
    let hour = number(tokens.first(), 1..=2)?;
    let colon = match tokens.get(1)? {
        Mark(':') => true,
        Mark('.') => false,
        Word(word) if word == "h" => true,
        Space | Word(_) => return whole_hour(hour, tokens),
        _ => return None,
    };
    let minute = number(tokens.get(2), 2..=2)?;
    let (mut rest, mut seconds) = (&tokens[3..], String::new());
    if let [Mark(':'), Number(second), after @ ..] = rest
        && second.len() == 2
        && second.as_str() < "61"
    {
        seconds = format!(":{second}");
        rest = after;
        if let [Mark('.' | ','), Number(fraction), after @ ..] = rest {
            seconds = format!("{seconds}.{}", &fraction[..fraction.len().min(9)]);
            rest = after;
        }
    }
    let half = half_of_day(rest);
    if !colon && half.is_none() && !matches!(rest, [Space, Word(uhr), ..] if uhr == "uhr") {
        return None;
    }
    let (hour, rest) = match half {
        Some((is_pm, rest)) if (1..=12).contains(&hour) => (hour % 12 + if is_pm { 12 } else { 0 }, rest),
        _ => (hour, rest),
    };
    (hour < 24 && minute < 60).then(|| (format!("{hour:02}:{minute:02}{seconds}"), rest))
}

/// `6pm`.
fn whole_hour(hour: i16, tokens: &[Token]) -> Option<(String, &[Token])> {
    let (is_pm, rest) = half_of_day(&tokens[1..])?;
    (1..=12).contains(&hour).then(|| (format!("{:02}:00", hour % 12 + if is_pm { 12 } else { 0 }), rest))
}

fn half_of_day(tokens: &[Token]) -> Option<(bool, &[Token])> {
    let tokens = tokens.strip_prefix(&[Space]).unwrap_or(tokens);
    match tokens {
        [Word(word), rest @ ..] if word == "am" || word == "pm" => Some((word == "pm", rest)),
        [Word(word), Mark('.'), Word(m), rest @ ..] if (word == "a" || word == "p") && m == "m" => {
            Some((word == "p", rest.strip_prefix(&[Mark('.')]).unwrap_or(rest)))
        }
        _ => None,
    }
}

/// Zones whose letters mean one offset wherever they are used in dates on the Web.
const ZONES: &[(&str, &str)] = &[
    ("z", "Z"),
    ("utc", "Z"),
    ("gmt", "Z"),
    ("est", "-05:00"),
    ("edt", "-04:00"),
    ("cdt", "-05:00"),
    ("mst", "-07:00"),
    ("mdt", "-06:00"),
    ("pst", "-08:00"),
    ("pdt", "-07:00"),
    ("cet", "+01:00"),
    ("cest", "+02:00"),
    ("mez", "+01:00"),
    ("mesz", "+02:00"),
    ("jst", "+09:00"),
    ("kst", "+09:00"),
    ("aest", "+10:00"),
    ("aedt", "+11:00"),
    ("msk", "+03:00"),
    ("eet", "+02:00"),
    ("eest", "+03:00"),
];

fn zone(tokens: &[Token]) -> Option<String> {
    let tokens = tokens.strip_prefix(&[Space]).unwrap_or(tokens);
    let tokens = tokens.strip_prefix(&[Mark('(')]).unwrap_or(tokens);
    if let [Word(name), rest @ ..] = tokens
        && let Some((_, offset)) = ZONES.iter().find(|(known, _)| known == name)
    {
        // "GMT+0200"
        return Some(zone(rest).filter(|_| *offset == "Z").unwrap_or_else(|| (*offset).to_owned()));
    }
    let (sign, rest) = match tokens {
        [Mark(sign @ ('+' | '-')), rest @ ..] => (*sign, rest),
        [Mark('\u{2212}'), rest @ ..] => ('-', rest),
        _ => return None,
    };
    let (hours, minutes) = match rest {
        [Number(hours), Mark(':'), Number(minutes), ..] if hours.len() == 2 && minutes.len() == 2 => (hours.as_str(), minutes.as_str()),
        [Number(digits), ..] if digits.len() == 4 => digits.split_at(2),
        [Number(hours), ..] if hours.len() == 2 => (hours.as_str(), "00"),
        _ => return None,
    };
    (hours < "15" && minutes < "60").then(|| format!("{sign}{hours}:{minutes}"))
}
