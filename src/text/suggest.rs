//! The nearest name to one that was not found.

/// The candidate nearest to a written name, when it is near enough to be what was meant.
#[must_use]
pub fn nearest<'c>(
    written: &str,
    candidates: impl IntoIterator<Item = &'c str>,
) -> Option<&'c str> {
    let letters: Vec<char> = written.to_lowercase().chars().collect();
    let limit = (letters.len() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (distance(&letters, &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= limit || contains(candidate, written))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// A part of a long name counts as near: `tilhorighet` for `opplever-tilhorighet`.
fn contains(candidate: &str, written: &str) -> bool {
    written.chars().count() >= 5 && candidate.contains(written)
}

/// Optimal string alignment: insertions, deletions, substitutions and swapped neighbours.
fn distance(written: &[char], candidate: &str) -> usize {
    let candidate: Vec<char> = candidate.chars().collect();
    let width = candidate.len() + 1;
    let mut rows = vec![0; width * (written.len() + 1)];
    for (column, cell) in rows.iter_mut().take(width).enumerate() {
        *cell = column;
    }
    for row in 1..=written.len() {
        rows[row * width] = row;
        for column in 1..width {
            let same = written[row - 1] == candidate[column - 1];
            let above = (row - 1) * width + column;
            let mut best = (rows[above] + 1)
                .min(rows[row * width + column - 1] + 1)
                .min(rows[above - 1] + usize::from(!same));
            let swapped = row > 1
                && column > 1
                && written[row - 1] == candidate[column - 2]
                && written[row - 2] == candidate[column - 1];
            if swapped {
                best = best.min(rows[(row - 2) * width + column - 2] + 1);
            }
            rows[row * width + column] = best;
        }
    }
    rows[width * (written.len() + 1) - 1]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_name_is_found_and_a_strange_one_is_not() {
        let names = ["grunnskolepoeng", "trivsel", "mobbing", "opplever-tilhorighet"];
        assert_eq!(nearest("grunskolepoeng", names), Some("grunnskolepoeng"));
        assert_eq!(nearest("trisvel", names), Some("trivsel"));
        assert_eq!(nearest("tilhorighet", names), Some("opplever-tilhorighet"));
        assert_eq!(nearest("budsjett", names), None);
        assert_eq!(nearest("", names), None);
    }
}
