//! BCP 47 tags, and the language and direction of a text that declares none.

use foldhash::{HashMap, HashMapExt};
use icu_locale_core::Locale;

use crate::article::Direction;
use crate::words::Words;

/// Longest language tag that is looked at.
const MAX_TAG_BYTES: usize = 35;

/// A declared language as a BCP 47 tag in its usual case: `en_us` → `en-US`. Not what means "no language".
pub(super) fn bcp47(declared: &str) -> Option<String> {
    let first = declared.split([',', ';']).next()?.trim();
    let tag = first.split(['.', '@']).next()?.replace('_', "-");
    let language = tag.split('-').next()?;
    // Longer names ("english") parse as reserved subtags, which no page means.
    if tag.len() > MAX_TAG_BYTES || !(2..=3).contains(&language.len()) || matches!(language, "und" | "mul" | "zxx") {
        return None;
    }
    Locale::normalize(&tag).ok().map(std::borrow::Cow::into_owned)
}

/// Languages that are written from right to left.
const RIGHT_TO_LEFT: &[&str] = &["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "ug", "ur", "yi"];

/// Scripts that make a language right to left whatever it is.
const RIGHT_TO_LEFT_SCRIPTS: &[&str] = &["Arab", "Hebr", "Thaa", "Syrc", "Nkoo"];

/// Right to left, if a language tag says so; nothing otherwise.
pub(super) fn direction_of_language(tag: &str) -> Option<Direction> {
    let mut subtags = tag.split('-');
    let language = subtags.next()?;
    let script = subtags.next().filter(|script| script.len() == 4);
    let is_rtl = match script {
        Some(script) => RIGHT_TO_LEFT_SCRIPTS.contains(&script),
        None => RIGHT_TO_LEFT.contains(&language),
    };
    is_rtl.then_some(Direction::Rtl)
}

/// How much text is looked at, and how little is enough, in letters.
const SAMPLE_CHARS: usize = 6_000;
const MIN_LETTERS: usize = 40;

/// How much text is looked at for them, in bytes.
const SAMPLE_BYTES: usize = 64 * 1024;

fn sample(text: &str) -> &str {
    &text[..text.floor_char_boundary(SAMPLE_BYTES)]
}

/// Right to left, if most letters of a text are; nothing otherwise: left to right needs no word.
pub(super) fn direction_of_text(text: &str) -> Option<Direction> {
    let scripts = Scripts::of(sample(text));
    (scripts.letters >= MIN_LETTERS && (scripts.arabic + scripts.hebrew) * 2 > scripts.letters).then_some(Direction::Rtl)
}

/// Letters of a text by script.
#[derive(Default)]
struct Scripts {
    letters: usize,
    arabic: usize,
    hebrew: usize,
    /// One count for each row of [`ALONE`].
    alone: [usize; ALONE.len()],
    kana: usize,
    han: usize,
}

/// Scripts that one language writes, or one by far the most of what is on the Web.
const ALONE: &[(std::ops::RangeInclusive<char>, &str)] = &[
    ('\u{ac00}'..='\u{d7af}', "ko"),
    ('\u{0e00}'..='\u{0e7f}', "th"),
    ('\u{0370}'..='\u{03ff}', "el"),
    ('\u{0530}'..='\u{058f}', "hy"),
    ('\u{10a0}'..='\u{10ff}', "ka"),
    ('\u{0980}'..='\u{09ff}', "bn"),
    ('\u{0a00}'..='\u{0a7f}', "pa"),
    ('\u{0a80}'..='\u{0aff}', "gu"),
    ('\u{0b80}'..='\u{0bff}', "ta"),
    ('\u{0c00}'..='\u{0c7f}', "te"),
    ('\u{0c80}'..='\u{0cff}', "kn"),
    ('\u{0d00}'..='\u{0d7f}', "ml"),
    ('\u{0d80}'..='\u{0dff}', "si"),
    ('\u{0e80}'..='\u{0eff}', "lo"),
    ('\u{1000}'..='\u{109f}', "my"),
    ('\u{1200}'..='\u{137f}', "am"),
    ('\u{1780}'..='\u{17ff}', "km"),
    ('\u{0590}'..='\u{05ff}', "he"),
];

impl Scripts {
    fn of(text: &str) -> Self {
        let mut scripts = Self::default();
        for c in text.chars().filter(|c| c.is_alphabetic()).take(SAMPLE_CHARS) {
            scripts.letters += 1;
            match c {
                '\0'..='\u{36f}' => {}
                '\u{3040}'..='\u{30ff}' => scripts.kana += 1,
                '\u{3400}'..='\u{9fff}' => scripts.han += 1,
                '\u{0600}'..='\u{077f}' | '\u{08a0}'..='\u{08ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' => {
                    scripts.arabic += 1;
                }
                _ => {
                    if let Some(index) = ALONE.iter().position(|(range, _)| range.contains(&c)) {
                        scripts.alone[index] += 1;
                        scripts.hebrew += usize::from(ALONE[index].1 == "he");
                    }
                }
            }
        }
        scripts
    }
}

/// The commonest small words of languages that share a script. Words that many of these share tell nothing and are left
/// out where they are not needed.
const SMALL_WORDS: &[(&str, Words)] = &[
    ("en", Words("the|of|and|to|is|that|for|it|with|was|are|this|you|have|from|not|we")),
    ("de", Words("der|die|und|das|den|von|ist|mit|nicht|ein|eine|auf|für|sich|dem|auch|im|zu")),
    ("fr", Words("le|les|des|est|une|dans|pour|que|qui|sur|pas|du|avec|et|ce|au|plus|nous")),
    ("es", Words("el|los|las|una|del|que|por|con|para|es|se|su|como|más|lo|y|pero|en")),
    ("pt", Words("não|uma|com|os|do|da|em|para|que|dos|das|mais|por|ao|foi|no|na|é|são")),
    ("it", Words("il|di|che|della|per|un|non|sono|con|del|gli|nel|alla|anche|più|è|dei|una|si")),
    ("nl", Words("de|het|een|van|en|niet|voor|op|dat|zijn|met|aan|er|ook|maar|naar|bij|wordt")),
    ("sv", Words("och|att|det|som|är|för|på|med|inte|av|till|jag|ett|om|har|vi|från|den")),
    ("da", Words("og|det|er|til|af|på|for|ikke|med|der|den|som|har|at|også|et|blev|kan|mere|hvor")),
    ("nb", Words("og|det|er|til|av|på|for|ikke|med|som|den|har|å|også|et|ble|kan|mer|hvor|fra")),
    ("fi", Words("ja|on|ei|että|se|oli|myös|mutta|kun|hän|joka|ovat|tai|niin|kuin|mukaan|sekä")),
    ("pl", Words("i|w|na|się|nie|z|do|to|że|jest|o|jak|od|przez|oraz|po|dla|tym")),
    ("cs", Words("a|se|v|na|je|že|s|o|jsou|pro|které|který|ve|jako|ale|by|také|však")),
    ("sk", Words("a|sa|v|na|je|že|s|o|sú|pre|ktoré|ktorý|vo|ako|ale|by|aj|však")),
    ("hu", Words("a|az|és|hogy|nem|is|egy|van|meg|csak|már|ez|mint|volt|vagy|még|azt|el")),
    ("ro", Words("și|în|de|la|cu|pe|din|nu|care|este|pentru|sunt|mai|fost|că|sau|ale|unei")),
    ("tr", Words("ve|bir|bu|için|ile|de|da|olarak|çok|daha|olan|gibi|kadar|sonra|ise|ama|en")),
    ("id", Words("yang|dan|di|untuk|dengan|dari|ini|itu|pada|tidak|dalam|adalah|akan|ke|juga|oleh")),
    ("vi", Words("và|của|là|các|có|trong|cho|được|một|không|với|này|những|người|đã|khi")),
    ("ca", Words("els|les|amb|que|per|una|del|dels|és|més|al|com|són|aquest|i|ha|va")),
    ("hr", Words("je|i|u|na|se|da|su|za|od|koji|nije|kao|što|koje|bi|ili|iz|biti")),
    ("et", Words("ja|on|ei|et|kui|oma|ka|see|mis|oli|aga|ning|või|selle|siis|kes")),
    ("lt", Words("ir|yra|kad|į|su|iš|tai|kaip|bet|ar|apie|ne|buvo|už|dėl|jau")),
    ("lv", Words("un|ir|ar|no|kas|par|uz|ka|tas|arī|bet|lai|nav|vai|pie|gan")),
    ("sl", Words("je|in|v|na|da|se|za|so|ki|pa|tudi|kot|ali|bi|ni|pri|več")),
    ("is", Words("og|að|er|sem|við|til|það|um|ekki|með|fyrir|var|hann|eru|hafa")),
    ("af", Words("die|en|van|is|nie|het|om|te|vir|met|wat|dat|deur|ook|sy|hulle")),
    ("ru", Words("и|в|не|на|что|с|как|это|по|из|за|для|от|было|он|его|также|или")),
    ("uk", Words("і|в|не|на|що|з|як|це|та|у|за|для|від|було|він|його|також|або|й")),
    ("bg", Words("и|в|не|на|че|с|като|това|по|от|за|да|се|е|са|си|до|при")),
    ("sr", Words("и|у|не|на|да|са|као|то|по|од|за|се|је|су|који|из|није|што")),
    ("ar", Words("في|من|على|أن|إلى|التي|عن|مع|هذا|الذي|هذه|ما|كان|بعد|بين|لا")),
    ("fa", Words("و|در|به|از|که|این|را|با|است|برای|آن|یک|خود|تا|می|شده")),
    ("ur", Words("کے|کی|میں|ہے|اور|سے|کا|کو|اس|کہ|ہیں|نے|پر|یہ|بھی|تھا")),
    ("hi", Words("के|में|है|की|और|से|का|को|पर|ने|कि|यह|हैं|एक|भी|इस")),
    ("mr", Words("आहे|आणि|या|की|हे|तर|ही|होते|यांनी|आहेत|मध्ये|साठी|असे|त्या|होता")),
];

/// Small words are a third or more of running text, and half of that is in a list of the commonest: below this share
/// of a text's words it is a language that isn't listed, or no language ("lorem ipsum").
const MIN_SHARE: f64 = 0.12;

/// How much more of them than of the next language's makes it sure enough.
const MIN_LEAD: f64 = 1.1;

/// Words of a text that are counted; fewer than the minimum tell nothing.
const SAMPLE_WORDS: usize = 600;
const MIN_WORDS: u32 = 8;

/// The language that a text is in, if it can be told.
pub(super) fn detect(text: &str) -> Option<&'static str> {
    let text = sample(text);
    let scripts = Scripts::of(text);
    let most = |count: usize| count * 2 > scripts.letters;
    if scripts.letters < MIN_LETTERS / 2 {
        return None;
    }
    // Japanese writes Han with kana between: a tenth of kana is no accident in Chinese.
    if most(scripts.kana + scripts.han) {
        return Some(if scripts.kana * 10 > scripts.han { "ja" } else { "zh" });
    }
    if let Some(index) = scripts.alone.iter().position(|count| most(*count)) {
        return Some(ALONE[index].1);
    }
    by_small_words(text)
}

fn by_small_words(text: &str) -> Option<&'static str> {
    let mut counts: HashMap<String, u32> = HashMap::new();
    let mut words = 0_u32;
    let letters = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\u{900}'..='\u{97f}')).filter(|word| !word.is_empty());
    for word in letters.take(SAMPLE_WORDS) {
        words += 1;
        *counts.entry(word.to_lowercase()).or_default() += 1;
    }
    let count = |small: Words| small.iter().filter_map(|word| counts.get(word)).sum::<u32>();
    let mut found: Vec<(u32, &str)> = SMALL_WORDS.iter().map(|(language, small)| (count(*small), *language)).collect();
    found.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let [(best, language), (next, _), ..] = found.as_slice() else { return None };
    let (best, next) = (f64::from(*best), f64::from(*next));
    (words >= MIN_WORDS && best >= MIN_SHARE * f64::from(words) && best >= MIN_LEAD * next).then_some(language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_bcp_47() {
        for (declared, tag) in [
            ("en", Some("en")),
            ("en_US", Some("en-US")),
            ("EN-us", Some("en-US")),
            ("zh-hans-cn", Some("zh-Hans-CN")),
            ("pt_BR.UTF-8", Some("pt-BR")),
            ("de, en", Some("de")),
            ("english", None),
            ("und", None),
            ("", None),
            ("x", None),
            ("en--", None),
        ] {
            assert_eq!(bcp47(declared).as_deref(), tag, "{declared}");
        }
    }

    #[test]
    fn texts_tell_their_language() {
        for (text, language) in [
            ("The ferry to the island sails again from Monday, after nine months of repairs, and it is not late.", Some("en")),
            ("Die Fähre zur Insel fährt ab Montag wieder, nach neun Monaten, in denen sie nicht auf dem Wasser war.", Some("de")),
            ("Le ferry pour les îles est de retour dans le port, avec une fête pour les habitants du village.", Some("fr")),
            ("Паром на остров снова ходит с понедельника, как и было обещано, и это не шутка для жителей.", Some("ru")),
            ("フェリーは月曜日から再び運航されると港湾事務所が金曜日に発表しました。とても嬉しいです。", Some("ja")),
            ("轮渡将从星期一起恢复航行，港务局星期五表示，维修工作历时九个月，现在已经完成。", Some("zh")),
            ("تعود العبارة إلى الجزيرة من يوم الاثنين بعد تسعة أشهر من الإصلاحات التي كانت في الميناء على هذا", Some("ar")),
            ("Lorem ipsum dolor sit amet, consectetur adipisicing elit, sed do eiusmod tempor incididunt ut labore et dolore", None),
        ] {
            assert_eq!(detect(text), language, "{text}");
        }
    }

    #[test]
    fn only_right_to_left_is_told_from_text() {
        assert_eq!(direction_of_language("ar-EG"), Some(Direction::Rtl));
        assert_eq!(direction_of_language("az-Arab"), Some(Direction::Rtl));
        assert_eq!(direction_of_language("ku-Latn"), None);
        assert_eq!(
            direction_of_text("המעבורת לאי חוזרת לפעול ביום שני, לאחר תשעה חודשי תיקונים, כך הודיע משרד הנמל"),
            Some(Direction::Rtl)
        );
        assert_eq!(direction_of_text("plain text of some length, from left to right as ever"), None);
    }
}
