//! What a picture for other sites is made from.

use super::{Cook, Ingredients};
use crate::model::product::ProductId;
use crate::text::lang::Lang;

impl Cook<'_> {
    /// Words and a photo, or the cloth of a cover.
    pub(super) fn share(self, id: ProductId) -> Ingredients {
        let lead = self.sources.catalogue.product(id).and_then(|it| it.photos.first());
        let cover = self.cover(id);
        Ingredients {
            photos: self.paths(lead.map(|photo| photo.file)),
            words: self.words(Lang::Vi),
            reference: self.reference(),
            settings: vec!["title", "theme", "base_url", "expiring_days", "share_pictures"],
            by_day: true,
            ..cover
        }
    }
}
