//! From a picture's bytes to all the files that it is published as.
//!
//! It is decoded once, shrunk to its widest file, turned upright, and moved to the colours that browsers take
//! for given (sRGB); the other files are made from that one.
//!
//! WebP of photographs is lossy and comes from libwebp, compiled in: the pure encoder that `image` brings is
//! lossless only, which costs a photograph many times the bytes. Drawings and screenshots are kept lossless
//! where that is smaller, and all but lossless else.

use super::{Fault, Format, Measured, Rendition, chunks};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};
use std::io::Cursor;

/// How pictures are made. Another recipe makes other bytes, which need other names: it changes with the widths,
/// the qualities and the encoders.
const RECIPE: &str = "1";

/// What a decoder may ask for, in bytes: the largest picture with alpha at sixteen bits, and its own tables.
const MOST_MEMORY: u64 = 768 * 1024 * 1024;

/// Of 100.
const WEBP_QUALITY: f32 = 78.0;
/// For drawings, whose edges show what is lost.
const DRAWN_QUALITY: f32 = 92.0;
/// See [`WEBP_QUALITY`].
const JPEG_QUALITY: u8 = 80;

/// What the files of a picture are known by: a hash of its bytes and of how they are made, in hexadecimal.
#[must_use]
pub fn identity(bytes: &blake3::Hash) -> String {
    blake3::hash(format!("{} {RECIPE}", bytes.to_hex()).as_bytes()).to_hex().to_string()
}

/// Makes all renditions of a picture, in the order of [`Measured::renditions`].
///
/// # Errors
///
/// When its pixels can't be read.
pub fn make(bytes: &[u8], measured: &Measured) -> Result<Vec<Vec<u8>>, Fault> {
    if measured.is_kept() {
        let cut = || Fault::Broken("the file is cut short".to_owned());
        return Ok(vec![chunks::bare(bytes, measured.format).ok_or_else(cut)?]);
    }
    let all = measured.renditions();
    let width = all.iter().map(|one| one.width).max().unwrap_or(1);
    let height = all.iter().map(|one| one.height).max().unwrap_or(1);
    let (image, turn, profile) = decode(bytes, measured.has_alpha).map_err(broken)?;
    let drawn = is_drawn(&image);
    let mut image = upright(image, turn, (width, height));
    if let Some(profile) = profile {
        image = in_srgb(image, &profile);
    }
    let encoded = all.iter().map(|one| encode(&at(&image, one), one.format, drawn));
    encoded.collect::<Result<_, _>>()
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn broken(error: image::ImageError) -> Fault {
    Fault::Broken(error.to_string())
}

type Decoded = (DynamicImage, Orientation, Option<Vec<u8>>);

/// Pixels of eight bits, how they are turned, and their colour profile.
fn decode(bytes: &[u8], has_alpha: bool) -> Result<Decoded, image::ImageError> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let turn = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    let image = DynamicImage::from_decoder(decoder)?;
    let image = if has_alpha { image.into_rgba8().into() } else { image.into_rgb8().into() };
    Ok((image, turn, profile))
}

/// Whether a picture is drawn and no photograph: at least a third of its pixels are like their left neighbour. Every
/// eighth row is looked at.
fn is_drawn(image: &DynamicImage) -> bool {
    let size = usize::from(image.color().bytes_per_pixel());
    let row = image.width() as usize * size;
    let alike = |row: &[u8]| {
        row.windows(2 * size).step_by(size).filter(|two| two[..size] == two[size..]).count()
    };
    let rows = || image.as_bytes().chunks_exact(row.max(1)).step_by(8);
    rows().map(alike).sum::<usize>() * 3 >= rows().count() * image.width() as usize
}

/// The picture shrunk to a size and turned.
fn upright(image: DynamicImage, turn: Orientation, size: (u32, u32)) -> DynamicImage {
    let lies = |(width, height)| match turn {
        Orientation::Rotate90 | Orientation::Rotate270 => (height, width),
        Orientation::Rotate90FlipH | Orientation::Rotate270FlipH => (height, width),
        _ => (width, height),
    };
    let mut image = shrunk(image, lies(size));
    image.apply_orientation(turn);
    image
}

/// A picture at another size. What is far larger is averaged to twice the size first, which is fast and loses
/// nothing that the second step would have kept.
fn shrunk(image: DynamicImage, (width, height): (u32, u32)) -> DynamicImage {
    if (image.width(), image.height()) == (width, height) {
        return image;
    }
    if image.width() >= width * 3 {
        let image = image.thumbnail_exact(width * 2, height * 2);
        return image.resize_exact(width, height, FilterType::CatmullRom);
    }
    image.resize_exact(width, height, FilterType::CatmullRom)
}

/// The picture in the colours of the web. A profile that can't be read leaves it as it is.
fn in_srgb(image: DynamicImage, profile: &[u8]) -> DynamicImage {
    let Ok(profile) = ColorProfile::new_from_slice(profile) else { return image };
    if profile.color_space != DataColorSpace::Rgb {
        return image;
    }
    let layout = if image.color().has_alpha() { Layout::Rgba } else { Layout::Rgb };
    let srgb = ColorProfile::new_srgb();
    let options = TransformOptions::default();
    let Ok(transform) = profile.create_transform_8bit(layout, &srgb, layout, options) else {
        return image;
    };
    let mut moved = image.as_bytes().to_vec();
    if transform.transform(image.as_bytes(), &mut moved).is_err() {
        return image;
    }
    let (width, height) = (image.width(), image.height());
    let made = match image.color().has_alpha() {
        true => image::RgbaImage::from_raw(width, height, moved).map(DynamicImage::from),
        false => image::RgbImage::from_raw(width, height, moved).map(DynamicImage::from),
    };
    made.unwrap_or(image)
}

fn at(image: &DynamicImage, rendition: &Rendition) -> DynamicImage {
    let image = image.clone();
    shrunk(image, (rendition.width, rendition.height))
}

fn encode(image: &DynamicImage, format: Format, drawn: bool) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    match format {
        Format::Webp => return webp(image, drawn),
        Format::Jpeg => {
            let encoder = JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY);
            image.write_with_encoder(encoder).map_err(broken)?;
        }
        _ => {
            let (effort, filter) = (CompressionType::Default, PngFilter::Adaptive);
            let encoder = PngEncoder::new_with_quality(&mut bytes, effort, filter);
            image.write_with_encoder(encoder).map_err(broken)?;
        }
    }
    Ok(bytes)
}

fn webp(image: &DynamicImage, drawn: bool) -> Result<Vec<u8>, Fault> {
    let (width, height) = (image.width(), image.height());
    let encoder = match image {
        DynamicImage::ImageRgba8(image) => webp::Encoder::from_rgba(image, width, height),
        DynamicImage::ImageRgb8(image) => webp::Encoder::from_rgb(image, width, height),
        _ => return Err(Fault::Broken("colours of another depth".to_owned())),
    };
    let encoded = |lossless, quality| {
        let encoded = encoder.encode_simple(lossless, quality);
        encoded.map(|bytes| bytes.to_vec()).map_err(|error| Fault::Broken(format!("{error:?}")))
    };
    if !drawn {
        return encoded(false, WEBP_QUALITY);
    }
    // Shrunk, the edges of a drawing have many shades, and lossless may be the larger.
    let (exact, near) = (encoded(true, WEBP_QUALITY)?, encoded(false, DRAWN_QUALITY)?);
    Ok(if near.len() < exact.len() { near } else { exact })
}
