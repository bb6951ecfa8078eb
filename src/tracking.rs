//! Parameters of links that tell a site who follows them, and nothing of what they lead to.

use url::Url;

/// Names of parameters, in lower case. Those of Firefox's own list (`privacy.query_stripping.strip_list`), and after it the
/// click identifiers that the networks' own documentation names.
const NAMES: &[&str] = &[
    "__hsfp",
    "__hssc",
    "__hstc",
    "__s",
    "_hsenc",
    "_openstat",
    "dclid",
    "fbclid",
    "gbraid",
    "gclid",
    "hsctatracking",
    "igshid",
    "mc_eid",
    "ml_subscriber",
    "ml_subscriber_hash",
    "msclkid",
    "oft_c",
    "oft_ck",
    "oft_d",
    "oft_id",
    "oft_ids",
    "oft_k",
    "oft_lk",
    "oft_sk",
    "oly_anon_id",
    "oly_enc_id",
    "rb_clickid",
    "s_cid",
    "twclid",
    "vero_conv",
    "vero_id",
    "wbraid",
    "wickedid",
    "yclid",
    // LinkedIn, TikTok, Reddit, Pinterest, Snapchat, Google, Bing, Mailchimp, HubSpot, Marketo, Instagram, Branch.
    "li_fat_id",
    "ttclid",
    "rdt_cid",
    "epik",
    "sccid",
    "gclsrc",
    "gad_source",
    "gad_campaignid",
    "srsltid",
    "_ga",
    "_gl",
    "mc_cid",
    "_hsmi",
    "mkt_tok",
    "igsh",
    "_branch_match_id",
];

/// How the names of whole families start: Google's campaigns ("Urchin tracking module"), Matomo's new and old ones,
/// `HubSpot`'s adverts.
const STARTS: &[&str] = &["utm_", "mtm_", "pk_", "piwik_", "matomo_", "hsa_"];

fn is_tracking(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    NAMES.contains(&name.as_str()) || STARTS.iter().any(|start| name.starts_with(start))
}

/// Takes them out; all else stays as it is written.
pub(crate) fn remove(url: &mut Url) {
    let Some(query) = url.query() else { return };
    let kept: Vec<_> = query.split('&').filter(|pair| !is_tracking(pair.split('=').next().unwrap_or_default())).collect();
    if kept.len() < query.split('&').count() {
        let query = kept.join("&");
        url.set_query(Some(query.as_str()).filter(|query| !query.is_empty()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_tracking_goes() {
        for (address, expected) in [
            ("https://a.example/?utm_source=x&utm_medium=y", "https://a.example/"),
            ("https://a.example/?id=1&UTM_Source=x#c", "https://a.example/?id=1#c"),
            ("https://a.example/?q=a%20b+c&fbclid=z&&x", "https://a.example/?q=a%20b+c&&x"),
            ("https://a.example/?gclid", "https://a.example/"),
            ("https://a.example/?page=2&ref=home", "https://a.example/?page=2&ref=home"),
            ("https://a.example/utm_source=x", "https://a.example/utm_source=x"),
        ] {
            let mut url = Url::parse(address).expect("absolute");
            remove(&mut url);
            assert_eq!(url.as_str(), expected);
        }
    }
}
