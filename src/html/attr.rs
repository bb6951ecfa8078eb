//! The closed set of attributes that the tape keeps.

use super::lookup::Lookup;

macro_rules! attrs {
    ($($variant:ident $name:literal;)*) => {
        /// An attribute that some later stage reads. All others are forgotten as the page streams in.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub(crate) enum Attr {
            $(#[doc = $name] $variant,)*
        }

        const NAMES: &[&str] = &[$($name,)*];
        const ALL: &[Attr] = &[$(Attr::$variant,)*];
        static LOOKUP: Lookup = Lookup::new(&[$($name,)*]);

        impl Attr {
            /// The attribute of a lower-case name, if the tape keeps it.
            pub(crate) fn from_name(name: &str) -> Option<Self> {
                LOOKUP.find(NAMES, name).map(|index| ALL[index])
            }
        }
    };
}

attrs! {
    Id "id"; Class "class"; Role "role"; Style "style"; Hidden "hidden"; Lang "lang"; XmlLang "xml:lang"; Dir "dir"; Title "title"; Name "name";
    AriaHidden "aria-hidden"; AriaLabel "aria-label"; AriaLive "aria-live"; AriaModal "aria-modal"; AriaLevel "aria-level";
    Href "href"; Rel "rel"; Target "target"; Type "type"; Content "content"; Property "property"; HttpEquiv "http-equiv"; Charset "charset";
    Itemprop "itemprop"; Itemscope "itemscope"; Itemtype "itemtype"; Itemid "itemid"; Vocab "vocab"; Typeof "typeof"; Resource "resource";
    Datetime "datetime"; Pubdate "pubdate"; Value "value"; Cite "cite"; Hreflang "hreflang"; Sizes "sizes"; Media "media"; As "as"; Color "color";
    Src "src"; Srcset "srcset"; Alt "alt"; Width "width"; Height "height"; Loading "loading"; Poster "poster"; Data "data"; Srcdoc "srcdoc"; Shape "shape";
    DataSrc "data-src"; DataSrcset "data-srcset"; DataOriginal "data-original"; DataOriginalSrc "data-original-src"; DataOriginalSet "data-original-set";
    DataLazySrc "data-lazy-src"; DataLazySrcset "data-lazy-srcset"; DataLazy "data-lazy"; DataHiSrc "data-hi-res-src"; DataFullSrc "data-full-src";
    DataUrl "data-url"; DataImg "data-img"; DataImage "data-image"; DataBackground "data-bg"; DataActualSrc "data-actualsrc"; DataEchoSrc "data-echo";
    DataDefaultSrc "data-default-src"; DataFileSrc "file"; DataZoom "data-zoom-src"; DataLargeFile "data-large-file"; DataMediumFile "data-medium-file";
    DataOrigFile "data-orig-file"; DataSizes "data-sizes"; DataAspect "data-aspectratio"; DataRunnerSrc "data-runner-src"; DataPinMedia "data-pin-media";
    Colspan "colspan"; Rowspan "rowspan"; Scope "scope"; Headers "headers"; Start "start"; Reversed "reversed"; Border "border"; Summary "summary";
    Open "open"; Checked "checked"; Disabled "disabled"; Controls "controls"; Kind "kind"; Srclang "srclang"; Label "label";
    Display "display"; Mathvariant "mathvariant"; Encoding "encoding"; Alttext "alttext"; Stretchy "stretchy"; Accent "accent"; Columnalign "columnalign";
    Linethickness "linethickness"; Notation "notation"; Fence "fence"; Separator "separator"; Displaystyle "displaystyle"; Scriptlevel "scriptlevel";
    Columnspan "columnspan"; Lspace "lspace"; Rspace "rspace"; Minsize "minsize"; Maxsize "maxsize"; Form "form"; Movablelimits "movablelimits";
    Largeop "largeop"; Symmetric "symmetric"; Accentunder "accentunder";
    DataTex "data-tex"; DataLatex "data-latex"; DataMathml "data-mathml"; DataExpr "data-expr"; DataFormula "data-formula";
    DataLang "data-lang"; DataLanguage "data-language"; DataCodeBlockLang "data-code-block-lang"; DataLineNumber "data-line-number"; DataCode "data-code"; DataEnlighter "data-enlighter-language"; Syntax "syntax"; DataRehype "data-rehype-pretty-code-figure";
    DataTestid "data-testid"; DataTest "data-test"; DataQa "data-qa"; DataComponent "data-component"; DataModule "data-module"; DataType "data-type";
    DataRole "data-role"; DataBlock "data-block"; DataNosnippet "data-nosnippet"; DataAdSlot "data-ad-slot"; DataAdClient "data-ad-client";
    DataGoogleQueryId "data-google-query-id"; DataAd "data-ad"; DataHref "data-href"; DataId "data-id"; DataVideoId "data-video-id"; DataYoutube "data-youtube-id";
    DataTweetId "data-tweet-id"; DataInstgrm "data-instgrm-permalink"; DataVideoid "data-videoid"; Videoid "videoid"; DataCallout "data-callout";
    DataFootnote "data-footnote-ref"; DataFootnoteBack "data-footnote-backref"; DataFootnotes "data-footnotes"; Epub "epub:type"; DataDatetime "data-datetime"; DataTime "data-time"; DataTimestamp "data-timestamp";
    Onclick "onclick"; ShadowRootMode "shadowrootmode"; Slot "slot"; Valign "valign"; Align "align"; Bgcolor "bgcolor"; Prefix "prefix"; Action "action";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_finds_its_own_attribute() {
        for (index, name) in NAMES.iter().enumerate() {
            assert_eq!(Attr::from_name(name).map(|attr| attr as usize), Some(index), "{name}");
        }
        assert_eq!(Attr::from_name("onerror"), None);
        assert_eq!(Attr::from_name(""), None);
    }
}
