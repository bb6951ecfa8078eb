//! Names of programming languages in classes and attributes.

use crate::html::Attr;
use crate::tape::{ElementId, Tape};

/// What classes start with before a language's name.
const PREFIXES: &[&str] =
    &["language-", "lang-", "highlight-source-", "highlight-text-", "highlight-", "src-", "brush:", "code-", "syntax-", "type-"];

/// Classes beside which a bare language name stands.
const MARKERS: &[&str] = &[
    "highlight",
    "hljs",
    "sourcecode",
    "prettyprint",
    "chroma",
    "codehilite",
    "listing",
    "syntaxhighlighter",
    "code",
    "brush:",
    "source",
    "src",
    "codeblock",
    "shiki",
];

/// Names that count where a class or attribute only may be a language.
const KNOWN: &[&str] = &[
    "abap",
    "ada",
    "apache",
    "apl",
    "applescript",
    "arduino",
    "asm",
    "assembly",
    "astro",
    "awk",
    "bash",
    "bat",
    "batch",
    "basic",
    "bibtex",
    "c",
    "c++",
    "c#",
    "caml",
    "clj",
    "clojure",
    "cmake",
    "cobol",
    "coffee",
    "coffeescript",
    "console",
    "cpp",
    "cs",
    "csharp",
    "csharp",
    "css",
    "csv",
    "cuda",
    "cypher",
    "d",
    "dart",
    "delphi",
    "diff",
    "django",
    "docker",
    "dockerfile",
    "dot",
    "elisp",
    "elixir",
    "elm",
    "emacs-lisp",
    "erb",
    "erlang",
    "fish",
    "fortran",
    "fsharp",
    "gdscript",
    "glsl",
    "gleam",
    "go",
    "golang",
    "gradle",
    "graphql",
    "groovy",
    "haml",
    "handlebars",
    "haskell",
    "hcl",
    "hlsl",
    "hs",
    "html",
    "html+erb",
    "http",
    "ini",
    "ipython",
    "ipython3",
    "java",
    "javascript",
    "jinja",
    "js",
    "json",
    "json5",
    "jsonc",
    "jsonnet",
    "jsx",
    "julia",
    "kotlin",
    "kt",
    "latex",
    "less",
    "lisp",
    "llvm",
    "lua",
    "make",
    "makefile",
    "markdown",
    "markup",
    "mathematica",
    "matlab",
    "md",
    "mdx",
    "mermaid",
    "mysql",
    "nasm",
    "nginx",
    "nim",
    "nix",
    "objc",
    "objective-c",
    "objectivec",
    "ocaml",
    "pascal",
    "perl",
    "pgsql",
    "php",
    "pl",
    "plsql",
    "postgresql",
    "powershell",
    "processing",
    "prolog",
    "properties",
    "protobuf",
    "ps1",
    "puppet",
    "py",
    "pycon",
    "python",
    "python2",
    "python3",
    "r",
    "racket",
    "razor",
    "rb",
    "reason",
    "rest",
    "rs",
    "rst",
    "ruby",
    "rust",
    "sass",
    "scala",
    "scheme",
    "scss",
    "sh",
    "shell",
    "shell-session",
    "smalltalk",
    "solidity",
    "sql",
    "stata",
    "svelte",
    "swift",
    "tcl",
    "terraform",
    "tex",
    "toml",
    "ts",
    "tsql",
    "tsx",
    "twig",
    "typescript",
    "v",
    "vb",
    "vbnet",
    "verilog",
    "vhdl",
    "vim",
    "viml",
    "vue",
    "wasm",
    "wat",
    "wgsl",
    "xml",
    "yaml",
    "yml",
    "zig",
    "zsh",
];

/// Names for code in no language.
pub(super) fn is_none(name: &str) -> bool {
    matches!(
        name,
        "none"
            | "text"
            | "txt"
            | "plain"
            | "plaintext"
            | "nohighlight"
            | "no-highlight"
            | "default"
            | "undefined"
            | "null"
            | "auto"
            | "unknown"
            | "raw"
            | "output"
            | "notranslate"
    )
}

/// The language that an attribute names.
pub(super) fn of_attributes(tape: &Tape, id: ElementId) -> Option<&str> {
    let sure = [Attr::DataLang, Attr::DataLanguage, Attr::DataCodeBlockLang, Attr::DataEnlighter, Attr::Syntax]
        .iter()
        .filter_map(|attr| tape.attr(id, *attr))
        .map(str::trim)
        .find(|name| is_plain(name));
    // `lang` is a language of people, but for what only a machine speaks.
    let maybe = || [Attr::Lang, Attr::DataCode].iter().filter_map(|attr| tape.attr(id, *attr)).map(str::trim).find(|name| is_known(name));
    sure.or_else(maybe)
}

/// The language that an element's classes name.
pub(super) fn of_classes<'a>(classes: &[&'a str]) -> Option<&'a str> {
    if let Some(name) = classes.iter().find_map(|class| of_prefix(class)) {
        return Some(name);
    }
    let is_marked = classes.iter().any(|class| MARKERS.iter().any(|marker| class.eq_ignore_ascii_case(marker)));
    classes.iter().copied().map(|class| class.trim_end_matches(';')).find(|class| is_marked && is_known(class))
}

/// The language after a prefix that says so.
pub(super) fn of_prefix(class: &str) -> Option<&str> {
    let lower = class.to_ascii_lowercase();
    let (at, prefix) = PREFIXES.iter().enumerate().find(|(_, prefix)| lower.starts_with(**prefix))?;
    let name = class[prefix.len()..].split([';', ',', '{', ':']).next().unwrap_or_default();
    // "language-" can be followed by any name, the vaguer prefixes only by a language's.
    (is_known(name) || (at < 2 && is_plain(name))).then_some(name)
}

fn is_known(name: &str) -> bool {
    KNOWN.iter().any(|known| name.eq_ignore_ascii_case(known))
}

fn is_plain(name: &str) -> bool {
    !name.is_empty() && !name.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn from_classes() {
        for (classes, expected) in [
            ("language-js", Some("js")),
            ("lang-rust s-code-block", Some("rust")),
            ("highlight highlight-source-python", Some("python")),
            ("highlight-python3 notranslate", Some("python3")),
            ("hljs typescript", Some("typescript")),
            ("sourceCode haskell", Some("haskell")),
            ("brush: java; toolbar: false", Some("java")),
            ("brush:java", Some("java")),
            ("src src-emacs-lisp", Some("emacs-lisp")),
            ("go", None),
            ("highlight", None),
        ] {
            assert_eq!(of_classes(&classes.split(' ').collect::<Vec<_>>()), expected, "{classes}");
        }
    }
}
