//! What a site lacks that does not know its own address: told once, after a build, as something to know and no
//! mistake. Most plans are built without one while they are written.

use super::build::wrapped;
use crate::site::Route;
use crate::text::Language;

/// Which files need the site's address, and what they are without it. Empty where nothing needs one.
pub(super) fn missing(routes: &[(String, Route)], language: Language) -> String {
    let files = files(routes);
    if files.is_empty() {
        return String::new();
    }
    let files = files.join(", ");
    let words = match language {
        Language::En => format!(
            "Without an address (--base-url, or url in plan.toml) there is no sitemap.xml, and links in \
             open-data/ are relative or left out, so that data portals can't follow them: {files}"
        ),
        _ => format!(
            "Uten nettadresse (--base-url, eller nettadresse i plan.toml) lages ikke sitemap.xml, og \
             lenkene i open-data/ er relative eller utelatt, så dataportaler ikke kan følge dem: {files}"
        ),
    };
    let words: Vec<&str> = words.split(' ').collect();
    format!("  {}\n", wrapped(&words, " ", 76))
}

/// The files of open data that tell addresses; those of the indicators as one.
fn files(routes: &[(String, Route)]) -> Vec<String> {
    let mut files = Vec::new();
    for (path, route) in routes {
        let Route::Export(export) = route else { continue };
        let Some(path) = path.strip_prefix(crate::model::OPEN_DATA) else { continue };
        if export.tells_address() {
            let file = match path.split_once('/') {
                Some((folder, _)) => format!("{folder}/*.json"),
                None => path.to_string(),
            };
            if !files.contains(&file) {
                files.push(file);
            }
        }
    }
    files
}
