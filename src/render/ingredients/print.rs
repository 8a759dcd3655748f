//! What brochures and fairs are made from.

use crate::derive::brochure::Selection;
use crate::model::fair::FairId;
use crate::render::ingredients::{Cook, Ingredients, joined, of_settings};

impl Cook<'_> {
    /// Files of all fairs that are shown.
    pub(super) fn fairs(self) -> Vec<String> {
        let fairs = self.sources.site.fairs.iter();
        let fairs = fairs.filter_map(|id| self.sources.catalogue.fair(*id));
        self.paths(fairs.map(|fair| fair.file))
    }

    /// A fair with the products of its booths, and the brochures made for it.
    pub(super) fn fair(self, id: FairId) -> Ingredients {
        let fair = self.sources.catalogue.fair(id);
        let own = self.paths(fair.map(|fair| fair.file));
        let made = self.brochures();
        Ingredients { about: joined(own, made.about.clone()), ..made }
    }

    /// Files of all brochures that are made; the products that they count.
    pub(super) fn brochures(self) -> Ingredients {
        let made = self.sources.site.brochures.keys();
        let made = made.filter_map(|index| self.sources.catalogue.brochures.get(*index));
        let own = self.paths(made.filter_map(|brochure| brochure.file));
        Ingredients {
            about: joined(own, self.fairs()),
            counted: self.all(),
            reference: self.reference(),
            by_day: true,
            ..of_settings(&["expiring_days"])
        }
    }

    /// A brochure as PDF: set with templates, fonts and words of the theme.
    pub(super) fn pdf(self, index: usize) -> Ingredients {
        let own = self.brochure(index);
        let languages = self.sources.catalogue.brochures.get(index).map(|it| &it.languages);
        let words = languages.into_iter().flatten().flat_map(|lang| self.words(*lang));
        let words = words.collect::<Vec<_>>();
        let files = self.sources.theme.brochure_files();
        let files = files.map(|(path, _)| self.theme_file(path)).collect();
        let settings =
            joined(own.settings.clone(), vec!["base_url", "title", "issuer", "brochure_pdf"]);
        Ingredients { words: joined(Vec::new(), words), theme: files, settings, ..own }
    }

    /// A brochure with everything of the products that it holds.
    pub(super) fn brochure(self, index: usize) -> Ingredients {
        let catalogue = self.sources.catalogue;
        let brochure = catalogue.brochures.get(index);
        let fair = brochure.and_then(|it| catalogue.fair(it.choice.fair?));
        let own = brochure.and_then(|it| it.file).into_iter().chain(fair.map(|fair| fair.file));
        let mut found = Ingredients {
            about: self.paths(own),
            counted: self.all(),
            reference: self.reference(),
            by_day: true,
            ..of_settings(&["expiring_days", "edition"])
        };
        let held = self.sources.site.brochures.get(&index);
        for id in held.into_iter().flat_map(Selection::products) {
            let product = self.product(id);
            found.about = joined(found.about, product.about);
            found.photos = joined(found.photos, product.photos);
        }
        found
    }
}
