//! Photos that a dossier names: path, words, size.
//!
//! A path is taken from the dossier's folder, or from the root with
//! `/content/…`, and never leaves `content/`. What a file is, its content tells;
//! the size is read from its head and turned as the camera's note says. A photo
//! that cannot be shown is dropped with a finding: the page has its drawn cover.

use super::codes::field::NUMBER_UNREADABLE;
use super::codes::reference::{PATH_OUTSIDE, PHOTO_FORMAT, PHOTO_NOT_FOUND, PHOTO_UNREADABLE};
use super::context::Context;
use super::fields::{self, Fields};
use super::keys::PHOTO;
use super::yaml::{Node, NodeKind};
use crate::diag::Diagnostic;
use crate::diag::sink::Diagnostics;
use crate::diag::span::{FileId, Spanned};
use crate::model::photo::{Photo, PhotoSize};
use crate::picture::{self, FILE_BYTES, HEAD_BYTES, Head};

/// Endings of photos that browsers show and we can resize.
const FORMATS: [&str; 5] = ["jpg", "jpeg", "png", "webp", "gif"];
/// The photos of a dossier, in its order.
pub(super) fn photos(
    fields: &Fields<'_>,
    file: FileId,
    context: &Context<'_>,
    out: &mut Diagnostics,
) -> Vec<Photo> {
    let items = fields.list("photos").into_iter();
    items.filter_map(|item| photo(item, file, context, out)).collect()
}

fn photo(
    item: &Node,
    dossier: FileId,
    context: &Context<'_>,
    out: &mut Diagnostics,
) -> Option<Photo> {
    if !matches!(item.kind, NodeKind::Map(_)) {
        let path = fields::line(item, out)?;
        let (file, head) = open(&path, dossier, context, out)?;
        return Some(Photo {
            file,
            span: path.span,
            alt: None,
            alt_en: None,
            credit: None,
            licence: None,
            role: None,
            consent: None,
            focus: (50, 50),
            size: size_of(&head),
            format: head.format,
            has_place: head.has_place,
        });
    }
    let fields = Fields::open(item, &PHOTO, item.span, out);
    let alt = fields.line("alt", out);
    let alt_en = fields.plain("alt_en", out);
    let credit = fields.plain("credit", out);
    let licence = fields.plain("licence", out);
    let role = fields.choice("role", out).map(|role| role.map(str::to_owned));
    let consent = fields.flag("consent", out);
    let focus = focus(&fields, out).unwrap_or((50, 50));
    if !fields.has("file") {
        fields.demand("file", out);
    }
    let path = fields.line("file", out)?;
    let (file, head) = open(&path, dossier, context, out)?;
    Some(Photo {
        file,
        span: path.span,
        alt,
        alt_en,
        credit,
        licence,
        role,
        consent,
        focus,
        size: size_of(&head),
        format: head.format,
        has_place: head.has_place,
    })
}

fn size_of(head: &Head) -> PhotoSize {
    let size = head.size();
    PhotoSize { width: size.width, height: size.height }
}

/// `[40, 30]`, `40 30` or `40% 30%`.
fn focus(fields: &Fields<'_>, out: &mut Diagnostics) -> Option<(u8, u8)> {
    let node = fields.node("focus")?;
    let written = match &node.kind {
        NodeKind::List(_) => fields.plains("focus", out).join(" "),
        _ => fields::line(node, out)?.value,
    };
    let percent =
        |text: &str| text.trim_end_matches('%').parse().ok().filter(|value: &u8| *value <= 100);
    let parts: Vec<Option<u8>> =
        written.split([' ', ',']).filter(|part| !part.is_empty()).map(percent).collect();
    if let [Some(left), Some(top)] = *parts.as_slice() {
        return Some((left, top));
    }
    out.push(Diagnostic::new(
        &NUMBER_UNREADABLE,
        node.span,
        format!("cần hai số từ 0 đến 100 như `50 30`, gặp `{written}`"),
        format!("expected two numbers from 0 to 100 such as `50 30`, found `{written}`"),
    ));
    None
}

/// The file behind a path and what its head tells.
fn open(
    written: &Spanned<String>,
    dossier: FileId,
    context: &Context<'_>,
    out: &mut Diagnostics,
) -> Option<(FileId, Head)> {
    match find(written, dossier, context)
        .and_then(|file| Ok((file, head(file, written, context)?)))
    {
        Ok(found) => Some(found),
        Err(finding) => {
            out.push(*finding);
            None
        }
    }
}

type Refusal = Box<Diagnostic>;

fn find(
    written: &Spanned<String>,
    dossier: FileId,
    context: &Context<'_>,
) -> Result<FileId, Refusal> {
    let name = &written.value;
    let Some(path) = resolve(context.tree.path(dossier), name) else {
        return Err(Box::new(Diagnostic::new(
            &PATH_OUTSIDE,
            written.span,
            format!("cần tệp trong `content/`, gặp `{name}`"),
            format!("expected a file within `content/`, found `{name}`"),
        )));
    };
    let there = context.tree.find(&path);
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    // What is there tells by its content what it is, whatever it is called.
    if there.is_none() && !ending.as_deref().is_some_and(|ending| FORMATS.contains(&ending)) {
        return Err(Box::new(
            Diagnostic::new(
                &PHOTO_FORMAT,
                written.span,
                format!("cần ảnh JPEG, PNG, WebP hoặc GIF, gặp `{name}`"),
                format!("expected a JPEG, PNG, WebP or GIF, found `{name}`"),
            )
            .hint("xuất ảnh thành JPEG", "export the photo as JPEG"),
        ));
    }
    if let Some(file) = there {
        return Ok(file);
    }
    let similar = context.similar_file(&path);
    let there = similar.map(|file| context.tree.path(file));
    // The same name with accents stored another way is the same name to everyone.
    let same = |there: &str| crate::text::fold::nfc(there) == crate::text::fold::nfc(&path);
    if let Some(file) = similar.filter(|_| there.is_some_and(same)) {
        return Ok(file);
    }
    let finding = Diagnostic::new(
        &PHOTO_NOT_FOUND,
        written.span,
        format!("không thấy tệp `{path}`"),
        format!("there is no file `{path}`"),
    );
    Err(Box::new(match there {
        Some(there) => finding.hint(
            format!("tên tệp thật là `{there}`"),
            format!("the file is called `{there}`"),
        ),
        None => finding,
    }))
}

/// The path from the root of the site; `None` where it leaves `content/`.
fn resolve(dossier: &str, written: &str) -> Option<String> {
    if written.contains("://") || written.starts_with("//") || written.contains(':') {
        return None;
    }
    let written = written.replace('\\', "/");
    let (folder, _) = dossier.rsplit_once('/')?;
    let mut parts: Vec<&str> =
        if written.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for part in written.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            _ => parts.push(part),
        }
    }
    (parts.first() == Some(&"content")).then(|| parts.join("/"))
}

/// What the head of the file tells; the whole file is read only where its start is not enough.
fn head(
    file: FileId,
    written: &Spanned<String>,
    context: &Context<'_>,
) -> Result<Head, Refusal> {
    let tree = context.tree;
    let bytes = tree.length(file);
    let read = |most| tree.start(file, most).map_err(|_| picture::Refusal::NotImage);
    let found = if bytes > FILE_BYTES {
        Err(picture::Refusal::FileTooBig { found: bytes, most: FILE_BYTES })
    } else {
        match read(HEAD_BYTES).and_then(|start| picture::head(&start)) {
            Err(picture::Refusal::Truncated) if bytes > HEAD_BYTES => {
                read(FILE_BYTES).and_then(|whole| picture::head(&whole))
            }
            found => found,
        }
    };
    found.map_err(|refusal| Box::new(refused(&refusal, written)))
}

/// The finding for a file that is no picture we can show.
fn refused(refusal: &picture::Refusal, written: &Spanned<String>) -> Diagnostic {
    let code = if refusal.is_foreign() { &PHOTO_FORMAT } else { &PHOTO_UNREADABLE };
    let (words, hint) = (refusal.words(&written.value), refusal.hint());
    Diagnostic::new(code, written.span, words.vi, words.en).hint(hint.vi, hint.en)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_within_the_content() {
        let dossier = "content/products/ha-noi/chuon-chuon/index.md";
        for (written, want) in [
            ("bia.jpg", Some("content/products/ha-noi/chuon-chuon/bia.jpg")),
            ("./anh/bia.jpg", Some("content/products/ha-noi/chuon-chuon/anh/bia.jpg")),
            ("../bia.jpg", Some("content/products/ha-noi/bia.jpg")),
            ("anh\\bia.jpg", Some("content/products/ha-noi/chuon-chuon/anh/bia.jpg")),
            ("/content/anh/bia.jpg", Some("content/anh/bia.jpg")),
            ("../../../../etc/x.jpg", None),
            ("../../../../../../x.jpg", None),
            ("/themes/ocop/x.jpg", None),
            ("/content/../themes/x.jpg", None),
            ("https://vi-du.vn/x.jpg", None),
            ("C:\\anh\\x.jpg", None),
        ] {
            assert_eq!(resolve(dossier, written).as_deref(), want, "{written}");
        }
    }
}
