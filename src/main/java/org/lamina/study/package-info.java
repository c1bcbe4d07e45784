/// What can be asked of a network beyond its plain outputs, and what answers it: plain data, on any thread. A question
/// is a record of its own file, beside the finding that answers it; `probe` holds the work. Imports `tensor`, `spec`
/// and `graph`.
@NullMarked
package org.lamina.study;

import org.jspecify.annotations.NullMarked;
