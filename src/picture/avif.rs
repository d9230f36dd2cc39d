//! AVIF: its boxes, which say how large it is and what else lies in the file. The picture itself is published as
//! it is: no decoder for it is built in.

use super::{Fault, Format, Measured};

/// How deep boxes lie within each other at most where we look.
const DEEPEST: u8 = 4;

/// What is gathered on the way through the boxes.
#[derive(Default)]
struct Found {
    size: (u32, u32),
    /// Quarter turns against the clock.
    turns: u8,
    has_metadata: bool,
    moves: bool,
}

/// Measures an AVIF.
pub(super) fn measure(bytes: &[u8]) -> Result<Measured, Fault> {
    let mut found = Found { moves: bytes.get(8..12) == Some(b"avis"), ..Found::default() };
    let cut = || Fault::Broken("the file is cut short".to_owned());
    visit(bytes, 0, &mut found).ok_or_else(cut)?;
    if found.has_metadata {
        return Err(Fault::Metadata);
    }
    let (width, height) = found.size;
    let (width, height) = if found.turns % 2 == 1 { (height, width) } else { (width, height) };
    Ok(Measured { format: Format::Avif, width, height, has_alpha: true, moves: found.moves })
}

/// Goes through boxes that follow each other; `None` when one says that it is longer than the file.
fn visit(mut bytes: &[u8], depth: u8, found: &mut Found) -> Option<()> {
    while !bytes.is_empty() && depth < DEEPEST {
        let length = number(bytes.get(..4)?);
        let (head, length) = match length {
            0 => (8, bytes.len()),
            1 => (16, usize::try_from(number(bytes.get(8..16)?)).ok()?),
            length => (8, usize::try_from(length).ok()?),
        };
        let inside = bytes.get(head..length)?;
        read(bytes.get(4..8)?, inside, depth, found)?;
        bytes = &bytes[length..];
    }
    Some(())
}

fn read(kind: &[u8], inside: &[u8], depth: u8, found: &mut Found) -> Option<()> {
    match kind {
        b"meta" => visit(inside.get(4..)?, depth + 1, found)?,
        b"iprp" | b"ipco" => visit(inside, depth + 1, found)?,
        // Version 0 counts its entries in two bytes, later ones in four.
        b"iinf" => {
            visit(inside.get(if inside.first()? == &0 { 6 } else { 8 }..)?, depth + 1, found)?
        }
        b"infe" => {
            let kind = inside.get(if inside.first()? >= &3 { 10..14 } else { 8..12 })?;
            found.has_metadata |= kind == b"Exif" || kind == b"mime";
        }
        b"ispe" => {
            let side = |at| u32::try_from(number(inside.get(at..at + 4)?)).ok();
            let size = (side(4)?, side(8)?);
            // Beside the picture's own size stand those of its parts, which are smaller.
            found.size = found.size.max(size);
        }
        b"irot" => found.turns = inside.first()? & 3,
        _ => {}
    }
    Some(())
}

fn number(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |sum, byte| (sum << 8) | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn boxed(kind: &str, inside: &[u8]) -> Vec<u8> {
        let length = u32::try_from(inside.len() + 8).unwrap();
        [&length.to_be_bytes(), kind.as_bytes(), inside].concat()
    }

    /// An AVIF of 40 × 30 without pixels, with an item of a kind.
    fn sample(turn: u8, item: &str) -> Vec<u8> {
        let ispe = boxed("ispe", &[0, 0, 0, 0, 0, 0, 0, 40, 0, 0, 0, 30]);
        let ipco = boxed("ipco", &[ispe, boxed("irot", &[turn])].concat());
        let infe = boxed("infe", &[&[2, 0, 0, 0, 0, 1, 0, 0], item.as_bytes(), &[0]].concat());
        let iinf = boxed("iinf", &[&[0, 0, 0, 0, 0, 1][..], &infe].concat());
        let meta = boxed("meta", &[&[0; 4][..], &iinf, &boxed("iprp", &ipco)].concat());
        [boxed("ftyp", b"avif\0\0\0\0"), meta, boxed("mdat", &[0; 20])].concat()
    }

    #[test]
    fn its_boxes_say_how_large_it_is() {
        let size = |turn| measure(&sample(turn, "av01")).map(|one| (one.width, one.height));
        assert_eq!(size(0), Ok((40, 30)));
        assert_eq!(size(1), Ok((30, 40)));
    }

    #[test]
    fn metadata_is_seen() {
        assert_eq!(measure(&sample(0, "Exif")), Err(Fault::Metadata));
        assert_eq!(measure(&sample(0, "mime")), Err(Fault::Metadata));
    }

    #[test]
    fn a_file_cut_short_is_told_wherever_it_ends() {
        let whole = sample(0, "av01");
        for length in 24..whole.len() {
            let cut = measure(&whole[..length]);
            let is_told = matches!(cut, Err(Fault::Broken(_)));
            assert!(
                is_told || cut.is_ok_and(|one| one.width == 0 || length + 28 == whole.len()),
                "{length}"
            );
        }
    }
}
