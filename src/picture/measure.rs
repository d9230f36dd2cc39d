//! What the beginning of a picture says of it.

use super::{Fault, Format, LONGEST_SIDE, MOST_PIXELS, Measured, avif, chunks, vector};
use image::metadata::Orientation;
use image::{ImageDecoder, ImageFormat, ImageReader};
use std::io::Cursor;

/// Measures a picture. No pixel is decoded.
///
/// # Errors
///
/// When it is no picture, is cut short, or is too large.
pub fn measure(bytes: &[u8]) -> Result<Measured, Fault> {
    let measured = match image::guess_format(bytes) {
        Ok(ImageFormat::Png) => raster(bytes, Format::Png)?,
        Ok(ImageFormat::Jpeg) => raster(bytes, Format::Jpeg)?,
        Ok(ImageFormat::WebP) => raster(bytes, Format::Webp)?,
        Ok(ImageFormat::Gif) => raster(bytes, Format::Gif)?,
        Ok(ImageFormat::Avif) => avif::measure(bytes)?,
        _ => vector::measure(bytes)?,
    };
    let (width, height) = (measured.width, measured.height);
    let pixels = u64::from(width) * u64::from(height);
    let is_drawing = measured.format == Format::Svg;
    if !is_drawing && (pixels > MOST_PIXELS || width.max(height) > LONGEST_SIDE) {
        return Err(Fault::TooLarge(width, height));
    }
    if pixels == 0 {
        return Err(Fault::Broken("it has no width or no height".to_owned()));
    }
    Ok(measured)
}

/// The four formats that are decoded.
fn raster(bytes: &[u8], format: Format) -> Result<Measured, Fault> {
    let broken = |error: image::ImageError| Fault::Broken(error.to_string());
    let known = match format {
        Format::Jpeg => ImageFormat::Jpeg,
        Format::Webp => ImageFormat::WebP,
        Format::Gif => ImageFormat::Gif,
        _ => ImageFormat::Png,
    };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), known);
    // Its size is looked at by the caller, who tells it better.
    reader.no_limits();
    let mut decoder = reader.into_decoder().map_err(broken)?;
    let (mut width, mut height) = decoder.dimensions();
    let has_alpha = decoder.color_type().has_alpha();
    // Metadata that can't be read turns nothing.
    if decoder.orientation().is_ok_and(lies_down) {
        (width, height) = (height, width);
    }
    let moves = match format {
        Format::Jpeg => chunks::whole_jpeg(bytes).then_some(false),
        Format::Png => chunks::png_moves(bytes),
        Format::Gif => chunks::gif_frames(bytes).map(|frames| frames > 1),
        _ => chunks::webp_moves(bytes),
    };
    let moves = moves.ok_or_else(|| Fault::Broken("the file is cut short".to_owned()))?;
    Ok(Measured { format, width, height, has_alpha, moves })
}

/// Whether width and height change places when a picture is turned upright.
fn lies_down(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}
