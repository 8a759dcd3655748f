//! Names of subgroups that nobody has yet compared with the decree's annex.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::product::Product;
use crate::text::lang::Lang;

/// The subgroup's name was not read in a source.
pub static CODE: Code = Code {
    name: "edition-unverified",
    severity: Severity::Advice,
    title: ("tên phân nhóm chưa được đối chiếu", "name of the subgroup is not verified"),
    explain: (
        "Tên phân nhóm này mang `verified: false` trong `content/reference/schemes.yaml`: chưa \
         ai đối chiếu với phụ lục của quyết định ban hành bộ tiêu chí. Hồ sơ không cần sửa gì. Ai \
         có phụ lục thì đối chiếu, sửa tên nếu cần rồi đặt `verified: true` trong tệp ấy.",
        "The name of this subgroup bears `verified: false` in \
         `content/reference/schemes.yaml`: nobody has compared it with the annex of the \
         decision that set the criteria. The dossier needs no change. Whoever has the \
         annex may compare the name and set `verified: true` in that file.",
    ),
};

/// Reports a product in a subgroup whose name is not verified.
pub fn check(context: &Context<'_>, product: &Product, out: &mut Diagnostics) {
    let scheme = &context.catalogue.scheme;
    let Some(written) = product.subgroup.as_ref() else { return };
    let Some(subgroup) = scheme.subgroup(written.value) else { return };
    if subgroup.verified {
        return;
    }
    let name = &subgroup.name;
    out.push(
        Diagnostic::new(
            &CODE,
            written.span,
            format!("tên phân nhóm \"{}\" chưa được đối chiếu với quyết định", name.vi),
            format!(
                "the subgroup's name \"{}\" has not been compared with the decision",
                name.get(Lang::En)
            ),
        )
        .hint(
            "không cần sửa hồ sơ; ai có phụ lục thì đối chiếu tên này",
            "the dossier needs no change; whoever has the annex may compare the name",
        ),
    );
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check, place_in_group};

    #[test]
    fn fires_on_a_name_from_memory() {
        check(|it| place_in_group(it, "thuc-pham/gia-vi"), &["edition-unverified"]);
    }

    #[test]
    fn is_silent_on_a_verified_name_and_without_a_subgroup() {
        check(|it| place_in_group(it, "thuc-pham/che-bien"), &[]);
        check(|it| it.subgroup = None, &[]);
    }
}
