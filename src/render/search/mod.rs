//! The search index: from the corpus to the files that the client reads.
//!
//! One small core is read first (words, labels, three columns of facts); it
//! names the files with postings, the blocks of cards, the stories and the
//! columns that are asked for seldom. All names but the core's carry the check
//! of their content: they may be kept for ever, and a client that holds an old
//! core never reads a new file by mistake. The format stands in
//! `docs/SEARCH.md`; the client is `themes/ocop/static/search.js`.
//!
//! Same corpus, same bytes. Never reads HTML, never the disk. Cost: one pass to
//! invert names, two over the stories, one sort each.

mod bits;
mod bytes;
mod cards;
mod core;
mod disk;
mod postings;
pub mod site;
mod story;

use rayon::prelude::*;

use crate::derive::search::Corpus;
use crate::render::search::core::Named;
use crate::render::search::postings::Postings;

/// Version of the format; a client of another one says so.
pub const VERSION: u8 = 2;

/// Folder of the index in the output.
pub const FOLDER: &str = "tim/du-lieu";

/// Bytes of a file of postings, about.
const SHARD: usize = 500;

/// Products from which lists are long enough for a file each, if there are not too many words.
const LONG: usize = 30_000;
const MOST_WORDS: usize = 1500;

/// The groups of `content/reference/synonyms.txt`.
const SYNONYMS: &str = include_str!("../../../content/reference/synonyms.txt");

/// What the client needs to know of the site.
#[derive(Debug, Clone, Default)]
pub struct Addresses {
    /// Route in front of a product's slug, Vietnamese.
    pub vietnamese: String,
    /// The same in English; empty where the site has no English.
    pub english: String,
    /// Folder of the woven covers with a slash.
    pub covers: String,
    /// Words that mean the same, one group each.
    pub synonyms: Vec<Vec<String>>,
}

/// When the index is also written as a script, for pages opened from a disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FromDisk {
    /// Where the index is small.
    #[default]
    Small,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// How a file is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// As it is.
    Plain,
    /// A DEFLATE stream.
    Deflated,
    /// The rest of a DEFLATE stream that begins with the history of cards.
    AfterHistory,
}

impl Form {
    /// The part of the check that names a file. There are so many blocks of cards, and all their
    /// tags are read before the first card, that two bytes must do.
    fn named_by(self, tag: &[u8; 3]) -> &[u8] {
        match (self, tag) {
            (Self::AfterHistory, [short @ .., _]) => short,
            _ => tag,
        }
    }
}

/// A file of the index.
#[derive(Debug, Clone)]
pub struct File {
    /// Path below the output folder.
    pub path: String,
    /// Bytes before packing; they are what the file is made from.
    pub raw: Vec<u8>,
    name: String,
    tag: [u8; 3],
    form: Form,
}

impl File {
    /// A file whose name carries the check of its content.
    fn new(name: &str, raw: Vec<u8>, form: Form) -> Self {
        let tag = bytes::tag(&raw);
        let path = format!("{FOLDER}/{name}-{}.bin", bytes::hex(form.named_by(&tag)));
        Self { path, raw, name: name.to_owned(), tag, form }
    }

    /// A file whose name never changes.
    fn named(name: &str, raw: Vec<u8>, form: Form) -> Self {
        let tag = bytes::tag(&raw);
        Self { path: format!("{FOLDER}/{name}"), raw, name: name.to_owned(), tag, form }
    }

    fn tag(&self) -> &[u8] {
        self.form.named_by(&self.tag)
    }

    fn file_name(&self) -> &str {
        self.path.rsplit_once('/').map_or(self.path.as_str(), |(_, name)| name)
    }

    /// The bytes that are written.
    pub fn packed(&self) -> Vec<u8> {
        match self.form {
            Form::Plain => self.raw.clone(),
            Form::Deflated => bytes::deflate(&self.raw),
            Form::AfterHistory => bytes::deflate_after(cards::HISTORY.as_bytes(), &self.raw),
        }
    }
}

/// Makes all files of the index, in the order of their paths.
pub fn files(corpus: &Corpus<'_>, addresses: &Addresses, from_disk: FromDisk) -> Vec<File> {
    let entries = corpus.entries.as_slice();
    let postings = Postings::of(entries);
    let stories = story::stories(entries, &|folded| postings.knows(folded));
    let is_long = entries.len() > LONG && postings.words() <= MOST_WORDS;
    let directory = postings.files(if is_long { 1 } else { SHARD });
    drop(postings);
    let (blocks, cards) = cards::cards(entries);
    let columns = core::columns(entries);
    let named = Named { cards: &blocks, stories: &stories.root, columns: &columns };
    let core = core::core(entries, &corpus.vocabulary, addresses, &directory, &named);
    let mut files = vec![core, blocks, stories.root];
    files.extend(directory.files.into_iter().chain(stories.files).chain(cards).chain(columns));
    let offline = offline(&files);
    files.sort_by(|one, other| one.path.cmp(&other.path));
    let size = || files.iter().map(|file| file.raw.len()).sum::<usize>();
    if from_disk == FromDisk::Always || (from_disk == FromDisk::Small && size() <= disk::SMALL)
    {
        let script = disk::script(&files);
        files.push(script);
    }
    files.push(offline);
    files
}

/// Words that mean the same, one group each.
pub fn synonyms() -> Vec<Vec<String>> {
    let lines = SYNONYMS.lines().map(|line| line.split('#').next().unwrap_or_default());
    let group = |line: &str| {
        let words = line.split('=').map(str::trim).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect::<Vec<String>>()
    };
    lines.map(group).filter(|group| group.len() > 1).collect()
}

/// Names of the files that a browser keeps for searching without a signal: all but the core,
/// which it keeps last, and the stories, which are most of the bytes.
fn offline(files: &[File]) -> File {
    let is_kept = |file: &&File| file.name != "core.bin" && !story::is_of_stories(&file.name);
    let names = files.iter().filter(is_kept).map(File::file_name);
    let lines: String = names.flat_map(|name| [name, "\n"]).collect();
    File::named("files.txt", lines.into_bytes(), Form::Plain)
}

/// The bytes of all files, packed in parallel.
pub fn packed(files: &[File]) -> Vec<(String, Vec<u8>)> {
    files.par_iter().map(|file| (file.path.clone(), file.packed())).collect()
}
