//! Photos alone: developed without building, judged, swept.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::darkroom::{Extent, Gate, Lab, PhotoCounts, PhotoWish};
use super::{Checked, Derived, Options, derive, prepare, share, shared};
use crate::diag::{Code, Diagnostic, Severity};
use crate::emit::{Store, Swept, Traffic};
use crate::model::failure::Failure;
use crate::picture::Look;
use crate::plan::pdf;
use crate::plan::photo::{self, Order};

/// Codes of this file.
pub(super) const CODES: &[&Code] = &[&PHOTO_BLURRED, &PHOTO_DARK, &PHOTO_REPEATED];

/// No edge is sharp.
static PHOTO_BLURRED: Code = Code {
    name: "photo-blurred",
    severity: Severity::Advice,
    title: ("ảnh bị nhòe", "blurred photo"),
    explain: (
        "Trong ảnh không có đường nét nào sắc: máy rung, lấy nét sai, hoặc ảnh nhỏ bị phóng to. Khách không thấy rõ sản phẩm, \
         và bản in càng lộ. Hãy chụp lại nơi đủ sáng, chạm vào sản phẩm trên màn hình để lấy nét, tì tay cho vững.",
        "No edge in the photo is sharp: a shaking hand, a wrong focus, or a small picture that was enlarged. Take it again in \
         good light, tap the product on the screen to focus, and steady your hand.",
    ),
};

/// Little light.
static PHOTO_DARK: Code = Code {
    name: "photo-dark",
    severity: Severity::Advice,
    title: ("ảnh quá tối", "dark photo"),
    explain: (
        "Ảnh tối đến mức khó nhìn ra sản phẩm trên màn hình điện thoại ngoài trời. Hãy chụp lại gần cửa sổ hay ngoài hiên, \
         tránh nắng gắt và đèn pin của máy.",
        "The photo is so dark that the product is hard to make out on a phone out of doors. Take it again near a window or on \
         the porch, without harsh sun and without the phone's lamp.",
    ),
};

/// Two products, one picture.
static PHOTO_REPEATED: Code = Code {
    name: "photo-repeated",
    severity: Severity::Advice,
    title: ("hai sản phẩm dùng ảnh giống nhau", "two products with the same picture"),
    explain: (
        "Hai hồ sơ dùng hai tệp khác nhau nhưng trông như một: có thể chép nhầm ảnh của sản phẩm khác. Nếu cố ý dùng chung, \
         hãy để một tệp trong `/content/anh/` rồi cho cả hai hồ sơ trỏ tới.",
        "Two dossiers use two files that look like one: perhaps a photo of another product was copied by mistake. To share one \
         on purpose, put it below `/content/anh/` and let both dossiers name it.",
    ),
};

/// One part of several that machines share out among themselves, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    /// Which.
    pub part: u64,
    /// Of how many.
    pub of: u64,
}

/// What came of developing photos alone.
pub struct Developed {
    /// What was found, judgements of pixels among it.
    pub checked: Checked,
    /// How many photos.
    pub counts: PhotoCounts,
    /// What a shared cache gave and took; `None` where there is none.
    pub traffic: Option<Traffic>,
}

/// Develops and judges the photos of a catalogue, or of one shard; writes to the cache alone.
pub fn photos(options: &Options<'_>, shard: Option<Shard>) -> Result<Developed, Failure> {
    let Derived { checked: Checked { catalogue, tree, mut findings }, site, .. } =
        derive(options.root, options.today)?;
    let (store, gate) = (shared::store(options, &catalogue), Gate::default());
    let lab = Lab { tree: &tree, store: &store, gate: &gate };
    let mut orders = photo::orders(&catalogue, &site, &tree);
    // By content, so that the same photo is always the same machine's.
    orders.retain(|order| shard.is_none_or(|it| lab.number(order) % it.of.max(1) == it.part));
    let lot = lab.develop(&orders, options.photos, options.interrupted)?;
    findings.extend(lot.findings);
    let looks: Vec<(Order, Look)> =
        orders.par_iter().filter_map(|order| Some((*order, lab.look(order)?))).collect();
    findings.extend(looks.iter().flat_map(|(order, look)| judge(order, *look)));
    findings.extend(repeated(&looks));
    let traffic = store.settle();
    findings.extend(shared::judge(traffic.as_ref(), &catalogue.settings));
    findings.finish();
    Ok(Developed {
        checked: Checked { catalogue, tree, findings },
        counts: lot.counts,
        traffic,
    })
}

fn judge(order: &Order, look: Look) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if look.is_blurred() {
        let finding = Diagnostic::new(
            &PHOTO_BLURRED,
            order.place,
            "ảnh không có đường nét nào sắc",
            "no edge of the photo is sharp",
        );
        found.push(finding.hint("chụp lại, giữ chắc máy", "take it again with a steady hand"));
    }
    if look.is_dark() {
        let percent = u32::from(look.light) * 100 / 255;
        let finding = Diagnostic::new(
            &PHOTO_DARK,
            order.place,
            format!("ảnh chỉ sáng {percent}% so với trắng"),
            format!("the photo has {percent}% of the light of white"),
        );
        found.push(finding.hint("chụp lại nơi sáng hơn", "take it again in better light"));
    }
    found
}

/// Later photos that look like an earlier one of another file.
fn repeated(looks: &[(Order, Look)]) -> Vec<Diagnostic> {
    // Two prints that differ in three bits at most have one of four quarters in common.
    let quarter = |look: Look, n: u32| (n, look.fingerprint.rotate_left(16 * n) & 0xffff);
    let mut known: BTreeMap<(u32, u64), Vec<usize>> = BTreeMap::new();
    let mut found = Vec::new();
    for (index, (order, look)) in looks.iter().enumerate() {
        let near = (0..4).filter_map(|n| known.get(&quarter(*look, n))).flatten();
        let first = near
            .filter_map(|index| looks.get(*index))
            .filter(|(other, seen)| look.is_like(*seen) && other.place.file != order.place.file)
            .min_by_key(|(other, _)| other.place);
        if let Some((other, _)) = first {
            let finding = Diagnostic::new(
                &PHOTO_REPEATED,
                order.place,
                "ảnh này trông như ảnh của hồ sơ khác",
                "this photo looks like that of another dossier",
            );
            found.push(finding.label(other.place, "ảnh kia ở đây", "the other is here"));
        }
        for n in 0..4 {
            known.entry(quarter(*look, n)).or_default().push(index);
        }
    }
    found
}

/// Throws away everything in the cache that no photo of the catalogue needs, shown or not.
pub fn sweep(options: &Options<'_>) -> Result<Swept, Failure> {
    let photos = PhotoWish { extent: Extent::OnRequest, ..options.photos };
    let (base_url, precompress) = (options.base_url.clone(), Some(Vec::new()));
    let only = None;
    let options = &Options { base_url, precompress, only, photos, ..*options };
    let kept = prepare(options, derive(options.root, options.today)?)?;
    let Checked { tree, catalogue, .. } = &kept.derived.checked;
    let brochures = catalogue.brochures.iter().map(|it| pdf::place_of(&it.slug));
    // Photos of drafts and of products that are taken down may be shown tomorrow.
    let photos = tree.iter().map(|(_, file)| photo::key_of(file.hash));
    let shares = share::keys(&kept, options);
    let used: BTreeSet<_> = photos.chain(brochures).chain(shares).collect();
    Store::at(options.cache).sweep(&used)
}
