//! The `readwell` command: a page in, its article out.

use std::fs;
use std::io::{self, BufRead, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use clap::{Parser, ValueEnum};
use readwell::{Declutter, DeclutterOptions, Options, Outcome, SiteRules};
use serde::{Deserialize, Serialize};

/// Gives the article of a web page back: as HTML, Markdown, text or JSON.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// The page; "-" or nothing for standard input
    #[arg(default_value = "-")]
    file: PathBuf,
    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Markdown)]
    format: Format,
    /// The page's own address, to resolve its links
    #[arg(long)]
    url: Option<String>,
    /// The charset that the page was sent with
    #[arg(long)]
    charset: Option<String>,
    /// A JSON file of site rules: [{"host", "content", "remove", "title", "author", "date"}]
    #[arg(long, value_name = "FILE")]
    rules: Option<PathBuf>,
    /// Say in the JSON what was removed, and why
    #[arg(long)]
    trace: bool,
    /// Say in the JSON what the page's JSON-LD and meta elements say, as they stand
    #[arg(long)]
    raw_metadata: bool,
    /// Start the Markdown with the page's metadata, as YAML
    #[arg(long)]
    front_matter: bool,
    /// Take the parameters out of links that only follow their readers (fbclid, gclid, …)
    #[arg(long)]
    remove_tracking_parameters: bool,
    /// Show films and recordings of this host by the site's own player, in a sandboxed iframe (can be given more than once)
    #[arg(long, value_name = "HOST")]
    iframe: Vec<String>,
    /// Read one JSON object a line ({"id", "url", "html"}) and print one a line
    #[arg(long)]
    ndjson: bool,
    /// Stream the page's own HTML through, less its clutter (this does not make it safe)
    #[arg(long, conflicts_with_all = ["ndjson", "trace", "url", "format", "rules"])]
    declutter: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Html,
    Markdown,
    Text,
    Json,
}

fn main() -> ExitCode {
    run(&Arguments::parse()).unwrap_or_else(|error| {
        // A reader that closed the pipe has all that it wanted.
        if error.kind() == io::ErrorKind::BrokenPipe {
            return ExitCode::SUCCESS;
        }
        eprintln!("readwell: {error}");
        ExitCode::from(2)
    })
}

fn run(arguments: &Arguments) -> io::Result<ExitCode> {
    if arguments.declutter {
        return declutter(arguments);
    }
    let options = options(arguments)?;
    match arguments.ndjson {
        true => each_line(arguments, &options),
        false => one_page(arguments, &options),
    }
}

fn open(arguments: &Arguments) -> io::Result<Box<dyn Read>> {
    if arguments.file.as_os_str() == "-" {
        return Ok(Box::new(io::stdin()));
    }
    let file = fs::File::open(&arguments.file).map_err(|error| of_file(&arguments.file, &error))?;
    Ok(Box::new(file))
}

fn of_file(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

fn options(arguments: &Arguments) -> io::Result<Options> {
    let rules = arguments.rules.as_ref().map(|path| fs::read_to_string(path).map_err(|error| of_file(path, &error))).transpose()?;
    let site_rules = rules.as_deref().map(SiteRules::from_json).transpose().map_err(io::Error::other)?;
    Ok(Options {
        url: arguments.url.clone(),
        charset: arguments.charset.clone(),
        trace: arguments.trace,
        raw_metadata: arguments.raw_metadata,
        front_matter: arguments.front_matter,
        remove_tracking_parameters: arguments.remove_tracking_parameters,
        iframes: arguments.iframe.clone(),
        site_rules: site_rules.unwrap_or_default(),
        ..Options::default()
    })
}

fn one_page(arguments: &Arguments, options: &Options) -> io::Result<ExitCode> {
    let mut page = Vec::new();
    open(arguments)?.read_to_end(&mut page)?;
    let outcome = readwell::clean_bytes(&page, options).map_err(io::Error::other)?;
    let printed = match (&outcome, arguments.format) {
        (_, Format::Json) => serde_json::to_string_pretty(&outcome)?,
        (Outcome::Article(article), Format::Html) => article.content.clone(),
        (Outcome::Article(article), Format::Markdown) => article.markdown.clone(),
        (Outcome::Article(article), Format::Text) => article.text_content.clone(),
        (Outcome::NoArticle(nothing), _) => {
            eprintln!("readwell: {}", nothing.message);
            return Ok(ExitCode::FAILURE);
        }
    };
    writeln!(io::stdout().lock(), "{printed}")?;
    Ok(match outcome {
        Outcome::Article(_) => ExitCode::SUCCESS,
        Outcome::NoArticle(_) => ExitCode::FAILURE,
    })
}

fn declutter(arguments: &Arguments) -> io::Result<ExitCode> {
    let mut input = open(arguments)?;
    let mut out = io::stdout().lock();
    let mut written = Ok(());
    let options = DeclutterOptions { charset: arguments.charset.clone(), ..DeclutterOptions::default() };
    let mut page = Declutter::new(options, |bytes: &[u8]| {
        if written.is_ok() {
            written = out.write_all(bytes);
        }
    })
    .map_err(io::Error::other)?;
    let mut chunk = vec![0; 64 * 1024];
    loop {
        let length = input.read(&mut chunk)?;
        if length == 0 {
            break;
        }
        page.write(&chunk[..length]).map_err(io::Error::other)?;
    }
    page.end().map_err(io::Error::other)?;
    written.and_then(|()| out.flush()).map(|()| ExitCode::SUCCESS)
}

/// A line in.
#[derive(Deserialize)]
struct Page {
    #[serde(default)]
    id: serde_json::Value,
    url: Option<String>,
    html: String,
}

/// A line out for a page that was read.
#[derive(Serialize)]
struct Answer {
    id: serde_json::Value,
    /// Milliseconds inside `clean` alone.
    ms: f64,
    #[serde(flatten)]
    outcome: Outcome,
}

/// A line out for a line that could not be read, or whose options can't be used.
#[derive(Serialize)]
struct Refusal {
    id: serde_json::Value,
    ok: bool,
    error: Problem,
}

#[derive(Serialize)]
struct Problem {
    code: &'static str,
    message: String,
}

fn each_line(arguments: &Arguments, options: &Options) -> io::Result<ExitCode> {
    let mut out = io::stdout().lock();
    for line in io::BufReader::new(open(arguments)?).split(b'\n') {
        let line = line?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        match answer(&line, options) {
            Ok(answer) => serde_json::to_writer(&mut out, &answer)?,
            Err(refusal) => serde_json::to_writer(&mut out, &refusal)?,
        }
        out.write_all(b"\n")?;
        out.flush()?;
    }
    Ok(ExitCode::SUCCESS)
}

fn answer(line: &[u8], options: &Options) -> Result<Answer, Refusal> {
    let refuse = |id, code, message| Refusal { id, ok: false, error: Problem { code, message } };
    let page: Page = serde_json::from_slice(line).map_err(|error| {
        let id = serde_json::from_slice::<serde_json::Value>(line).ok().and_then(|value| value.get("id").cloned());
        refuse(id.unwrap_or_default(), "bad-line", error.to_string())
    })?;
    let options = Options { url: page.url.or_else(|| options.url.clone()), ..options.clone() };
    let start = Instant::now();
    let outcome = readwell::clean(&page.html, &options);
    let ms = start.elapsed().as_secs_f64() * 1e3;
    match outcome {
        Ok(outcome) => Ok(Answer { id: page.id, ms, outcome }),
        Err(error) => Err(refuse(page.id, error.code(), error.to_string())),
    }
}
