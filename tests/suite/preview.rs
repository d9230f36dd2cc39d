//! The preview, as a browser meets it: the program runs on a plan in a folder of its own.

mod client;
mod pages;
mod probes;

use client::Preview;
