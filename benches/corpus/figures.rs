//! A plan of nothing but indicators, with figures as rich as charts can be asked to draw.

use std::fs;
use std::io;
use std::path::Path;

use super::registers;
use super::rng::{Purpose, Rng};
use super::series::{LAST_YEAR, tenths};

/// How many indicators there are.
pub const INDICATORS: usize = 1_000;
/// Indicators in a chapter.
const CHAPTER: usize = 50;
/// Years of each, and the series that they are of: the plan's own and four to compare with.
const YEARS: usize = 30;
const SERIES: [&str; 5] =
    ["Eksempelvik", "Landet", "Fylket", "KOSTRA-gruppe 7", "Landet uten Oslo"];

/// The plan, made up from a seed.
#[derive(Debug, Clone, Copy)]
pub struct Figures {
    /// What its chance begins with.
    pub seed: u64,
}

impl Figures {
    /// Writes the plan into a folder.
    ///
    /// # Errors
    ///
    /// If the disk won't have it.
    pub fn write(self, folder: &Path) -> io::Result<()> {
        let content = folder.join("content");
        fs::create_dir_all(content.join("data"))?;
        fs::write(content.join("plan.toml"), registers::plan())?;
        fs::write(content.join("index.md"), "Tallene våre.\n")?;
        for n in 1..=INDICATORS {
            let chapter = (n - 1) / CHAPTER + 1;
            let folder = content.join(format!("{chapter:02}-kapittel-{chapter}"));
            if n % CHAPTER == 1 {
                fs::create_dir_all(&folder)?;
                fs::write(
                    folder.join("index.md"),
                    format!("+++\ntitle = \"Tall fra kilde {chapter}\"\n+++\n\nTall.\n"),
                )?;
            }
            fs::write(content.join(format!("data/telling-{n}.csv")), self.csv(n))?;
            fs::write(folder.join(format!("telling-{n}.md")), page(n))?;
        }
        Ok(())
    }

    /// Walks of small steps; one figure in fifty is held back.
    fn csv(self, n: usize) -> String {
        let mut rng = Rng::new(self.seed, Purpose::Series, n);
        let mut figures = SERIES.map(|_| rng.between(300, 700));
        let mut rows = format!("År;{}\n", SERIES.join(";"));
        for year in LAST_YEAR + 1 - YEARS..=LAST_YEAR {
            let cells = figures.iter_mut().map(|figure| {
                *figure = (*figure + rng.below(51)).saturating_sub(25).clamp(10, 990);
                if rng.chance(2) { ":".to_owned() } else { tenths(*figure) }
            });
            let cells: Vec<String> = cells.collect();
            rows.push_str(&format!("{year};{}\n", cells.join(";")));
        }
        rows
    }
}

fn page(n: usize) -> String {
    format!(
        "+++\ntitle = \"Telling {n}\"\nkind = \"indicator\"\nunit = \"%\"\ndecimals = 1\nbetter = \"higher\"\ntarget = {{ value = \"80,0\", year = 2029 }}\ndata = {{ file = \"telling-{n}.csv\" }}\n+++\n\nHvor stor andel det gjelder.\n"
    )
}
