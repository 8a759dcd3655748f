//! Events of the Markdown parser → HTML, one block per line.
//!
//! Every tag of the result is written here and closed here; all the rest is
//! escaped text. Attributes come in a fixed order, and elements that would be
//! a hurdle to some reader are left out: empty headings, empty paragraphs,
//! links without words, header cells that head nothing, checkboxes without a
//! label.
//!
//! The parts of a tag's work that need more than a line are in `parts`.
//!
//! Cost: linear in the events; the words of a link, a cell or an image are
//! looked at twice. Never recurses.

mod parts;

use std::collections::BTreeSet;
use std::fmt::{Arguments, Write as _};

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

use super::notes::Notes;
use super::{Heading, Target, full};
use parts::is_task;

/// The HTML of a text and of its notes.
pub(super) fn write(
    body: &[Event<'_>],
    notes: &Notes<'_>,
    outline: &[Option<Heading>],
    resolve: &dyn Fn(&str, bool) -> Option<Target>,
) -> String {
    let mut writer = Writer {
        out: String::new(),
        notes,
        outline,
        heading: 0,
        open_heading: None,
        resolve,
        links: Vec::new(),
        table: Table::default(),
        referred: BTreeSet::new(),
        in_code: false,
    };
    writer.events(body);
    writer.notes();
    writer.out
}

/// The table being written.
#[derive(Debug, Default)]
struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    has_body: bool,
    cell: &'static str,
}

struct Writer<'a> {
    out: String,
    notes: &'a Notes<'a>,
    outline: &'a [Option<Heading>],
    /// Headings met so far.
    heading: usize,
    /// Level of the heading being written.
    open_heading: Option<u8>,
    resolve: &'a dyn Fn(&str, bool) -> Option<Target>,
    /// The links around, whether each has become an `<a>`.
    links: Vec<bool>,
    table: Table,
    /// Notes with an anchor to come back to.
    referred: BTreeSet<usize>,
    /// Whether white space counts.
    in_code: bool,
}

impl Writer<'_> {
    fn events(&mut self, events: &[Event<'_>]) {
        let mut rest = events;
        while let Some((event, after)) = rest.split_first() {
            let taken = self.event(event, after);
            rest = after.get(taken..).unwrap_or_default();
        }
    }

    /// Writes one event; says how many of those `after` went with it.
    fn event(&mut self, event: &Event<'_>, after: &[Event<'_>]) -> usize {
        match event {
            Event::Start(tag) => return self.start(tag, after),
            Event::End(tag) => self.end(*tag),
            Event::Text(text)
            | Event::Html(text)
            | Event::InlineHtml(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => self.text(text),
            Event::Code(text) => self.code(text),
            Event::SoftBreak => self.out.push(' '),
            Event::HardBreak => self.out.push_str("<br>"),
            Event::Rule => self.block("<hr>\n"),
            Event::FootnoteReference(label) => self.reference(label),
            Event::TaskListMarker(done) => {
                self.out.push_str(if *done { "☑ " } else { "☐ " });
            }
        }
        0
    }

    fn start(&mut self, tag: &Tag<'_>, after: &[Event<'_>]) -> usize {
        match tag {
            Tag::Paragraph => return self.paragraph(after),
            Tag::Image { dest_url, title, .. } => return self.image(dest_url, title, after),
            Tag::Link { link_type, dest_url, title, .. } => {
                self.link(&full(*link_type, dest_url), title, after);
            }
            Tag::Heading { .. } => self.heading(),
            Tag::HtmlBlock => self.block("<p>"),
            Tag::CodeBlock(_) => {
                self.in_code = true;
                self.block("<pre><code>");
            }
            Tag::BlockQuote(_) => self.block("<blockquote>\n"),
            Tag::List(None) => self.block("<ul>\n"),
            Tag::List(Some(1)) => self.block("<ol>\n"),
            Tag::List(Some(first)) => self.block(&format!("<ol start=\"{first}\">\n")),
            Tag::Item => {
                self.block(if is_task(after) { "<li class=\"task\">" } else { "<li>" });
            }
            Tag::Table(alignments) => {
                self.table = Table { alignments: alignments.clone(), ..Table::default() };
                self.block("<table>\n");
            }
            Tag::TableHead => self.head_row(),
            Tag::TableRow => self.row(),
            Tag::TableCell => self.cell(after),
            Tag::Emphasis => self.out.push_str("<em>"),
            Tag::Strong => self.out.push_str("<strong>"),
            Tag::Strikethrough => self.out.push_str("<del>"),
            // Footnotes are taken out beforehand; the others are switched off.
            _ => {}
        }
        0
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.close_paragraph(),
            TagEnd::Heading(_) => match self.open_heading.take() {
                Some(level) => self.push(format_args!("</h{level}>\n")),
                None => self.close_paragraph(),
            },
            TagEnd::CodeBlock => {
                self.in_code = false;
                self.out.push_str("</code></pre>\n");
            }
            TagEnd::BlockQuote(_) => self.block("</blockquote>\n"),
            TagEnd::List(true) => self.block("</ol>\n"),
            TagEnd::List(false) => self.block("</ul>\n"),
            TagEnd::Item => self.out.push_str("</li>\n"),
            TagEnd::TableHead => {
                self.table.in_head = false;
                self.out.push_str("</tr>\n</thead>\n");
            }
            TagEnd::TableRow => self.out.push_str("</tr>\n"),
            TagEnd::TableCell => {
                let cell = self.table.cell;
                self.push(format_args!("</{cell}>"));
            }
            TagEnd::Table => {
                let body = if self.table.has_body { "</tbody>\n" } else { "" };
                self.push(format_args!("{body}</table>\n"));
            }
            TagEnd::Emphasis => self.out.push_str("</em>"),
            TagEnd::Strong => self.out.push_str("</strong>"),
            TagEnd::Strikethrough => self.out.push_str("</del>"),
            TagEnd::Link if self.links.pop() == Some(true) => self.out.push_str("</a>"),
            _ => {}
        }
    }

    /// Begins a block on a line of its own.
    fn block(&mut self, html: &str) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        self.out.push_str(html);
    }

    fn push(&mut self, html: Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.out.write_fmt(html);
    }
}
