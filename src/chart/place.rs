//! Labels one below the other: each as near as can be to where it wants to stand, none on another.

/// What wants a place: the middle that it wants, and how high it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wish {
    pub(super) middle: f64,
    pub(super) height: f64,
}

/// Labels that touch, and stand as one.
struct Block {
    first: usize,
    count: usize,
    height: f64,
    /// The sum of the tops that its labels want for the block.
    wanted: f64,
}

impl Block {
    fn top(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "labels are few")]
        let count = self.count as f64;
        self.wanted / count
    }
}

/// The middles that labels get, in their own order. They stand in the order of their wishes, and where
/// they would meet they share the distance that they move. All lie between `top` and `bottom`, if
/// there is room for all; else they begin at `top`.
pub(super) fn place(wishes: &[Wish], top: f64, bottom: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by(|a, b| wishes[*a].middle.total_cmp(&wishes[*b].middle));
    let mut blocks: Vec<Block> = Vec::with_capacity(order.len());
    for (first, at) in order.iter().enumerate() {
        let Wish { middle, height } = wishes[*at];
        let middle = middle.min(bottom - height / 2.0).max(top + height / 2.0);
        let mut block = Block { first, count: 1, height, wanted: middle - height / 2.0 };
        while let Some(above) = blocks.pop_if(|above| above.top() + above.height > block.top()) {
            #[expect(clippy::cast_precision_loss, reason = "labels are few")]
            let count = block.count as f64;
            block.wanted += above.wanted - count * above.height;
            block = Block {
                first: above.first,
                count: above.count + block.count,
                height: above.height + block.height,
                wanted: block.wanted,
            };
        }
        blocks.push(block);
    }
    settle(wishes, &order, &blocks, (top, bottom))
}

/// Moves the blocks into their bounds, and gives each label its own place in them.
fn settle(
    wishes: &[Wish],
    order: &[usize],
    blocks: &[Block],
    (top, bottom): (f64, f64),
) -> Vec<f64> {
    let mut tops: Vec<f64> = Vec::with_capacity(blocks.len());
    let mut floor = bottom;
    for block in blocks.iter().rev() {
        floor = block.top().min(floor - block.height);
        tops.push(floor);
    }
    tops.reverse();
    let mut middles = vec![0.0; wishes.len()];
    let mut ceiling = top;
    for (block, at) in blocks.iter().zip(tops) {
        let mut line = at.max(ceiling);
        for label in &order[block.first..block.first + block.count] {
            let height = wishes[*label].height;
            middles[*label] = line + height / 2.0;
            line += height;
        }
        ceiling = line;
    }
    middles
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn placed(wishes: &[(f64, f64)]) -> Vec<f64> {
        let wishes: Vec<Wish> = wishes
            .iter()
            .map(|(middle, height)| Wish { middle: *middle, height: *height })
            .collect();
        place(&wishes, 0.0, 100.0)
    }

    #[test]
    fn labels_move_no_more_than_they_must() {
        assert_eq!(placed(&[(20.0, 10.0), (60.0, 10.0)]), [20.0, 60.0]);
        assert_eq!(placed(&[(50.0, 10.0), (50.0, 10.0)]), [45.0, 55.0]);
        assert_eq!(placed(&[(52.0, 10.0), (48.0, 10.0)]), [55.0, 45.0]);
        assert_eq!(placed(&[(0.0, 10.0), (1.0, 20.0), (100.0, 10.0)]), [5.0, 20.0, 95.0]);
        assert_eq!(placed(&[]), [0.0; 0]);
    }

    proptest! {
        #[test]
        fn they_never_meet_nor_leave(wishes in prop::collection::vec((-50.0..150.0, 1.0..16.0), 0..7)) {
            let middles = placed(&wishes);
            let mut boxes: Vec<(f64, f64)> =
                middles.iter().zip(&wishes).map(|(y, (_, h))| (y - h / 2.0, y + h / 2.0)).collect();
            boxes.sort_by(|a, b| a.0.total_cmp(&b.0));
            prop_assert!(boxes.windows(2).all(|two| two[0].1 <= two[1].0 + 1e-6));
            prop_assert!(boxes.iter().all(|(from, to)| *from > -1e-6 && *to < 100.0 + 1e-6));
        }
    }
}
