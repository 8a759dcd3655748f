//! Works out what an import would do.

use std::path::Path;

use super::codes::{COLUMN_UNKNOWN, TABLE_ENCODING};
use super::finding::{Finding, Place};
use super::heading::{self, Headings, Known, Target};
use super::making::{Work, further};
use super::matching::Index;
use super::rows;
use super::state::{self, Last};
use super::{Change, Plan, Request, SheetPlan, below};
use crate::derive::table::{COLUMNS, column_of};
use crate::diag::Diagnostic;
use crate::diag::sink::Diagnostics;
use crate::diag::span::Span;
use crate::model::failure::Failure;
use crate::parse;
use crate::source::sheet::{self, Book, Encoding, Sheet};
use crate::source::{Limits, Tree};

/// Works out what the table would do to the catalogue; writes nothing.
pub fn plan(request: &Request) -> Result<Plan, Failure> {
    plan_book(request, &sheet::read(&request.file)?)
}

/// The same for a table that is read already.
pub fn plan_book(request: &Request, book: &Book) -> Result<Plan, Failure> {
    let (tree, _) = Tree::read(&request.root, Limits::default())?;
    let catalogue = parse::catalogue(&tree, &mut Diagnostics::new());
    let stored = |path: &str| {
        let bytes = std::fs::read(below(&request.root, path)).ok();
        bytes.and_then(|bytes| String::from_utf8(bytes).ok())
    };
    let (map, last) = (stored(state::COLUMNS), stored(state::LAST));
    let mut known = map.as_deref().map(Known::read).unwrap_or_default();
    let given = given(&request.given)?;
    let mut plan = Plan::default();
    let (mut candidates, mut further_rows) = (Vec::new(), Vec::new());
    for (number, sheet) in book.sheets.iter().enumerate() {
        if let Some(layout) = further::layout(sheet) {
            let (rows, findings) = further::rows((number, sheet), &layout);
            plan.sheets.push(understood(sheet, &layout.headings, rows.len()));
            plan.findings.extend(findings);
            further_rows.extend(rows);
            continue;
        }
        let Some(headings) = heading::find(sheet, &known) else {
            plan.sheets.push(SheetPlan {
                name: sheet.name.clone(),
                rows: None,
                columns: Vec::new(),
            });
            continue;
        };
        known.learn(&headings);
        let rows = rows::read((number, sheet), &headings, &given);
        plan.sheets.push(understood(sheet, &headings, rows.candidates.len()));
        plan.findings.extend(unknown_columns(number, sheet, &headings));
        plan.passed_over = plan.passed_over.saturating_add(rows.passed_over);
        plan.findings.extend(rows.findings);
        candidates.extend(rows.candidates);
    }
    if plan.sheets.iter().all(|sheet| sheet.rows.is_none()) {
        return Err(no_headings(&request.file));
    }
    plan.findings.extend(encoding(book));
    let index = Index::new(&catalogue, &tree);
    let last_values = last.as_deref().map(Last::read).unwrap_or_default();
    let mut work = Work::new(&request.root, (&tree, &catalogue), index, (last_values, plan));
    work.wait_with(further_rows, &candidates, request.today);
    work.rows(&candidates, request.today);
    work.take_up_the_rest(&candidates);
    let (mut plan, now) = work.finish();
    let own = [(state::COLUMNS, map, known.text()), (state::LAST, last, now.text())];
    let anew = plan.is_empty() && own.iter().all(|(_, before, _)| before.is_none());
    let changed = own.into_iter().filter(|(_, before, after)| before.as_ref() != Some(after));
    let changes =
        changed.map(|(path, before, after)| Change { path: path.to_owned(), before, after });
    plan.own = if anew { Vec::new() } else { changes.collect() };
    plan.findings.sort_by(|a, b| a.place.cmp(&b.place));
    Ok(plan)
}

fn no_headings(file: &Path) -> Failure {
    Failure::usage(
        "không thấy hàng tiêu đề: cần cột “Tên sản phẩm” và ít nhất một cột nữa",
        "found no row of headings: expected a column \"Product\" and at least one more",
    )
    .at(file)
    .hint("đặt tiêu đề cột ở đầu bảng", "put the headings at the top of the table")
}

fn given(written: &[(String, String)]) -> Result<Vec<(usize, String)>, Failure> {
    let resolve = |(heading, value): &(String, String)| {
        let column = column_of(heading).ok_or_else(|| {
            let names: Vec<&str> = COLUMNS.iter().map(|column| column.heading.0).collect();
            Failure::usage(
                format!("không có cột nào tên là `{heading}`"),
                format!("there is no column `{heading}`"),
            )
            .hint(names.join(", "), names.join(", "))
        })?;
        Ok((column, value.clone()))
    };
    written.iter().map(resolve).collect()
}

fn understood(sheet: &Sheet, headings: &Headings, rows: usize) -> SheetPlan {
    let columns = headings.columns.iter().filter(|(text, _)| !text.is_empty());
    let columns = columns.map(|(text, target)| {
        let ours = match target {
            Target::Column(index) => COLUMNS.get(*index).map(|column| column.heading),
            Target::Address => Some(("Địa chỉ", "Address")),
            Target::Ignored | Target::Unknown => None,
        };
        (text.replace('\n', " "), ours)
    });
    SheetPlan { name: sheet.name.clone(), rows: Some(rows), columns: columns.collect() }
}

fn unknown_columns(number: usize, sheet: &Sheet, headings: &Headings) -> Vec<Finding> {
    let columns = headings.columns.iter().enumerate();
    let unknown = columns.filter(|(_, (_, target))| *target == Target::Unknown);
    let finding = |(column, (heading, _)): (usize, &(String, Target))| {
        let place = Place {
            sheet: number,
            name: sheet.name.clone(),
            row: headings.row,
            column: Some(column),
            heading: String::new(),
        };
        let heading = heading.replace('\n', " ");
        let diagnostic = Diagnostic::new(
            &COLUMN_UNKNOWN,
            Span::default(),
            format!("không đoán ra cột `{heading}` là mục nào, nên không nhập"),
            format!("nobody can guess what the column `{heading}` is; it is not imported"),
        )
        .hint(
            format!("ghi tên mục sau `{heading}:` trong `{}`", state::COLUMNS),
            format!("write the key after `{heading}:` in `{}`", state::COLUMNS),
        );
        Finding { place, diagnostic }
    };
    unknown.map(finding).collect()
}

fn encoding(book: &Book) -> Option<Finding> {
    if book.encoding == Encoding::Unicode {
        return None;
    }
    let name = book.encoding.name();
    let diagnostic = Diagnostic::new(
        &TABLE_ENCODING,
        Span::default(),
        format!("chữ trong bảng theo bảng mã {name}, đã đổi sang Unicode"),
        format!("the letters of the table are {name}; they were turned into Unicode"),
    )
    .hint("đọc lại vài hàng của bản xem trước", "read some rows of the preview again");
    Some(Finding { place: Place::default(), diagnostic })
}
