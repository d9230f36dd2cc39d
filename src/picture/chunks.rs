//! How files of pictures are put together: whether all of one is there, whether it moves, and one that moves
//! without its metadata.
//!
//! A picture that stands still is decoded and written anew, and leaves its metadata behind. One that moves is
//! published as it is, but for the chunks that only tell of it.

/// Whether a JPEG has its end: a mark of the end after the last mark where pixels begin.
pub(super) fn whole_jpeg(bytes: &[u8]) -> bool {
    let last = |mark: u8| bytes.windows(2).rposition(|pair| pair == [0xff, mark]);
    last(0xd9) > last(0xda)
}

/// A PNG's chunks after its signature, each with its name; the last is `None` when the file is cut short.
fn png_chunks(bytes: &[u8]) -> impl Iterator<Item = Option<(&[u8], &[u8])>> {
    let mut rest = bytes.get(8..).unwrap_or(&[]);
    let mut ended = false;
    std::iter::from_fn(move || {
        if ended {
            return None;
        }
        let chunk = (|| {
            let length = u32::from_be_bytes(rest.get(..4)?.try_into().ok()?) as usize;
            let (chunk, after) = rest.split_at_checked(length.checked_add(12)?)?;
            rest = after;
            Some((&chunk[4..8], chunk))
        })();
        ended = chunk.is_none_or(|(name, _)| name == b"IEND");
        Some(chunk)
    })
}

/// Whether a PNG moves; `None` when it is cut short.
pub(super) fn png_moves(bytes: &[u8]) -> Option<bool> {
    png_chunks(bytes).try_fold(false, |moves, chunk| Some(moves | (chunk?.0 == b"acTL")))
}

/// A PNG without what tells of it: text, times, Exif. Colours and frames stay.
fn bare_png(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut bare = bytes.get(..8)?.to_vec();
    for chunk in png_chunks(bytes) {
        let (name, chunk) = chunk?;
        if !matches!(name, b"tEXt" | b"zTXt" | b"iTXt" | b"tIME" | b"eXIf") {
            bare.extend_from_slice(chunk);
        }
    }
    Some(bare)
}

/// The chunks of a WebP: name, and the whole chunk; `None` when the file is cut short.
fn webp_chunks(bytes: &[u8]) -> Option<Vec<(&[u8], &[u8])>> {
    let length = u32::from_le_bytes(bytes.get(4..8)?.try_into().ok()?) as usize;
    let mut rest = bytes.get(12..length.checked_add(8)?)?;
    let mut chunks = Vec::new();
    while rest.len() >= 8 {
        let length = u32::from_le_bytes(rest.get(4..8)?.try_into().ok()?) as usize;
        // A chunk of an odd length has a byte after it.
        let (chunk, after) = rest.split_at_checked(length.checked_add(8 + length % 2)?)?;
        chunks.push((&chunk[..4], chunk));
        rest = after;
    }
    Some(chunks)
}

/// Whether a WebP moves; `None` when it is cut short.
pub(super) fn webp_moves(bytes: &[u8]) -> Option<bool> {
    Some(webp_chunks(bytes)?.iter().any(|(name, _)| name == b"ANIM"))
}

/// A WebP without Exif and XMP.
fn bare_webp(bytes: &[u8]) -> Option<Vec<u8>> {
    /// The bits of the first chunk that promise Exif and XMP.
    const PROMISES: u8 = 0b0000_1100;
    let mut bare = bytes.get(..12)?.to_vec();
    for (name, chunk) in webp_chunks(bytes)? {
        let start = bare.len();
        if !matches!(name, b"EXIF" | b"XMP ") {
            bare.extend_from_slice(chunk);
        }
        if name == b"VP8X" {
            *bare.get_mut(start + 8)? &= !PROMISES;
        }
    }
    let length = u32::try_from(bare.len() - 8).ok()?;
    bare[4..8].copy_from_slice(&length.to_le_bytes());
    Some(bare)
}

/// The blocks of a GIF after its head.
enum Block<'b> {
    Frame(&'b [u8]),
    /// An extension that says how a frame is shown, or how often all are.
    Showing(&'b [u8]),
    /// An extension that tells of the picture.
    Telling,
}

/// A GIF's head and blocks; `None` when it is cut short.
fn gif_blocks(bytes: &[u8]) -> Option<(&[u8], Vec<Block<'_>>)> {
    let colours = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let (head, mut rest) = bytes.split_at_checked(13 + colours(*bytes.get(10)?))?;
    let mut blocks = Vec::new();
    loop {
        let start = match rest.first()? {
            0x2c => 11 + colours(*rest.get(9)?),
            0x21 => 2,
            0x3b => return Some((head, blocks)),
            _ => return None,
        };
        let (block, after) = rest.split_at_checked(start + sub_blocks(rest.get(start..)?)?)?;
        blocks.push(match (block[0], block.get(1)?) {
            (0x2c, _) => Block::Frame(block),
            (_, 0xf9) => Block::Showing(block),
            (_, 0xff) if block.get(3..14)? == b"NETSCAPE2.0" => Block::Showing(block),
            _ => Block::Telling,
        });
        rest = after;
    }
}

/// How long a run of sub-blocks is, with the empty one that ends it.
fn sub_blocks(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        let length = usize::from(*bytes.get(at)?);
        at += 1 + length;
        if length == 0 {
            return Some(at);
        }
    }
}

/// How many frames a GIF has; `None` when it is cut short.
pub(super) fn gif_frames(bytes: &[u8]) -> Option<usize> {
    let (_, blocks) = gif_blocks(bytes)?;
    Some(blocks.iter().filter(|block| matches!(block, Block::Frame(_))).count())
}

/// A GIF without remarks and what programs left in it.
fn bare_gif(bytes: &[u8]) -> Option<Vec<u8>> {
    let (head, blocks) = gif_blocks(bytes)?;
    let mut bare = head.to_vec();
    for block in blocks {
        if let Block::Frame(block) | Block::Showing(block) = block {
            bare.extend_from_slice(block);
        }
    }
    bare.push(0x3b);
    Some(bare)
}

/// A picture that moves, without its metadata; `None` when it is cut short.
pub(super) fn bare(bytes: &[u8], format: super::Format) -> Option<Vec<u8>> {
    match format {
        super::Format::Png => bare_png(bytes),
        super::Format::Webp => bare_webp(bytes),
        super::Format::Gif => bare_gif(bytes),
        _ => Some(bytes.to_vec()),
    }
}
