//! A version's blocks, parted into pages: one for each chapter, with all that stands below it.
//!
//! Rows of registers, which are short, share a page; the front page's words come first.

use crate::contract::{Block, Version};
use rustc_hash::FxHashMap;
use std::collections::{HashMap, HashSet};

/// The page that rows of registers share, by its name.
const REGISTERS: &str = "register";

/// The page of the front page's words, by its name.
const FRONT: &str = "forside";

/// A version as the site shows it: worked out once, for all its pages and those that lead to them.
pub(in crate::view) struct Edition {
    /// Its pages.
    pub(super) parts: Vec<Part>,
    /// For each block, how many sections stand above it, and the block at the top.
    pub(super) depths: Vec<(usize, usize)>,
    /// The place of each block's page among the pages, by the block's id.
    pages: FxHashMap<String, usize>,
}

impl Edition {
    pub(super) fn of(version: &Version) -> Edition {
        let depths = depths(&version.blocks);
        let parts = parts(&version.blocks, &depths);
        let mut pages = FxHashMap::default();
        for (place, part) in parts.iter().enumerate() {
            pages.extend(part.blocks.iter().map(|at| (version.blocks[*at].id.clone(), place)));
        }
        Edition { parts, depths, pages }
    }

    /// The page that a block stands on.
    pub(super) fn page_of(&self, block: &str) -> Option<u16> {
        self.pages.get(block).and_then(|place| u16::try_from(*place).ok())
    }
}

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
    let places: FxHashMap<&str, usize> =
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
fn parts(blocks: &[Block], depths: &[(usize, usize)]) -> Vec<Part> {
    let is_row = |block: &Block| !block.path.ends_with(".md") && !block.entry.is_empty();
    let mut parts: Vec<Part> = Vec::new();
    let mut of_head: HashMap<usize, usize> = HashMap::new();
    let mut register: Option<Part> = None;
    for (at, head) in depths.iter().map(|(_, head)| *head).enumerate() {
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
