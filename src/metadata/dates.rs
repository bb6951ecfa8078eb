//! Dates as pages write them → ISO 8601. Nothing here reads a clock.

use std::ops::Range;

use jiff::civil::Date;

use super::clock::time;
use super::tokens::Token::{self, Mark, Number, Space, Word};
use super::tokens::{digit, number, tokens};
use super::words::month;

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

    /// The same with day and month in the order that another, sure date of the page confirms, or that keeps it at or
    /// before the latest of these.
    pub(super) fn settled(mut self, sure: &[Date]) -> Self {
        if let Some(other) = self.other
            && !sure.contains(&self.date)
            && (sure.contains(&other) || sure.iter().max().is_some_and(|latest| self.date > *latest && other <= *latest))
        {
            self.date = other;
        }
        self
    }

    /// Whether another source gives the same, maybe with another zone: systems write local times as universal ones.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        (self.date, &self.time) == (other.date, &other.time)
    }

    /// Whether it is earlier by more than zones make up.
    pub(super) fn is_days_before(&self, other: &Self) -> bool {
        self.date.tomorrow().is_ok_and(|next| next < other.date)
    }

    /// Whether only one reading is possible.
    pub(super) const fn is_sure(&self) -> bool {
        self.other.is_none()
    }
}

/// Longest text in which a date is looked for.
const MAX_TEXT_CHARS: usize = 400;

/// Reads the first date of a text, with its time and zone if they follow.
pub(super) fn parse(text: &str, order: Order) -> Option<Moment> {
    find(text, order).map(|(moment, _)| moment)
}

/// The same, and where in the text the date stands.
pub(super) fn find(text: &str, order: Order) -> Option<(Moment, Range<usize>)> {
    let end = text.char_indices().nth(MAX_TEXT_CHARS).map_or(text.len(), |(at, _)| at);
    let text = &text[..end];
    if !text.chars().any(|c| digit(c).is_some()) {
        return None;
    }
    let (tokens, starts) = tokens(text);
    if let [Token::Number(digits)] = tokens.as_slice()
        && let Some(moment) = unix(digits)
    {
        return Some((moment, 0..text.len()));
    }
    (0..tokens.len()).find_map(|start| {
        let (mut moment, used) = date(&tokens[start..], order)?;
        (moment.time, moment.zone) = time(&tokens, start, start + used);
        Some((moment, starts[start]..starts.get(start + used).copied().unwrap_or(text.len())))
    })
}

/// A date at the very start of the tokens, and how many it takes.
fn date(tokens: &[Token], order: Order) -> Option<(Moment, usize)> {
    match tokens.first()? {
        Number(_) => compact(tokens).or_else(|| east_asian(tokens)).or_else(|| numeric(tokens, order)).or_else(|| day_month(tokens)),
        Word(_) => month_day(tokens),
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
    let other = other.filter(|other| *other != date);
    Some((Moment { other, ..Moment::day(date) }, used))
}

/// Two digits: the Web is younger than 1990.
fn short_year(token: &Token) -> Option<i16> {
    let year = number(Some(token), 2..=2)?;
    Some(if year >= 90 { 1900 + year } else { 2000 + year })
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

/// The date in an address such as `/2024/01/31/title`, `/2024/january/31/title` or `/2024-01-31-title`.
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
    let parts: Vec<&str> = path.split('/').collect();
    let named = || {
        parts.windows(3).find_map(|window| match window {
            [year, name, day] if year.len() == 4 && day.len() <= 2 => {
                civil(year.parse().ok()?, month(&name.to_lowercase())?, day.parse().ok()?)
            }
            _ => None,
        })
    };
    let date = apart.or_else(together).or_else(named)?;
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
        // Some Americans write full stops too.
        assert_eq!(parse("11.03.17", Order::MonthFirst).expect("a date").settled(&[jiff::civil::date(2017, 11, 3)]).iso(), "2017-11-03");
        assert_eq!(moment.clone().iso(), "2021-12-03");
        assert_eq!(moment.clone().settled(&[jiff::civil::date(2021, 5, 1)]).iso(), "2021-03-12");
        assert_eq!(moment.settled(&[jiff::civil::date(2021, 3, 12), jiff::civil::date(2022, 1, 1)]).iso(), "2021-03-12");
        assert_eq!(parse("03/12/2021", Order::MonthFirst).expect("a date").iso(), "2021-03-12");
    }

    #[test]
    fn addresses_have_dates() {
        for (url, expected) in [
            ("https://example.com/2024/01/31/title", Some("2024-01-31")),
            ("https://example.com/posts/2024-1-5-title?x=2020-01-01", Some("2024-01-05")),
            ("https://example.com/news/20240131/title", Some("2024-01-31")),
            ("https://example.com/blog/2024/January/05/title", Some("2024-01-05")),
            ("https://example.com/2024/top-10", None),
            ("https://example.com/2024/may/title", None),
            ("https://example.com/p/12345678", None),
        ] {
            assert_eq!(in_url(url).map(|moment| moment.iso()).as_deref(), expected, "{url}");
        }
    }
}
