//! What the engine says about a template, as a failure with file, line and hint.

use std::fmt::Write as _;

use typst::World as _;
use typst::WorldExt as _;
use typst::diag::SourceDiagnostic;

use crate::model::failure::Failure;
use crate::render::brochure::world::Closed;

/// As many mistakes as fit on a screen.
const SHOWN: usize = 5;

/// The mistakes of a template.
pub(super) fn failure(world: &Closed<'_>, errors: &[SourceDiagnostic]) -> Failure {
    let mut text = String::new();
    let mut first = None;
    for error in errors.iter().take(SHOWN) {
        let at = place(world, error);
        if !text.is_empty() {
            text.push_str("; ");
        }
        match &at {
            Some((file, line, column, _)) => {
                let _ = write!(text, "{file}:{line}:{column}: {}", error.message);
            }
            None => text.push_str(&error.message),
        }
        for hint in &error.hints {
            let _ = write!(text, " ({})", hint.v);
        }
        first = first.or(at);
    }
    if errors.len() > SHOWN {
        let _ = write!(text, "; +{}", errors.len() - SHOWN);
    }
    let failure = Failure::usage(
        "mẫu ấn phẩm của giao diện có lỗi",
        "a brochure template of the theme has a mistake",
    )
    .caused_by(&text);
    match first {
        Some((file, line, _, true)) => failure.at(file.clone()).hint(
            format!("sửa dòng {line} của themes/<giao diện>/{file}"),
            format!("correct line {line} of themes/<theme>/{file}"),
        ),
        _ => failure.hint(
            "mẫu đi kèm không được hỏng: hãy báo lỗi kèm tệp ấn phẩm; ấn phẩm dạng web vẫn dựng được",
            "a template that comes with the program must not break: report it with the brochure's file; the web form still builds",
        ),
    }
}

/// File, line, column of a mistake, and whether the file is of the site's own theme.
fn place(world: &Closed<'_>, error: &SourceDiagnostic) -> Option<(String, usize, usize, bool)> {
    let id = error.span.id()?;
    let range = world.range(error.span)?;
    let source = world.source(id).ok()?;
    let (line, column) = source.lines().byte_to_line_column(range.start)?;
    let (file, own) = world.shown(id);
    Some((file, line + 1, column + 1, own))
}
