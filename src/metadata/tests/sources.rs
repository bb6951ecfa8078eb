//! Every source of every field in the table of precedence, alone on a page.

use super::{TEXT, field};
use crate::article::Source;
use crate::metadata::PRECEDENCE;
use crate::metadata::claims::Field;

use Field::{Author, Canonical, Description, Favicon, Image, Lang, Modified, Published, Section, SiteName, Tag, Title};
use Source::{
    BylineText, Citation, DublinCore, HtmlAttribute, JsonLd, Link, Meta, Microdata, Microformat, OpenGraph, Parsely, Rdfa, Sailthru,
    TimeElement, TitleElement, Twitter, Url,
};

/// What one source says of each field that it may speak of. `name`: as the output calls it.
struct Spoken {
    source: Source,
    name: &'static str,
    page: &'static str,
    fields: &'static [(Field, &'static str)],
}

const PICTURE: &str = "https://example.com/f.jpg";
const JANE: &str = "Jane Doe";
const DAY: &str = "2024-05-06";
const LATER: &str = "2024-06-07";
const SHORT: &str = "Four times a day.";
const TAGS: &str = r#"["a","b"]"#;

const SPOKEN: &[Spoken] = &[
    Spoken {
        source: JsonLd,
        name: "json-ld",
        page: r#"<script type="application/ld+json">{"@type":"Article","headline":"Ferry returns","author":{"name":"Jane Doe"},
            "datePublished":"2024-05-06","dateModified":"2024-06-07","description":"Four times a day.","publisher":{"name":"Example News"},
            "image":"/f.jpg","articleSection":"Harbour","keywords":"a,b","inLanguage":"de"}</script>"#,
        fields: &[
            (Title, "Ferry returns"),
            (Author, JANE),
            (Published, DAY),
            (Modified, LATER),
            (Description, SHORT),
            (SiteName, "Example News"),
            (Image, PICTURE),
            (Section, "Harbour"),
            (Tag, TAGS),
            (Lang, "de"),
        ],
    },
    Spoken {
        source: OpenGraph,
        name: "open-graph",
        page: "<meta property=og:title content='Ferry returns'><meta property=article:author content='Jane Doe'>
            <meta property=article:published_time content=2024-05-06><meta property=article:modified_time content=2024-06-07>
            <meta property=og:description content='Four times a day.'><meta property=og:site_name content='Example News'>
            <meta property=og:image content=/f.jpg><meta property=og:url content=/ferry><meta property=article:section content=Harbour>
            <meta property=article:tag content=a><meta property=article:tag content=b><meta property=og:locale content=de_DE>",
        fields: &[
            (Title, "Ferry returns"),
            (Author, JANE),
            (Published, DAY),
            (Modified, LATER),
            (Description, SHORT),
            (SiteName, "Example News"),
            (Image, PICTURE),
            (Canonical, "https://example.com/ferry"),
            (Section, "Harbour"),
            (Tag, TAGS),
            (Lang, "de-DE"),
        ],
    },
    Spoken {
        source: DublinCore,
        name: "dublin-core",
        page: "<meta name=DC.title content='Ferry returns'><meta name=DC.creator content='Doe, Jane'><meta name=dcterms.created content=2024-05-06>
            <meta name=dcterms.modified content=2024-06-07><meta name=DC.description content='Four times a day.'>
            <meta name=DC.subject content='a, b'><meta name=DC.language content=de>",
        fields: &[(Title, "Ferry returns"), (Author, JANE), (Published, DAY), (Modified, LATER), (Description, SHORT), (Tag, TAGS), (Lang, "de")],
    },
    Spoken {
        source: Citation,
        name: "citation",
        page: "<meta name=citation_title content='Ferry returns'><meta name=citation_author content='Doe, Jane'>
            <meta name=citation_publication_date content=2024/05/06><meta name=citation_abstract content='Four times a day.'>
            <meta name=citation_journal_title content='Example News'><meta name=citation_keywords content='a; b'>
            <meta name=citation_language content=de>",
        fields: &[
            (Title, "Ferry returns"),
            (Author, JANE),
            (Published, DAY),
            (Description, SHORT),
            (SiteName, "Example News"),
            (Tag, TAGS),
            (Lang, "de"),
        ],
    },
    Spoken {
        source: Parsely,
        name: "parsely",
        page: "<meta name=parsely-title content='Ferry returns'><meta name=parsely-author content='Jane Doe'><meta name=parsely-pub-date
            content=2024-05-06><meta name=parsely-section content=Harbour><meta name=parsely-tags content=a,b><meta name=parsely-image-url content=/f.jpg>",
        fields: &[(Title, "Ferry returns"), (Author, JANE), (Published, DAY), (Section, "Harbour"), (Tag, TAGS), (Image, PICTURE)],
    },
    Spoken {
        source: Sailthru,
        name: "sailthru",
        page: "<meta name=sailthru.title content='Ferry returns'><meta name=sailthru.author content='Jane Doe'><meta name=sailthru.date
            content=2024-05-06><meta name=sailthru.description content='Four times a day.'><meta name=sailthru.tags content=a,b>
            <meta name=sailthru.image.full content=/f.jpg>",
        fields: &[(Title, "Ferry returns"), (Author, JANE), (Published, DAY), (Description, SHORT), (Tag, TAGS), (Image, PICTURE)],
    },
    Spoken {
        source: Twitter,
        name: "twitter",
        page: "<meta name=twitter:title content='Ferry returns'><meta name=twitter:description content='Four times a day.'>
            <meta name=twitter:image content=/f.jpg><meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Jane Doe'>",
        fields: &[(Title, "Ferry returns"), (Author, JANE), (Description, SHORT), (Image, PICTURE)],
    },
    Spoken {
        source: Microdata,
        name: "microdata",
        page: "<div itemscope itemtype='https://schema.org/Article'><meta itemprop=headline content='Ferry returns'><meta itemprop=author
            content='Jane Doe'><meta itemprop=datePublished content=2024-05-06><meta itemprop=dateModified content=2024-06-07>
            <meta itemprop=description content='Four times a day.'><meta itemprop=articleSection content=Harbour><meta itemprop=keywords content=a,b>
            <meta itemprop=inLanguage content=de><link itemprop=image href=/f.jpg></div>",
        fields: &[
            (Title, "Ferry returns"),
            (Author, JANE),
            (Published, DAY),
            (Modified, LATER),
            (Description, SHORT),
            (Section, "Harbour"),
            (Tag, TAGS),
            (Lang, "de"),
            (Image, PICTURE),
        ],
    },
    Spoken {
        source: Rdfa,
        name: "rdfa",
        page: "<div typeof=schema:Article><span property=schema:headline content='Ferry returns'></span><span property=schema:author
            content='Jane Doe'></span><span property=schema:datePublished content=2024-05-06></span><span property=schema:dateModified
            content=2024-06-07></span><span property=schema:description content='Four times a day.'></span><span property=schema:articleSection
            content=Harbour></span><img property=schema:image src=/f.jpg></div>",
        fields: &[
            (Title, "Ferry returns"),
            (Author, JANE),
            (Published, DAY),
            (Modified, LATER),
            (Description, SHORT),
            (Section, "Harbour"),
            (Image, PICTURE),
        ],
    },
    Spoken {
        source: Meta,
        name: "meta",
        page: "<meta name=title content='Ferry returns'><meta name=author content='Jane Doe'><meta name=pubdate content=2024-05-06>
            <meta name=last-modified content=2024-06-07><meta name=description content='Four times a day.'><meta name=application-name
            content='Example News'><meta name=thumbnail content=/f.jpg><meta name=msapplication-TileImage content=/i.png><meta name=section
            content=Harbour><meta name=keywords content='a, b'><meta http-equiv=content-language content=de>",
        fields: &[
            (Title, "Ferry returns"),
            (Author, JANE),
            (Published, DAY),
            (Modified, LATER),
            (Description, SHORT),
            (SiteName, "Example News"),
            (Image, PICTURE),
            (Favicon, "https://example.com/i.png"),
            (Section, "Harbour"),
            (Tag, TAGS),
            (Lang, "de"),
        ],
    },
    Spoken {
        source: Link,
        name: "link",
        page: "<link rel=canonical href=/ferry><link rel=icon href=/i.png><link rel=image_src href=/f.jpg><h1>Ferry returns</h1>
            <a rel=author href=/jane>Jane Doe</a>",
        fields: &[(Canonical, "https://example.com/ferry"), (Favicon, "https://example.com/i.png"), (Image, PICTURE), (Author, JANE)],
    },
    Spoken {
        source: Microformat,
        name: "microformat",
        page: "<article class=h-entry><h1 class=p-name>Ferry returns</h1><a class=p-author href=/jane>Jane Doe</a> <span class=dt-published>6 May
            2024</span> <span class=dt-updated>7 June 2024</span></article>",
        fields: &[(Author, JANE), (Published, DAY), (Modified, LATER)],
    },
    Spoken {
        source: TimeElement,
        name: "time-element",
        page: "<h1>Ferry returns</h1><time datetime=2024-05-06>Monday</time><p>Updated <time datetime=2024-06-07>Friday</time></p>",
        fields: &[(Published, DAY), (Modified, LATER)],
    },
    Spoken {
        source: BylineText,
        name: "byline-text",
        page: "<h1>Ferry returns</h1><p>By Jane Doe</p><p>Published 6 May 2024</p><p>Updated 7 June 2024</p>",
        fields: &[(Author, JANE), (Published, DAY), (Modified, LATER)],
    },
    Spoken {
        source: Url,
        name: "url",
        page: "<link rel=canonical href=https://example.com/2024/05/06/ferry>",
        fields: &[(Published, DAY)],
    },
    Spoken { source: TitleElement, name: "title-element", page: "<title>Ferry returns</title>", fields: &[(Title, "Ferry returns")] },
    Spoken { source: HtmlAttribute, name: "html-attribute", page: "<html lang=de>", fields: &[(Lang, "de")] },
];

const fn name(field: Field) -> &'static str {
    match field {
        Title => "title",
        Author => "byline",
        Published => "publishedTime",
        Modified => "modifiedTime",
        Description => "excerpt",
        SiteName => "siteName",
        Image => "image",
        Canonical => "canonicalUrl",
        Favicon => "favicon",
        Section => "section",
        Tag => "tags",
        Lang => "lang",
        Field::Type | Field::Made => "",
    }
}

#[test]
fn each_source_is_read_for_each_of_its_fields() {
    for Spoken { source, name: called, page, fields } in SPOKEN {
        for (about, value) in *fields {
            let found = field(&format!("{page}{TEXT}"), name(*about));
            assert_eq!(found, ((*value).to_owned(), (*called).to_owned()), "{about:?} by {source:?}");
        }
    }
}

#[test]
fn the_table_has_these_sources_and_no_others() {
    for (about, sources) in PRECEDENCE {
        let mut ranked: Vec<String> = sources.iter().map(|source| format!("{source:?}")).collect();
        let spoken = SPOKEN.iter().filter(|spoken| spoken.fields.iter().any(|(field, _)| field == about));
        let mut spoken: Vec<String> = spoken.map(|spoken| format!("{:?}", spoken.source)).collect();
        ranked.sort();
        spoken.sort();
        assert_eq!(ranked, spoken, "{about:?}");
    }
}
