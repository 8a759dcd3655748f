//! Places of a dossier: the province of today, and the names of before.
//!
//! A province that vanished on 1 July 2025 is understood: the dossier is put
//! under the one of today and the old name becomes the former province. Codes
//! are refused, for they changed meaning (docs/SOURCES.md#places).

use super::codes::reference::{
    COMMUNE_CODE, PROVINCE_CODE, PROVINCE_UNKNOWN, PROVINCE_VANISHED,
};
use super::context::Context;
use super::fields::Fields;
use super::keys::FORMER;
use super::names::unknown;
use crate::diag::sink::Diagnostics;
use crate::diag::span::Spanned;
use crate::diag::{Code, Diagnostic};
use crate::model::place::{FormerPlace, Place};
use crate::model::region::{FormerId, ProvinceId, ProvinceName};

/// The place; `None` without a province that is known.
pub(super) fn place(
    fields: &Fields<'_>,
    context: &Context<'_>,
    out: &mut Diagnostics,
) -> Option<Place> {
    let province = province(fields, context, out);
    let commune = name(fields, "commune", out);
    let hamlet = fields.plain("hamlet", out);
    let mut former = former(fields, context, out);
    let (province, vanished) = province?;
    if former.province.is_none() {
        former.province = vanished;
    }
    Some(Place { province, commune, hamlet, former })
}

type Found = (Spanned<ProvinceId>, Option<Spanned<FormerId>>);

fn province(
    fields: &Fields<'_>,
    context: &Context<'_>,
    out: &mut Diagnostics,
) -> Option<Found> {
    let written = fields.line("province", out)?;
    if is_code(&written.value) {
        out.push(code_finding(&PROVINCE_CODE, &written, ("tỉnh", "province")));
        return None;
    }
    match context.names.province(&written.value) {
        Some(ProvinceName::Present(id)) => Some((Spanned::new(id, written.span), None)),
        Some(ProvinceName::Former(former, id)) => {
            out.push(vanished(&written, id, context));
            Some((Spanned::new(id, written.span), Some(Spanned::new(former, written.span))))
        }
        None => {
            let near = context.names.nearest_province(&written.value);
            out.push(unknown(
                &PROVINCE_UNKNOWN,
                &written,
                ("tỉnh, thành phố", "province"),
                near,
            ));
            None
        }
    }
}

fn former(fields: &Fields<'_>, context: &Context<'_>, out: &mut Diagnostics) -> FormerPlace {
    let Some(fields) = fields.map("former", &FORMER, out) else {
        return FormerPlace::default();
    };
    let district = name(&fields, "district", out);
    let commune = name(&fields, "commune", out);
    FormerPlace { province: former_province(&fields, context, out), district, commune }
}

fn former_province(
    fields: &Fields<'_>,
    context: &Context<'_>,
    out: &mut Diagnostics,
) -> Option<Spanned<FormerId>> {
    let written = fields.line("province", out)?;
    if is_code(&written.value) {
        out.push(code_finding(&PROVINCE_CODE, &written, ("tỉnh", "province")));
        return None;
    }
    if let Some(id) = context.names.former(&written.value) {
        return Some(Spanned::new(id, written.span));
    }
    let near = context.names.nearest_former(&written.value);
    out.push(unknown(
        &PROVINCE_UNKNOWN,
        &written,
        ("tỉnh, thành phố trước đây", "former province"),
        near,
    ));
    None
}

/// Name of a commune or district: never a code.
fn name(fields: &Fields<'_>, key: &str, out: &mut Diagnostics) -> Option<Spanned<String>> {
    let written = fields.line(key, out)?;
    if is_code(&written.value) {
        out.push(code_finding(&COMMUNE_CODE, &written, ("xã, huyện", "commune or district")));
        return None;
    }
    Some(written)
}

fn is_code(written: &str) -> bool {
    written.bytes().all(|byte| byte.is_ascii_digit())
}

fn code_finding(
    code: &'static Code,
    written: &Spanned<String>,
    (vi, en): (&str, &str),
) -> Diagnostic {
    let number = &written.value;
    Diagnostic::new(
        code,
        written.span,
        format!("cần tên {vi}, gặp mã số `{number}`"),
        format!("expected the name of a {en}, found the number `{number}`"),
    )
    .hint("viết tên, có dấu hoặc không dấu", "write the name, with or without diacritics")
}

fn vanished(written: &Spanned<String>, id: ProvinceId, context: &Context<'_>) -> Diagnostic {
    let name = &written.value;
    let today = context.regions.province(id).map_or("", |province| &province.name.vi);
    Diagnostic::new(
        &PROVINCE_VANISHED,
        written.span,
        format!("`{name}` đã hợp nhất, nay thuộc `{today}`"),
        format!("`{name}` was merged and is part of `{today}` now"),
    )
    .hint(
        format!("viết `province: {today}` và `former:` với `province: {name}`"),
        format!("write `province: {today}`, and `former:` with `province: {name}`"),
    )
}
