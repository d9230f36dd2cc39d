//! A workbook as text: where each cell stands, so that a message can name sheet, row and column.
//!
//! A workbook has no lines that a person could count. It becomes text as it is loaded, its rows on lines of
//! their own and a tab between the cells; from there on it is a source like any other, and a span in it is a
//! place in a sheet.

use super::cells::Row;

/// A workbook.
#[derive(Debug, Clone, Default)]
pub struct Book {
    /// Its sheets, in its order.
    pub sheets: Vec<BookSheet>,
}

/// A sheet of a workbook. Norwegian: *ark*.
#[derive(Debug, Clone, Default)]
pub struct BookSheet {
    /// What it is called.
    pub name: String,
    /// The rows that hold something, each cell at its column.
    pub rows: Vec<Row>,
    /// The number of each row as people count them, from one.
    pub numbers: Vec<u32>,
}

/// A cell as people name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellPlace {
    /// The sheet.
    pub sheet: String,
    /// "C7".
    pub cell: String,
}

impl Book {
    /// The cell at a byte of the book's text.
    #[must_use]
    pub fn cell_at(&self, offset: usize) -> Option<CellPlace> {
        let is_before = |sheet: &&BookSheet| sheet.rows.last().is_some_and(|row| row.end >= offset);
        let sheet = self.sheets.iter().find(is_before)?;
        let place = sheet.rows.partition_point(|row| row.end < offset);
        let row = sheet.rows.get(place)?;
        let column = row.cells.iter().rposition(|cell| cell.range.start <= offset).unwrap_or(0);
        let number = sheet.numbers.get(place)?;
        Some(CellPlace {
            sheet: sheet.name.clone(),
            cell: format!("{}{number}", column_name(column)),
        })
    }
}

/// A column as spreadsheets name it: A, B … Z, AA.
#[must_use]
pub fn column_name(mut column: usize) -> String {
    let mut name = String::new();
    loop {
        let letter = u8::try_from(column % 26).map_or('A', |nth| char::from(b'A' + nth));
        name.insert(0, letter);
        match (column / 26).checked_sub(1) {
            Some(rest) => column = rest,
            None => return name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::column_name;

    #[test]
    fn columns_are_named_as_in_a_spreadsheet() {
        let names: Vec<String> =
            [0, 25, 26, 51, 52, 701, 702].into_iter().map(column_name).collect();
        assert_eq!(names, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
