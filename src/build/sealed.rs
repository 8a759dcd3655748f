//! Builds without changes: what the last one said, when nothing has changed.
//!
//! [`inputs`] hashes everything a build is a function of: the program, what it
//! was asked for, and path and content of every file of the tree. Whatever a
//! build comes to read besides must be added there. Never renders.

use super::{Counts, Heavy, Options, Outcome, PhotoCounts, Weight, codes};
use crate::diag::sink::Diagnostics;
use crate::emit::seal::{self, Inputs, Told};
use crate::emit::{Held, Summary};
use crate::model::failure::Failure;
use crate::source::{Body, Glance, Hash, Tree};

/// What a build was asked for, and by which program.
struct Asked(Vec<u8>);

impl Asked {
    fn of(options: &Options<'_>) -> Option<Self> {
        let mut all = seal::program()?.into_bytes();
        let Options { today, base_url, precompress, only, .. } = options;
        let Options { root: _, out: _, interrupted, progress, cache, shared, photos, .. } =
            options;
        // They watch the work or spare it, and have no part in its outcome: a build that left
        // photos for later is never sealed.
        let _ = (interrupted, progress, cache, shared, photos);
        all.extend_from_slice(
            format!("\0{today:?}\0{base_url:?}\0{precompress:?}\0{only:?}\0").as_bytes(),
        );
        Some(Self(all))
    }

    fn with(mut self, hash: Hash) -> Hash {
        self.0.extend_from_slice(hash.as_bytes());
        Hash::of(&self.0)
    }
}

/// Hash of everything a build is made from; `None` where that is not known.
///
/// A file that could not be read may be readable the next time, though nothing
/// about it has changed, so it leaves the build without a seal.
pub(super) fn inputs(options: &Options<'_>, tree: &Tree) -> Option<Hash> {
    let mut all = Vec::new();
    for (_, file) in tree.iter() {
        if matches!(file.body, Body::Unreadable) {
            return None;
        }
        all.extend_from_slice(file.path.as_bytes());
        all.push(0);
        all.extend_from_slice(file.hash.as_bytes());
    }
    Some(Asked::of(options)?.with(Hash::of(&all)))
}

/// The same by names, sizes and times.
pub(super) fn glance(options: &Options<'_>, glance: &Glance) -> Option<Hash> {
    Some(Asked::of(options)?.with(glance.hash))
}

/// The outcome of the last build, if a glance shows that this one would be the same.
pub(super) fn unchanged_at_a_glance(options: &Options<'_>, glance: &Glance) -> Option<Outcome> {
    if !glance.settled_before(seal::time(options.out)?) {
        return None;
    }
    let inputs = Inputs::Glance(self::glance(options, glance)?);
    let found = seal::unbroken(options.out, inputs, &codes())?;
    outcome(found.told, found.files, glance.clone().into_tree())
}

/// The outcome of the last build, if the content shows that this one would be the same.
pub(super) fn unchanged(
    options: &Options<'_>,
    inputs: (Hash, Option<Hash>),
    tree: &mut Tree,
) -> Option<Outcome> {
    let found = seal::unbroken(options.out, Inputs::Content(inputs.0), &codes())?;
    // The next time a glance will do. If this cannot be written, it will not.
    drop(seal::seal(options.out, &found.held, inputs, &found.told));
    outcome(found.told, found.files, std::mem::take(tree))
}

fn outcome(told: Told, kept: usize, tree: Tree) -> Option<Outcome> {
    let size = |n: u64| usize::try_from(n).ok();
    let &[products, producers, pages, withheld, drafts, files, bytes, over] =
        told.numbers.as_slice()
    else {
        return None;
    };
    let heaviest = told.heaviest.into_iter().map(|(path, bytes)| Heavy { path, bytes });
    Some(Outcome {
        tree,
        findings: told.findings,
        counts: Counts {
            products: size(products)?,
            producers: size(producers)?,
            pages: size(pages)?,
            withheld: size(withheld)?,
            drafts: size(drafts)?,
        },
        summary: Summary { kept, ..Summary::default() },
        weight: Weight {
            files: size(files)?,
            bytes,
            heaviest: heaviest.collect(),
            over: size(over)?,
        },
        photos: PhotoCounts::default(),
    })
}

/// Seals what a build has come to.
pub(super) fn seal(
    (options, held): (&Options<'_>, &Held),
    inputs: (Hash, Option<Hash>),
    findings: &Diagnostics,
    (counts, weight): (&Counts, &Weight),
) -> Result<(), Failure> {
    let Counts { products, producers, pages, withheld, drafts } = *counts;
    let Weight { files, bytes, heaviest, over } = weight;
    let number = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    let mut numbers: Vec<u64> =
        [products, producers, pages, withheld, drafts, *files].map(number).to_vec();
    numbers.extend([*bytes, number(*over)]);
    let heaviest = heaviest.iter().map(|page| (page.path.clone(), page.bytes)).collect();
    let told = Told { findings: findings.clone(), numbers, heaviest };
    seal::seal(options.out, held, inputs, &told)
}
