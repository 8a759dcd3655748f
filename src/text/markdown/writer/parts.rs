//! Tags that take more than a line: links, images, tables, footnotes.
//!
//! Each decides what its element becomes from its address, its words and what
//! surrounds it. Never writes an attribute that has not been escaped.

use pulldown_cmark::{Alignment, CowStr, Event, Tag, TagEnd};

use super::Writer;
use crate::text::clean::clean;
use crate::text::html::{escape, escape_into};
use crate::text::markdown::outline::PREFIX;
use crate::text::markdown::plain::{Images, length_of, text_of};
use crate::text::markdown::{Heading, Target, href};
use crate::text::slug::slugify;

/// How wide an image within running text is: the column, or the screen where it is narrower.
const SIZES: &str = "(min-width: 48em) 42rem, 100vw";

impl Writer<'_> {
    pub(super) fn text(&mut self, text: &str) {
        let text = clean(text);
        if self.in_code {
            return escape_into(&mut self.out, &text);
        }
        escape_into(&mut self.out, &text.replace('\n', " "));
    }

    pub(super) fn code(&mut self, text: &str) {
        self.out.push_str("<code>");
        self.text(text);
        self.out.push_str("</code>");
    }

    /// Opens a paragraph, or writes the whole of one that is only an image.
    pub(super) fn paragraph(&mut self, after: &[Event<'_>]) -> usize {
        if let Some(taken) = self.figure(after) {
            return taken;
        }
        self.block("<p>");
        0
    }

    /// Closes a paragraph; one with nothing in it goes.
    pub(super) fn close_paragraph(&mut self) {
        let length = self.out.trim_end_matches(' ').len();
        self.out.truncate(length);
        match self.out.strip_suffix("<p>").map(str::len) {
            Some(length) => self.out.truncate(length),
            None => self.out.push_str("</p>\n"),
        }
    }

    /// Opens a heading; one without words, and one in a footnote, becomes a paragraph.
    pub(super) fn heading(&mut self) {
        let heading: Option<&Heading> = self.outline.get(self.heading).and_then(Option::as_ref);
        self.heading = self.heading.saturating_add(1);
        self.open_heading = heading.map(|heading| heading.level);
        match heading {
            Some(Heading { level, id, .. }) => self.block(&format!("<h{level} id=\"{id}\">")),
            None => self.block("<p>"),
        }
    }

    pub(super) fn link(&mut self, written: &str, title: &str, after: &[Event<'_>]) {
        let target = self.heading_named(written).or_else(|| self.target(written, false));
        self.links.push(target.is_some());
        if let Some(target) = target {
            let href = escape(&href::encode(&target.href));
            self.push(format_args!("<a href=\"{href}\""));
            self.title(title);
            let rel = if href::is_external(&target.href) { " rel=\"noopener\"" } else { "" };
            self.push(format_args!("{rel}>"));
        }
        if text_of(after, Images::AsWords).is_empty() {
            self.text(written);
        }
    }

    /// Writes an image, or the words that stand in for it.
    pub(super) fn image(&mut self, written: &str, title: &str, after: &[Event<'_>]) -> usize {
        let alt = escape(&text_of(after, Images::AsWords));
        match self.target(written, true) {
            Some(target) => {
                self.img(&target, &alt);
                self.title(title);
                self.out.push('>');
            }
            None if alt.is_empty() => {}
            None => self.push(format_args!("<span>{alt}</span>")),
        }
        length_of(after).saturating_add(1)
    }

    /// Writes a figure where a paragraph holds one image and nothing else; says
    /// how many events that took, the paragraph's end included.
    fn figure(&mut self, after: &[Event<'_>]) -> Option<usize> {
        let (first, inside) = after.split_first()?;
        let Event::Start(Tag::Image { dest_url, title, .. }) = first else { return None };
        let length = length_of(inside).saturating_add(1);
        if inside.get(length)? != &Event::End(TagEnd::Paragraph) {
            return None;
        }
        let target = self.target(dest_url, true)?;
        self.block("<figure>\n");
        self.img(&target, &escape(&text_of(inside, Images::AsWords)));
        self.out.push_str(">\n");
        let caption = clean(title);
        if !caption.trim().is_empty() {
            let caption = escape(&caption.replace('\n', " "));
            self.push(format_args!("<figcaption>{}</figcaption>\n", caption.trim()));
        }
        self.out.push_str("</figure>\n");
        Some(length.saturating_add(2))
    }

    /// The start of an `<img>`, open for more attributes.
    fn img(&mut self, target: &Target, alt: &str) {
        let src = escape(&href::encode(&target.href));
        self.push(format_args!("<img src=\"{src}\" alt=\"{alt}\""));
        if !target.srcset.is_empty() {
            let srcset = escape(&target.srcset);
            self.push(format_args!(" srcset=\"{srcset}\" sizes=\"{SIZES}\""));
        }
        if let Some((width, height)) = target.size {
            self.push(format_args!(" width=\"{width}\" height=\"{height}\""));
        }
        self.out.push_str(" loading=\"lazy\" decoding=\"async\"");
    }

    fn title(&mut self, title: &str) {
        let title = clean(title);
        if !title.trim().is_empty() {
            let title = escape(&title.replace('\n', " "));
            self.push(format_args!(" title=\"{}\"", title.trim()));
        }
    }

    /// Where an address leads, if anywhere.
    fn target(&self, written: &str, image: bool) -> Option<Target> {
        if !href::is_usable(written) || image && !href::is_loadable(written) {
            return None;
        }
        (self.resolve)(written, image)
    }

    /// The heading of this text that `#words` means.
    fn heading_named(&self, written: &str) -> Option<Target> {
        let words = written.strip_prefix('#')?;
        let id = match words.strip_prefix(PREFIX) {
            Some(_) => words.to_owned(),
            None => format!("{PREFIX}{}", slugify(words)),
        };
        let known = self.outline.iter().flatten().any(|heading| heading.id == id);
        known.then(|| Target::to(format!("#{id}")))
    }

    pub(super) fn head_row(&mut self) {
        self.table.in_head = true;
        self.table.column = 0;
        self.block("<thead>\n<tr>");
    }

    pub(super) fn row(&mut self) {
        self.table.column = 0;
        if !self.table.has_body {
            self.table.has_body = true;
            self.block("<tbody>\n");
        }
        self.block("<tr>");
    }

    pub(super) fn cell(&mut self, after: &[Event<'_>]) {
        let class = match self.table.alignments.get(self.table.column) {
            Some(Alignment::Center) => " class=\"center\"",
            Some(Alignment::Right) => " class=\"end\"",
            _ => "",
        };
        self.table.column = self.table.column.saturating_add(1);
        // A header cell without words would head nothing.
        let heads = self.table.in_head && !text_of(after, Images::AsWords).is_empty();
        let (cell, scope) = if heads { ("th", " scope=\"col\"") } else { ("td", "") };
        self.table.cell = cell;
        self.push(format_args!("<{cell}{scope}{class}>"));
    }

    /// The number of a note; the first one can be come back to.
    pub(super) fn reference(&mut self, label: &CowStr<'_>) {
        let Some(number) = self.notes.number_of(label) else {
            return self.text(&format!("[^{label}]"));
        };
        let id = if self.referred.insert(number) {
            format!(" id=\"fnref:{number}\"")
        } else {
            String::new()
        };
        self.push(format_args!("<sup{id}><a href=\"#fn:{number}\">{number}</a></sup>"));
    }

    /// Writes the notes, each with a way back to where it was referred to.
    pub(super) fn notes(&mut self) {
        let notes = self.notes;
        if notes.iter().next().is_none() {
            return;
        }
        self.block("<hr>\n<ol class=\"footnotes\">\n");
        for (number, note) in notes.iter() {
            self.push(format_args!("<li id=\"fn:{number}\">\n"));
            self.events(note);
            if self.referred.contains(&number) {
                self.way_back(number);
            }
            self.out.push_str("</li>\n");
        }
        self.out.push_str("</ol>\n");
    }

    fn way_back(&mut self, number: usize) {
        let last_paragraph = self.out.strip_suffix("</p>\n").map(str::len);
        if let Some(length) = last_paragraph {
            self.out.truncate(length);
            self.out.push(' ');
        }
        self.push(format_args!("<a href=\"#fnref:{number}\" aria-label=\"↩ {number}\">↩</a>"));
        self.out.push_str(if last_paragraph.is_some() { "</p>\n" } else { "\n" });
    }
}

/// Whether a list item begins with a box to tick.
pub(super) fn is_task(inside: &[Event<'_>]) -> bool {
    let loose = matches!(inside.first(), Some(Event::Start(Tag::Paragraph)));
    matches!(inside.get(usize::from(loose)), Some(Event::TaskListMarker(_)))
}
