//! What texts show: each picture once, measured, with a name for its files.

use super::files::{Found, site_path};
use crate::diagnostic::rules::UNUSABLE_PICTURE;
use crate::diagnostic::{Diagnostic, Say};
use crate::model::{Picture, PictureId};
use crate::picture::{self, Fault, LONGEST_SIDE};
use crate::say;
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};

/// The pictures of a plan, in the order in which they are met.
#[derive(Default)]
pub(super) struct Gallery<'s> {
    pictures: Vec<Picture>,
    by_path: BTreeMap<&'s str, PictureId>,
    /// All that texts want to show, usable or not.
    wanted: BTreeSet<&'s str>,
}

impl<'s> Gallery<'s> {
    /// Takes a picture in; one that is there already is found again.
    pub(super) fn hang(
        &mut self,
        found: Found<'s>,
        span: Span,
    ) -> Result<PictureId, Box<Diagnostic>> {
        self.wanted.insert(found.path);
        if let Some(id) = self.by_path.get(found.path) {
            return Ok(*id);
        }
        let asset = found.asset.and_then(|asset| Some((asset.hash, asset.picture.clone()?)));
        let no_picture = || Fault::Broken("its name promises no picture".to_owned());
        let (hash, measured) = asset.ok_or_else(|| unusable(found.path, &no_picture(), span))?;
        let measured = measured.map_err(|fault| unusable(found.path, &fault, span))?;
        let hash = picture::identity(&hash);
        let path = site_path(found.path);
        let file = path.rsplit('/').next().unwrap_or(&path);
        let name = file.rsplit_once('.').map_or(file, |(stem, _)| stem).to_string();
        // A copy in another folder is the same picture.
        let same = |one: &Picture| one.hash == hash && one.name == name;
        let copy = self.pictures.iter().position(same);
        let id = PictureId::at(copy.unwrap_or(self.pictures.len()));
        self.by_path.insert(found.path, id);
        if copy.is_some() {
            return Ok(id);
        }
        self.pictures.push(Picture {
            source: found.path.to_string(),
            shown: span,
            measured,
            hash,
            name,
        });
        Ok(id)
    }

    /// Whether a text wants to show a file of the plan.
    pub(super) fn has(&self, path: &str) -> bool {
        self.wanted.contains(path)
    }

    pub(super) fn into_pictures(self) -> Vec<Picture> {
        self.pictures
    }
}

/// What to say of a picture that can't be published, at the place that shows it.
fn unusable(path: &str, fault: &Fault, span: Span) -> Box<Diagnostic> {
    Box::new(Diagnostic::at(&UNUSABLE_PICTURE, span, what(path, fault)).help(todo(fault)))
}

fn what(path: &str, fault: &Fault) -> Say {
    match fault {
        Fault::Broken(why) => say!(
            nb: "Bildet {path} kan ikke leses: {why}",
            en: "The picture {path} can't be read: {why}"
        ),
        Fault::TooLarge(width, height) => say!(
            nb: "Bildet {path} er altfor stort: {width} × {height} punkter",
            en: "The picture {path} is far too large: {width} × {height} pixels"
        ),
        Fault::Metadata => say!(
            nb: "Bildet {path} kan fortelle hvor det ble tatt og av hvem, og planverk kan ikke ta det bort fra AVIF",
            en: "The picture {path} may tell where it was taken and by whom, and planverk can't remove that from AVIF"
        ),
    }
}

fn todo(fault: &Fault) -> Say {
    match fault {
        Fault::Broken(_) => say!(
            nb: "Åpne det i et bildeprogram og lagre det på nytt som JPEG eller PNG. Kom det hit uavkortet?",
            en: "Open it in a picture program and save it again as JPEG or PNG. Did all of it get here?"
        ),
        Fault::TooLarge(..) => say!(
            nb: "Lagre det mindre: 3000 punkter er nok. Det meste er 60 millioner punkter og {LONGEST_SIDE} på en side.",
            en: "Save it smaller: 3000 pixels are enough. The most is 60 million pixels, and {LONGEST_SIDE} along a side."
        ),
        Fault::Metadata => say!(
            nb: "Lagre det som JPEG, eller uten metadata.",
            en: "Save it as JPEG, or without metadata."
        ),
    }
}

/// What to say of a picture whose pixels turned out to be broken when they were needed.
#[must_use]
pub fn broken_picture(picture: &Picture, fault: &Fault) -> Box<Diagnostic> {
    unusable(&picture.source, fault, picture.shown)
}
