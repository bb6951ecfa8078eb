//! Words that pagers and addresses of pages use, by language. Data, matched by whole token, lower case.

use crate::words::Words;

/// Words for a page or part: as a parameter's name, or before a number in a path.
pub(super) const PAGES: Words = Words(
    "page|p|pg|part|seite|teil|partie|pagina|página|páxina|parte|deel|strona|część|sida|side|sivu|sayfa|stranka|stránka|část|\
     oldal|halaman|trang|стр|страница|часть",
);

/// Names of parameters that hold a page's number, and are no words of a path.
pub(super) const PARAMETERS: Words = Words("paged|pagenum|pageno|page_num|page_no|pagenumber|page_number|currentpage|str");

/// Numbers as words of a path, one first.
pub(super) const NUMBERS: [Words; 12] = [
    Words("one|i|eins|un|une|uno|una|een|um|uma|ett|en|jeden|один"),
    Words("two|ii|zwei|deux|dos|due|twee|dois|duas|två|to|dwa|два"),
    Words("three|iii|drei|trois|tres|tre|drie|três|trzy|три"),
    Words("four|iv|vier|quatre|cuatro|quattro|quatro|fyra|fire|cztery|четыре"),
    Words("five|v|fünf|fuenf|cinq|cinco|cinque|vijf|fem|pięć|пять"),
    Words("six|vi|sechs|seis|sei|zes|sex|seks|sześć|шесть"),
    Words("seven|vii|sieben|sept|siete|sette|zeven|sete|sju|syv|siedem|семь"),
    Words("eight|viii|acht|huit|ocho|otto|oito|åtta|otte|osiem|восемь"),
    Words("nine|ix|neun|neuf|nueve|nove|negen|nio|ni|dziewięć|девять"),
    Words("ten|x|zehn|dix|diez|dieci|tien|dez|tio|ti|dziesięć|десять"),
    Words("eleven|xi|elf|onze|once|undici|elva|elleve"),
    Words("twelve|xii|zwölf|zwoelf|douze|doce|dodici|twaalf|doze|tolv"),
];

/// What links to the next page say, in full.
pub(super) const NEXT: Words = Words(
    "next|next page|next part|continue|continue reading|weiter|nächste|nächste seite|suivant|suivante|page suivante|siguiente|\
     página siguiente|seguinte|próxima|próxima página|successiva|avanti|pagina successiva|prossima|volgende|volgende pagina|\
     nästa|nästa sida|næste|næste side|neste|neste side|seuraava|następna|dalej|další|ďalej|következő|următoarea|следующая|\
     далее|вперёд|вперед|наступна|напред|επόμενη|sonraki|sonraki sayfa|ileri|التالي|הבא|بعدی|अगला|下一页|下一頁|下页|次へ|次のページ|다음|ถัดไป|\
     trang sau|berikutnya|selanjutnya",
);

/// What links to the page before say, in full.
pub(super) const PREVIOUS: Words = Words(
    "previous|prev|previous page|previous part|back|zurück|vorherige|vorherige seite|précédent|précédente|page précédente|\
     anterior|página anterior|precedente|indietro|pagina precedente|vorige|vorige pagina|föregående|forrige|forrige side|\
     edellinen|poprzednia|wstecz|předchozí|előző|anterioara|предыдущая|назад|попередня|προηγούμενη|önceki|önceki sayfa|geri|\
     السابق|הקודם|قبلی|पिछला|上一页|上一頁|上页|前へ|前のページ|이전|ก่อนหน้า|trang trước|sebelumnya",
);

/// Words of the names of what holds a pager of its own.
pub(super) const OTHER_PAGERS: Words = Words("comment|comments|commentlist|replies|review|reviews|disqus|related|carousel|slider");

/// Parts of the paths of lists: what they list goes on, no text does.
pub(super) const LISTS: Words = Words("archive|archives|author|authors|categories|category|hub|search|subject|subjects|tag|tags|topics");
