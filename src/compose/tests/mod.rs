//! What each kind of markup comes to.
