//! The seal of a frozen version: one hash over its files, which anybody can reckon with `b3sum`.

use blake3::Hash;

/// The seal over files, each with its path from the version's folder and the BLAKE3 hash of its bytes.
///
/// It is the hash of the list that `b3sum` prints for them in order of path:
/// `(find content -type f; echo blocks.json) | LC_ALL=C sort | xargs -d '\\n' b3sum | b3sum`.
///
/// ```
/// let of = |text: &str| blake3::hash(text.as_bytes());
/// let list = format!("{}  a.md\n{}  b.md\n", of("A").to_hex(), of("B").to_hex());
/// let files = vec![("b.md".to_string(), of("B")), ("a.md".to_string(), of("A"))];
/// assert_eq!(planverk::contract::seal(files), of(&list).to_hex().to_string());
/// ```
#[must_use]
pub fn seal(mut files: Vec<(String, Hash)>) -> String {
    files.sort_by(|(a, _), (b, _)| a.cmp(b));
    let mut hasher = blake3::Hasher::new();
    for (path, hash) in &files {
        hasher.update(hash.to_hex().as_bytes());
        hasher.update(b"  ");
        hasher.update(path.as_bytes());
        hasher.update(b"\n");
    }
    hasher.finalize().to_hex().to_string()
}
