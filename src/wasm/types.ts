/** What the caller knows of the page, and what is wanted. */
export interface Options {
  /**
   * The page's own absolute address, against which its links are resolved. Without it (and without a `<base>`),
   * relative links are dropped and their text stays.
   */
  url?: string | null | undefined;
  /** The charset that the transport declared (`Content-Type`). Only bytes use it. */
  charset?: string | null | undefined;
  /** Whether to say what was removed, and why. Default `false`. */
  trace?: boolean | null | undefined;
  /** Whether to give the page's JSON-LD and `<meta>` elements as they stand. Default `false`. */
  rawMetadata?: boolean | null | undefined;
  /** Whether the Markdown starts with the page's metadata, as YAML between two lines of `---`. Default `false`. */
  frontMatter?: boolean | null | undefined;
  /** Whether links lose the parameters that only follow their readers (`utm_source`, `fbclid`, …). Default `false`. */
  removeTrackingParameters?: boolean | null | undefined;
  /**
   * Hosts whose films and recordings are shown by the site's own player, in a sandboxed `<iframe>`, and not as a card that
   * leads there: `['youtube.com', 'vimeo.com']`. Sites that Readwell does not know never are. Default none.
   */
  iframes?: readonly string[] | null | undefined;
  /** What is known of certain sites. A rule applies where `url` is of its host. */
  siteRules?: SiteRule[] | null | undefined;
  /**
   * Elements that stay whatever Readwell makes of them, with all in them but scripts, by the `ordinal` that `trace` gives
   * of what was removed. Nothing else changes by that. Of elements within each other the innermost that is named counts.
   */
  keep?: readonly number[] | null | undefined;
  /** Elements that go, with all in them, likewise. Their reason is `site-rule`. */
  remove?: readonly number[] | null | undefined;
  /**
   * How each element of a live page is shown: four numbers for each, in the order of the start tags outside `<template>`:
   * visibility (0 not known, 1 shown, 2 hidden), size of its text, width and height of its box in CSS pixels (0 not known).
   * `cleanDocument` gathers them by itself.
   */
  hints?: Uint16Array | null | undefined;
  /** Longest page, in bytes of UTF-8; beyond it the outcome is `limit-exceeded`. Default 64 MiB. */
  maxInputBytes?: number | null | undefined;
  /** Most elements; beyond it likewise. Default 2,000,000. */
  maxElements?: number | null | undefined;
  /** Most memory for the tokenizer's own buffers; beyond it likewise. Default 32 MiB. */
  maxTokenizerBytes?: number | null | undefined;
}

/**
 * What is known of the pages of one host: which elements are the article, which are not, and which hold the title, the
 * authors and the date, as CSS selectors. What a rule does not say is found as on any other page. A rule that can't be
 * used is an error with the code `invalid-site-rule`, whose message names its index and field.
 */
export interface SiteRule {
  /** A host (`news.example.com`, that host alone), or `*.` and one: that host and every host under it. */
  host: string;
  /**
   * The article: every element that one of these matches, in the page's order, with all in it but scripts, forms,
   * navigation and other clutter. Where none matches, or they hold too few words, the article is found as ever.
   */
  content?: string[] | null | undefined;
  /** What goes, with all in it, wherever it stands. */
  remove?: string[] | null | undefined;
  /** The title: the `content` attribute, or else the text, of the first match. */
  title?: string | null | undefined;
  /** The authors: likewise, of each match. */
  author?: string | null | undefined;
  /** The date of publication: `datetime` or `content`, or else the text, of the first match that holds a date. */
  date?: string | null | undefined;
}

/** What `clean` gives: an article, or the reason why there is none. Told apart by `ok`. */
export type Outcome = Article | NoArticle;

/** Which source a metadata field came from. */
export type Source =
  | 'json-ld'
  | 'open-graph'
  | 'twitter'
  | 'dublin-core'
  | 'parsely'
  | 'sailthru'
  | 'citation'
  | 'meta'
  | 'microdata'
  | 'rdfa'
  | 'microformat'
  | 'title-element'
  | 'heading'
  | 'link'
  | 'time-element'
  | 'byline-text'
  | 'url'
  | 'html-attribute'
  | 'text'
  | 'site-rule';

/** What kind of page it is. */
export type PageType =
  | 'article'
  | 'forum'
  | 'documentation'
  | 'product'
  | 'listing'
  | 'collection'
  | 'service'
  | 'other';

/** Someone who wrote the article. */
export interface Author {
  name: string;
  url: string | null;
}

/** A picture of the article. */
export interface Image {
  src: string;
  alt: string;
  caption: string | null;
  width: number | null;
  height: number | null;
}

/** A heading of the article, for a table of contents: 2 to 6; `id` is its id in `content`. */
export interface TocEntry {
  level: number;
  id: string;
  text: string;
}

/** What the page says about itself. */
export interface Metadata {
  title: string | null;
  byline: string | null;
  excerpt: string | null;
  siteName: string | null;
  /** ISO 8601. Where the page shows only when it was last changed, that. */
  publishedTime: string | null;
  /** ISO 8601. */
  modifiedTime: string | null;
  /** BCP 47. */
  lang: string | null;
  dir: 'ltr' | 'rtl' | null;
  authors: Author[];
  canonicalUrl: string | null;
  image: string | null;
  favicon: string | null;
  section: string | null;
  tags: string[];
  /**
   * The page's JSON-LD, block by block, if `rawMetadata` asks for it. Nothing of it is checked: its texts are not safe as
   * HTML, nor its addresses as links.
   */
  schemaOrg?: unknown[];
  /** The page's `<meta>` elements that have a name and a content, likewise. */
  meta?: MetaElement[];
  /** Which source each field came from. */
  sources: Partial<Record<keyof Omit<Metadata, 'sources' | 'schemaOrg' | 'meta'>, Source>>;
}

/** A `<meta>` element as it stands. */
export interface MetaElement {
  /** Its name, property or the like. */
  name: string;
  content: string;
}

/** An article, safe to put into a page. */
export interface Article extends Metadata {
  ok: true;
  /** The article as HTML: only elements and attributes of a fixed list, so that it is safe as it is. */
  content: string;
  /** The article as text. */
  textContent: string;
  /** The article as Markdown. */
  markdown: string;
  /** Characters of `textContent`. */
  length: number;
  wordCount: number;
  /** Minutes. */
  readingTime: number;
  images: Image[];
  toc: TocEntry[];
  pageType: PageType;
  /** 0–1: how sure it is that this is the whole article and nothing but the article. */
  quality: number;
  /** Where the text goes on, if its site cuts it into pages: `cleanPages` puts them together. */
  nextPage?: string;
  /** The page of the same text before this one. */
  previousPage?: string;
  trace?: Trace;
}

/** Why there is no article. */
export type NoArticleReason = 'empty-input' | 'not-html' | 'too-little-text' | 'needs-scripts' | 'limit-exceeded';

/** No article, and why. */
export interface NoArticle extends Metadata {
  ok: false;
  reason: NoArticleReason;
  message: string;
  /** What text there is. */
  textContent: string;
  trace?: Trace;
}

/** What was removed and what was kept, by place in the source. */
export interface Trace {
  /** The outermost removed elements, in order. */
  removed: Removal[];
  /** Ordinals of the elements whose text or picture is in the article. */
  kept: number[];
}

/** One removed element. */
export interface Removal {
  reason: RemovalReason;
  /**
   * Its place among the source's start tags outside `<template>`, from 0: the index in `document.querySelectorAll('*')`
   * when the source is a serialized document. `null` for markup inside `<noscript>`.
   */
  ordinal: number | null;
  /** Its first byte in the source, as UTF-8. */
  start: number;
  /** The byte after its last. */
  end: number;
  /** Its first words. */
  text: string;
}

/** Why an element was removed. */
export type RemovalReason =
  | 'code'
  | 'hidden'
  | 'navigation'
  | 'header'
  | 'footer'
  | 'advert'
  | 'consent'
  | 'sign-up'
  | 'paywall'
  | 'appeal'
  | 'related'
  | 'share'
  | 'comments'
  | 'author-box'
  | 'form'
  | 'sidebar'
  | 'dialog'
  | 'picture'
  | 'links'
  | 'duplicate'
  | 'title'
  | 'meta'
  | 'boilerplate'
  | 'site-rule';

/** What `declutter` takes out beyond what it always does. */
export interface DeclutterOptions {
  /** Whether styles and style sheets go too. Default `false`. */
  styles?: boolean | null | undefined;
  /** The charset that the transport declared, a label of the Encoding Standard. */
  charset?: string | null | undefined;
}
