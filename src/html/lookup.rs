//! Names → their places in a table, by a hash table made when the crate is compiled.

/// Slots for at most half as many names.
const SLOTS: usize = 512;

/// Finds names of a table of at most 255.
pub(super) struct Lookup {
    /// A name's place plus one; 0 where there is none.
    slots: [u8; SLOTS],
}

impl Lookup {
    pub(super) const fn new<const N: usize>(names: &[&str; N]) -> Self {
        assert!(N < 256, "places fit a byte");
        let mut slots = [0; SLOTS];
        let mut index = 0;
        while index < N {
            let mut slot = hash(names[index].as_bytes());
            while slots[slot] != 0 {
                slot = (slot + 1) % SLOTS;
            }
            slots[slot] = index as u8 + 1;
            index += 1;
        }
        Self { slots }
    }

    /// The place of a name among those that this was made of.
    pub(super) fn find(&self, names: &[&str], name: &str) -> Option<usize> {
        let mut slot = hash(name.as_bytes());
        loop {
            let index = usize::from(self.slots[slot]).checked_sub(1)?;
            if names[index] == name {
                return Some(index);
            }
            slot = (slot + 1) % SLOTS;
        }
    }
}

/// Tells most names apart by their length and three of their bytes.
const fn hash(name: &[u8]) -> usize {
    let length = name.len();
    if length == 0 {
        return 0;
    }
    let (first, middle, last) = (name[0] as usize, name[length / 2] as usize, name[length - 1] as usize);
    (first.wrapping_mul(31) ^ middle.wrapping_mul(149) ^ last.wrapping_mul(73) ^ length.wrapping_mul(57)) % SLOTS
}
