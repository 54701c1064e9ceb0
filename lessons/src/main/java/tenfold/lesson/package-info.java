/// Lessons: what a student reads, predicts and sees judged, and the library of them.
///
/// Belongs here: the lesson format and the judging, by simulation. Does not belong here: controls. May import
/// `scenario` and `run`, and commonmark for the texts.
@NullMarked
package tenfold.lesson;

import org.jspecify.annotations.NullMarked;
