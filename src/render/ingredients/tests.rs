//! Tests of [`Renderer::ingredients`] on the small catalogue of the tests.

use std::path::Path;

use super::*;
use crate::diag::sink::Diagnostics;
use crate::model::failure::Failure;
use crate::picture::{self, Variant};
use crate::plan::pdf::{Pdf, Pdfs};
use crate::plan::photo::{Darkroom, Order, Paper, Photos, Print};
use crate::plan::{self, Wishes};
use crate::render::theme::Theme;
use crate::source::{Limits, Tree};
use crate::text::date::Day;
use crate::{derive, parse};

/// Nobody asks for bytes here.
struct Dark;

impl Darkroom for Dark {
    fn variant(&self, _: FileId, _: Variant) -> Result<Vec<u8>, Failure> {
        Ok(Vec::new())
    }

    fn pdf(&self, _: &Pdf, _: &str) -> Result<Vec<u8>, Failure> {
        Ok(Vec::new())
    }

    fn paper(&self, _: FileId, _: u32, _: u8) -> Result<Option<Paper>, Failure> {
        Ok(None)
    }
}

fn print(tree: &Tree, order: &Order) -> Print {
    let size = picture::head(&tree.bytes(order.file).unwrap()).unwrap().size();
    Print {
        key: photo::key_of(tree.get(order.file).unwrap().hash),
        size,
        tone: picture::Rgb([0; 3]),
        variants: picture::variants(size, order.role),
        is_ready: true,
    }
}

/// Asks after every file that the small catalogue gives.
fn each(check: impl Fn(&Renderer<'_>, &Artifact, &Ingredients)) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/cao-nguyen");
    let (tree, _) = Tree::read(&root, Limits::default()).unwrap();
    let catalogue = parse::catalogue(&tree, &mut Diagnostics::new());
    let today = Day::parse_iso("2026-11-23").unwrap();
    let (site, _) = derive::site(&catalogue, today, &BTreeSet::new());
    let theme = Theme::load(&tree, &catalogue.settings.theme).unwrap();
    let assets = theme.asset_paths();
    let (pdfs, shares) = (&Pdfs::new(), &site.shown);
    let wishes = Wishes { assets: &assets, has_base_url: true, pdfs, shares };
    let photos: Photos = photo::orders(&catalogue, &site, &tree)
        .into_iter()
        .map(|order| (order.file, print(&tree, &order)))
        .collect();
    let artifacts = plan::all(&catalogue, &site, &photos, wishes);
    let base_url = Some("https://vi-du.example/");
    let (tree, photos) = (&tree, &photos);
    let (catalogue, site, theme, lang) = (&catalogue, &site, &theme, Lang::Vi);
    let darkroom = &Dark;
    let supply =
        Supply { catalogue, site, theme, photos, pdfs, darkroom, tree, base_url, lang };
    let mut renderer = Renderer::indexed(supply);
    renderer.prepare(&std::sync::atomic::AtomicBool::new(false)).unwrap();
    for artifact in &artifacts {
        check(&renderer, artifact, &renderer.ingredients(artifact));
    }
}

#[test]
fn the_template_named_first_is_the_one_that_is_rendered() {
    each(|renderer, artifact, found| {
        let first = found.theme.first().map(|source| source.path.as_str());
        match renderer.supplies(artifact) {
            Made::Page(page) => {
                let path = format!("themes/ocop/templates/{}", page.template);
                assert_eq!(first, Some(path.as_str()), "{}", artifact.path);
                assert!(!found.words.is_empty(), "{}", artifact.path);
            }
            _ => assert!(!found.theme.iter().any(|it| it.path.contains("/templates/"))),
        }
    });
}

#[test]
fn every_file_is_told_in_words_and_every_page_has_its_address() {
    each(|_, artifact, found| {
        assert!(!found.kind.vi.is_empty() && !found.kind.en.is_empty(), "{}", artifact.path);
        assert!(!found.kind.vi.contains("“”"), "{}: {}", artifact.path, found.kind.vi);
        let is_page = artifact.path.ends_with("index.html");
        assert_eq!(found.route.is_some(), is_page, "{}", artifact.path);
        let all = [&found.about, &found.cards, &found.photos, &found.menu];
        let all = all.into_iter().flatten();
        assert!(all.clone().all(|path| path.starts_with("content/")), "{}", artifact.path);
    });
}

#[test]
fn lists_are_joined_without_repetition() {
    assert_eq!(joined(vec![1, 2], vec![2, 3]), [1, 2, 3]);
}
