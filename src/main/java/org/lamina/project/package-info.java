/// What a person drew and chose: an immutable project, its history, its file, the autosave journal. Imports `tensor`,
/// `spec`, `graph`, `data` and `file`. Values run on any thread; files are read and written off the FX thread.
@NullMarked
package org.lamina.project;

import org.jspecify.annotations.NullMarked;
