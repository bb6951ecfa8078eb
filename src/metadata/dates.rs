//! Dates as pages write them → ISO 8601. Nothing here reads a clock.

use jiff::civil::Date;

use super::words::MONTHS;

/// A moment as a source gives it: only as exact as it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) date: Date,
    /// `hh:mm`, `hh:mm:ss` or with a fraction.
    time: Option<String>,
    /// `Z` or `±hh:mm`; only with a time.
    zone: Option<String>,
    /// Whether day and month might as well be the other way round, and which reading that gives.
    other: Option<Date>,
}

/// Which of two numbers is the day, where both may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
}

/// The Web's own years, with room for archives that were put online: anything else is a misreading.
const YEARS: std::ops::RangeInclusive<i16> = 1800..=2199;

impl Moment {
    const fn day(date: Date) -> Self {
        Self { date, time: None, zone: None, other: None }
    }

    /// In ISO 8601.
    pub(super) fn iso(&self) -> String {
        let (time, zone) = (self.time.as_deref(), self.zone.as_deref().unwrap_or_default());
        match time {
            Some(time) => format!("{}T{time}{zone}", self.date),
            None => self.date.to_string(),
        }
    }

    /// The same with day and month in the order that keeps it at or before `latest`, the latest sure date of the page.
    pub(super) fn not_after(mut self, latest: Option<Date>) -> Self {
        if let (Some(other), Some(latest)) = (self.other, latest)
            && self.date > latest
            && other <= latest
        {
            self.date = other;
        }
        self
    }

    /// Whether only one reading is possible.
    pub(super) const fn is_sure(&self) -> bool {
        self.other.is_none()
    }
}

/// Longest text in which a date is looked for.
const MAX_TEXT_BYTES: usize = 400;

/// Reads the first date of a text, with its time and zone if they follow.
pub(super) fn parse(text: &str, order: Order) -> Option<Moment> {
    let text = text.get(..text.floor_char_boundary(MAX_TEXT_BYTES)).unwrap_or(text);
    let tokens = tokens(text);
    if let [Token::Number(digits)] = tokens.as_slice()
        && let Some(moment) = unix(digits)
    {
        return Some(moment);
    }
    (0..tokens.len()).find_map(|start| {
        let (mut moment, used) = date(&tokens[start..], order)?;
        (moment.time, moment.zone) = time(&tokens, start, start + used);
        Some(moment)
    })
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    /// ASCII digits.
    Number(String),
    /// Lower case.
    Word(String),
    Mark(char),
    Space,
}

use Token::{Mark, Number, Space, Word};

/// Words, numbers (digits of any script, written as ASCII) and marks; CJK characters are words of their own.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    for c in text.chars() {
        let digit = digit(c);
        match tokens.last_mut() {
            Some(Number(number)) if let Some(digit) = digit => number.push(digit),
            Some(Word(word)) if c.is_alphabetic() && !is_cjk(c) && !word.ends_with(is_cjk) => word.extend(c.to_lowercase()),
            // Thai and Hindi write vowels as marks inside a word.
            Some(Word(word)) if !c.is_alphanumeric() && is_combining(c) => word.push(c),
            last => {
                let is_space = c.is_whitespace() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202c}');
                let token = match digit {
                    Some(digit) => Number(digit.to_string()),
                    None if is_space && last.as_deref() == Some(&Space) => continue,
                    None if is_space => Space,
                    None if c.is_alphabetic() => Word(c.to_lowercase().collect()),
                    None => Mark(c),
                };
                tokens.push(token);
            }
        }
    }
    tokens
}

/// ASCII digit of a decimal digit in Latin, full-width, Arabic, Persian, Devanagari, Bengali or Thai.
fn digit(c: char) -> Option<char> {
    const ZEROS: &[char] = &['0', '\u{ff10}', '\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{e50}'];
    let value = ZEROS.iter().find_map(|zero| (c as u32).checked_sub(*zero as u32).filter(|value| *value < 10))?;
    char::from_digit(value, 10)
}

const fn is_cjk(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

const fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}' | '\u{e31}'..='\u{e4e}')
}

/// A date at the very start of the tokens, and how many it takes.
fn date(tokens: &[Token], order: Order) -> Option<(Moment, usize)> {
    match tokens.first()? {
        Number(_) => compact(tokens).or_else(|| east_asian(tokens)).or_else(|| numeric(tokens, order)).or_else(|| day_month(tokens)),
        Word(_) => month_day(tokens),
        _ => None,
    }
}

fn number(token: Option<&Token>, digits: std::ops::RangeInclusive<usize>) -> Option<i16> {
    match token? {
        Number(number) if digits.contains(&number.len()) => number.parse().ok(),
        _ => None,
    }
}

fn civil(year: i16, month: i16, day: i16) -> Option<Date> {
    // The Thai calendar counts from 543 BCE.
    let year = if (2400..=2700).contains(&year) { year - 543 } else { year };
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    YEARS.contains(&year).then_some(date)
}

/// `20240131`, alone or before a `T`.
fn compact(tokens: &[Token]) -> Option<(Moment, usize)> {
    let Number(digits) = tokens.first()? else { return None };
    let part = |range: std::ops::Range<usize>| digits.get(range)?.parse().ok();
    let date = (digits.len() == 8 || digits.len() == 14).then(|| civil(part(0..4)?, part(4..6)?, part(6..8)?)).flatten()?;
    Some((Moment::day(date), 1))
}

/// `2024年1月31日`, `2024년 1월 31일`.
fn east_asian(tokens: &[Token]) -> Option<(Moment, usize)> {
    let mut rest = tokens.iter().enumerate().filter(|(_, token)| **token != Space);
    let mut part = |marks: &[&str], digits| {
        let value = number(rest.next().map(|(_, token)| token), digits)?;
        let (at, token) = rest.next()?;
        matches!(token, Word(word) if marks.contains(&word.as_str())).then_some((value, at))
    };
    let (year, _) = part(&["年", "년"], 4..=4)?;
    let (month, _) = part(&["月", "월"], 1..=2)?;
    let (day, at) = part(&["日", "일", "号"], 1..=2)?;
    Some((Moment::day(civil(year, month, day)?), at + 1))
}

/// `2024-01-31`, `31.1.2024`, `1/31/2024`, `31.01.24`.
fn numeric(tokens: &[Token], order: Order) -> Option<(Moment, usize)> {
    let mut compact: Vec<(usize, &Token)> = tokens.iter().enumerate().take(10).collect();
    // "31. 1. 2024": spaces after full stops.
    compact.retain(|(_, token)| **token != Space);
    let [(_, first), (_, Mark(mark)), (_, second), (_, Mark(mark2)), (at, third), ..] = compact.as_slice() else { return None };
    let spaced = *at != 4;
    if mark != mark2 || !matches!(mark, '-' | '/' | '.' | '\u{2010}' | '\u{2011}' | '\u{2013}') || (spaced && *mark != '.') {
        return None;
    }
    let used = at + 1;
    // Longer chains are versions or addresses; a mark and a number right after make it one.
    if let (Some(Mark(next)), Some(Number(_))) = (tokens.get(used), tokens.get(used + 1))
        && next == mark
    {
        return None;
    }
    if let Some(year) = number(Some(first), 4..=4) {
        let date = civil(year, number(Some(second), 1..=2)?, number(Some(third), 1..=2)?)?;
        return Some((Moment::day(date), used));
    }
    let (a, b) = (number(Some(first), 1..=2)?, number(Some(second), 1..=2)?);
    let year = number(Some(third), 4..=4).or_else(|| short_year(third))?;
    let (day_first, month_first) = (civil(year, b, a), civil(year, a, b));
    let order = if *mark == '.' { Order::DayFirst } else { order };
    let (date, other) = match order {
        Order::DayFirst => (day_first.or(month_first)?, month_first),
        Order::MonthFirst => (month_first.or(day_first)?, day_first),
    };
    let other = other.filter(|other| *other != date && *mark != '.');
    Some((Moment { other, ..Moment::day(date) }, used))
}

/// Two digits: the Web is younger than 1990.
fn short_year(token: &Token) -> Option<i16> {
    let year = number(Some(token), 2..=2)?;
    Some(if year >= 90 { 1900 + year } else { 2000 + year })
}

/// The month that a word names.
fn month(word: &str) -> Option<i16> {
    let index = MONTHS.iter().position(|names| names.contains(&word))?;
    i16::try_from(index + 1).ok()
}

/// Words and marks that may stand between the parts of a date.
const FILLERS: &[&str] =
    &["de", "del", "of", "the", "st", "nd", "rd", "th", "er", "º", "ª", "d", "א", "ב", "den", "hb", "п", "г", "року", "года"];

/// Index of the next token that is no filler.
fn skip(tokens: &[Token], from: usize) -> usize {
    let is_filler = |token: &Token| match token {
        Space | Mark('.' | ',' | '-' | '/' | '،' | '°' | '\u{2011}' | '\u{2013}' | '\'' | '’') => true,
        Word(word) => FILLERS.contains(&word.as_str()),
        _ => false,
    };
    from + tokens[from.min(tokens.len())..].iter().take_while(|token| is_filler(token)).count()
}

fn month_at(tokens: &[Token], at: usize) -> Option<(i16, usize)> {
    let Word(word) = tokens.get(at)? else { return None };
    // Thai short months ("ม.ค.") hold full stops.
    if let (Some(Mark('.')), Some(Word(rest))) = (tokens.get(at + 1), tokens.get(at + 2))
        && let Some(month) = month(&format!("{word}.{rest}"))
    {
        return Some((month, at + 3));
    }
    month(word).map(|month| (month, at + 1))
}

/// `31 January 2024`, `31. Januar 2024`, `31 de enero de 2024`, `31-Jan-24`; `2024 January 31`.
fn day_month(tokens: &[Token]) -> Option<(Moment, usize)> {
    let at = skip(tokens, 1);
    let (month, after) = month_at(tokens, at)?;
    let last = skip(tokens, after);
    if let Some(year) = number(tokens.first(), 4..=4) {
        return Some((Moment::day(civil(year, month, number(tokens.get(last), 1..=2)?)?), last + 1));
    }
    let day = number(tokens.first(), 1..=2)?;
    let year = number(tokens.get(last), 4..=4).or_else(|| apostrophe_year(tokens, after, last))?;
    Some((Moment::day(civil(year, month, day)?), last + 1))
}

/// `January 31, 2024`, `Jan. 31st 2024`, `Wed Jan 31 10:00:00 2024`.
fn month_day(tokens: &[Token]) -> Option<(Moment, usize)> {
    let (month, after) = month_at(tokens, 0)?;
    let day_at = skip(tokens, after);
    let day = number(tokens.get(day_at), 1..=2)?;
    let year_at = skip(tokens, day_at + 1);
    let year = number(tokens.get(year_at), 4..=4).filter(|_| tokens.get(year_at + 1) != Some(&Mark(':')));
    if let Some(date) = year.and_then(|year| civil(year, month, day)) {
        return Some((Moment::day(date), year_at + 1));
    }
    if let Some(date) = apostrophe_year(tokens, day_at + 1, year_at).and_then(|year| civil(year, month, day)) {
        return Some((Moment::day(date), year_at + 1));
    }
    // ctime: the year comes after the time.
    let is_time = tokens.get(year_at + 1) == Some(&Mark(':'));
    let late = tokens.iter().enumerate().skip(year_at).take(12).find_map(|(at, token)| Some((number(Some(token), 4..=4)?, at)));
    let (year, _) = late.filter(|(_, at)| is_time && tokens.get(at.wrapping_sub(1)) == Some(&Space))?;
    Some((Moment::day(civil(year, month, day)?), day_at + 1))
}

/// `Jan 31 '24` and `31-Jan-24`.
fn apostrophe_year(tokens: &[Token], from: usize, at: usize) -> Option<i16> {
    let marked = tokens.get(from..at)?.iter().any(|token| matches!(token, Mark('\'' | '’' | '-')));
    short_year(tokens.get(at).filter(|_| marked)?)
}

/// How many tokens after a date its time is looked for: `… 2024 um 10.30 Uhr`, `… 2024 | 10:30 am`.
const TIME_DISTANCE: usize = 7;

/// The time that belongs to a date at `start..end`: after it, or right before it.
fn time(tokens: &[Token], start: usize, end: usize) -> (Option<String>, Option<String>) {
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

/// Seconds or milliseconds since 1970, of the Web's time.
fn unix(digits: &str) -> Option<Moment> {
    let number: i64 = digits.parse().ok()?;
    let seconds = match digits.len() {
        9 | 10 => number,
        13 => number / 1000,
        _ => return None,
    };
    let moment = jiff::Timestamp::from_second(seconds).ok()?.to_zoned(jiff::tz::TimeZone::UTC).datetime();
    let time = Some(format!("{:02}:{:02}:{:02}", moment.hour(), moment.minute(), moment.second()));
    Some(Moment { time, zone: Some("Z".to_owned()), ..Moment::day(moment.date()) })
}

/// The date in an address such as `/2024/01/31/title` or `/2024-01-31-title`.
pub(super) fn in_url(url: &str) -> Option<Moment> {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let digits: Vec<&str> = path.split(|c: char| !c.is_ascii_digit()).collect();
    let apart = digits.windows(3).find_map(|window| match window {
        [year, month, day] if year.len() == 4 && (1..=2).contains(&month.len()) && (1..=2).contains(&day.len()) => {
            civil(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        }
        _ => None,
    });
    let together = || digits.iter().filter(|part| part.len() == 8).find_map(|part| Some(compact(&[Number((*part).to_owned())])?.0.date));
    let date = apart.or_else(together)?;
    WEB_YEARS.contains(&date.year()).then_some(Moment::day(date))
}

/// Years that a date in an address may have.
const WEB_YEARS: std::ops::RangeInclusive<i16> = 1993..=2099;

#[cfg(test)]
mod tests {
    use super::*;

    fn iso(text: &str) -> Option<String> {
        parse(text, Order::DayFirst).map(|moment| moment.iso())
    }

    #[test]
    fn dates_are_read_in_many_forms() {
        for (text, expected) in [
            ("2024-06-25", "2024-06-25"),
            ("2018-04-05T06:00", "2018-04-05T06:00"),
            ("2015-03-27T13:07:55.096Z", "2015-03-27T13:07:55.096Z"),
            ("2016-12-22T10:43:37-08:00", "2016-12-22T10:43:37-08:00"),
            ("2017-11-03 03:01:00.000000", "2017-11-03T03:01:00.000000"),
            ("2020-01-02 10:00:00 +0200", "2020-01-02T10:00:00+02:00"),
            ("20200102", "2020-01-02"),
            ("20200102T101112Z", "2020-01-02"),
            ("20200102101112", "2020-01-02T10:11:12"),
            ("Wed, 05 Jan 2022 10:00:00 GMT", "2022-01-05T10:00:00Z"),
            ("Wed Jan 05 2022 10:00:00 GMT+0200 (Eastern European Standard Time)", "2022-01-05T10:00:00+02:00"),
            ("Wed Jan  5 10:00:00 2022", "2022-01-05T10:00:00"),
            ("1641376800", "2022-01-05T10:00:00Z"),
            ("1641376800000", "2022-01-05T10:00:00Z"),
            ("Published on January 5th, 2022 at 6:30 PM EST", "2022-01-05T18:30-05:00"),
            ("Sept. 3, 2019", "2019-09-03"),
            ("3 Sept. 2019", "2019-09-03"),
            ("31-Jan-24", "2024-01-31"),
            ("5. Januar 2022, 10.30 Uhr", "2022-01-05T10:30"),
            ("Le 1er août 2021 à 18h05", "2021-08-01T18:05"),
            ("5 de enero de 2022", "2022-01-05"),
            ("5 stycznia 2022", "2022-01-05"),
            ("5 января 2022 г.", "2022-01-05"),
            ("5 Ocak 2022", "2022-01-05"),
            ("2022年1月5日", "2022-01-05"),
            ("2022년 1월 5일", "2022-01-05"),
            ("٥ يناير ٢٠٢٢", "2022-01-05"),
            ("5 ม.ค. 2565", "2022-01-05"),
            ("5 มกราคม 2565", "2022-01-05"),
            ("5. 1. 2022", "2022-01-05"),
            ("31/12/2021", "2021-12-31"),
            ("12/31/2021", "2021-12-31"),
            ("2021/12/31", "2021-12-31"),
            ("2021.12.31", "2021-12-31"),
        ] {
            assert_eq!(iso(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in
            ["", "January 2022", "version 1.2.2022.4", "99/99/2021", "31 February 2021", "call 555-12-2021x1", "May the force", "12345"]
        {
            assert_eq!(iso(text), None, "{text}");
        }
    }

    #[test]
    fn an_ambiguous_order_never_leads_past_what_the_page_knows() {
        let moment = parse("03/12/2021", Order::DayFirst).expect("a date");
        assert!(!moment.is_sure());
        assert_eq!(moment.clone().iso(), "2021-12-03");
        assert_eq!(moment.not_after(Some(jiff::civil::date(2021, 5, 1))).iso(), "2021-03-12");
        assert_eq!(parse("03/12/2021", Order::MonthFirst).expect("a date").iso(), "2021-03-12");
    }

    #[test]
    fn addresses_have_dates() {
        for (url, expected) in [
            ("https://example.com/2024/01/31/title", Some("2024-01-31")),
            ("https://example.com/posts/2024-1-5-title?x=2020-01-01", Some("2024-01-05")),
            ("https://example.com/news/20240131/title", Some("2024-01-31")),
            ("https://example.com/2024/top-10", None),
            ("https://example.com/p/12345678", None),
        ] {
            assert_eq!(in_url(url).map(|moment| moment.iso()).as_deref(), expected, "{url}");
        }
    }
}
