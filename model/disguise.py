"""Disguises of a page: what a classifier must not depend on is taken from its markup, and its text stays block for block."""
import re

TAG = re.compile(r"(<script\b.*?</script\s*>|<style\b.*?</style\s*>|<!--.*?-->|<[^>]*>)", re.S | re.I)
NAMES = re.compile(r"""\s(?:class|id|role|itemprop|itemtype|aria-label|data-[\w-]+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+)""", re.I)
CONTENT = re.compile(r"""(\scontent\s*=\s*")([^"]*)(")""", re.I)
ENTITY = re.compile(r"(&[#\w]+;)")
LOWER, CIPHER = "abcdefghijklmnopqrstuvwxyz", "uvcdyfghojklmnapqrstezwxib"
CODE = str.maketrans(LOWER + LOWER.upper(), CIPHER + CIPHER.upper())


def nameless(html):
    """Without the names that authors and software give to elements."""
    strip = lambda part: NAMES.sub("", part) if part.startswith("<") and not part.startswith("<!--") and len(part) < 5000 else part
    return "".join(strip(part) if i % 2 else part for i, part in enumerate(TAG.split(html)))


def foreign(html):
    """In a language that no lexicon knows: letters stand for other letters, vowels for vowels."""
    encode = lambda text: "".join(part if i % 2 else part.translate(CODE) for i, part in enumerate(ENTITY.split(text)))
    meta = lambda tag: CONTENT.sub(lambda m: m[1] + encode(m[2]) + m[3], tag) if tag[:5].lower() == "<meta" and "og:type" not in tag else tag
    return "".join(meta(part) if i % 2 else encode(part) for i, part in enumerate(TAG.split(html)))
