//! JSON → site rules, by hand, so that each mistake is told with its place.

use std::fmt::Display;

use serde_json::Value;

use super::SiteRule;
use crate::error::Error;

/// Reads a list of rules. `null` is as good as nothing where a field may be left out.
pub(super) fn rules(json: Value) -> Result<Vec<SiteRule>, Error> {
    match json {
        Value::Array(rules) => rules.into_iter().enumerate().map(|(index, value)| rule(&format!("[{index}]"), value)).collect(),
        _ => Err(not("", "a list of rules")),
    }
}

fn rule(at: &str, json: Value) -> Result<SiteRule, Error> {
    let Value::Object(fields) = json else { return Err(not(at, "an object")) };
    let mut rule = SiteRule::default();
    let mut has_host = false;
    for (name, value) in fields {
        let at = format!("{at}.{name}");
        match name.as_str() {
            "host" => (rule.host, has_host) = (text(&at, value)?, true),
            "content" => rule.content = list(&at, value)?,
            "remove" => rule.remove = list(&at, value)?,
            "title" => rule.title = optional(&at, value)?,
            "author" => rule.author = optional(&at, value)?,
            "date" => rule.date = optional(&at, value)?,
            _ => return Err(not(at, "a field of rules")),
        }
    }
    match has_host {
        true => Ok(rule),
        false => Err(not(format!("{at}.host"), "there")),
    }
}

fn list(at: &str, json: Value) -> Result<Vec<String>, Error> {
    match json {
        Value::Array(values) => values.into_iter().enumerate().map(|(index, value)| text(&format!("{at}[{index}]"), value)).collect(),
        Value::Null => Ok(Vec::new()),
        _ => Err(not(at, "a list of strings")),
    }
}

fn optional(at: &str, json: Value) -> Result<Option<String>, Error> {
    match json {
        Value::Null => Ok(None),
        value => text(at, value).map(Some),
    }
}

fn text(at: &str, json: Value) -> Result<String, Error> {
    match json {
        Value::String(text) => Ok(text),
        _ => Err(not(at, "a string")),
    }
}

fn not(at: impl Display, what: &str) -> Error {
    Error::invalid_site_rule(at, format_args!("it is not {what}"))
}
