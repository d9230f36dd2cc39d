//! The preview, as a browser meets it: the program runs on a plan in a folder of its own.

mod client;
mod editors;
mod mistakes;
mod pages;
mod probes;
mod same;

use client::Preview;
