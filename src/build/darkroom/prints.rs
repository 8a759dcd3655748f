//! Prints of single pictures, and those that other machines have made.

use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use super::record::{self, Record};
use super::{Lab, name};
use crate::diag::span::FileId;
use crate::model::failure::Failure;
use crate::picture::{self, Variant};
use crate::plan::pdf::Pdf;
use crate::plan::photo::{Darkroom, Order, Paper};
use crate::source::Hash;

impl Lab<'_> {
    /// Brings here what other machines have made of the pictures.
    pub(super) fn fetch(&self, orders: &[Order], interrupted: &AtomicBool) {
        if !self.store.is_shared() {
            return;
        }
        let go_on = || !interrupted.load(Ordering::Relaxed);
        let open = orders.par_iter().filter(|order| {
            let has = |variant: &Variant| self.store.has(self.key(order.file), &name(*variant));
            !self.store.has(self.key(order.file), record::NAME)
                || self.variants(order).is_some_and(|all| !all.iter().all(has))
        });
        let open: Vec<&Order> = open.collect();
        let records = open.iter().map(|order| (self.key(order.file), record::NAME.to_owned()));
        self.store.fetch(&records.collect::<Vec<_>>(), &go_on);
        let files = open.iter().flat_map(|order| {
            let key = self.key(order.file);
            let known = self.store.has(key, record::NAME).then(|| self.variants(order));
            let all = known.flatten().unwrap_or_default();
            all.into_iter().map(move |variant| (key, name(variant)))
        });
        self.store.fetch(&files.collect::<Vec<_>>(), &go_on);
    }

    /// The sizes of a picture that was read before, here or elsewhere.
    fn variants(&self, order: &Order) -> Option<Vec<Variant>> {
        match self.record(self.key(order.file))? {
            Record::Read { size, .. } => Some(picture::variants(size, order.role)),
            Record::Refused(_) => None,
        }
    }
}

impl Darkroom for Lab<'_> {
    fn kept(&self, key: Hash, name: &str) -> Option<Vec<u8>> {
        self.store.here(key, name)
    }

    fn keep(&self, key: Hash, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.store.put(key, name, bytes)
    }

    fn variant(&self, file: FileId, variant: Variant) -> Result<Vec<u8>, Failure> {
        let key = self.key(file);
        if let Some(bytes) = self.store.get(key, &name(variant)) {
            return Ok(bytes);
        }
        // A file that cannot be read just now is no verdict on the picture.
        let bytes = self.bytes(file).map_err(|refusal| self.unreadable(file, &refusal))?;
        let developed = picture::head(&bytes).and_then(|head| {
            let _room = self.gate.enter(head.memory());
            picture::develop(&bytes, &[variant])
        });
        let developed = match developed {
            Ok(developed) => developed,
            Err(refusal) => {
                let failure = self.unreadable(file, &refusal);
                self.refuse(key, refusal)?;
                return Err(failure);
            }
        };
        self.keep_all(key, &developed)?;
        Ok(developed.made.into_iter().next().map(|made| made.bytes).unwrap_or_default())
    }

    fn paper(&self, file: FileId, longest: u32, quality: u8) -> Result<Option<Paper>, Failure> {
        let key = self.key(file);
        let Ok(bytes) = self.bytes(file) else { return Ok(None) };
        let Ok(head) = picture::head(&bytes) else { return Ok(None) };
        let original = head.size();
        let size = picture::paper_size(original, longest);
        let name = format!("paper-{}-{quality}.jpg", size.width);
        if let Some(jpeg) = self.store.get(key, &name) {
            return Ok(Some(Paper { jpeg, size, original }));
        }
        let made = {
            let _room = self.gate.enter(head.memory());
            picture::print_at(&bytes, size.width, quality)
        };
        let Ok((size, jpeg)) = made else { return Ok(None) };
        self.store.put(key, &name, &jpeg)?;
        Ok(Some(Paper { jpeg, size, original }))
    }

    fn pdf(&self, pdf: &Pdf, name: &str) -> Result<Vec<u8>, Failure> {
        self.store.here(pdf.place, name).ok_or_else(|| {
            Failure::machine("kho không còn tệp PDF", "the cache has lost a PDF").at(name).hint(
                "chạy `dacsan cache gc` rồi dựng lại",
                "run `dacsan cache gc`, then build again",
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;
    use crate::build::darkroom::Gate;
    use crate::emit::Store;
    use crate::picture::{Role, Size, variants};
    use crate::source::{Limits, Tree};

    #[test]
    fn a_photo_that_is_away_for_a_moment_is_no_damaged_one() {
        let place = tempfile::tempdir().unwrap();
        let (content, cache) = (place.path().join("content"), place.path().join("cache"));
        let fixture = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/fixtures/cao-nguyen/content/products/son-la/hong-treo-gio/bia.jpg");
        let photo = content.join("products/a/bia.jpg");
        fs::create_dir_all(photo.parent().unwrap()).unwrap();
        fs::copy(&fixture, &photo).unwrap();
        let (tree, _) = Tree::read(place.path(), Limits::default()).unwrap();
        let (file, _) = tree.iter().find(|(_, it)| it.path.ends_with("bia.jpg")).unwrap();
        let (store, gate) = (Store::at(&cache), Gate::default());
        let lab = Lab { tree: &tree, store: &store, gate: &gate };
        let size = Size { width: 1600, height: 1200 };
        let variant = variants(size, Role::Cover)[0];

        fs::remove_file(&photo).unwrap();
        assert!(lab.variant(file, variant).is_err());
        fs::copy(&fixture, &photo).unwrap();
        assert_eq!(lab.record(lab.key(file)), None);
        assert!(!lab.variant(file, variant).unwrap().is_empty());
    }
}
