//! Which hosts a rule is for.

use std::fmt::{self, Display};

/// A host, or one with all under it, as the URL parser writes hosts.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Host {
    name: String,
    /// Whether hosts under it count too.
    with_subdomains: bool,
}

/// Why a text is no host pattern.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NotAHost(String);

impl Display for NotAHost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is neither a host such as \"example.com\" nor a pattern such as \"*.example.com\"", self.0)
    }
}

impl Host {
    /// Reads a pattern. Names in other scripts are the same as their ASCII form.
    pub(super) fn new(pattern: &str) -> Result<Self, NotAHost> {
        let (text, with_subdomains) = pattern.strip_prefix("*.").map_or((pattern, false), |text| (text, true));
        let name = url::Host::parse(text).map_err(|_| NotAHost(pattern.to_owned()))?;
        match name {
            url::Host::Domain(name) if !name.is_empty() && !name.contains('*') => Ok(Self { name, with_subdomains }),
            url::Host::Ipv4(_) | url::Host::Ipv6(_) if !with_subdomains => Ok(Self { name: name.to_string(), with_subdomains }),
            _ => Err(NotAHost(pattern.to_owned())),
        }
    }

    /// Whether a page of this host is meant.
    pub(super) fn covers(&self, host: &str) -> bool {
        match host.strip_suffix(self.name.as_str()) {
            Some("") => true,
            Some(under) => self.with_subdomains && under.ends_with('.'),
            None => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn covers(pattern: &str, host: &str) -> bool {
        Host::new(pattern).expect("a pattern").covers(host)
    }

    #[test]
    fn a_host_is_itself_alone() {
        assert!(covers("example.com", "example.com"));
        assert!(covers("EXAMPLE.com", "example.com"));
        assert!(covers("münchen.example", "xn--mnchen-3ya.example"));
        assert!(covers("127.0.0.1", "127.0.0.1"));
        assert!(covers("[::1]", "[::1]"));
        assert!(!covers("example.com", "www.example.com"));
        assert!(!covers("example.com", "example.com.evil.example"));
    }

    #[test]
    fn a_star_is_for_all_hosts_under_it() {
        assert!(covers("*.example.com", "example.com"));
        assert!(covers("*.example.com", "a.b.example.com"));
        assert!(!covers("*.example.com", "notexample.com"));
        assert!(!covers("*.example.com", "example.org"));
    }

    #[test]
    fn what_is_no_host_is_refused() {
        for pattern in
            ["", "*", "*.", "**.example.com", "a.*.com", "https://example.com", "example.com/news", "example.com:80", "*.1.2.3.4"]
        {
            assert_eq!(Host::new(pattern), Err(NotAHost(pattern.to_owned())), "{pattern}");
        }
    }
}
