/// Files written whole or not at all, and what goes wrong with files in words. Imports nothing of the project. Reads and
/// writes files, so never on the FX thread.
@NullMarked
package org.lamina.file;

import org.jspecify.annotations.NullMarked;
