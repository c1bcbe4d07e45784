/// Fetches published data sets into a folder that a reader of `data.read` understands. The one place of `data` that
/// imports DJL: `ai.djl.basicdataset`, `ai.djl.repository`, `ai.djl.util` and `ai.djl.Application`; the native engine
/// is not started. Imports `data`, `file` and `spec` besides. Uses the network, so on a thread that may wait.
@NullMarked
package org.lamina.data.download;

import org.jspecify.annotations.NullMarked;
