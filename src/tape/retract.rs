//! Elements that turn out to end before the ones inside them do.

use super::{ElementId, Event, Tape};

impl Tape {
    /// Ends each first element of `retracted` right before the second, which it held: one walk for all of them.
    pub(super) fn retract(&mut self, retracted: &[(ElementId, ElementId)]) {
        if retracted.is_empty() {
            return;
        }
        let mut ends_before = vec![None; self.elements.len()];
        for &(outer, inner) in retracted {
            ends_before[outer.index()] = Some(inner);
        }
        let events = std::mem::take(&mut self.events);
        self.events.reserve(events.len());
        let mut open: Vec<ElementId> = Vec::new();
        for event in events {
            match event {
                Event::Enter(id) => {
                    while let Some(&last) = open.last()
                        && ends_before[last.index()] == Some(id)
                    {
                        open.pop();
                        self.place_exit(last);
                    }
                    let element = &mut self.elements[id.index()];
                    element.parent = open.last().copied();
                    element.depth = open.len() as u16;
                    element.enter = self.events.len() as u32;
                    self.events.push(Event::Enter(id));
                    open.push(id);
                }
                Event::Exit(id) if open.last() == Some(&id) => {
                    open.pop();
                    self.place_exit(id);
                }
                // It ended before.
                Event::Exit(_) => {}
                Event::Text(id) => {
                    self.texts[id.index()].parent = open.last().copied();
                    self.events.push(Event::Text(id));
                }
            }
        }
    }

    fn place_exit(&mut self, id: ElementId) {
        self.elements[id.index()].exit = self.events.len() as u32;
        self.events.push(Event::Exit(id));
    }
}
