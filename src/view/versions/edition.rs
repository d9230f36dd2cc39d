//! A version's blocks, parted into pages: one for each chapter, with all that stands below it.
//!
//! Rows of registers, which are short, share a page; the front page's words come first.

use crate::contract::Block;
use std::collections::{HashMap, HashSet};

/// The page that rows of registers share, by its name.
const REGISTERS: &str = "register";

/// The page of the front page's words, by its name.
const FRONT: &str = "forside";

/// A page of a version.
#[derive(Debug)]
pub(super) struct Part {
    /// Its name in addresses.
    pub name: String,
    /// The block that it begins with, as a place.
    pub head: usize,
    /// Its blocks, as places, in order.
    pub blocks: Vec<usize>,
    /// Whether it holds rows of registers.
    pub is_register: bool,
}

/// For each block, how many sections stand above it, and the block at the top.
pub(super) fn depths(blocks: &[Block]) -> Vec<(usize, usize)> {
    let places: HashMap<&str, usize> =
        blocks.iter().enumerate().map(|(at, block)| (block.id.as_str(), at)).collect();
    let mut depths: Vec<(usize, usize)> = Vec::with_capacity(blocks.len());
    for (at, block) in blocks.iter().enumerate() {
        let above = block.section.as_ref().and_then(|id| places.get(id.as_str()));
        // A section stands before what stands in it.
        let above = above.filter(|above| **above < at);
        depths.push(above.map_or((0, at), |above| (depths[*above].0 + 1, depths[*above].1)));
    }
    depths
}

/// The pages of a version.
pub(super) fn parts(blocks: &[Block]) -> Vec<Part> {
    let depths = depths(blocks);
    let is_row = |block: &Block| !block.path.ends_with(".md") && !block.entry.is_empty();
    let mut parts: Vec<Part> = Vec::new();
    let mut of_head: HashMap<usize, usize> = HashMap::new();
    let mut register: Option<Part> = None;
    for (at, (_, head)) in depths.into_iter().enumerate() {
        if is_row(&blocks[head]) {
            let new = || Part {
                name: REGISTERS.to_string(),
                head,
                blocks: Vec::new(),
                is_register: true,
            };
            register.get_or_insert_with(new).blocks.push(at);
            continue;
        }
        let place = *of_head.entry(head).or_insert_with(|| {
            let entry = &blocks[head].entry;
            let name = if entry.is_empty() { FRONT } else { entry };
            parts.push(Part {
                name: name.to_string(),
                head,
                blocks: Vec::new(),
                is_register: false,
            });
            parts.len() - 1
        });
        parts[place].blocks.push(at);
    }
    parts.extend(register);
    name_apart(&mut parts);
    parts
}

/// Gives pages names of their own, which are no other file's of the version.
fn name_apart(parts: &mut [Part]) {
    let mut taken: HashSet<String> = HashSet::from(["index".to_string()]);
    for part in parts {
        let mut name: String = crate::text::slug(&part.name);
        while name.is_empty() || !taken.insert(name.clone()) {
            name.push_str("-x");
        }
        part.name = name;
    }
}
