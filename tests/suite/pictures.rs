//! Pictures, from a file beside a text to what a browser chooses among.

use crate::command::Plan;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use std::io::Cursor;
use std::time::SystemTime;

/// A PNG like a photograph.
pub fn picture(width: u32, height: u32) -> Vec<u8> {
    written(width, height, ImageFormat::Png)
}

fn written(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let grain = |x: u32, y: u32| u8::try_from((x * 7 + y * 13) % 200).unwrap();
    let image = RgbImage::from_fn(width, height, |x, y| Rgb([grain(x, y), grain(y, x), 90]));
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(image).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A photograph that a telephone took lying on its side, and that tells where.
fn photograph(width: u32, height: u32) -> Vec<u8> {
    let jpeg = written(width, height, ImageFormat::Jpeg);
    let turn = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let exif = [turn.as_slice(), b"GPS 69.6492 N"].concat();
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, &exif, &jpeg[2..]].concat()
}

const PAGE: &str = "+++\ntitle = \"Side\"\n+++\n\n![Båten](bilder/baten.jpg \"Båten ved kaia. Foto: Ida\")\n\n![Kartet](kart.svg)\n";

fn plan() -> Plan {
    Plan::new()
        .file("side.md", PAGE)
        .file("bilder/baten.jpg", photograph(900, 600))
        .file("kart.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 400 250'/>")
}

/// Each tag of a kind in a page, without its hashes.
fn tags(html: &str, name: &str) -> Vec<String> {
    let start = format!("<{name} ");
    let tags = html.match_indices(&start).map(|(at, _)| html[at..].split_inclusive('>').next());
    let plain = |tag: &str| {
        let is_hash =
            |part: &&str| part.len() != 10 || !part.chars().all(|c| c.is_ascii_hexdigit());
        tag.split('.').filter(is_hash).collect::<Vec<_>>().join(".")
    };
    tags.flatten().map(plain).collect()
}

#[test]
fn a_picture_is_offered_upright_and_in_sizes_and_tells_no_place() {
    let plan = plan();
    plan.build().succeeds();
    let site = plan.site();
    let html = site.text("side.html");
    assert_eq!(
        tags(html, "source"),
        ["<source type=\"image/webp\" srcset=\"assets/pictures/baten-360.webp 360w, \
          assets/pictures/baten-600.webp 600w\" sizes=\"(min-width: 52rem) 48rem, 92vw\">"]
    );
    assert_eq!(
        tags(html, "img"),
        [
            "<img src=\"assets/pictures/baten-600.jpg\" alt=\"Båten\" width=\"600\" height=\"900\" \
             fetchpriority=\"high\" decoding=\"async\">",
            "<img src=\"assets/pictures/kart.svg\" alt=\"Kartet\" width=\"400\" height=\"250\" \
             loading=\"lazy\" decoding=\"async\">"
        ]
    );
    for (path, bytes) in &site.0 {
        assert!(!bytes.windows(4).any(|part| part == b"GPS "), "{path}");
    }
    assert!(!site.0.contains_key("bilder/baten.jpg"), "the original is not published");
    crate::site_walk::assert_resolves(&site);
}

#[test]
fn an_original_that_a_text_links_to_is_published_as_it_is() {
    let plan = plan().file("b.md", "+++\ntitle = \"B\"\n+++\n\n[Originalen](bilder/baten.jpg)\n");
    plan.build().succeeds();
    assert_eq!(plan.site().0["bilder/baten.jpg"], photograph(900, 600));
}

#[test]
fn a_picture_that_did_not_change_is_not_made_again() {
    let plan = plan();
    plan.build().succeeds();
    let store = |plan: &Plan| -> Vec<(String, SystemTime)> {
        let files = std::fs::read_dir(plan.at(".planverk/pictures")).unwrap().flatten();
        let told = |file: std::fs::DirEntry| {
            let time = file.metadata().unwrap().modified().unwrap();
            (file.file_name().into_string().unwrap(), time)
        };
        let mut files: Vec<_> = files.map(told).collect();
        files.sort();
        files
    };
    let (first, site) = (store(&plan), plan.site());
    assert_eq!(first.len(), 4, "two of WebP, a JPEG, a drawing");
    plan.write("content/side.md", PAGE.replace("Båten ved", "Skolebåten ved"));
    plan.build().succeeds();
    assert_eq!(store(&plan), first);
    // Without the store the same bytes come out.
    std::fs::remove_dir_all(plan.at(".planverk")).unwrap();
    plan.write("content/side.md", PAGE);
    plan.build().succeeds();
    plan.site().is_same_as(&site);
    // A picture that is shown no more leaves the store.
    plan.write("content/side.md", "+++\ntitle = \"Side\"\n+++\n\nHei.\n");
    plan.build().succeeds();
    assert!(store(&plan).is_empty());
}

#[test]
fn pixels_that_are_broken_are_told_where_the_picture_is_shown() {
    let plan = plan();
    plan.build().succeeds();
    let site = plan.site();
    let mut png = picture(300, 200);
    let middle = png.len() / 2;
    png[middle..middle + 40].fill(0x55);
    plan.write("content/bilder/baten.jpg", &png);
    plan.build().fails_on_content().shows("content/side.md:5:1").shows("unusable-picture");
    plan.site().is_same_as(&site);
    // Two with the same fault are two that somebody has to mend.
    png.push(0);
    plan.write("content/bilder/bryggen.jpg", png);
    plan.write("content/to.md", "+++\ntitle = \"To\"\n+++\n\n![Brygge](bilder/bryggen.jpg)\n");
    let ran = plan.build().fails_on_content();
    ran.shows("\n2 feil").shows("baten.jpg").shows("bryggen.jpg");
}
