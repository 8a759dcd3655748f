//! A bundle with its files read: facts, story, English side.

use super::bundle::Bundle;
use super::codes::field::TEXT_IGNORED;
use super::codes::reference::PAIR_FRONT_MATTER;
use super::fields::Fields;
use super::front_matter::{self, DOSSIER_LIMIT, Document};
use super::keys::{ENGLISH, ENGLISH_FILE};
use super::letters;
use super::yaml::{Node, NodeKind};
use crate::diag::Diagnostic;
use crate::diag::sink::Diagnostics;
use crate::diag::span::{FileId, Span};
use crate::model::story::Story;
use crate::source::Tree;

/// The files of a dossier or page as read.
#[derive(Debug)]
pub(super) struct Opened {
    /// Facts, and the story where both are one file.
    pub(super) document: Document,
    /// The `.md` beside a `.yaml`.
    pub(super) story_file: Option<FileId>,
    /// What the `.en.md` says.
    pub(super) english: EnglishSide,
}

/// The English side of a dossier or page.
#[derive(Debug, Default)]
pub(super) struct EnglishSide {
    pub(super) file: Option<FileId>,
    /// Name of a product or producer, title of a page.
    pub(super) name: Option<String>,
    pub(super) summary: Option<String>,
    pub(super) story: Option<Story>,
}

/// Reads the files of a bundle; `None` for one without a file of facts.
pub(super) fn open(bundle: &Bundle, tree: &Tree, out: &mut Diagnostics) -> Option<Opened> {
    let file = bundle.main()?;
    let story_file = bundle.data.and(bundle.story);
    let mut document = match (tree.text(file), bundle.data) {
        // Why it cannot be read was said when the files were read.
        (None, _) => unread(file),
        (Some(text), Some(_)) => front_matter::data(file, text, DOSSIER_LIMIT, out),
        (Some(text), None) => front_matter::dossier(file, text, out),
    };
    if let Some((file, text)) = story_file.and_then(|file| Some((file, tree.text(file)?))) {
        document.story = story_of_pair(file, text, out);
    }
    let mut english = english(bundle.english, tree, out);
    let share = |story: Story| {
        let file = tree.shared(story.span.file);
        story.sharing(file)
    };
    document.story = document.story.map(share);
    english.story = english.story.map(share);
    Some(Opened { document, story_file, english })
}

fn unread(file: FileId) -> Document {
    let top = Span::start_of(file);
    let root = Node { span: top, kind: NodeKind::Null };
    Document { file, root, broken: true, top, story: None }
}

fn story_of_pair(file: FileId, text: &str, out: &mut Diagnostics) -> Option<Story> {
    let Some(document) = front_matter::optional(file, text, out) else {
        letters::judge(file, text, out);
        return front_matter::bare(file, text, 0, false).story;
    };
    if document.root.kind != NodeKind::Null {
        out.push(
            Diagnostic::new(
                &PAIR_FRONT_MATTER,
                document.top,
                "thông tin của hồ sơ này nằm trong tệp .yaml bên cạnh",
                "the facts of this dossier are in the .yaml beside it",
            )
            .hint("chuyển các mục này sang tệp .yaml", "move these keys into the .yaml"),
        );
    }
    document.story
}

fn english(file: Option<FileId>, tree: &Tree, out: &mut Diagnostics) -> EnglishSide {
    let Some(file) = file else { return EnglishSide::default() };
    let Some(text) = tree.text(file) else { return EnglishSide::default() };
    let Some(document) = front_matter::optional(file, text, out) else {
        letters::judge(file, text, out);
        let story = front_matter::bare(file, text, 0, false).story;
        return EnglishSide { file: Some(file), story, ..EnglishSide::default() };
    };
    let fields = Fields::open(&document.root, &ENGLISH_FILE, document.top, out);
    let name = fields.plain("name", out).or(fields.plain("title", out));
    let summary = fields.plain("summary", out);
    EnglishSide { file: Some(file), name, summary, story: document.story }
}

impl Opened {
    /// The Vietnamese story: the one below the facts, else the key `story`.
    pub(super) fn story(&self, fields: &Fields<'_>, out: &mut Diagnostics) -> Option<Story> {
        pick(self.document.story.as_ref(), fields, out)
    }

    /// The English side with what the key `en` adds.
    pub(super) fn english(
        &mut self,
        fields: &Fields<'_>,
        out: &mut Diagnostics,
    ) -> EnglishSide {
        let mut side = std::mem::take(&mut self.english);
        let Some(fields) = fields.map("en", &ENGLISH, out) else { return side };
        side.name = fields.plain("name", out).or(side.name);
        side.summary = fields.plain("summary", out).or(side.summary);
        side.story = pick(side.story.as_ref(), &fields, out);
        side
    }
}

fn pick(below: Option<&Story>, fields: &Fields<'_>, out: &mut Diagnostics) -> Option<Story> {
    let keyed = fields.prose("story", out);
    let Some(below) = below else { return keyed };
    if keyed.is_some() {
        out.push(
            Diagnostic::new(
                &TEXT_IGNORED,
                fields.key_span("story"),
                "`story` không được dùng vì đã có bài viết dưới phần thông tin",
                "`story` is not used, for there is one below the facts",
            )
            .hint("bỏ một trong hai", "delete one of them"),
        );
    }
    Some(below.clone())
}
