//! Pictures made here and now, small enough to know every pixel of.

use super::*;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use std::io::Cursor;

/// A picture like a photograph: no pixel is like its neighbour, the left half red, the right blue.
fn photograph(width: u32, height: u32) -> DynamicImage {
    RgbImage::from_fn(width, height, |x, y| {
        let grain = u8::try_from((x * 7 + y * 13) % 32).unwrap();
        if x < width / 2 { Rgb([200 + grain, 30, 30]) } else { Rgb([30, 30, 200 + grain]) }
    })
    .into()
}

/// A picture like a diagram, with a hole to see through.
fn diagram(width: u32, height: u32) -> DynamicImage {
    RgbaImage::from_fn(width, height, |x, _| {
        if x < width / 2 { Rgba([0, 90, 110, 255]) } else { Rgba([0, 0, 0, 0]) }
    })
    .into()
}

fn written(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A JPEG with an Exif chunk: a turn, and words that nobody should read.
fn from_telephone(image: &DynamicImage, turn: u8) -> Vec<u8> {
    let jpeg = written(image, ImageFormat::Jpeg);
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([turn, 0, 0, 0, 0, 0, 0]);
    exif.extend(b"GPS 69.6492 N 18.9553 E");
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, &exif, &jpeg[2..]].concat()
}

fn made(bytes: &[u8]) -> Vec<(Rendition, Vec<u8>)> {
    let measured = measure(bytes).unwrap();
    measured.renditions().into_iter().zip(make(bytes, &measured).unwrap()).collect()
}

#[test]
fn every_rendition_is_what_it_promises() {
    for (image, format) in [
        (photograph(1500, 1000), ImageFormat::Jpeg),
        (photograph(800, 10), ImageFormat::WebP),
        (photograph(3, 2000), ImageFormat::Png),
        (diagram(1000, 600), ImageFormat::Png),
        (diagram(90, 60), ImageFormat::Gif),
    ] {
        for (promised, bytes) in made(&written(&image, format)) {
            let measured = measure(&bytes).unwrap();
            assert_eq!(
                (promised.width, promised.height, promised.format),
                (measured.width, measured.height, measured.format)
            );
        }
    }
}

#[test]
fn a_wide_photograph_gets_steps_and_a_plain_file_last() {
    let measured = measure(&written(&photograph(1500, 1000), ImageFormat::Jpeg)).unwrap();
    let all: Vec<_> = measured.renditions().iter().map(|one| (one.width, one.format)).collect();
    assert_eq!(
        all,
        [
            (360, Format::Webp),
            (720, Format::Webp),
            (1080, Format::Webp),
            (1500, Format::Webp),
            (1080, Format::Jpeg)
        ]
    );
}

#[test]
fn a_picture_is_turned_as_the_camera_was_held() {
    // 6: the top of what was seen lies to the right of what was stored.
    let bytes = from_telephone(&photograph(40, 20), 6);
    let measured = measure(&bytes).unwrap();
    assert_eq!((measured.width, measured.height), (20, 40));
    let (_, jpeg) = made(&bytes).pop().unwrap();
    let image = image::load_from_memory(&jpeg).unwrap().into_rgb8();
    let (top, bottom) = (image.get_pixel(10, 5), image.get_pixel(10, 35));
    assert!(top.0[0] > 150 && bottom.0[2] > 150, "{top:?} {bottom:?}");
}

#[test]
fn nothing_of_where_a_photograph_was_taken_is_published() {
    let bytes = from_telephone(&photograph(40, 20), 1);
    let has = |bytes: &[u8], word: &[u8]| bytes.windows(word.len()).any(|part| part == word);
    assert!(has(&bytes, b"GPS") && has(&bytes, b"Exif"));
    for (_, bytes) in made(&bytes) {
        assert!(!has(&bytes, b"GPS") && !has(&bytes, b"Exif") && !has(&bytes, b"EXIF"));
    }
}

#[test]
fn what_can_be_seen_through_stays_so() {
    let files = made(&written(&diagram(90, 60), ImageFormat::Png));
    assert_eq!(
        files.iter().map(|(one, _)| one.format).collect::<Vec<_>>(),
        [Format::Webp, Format::Png]
    );
    for (_, bytes) in files {
        let image = image::load_from_memory(&bytes).unwrap().into_rgba8();
        assert_eq!(image.get_pixel(5, 5).0, [0, 90, 110, 255]);
        assert_eq!(image.get_pixel(80, 5).0[3], 0);
    }
}

#[test]
fn the_same_picture_gives_the_same_bytes() {
    let bytes = written(&photograph(900, 300), ImageFormat::Jpeg);
    assert_eq!(made(&bytes), made(&bytes));
}

#[test]
fn what_is_cut_short_is_told_before_anything_is_made() {
    let image = photograph(60, 40);
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::Gif, ImageFormat::WebP] {
        let bytes = written(&image, format);
        assert!(measure(&bytes).is_ok());
        for length in [0, 3, 20, bytes.len() / 2, bytes.len() - 2] {
            let cut = measure(&bytes[..length]);
            assert!(matches!(cut, Err(Fault::Broken(_))), "{format:?} {length}: {cut:?}");
        }
    }
}

#[test]
fn a_bomb_is_told_by_its_head() {
    let mut png = written(&diagram(2, 2), ImageFormat::Png);
    png[16..24].copy_from_slice(&[0, 0, 0x3a, 0x98, 0, 0, 0x3a, 0x98]);
    let sum = crc(&png[12..29]).to_be_bytes();
    png[29..33].copy_from_slice(&sum);
    assert_eq!(measure(&png), Err(Fault::TooLarge(15_000, 15_000)));
}

/// The check sum of a chunk.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg())
        })
    })
}

/// A GIF of two frames, with a remark.
fn moving_gif() -> Vec<u8> {
    use image::codecs::gif::{GifEncoder, Repeat};
    let mut bytes = Vec::new();
    {
        let mut encoder = GifEncoder::new(&mut bytes);
        encoder.set_repeat(Repeat::Infinite).unwrap();
        for _ in 0..2 {
            encoder.encode_frame(image::Frame::new(diagram(8, 8).into_rgba8())).unwrap();
        }
    }
    let end = bytes.len() - 1;
    bytes.splice(end..end, *b"\x21\xfe\x05tatt \0");
    bytes
}

#[test]
fn what_moves_is_kept_but_for_what_is_said_of_it() {
    let bytes = moving_gif();
    let measured = measure(&bytes).unwrap();
    assert!(measured.moves && measured.is_kept());
    let files = make(&bytes, &measured).unwrap();
    let [bare] = &files[..] else { panic!("one file") };
    assert!(measure(bare).unwrap().moves);
    assert!(!bare.windows(4).any(|word| word == b"tatt"));
    assert!(bare.windows(11).any(|word| word == b"NETSCAPE2.0"), "it still turns round for ever");
    assert_eq!(bytes.len() - bare.len(), 9);
}

#[test]
fn any_bytes_are_measured_or_told() {
    proptest::proptest!(|(mut bytes: Vec<u8>, kind in 0_usize..5)| {
        let starts: [&[u8]; 5] = [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b"RIFF\x20\0\0\0WEBPVP8X", b"\0\0\0\x10ftypavif"];
        bytes.splice(0..0, starts[kind].iter().copied());
        if let Ok(measured) = measure(&bytes) {
            let _ = make(&bytes, &measured);
        }
    });
}
