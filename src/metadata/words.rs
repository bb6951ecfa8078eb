//! Words that dates and bylines are written with, by language. Data, matched by whole token, lower case.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt};

use crate::words::Words;

/// Months, January first. A token matches if it is one of these, or begins with one and ends with a full stop.
const MONTHS: [Words; 12] = [
    Words(
        "january|jan|januar|jänner|janvier|janv|enero|ene|janeiro|gennaio|gen|januari|stycznia|styczeń|sty|ledna|leden|januára|\
         január|január|janúar|tammikuuta|tammikuu|januaris|ianuarie|ian|января|январь|янв|січня|січень|ιανουαρίου|ιανουάριος|\
         ιαν|ocak|oca|gener|siječnja|јануар|януари|يناير|كانون الثاني|ינואר|בינואר|ژانویه|जनवरी|มกราคม|ม.ค|tháng 1|januarja|\
         sausio|janvāris|jaanuar",
    ),
    Words(
        "february|feb|febr|februar|feber|février|févr|fév|febrero|fevereiro|fev|febbraio|februari|lutego|luty|lut|února|únor|\
         februára|február|febrúar|helmikuuta|helmikuu|februarie|февраля|февраль|фев|февр|лютого|лютий|φεβρουαρίου|φεβρουάριος|\
         φεβ|şubat|şub|febrer|veljače|фебруар|февруари|فبراير|פברואר|בפברואר|فوریه|फ़रवरी|फरवरी|กุมภาพันธ์|ก.พ|februarja|\
         vasario|februāris|veebruar",
    ),
    Words(
        "march|mar|märz|mrz|mär|mars|marzo|março|maart|mrt|marca|marzec|března|březen|március|márc|maaliskuuta|maaliskuu|\
         martie|marts|марта|март|мар|березня|березень|μαρτίου|μάρτιος|μαρ|mart|març|ožujka|مارس|מרץ|במרץ|मार्च|มีนาคม|มี.ค|\
         kovo|märts|maret|mac",
    ),
    Words(
        "april|apr|avril|avr|abril|abr|aprile|kwietnia|kwiecień|kwi|dubna|duben|apríla|április|ápr|apríl|huhtikuuta|huhtikuu|\
         aprilie|апреля|апрель|апр|квітня|квітень|απριλίου|απρίλιος|απρ|nisan|nis|travnja|април|أبريل|ابريل|إبريل|אפריל|באפריל|\
         آوریل|अप्रैल|เมษายน|เม.ย|aprila|balandžio|aprill",
    ),
    Words(
        "may|mai|mayo|maio|maggio|mag|mei|maja|maj|května|květen|mája|máj|május|maí|toukokuuta|toukokuu|мая|май|травня|травень|\
         μαΐου|μάιος|μαϊ|mayıs|maig|svibnja|мај|مايو|מאי|במאי|مه|मई|พฤษภาคม|พ.ค|gegužės|maijs",
    ),
    Words(
        "june|jun|juni|juin|junio|junho|giugno|giu|czerwca|czerwiec|cze|června|červen|júna|jún|június|júní|kesäkuuta|kesäkuu|\
         iunie|iun|июня|июнь|июн|червня|червень|ιουνίου|ιούνιος|ιουν|haziran|haz|juny|lipnja|јун|юни|يونيو|יוני|ביוני|ژوئن|जून|\
         มิถุนายน|มิ.ย|junija|birželio|juuni",
    ),
    Words(
        "july|jul|juli|juillet|juil|julio|julho|luglio|lug|lipca|lipiec|lip|července|červenec|júla|júl|július|júlí|heinäkuuta|\
         heinäkuu|iulie|iul|июля|июль|июл|липня|липень|ιουλίου|ιούλιος|ιουλ|temmuz|tem|juliol|srpnja|јул|юли|يوليو|יולי|ביולי|\
         ژوئیه|जुलाई|กรกฎาคม|ก.ค|julija|liepos|juuli",
    ),
    Words(
        "august|aug|août|aout|agosto|ago|augustus|sierpnia|sierpień|sie|srpna|srpen|augusta|augusztus|ágúst|elokuuta|elokuu|\
         augusti|августа|август|авг|серпня|серпень|αυγούστου|αύγουστος|αυγ|ağustos|ağu|agost|kolovoza|أغسطس|אוגוסט|באוגוסט|اوت|\
         अगस्त|สิงหาคม|ส.ค|avgusta|rugpjūčio|agustus|ogos",
    ),
    Words(
        "september|sep|sept|septembre|septiembre|setiembre|set|setembro|settembre|września|wrzesień|wrz|září|septembra|\
         szeptember|szept|syyskuuta|syyskuu|septembrie|сентября|сентябрь|сен|сент|вересня|вересень|σεπτεμβρίου|σεπτέμβριος|σεπ|\
         eylül|eyl|setembre|rujna|септембар|септември|سبتمبر|ספטמבר|בספטמבר|سپتامبر|सितंबर|กันยายน|ก.ย|rugsėjo",
    ),
    Words(
        "october|oct|oktober|okt|octobre|octubre|outubro|out|ottobre|ott|października|październik|paź|října|říjen|októbra|\
         október|lokakuuta|lokakuu|octombrie|октября|октябрь|окт|жовтня|жовтень|οκτωβρίου|οκτώβριος|οκτ|ekim|eki|octubre|\
         listopada|октобар|октомври|أكتوبر|اكتوبر|אוקטובר|באוקטובר|اکتبر|अक्टूबर|अक्तूबर|ตุลาคม|ต.ค|oktobra|spalio|oktoober",
    ),
    Words(
        "november|nov|novembre|noviembre|novembro|listopad|lis|listopadu|novembra|marraskuuta|marraskuu|noiembrie|noi|ноября|\
         ноябрь|ноя|нояб|листопада|листопад|νοεμβρίου|νοέμβριος|νοε|kasım|kas|studenoga|новембар|ноември|نوفمبر|נובמבר|בנובמבר|\
         نوامبر|नवंबर|नवम्बर|พฤศจิกายน|พ.ย|lapkričio",
    ),
    Words(
        "december|dec|dezember|dez|décembre|déc|diciembre|dic|dezembro|dicembre|grudnia|grudzień|gru|prosince|prosinec|\
         decembra|desember|des|joulukuuta|joulukuu|decembrie|декабря|декабрь|дек|грудня|грудень|δεκεμβρίου|δεκέμβριος|δεκ|\
         aralık|ara|desembre|prosinca|децембар|декември|ديسمبر|דצמבר|בדצמבר|دسامبر|दिसंबर|दिसम्बर|ธันวาคม|ธ.ค|gruodžio|desember",
    ),
];

/// Number of the month that a lower-case word names.
pub(super) fn month(word: &str) -> Option<i16> {
    static NUMBERS: LazyLock<HashMap<&str, i16>> = LazyLock::new(|| {
        (1..).zip(MONTHS).flat_map(|(number, names)| names.iter().map(move |name| (name, number))).collect()
    });
    NUMBERS.get(word).copied()
}

/// Days of the week, which are no names.
pub(super) const WEEKDAYS: Words = Words(
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|montag|dienstag|\
     mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|\
     jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|maandag|dinsdag|woensdag|donderdag|\
     vrijdag|zaterdag|zondag|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira",
);

/// Words before a date that make it the date of a change.
pub(super) const MODIFIED: Words = Words(
    "updated|update|modified|revised|edited|changed|reviewed|aktualisiert|geändert|bearbeitet|stand|jour|modifié|actualisé|\
     actualizado|actualizada|modificado|atualizado|atualizada|aggiornato|modificato|bijgewerkt|gewijzigd|uppdaterad|opdateret|\
     oppdatert|päivitetty|zaktualizowano|aktualizacja|aktualizováno|frissítve|обновлено|изменено|оновлено|güncelleme|\
     güncellendi|更新|最終更新|修改|수정|آخرین|تحديث|עודכן",
);

/// Words before a date that make it the date of publication, whatever stands before them.
pub(super) const PUBLISHED_ALONE: Words = Words(
    "published|posted|publish|created|released|originally|veröffentlicht|erstellt|publié|publiée|publicado|publicada|\
     pubblicato|geplaatst|gepubliceerd|publicerad|udgivet|publisert|julkaistu|opublikowano|zveřejněno|megjelent|опубликовано|\
     опубліковано|yayınlanma|发布|发表|公開|掲載|投稿|게시|입력|نشر|פורסם",
);

/// What comes before an author's name. Longer phrases first; each is followed by a space, a colon or the name's line.
pub(super) const BY: Words = Words(
    "this article was written by|this post was written by|article written by|words and photos by|story and photos by|\
     article by|guest post by|medically written by|written and directed by|researched and written by|post written by|\
     blog post by|post by|written by|posted by|published by|created by|submitted by|reported by|contributed by|authored by|\
     started by|asked by|uploaded by|text by|words by|story by|review by|report by|recipe by|opinion by|analysis by|\
     post author|article author|about the author|from the desk of|contributors|contributor|authors|author|by|geschrieben von|\
     veröffentlicht von|verfasst von|ein beitrag von|ein artikel von|gastbeitrag von|von|autor|autorin|autoren|écrit par|\
     rédigé par|publié par|posté par|propos recueillis par|par|auteur|auteurs|escrito por|publicado por|redactado por|\
     redacción|texto de|autora|autores|por|scritto da|pubblicato da|a cura di|autore|di|geschreven door|geplaatst door|door|\
     tekst|skriven av|publicerad av|skribent|text|skrevet av|skrevet af|av|af|tekst av|kirjoittaja|kirjoittanut|napisane przez|\
     przez|napsal|autor článku|írta|szerző|scris de|de către|автор|авторы|автори|текст|опубликовал|yazar|yazan|oleh|penulis|\
     tác giả|bởi|συντάκτης|του|της|作者|文|撰文|記者|记者|责任编辑|来源|執筆|著者|筆者|投稿者|글|기자|بقلم|كتب|كتبت|نویسنده|מאת|लेखक",
);

/// Those of [`BY`] that a text may begin with, by its first letter.
pub(super) fn by_phrases(text: &str) -> &'static [&'static str] {
    static BY_FIRST_LETTER: LazyLock<HashMap<char, Vec<&str>>> = LazyLock::new(|| {
        let mut phrases: HashMap<char, Vec<&str>> = HashMap::new();
        for phrase in BY.iter() {
            phrases.entry(phrase.chars().next().unwrap_or_default()).or_default().push(phrase);
        }
        phrases
    });
    let first = text.chars().next().and_then(|c| c.to_lowercase().next());
    first.and_then(|first| BY_FIRST_LETTER.get(&first)).map_or(&[], Vec::as_slice)
}

/// Of those above, the ones that may begin any sentence: alone they make no byline out of a line of text.
pub(super) const WEAK_BY: Words = Words(
    "von|par|por|di|door|av|af|text|tekst|texto de|文|来源|责任编辑|글|του|της|contributors|contributor|redacción",
);

/// What ends an author's name: what follows says something else.
pub(super) const AFTER_NAME: Words = Words(
    "medically reviewed by|reviewed by|fact checked by|fact-checked by|edited by|photos by|photo by|photographs by|\
     photography by|illustrations by|illustrated by|updated by|published on|published by|published|posted on|posted in|posted|\
     updated on|updated|last updated|last modified|created on|modified|written on|on|in|at|for|from|via|under|filed under|is a|\
     is the|is an|was|has|who|min read|minute read|read more|view all|follow|share|subscribe|says|wrote|email|twitter|\
     leave a comment|comments|am|um|le|el|il|den|veröffentlicht|aktualisiert|publié|publicado|pubblicato|für|pour|para|\
     geprüft von",
);

/// Words that join two authors.
pub(super) const AND: Words = Words(
    "and|&|und|et|y|e|en|och|og|ja|i|a|és|și|и|та|ve|و|with|dan|và|+",
);

/// Words of a role or department. A part of a byline that has one is no name.
pub(super) const ROLES: Words = Words(
    "editor|editors|editor-in-chief|reporter|correspondent|writer|contributor|contributing|columnist|journalist|freelance|\
     producer|manager|director|founder|co-founder|cofounder|ceo|cto|cmo|coo|cfo|president|professor|specialist|analyst|\
     strategist|consultant|marketer|marketing|engineer|developer|designer|researcher|intern|expert|coach|advisor|head|chief|\
     senior|staff|assistant|associate|lead|officer|executive|photographer|blogger|author|host|nutritionist|dietitian|therapist|\
     physician|attorney|lawyer|redakteur|redakteurin|redaktion|journaliste|rédacteur|rédactrice|redactor|redactora|periodista|\
     repórter|giornalista|redactie|redaktor|корреспондент|special|technology|business|politics|content|copywriter|community|\
     team|member|moderator|administrator|verified|owner|partner",
);

/// Letters after a name that belong to it.
pub(super) const CREDENTIALS: Words = Words(
    "md|phd|do|rd|rdn|ms|msc|ma|mba|bsc|ba|mph|jd|esq|cpa|cfp|cfa|rn|np|pa|pharmd|dds|dmd|dvm|lcsw|lmft|psyd|edd|jr|sr|ii|iii|\
     iv|cscs|cpt|ldn|ld|facp|faclm|faap|obe|mbe|mw|pt|dpt|pe|ea|chfc|clu|fnp|aprn|cns|lpc|pmp|scd|mfa|mpp|cde|cdces|cissp|cnc|\
     med|mhs|bcba|drph|facog|fapa|abpp|lmhc|cht|crnp",
);

/// Whole texts that are no name, though they stand where one should.
pub(super) const NOT_NAMES: Words = Words(
    "author|authors|admin|administrator|anonymous|unknown|guest|guest author|editor|staff|user|root|webmaster|nobody|default|\
     test|follow|follow author|follow us|share|subscribe|read more|view profile|view all posts|see all|more|comments|comment|\
     reply|email|home|contributor|contributors|contact|about|about us|about the author|profile|website|menu|search|login|\
     log in|sign in|sign up|written by|by|super user|site admin|wordpress|facebook|twitter|linkedin|instagram|youtube|google|\
     link|copy link|print|back|next|previous|published|updated|date|posted|none|various|several authors|multiple authors|\
     advertisement|sponsored|newsletter|blog|news|articles|article|posts|all posts|view all articles|learn more|member|\
     moderator|deleted|[deleted]|automoderator|original poster|op|topic author|new member|active member|you|me|our team|\
     the team|editorial|shop|store|products|overview|introduction|default author|site editor|web editor|webadmin|web admin|\
     siteadmin|adminuser|n a|na|tbd|today|yesterday|heute|gestern|ago|quote|like|likes|views|share this|my account|cart",
);

/// Words of an organisation's name.
pub(super) const ORGANISATIONS: Words = Words(
    "team|staff|inc|llc|ltd|gmbh|ag|corp|corporation|company|news|magazine|times|press|agency|agencies|university|institute|\
     foundation|association|media|group|editors|editorial|redaktion|redaction|rédaction|redacción|redazione|redactie|reuters|\
     afp|dpa|bbc|cnn|newsroom|desk|department|office|ministry|committee|board|network|studio|studios|labs|blog|contributors|\
     community|center|centre|society|council|school|college|hospital|clinic|bank|admissions|.com|support|marketing|\
     communications",
);
