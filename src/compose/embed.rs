//! What pages show of other sites → a card that leads there. The address is built from the thing's id, not copied.

use super::typography::clean_line;
use crate::document::{Embed, Preview};
use crate::html::{Attr, Tag};
use crate::tape::{ElementId, Tape};
use crate::urls::{Base, PlayerUrl, SafeUrl, percent_decode};

/// A site whose players and cards are known: its name, the hosts of its frames, and where a frame's address leads.
struct Provider {
    name: &'static str,
    hosts: &'static [&'static str],
    page: fn(&Frame<'_>) -> Option<String>,
}

/// A frame's address in parts.
struct Frame<'a> {
    host: &'a str,
    path: &'a str,
    query: &'a str,
}

impl<'a> Frame<'a> {
    fn new(url: &'a str) -> Option<Self> {
        let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
        let (host, rest) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        let rest = rest.split('#').next().unwrap_or_default();
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        Some(Self { host: host.strip_prefix("www.").unwrap_or(host), path, query })
    }

    /// The path's part after one of this name.
    fn after(&self, name: &str) -> Option<&'a str> {
        let mut parts = self.path.split('/');
        parts.find(|part| *part == name)?;
        parts.next().filter(|part| is_id(part))
    }

    fn parameter(&self, name: &str) -> Option<&'a str> {
        self.query.split('&').find_map(|pair| pair.split_once('=').filter(|(key, _)| *key == name)).map(|(_, value)| value)
    }
}

/// The place that Google's parameter for its maps' frames names: `…!2d<longitude>!3d<latitude>…`.
fn place(pb: &str) -> Option<String> {
    let part = |name: &str| {
        let number = pb.split('!').find_map(|part| part.strip_prefix(name))?;
        number.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'.')).then_some(number)
    };
    Some(format!("{},{}", part("3d")?, part("2d")?))
}

fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 200
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b':' | b'@'))
}

const PROVIDERS: &[Provider] = &[
    Provider {
        name: "YouTube",
        hosts: &["youtube.com", "youtube-nocookie.com", "youtu.be"],
        page: |frame| match frame.after("embed") {
            Some("videoseries") | None => {
                let list = frame.parameter("list").filter(|id| is_id(id));
                list.map(|list| format!("https://www.youtube.com/playlist?list={list}")).or_else(|| {
                    let id = frame.parameter("v").or_else(|| frame.after("v")).filter(|id| is_id(id))?;
                    Some(format!("https://www.youtube.com/watch?v={id}"))
                })
            }
            Some(id) => Some(format!("https://www.youtube.com/watch?v={id}")),
        },
    },
    Provider {
        name: "Vimeo",
        hosts: &["player.vimeo.com"],
        page: |frame| {
            let id = frame.after("video")?;
            // What is not listed is seen by those alone who know this.
            let hash = frame.parameter("h").filter(|hash| is_id(hash)).map(|hash| format!("/{hash}")).unwrap_or_default();
            Some(format!("https://vimeo.com/{id}{hash}"))
        },
    },
    Provider {
        name: "Dailymotion",
        hosts: &["dailymotion.com", "geo.dailymotion.com"],
        page: |frame| {
            let id = frame.after("video").or_else(|| frame.parameter("video").filter(|id| is_id(id)))?;
            Some(format!("https://www.dailymotion.com/video/{id}"))
        },
    },
    Provider {
        name: "X",
        hosts: &["platform.twitter.com", "twitframe.com", "platform.x.com"],
        page: |frame| {
            let id = frame.parameter("id").filter(|id| is_id(id))?;
            Some(format!("https://x.com/i/status/{id}"))
        },
    },
    Provider {
        name: "Bluesky",
        hosts: &["embed.bsky.app"],
        page: |frame| {
            let mut parts = frame.path.split('/').skip_while(|part| !part.starts_with("did:"));
            let (did, post) = (parts.next().filter(|id| is_id(id))?, parts.nth(1).filter(|id| is_id(id))?);
            Some(format!("https://bsky.app/profile/{did}/post/{post}"))
        },
    },
    Provider {
        name: "Instagram",
        hosts: &["instagram.com"],
        page: |frame| {
            let kind = if frame.after("reel").is_some() { "reel" } else { "p" };
            Some(format!("https://www.instagram.com/{kind}/{}/", frame.after(kind)?))
        },
    },
    Provider {
        name: "TikTok",
        hosts: &["tiktok.com"],
        page: |frame| {
            let id = frame.after("v2").or_else(|| frame.after("v1")).or_else(|| frame.after("embed")).or_else(|| frame.after("player"))?;
            Some(format!("https://www.tiktok.com/@/video/{id}"))
        },
    },
    Provider {
        name: "Facebook",
        hosts: &["facebook.com"],
        page: |frame| {
            let href = frame.parameter("href")?;
            (frame.path.starts_with("/plugins/post") || frame.path.starts_with("/plugins/video")).then(|| percent_decode(href))
        },
    },
    Provider { name: "SoundCloud", hosts: &["w.soundcloud.com"], page: |frame| Some(percent_decode(frame.parameter("url")?)) },
    Provider {
        name: "Spotify",
        hosts: &["open.spotify.com"],
        page: |frame| {
            let kind = ["track", "album", "playlist", "episode", "show", "artist"].into_iter().find(|kind| frame.after(kind).is_some())?;
            Some(format!("https://open.spotify.com/{kind}/{}", frame.after(kind)?))
        },
    },
    Provider {
        name: "Apple Podcasts",
        hosts: &["embed.podcasts.apple.com", "embed.music.apple.com"],
        page: |frame| Some(format!("https://{}{}", frame.host.strip_prefix("embed.")?, frame.path)),
    },
    Provider {
        name: "CodePen",
        hosts: &["codepen.io"],
        page: |frame| {
            let user = frame.path.split('/').nth(1).filter(|id| is_id(id))?;
            Some(format!(
                "https://codepen.io/{user}/pen/{}",
                frame.after("embed").filter(|id| *id != "preview").or_else(|| frame.after("preview"))?
            ))
        },
    },
    Provider {
        name: "CodeSandbox",
        hosts: &["codesandbox.io"],
        page: |frame| Some(format!("https://codesandbox.io/s/{}", frame.after("embed")?)),
    },
    Provider {
        name: "JSFiddle",
        hosts: &["jsfiddle.net"],
        page: |frame| Some(format!("https://jsfiddle.net{}", frame.path.split("/embedded").next()?)),
    },
    Provider {
        name: "Google Maps",
        hosts: &["google.com", "maps.google.com"],
        page: |frame| {
            let is_map = frame.host == "maps.google.com" || frame.path.starts_with("/maps");
            let place = frame.parameter("q").map(str::to_owned).or_else(|| place(frame.parameter("pb")?));
            let map = || match place {
                Some(place) => format!("https://www.google.com/maps/search/?api=1&query={place}"),
                None => format!("https://{}{}?{}", frame.host, frame.path, frame.query),
            };
            is_map.then(map)
        },
    },
    Provider {
        name: "OpenStreetMap",
        hosts: &["openstreetmap.org"],
        page: |frame| {
            let map = match frame.parameter("marker").and_then(|place| place.split_once("%2C").or_else(|| place.split_once(','))) {
                Some((latitude, longitude)) => format!("mlat={latitude}&mlon={longitude}"),
                None => format!("bbox={}", frame.parameter("bbox")?),
            };
            Some(format!("https://www.openstreetmap.org/?{map}"))
        },
    },
    Provider {
        name: "Bandcamp",
        hosts: &["bandcamp.com"],
        page: |frame| frame.path.starts_with("/EmbeddedPlayer").then(|| format!("https://bandcamp.com{}", frame.path)),
    },
    Provider { name: "TED", hosts: &["embed.ted.com"], page: |frame| Some(format!("https://www.ted.com{}", frame.path)) },
    Provider {
        name: "Twitch",
        hosts: &["player.twitch.tv", "clips.twitch.tv"],
        page: |frame| {
            let video = frame.parameter("video").map(|id| format!("https://www.twitch.tv/videos/{id}"));
            video
                .or_else(|| frame.parameter("channel").map(|name| format!("https://www.twitch.tv/{name}")))
                .or_else(|| frame.parameter("clip").map(|name| format!("https://clips.twitch.tv/{name}")))
        },
    },
    Provider {
        name: "Streamable",
        hosts: &["streamable.com"],
        page: |frame| Some(format!("https://streamable.com/{}", frame.path.rsplit('/').next()?)),
    },
    Provider { name: "Loom", hosts: &["loom.com"], page: |frame| Some(format!("https://www.loom.com/share/{}", frame.after("embed")?)) },
    Provider {
        name: "Gist",
        hosts: &["gist.github.com"],
        page: |frame| Some(format!("https://gist.github.com{}", frame.path.trim_end_matches(".pibb").trim_end_matches(".js"))),
    },
    Provider {
        name: "Datawrapper",
        hosts: &["datawrapper.dwcdn.net"],
        page: |frame| Some(format!("https://datawrapper.dwcdn.net{}", frame.path)),
    },
    Provider {
        name: "Flourish",
        hosts: &["flo.uri.sh", "public.flourish.studio"],
        page: |frame| Some(format!("https://{}{}", frame.host, frame.path)),
    },
];

/// The card for an element that shows something of another site, if the site is known.
pub(super) fn recognise(tape: &Tape, id: ElementId, base: &Base) -> Option<Embed> {
    let name = tape.name(id);
    match tape.tag(id) {
        Tag::Iframe | Tag::Embed => {
            let source = [Attr::Src, Attr::DataSrc, Attr::DataLazySrc, Attr::DataOriginal].iter().filter_map(|attr| tape.attr(id, *attr));
            source.filter_map(|source| base.link(source)).find_map(|url| of_frame(tape, id, &url, base))
        }
        Tag::Object => tape.attr(id, Attr::Data).and_then(|source| base.link(source)).and_then(|url| of_frame(tape, id, &url, base)),
        Tag::Other if matches!(name, "lite-youtube" | "youtube-video" | "amp-youtube" | "lite-vimeo") => {
            let video = [Attr::Videoid, Attr::DataVideoid, Attr::DataVideoId, Attr::DataId]
                .iter()
                .find_map(|attr| tape.attr(id, *attr))
                .filter(|id| is_id(id))?;
            match name {
                "lite-vimeo" => card(tape, id, "Vimeo", &format!("https://vimeo.com/{video}"), base),
                _ => card(tape, id, "YouTube", &format!("https://www.youtube.com/watch?v={video}"), base),
            }
        }
        Tag::Div | Tag::Figure | Tag::A => {
            let video = tape.attr(id, Attr::DataYoutube).filter(|id| is_id(id))?;
            card(tape, id, "YouTube", &format!("https://www.youtube.com/watch?v={video}"), base)
        }
        // GitHub's own way to show a gist.
        Tag::Script => {
            let source = tape.attr(id, Attr::Src).filter(|source| source.contains("//gist.github.com/"))?;
            of_frame(tape, id, &base.link(source)?, base)
        }
        _ => None,
    }
}

fn of_frame(tape: &Tape, id: ElementId, url: &SafeUrl, base: &Base) -> Option<Embed> {
    let frame = Frame::new(url.as_str())?;
    if let Some(page) = mastodon_page(&frame) {
        return card(tape, id, "Mastodon", &page, base);
    }
    let provider = PROVIDERS.iter().find(|provider| provider.hosts.contains(&frame.host))?;
    card(tape, id, provider.name, &(provider.page)(&frame)?, base)
}

/// Mastodon is on hosts of any name: its posts are known by their addresses, `/@user/number/embed`.
fn mastodon_page(frame: &Frame<'_>) -> Option<String> {
    let (user, number) = frame.path.strip_prefix("/@")?.strip_suffix("/embed")?.split_once('/')?;
    let is_post = is_id(user) && !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    is_post.then(|| format!("https://{}/@{user}/{number}", frame.host))
}

fn card(tape: &Tape, id: ElementId, provider: &str, page: &str, base: &Base) -> Option<Embed> {
    let url = base.link(page).filter(|url| url.as_str().starts_with("http"))?;
    let title = clean_line(tape.attr(id, Attr::Title).or_else(|| tape.attr(id, Attr::AriaLabel)).unwrap_or_default());
    let label = match own_title(&title, provider) {
        "" => provider.to_owned(),
        title => format!("{provider}: {title}"),
    };
    let poster = [Attr::Poster, Attr::DataImage].iter().find_map(|attr| tape.attr(id, *attr)).and_then(|poster| base.image(poster));
    Some(Embed { url, label, preview: poster.map_or(Preview::Nothing, Preview::Poster) })
}

/// A title without what the provider puts before it ("Spotify Embed: …"); nothing, if that is all it says.
fn own_title<'a>(title: &'a str, provider: &str) -> &'a str {
    let is_providers = title.get(..provider.len()).is_some_and(|start| start.eq_ignore_ascii_case(provider));
    let own = match title.split_once(": ") {
        Some((_, own)) if is_providers => own,
        _ if is_providers && !title[provider.len()..].starts_with(char::is_alphanumeric) => "",
        _ => title,
    };
    if own.to_lowercase().contains("player") { "" } else { own }
}

/// Pages and the players of what they show: what follows in the one follows in the other.
const PLAYERS: &[(&str, &str)] = &[
    ("https://www.youtube.com/watch?v=", "https://www.youtube-nocookie.com/embed/"),
    ("https://www.youtube.com/playlist?list=", "https://www.youtube-nocookie.com/embed/videoseries?list="),
    ("https://vimeo.com/", "https://player.vimeo.com/video/"),
    ("https://www.dailymotion.com/video/", "https://geo.dailymotion.com/player.html?video="),
    ("https://open.spotify.com/", "https://open.spotify.com/embed/"),
    ("https://soundcloud.com/", "https://w.soundcloud.com/player/?url=https://soundcloud.com/"),
    ("https://www.ted.com/", "https://embed.ted.com/"),
    ("https://streamable.com/", "https://streamable.com/e/"),
    ("https://www.loom.com/share/", "https://www.loom.com/embed/"),
    ("https://www.tiktok.com/@/video/", "https://www.tiktok.com/embed/v2/"),
    ("https://datawrapper.dwcdn.net/", "https://datawrapper.dwcdn.net/"),
    ("https://flo.uri.sh/", "https://flo.uri.sh/"),
    ("https://public.flourish.studio/", "https://public.flourish.studio/"),
];

/// The player of a page, made from the thing's id, if one of the hosts is the page's or the player's (or a part of it:
/// `youtube.com` is `www.youtube.com` too).
pub(super) fn player(page: &SafeUrl, hosts: &[String]) -> Option<PlayerUrl> {
    let (address, rest) = PLAYERS.iter().find_map(|(page_start, player)| Some((*player, page.as_str().strip_prefix(page_start)?)))?;
    let is_plain = rest.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b'/'));
    let address = format!("{address}{rest}");
    let is_wanted = [page.as_str(), &address].iter().any(|url| {
        let host = Frame::new(url).map_or("", |frame| frame.host);
        hosts
            .iter()
            .any(|wanted| host.strip_suffix(wanted.trim_start_matches("www.")).is_some_and(|left| left.is_empty() || left.ends_with('.')))
    });
    (is_plain && is_wanted && !rest.is_empty()).then(|| PlayerUrl::new(&address)).flatten()
}

/// Quoted posts: the last link within leads to the post itself.
pub(super) const QUOTES: &[&str] = &[
    "twitter-tweet",
    "twitter-video",
    "bluesky-embed",
    "mastodon-embed",
    "instagram-media",
    "tiktok-embed",
    "text-post-media",
    "reddit-embed-bq",
    "fb-post",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_lead_to_pages() {
        for (frame, page) in [
            ("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"),
            ("https://player.vimeo.com/video/76979871?h=8272103f6e", "https://vimeo.com/76979871/8272103f6e"),
            ("https://player.vimeo.com/video/76979871?dnt=1", "https://vimeo.com/76979871"),
            ("https://platform.twitter.com/embed/Tweet.html?id=20", "https://x.com/i/status/20"),
            ("https://open.spotify.com/embed/track/4uLU6hMCjMI75M1A2tKUQC", ""),
            ("https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/a/b&color=x", "https://soundcloud.com/a/b"),
            ("https://codepen.io/team/embed/preview/abc?x", "https://codepen.io/team/pen/abc"),
        ] {
            let frame = Frame::new(frame).expect("http");
            let provider = PROVIDERS.iter().find(|provider| provider.hosts.contains(&frame.host)).expect("known");
            let found = (provider.page)(&frame).unwrap_or_default();
            if !page.is_empty() {
                assert_eq!(found, page);
            }
        }
        let evil = Frame::new("https://www.youtube.com/embed/\"><script>").expect("http");
        assert_eq!((PROVIDERS[0].page)(&evil), None);
    }
}
