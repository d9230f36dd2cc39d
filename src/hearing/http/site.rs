//! The built site, for who tries the service without a web server in front of it.
//!
//! Paths are taken apart and put together of plain names, so that none leads out of the folder.

use super::answer;
use crate::text::media_type;
use axum::http::StatusCode;
use axum::response::Response;
use std::path::{Path, PathBuf};

/// The file that a path of the site names: below the folder, `index.html` where it ends with a slash.
#[must_use]
pub fn file(site: &Path, path: &str) -> Option<PathBuf> {
    let mut found = site.to_path_buf();
    let path = path.replace('+', "%2B");
    let decoded = form_urlencoded::parse(path.as_bytes()).next();
    let decoded = decoded.map_or(String::new(), |(name, _)| name.into_owned());
    for part in decoded.split('/').filter(|part| !part.is_empty()) {
        if part.starts_with('.') || part.contains(['\\', '\0', ':']) {
            return None;
        }
        found.push(part);
    }
    if decoded.is_empty() || decoded.ends_with('/') {
        found.push("index.html");
    }
    Some(found)
}

/// Answers with a file of the site.
pub async fn answer(site: PathBuf, path: String) -> Option<Response> {
    let read = tokio::task::spawn_blocking(move || {
        let file = file(&site, &path)?;
        let kind = media_type(file.file_name()?.to_str()?);
        Some((kind, std::fs::read(&file).ok()?))
    });
    let (kind, bytes) = read.await.ok()??;
    let mut response = answer::file(kind, bytes, false);
    *response.status_mut() = StatusCode::OK;
    Some(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_leads_out_of_the_site() {
        let at = |path: &str| file(Path::new("/s"), path).map(|file| file.display().to_string());
        assert_eq!(at("").as_deref(), Some("/s/index.html"));
        assert_eq!(at("m%C3%A5l/a.html").as_deref(), Some("/s/mål/a.html"));
        assert_eq!(at("//a/").as_deref(), Some("/s/a/index.html"));
        for path in ["../a", "a/../../b", "%2e%2e/a", "a%2f..%2fb", "..%5ca", "a%00", ".git/config"]
        {
            assert_eq!(at(path), None, "{path}");
        }
    }
}
