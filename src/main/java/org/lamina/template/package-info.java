/// The architectures that a new project can begin with, one file each. Imports `tensor`, `spec`, `graph`, `project` and
/// `data`. Any thread.
@NullMarked
package org.lamina.template;

import org.jspecify.annotations.NullMarked;
